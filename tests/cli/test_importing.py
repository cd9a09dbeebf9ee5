"""`stip import` keeps its contract: exit codes, nothing overwritten, nothing half, and the report in two forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spreadsheet.shapes import write_shape
from stip.cli import main

CSV = "Zzkop;Anders;Prijs\nEen;2027-03-01;100\nTwee;2028;200\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_plan_becomes_a_folder_that_check_finds_good(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the doubts and what to do next on stdout."""
    write_shape("plain_list", here)
    assert main(["import", "plain_list.xlsx", "--updated", "2026-11-16"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert 'Planning!D4: "begin 2027" gelezen als 2027-Q1' in out
    assert "4 stappen, 3 onderdelen, 2 twijfels" in out
    assert out.endswith("4 bestanden staan in import. Hierna: stip check import/roadmap.yaml\n")
    assert listed(here / "import") == [
        "content/missie.md",
        "roadmap.yaml",
        "roadmap/burgerzaken.yaml",
        "roadmap/werf.yaml",
    ]
    assert main(["check", "import/roadmap.yaml"]) == 0


def test_nothing_is_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_shape("plain_list", here)
    (here / "import").mkdir()
    (here / "import" / "mine.txt").write_text("Zz", encoding="utf-8")
    assert main(["import", "plain_list.xlsx"]) == 2
    assert "Er is niets veranderd" in capsys.readouterr().err
    assert listed(here / "import") == ["mine.txt"]


def test_a_dry_run_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_shape("matrix", here)
    assert main(["import", "matrix.xlsx", "--dry-run", "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert "Sheet 'Matrix': headings in row 1, 6 steps" in out
    assert out.endswith("Nothing was written (--dry-run).\n")
    assert listed(here) == ["matrix.xlsx"]


def test_a_report_for_programs(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_shape("sheet_a_department", here)
    assert (
        main(["import", "sheet_a_department.xlsx", "--format", "json", "--updated", "2026-11-16", "--out", "uit"]) == 0
    )
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["steps"], told["units"]) == (1, 4, 2)
    assert {one["cell"]: one["text"] for one in told["left"]} == {
        "Lijstjes!A1": "zzhidden",
        "Notities!A1": "zzloose",
        "Notities!C1": "zzother",
    }
    assert {
        "cell": "Werf!C3",
        "code": "period_unknown",
        "field": "when",
        "message": '"n.t.b." gelezen als later',
    } in told["doubts"]
    assert told["files"] == ["roadmap.yaml", "content/missie.md", "roadmap/burgerzaken.yaml", "roadmap/werf.yaml"]


def test_a_person_can_point_out_columns_and_sheets(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "plan.csv").write_text(CSV, encoding="utf-8")
    assert main(["import", "plan.csv"]) == 1
    assert "--columns" in capsys.readouterr().err
    assert (
        main(["import", "plan.csv", "--columns", "Zzkop=title, anders=Wanneer,Prijs=skip", "--updated", "2026-11-16"])
        == 0
    )
    out = capsys.readouterr().out
    assert "plan!C2: 100" in out
    assert "when: 2027-03-01" in (here / "import" / "roadmap" / "nog-zonder-afdeling.yaml").read_text("utf-8")
    write_shape("sheet_a_department", here)
    assert main(["import", "sheet_a_department.xlsx", "--sheet", "werf", "--dry-run"]) == 0
    assert "2 stappen, 1 onderdeel" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--sheet", "Zz"], "Er is geen blad 'Zz'. Wel: plan"),
        (["--columns", "Zzkop"], "is geen goede aanwijzing"),
        (["--columns", "Zzkop=zz"], "'zz' is geen veld. Kies uit: department"),
        (["--columns", "Weg=title,Anders=when"], "Geen kop 'Weg' gevonden. Wel: "),
        (["--updated", "gisteren"], "'gisteren' is geen dag"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], said: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "plan.csv").write_text(CSV, encoding="utf-8")
    assert main(["import", "plan.csv", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert listed(here) == ["plan.csv"]


def test_what_is_no_spreadsheet_is_a_problem(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "plan.docx").write_bytes(b"zz")
    assert main(["import", "plan.docx"]) == 1
    assert main(["import", "none.xlsx"]) == 1
    err = capsys.readouterr().err
    assert "plan.docx is geen spreadsheet" in err
    assert "none.xlsx bestaat niet" in err


def test_a_full_disk_leaves_nothing(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not half a roadmap, nor its folder."""
    write_shape("plain_list", here)
    whole, count = Path.write_bytes, iter(range(10))

    def full(path: Path, content: bytes) -> int:
        if next(count) == 2:
            raise OSError(28, "Zzfull")
        return whole(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["import", "plain_list.xlsx", "--out", "a/b"]) == 1
    assert "de schijf is vol" in capsys.readouterr().err
    assert listed(here) == ["plain_list.xlsx"]
    assert not (here / "a").exists()
