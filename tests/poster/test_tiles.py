"""A poster over the sheets of an ordinary printer: all of it is there, and the sheets can be put together again."""

from __future__ import annotations

import functools
import io
import itertools
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import ContentStream

from posters import drawn
from prints import INCH, bitmaps, faults, fonts, mm, near, plain, strokes, tags
from stip.poster import PAPERS, SIZES, Drawing, Sheet, plan_tiles, sheet
from stip.poster.grid import EDGE, OVERLAP
from stip.printing import proof_pdf, tiles_pdf
from stip.printing.tiles import tile_words

POINT = INCH / 72
LYING = {"a4": (297, 210), "a3": (420, 297)}


def poster(size: str = "a0") -> Drawing:
    """Return the example on a sheet, not drawn for it anew."""
    return replace(drawn(), sheet=sheet(size))


@functools.cache
def tiled(paper: str = "a4", *, fit: bool = False) -> pypdf.PdfReader:
    """Return the sheets of the example's poster."""
    return pypdf.PdfReader(io.BytesIO(tiles_pdf(drawn(), paper, fit=fit)))


@dataclass(frozen=True)
class Part:
    """What a page shows of the poster, in mm: where its upper left corner lies on the poster and on the paper."""

    x: float
    y: float
    left: float
    top: float
    width: float
    height: float
    scale: float


def part(page: pypdf.PageObject) -> Part:
    """Measure in the file which part of the placed poster a page lets through."""
    high = float(page.mediabox.height)
    clips: list[tuple[float, float, float, float]] = []
    kept: list[Any] = []
    matrix, corners = [1.0, 0, 0, 1, 0, 0], []
    for values, operator in ContentStream(page["/Contents"].get_object(), page.pdf).operations:
        numbers = [float(value) for value in values] if operator in {b"m", b"l", b"cm"} else []
        if operator == b"q":
            kept.append((matrix, len(clips)))
        elif operator == b"Q":
            matrix, count = kept.pop()
            clips = clips[:count]
        elif operator == b"cm":
            matrix = [
                numbers[0] * matrix[0],
                0,
                0,
                numbers[3] * matrix[3],
                numbers[4] + matrix[4],
                numbers[5] + matrix[5],
            ]
        elif operator == b"m":
            corners = [numbers]
        elif operator == b"l":
            corners.append(numbers)
        elif operator == b"W":
            across, along = zip(*corners, strict=True)
            clips.append((min(across), min(along), max(across), max(along)))
        elif operator == b"Do":
            break
    form = page["/Resources"]["/XObject"][str(values[0])]  # type: ignore[index]
    tall = float(form["/BBox"][3]) * matrix[3]
    left, bottom = max(clip[0] for clip in clips), max(clip[1] for clip in clips)
    right, top = min(clip[2] for clip in clips), min(clip[3] for clip in clips)
    return Part(
        x=(left - matrix[4]) * POINT,
        y=(matrix[5] + tall - top) * POINT,
        left=left * POINT,
        top=(high - top) * POINT,
        width=(right - left) * POINT,
        height=(top - bottom) * POINT,
        scale=matrix[0],
    )


@pytest.mark.parametrize(("paper", "fit"), [*itertools.product(PAPERS, [False, True])])
def test_every_bit_of_the_poster_is_on_a_sheet_and_neighbours_share_a_strip(paper: str, fit: bool) -> None:  # noqa: FBT001
    grid, pages = plan_tiles(drawn(), paper, fit=fit), tiled(paper, fit=fit).pages
    assert len(pages) == 1 + grid.count
    parts = [part(page) for page in pages[1:]]
    rows = [parts[at : at + grid.columns] for at in range(0, len(parts), grid.columns)]
    wide, high = drawn().sheet.width * grid.scale, drawn().sheet.height * grid.scale
    for row in rows:
        assert near((row[0].x, row[-1].x + row[-1].width), (0, wide), 0.05)
        assert all(near((one.x + one.width - other.x,), (12,), 0.05) for one, other in itertools.pairwise(row))
    for column in zip(*rows, strict=True):
        assert near((column[0].y, column[-1].y + column[-1].height), (0, high), 0.05)
        assert all(near((one.y + one.height - other.y,), (12,), 0.05) for one, other in itertools.pairwise(column))
    assert all(near((one.left, one.top), (EDGE, EDGE), 0.05) for one in parts)
    assert all(near((one.scale,), (grid.scale,), 0.0005) for one in parts)
    assert OVERLAP == 12


