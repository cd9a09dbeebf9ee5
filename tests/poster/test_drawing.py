"""What is drawn on a poster can be read and printed anywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from posters import FITS, drawn, placed, roadmap
from stip.editions import EditionMark
from stip.poster import sheet, write_svg
from stip.poster.drawing import Drawing, draw_poster
from stip.poster.mono import grey_colours
from stip.poster.paint import SVG
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
    assert root.attrib["role"] == "img"
    assert drawn().spec.name in names[root.attrib["aria-labelledby"]]
    assert names[root.attrib["aria-describedby"]] == drawn().spec.map.description


def test_the_code_leads_to_the_edition() -> None:
    spec = poster_spec(roadmap(), edition=EditionMark("2026-najaar", exact=True))
    assert spec.link == "https://dichterbij.elzenmeer.example/poster/2026-najaar/"
    assert spec.short_address == "dichterbij.elzenmeer.example/poster/2026-najaar"
    assert "2026-najaar" in spec.edition


def test_a_site_without_address_has_no_code() -> None:
    settings = roadmap().settings.model_copy(update={"address": None})
    spec = poster_spec(replace(roadmap(), settings=settings))
    assert (spec.link, spec.short_address) == ("", "")
