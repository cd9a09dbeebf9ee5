"""Read a chart as a person sees it: its words with their places, its links; and tell what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from stip.charts import Chart
from stip.pen.boxes import Rect
from stip.text.fonts import Font, measure

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
NARROWEST = {"wide": 560 / 600, "narrow": 280 / 320}
"""How much smaller than drawn a form is shown at least."""
LEAST = 14
"""The least letter on the screen, in px."""


@dataclass(frozen=True)
class Word:
    """A line of letters: what it says, the box of its letters, its size and its classes."""

    says: str
    box: Rect
    size: float
    classes: frozenset[str]


def forms(chart: Chart) -> dict[str, ET.Element]:
    """Parse both drawings; fails on what is no XML."""
    return {name: ET.fromstring(svg) for name, svg in (("wide", chart.wide), ("narrow", chart.narrow))}  # noqa: S314 - our own


def words(root: ET.Element) -> list[Word]:
    """Return every line of letters in the order in which it is drawn."""
    found = []
    for element in root.iter(f"{SVG}text"):
        says, size = element.text or "", float(element.get("font-size", "0"))
        classes = frozenset(element.get("class", "").split())
        face = "hand" if "stip-hand" in classes else "plain"
        font: Font = f"{face}-bold" if "stip-d-bold" in classes else face  # type: ignore[assignment]
        width = measure(says, font, size)
        moved = {"middle": width / 2, "end": width}.get(element.get("text-anchor", ""), 0.0)
        x, base = float(element.get("x", "0")) - moved, float(element.get("y", "0"))
        found.append(Word(says, Rect(x, base - 0.72 * size, width, 0.9 * size), size, classes))
    return found


def said(root: ET.Element) -> str:
    """Return all words of a drawing, joined by spaces."""
    return " ".join(word.says for word in words(root))


def links(root: ET.Element) -> dict[str, str]:
    """Return the address of each link by its name."""
    return {one.findtext(f"{SVG}title", ""): one.get(LINK, "") for one in root.iter(f"{SVG}a")}


def shapes(root: ET.Element, cls: str) -> list[str]:
    """Return the path data of everything of a class."""
    return [one.get("d", "") for one in root.iter(f"{SVG}path") if cls in one.get("class", "").split()]


def span(d: str) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of path data, control points included."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", d)]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def wrong(chart: Chart) -> list[str]:
    """Tell everything that no chart may have: spilling or meeting words, small letters, a colour of its own."""
    found = []
    for name, root in forms(chart).items():
        _, _, width, height = map(float, root.get("viewBox", "").split())
        frame = Rect(-0.6, -0.6, width + 1.2, height + 1.2)
        listed = words(root)
        found += [f"{name}: '{word.says}' leaves the chart" for word in listed if not word.box.within(frame)]
        found += [f"{name}: '{word.says}' is small" for word in listed if word.size * NARROWEST[name] < LEAST - 0.01]
        found += [
            f"{name}: '{one.says}' meets '{other.says}'"
            for i, one in enumerate(listed)
            for other in listed[i + 1 :]
            if one.box.overlaps(other.box, -0.6)
        ]
        found += _odd(chart, root, Rect(-3.5, -3.5, width + 7, height + 7), name)
    ids = re.findall(r' id="([^"]*)"', chart.wide + chart.narrow)
    found += [f"id {one} stands twice" for one in set(ids) if ids.count(one) > 1]
    found += [f"id {one} is not the chart's" for one in ids if not one.startswith(f"{chart.id}-")]
    return found


def _odd(chart: Chart, root: ET.Element, frame: Rect, name: str) -> list[str]:
    """Tell what a strict policy of content, a screen reader or another page would not bear."""
    found = []
    ids = {one.get("id") for one in root.iter()}
    for element in root.iter():
        given = element.attrib.items()
        found += [f"{name}: {key}={value}" for key, value in given if key == "style" or key.startswith("on")]
        found += [
            f"{name}: {value}" for _, value in given if re.search(r"#[0-9a-f]{3,8}\b(?!\))|\bnan\b|\binf\b", value)
        ]
        found += [
            f"{name}: {value} is nowhere"
            for key, value in given
            if key == "fill" and value.removeprefix("url(#").removesuffix(")") not in ids
        ]
        if element.tag == f"{SVG}path" and element.get("fill") is None and "motif" not in element.get("class", ""):
            left, top, right, bottom = span(element.get("d", ""))
            if not Rect(left, top, right - left, bottom - top).within(frame):
                found.append(f"{name}: a {element.get('class')} leaves the chart: {left} {top} {right} {bottom}")
    named = root.get("aria-labelledby", "").split()
    if [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] != [chart.title, chart.summary] or not ids >= {
        *named
    }:
        found.append(f"{name}: without its name")
    if root.get("role") != ("group" if links(root) else "img"):
        found.append(f"{name}: role {root.get('role')}")
    return found
