"""Another id stands wherever the old one stood, and nothing else has changed: no byte, no meaning."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import ROOT
from editing.files import contents, put
from large import Size, large
from stip.cli import main
from stip.editing import plan_rename, write_all
from stip.editing.moves import Moves
from stip.editing.places import NewId
from stip.loading import declare, load
from stip.model import Audience, Roadmap, practice_kinds

Rename = Callable[..., tuple[int, str, str]]
SMALL = Size(units=4, steps=8, practices=len(practice_kinds()), personas=2, questions=2)
NEW = "qq-new"


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Roadmap]:
    """Return the folder of a roadmap with a practice of every kind, and the roadmap."""
    folder = tmp_path_factory.mktemp("invented")
    put(folder, large(SMALL))
    roadmap = load(folder / "roadmap.yaml", audience=Audience.STEERING).roadmap
    assert roadmap is not None
    return folder, roadmap


def _said(roadmap: Roadmap | None) -> str:
    """Return all that a roadmap says; where it stands in the files is another matter."""
    assert roadmap is not None
    return repr(dataclasses.replace(roadmap, places={}))


def _renamed(folder: Path, old: str, new: str) -> None:
    plan = plan_rename(folder / "roadmap.yaml", old, new)
    assert plan.problems == ()
    write_all(plan.changes, folder)


@settings(max_examples=6)
@given(st.data())
def test_there_and_back(invented: tuple[Path, Roadmap], data: st.DataObject) -> None:
    """The model differs by the id alone, and with the old id back every file is what it was."""
    folder, roadmap = invented
    before = contents(folder)
    kind, old = data.draw(st.sampled_from(sorted(key for key in roadmap.places if key[0] != "edition")))
    new = f"{old}-{NEW}"
    try:
        _renamed(folder, f"{kind}:{old}", new)
        after = load(folder / "roadmap.yaml", audience=Audience.STEERING).roadmap
        assert _said(after) != _said(roadmap)
        assert _said(after).replace(new, old) == _said(roadmap)
        _renamed(folder, new, old)
        assert contents(folder) == before
    finally:
        put(folder, before)


def test_every_kind_of_the_example() -> None:
    """Of each kind in the example an id changes in files that, but for it, hold the same bytes."""
    declared = declare(ROOT / "roadmap.yaml", None, None, Audience.STEERING)
    roadmap = declared.roadmap()
    assert roadmap is not None
    firsts = {entry.kind: entry.id for entry in declared.entries if entry.kind != "edition"}
    assert len(firsts) > 40
    for kind, old in firsts.items():
        changes = NewId(declared, kind, old, NEW, Moves.of(roadmap, kind, old, NEW)).changes()
        assert changes
        for change in changes:
            assert change.content.replace(NEW.encode(), old.encode()) == change.before
            assert change.content.count(NEW.encode()) == change.places - (change.to is not None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("- id: ict # het id", "- id: qq # het id", id="comment"),
        pytest.param("- id  :   ict   ", "- id  :   qq   ", id="spaces"),
        pytest.param("- id: 'ict'", "- id: 'qq'", id="single quotes"),
        pytest.param('- "id": "ict"', '- "id": "qq"', id="double quotes"),
        pytest.param('- id: "i\\u0063t"', '- id: "qq"', id="an escape"),
        pytest.param("- id: >-\n        ict", "- id: >-\n        qq", id="block"),
        pytest.param("- id: |- # zo\n         ict\n", "- id: |- # zo\n         qq\n", id="block with a comment"),
        pytest.param("- id:\n        ict", "- id:\n        qq", id="on its own line"),
        pytest.param("- ? id\n      : ict", "- ? id\n      : qq", id="a complex key"),
    ],
)
def test_ways_to_write_an_id(folder: Path, before: str, after: str) -> None:
    """However an id is written, only its own signs change."""
    rest = """
      name: Informatie
      manager: Hoofd
      contact: {role: Servicedesk, email: servicedesk@gemeente.example}
      steps: [{id: ict-inloggen, title: Veilig inloggen, when: 2027-Q1}]
