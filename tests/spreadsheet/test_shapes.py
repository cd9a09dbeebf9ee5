"""Plans in every shape become a roadmap that loads; no cell is lost, and every doubt names its cell."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from spreadsheet.reading import Imported, imported, imported_book, imported_bytes
from spreadsheet.shapes import SHAPES, workbook, write_shape
from stip.loading.content import NAMES
from stip.model import Step
from stip.spreadsheet.cells import Cell
from stip.spreadsheet.opening import open_book
from stip.spreadsheet.plan_sheet import plan_sheet
from stip.text.words import words_for

SHAPE = pytest.mark.parametrize("name", SHAPES)


def steps(imported: Imported) -> list[tuple[str, str, object]]:
    """Return the unit, title and period of every step, in order."""
    units = imported.draft.units.values()
    return [(unit.name, step.fields["title"], step.fields["when"]) for unit in units for step in unit.steps]


@SHAPE
def test_it_loads_and_comes_back_the_same(name: str, tmp_path: Path) -> None:
    """Without an error; and written as our own sheet and read again, every field of every step is as it was."""
    first = imported(write_shape(name, tmp_path)).roadmap(tmp_path / "first")
    again = imported_bytes(plan_sheet(first), tmp_path)
    assert again.doubts == []
    assert list(again.draft.left()) == []
    second = again.roadmap(tmp_path / "second")
    assert list(second.steps.values()) == list(first.steps.values())
    assert {key: unit.name for key, unit in second.units.items()} == {
        key: unit.name for key, unit in first.units.items()
    }
    assert second.goals == first.goals


@SHAPE
def test_no_cell_is_lost(name: str, tmp_path: Path) -> None:
    """A word planted in every text and every comment stands in the roadmap, in a comment or in the report."""
    book = open_book(write_shape(name, tmp_path), words_for("nl"))
    heads = _headings(name, tmp_path)
    count = itertools.count()
    planted = []
    for grid in book.grids:
        for place, cell in list(grid.cells.items()):
            word = f"zzq{next(count)}zz"
            text = f"{cell.text} ({word})" if (grid.name, cell.spot.row) in heads else f"{cell.text} {word}"
            changed = cell if not isinstance(cell.value, str) or not cell.text else _with(cell, text)
            if changed is not cell or cell.note:
                planted.append(word)
            note = f"{cell.note} {word}" if cell.note and changed is cell else cell.note
            grid.cells[place] = Cell(
                changed.spot, changed.value, changed.text, note, cell.struck, cell.flaw, cell.shown
            )
    made = imported_book(book)
    said = made.said
    assert len(planted) > 5
    assert [word for word in planted if word not in said] == []
    assert made.load(tmp_path / "made").roadmap


def _with(cell: Cell, text: str) -> Cell:
    return Cell(cell.spot, text, text, cell.note, cell.struck, cell.flaw)


def _headings(name: str, folder: Path) -> set[tuple[str, int]]:
    made = imported(write_shape(name, folder))
    known = {(one.sheet, one.heading) for one in made.draft.taken if one.heading}
    rows = {(sheet.name, sheet.row) for sheet in made.draft.sheets if sheet.row}
    for grid in made.draft.grids:
        for row, cells in grid.rows.items():
            if sum((grid.name, " ".join(cell.text.split())) in known for cell in cells) >= min(2, len(cells)):
                rows.add((grid.name, row))
        rows |= {
            (sheet, row + 1)
            for sheet, row in rows
            if sheet == grid.name and len(known) and name in {"titles_above", "matrix"}
        }
    return rows


@SHAPE
def test_every_cell_is_accounted_for(name: str, tmp_path: Path) -> None:
    """Numbers and dates too: a cell has a place, or it is told that it has none."""
    made = imported(write_shape(name, tmp_path))
    left = {cell.spot for cell, _ in made.draft.left()}
    there = {cell.spot for grid in made.draft.grids for cells in grid.rows.values() for cell in cells}
    assert there == {spot for spot in made.draft.kept if spot in there} | left


@SHAPE
def test_the_same_file_gives_the_same_roadmap(name: str, tmp_path: Path) -> None:
    path = write_shape(name, tmp_path)
    assert imported(path).files == imported(path).files


DOUBTS = {
    "plain_list": ["period_rough Planning!D4", "after_like Planning!H5"],
    "titles_above": ["formula Blad1!B10"],
    "matrix": ["several_lines Matrix!F3"],
    "gantt": ["department_above Gantt!B3", "marks_apart Gantt!D3", "mark_text Gantt!E4", "period_none Gantt!B5"],
    "semicolons": ["letters", "department_above semicolons!B3", "period_unclear semicolons!C3"],
    "commas": ["department_above commas!B3", "period_unknown commas!C3"],
    "tabs": ["department_none tabs!A2", "period_rough tabs!B2"],
    "parts": ["kind_bare Export!G6", "period_none Export!E7", "kind_unclear Export!G7"],
    "english": ["period_rough Sheet1!C3", "after_row Sheet1!F3"],
    "sections": [
        "department_section Planning!A2",
        "struck Planning!A4",
        "department_section Planning!A6",
        "hidden Planning!A7",
        "status_unclear Planning!C7",
        "period_rough Planning!B8",
        "reason_missing Planning!A8",
        "reason_missing Planning!A9",
    ],
}


@pytest.mark.parametrize("name", DOUBTS)
def test_doubts_are_these_and_no_others(name: str, tmp_path: Path) -> None:
    assert imported(write_shape(name, tmp_path)).doubts == DOUBTS[name]


def test_a_matrix_has_a_step_in_every_cell(tmp_path: Path) -> None:
    """A year over quarters counts for those under it, and cells merged over quarters last as long."""
    assert steps(imported(write_shape("matrix", tmp_path))) == [
        ("Burgerzaken", "Kiezen", "2026-Q1"),
        ("Burgerzaken", "Bouwen", {"from": "2026-Q2", "until": "2026-Q3"}),
        ("Burgerzaken", "Oefenen", "2027-Q1"),
        ("Burgerzaken", "Aan", "2027-Q1"),
        ("Werf", "Meten", "2026-Q3"),
        ("Werf", "Vieren", "2027-Q2"),
    ]


def test_merged_cells_count_for_all_their_rows(tmp_path: Path) -> None:
    made = imported(write_shape("titles_above", tmp_path))
    assert steps(made) == [
        ("Burgerzaken & Zo", "Paspoort 'thuis'", {"from": "2027-01-01", "until": "2027-03-31"}),
        ("Burgerzaken & Zo", "Balie: open", "2027-04-01"),
        ("Burgerzaken & Zo", "Yes", "2027-Q3"),
        ("Súdwest", "12:30", {"from": "2028", "until": "2029"}),
        ("Súdwest", "=> klaar", {"from": "2028", "until": "2029"}),
    ]
    assert "Jaarplan gemeente Zzdorp" in made.files["roadmap.yaml"]


def test_a_hidden_sheet_is_named_and_not_read(tmp_path: Path) -> None:
    made = imported(write_shape("sheet_a_department", tmp_path))
    assert [unit.name for unit in made.draft.units.values()] == ["Burgerzaken", "Werf"]
    assert "Lijstjes!A1: zzhidden" in made.said
    waiting = {step.fields["title"]: step.fields.get("after") for step in made.draft.steps}
    assert waiting == {"Kiezen": None, "Bouwen": ["kiezen"], "Meten": ["bouwen", "kiezen"], "Rijden": None}


def test_a_doubt_is_a_comment_above_its_line(tmp_path: Path) -> None:
    made = imported(write_shape("plain_list", tmp_path))
    assert (
        '        # twijfel: "begin 2027" gelezen als 2027-Q1 (rij 4, kolom D)\n        when: 2027-Q1\n'
        in made.files["roadmap/burgerzaken.yaml"]
    )
    assert "      # Budget: 1200 (rij 2, kolom I)\n" in made.files["roadmap/burgerzaken.yaml"]


def test_awkward_texts_come_through_unchanged(tmp_path: Path) -> None:
    roadmap = imported(write_shape("hostile", tmp_path)).roadmap(tmp_path / "out")
    sheet = openpyxl.load_workbook(tmp_path / "hostile.xlsx").active
    assert sheet
    wanted = [str(row[1]).replace("\n", " ") for row in sheet.iter_rows(min_row=2, max_row=26, values_only=True)]
    got = [step.title for step in next(iter(roadmap.units.values())).steps]
    assert [(one, two) for one, two in zip(wanted, got, strict=True) if one != two and len(one) <= 180] == []
    long = next(step for step in roadmap.steps.values() if step.title.startswith("Lang"))
    assert (long.text or "").startswith(("Lang " * 60).strip())


def test_ids_are_unique_and_hold_still(tmp_path: Path) -> None:
    """Equal titles get the department before them, and a row more changes no id of another."""
    rows: list[list[Any]] = [["Afdeling", "Stap", "Wanneer"]]
    rows += [[unit, title, "2027"] for unit in ("Een", "Twee") for title in ("Start", "Start", "Plan")]
    before = imported_bytes(workbook({"Plan": rows}), tmp_path).draft
    ids = [step.fields["id"] for step in before.steps]
    assert ids == ["start", "een-start", "plan", "twee-start", "twee-start-2", "twee-plan"]
    after = imported_bytes(workbook({"Plan": [*rows, ["Drie", "Nieuw", "2028"]]}), tmp_path).draft
    assert [step.fields["id"] for step in after.steps] == [*ids, "nieuw"]


def test_nothing_waits_for_itself(tmp_path: Path) -> None:
    """A ring, also by way of the order of the list, is left out with a doubt: loading would refuse it."""
    rows = [
        ["Afdeling", "Stap", "Wanneer", "Wacht op"],
        ["Een", "A-stap", "2027", "B-stap"],
        ["Een", "B-stap", "2028", None],
    ]
    rows += [
        ["Twee", "C-stap", "2027", "D-stap"],
        ["Drie", "D-stap", "2027", "C-stap"],
        ["Vier", "E-stap", "2027", "E-stap"],
    ]
    made = imported_bytes(workbook({"Plan": rows}), tmp_path)
    assert made.doubts == ["after_ring Plan!D2", "after_ring Plan!D5", "after_unclear Plan!D6"]
    made.roadmap(tmp_path / "out")


def test_a_path_that_was_stopped_ends(tmp_path: Path) -> None:
    rows = [["Afdeling", "Stap", "Wanneer", "Status", "Reden"], ["Een", "Weg", "2027", "vervallen", "Zzreason"]]
    made = imported_bytes(workbook({"Plan": rows}), tmp_path)
    assert made.doubts == ["ends_stopped Plan!B2"]
    step = made.roadmap(tmp_path / "out").steps["weg"]
    assert (step.reason, step.leads_to) == ("Zzreason", "none")


def test_dates_out_of_order_stay_in_the_order_of_the_sheet(tmp_path: Path) -> None:
    rows = [["Afdeling", "Stap", "Wanneer"], ["Een", "Laat", "2028"], ["Een", "Vroeg", "2027"]]
    made = imported_bytes(workbook({"Plan": rows}), tmp_path)
    assert [step.fields["title"] for step in made.draft.steps] == ["Laat", "Vroeg"]
    assert made.doubts == ["order Plan!B3"]


def test_english_makes_an_english_roadmap(tmp_path: Path) -> None:
    made = imported(write_shape("english", tmp_path), language="en")
    assert f"content/{NAMES['en'].mission}" in made.files
    assert "# doubt: " in made.said
    assert made.roadmap(tmp_path / "out").settings.language == "en"


def test_every_field_of_a_step_has_a_heading_that_is_read_back() -> None:
    """A field more gets a column by itself; two that are called alike would be one."""
    from stip.spreadsheet.headings import fields, meaning, written_heading  # noqa: PLC0415

    for language in ("nl", "en"):
        for key in fields():
            found = meaning(written_heading(key, language))
            assert found, (language, key)
            assert (found.key, found.exact) == (key, True)
    assert {*Step.model_fields} <= {*fields()}


def test_more_tables_on_a_sheet_have_their_departments_above_them(tmp_path: Path) -> None:
    rows = [
        ["Burgerzaken"],
        ["Stap", "Wanneer"],
        ["Kiezen", "2027"],
        [],
        ["Werf"],
        ["Stap", "Wanneer"],
        ["Rijden", "2028"],
    ]
    made = imported_bytes(workbook({"Plan": rows}), tmp_path)
    assert steps(made) == [("Burgerzaken", "Kiezen", "2027"), ("Werf", "Rijden", "2028")]
    assert made.doubts == ["department_section Plan!A1", "department_section Plan!A5"]


def test_the_first_of_each_month_stands_for_that_month(tmp_path: Path) -> None:
    """And a Monday of each week for that week; a box that is not ticked says nothing."""
    first = [dt.date(2027, month, 1) for month in range(1, 4)]
    monday = [dt.date(2027, 1, 4) + dt.timedelta(days=7 * week) for week in range(3)]
    sheets = {"Maanden": [["Team", "Taak", *first], ["Een", "Doen", False, True, True]]}
    sheets |= {"Weken": [["Team", "Taak", *monday], ["Een", "Meten", None, "x", None]]}
    assert [when for _, _, when in steps(imported_bytes(workbook(sheets), tmp_path))] == [
        {"from": "2027-02", "until": "2027-03"},
        {"from": "2027-01-11", "until": "2027-01-17"},
    ]


def test_a_name_above_no_step_is_told(tmp_path: Path) -> None:
    """A row with only a department is a heading, where steps follow."""
    rows = [["Afdeling", "Stap", "Wanneer"], ["Een"], ["Twee"], [None, "A", "2027"], ["Drie"]]
    made = imported_bytes(workbook({"Plan": rows}), tmp_path)
    assert steps(made) == [("Twee", "A", "2027")]
    assert [str(cell.spot) for cell, _ in made.draft.left()] == ["Plan!A2", "Plan!A5"]


def test_every_doubt_about_a_begin_and_an_end_is_told(tmp_path: Path) -> None:
    rows = [
        ["Afdeling", "Stap", "Start", "Eind"],
        ["Een", "A", "begin 2027", "eind 2028"],
        ["Een", "B", "2029", "n.t.b."],
    ]
    rows += [["Een", "C", "2031", "2030"]]
    made = imported_bytes(workbook({"Plan": rows}), tmp_path)
    assert made.doubts == [
        "period_rough Plan!D2",
        "period_rough Plan!C2",
        "period_beside Plan!D3",
        "period_turned Plan!D4",
        "period_beside Plan!C4",
    ]
