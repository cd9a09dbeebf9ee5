"""What is drawn on a poster can be read and printed anywhere."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest
import segno

from posters import FITS, drawn, placed, roadmap
from stip.editions import EditionMark
from stip.pen.boxes import Rect, is_free
from stip.pen.svg import SVG
from stip.poster import ORIENTATIONS, SIZES, sheet, write_svg
from stip.poster.code import LEAST_MODULE
from stip.poster.drawing import Drawing, draw_poster
from stip.poster.legend import marks_paper
from stip.poster.mono import grey_colours
from stip.poster.roads import step_mark
from stip.poster.sheets import LEAST_NAME
from stip.printing import poster_spec


@cache
def grey() -> Drawing:
    """Return the drawing for a printer without colour."""
    return draw_poster(poster_spec(roadmap()), placed("a0"), sheet("a0"), grey_colours(), mono=True)


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_the_smallest_letter_can_be_read(size: str, orientation: str) -> None:
    paper = sheet(size, orientation)
    letters = drawn(size, orientation).letters
    assert min(item.size for item in letters) * paper.scale >= paper.least - 1e-9
    assert min(item.size for item in letters if item.role == "unit") >= LEAST_NAME


def test_the_drawing_has_fixed_colours() -> None:
    assert "var(" not in write_svg(drawn())
    assert "class=" not in write_svg(drawn())


def test_without_colour_everything_is_grey() -> None:
    painted = re.sub(r"<style>.*?</style>", "", write_svg(grey()))
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}\b", painted))
    assert colours
    assert {colour for colour in colours if colour[1:3] != colour[3:5] or colour[1:3] != colour[5:7]} == set()
    assert "currentColor" not in painted


def test_the_picture_needs_nothing_else() -> None:
    root = ET.fromstring(write_svg(drawn()))  # noqa: S314 - just made
    style = root.find(f"{{{SVG}}}style")
    assert style is not None
    assert style.text is not None
    faces = set(re.findall(r'font-family:"([^"]+)";font-weight:(\d+);src:url\(data:font/woff2;base64,', style.text))
    used = {
        (item.attrib["font-family"], item.attrib["font-weight"]) for item in root.iter() if "font-family" in item.attrib
    }
    assert used == faces
    links = [item.attrib["{http://www.w3.org/1999/xlink}href"] for item in root.iter(f"{{{SVG}}}a")]
    assert len(links) == len([item for item in drawn().letters if item.href])
    assert all(link.startswith("https://") for link in links)


def test_the_picture_has_a_name_for_who_does_not_see_it() -> None:
    root = ET.fromstring(write_svg(drawn()))  # noqa: S314 - just made
    names = {item.attrib["id"]: item.text or "" for item in root if item.tag in {f"{{{SVG}}}title", f"{{{SVG}}}desc"}}
    assert root.attrib["role"] == "group"
    assert drawn().spec.name in names[root.attrib["aria-labelledby"]]
    assert names[root.attrib["aria-describedby"]] == drawn().spec.map.description
    assert drawn().spec.map.lanes[0].short in drawn().spec.map.description


def test_the_code_leads_to_the_edition() -> None:
    spec = poster_spec(roadmap(), edition=EditionMark("2026-najaar", exact=True))
    assert spec.link == "https://dichterbij.elzenmeer.example/poster/2026-najaar/"
    assert spec.short_address == "dichterbij.elzenmeer.example/poster/2026-najaar"
    assert "2026-najaar" in spec.edition


def test_a_site_without_address_has_no_code() -> None:
    settings = roadmap().settings.model_copy(update={"address": None})
    spec = poster_spec(replace(roadmap(), settings=settings))
    assert (spec.link, spec.short_address) == ("", "")


SHEETS = tuple(itertools.product(SIZES, ORIENTATIONS))


@pytest.mark.parametrize(("size", "orientation"), SHEETS)
def test_no_words_overlap_and_all_stand_within_the_trim(size: str, orientation: str) -> None:
    drawing, poster = drawn(size, orientation), placed(size, orientation)
    for one, other in itertools.combinations(drawing.letters, 2):
        assert not one.box.overlaps(other.box, -1.2), (one.lines, other.lines)
    for item in drawing.letters:
        assert item.box.within(Rect(4, 0, poster.width - 8, poster.height)), item.lines
        if item.role in {"title", "goal", "text"}:
            assert is_free(item.box, poster.obstacles, -0.5), item.lines


@pytest.mark.parametrize(("size", "orientation"), SHEETS)
def test_the_legend_says_what_is_on_the_poster_and_no_more(size: str, orientation: str) -> None:
    drawing = drawn(size, orientation)
    spec, words = drawing.spec, [" ".join(item.lines) for item in drawing.letters if item.role == "text"]
    stops = [stop for lane in spec.map.lanes for stop in lane.stops]
    shown = {stop.status for stop in stops} | {stop.kind for stop in stops}
    for name, word in {**spec.statuses, **spec.kinds}.items():
        assert (word in words) == (name in shown), word
    assert spec.waits in words
    if orientation == "landscape":  # upright there may be no room for what stands on the boards too
        assert {lane.short for lane in spec.map.lanes} <= set(words)


def test_a_legend_of_a_few_steps_is_short() -> None:
    spec, poster = poster_spec(roadmap()), placed("a0")
    lanes = tuple(
        replace(lane, stops=tuple(stop for stop in lane.stops if stop.status == "done" and stop.kind == "milestone"))
        for lane in spec.map.lanes
    )
    paper = marks_paper(replace(spec, map=replace(spec.map, lanes=lanes)), 5.5, lines=False, today=False)
    assert [entry.words for entry in paper.entries] == [spec.statuses["done"], spec.dot]
    assert poster.signs


@pytest.mark.parametrize(("size", "orientation"), SHEETS)
def test_the_code_on_the_sheet_can_be_scanned(size: str, orientation: str) -> None:
    spec = poster_spec(roadmap(), edition=EditionMark("2026-najaar", exact=True))
    drawing = draw_poster(spec, placed(size, orientation), sheet(size, orientation))
    root = ET.fromstring(drawing.art)  # noqa: S314 - just made
    (code,) = (item for item in root.iter(f"{{{SVG}}}path") if item.attrib.get("fill") == "#000000")
    runs = [tuple(map(float, run)) for run in re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)", code.attrib["d"])]
    module = runs[0][3]
    assert module * drawing.sheet.scale >= LEAST_MODULE - 1e-3
    left, top = min(run[0] for run in runs), min(run[1] for run in runs)
    dark = {
        (round((y - top) / module), round((x - left) / module) + i)
        for x, y, wide, _ in runs
        for i in range(round(wide / module))
    }
    matrix = segno.make(drawing.spec.link, micro=False, error="m").matrix
    assert dark == {(i, j) for i, row in enumerate(matrix) for j, bit in enumerate(row) if bit}


def test_an_idea_is_not_drawn_as_a_plan() -> None:
    stop = next(stop for lane in poster_spec(roadmap()).map.lanes for stop in lane.stops if stop.status == "planned")
    plan, idea = (step_mark("p", replace(stop, status=status), 0, 0, 5) for status in ("planned", "idea"))
    assert "stroke-dasharray" in idea
    assert "stroke-dasharray" not in plan


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_long_words_stay_apart_and_can_be_read(orientation: str) -> None:
    text = "Alle ynwenners fan Súdwest-Fryslân & de “Waddeneilanden” krije binnen vijf dagen een duidelijk antwoord"
    goals = tuple(f"{number} {text}" for number in range(12))
    spec = replace(poster_spec(roadmap()), name=text, mission=f"{text}. " * 3, horizon=text, note=text, goals=goals)
    drawing = draw_poster(spec, placed("a3", orientation), sheet("a3", orientation))
    for one, other in itertools.combinations(drawing.letters, 2):
        assert not one.box.overlaps(other.box, -1.2), (one.lines, other.lines)
    assert min(item.size for item in drawing.letters) * drawing.sheet.scale >= drawing.sheet.least - 1e-9
    words = "".join("".join(item.lines) for item in drawing.letters).replace(" ", "")
    assert words.count(text.replace(" ", "")) >= len(("name", "horizon", "note"))
