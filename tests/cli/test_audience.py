"""For whom a command makes something: as its option says, else the environment; never over the other's site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from building import Project
from samples import roadmap
from stip.cli import main
from stip.model import Audience

HIDDEN = "tools:\n  - {id: zqx-model, title: Zqxmodel, status: allowed, audience: steering}\n"


@pytest.fixture
def folder(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a small project with something of those who steer, and stand in it."""
    monkeypatch.delenv("STIP_AUDIENCE", raising=False)
    files: Mapping[str, str] = roadmap(departments=1)
    made = project({**files, "roadmap.yaml": files["roadmap.yaml"] + HIDDEN})
    monkeypatch.chdir(made)
    return made


def built(out: str, *more: str) -> int:
    return main(["build", "--no-posters", "--no-manual", "--out", out, *more])


@pytest.mark.parametrize(
    ("option", "variable", "steers"),
    [
        ((), "", False),
        ((), "staff", False),
        ((), "steering", True),
        (("--audience", "steering"), "", True),
        (("--audience", "staff"), "steering", False),
    ],
)
def test_the_option_goes_before_the_environment(
    folder: Path, monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...], variable: str, *, steers: bool
) -> None:
    """Without either it is for staff."""
    monkeypatch.setenv("STIP_AUDIENCE", variable)
    assert built("out", *option) == 0
    pages = "".join(path.read_text("utf-8") for path in (folder / "out").rglob("*.md"))
    assert ("Zqxmodel" in pages) == steers
    assert ('<p class="stip-ribbon"' in pages) == steers
    home = next((folder / "out").glob("index.md")).read_text("utf-8")
    assert ("\nrobots: noindex\n---\n" in home) == steers
    assert json.loads((folder / "out" / ".stip-files.json").read_text("utf-8"))["audience"] == (
        "steering" if steers else "staff"
    )


@pytest.mark.parametrize(
    "command", [("check",), ("build", "--out", "out"), ("poster", "--out", "out"), ("edition", "zz")]
)
def test_an_environment_that_says_nothing_known_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    """One sentence, and nothing is made: what was meant for a few must not be for everyone."""
    monkeypatch.setenv("STIP_AUDIENCE", "stuurgroep")
    before = sorted(folder.rglob("*"))
    assert main(command) == 2
    said = "De variabele STIP_AUDIENCE is 'stuurgroep', maar kan alleen dit zijn: staff, steering.\n"
    assert capsys.readouterr().err == said
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("first", Audience)
@pytest.mark.usefixtures("folder")
def test_no_site_is_written_over_the_other(capsys: pytest.CaptureFixture[str], first: Audience) -> None:
    """Neither way; the folder stays as it was."""
    other = next(one for one in Audience if one is not first)
    assert built("out", "--audience", first) == 0
    before = {path: path.read_bytes() for path in Path("out").rglob("*") if path.is_file()}
    capsys.readouterr()
    assert built("out", "--audience", other) == 2
    names = {"staff": "medewerkers", "steering": "stuurgroep en directie"}
    said = f"In out staat de site voor {names[first]}, en dit is de site voor {names[other]}. Kies een andere map.\n"
    assert capsys.readouterr().err == said
    assert {path: path.read_bytes() for path in Path("out").rglob("*") if path.is_file()} == before
    assert built("out", "--audience", first) == 0


@pytest.mark.usefixtures("folder")
def test_a_list_of_files_of_before_is_that_of_staff() -> None:
    """It is written over by the site for staff, and not by the other."""
    assert built("out") == 0
    manifest = Path("out/.stip-files.json")
    manifest.write_text(json.dumps(json.loads(manifest.read_text("utf-8"))["files"]), encoding="utf-8")
    assert built("out", "--audience", "steering") == 2
    assert built("out") == 0


@pytest.mark.usefixtures("folder")
def test_an_edition_is_the_same_for_both(tmp_path: Path) -> None:
    """What hangs on a wall is read by everyone."""
    made = []
    for audience in Audience:
        assert main(["edition", "zz", "--audience", audience]) == 0
        file = Path("editions/zz.json").rename(tmp_path / f"{audience}.json")
        made.append(file.read_bytes())
    assert made[0] == made[1]
