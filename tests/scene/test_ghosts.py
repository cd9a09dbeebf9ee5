"""A step that moved leaves a ghost: in order of time, beside the road, with a way that touches nothing with words."""

from __future__ import annotations

import itertools
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from pen.tracing import drawn as points_of
from scene.roads import LONG, path_spec
from stip.diagrams import find_engine
from stip.pen.boxes import Rect
from stip.scene import draw_paths
from stip.scene import path_style as style
from stip.scene.path import place_paths
from stip.scene.spec import Band, Ghost, PathSpec
from stip.scene.strip import Spot, Strip

SPACE = "{http://www.w3.org/2000/svg}"
BANDS: tuple[Band, ...] = ("now", "soon", "later")


def moved(spec: PathSpec, places: dict[int, int], text: str = "stond hier: 11 januari 2027") -> PathSpec:
    """Move steps, by place, to where they are from so many days before or after."""
    stops = list(spec.lane.stops)
    for place, days in places.items():
        day = (stops[place].day or spec.today) + days
        band: Band = "now" if day < spec.today + 180 else "soon" if day < spec.today + 730 else "later"
        ghost = Ghost(text, band, day)
        mark = "later" if days < 0 else "earlier"
        stops[place] = replace(stops[place], mark=mark, mark_text="Verschoven", ghost=ghost, note=text)
    return replace(spec, lane=replace(spec.lane, stops=tuple(stops)))


SPECS = {
    "later": moved(path_spec(1, 9), {4: -200}),
    "earlier": moved(path_spec(2, 9), {3: 500}),
    "from the first day": moved(path_spec(3, 9), {6: -3000}),
    "from the last day": moved(path_spec(4, 9), {5: 5000}),
    "from the same day": moved(path_spec(5, 9), {5: 0}),
    "the only step": moved(path_spec(6, 1), {0: -400}),
    "through strips": moved(path_spec(7, 40), {30: -900, 10: 900}),
    "four at once": moved(path_spec(8, 12), {4: -200, 5: -300, 6: -400, 3: 800}),
    "long names": moved(path_spec(9, 12, title=LONG), {5: -300, 6: 700}, f"stond hier: {LONG}"),
    "open end": moved(
        replace(path_spec(4, 6), lane=replace(path_spec(4, 6).lane, open_end="aansluiting bij 2")), {3: 3000}
    ),
}


def strips_of(name: str) -> list[Strip]:
    return place_paths([SPECS[name]], find_engine())[0]


def ghosts(strips: list[Strip]) -> list[Spot]:
    return [spot for strip in strips for spot in strip.spots if spot.column.ghost]


@pytest.mark.parametrize("name", SPECS)
def test_a_ghost_stands_clear_of_everything(name: str) -> None:
    for strip in strips_of(name):
        boxes = [box for spot in strip.spots for box in spot.boxes]
        for one, other in itertools.combinations(boxes, 2):
            assert not one.overlaps(other, 2), (one, other)
        assert all(box.within(Rect(0, 0, style.WIDTH, strip.height)) for box in boxes)
        for spot in strip.spots:
            if spot.column.ghost and spot.sign:
                for x in (spot.sign.x, spot.x, spot.sign.right):
                    place = strip.road.at(strip.road.distance_at_x(x))
                    assert place.y - place.half > spot.sign.bottom or place.y + place.half < spot.sign.y


@pytest.mark.parametrize("name", SPECS)
def test_a_ghost_stands_where_its_time_is(name: str) -> None:
    """After every step that comes before its old date, before every step that comes after it."""
    spots = [spot for strip in strips_of(name) for spot in strip.spots]
    shown = [spot.column.sign.stop.id for spot in spots if spot.column.sign]
    assert shown == [stop.id for stop in SPECS[name].lane.stops]
    assert len([spot for spot in spots if spot.column.ghost]) == sum(1 for stop in SPECS[name].stops if stop.ghost)
    for place, spot in enumerate(spots):
        ghost = spot.column.ghost.stop.ghost if spot.column.ghost else None
        if ghost:
            before = [one.column.sign.stop.day for one in spots[:place] if one.column.sign]
            after = [one.column.sign.stop.day for one in spots[place:] if one.column.sign]
            assert all(day is not None and day <= ghost.day for day in before)
            assert all(day is None or day > ghost.day for day in after)
            today = next(index for index, one in enumerate(spots) if one.column.id == "today")
            assert (place > today) == (ghost.day > SPECS[name].today)


