"""Whatever stands in whatever cells: no traceback, nothing lost, and what is written loads without an error."""

from __future__ import annotations

import contextlib
import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from spreadsheet.reading import imported_book
from spreadsheet.shapes import workbook
from stip.spreadsheet.cells import Area, Book, Cell, Grid, Spot, SpreadsheetError, cleaned, written
from stip.spreadsheet.opening import open_book
from stip.text.words import words_for

HEADINGS = st.sampled_from(
    [
        "Afdeling",
        "Team",
        "Stap",
        "Wanneer",
        "Start",
        "Eind",
        "Jaar",
        "Kwartaal",
        "Status",
        "Voortgang",
        "Soort",
        "Doel",
        "Wacht op",
        "Sluit aan bij",
        "Reden",
        "Id",
        "Nr",
        "Impact",
        "Links",
        "Uitleg",
        "Voor wie",
        "Q1 2027",
        "Q2 2027",
        "2026",
        "jan",
        "zz",
    ]
)
WORDS = st.sampled_from(
    [
        "Burgerzaken",
        "Werf",
        "Start",
        "Plan",
        "plan",
        "gestopt",
        "uitgesteld",
        "klaar",
        "x",
        "none",
        "1",
        "2",
        "Start; Plan",
        "50%",
        "Q3 2027",
        "begin 2027",
        "2027",
        "2190",
        "1990",
        "later",
        "let op",
        "{from: 2027, until: 2026}",
        "a: b",
        "- #",
        "'",
        '"',
        "con",
    ]
)
ODD = st.text(max_size=12) | st.text("\x00\x07\ud800\u202e\u2028\ufeff\n\t\\\"':#", max_size=6) | st.just("x" * 5000)
VALUES: st.SearchStrategy[Any] = st.one_of(
    WORDS,
    WORDS,
    ODD,
    st.integers(-5, 60_000),
    st.floats(allow_nan=True),
    st.booleans(),
    st.dates(dt.date(1900, 1, 1), dt.date(9999, 1, 1)),
    st.none(),
)


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Make a book of one or two sheets: a row of headings, and anything under it."""
    grids = []
    for name in ("Blad1", "Zz & zo")[: draw(st.integers(1, 2))]:
        width = draw(st.integers(1, 6))
        rows: list[list[Any]] = [draw(st.lists(HEADINGS, min_size=width, max_size=width))]
        rows += draw(st.lists(st.lists(VALUES, min_size=width, max_size=width), max_size=6))
        top = draw(st.integers(1, 3))
        grid = Grid(name, hidden=draw(st.booleans()) and name != "Blad1")
        for row, values in enumerate(rows, start=top):
            for column, value in enumerate(values, start=1):
                text, odd = cleaned(written(value))
                if text or odd:
                    flaw = draw(st.sampled_from([""] * 9 + ["error", "formula"]))
                    note = draw(st.sampled_from(["", "", "", "zznote"]))
                    plain = text if isinstance(value, str) else value
                    grid.cells[row, column] = Cell(
                        Spot(name, row, column), plain, text, note, struck=bool(odd), flaw=flaw, odd=odd
                    )
        if draw(st.booleans()):
            grid.merged = (Area(top, 1, top + draw(st.integers(0, 3)), draw(st.integers(1, 3))),)
        grids.append(grid)
    return Book("zz.xlsx", grids)


@settings(max_examples=30)
@given(books())
def test_any_book_is_read_or_told(book: Book) -> None:
    made = imported_book(book)
    told = {cell.spot for cell, _ in made.draft.left()} | made.draft.kept
    assert {cell.spot for grid in book.grids for cells in grid.rows.values() for cell in cells} <= told
    assert made.said
    if made.files:
        with tempfile.TemporaryDirectory() as folder:
            roadmap = made.roadmap(Path(folder))
        assert len(roadmap.steps) == len(made.draft.steps)


@settings(max_examples=30)
@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(str.encode)
    | st.binary(max_size=60).map(lambda raw: b"PK\x03\x04" + raw)
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "zz.csv"
        path.write_bytes(data)
        try:
            made = imported_book(open_book(path, words_for("nl")))
        except SpreadsheetError:
            return
        assert made.said


@settings(max_examples=15)
@given(st.integers(0, 3000), st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_refused(place: int, byte: int) -> None:
    """A byte that is another one, anywhere in the file."""
    data = bytearray(workbook({"Plan": [["Stap", "Wanneer"], ["Een", "2027"]]}))
    data[place % len(data)] = byte
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "zz.xlsx"
        path.write_bytes(data)
        with contextlib.suppress(SpreadsheetError):
            assert imported_book(open_book(path, words_for("nl"))).said
