"""The map holds for one lane and for thirty: nothing overlaps, nothing is lost, the same bytes every time."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from scene.roads import LONG, lane, map_spec
from stip.diagrams import find_engine
from stip.pen.boxes import Rect, around
from stip.scene import draw_maps
from stip.scene.map import place_maps
from stip.scene.map_style import STYLES
from stip.scene.spec import Cut, MapSpec, Year

SPECS = {
    "one": map_spec(1, 4),
    "three": map_spec(3, 9),
    "nine": map_spec(9, 7),
    "fourteen": map_spec(14, 7),
    "thirty": map_spec(30, 7),
    "long": map_spec(9, 7, title=LONG, name=LONG),
    "busy": map_spec(5, 60),
    "none": map_spec(0),
    "empty": replace(map_spec(3, 0), years=()),
}
CUTS: tuple[Cut, ...] = get_args(Cut)


@pytest.mark.parametrize("name", SPECS)
@pytest.mark.parametrize("cut", CUTS)
def test_nothing_overlaps_and_nothing_leaves_the_picture(name: str, cut: Cut) -> None:
    view, start = place_maps([SPECS[name]], find_engine(), cut=cut)[0]
    style = STYLES[cut]
    boxes = list(view.boxes)
    if not view.boards:
        boxes += [around(*disc) for disc in view.discs]
    for one, other in itertools.combinations(boxes, 2):
        assert not one.overlaps(other, -0.5), (one, other)
    picture = Rect(0, 0, style.width, style.height)
    assert all(box.within(picture) for box in boxes)
    assert len(start.boards) == len(SPECS[name].lanes)


@pytest.mark.parametrize("name", SPECS)
@pytest.mark.parametrize("cut", CUTS)
def test_every_step_has_its_mark_and_no_sign_hides_one(name: str, cut: Cut) -> None:
    view, _ = place_maps([SPECS[name]], find_engine(), cut=cut)[0]
    marks = [mark for lane_view in view.lanes for mark in lane_view.marks]
    assert {mark.stop.id for mark in marks} == {stop.id for one in SPECS[name].lanes for stop in one.stops}
    assert all(style_area(cut).holds(mark.x, mark.y) for mark in marks)
    for sign in view.signs:
        assert not any(sign.rect.overlaps(mark.box) for mark in marks)


def style_area(cut: Cut) -> Rect:
    style = STYLES[cut]
    return Rect(0, style.horizon, style.width, style.height - style.horizon)


def test_nine_roads_keep_their_boards_and_most_signs() -> None:
    view, _ = place_maps([SPECS["nine"]], find_engine())[0]
    assert len(view.boards) == 9
    assert len(view.signs) >= 7
    assert len(view.labels) == 6


@pytest.mark.parametrize("count", [10, 14, 30])
def test_discs_on_the_phone_are_large_enough_to_touch(count: int) -> None:
    view, _ = place_maps([map_spec(count, 3)], find_engine(), cut="phone")[0]
    assert all(r >= 16 for _, _, r in view.discs)


@pytest.mark.parametrize("cut", CUTS)
def test_same_input_gives_the_same_bytes(cut: Cut) -> None:
    spec = SPECS["nine"]
    engine = find_engine()
    assert draw_maps([spec], engine, cut=cut) == draw_maps([SPECS["one"], spec], engine, cut=cut)[1:]


def test_a_new_step_leaves_the_other_roads_alone() -> None:
    before, after = map_spec(4, 5), map_spec(4, 5)
    more = replace(after.lanes[3], stops=after.lanes[3].stops[:-1])
    drawn = draw_maps([before, replace(after, lanes=(*after.lanes[:3], more))], find_engine())
    roads = [re.findall(r'class="stip-d-road" d="([^"]+)"', svg)[:3] for svg in drawn]
    assert roads[0] == roads[1]


def test_lanes_keep_their_listed_order_when_no_link_asks_otherwise() -> None:
    view, _ = place_maps([SPECS["nine"]], find_engine())[0]
    assert [one.lane.number for one in view.lanes] == list(range(1, 10))


def test_linked_lanes_come_together() -> None:
    links = tuple((f"s1-{i}", f"s9-{i + 1}") for i in range(5))
    view, _ = place_maps([map_spec(9, 7, links=links)], find_engine())[0]
    order = [one.lane.number for one in view.lanes]
    assert abs(order.index(1) - order.index(9)) < 8
    assert sorted(order) == list(range(1, 10))


def test_hostile_words_stay_words() -> None:
    words = "<script>alert(1)</script> \"'&amp; \\N \\G %s\n]]>"
    one = replace(lane(1, 5, title=words, name=words), href='javascript:alert("1")')
    spec = replace(map_spec(1, 1), title=words, description=words, lanes=(one,), today_text="<b>&")
    for cut in CUTS:
        svg = draw_maps([spec], find_engine(), cut=cut)[0]
        root = ET.fromstring(svg)  # noqa: S314 - it is our own text that is under test
        assert "<script" not in svg
        assert "javascript" not in svg
        assert " ".join(words.split()) in (root[0].text or "")


@pytest.mark.parametrize("cut", CUTS)
def test_the_drawing_is_named_and_its_links_too(cut: Cut) -> None:
    svg = draw_maps([SPECS["fourteen"]], find_engine(), cut=cut)[0]
    root = ET.fromstring(svg)  # noqa: S314 - our own text
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("aria-labelledby") == root[0].get("id")
    ids = [item.get("id") for item in root.iter() if item.get("id")]
    assert len(ids) == len(set(ids))
    assert all(one and one.startswith("map14") for one in ids)
    for link in root.iter(f"{space}a"):
        assert link.get("{http://www.w3.org/1999/xlink}href")
        title = link.find(f"{space}title")
        assert link.get("aria-hidden") or (title is not None and title.text)
    assert 'style="' not in svg
    assert " href=" not in svg


def test_the_hero_stays_light() -> None:
    assert len(draw_maps([SPECS["nine"]], find_engine())[0]) < 150_000


def years(first: int, last: int) -> tuple[Year, ...]:
    base: MapSpec = map_spec(3, 6)
    length = base.years[0].last_day - base.years[0].first_day + 1
    start = base.years[0].first_day
    return tuple(
        Year(str(y), start + (y - 2026) * length, start + (y - 2025) * length - 1) for y in range(first, last + 1)
    )


@pytest.mark.parametrize(("first", "last"), [(2026, 2026), (2025, 2031), (2020, 2045)])
def test_years_that_come_too_near_lose_their_label_not_the_picture(first: int, last: int) -> None:
    spec = replace(map_spec(3, 6), years=years(first, last))
    view, _ = place_maps([spec], find_engine())[0]
    boxes = [label.box for label in view.labels]
    assert boxes
    assert all(box.h >= 14 for box in boxes)
    for one, other in itertools.combinations(boxes, 2):
        assert not one.overlaps(other)
