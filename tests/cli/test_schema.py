"""`stip schema` writes what an editor asks for, in the language of the roadmap beside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samples import roadmap
from stip.cli import main
from stip.schema import KINDS, schema


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_in_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file for each kind, and nothing else; the folder may be new."""
    assert main(["schema", "--out", "een/twee"]) == 0
    assert capsys.readouterr().out == "6 bestanden staan in een/twee\n"
    files = {path.name: json.loads(path.read_text("utf-8")) for path in (folder / "een" / "twee").iterdir()}
    assert files == {f"{kind}.json": schema(kind, "nl") for kind in KINDS}


def test_one_in_a_folder(folder: Path) -> None:
    """Whoever asks for one kind gets no other."""
    assert main(["schema", "persona", "--language", "en", "--out", "."]) == 0
    assert [path.name for path in folder.iterdir()] == ["persona.json"]
    assert json.loads((folder / "persona.json").read_text("utf-8")) == schema("persona", "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [(roadmap("en")["roadmap.yaml"], "en"), ("language: fr\n", "nl"), ("language: [", "nl"), ("- x\n", "nl")],
    ids=["english", "another", "broken", "a list"],
)
def test_the_language_of_the_roadmap_beside(
    folder: Path, text: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As far as it can be read; an option goes before it."""
    (folder / "roadmap.yaml").write_text(text, encoding="utf-8")
    assert main(["schema", "question"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("question", language)
    assert main(["schema", "question", "--language", "nl"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("question", "nl")


def test_a_folder_that_is_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence, and no traceback."""
    (folder / "bezet").write_text("x", encoding="utf-8")
    assert main(["schema", "--out", "bezet"]) == 1
    assert capsys.readouterr().err.startswith("bezet kan niet worden geschreven (")
