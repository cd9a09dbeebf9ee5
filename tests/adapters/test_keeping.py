"""What is kept of a whole site: found when nothing changed, and never when something did."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from ast import literal_eval
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from building import Project, write_project
from inside import build_inside
from samples import mkdocs_yml, roadmap
from stip.adapters.mkdocs import making
from stip.adapters.mkdocs.inputs import Named, Request, digest
from stip.adapters.mkdocs.keeping import Shelf
from stip.adapters.mkdocs.published import Found, HostPage, Published, Told, packed, unpacked
from stip.cache import Cache
from stip.choices import Audience, PrintSettings
from stip.closed import Closed

SMALL = {**mkdocs_yml(plugins="[search, {stip: {posters: false, manual: false, embed: false}}]")}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count how often a site is made."""
    counted: list[str] = []
    read = making.read

    def counting(request: Request, cache: Cache) -> making.Read:
        counted.append("made")
        return read(request, cache)

    monkeypatch.setattr(making, "read", counting)
    return counted


def test_a_second_build_makes_nothing_and_gives_and_tells_the_same(
    project: Project, tmp_path: Path, made: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Also a warning; a strict build fails on it each time, a mistake is not kept, and damage costs time alone."""
    given = {**SMALL, **roadmap(departments=1, steps=2)}
    folder, site = project(given), tmp_path / "site"
    (folder / "content/personas/pers.md").write_text("---\nname: Zzpersona\nneeds: [<b>Zz]\n---\nZztext.\n")
    first = build_inside(folder, site)
    told = [record.getMessage() for record in caplog.records if record.name.endswith(".stip")]
    assert any("TX-04" in line for line in told)
    caplog.clear()
    assert build_inside(folder, site) == first
    assert made == ["made"]
    listed = {key for run in (folder / ".cache/stip/runs").glob("*.txt") for key in run.read_text().split()}
    assert {entry.name for entry in (folder / ".cache/stip").glob("??/*")} == listed  # or a later build would remove it
    assert [record.getMessage() for record in caplog.records if record.name.endswith(".stip")] == told
    for _ in range(2):
        with pytest.raises(Abort):
            build_inside(folder, tmp_path / "strict", strict=True)
    assert made == ["made"]
    assert not (tmp_path / "strict").exists()
    for entry in (folder / ".cache/stip").glob("??/*"):
        entry.write_bytes(entry.read_bytes()[:-1])
    assert build_inside(folder, site) == first
    assert made == ["made"] * 2
    for _ in range(2):
        (folder / "roadmap.yaml").write_text(given["roadmap.yaml"].replace("goals: [doel]", "goals: [deol]"))
        with pytest.raises(Abort):
            build_inside(folder, site)
    assert made == ["made"] * 4


def test_a_build_of_which_nothing_changed_loads_nothing_of_the_core() -> None:
    """To load it takes longer than the whole build."""
    code = (
        "import sys, stip.adapters.mkdocs; "
        "print(sorted(one for one in sys.modules if one.startswith(('stip.', 'pydantic')) and one.count('.') == 1))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"stip.model", "stip.loading", "stip.pages", "stip.site", "stip.poster"} & {*literal_eval(told)}
    assert "pydantic" not in told


def test_what_is_packed_comes_out_the_same() -> None:
    page = HostPage(
        "a.md", "A", "a.yaml", in_nav=True, listed=False, markdown="Zoë", prose=None, fragments={"map": "<svg/>"}
    )
    frame = {"labels": {"menu": "Menu"}}
    site = Published(
        "nl",
        Audience.STAFF,
        "2026-11-16",
        "winter",
        "engine 1",
        "versie.json",
        ("a.css",),
        frame,
        (("b.md", "B"),),
        (("c.md", "#d"),),
        ("Let op",),
        (page, dataclasses.replace(page, prose="Zoë", fragments={})),
        {"a.bin": b"\0\xff", "b": b""},
    )
    assert unpacked(packed(site)) == site


def _link(at: Path) -> None:
    (at / "content/doc.pdf").unlink()
    (at / "content/doc.pdf").symlink_to(at / "roadmap.yaml")


CHANGES: dict[str, Callable[[Path], object]] = {
    "the roadmap": lambda at: (at / "roadmap.yaml").write_text("b"),
    "a file that it includes": lambda at: (at / "parts/one.yaml").write_text("b"),
    "one file more": lambda at: (at / "parts/two.yaml").write_text(""),
    "the mission": lambda at: (at / "content/missie.md").write_text("b"),
    "a persona": lambda at: (at / "content/personas/p.md").write_text("b"),
    "a question more": lambda at: (at / "content/vragen/v.md").write_text(""),
    "a document more": lambda at: (at / "content/new.pdf").write_text(""),
    "the size of a document": lambda at: (at / "content/doc.pdf").write_text("bb"),
    "a document that becomes a link": _link,
    "an edition": lambda at: (at / "editions/e.json").write_text("{}"),
    "the logo": lambda at: (at / "own/logo.svg").write_text("<svg/>"),
    "a template": lambda at: (at / "own/pages/home.html").write_text("b"),
}


def asked(at: Path, **other: Any) -> Request:
    given: dict[str, Any] = {
        "project": at,
        "roadmap": at / "roadmap.yaml",
        "content": at / "content",
        "overrides": at / "own",
        "site": at / "site",
        "audience": Audience.STAFF,
        "directory_urls": True,
        "engine": "embedded",
        "manual": False,
        "embed": False,
        "prints": None,
    }
    return Request(**{**given, **other})


@pytest.fixture
def at(tmp_path: Path) -> Path:
    paths = ["missie.md", "personas/p.md", "vragen/w.md", "doc.pdf", "meer.md"]
    given = {f"content/{path}": "a" for path in paths}
    more = {
        "roadmap.yaml": "a",
        "parts/one.yaml": "a",
        "sturing/geheim.yaml": "a",
        "own/pages/home.html": "a",
        "editions/a.json": "a",
    }
    return write_project(tmp_path / "here", {**given, **more})


NAMED = Named(("parts/*.yaml", "sturing/*.yaml"), ("doc.pdf",), ("sturing/*.yaml",))


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_decides_a_site_counts(at: Path, change: str) -> None:
    before = digest(asked(at), NAMED)
    CHANGES[change](at)
    assert digest(asked(at), NAMED) != before


@pytest.mark.parametrize("pattern", ["parts/**.yaml", "**/**/**/**/*.yaml", "./parts/*.yaml"])
def test_what_loading_finds_counts_however_it_is_written(at: Path, pattern: str) -> None:
    named = Named((pattern,))
    before = digest(asked(at), named)
    (at / "parts/one.yaml").write_text("b")
    assert digest(asked(at), named) != before


def test_what_an_own_template_takes_in_counts(at: Path) -> None:
    (at / "own/pages/parts").mkdir()
    (at / "own/pages/parts/foot.html").write_text("a")
    before = digest(asked(at), NAMED)
    (at / "own/pages/parts/foot.html").write_text("b")
    assert digest(asked(at), NAMED) != before


@pytest.mark.parametrize(
    "other",
    [
        {"audience": Audience.STEERING},
        {"directory_urls": False},
        {"engine": "system"},
        {"manual": True},
        {"embed": True},
        {"prints": PrintSettings()},
        {"overrides": None},
    ],
)
def test_whatever_is_asked_counts(at: Path, other: dict[str, Any]) -> None:
    assert digest(asked(at, **other), NAMED) != digest(asked(at), NAMED)


def test_nothing_else_counts(at: Path) -> None:
    """A page of one's own, what is made, and what only those who steer may read: of that nothing is opened."""
    before = digest(asked(at), NAMED)
    (at / "content/meer.md").write_text("b")
    (at / "site").mkdir()
    (at / "site/index.html").write_text("b")
    (at / "sturing/geheim.yaml").write_text("b")
    assert digest(asked(at), NAMED) == before
    os.utime(at / "roadmap.yaml", (1, 1))
    assert digest(asked(at), NAMED) == before


def test_a_copy_elsewhere_is_the_same(at: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(at)
    before = digest(asked(at), NAMED)
    there = at.rename(tmp_path / "there")
    monkeypatch.chdir(there)
    assert digest(asked(there), NAMED) == before


def test_what_changes_while_a_site_is_made_is_not_kept(at: Path) -> None:
    shelf = Shelf.of(asked(at))
    open_ = Named(("parts/*.yaml",), (), ("sturing/*.yaml",))
    before = shelf.before(lambda _: open_)
    assert shelf.digest_of(before, dataclasses.replace(open_, documents=("doc.pdf",)))
    (at / "parts/one.yaml").write_text("b")
    assert shelf.digest_of(before, open_) == ""


def test_what_was_found_is_kept_with_it(at: Path) -> None:
    shelf = Shelf.of(asked(at))
    closed = Closed(at, at / "content", ("sturing/*.yaml",), frozenset({at / "content/doc.pdf"}), "sturing")
    found = Found("nl", Told((("warning", "a"), ("", "b")), 1, failing_strictly=True), (at / "roadmap.yaml",), closed)
    made = Published(
        "nl", Audience.STAFF, "2026-11-16", "", "", "", (), {}, (), (), (), (), {"large": b"a" * 200_000, "small": b""}
    )
    shelf.keep("inputs", NAMED, found, made)
    assert shelf.find("inputs") == (found, made)
    assert shelf.named() == NAMED
    assert Shelf.of(asked(at, audience=Audience.STEERING)).find("inputs") is None
