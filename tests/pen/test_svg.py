"""SVG is well-formed whatever the words, short, and its links run nothing."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stip.pen.svg import (
    NAMESPACES,
    SVG,
    XLINK,
    clean,
    drawing,
    element,
    group,
    leads,
    lines,
    link,
    number,
    path,
    rounded,
)

ANY = st.text(st.characters(codec=None))
"""Also what no file may hold: control characters, halves of pairs."""


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        (0, "0", "0"),
        (-0.04, "0", "0"),
        (0.5, "0.5", ".5"),
        (-0.5, "-0.5", "-.5"),
        (12.0, "12", "12"),
        (-10.26, "-10.3", "-10.3"),
    ],
)
def test_numbers_are_written_to_a_tenth(value: float, long: str, short: str) -> None:
    assert (rounded(value), number(value)) == (long, short)


@given(st.floats(-1e6, 1e6))
def test_a_short_number_is_the_same_number(value: float) -> None:
    assert float(number(value)) == float(rounded(value)) == pytest.approx(value, abs=0.051)


@given(ANY, ANY)
def test_any_words_make_well_formed_svg(words: str, name: str) -> None:
    svg = element("svg", link("../x/", name, *lines([words], 1, 2, 14, 18, words), cls="a"), **NAMESPACES)
    svg.encode()
    found = ET.fromstring(svg).find(f".//{{{SVG}}}text")  # noqa: S314 - our own
    assert found is not None
    assert " ".join((found.text or "").split()) == found.text or not found.text


def test_words_stand_on_one_line_and_stay_words() -> None:
    assert clean(" a\n b\t<c> & \x00d ") == "a b &lt;c&gt; &amp; d"


@pytest.mark.parametrize("href", ["../x/", "#a", "https://x.example/", "MAILTO:a@x.example", "x/y:z"])
def test_an_address_is_a_link(href: str) -> None:
    drawn = ET.fromstring(element("svg", link(href, "Naam", "<g/>", cls="a"), **NAMESPACES))  # noqa: S314 - our own
    [anchor] = drawn.findall(f"{{{SVG}}}a")
    assert (anchor.get(f"{{{XLINK}}}href"), anchor.findtext(f"{{{SVG}}}title")) == (href, "Naam")
    assert leads(href)


@pytest.mark.parametrize("href", ["", "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc"])
def test_what_is_no_address_or_runs_something_is_no_link(href: str) -> None:
    assert not leads(href)
    assert link(href, "Naam", "<g/>", cls="a") == '<g class="a"><title>Naam</title><g/></g>'


def test_what_is_empty_is_left_out() -> None:
    assert group(cls="a") == path("", "a") == ""
    assert element("rect", x=None, fill="", rx=0, view_box="0 0 1 1", font_size=2) == (
        '<rect rx="0" viewBox="0 0 1 1" font-size="2"/>'
    )


def test_a_drawing_is_named_or_hidden() -> None:
    named = ET.fromstring(drawing("m", 10, 20, "<g/>", cls="c", title="Kaart", description="Alle wegen"))  # noqa: S314 - our own
    assert [one.get("id") for one in named[:2]] == [named.get("aria-labelledby"), named.get("aria-describedby")]
    assert named.get("viewBox") == "0 0 10 20"
    assert ET.fromstring(drawing("m", 10, 20, cls="c")).get("aria-hidden") == "true"  # noqa: S314 - our own