@pytest.mark.parametrize("paper", PAPERS)
def test_no_sheet_is_empty(paper: str) -> None:
    assert min(min(one.width, one.height) for one in map(part, tiled(paper).pages[1:])) > OVERLAP


@pytest.mark.parametrize("paper", PAPERS)
def test_the_sheets_are_those_of_the_printer(paper: str) -> None:
    sizes = {mm(page.mediabox)[2:] for page in tiled(paper).pages}
    assert len(sizes) == 1
    size = sizes.pop()
    assert near(size, LYING[paper]) or near(size, LYING[paper][::-1])


def test_the_sheets_stand_or_lie_whichever_takes_fewer() -> None:
    counts = {size: [plan_tiles(poster(size), paper).count for paper in PAPERS] for size in SIZES}
    assert counts == {"a0": [25, 15], "a1": [15, 8], "a2": [8, 4], "a3": [4, 2]}


def test_a_sheet_of_any_shape_is_covered() -> None:
    odd = replace(drawn(), sheet=Sheet("lang", 2000, 150, 5.5))
    grid = plan_tiles(odd)
    tiles = list(grid.tiles())
    assert len(tiles) == grid.count == 8
    assert (tiles[-1].x + tiles[-1].width, tiles[-1].height) == (2000, 150)


def test_fit_saves_sheets_as_long_as_all_can_be_read() -> None:
    fitted = plan_tiles(drawn(), fit=True)
    assert (fitted.fit, fitted.count, fitted.saved) == ("done", 16, 9)
    assert fitted.scale == pytest.approx(0.879)
    assert "87,9% van het hele formaat (1045 bij 739 mm). Dat scheelt 9 bladen" in cover(fit=True)


def test_fit_leaves_letters_large_enough_to_read() -> None:
    smallest = replace(poster("a3"), letters=(replace(drawn().letters[0], size=2.2 / sheet("a3").scale),))
    grid = plan_tiles(smallest, fit=True)
    assert (grid.fit, grid.scale, grid.count) == ("letters", 1.0, 4)
    larger = replace(smallest, letters=(replace(drawn().letters[0], size=2.6 / sheet("a3").scale),))
    assert plan_tiles(larger, fit=True).fit == "done"


def test_fit_says_when_there_is_nothing_to_save() -> None:
    small = replace(drawn(), sheet=Sheet("a5", 210, 148, 2.2))
    assert plan_tiles(small, fit=True).fit == "nothing"


def cover(paper: str = "a4", *, fit: bool = False) -> str:
    """Return what the cover says."""
    return re.sub(r"\s+", " ", told(tiled(paper, fit=fit))[0])


def told(reader: pypdf.PdfReader) -> list[str]:
    """Return what each page says, the poster that it shows not read."""
    writer = pypdf.PdfWriter(clone_from=reader)
    writer.pages[0]["/Resources"]["/XObject"]["/x0"].get_object().set_data(b"")  # type: ignore[index]
    return [page.extract_text() for page in writer.pages]


def test_the_cover_says_what_to_do_and_where_the_accessible_poster_is() -> None:
    said = cover()
    for words in (
        "Zo plak je de poster",
        "Dichterbij op A0, geprint op 25 bladen A4",
        "Print alle bladen op 100%",
        "Knip van elk blad",
        "Plak eerst elke rij",
        "Meet deze lijn na",
        "Een voorleesprogramma leest ze niet goed voor",
        "dichterbij.elzenmeer.example",
    ):
        assert plain(words) in plain(said), words