@pytest.mark.parametrize("name", SPECS)
def test_a_way_leads_from_each_ghost_to_its_step_and_meets_no_sign(name: str) -> None:
    strips = strips_of(name)
    svg = ET.fromstring(draw_paths([SPECS[name]], find_engine())[0])  # noqa: S314 - our own text
    heads, crossed = [], []
    for strip, drawn in zip(strips, (part for part in svg if part.tag == f"{SPACE}g"), strict=True):
        boxes = [box for spot in strip.spots for box in spot.boxes if spot.column.id not in {"sun", "end"}]
        for path in drawn.iter(f"{SPACE}path"):
            kinds = (path.get("class") or "").split()
            if "stip-d-arrow--ghost" in kinds:
                crossed += [(at, box) for at in points_of(path.get("d") or "") for box in boxes if inside(at, box)]
            if "stip-d-arrow--head" in kinds:
                heads.append((strip.index, points_of(path.get("d") or "")[1]))
    assert not crossed
    ends = {spot.column.id: (strip.index, spot) for strip in strips for spot in strip.spots}
    wanted = [ends[spot.column.ghost.stop.id] for spot in ghosts(strips) if spot.column.ghost]
    assert len(heads) == len(wanted)
    for index, step in wanted:
        assert any(strip == index and near(at, step) for strip, at in heads)


def inside(at: tuple[float, float], box: Rect) -> bool:
    return box.x < at[0] < box.right and box.y < at[1] < box.bottom


def near(at: tuple[float, float], step: Spot) -> bool:
    return abs(at[0] - step.x) < step.radius + 12 and abs(at[1] - step.mark[1]) < step.radius + 14


def test_a_ghost_says_whose_it_is_and_leads_there() -> None:
    svg = ET.fromstring(draw_paths([SPECS["later"]], find_engine())[0])  # noqa: S314 - our own text
    stop = SPECS["later"].lane.stops[4]
    (link,) = [one for one in svg.iter(f"{SPACE}a") if (one.get("id") or "").endswith(f"-ghost-{stop.id}")]
    assert link.findtext(f"{SPACE}title") == f"{stop.title}, stond hier: 11 januari 2027"
    assert link.get("{http://www.w3.org/1999/xlink}href") == stop.href
    words = " ".join(text.text or "" for text in link.iter(f"{SPACE}text"))
    assert words == f"{stop.title} stond hier: 11 januari 2027"


def test_a_sign_says_that_its_step_moved() -> None:
    svg = ET.fromstring(draw_paths([SPECS["later"]], find_engine())[0])  # noqa: S314 - our own text
    stop = SPECS["later"].lane.stops[4]
    (sign,) = [one for one in svg.iter(f"{SPACE}a") if (one.get("id") or "").endswith(f"-stop-{stop.id}")]
    assert "Verschoven" in [text.text for text in sign.iter(f"{SPACE}text")]
    assert (sign.findtext(f"{SPACE}title") or "").endswith("Verschoven, stond hier: 11 januari 2027")


def test_without_moves_nothing_is_drawn_of_them() -> None:
    svg = draw_paths([path_spec(1, 9)], find_engine())[0]
    assert "ghost" not in svg
    assert "stip-d-tag" not in svg


def test_hostile_words_stay_words() -> None:
    words = "<script>alert(1)</script> \"'&amp; \\N %s\n]]>"
    svg = draw_paths([moved(path_spec(1, 5, title=words), {2: -90}, words)], find_engine())[0]
    ET.fromstring(svg)  # noqa: S314 - our own text
    assert "<script" not in svg
