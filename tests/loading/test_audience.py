"""For staff nothing of those who steer is opened, listed, watched or told; for them everything is there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stip.closed import is_named
from stip.loading import checks, load
from stip.loading.checks.whole import Whole
from stip.loading.findings import Finding
from stip.model import Audience

Written = Callable[..., Path]
HEAD = """\
version: 1
language: nl
updated: 2026-11-16
start: 2025-Q1
address: https://dichterbij.gemeente.example
include: {include}
include_steering: {steering}
departments:
  - id: ict
    name: Informatie en Automatisering
    manager: Afdelingshoofd ICT
    contact: {{role: Servicedesk, email: servicedesk@gemeente.example}}
    steps:
      - {{id: ict-inloggen, title: Veilig inloggen, when: 2027-Q1, goals: [kort-wachten], personas: [balie]}}
"""
MODEL = "tools:\n  - {id: rekenmodel, title: Rekenmodel, status: allowed}\n"
_seen: list[str] | None = None


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if _seen is not None and event in {"open", "os.scandir", "os.listdir"}:
        _seen.append(f"{event} {arguments[0]}")


sys.addaudithook(_note)  # stays as long as the process, and notes only inside `noted`


@contextmanager
def noted() -> Iterator[list[str]]:
    """Note every file that is opened and every folder that is listed."""
    global _seen  # noqa: PLW0603 - a hook cannot be taken away
    found: list[str] = []
    _seen = found
    try:
        yield found
    finally:
        _seen = None


def head(include: str = "roadmap/*.yaml", steering: str = "sturing/*.yaml") -> str:
    """Return a roadmap.yaml with these patterns."""
    return HEAD.format(include=f"['{include}']", steering=f"['{steering}']")


def test_staff_leave_them_alone(written: Written) -> None:
    """A file that nobody could read is no problem, and changes nothing: it is not looked at."""
    roadmap = written({"roadmap.yaml": head(), "roadmap/ict.yaml": MODEL, "sturing/geld.yaml": b"\xff\xfe"})
    with noted() as seen:
        loaded = load(roadmap)
    assert [str(problem) for problem in loaded.problems] == []
    assert [one for one in seen if "sturing" in one] == []
    assert [one for one in seen if "roadmap.yaml" in one]
    assert not any("sturing" in path.as_posix() for path in loaded.inputs)
    with noted() as seen:
        bad = load(roadmap, audience=Audience.STEERING)
    assert [problem.code for problem in bad.problems] == ["YM-05"]
    assert any(one.startswith("open ") and "geld.yaml" in one for one in seen)
    assert any("sturing" in path.as_posix() for path in bad.inputs)


def test_staff_do_not_miss_them(written: Written) -> None:
    """They may live elsewhere: without them the site for staff is whole, and that for those who steer is not."""
    roadmap = written({"roadmap.yaml": head(), "roadmap/ict.yaml": MODEL})
    loaded = load(roadmap)
    assert (loaded.problems, loaded.roadmap is None) == ((), False)
    assert [problem.code for problem in load(roadmap, audience=Audience.STEERING).problems] == ["IN-02"]


@pytest.mark.parametrize(
    ("include", "steering"),
    [
        ("**/*.yaml", "sturing/*.yaml"),
        ("sturing/*.yaml", "STURING/Geld.YAML"),
        ("sturing/*.yaml", "./sturing//geld.yaml"),
        ("sturing/*.yaml", "**/geld.yaml"),
        ("sturing/*.yaml", "sturing"),
        ("sturing/*.yaml", "sturing/**"),
        ("sturing/*.yaml", "stur*"),
        ("roadmap/*.yaml", "sturing/*.yaml"),
    ],
)
def test_who_names_a_file_twice_is_told_before_it_is_opened(written: Written, include: str, steering: str) -> None:
    """Also by a link in another folder, in other capitals, and by the name of a folder: it stays shut."""
    files = {"roadmap.yaml": head(include, steering), "roadmap/ict.yaml": None, "sturing/geld.yaml": MODEL}
    roadmap = written({**files, "roadmap/leren.yaml": "learning_goals: []\n"})
    (roadmap.parent / "roadmap" / "link.yaml").symlink_to(roadmap.parent / "sturing" / "geld.yaml")
    with noted() as seen:
        loaded = load(roadmap)
    assert loaded.roadmap is None
    assert {problem.code for problem in loaded.problems} == {"IN-05"}
    assert [one for one in seen if one.startswith("open ") and ("geld" in one or "link" in one)] == []
    assert "IN-05" in {problem.code for problem in load(roadmap, audience=Audience.STEERING).problems}


def test_a_link_to_what_everyone_reads_is_told(written: Written) -> None:
    """Of a file of theirs that is a link, its name does not tell that everyone reads it: they hear of it."""
    files = {"roadmap.yaml": head(), "roadmap/ict.yaml": MODEL, "sturing/leren.yaml": "learning_goals: []\n"}
    roadmap = written(files)
    (roadmap.parent / "sturing" / "geld.yaml").symlink_to(roadmap.parent / "roadmap" / "ict.yaml")
    (problem,) = load(roadmap, audience=Audience.STEERING).problems
    assert (problem.code, "sturing/geld.yaml" in problem.message) == ("IN-05", True)


@pytest.mark.parametrize(
    ("name", "pattern", "named"),
    [
        ("a/b.yaml", "a/*.yaml", True),
        ("a/c/b.yaml", "a/*.yaml", False),
        ("a/c/b.yaml", "a/*", True),
        ("a/c/b.yaml", "a/**/b.yaml", True),
        ("a/b.yaml", "a/**/b.yaml", True),
        ("a/b.yaml", "a/?.yaml", True),
        ("a/b.yaml", "b.yaml", False),
        ("a/b.yaml", "a\\b.yaml", True),
        ("ab.yaml", "a", False),
    ],
)
def test_a_name_is_all_it_takes(tmp_path: Path, name: str, pattern: str, named: bool) -> None:  # noqa: FBT001
    """Whether a pattern names a file is told without the file; what lies in a named folder is named too."""
    assert is_named(tmp_path / name, tmp_path, [pattern]) == named


def test_all_of_their_file_is_theirs(written: Written) -> None:
    """Whatever it is: it is there for them, and says of itself for whom it is."""
    roadmap = written({"roadmap.yaml": head(), "roadmap/ict.yaml": "aids: []\n", "sturing/geld.yaml": MODEL})
    theirs = load(roadmap, audience=Audience.STEERING).roadmap
    ours = load(roadmap).roadmap
    assert theirs
    assert ours
    assert [(one.id, one.for_staff, one.shown_to) for one in theirs.practices] == [("rekenmodel", False, "steering")]
    assert (theirs.audience, ours.audience, ours.practices) == ("steering", "staff", ())


def test_a_file_of_staff_may_hold_theirs_too(written: Written) -> None:
    """What says so itself is read, and is nowhere in what staff get: not even where it stands."""
    text = MODEL.replace("allowed}", "allowed, audience: steering}")
    loaded = load(written({"roadmap.yaml": head(), "roadmap/ict.yaml": text}))
    assert loaded.roadmap
    assert "rekenmodel" not in repr(loaded)
    assert "roadmap/ict.yaml" not in repr(loaded.roadmap.places)


def test_what_is_theirs_may_name_what_is_theirs(written: Written) -> None:
    """The site for staff does not ask for what stands in a file that it does not open."""
    text = "trainings:\n  - {id: rekenen, title: Rekenen, form: online, tools: [rekenmodel], audience: steering}\n"
    roadmap = written({"roadmap.yaml": head(), "roadmap/ict.yaml": text, "sturing/geld.yaml": MODEL})
    assert load(roadmap).problems == ()
    assert load(roadmap, audience=Audience.STEERING).roadmap
    staff = roadmap.parent / "roadmap" / "ict.yaml"
    staff.write_text(text.replace("rekenmodel]", "weg]"), encoding="utf-8")
    assert [problem.code for problem in load(roadmap, audience=Audience.STEERING).problems] == ["ID-02"]


@pytest.mark.parametrize("audience", Audience)
def test_rules_for_those_who_steer_are_theirs(
    written: Written, monkeypatch: pytest.MonkeyPatch, audience: Audience
) -> None:
    """What is not read is not judged."""

    def rule(whole: Whole) -> Iterator[Finding]:
        yield Finding("names_differ", whole.unit("ict").place("id"), {"name": "Zz", "first": "Zz", "other": "Zz"})

    monkeypatch.setattr(checks, "STEERING", (rule,))
    roadmap = written({"roadmap.yaml": head(), "roadmap/ict.yaml": "aids: []\n", "sturing/geld.yaml": MODEL})
    codes = [problem.code for problem in load(roadmap, audience=audience).problems]
    assert codes == (["ID-04"] if audience is Audience.STEERING else [])


DOCUMENTS = """\
documents:
  - {id: plan, title: Plan, file: documenten/plan.pdf, accessible: true}
  - {id: kosten, title: Kosten, file: documenten/kosten.pdf, accessible: true, audience: steering}
  - {id: ook, title: Ook het plan, file: ./documenten/plan.pdf, accessible: true, audience: steering}
  - {id: weer, title: Weer de kosten, file: /documenten/weer.pdf, accessible: true, audience: steering}
"""


def test_documents_of_theirs_are_known(written: Written) -> None:
    """A document that only they are told of, what lies beside a file of theirs in the content, and their own folder.

    How its address or the name of the folder is written makes no difference.
    """
    files = {"roadmap.yaml": head(steering="content/geld/*.yaml"), "roadmap/ict.yaml": DOCUMENTS}
    files |= {f"content/documenten/{name}.pdf": "Zz" for name in ("plan", "kosten", "weer")}
    files |= {"content/geld/geld.yaml": MODEL, "content/geld/verslag.md": "Zz", "content/Sturing/rapport.pdf": "Zz"}
    roadmap = written(files)
    closed = load(roadmap).closed
    content = roadmap.parent / "content"
    names = [
        path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file() and closed.holds(path)
    ]
    theirs = ["Sturing/rapport.pdf", "documenten/kosten.pdf", "documenten/weer.pdf", "geld/geld.yaml"]
    assert sorted(names) == [*theirs, "geld/verslag.md"]
    whole = load(roadmap, audience=Audience.STEERING)
    assert whole.problems == ()
    assert not any(whole.closed.holds(path) for path in content.rglob("*"))