"""
    put(folder, {"roadmap/ict.yaml": f"departments:\n    {before}{rest}"})
    _renamed(folder, "ict", "qq")
    assert (folder / "roadmap/ict.yaml").read_bytes().decode() == f"departments:\n    {after}{rest}"


def test_every_byte_stays(folder: Path) -> None:
    """A BOM, CRLF and lone CR, tabs and spaces at the end, emoji and letters with accents before the id on its line."""
    text = (
        "\ufeff# 😀 ict\r\ntrainings:\t \r\n"
        "  - {title: '😀 Frysk: âûú ict', id: leren-1, steps: [ bz-afspraak ,\"ict-inloggen\", 'bz-zaaksysteem' ]}  \r"
        "  - id: leren-2 #ict-inloggen\r\n    title: ict-inloggen\r\n    steps:\r\n"
        "    - ict-inloggen\t# ict-inloggen\r\n"
    )
    put(folder, {"roadmap/leren.yaml": text})
    _renamed(folder, "ict-inloggen", "een")
    expected = text.replace(',"ict-inloggen"', ',"een"').replace("- ict-inloggen\t", "- een\t")
    assert (folder / "roadmap/leren.yaml").read_bytes() == expected.encode()


def test_front_matter_and_keys(folder: Path) -> None:
    """In front matter lines count from the top of the file; a persona is a key too, and the name of its file."""
    question = (
        "---\r\nquestion: 'Wêr? 😀'\r\nkind: why\r\npersonas: [balie]   # balie\r\n---\r\n\r\n"
        "Zie [wie](../personas/balie.md#balie), `[wie](../personas/balie.md)`\r\n"
        "en <a href='/personas/balie/'>balie</a>.\r\n"
        "[route](../mijn-route.md?persona=balie) <https://dichterbij.gemeente.example/personas/balie/>.\r\n"
    )
    put(
        folder,
        {
            "content/vragen/wer.md": question,
            "roadmap/t.yaml": "tools:\n  - {id: t, title: T, url: personas/balie.md, status: recommended}\n",
        },
    )
    text = (folder / "roadmap.yaml").read_text("utf-8")
    put(
        folder,
        {"roadmap.yaml": text.replace("personas: [balie]", 'personas: [balie]\n        benefit: {"balie" : balie}')},
    )
    before = contents(folder)
    _renamed(folder, "balie", "loket")
    assert not (folder / "content/personas/balie.md").exists()
    assert (folder / "content/personas/loket.md").read_bytes() == before["content/personas/balie.md"]
    changed = question
    for old in ("[balie]", "(../personas/balie.md#", "'/personas/balie/", "persona=balie", "example/personas/balie/"):
        changed = changed.replace(old, old.replace("balie", "loket"), 1)
    assert (folder / "content/vragen/wer.md").read_bytes().decode() == changed
    assert 'benefit: {"loket" : balie}' in (folder / "roadmap.yaml").read_text("utf-8")
    assert "url: personas/loket.md" in (folder / "roadmap/t.yaml").read_text("utf-8")
    _renamed(folder, "loket", "balie")
    assert contents(folder) == before


def test_links_to_a_step_and_a_unit(folder: Path) -> None:
    """An anchor counts on the page on which its step stands; what only looks like it stays."""
    text = (
        "# Help\n\n[a](../afdelingen/burgerzaken.md#bz-afspraak) [b](../afdelingen/ict.md#bz-afspraak)\n"
        "[c]: /afdelingen/burgerzaken/#bz-afspraak\n[d](https://elders.example/afdelingen/burgerzaken/)\n"
        "[e](../poster/team-burgerzaken.pdf) [f](../afdelingen/burgerzaken.ics) [g](../afdelingen/burgerzaken-2.md)\n"
    )
    put(folder, {"content/help/uitleg.md": text})
    _renamed(folder, "bz-afspraak", "qq")
    _renamed(folder, "burgerzaken", "bz")
    assert (folder / "content/help/uitleg.md").read_text("utf-8") == (
        "# Help\n\n[a](../afdelingen/bz.md#qq) [b](../afdelingen/ict.md#bz-afspraak)\n"
        "[c]: /afdelingen/bz/#qq\n[d](https://elders.example/afdelingen/burgerzaken/)\n"
        "[e](../poster/team-bz.pdf) [f](../afdelingen/bz.ics) [g](../afdelingen/burgerzaken-2.md)\n"
    )


@pytest.mark.parametrize("new", ["2026", "007", "no", "1e5", "-a", "null", "index"])
def test_ids_that_yaml_reads_otherwise(folder: Path, new: str) -> None:
    """A number stays bare; what YAML would read as something else gets quotes."""
    _renamed(folder, "ict", new)
    text = (folder / "roadmap/ict.yaml").read_text("utf-8")
    assert (f"- id: {new}\n" if new in {"2026", "index"} else f'- id: "{new}"\n') in text
    loaded = load(folder / "roadmap.yaml").roadmap
    assert loaded is not None
    assert new in loaded.units


def test_an_id_that_is_a_number_or_the_name_of_a_key(folder: Path) -> None:
    """Only what is the id changes, not the key before it nor what looks the same."""
    text = (
        "tools:\n- {id: 2026,title: 2026,status: allowed}\n- {id: alternative, title: A, status: allowed}\n"
        "- {id: a, title: A, status: leaving, alternative: alternative, text: alternative}\n"
        "- {id: b, title: B, status: leaving, alternative:\n   # 2026\n   2026 }\n"
    )
    put(folder, {"roadmap/x.yaml": text})
    _renamed(folder, "2026", "t")
    _renamed(folder, "alternative", "u")
    changed = text.replace("id: 2026", "id: t").replace("   2026 }", "   t }").replace("id: alternative", "id: u")
    changed = changed.replace(": alternative,", ": u,")
    assert (folder / "roadmap/x.yaml").read_text("utf-8") == changed


def test_what_it_tells(rename: Rename, folder: Path) -> None:
    """Each file with how many places; the page that moves; a diff with --dry-run, which writes nothing."""
    put(folder, {"mkdocs.yml": "nav: [afdelingen/burgerzaken.md]\n"})
    before = contents(folder)
    code, out, _ = rename("burgerzaken", "bz", "--dry-run")
    assert (code, contents(folder)) == (0, before)
    assert re.search(r"^--- a/roadmap.yaml\n\+\+\+ b/roadmap.yaml\n@@.*@@$", out, re.MULTILINE)
    assert "Er is niets veranderd" in out
    assert "-  - id: burgerzaken\n+  - id: bz\n" in out
    code, out, err = rename("burgerzaken", "bz")
    assert (code, err) == (0, "")
    assert out.startswith("'burgerzaken' heet nu 'bz'.\n  roadmap.yaml: 1 plaats\n")
    assert "van afdelingen/burgerzaken/ naar afdelingen/bz/" in out
    assert "mkdocs.yml" in out


def test_editions_keep_the_old_id(rename: Rename, folder: Path) -> None:
    """What was printed does not change, and the outcome says what that means."""
    assert main(["edition", "2026-najaar"]) == 0
    frozen = (folder / "editions/2026-najaar.json").read_bytes()
    code, out, _ = rename("bz-afspraak", "qq")
    assert code == 0
    assert "In 2026-najaar heet dit nog 'bz-afspraak'." in out
    assert (folder / "editions/2026-najaar.json").read_bytes() == frozen
    assert "is een editie" in rename("2026-najaar", "qq")[2]


def test_files_of_those_who_steer(rename: Rename, folder: Path) -> None:
    """They change along; where they are not, the outcome says so and the rest is changed all the same."""
    head = (folder / "roadmap.yaml").read_text("utf-8")
    put(folder, {"roadmap.yaml": head.replace("include:", "include_steering: [sturing/*.yaml]\ninclude:")})
    code, out, _ = rename("ict", "qq")
    assert (code, "(sturing/*.yaml)" in out) == (0, True)
    put(
        folder,
        {"sturing/geld.yaml": "projects:\n  - {id: p, title: P, departments: [qq], status: proposed, when: 2027}\n"},
    )
    code, out, err = rename("qq", "ict")
    assert (code, err) == (0, "")
    assert "sturing/geld.yaml: 1 plaats" in out
    assert "departments: [ict]" in (folder / "sturing/geld.yaml").read_text("utf-8")