def test_a_site_without_an_address_is_not_named_and_english_is_spoken() -> None:
    spec = replace(drawn().spec, short_address="", language="en")
    words = tile_words(replace(drawn(), spec=spec), plan_tiles(drawn(), fit=True))
    assert words.aid.endswith("Use the PDF of the whole poster for that.")
    assert "87.9% of its full size" in words.about
    assert words.labels[7] == "Sheet 8 · row 2 of 4, column 4 of 4"


def test_each_sheet_says_which_it_is_and_which_comes_next() -> None:
    said = [plain(words) for words in told(tiled())]
    for number in range(1, 26):
        row, column = divmod(number - 1, 5)
        assert plain(f"Blad {number} · rij {row + 1} van 5, kolom {column + 1} van 5") in said[number]
        beside = [number + 1] * (column < 4) + [number + 5] * (row < 4)
        assert [int(one) for one in re.findall(r"Hierkomtblad(\d+?)(?=Hier|Blad)", said[number])] == beside


def test_crosses_of_neighbours_meet() -> None:
    for paper in PAPERS:
        grid = plan_tiles(drawn(), paper)
        found = [crosses(page, tile.x, tile.y) for page, tile in zip(tiled(paper).pages[1:], grid.tiles(), strict=True)]
        for at, (tile, own) in enumerate(zip(grid.tiles(), found, strict=True)):
            if not tile.last_column:
                assert len(own & found[at + 1]) == 2, tile
            if not tile.last_row:
                assert len(own & found[at + grid.columns]) in {1, 2}, tile


def crosses(page: pypdf.PageObject, x: float, y: float) -> set[tuple[int, int]]:
    """Return where on the poster the horizontal arms of crosses have their middle, in mm."""
    arms = [line for line in strokes(page) if near(line[2:], (5, 0), 0.01)]
    return {(round(left + 2.5 - EDGE + x), round(top - EDGE + y)) for left, top, _, _ in arms}


def test_the_file_is_small_has_its_fonts_and_is_sound(tmp_path: Path) -> None:
    pdf = tiles_pdf(drawn())
    assert len(pdf) < 1_000_000
    assert all(fonts(pdf).values())
    assert bitmaps(pdf) == 0
    assert [fault for fault in faults(pdf, tmp_path) if "pdfuaid" not in fault] == []
    assert pdf == tiles_pdf(drawn())
    kinds = [kind for _, kind, _ in tags(pdf)]
    assert (kinds.count("H1"), kinds.count("LI")) == (1, 5)
    root = tiled().root_object
    assert str(root["/Lang"]) == "nl"
    assert tiled().metadata
    assert "om zelf te plakken" in str(tiled().metadata["/Title"])  # type: ignore[index]


def test_a_test_print_is_one_sheet_with_a_ruler_and_a_corner_at_full_size(tmp_path: Path) -> None:
    pdf = proof_pdf(drawn())
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    (page,) = reader.pages
    assert near(mm(page.mediabox)[2:], (210, 297))
    shown = part(page)
    assert near((shown.scale, shown.x, shown.y + shown.height), (1, 0, 841), 0.05)
    assert min(shown.width, shown.height) > 120
    assert any(near(line[2:], (100, 0), 0.01) for line in strokes(page))
    said = plain(page.extract_text())
    assert all(plain(words) in said for words in ("Is de liniaal hieronder 100 mm lang?", "alle vier de kanten"))
    assert [fault for fault in faults(pdf, tmp_path) if "pdfuaid" not in fault] == []
    assert pdf == proof_pdf(drawn())


@pytest.mark.parametrize("paper", PAPERS)
def test_a_long_name_takes_no_more_pages(paper: str) -> None:
    name = "Programma Samen dichterbij & verder voor ‘dienstverlening’ en digitale vaardigheid, "  # noqa: RUF001
    long = replace(drawn(), spec=replace(drawn().spec, name=(name * 3)[:180]))
    assert len(pypdf.PdfReader(io.BytesIO(tiles_pdf(long, paper))).pages) == 1 + plan_tiles(long, paper).count
    assert len(pypdf.PdfReader(io.BytesIO(proof_pdf(long, paper))).pages) == 1
