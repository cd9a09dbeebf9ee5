"""`stip diff` for two files: what it prints and returns, where it writes, and for whom it tells what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planting import WORD, planted
from stip.cli import GOOD, PROBLEMS, WRONG_USE, main
from versions import BASE, edited, write


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a roadmap, and in the folder 'was' what it was before; stand beside it, where git is not asked."""
    monkeypatch.delenv("STIP_AUDIENCE", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write(edited([("roadmap.yaml", "when: 2028", "when: 2029"), ("sturing/geld.yaml", "50000", "60000")]), tmp_path)
    write(BASE, tmp_path / "was")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_two_files(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It tells what differs and is good; when asked, a difference is a problem."""
    del here
    assert main(["diff", "was"]) == GOOD
    assert "Komt later: van 2028 naar 2029." in capsys.readouterr().out
    assert main(["diff", "was/roadmap.yaml", "roadmap.yaml", "--exit-code"]) == PROBLEMS
    assert main(["diff", "was", "was", "--exit-code"]) == GOOD


def test_a_file_as_outcome(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is written whole, in UTF-8, and nothing is printed; where that cannot be, it is said."""
    assert main(["diff", "was", "--format", "markdown", "--out", "mr.md"]) == GOOD
    assert capsys.readouterr().out == ""
    assert (here / "mr.md").read_bytes().decode("utf-8").startswith("## Wat er anders is")
    assert main(["diff", "was", "--out", "nergens/mr.md"]) == PROBLEMS
    assert "kunnen niet worden bewaard als nergens/mr.md" in capsys.readouterr().err


def test_the_same_bytes(here: Path) -> None:
    """The same two sides are told in the same bytes."""
    for name in ("een.json", "twee.json"):
        assert main(["diff", "was", "--format", "json", "--out", name]) == GOOD
    assert (here / "een.json").read_bytes() == (here / "twee.json").read_bytes()


def test_each_audience_reads_its_own(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Staff do not even hear how many changes there are that they may not read."""
    del here
    counts = {}
    for audience in ("staff", "steering"):
        assert main(["diff", "was", "--format", "json", "--audience", audience]) == GOOD
        said = capsys.readouterr().out
        counts[audience] = json.loads(said)["count"]
        assert ("Begroting" in said) == (audience == "steering")
    assert counts == {"staff": 1, "steering": 2}


def test_another_language(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The words are those of the new side, unless somebody asks for others."""
    del here
    assert main(["diff", "was", "--language", "en"]) == GOOD
    assert capsys.readouterr().out.startswith("What is different: from was/roadmap.yaml to roadmap.yaml\n")


def test_wrong_use(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no side is wrong use; a side with errors is a problem, told with its places."""
    del here
    assert main(["diff", "nergens"]) == WRONG_USE
    assert "'nergens' is geen bestand" in capsys.readouterr().err
    Path("was/roadmap.yaml").write_text("version: 1\n", encoding="utf-8")
    assert main(["diff", "was"]) == PROBLEMS
    said = capsys.readouterr().err
    assert "was/roadmap.yaml:1:1: error SC-02" in said
    assert "Traceback" not in said
    Path("was/editions/2026-najaar.json").write_text("{}", encoding="utf-8")
    assert main(["diff", "was/editions/2026-najaar.json"]) == PROBLEMS
    assert "was/editions/2026-najaar.json:1:1: error" in capsys.readouterr().err


def test_a_terminal_without_every_letter(here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A letter that a terminal does not know becomes its number, never an error."""
    del here
    with (tmp_path / "uit.txt").open("w", encoding="ascii") as terminal:
        monkeypatch.setattr("sys.stdout", terminal)
        assert main(["diff", "was"]) == GOOD
    assert "Werken" not in (tmp_path / "uit.txt").read_text("ascii")
    assert r"\u2018Zuil in de hal\u2019" in (tmp_path / "uit.txt").read_text("ascii")


def test_staff_never_read_what_steers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a project with a planted word in all that staff may not read, none is told, whatever of it changes."""
    monkeypatch.delenv("STIP_AUDIENCE", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    files = planted().files
    other = {_other(name): _other(text) for name, text in files.items()}
    bare = {name: text for name, text in files.items() if not name.startswith(("sturing", "content/sturing"))}
    bare["roadmap.yaml"] = bare["roadmap.yaml"].replace("Stap een-1", "Stap 1")
    for name, found in (("oud", files), ("nieuw", other), ("kaal", bare)):
        write(found, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for old, new, same in (("oud", "nieuw", True), ("kaal", "nieuw", False), ("nieuw", "kaal", False)):
        assert main(["diff", old, new, "--format", "json", "--out", "uit.json"]) == GOOD
        said = (tmp_path / "uit.json").read_bytes()
        assert not WORD.search(said.replace(b"zqy", b"zqx"))
        assert (json.loads(said)["count"] == 0) == same


def _other(text: str) -> str:
    """Return a text with other words in place of the planted ones."""
    return WORD.sub(lambda found: b"zqy" + found[0][3:], text.encode()).decode()
