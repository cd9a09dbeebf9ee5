"""`stip poster` writes what is asked for and says what it made; what cannot be made is told in one sentence."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pypdf
import pytest

from building import ROOT
from samples import roadmap
from stip.cli import GOOD, PROBLEMS, WRONG_USE, main

ROADMAP = str(ROOT / "roadmap.yaml")
Captured = pytest.CaptureFixture[str]


def poster(folder: Path, *options: str) -> int:
    """Run the command on the example."""
    return main(["poster", ROADMAP, "--out", str(folder), *options])


def test_each_poster_is_written_and_told(tmp_path: Path, capsys: Captured) -> None:
    assert poster(tmp_path, "--size", "a3", "--unit", "streekarchief,bd-groen", "--bleed") == GOOD
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "poster-a3-bd-groen-bleed.pdf",
        "poster-a3-bd-groen.pdf",
        "poster-a3-bd-groen.svg",
        "poster-a3-streekarchief-bleed.pdf",
        "poster-a3-streekarchief.pdf",
        "poster-a3-streekarchief.svg",
    ]
    lines = capsys.readouterr().out.splitlines()
    assert "poster-a3-streekarchief.pdf: 1 vel A3, 420 \u00d7 297 mm" in lines
    assert "poster-a3-streekarchief-bleed.pdf: 1 vel A3, 440 \u00d7 317 mm" in lines
    assert lines[-1] == f"6 bestanden staan in {tmp_path}"


def test_one_that_does_not_fit_keeps_no_other_from_being_made(tmp_path: Path, capsys: Captured) -> None:
    asked = ("--size", "a3", "--cluster", "bd-groen", "--department", "belastingen")
    assert poster(tmp_path, *asked) == PROBLEMS
    assert (tmp_path / "poster-a3-bd-groen.pdf").exists()
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Belastingen heeft geen stappen, en niets wat eronder valt ook niet. Een poster is er pas te maken als die er "
        "zijn."
    )


def test_an_unknown_id_writes_nothing(tmp_path: Path, capsys: Captured) -> None:
    assert poster(tmp_path, "--goal", "kort-wachen") == PROBLEMS
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Er is geen doel met het id `kort-wachen`. Bedoel je `kort-wachten`?"
    )
    assert not list(tmp_path.iterdir())


def test_a_size_that_there_is_not_is_wrong_use(tmp_path: Path, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        poster(tmp_path, "--size", "a3,a9")
    assert caught.value.code == WRONG_USE
    assert "invalid choice: 'a9' (choose from a0, a1, a2, a3)" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--size", "--unit", "--goal", "--team-sheets"])
def test_no_name_is_told_and_nothing_else_is_made(option: str, tmp_path: Path, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        poster(tmp_path, option, ",")
    assert caught.value.code == WRONG_USE
    assert "no name in ','" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_typst_the_svg_is_written_and_one_sentence_says_how_to_get_a_pdf(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert poster(tmp_path, "--size", "a3,a2", "--unit", "bd-groen") == PROBLEMS
    assert sorted(file.name for file in tmp_path.iterdir()) == ["poster-a2-bd-groen.svg", "poster-a3-bd-groen.svg"]
    told = [line for line in capsys.readouterr().err.splitlines() if "typst" in line]
    assert told == ["Voor een PDF is typst nodig: installeer het met `pip install 'mkdocs-stip[poster]'`."]


def test_black_and_white_has_a_name_of_its_own(tmp_path: Path) -> None:
    assert poster(tmp_path, "--size", "a3", "--unit", "bd-groen", "--mono") == GOOD
    assert (tmp_path / "poster-a3-bd-groen-mono.pdf").exists()


def test_team_sheets_come_without_the_poster(tmp_path: Path, capsys: Captured) -> None:
    assert poster(tmp_path, "--team-sheets", "streekarchief,bd-groen") == GOOD
    names = ["team-bd-groen.pdf", "team-streekarchief.pdf", "teams.pdf"]
    assert sorted(file.name for file in tmp_path.iterdir()) == names
    assert "teams.pdf: 2 vellen A4, 210 \u00d7 297 mm" in capsys.readouterr().out


def test_team_sheets_and_posters_can_be_asked_for_at_once(tmp_path: Path) -> None:
    asked = ("--team-sheets", "bd-groen", "--size", "a3", "--unit", "bd-groen", "--png")
    assert poster(tmp_path, *asked) == GOOD
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "poster-a3-bd-groen-1600.png",
        "poster-a3-bd-groen-3200.png",
        "poster-a3-bd-groen.pdf",
        "poster-a3-bd-groen.svg",
        "team-bd-groen.pdf",
    ]


def test_all_that_the_site_offers_can_be_written(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in roadmap(departments=2, steps=2).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["poster", "--all", "--out", "out"]) == GOOD
    lines = capsys.readouterr().out.splitlines()
    assert {line.partition(":")[0] for line in lines[:-1]} == {file.name for file in (tmp_path / "out").iterdir()}
    assert {"poster-a0.pdf", "poster-a3.pdf"} <= {file.name for file in (tmp_path / "out").iterdir()}


def test_a_poster_over_sheets_of_an_own_printer(tmp_path: Path, capsys: Captured) -> None:
    asked = ("--size", "a2", "--unit", "bd-groen", "--tile", "a3,a4", "--fit", "--test-print")
    assert poster(tmp_path, *asked) == GOOD
    lines = capsys.readouterr().out.splitlines()
    told = {name: said for name, _, said in (line.partition(": ") for line in lines)}
    for paper in ("a3", "a4"):
        pages = len(pypdf.PdfReader(tmp_path / f"poster-a2-bd-groen-{paper}-fit.pdf").pages)
        assert told[f"poster-a2-bd-groen-{paper}-fit.pdf"] == f"{pages} vellen {paper.upper()}"
    assert told["poster-a2-bd-groen-proof.pdf"] == "1 vel A4"
    assert told["poster-a2-bd-groen-proof-a3.pdf"] == "1 vel A3"


def test_a_folder_that_takes_no_files_is_told(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    assert poster(tmp_path / "out", "--size", "a3", "--unit", "bd-groen") == PROBLEMS
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"{tmp_path / 'out' / 'poster-a3-bd-groen.svg'} kan niet worden geschreven")
    assert said.endswith("Kies met `--out` een map waarin dat mag.")


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tmp_path / "poster-a3-streekarchief.svg"
    before.write_text("Zz")

    def full(_path: Path, _target: Path) -> Path:
        raise OSError(errno.ENOSPC, "Zzfull")

    monkeypatch.setattr(Path, "replace", full)
    assert poster(tmp_path, "--size", "a3", "--unit", "streekarchief") == PROBLEMS
    assert "(de schijf is vol: maak ruimte)" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [before]
    assert before.read_text() == "Zz"
