"""The path of a department holds for no step and for sixty: boxes keep apart, strips go on, words stay whole."""

from __future__ import annotations

import itertools
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from scene.roads import LONG, path_spec
from stip.diagrams import find_engine
from stip.pen.boxes import Rect
from stip.scene import draw_banner, draw_paths
from stip.scene import path_style as style
from stip.scene.path import place_paths
from stip.scene.spec import PathSpec, Stub

COUNTS = (0, 1, 2, 3, 5, 9, 10, 11, 16, 24, 40, 60)
SPACE = "{http://www.w3.org/2000/svg}"


def crowded() -> PathSpec:
    """Every step waits for three others and is needed by one."""
    spec = path_spec(2, 9, title=LONG)
    stubs = tuple(Stub(f"wacht op: {LONG}", f"/a{i}/", i, i) for i in (3, 11, 12))
    stops = tuple(replace(stop, waits_for=stubs, needed_by=stubs[:1], note=LONG) for stop in spec.lane.stops)
    return replace(spec, lane=replace(spec.lane, stops=stops), start_text=LONG)


SPECS = {
    **{str(count): path_spec(1, count) for count in COUNTS},
    "long": path_spec(3, 12, title=LONG),
    "crowded": crowded(),
    "open": replace(path_spec(4, 6), lane=replace(path_spec(4, 6).lane, open_end="aansluiting bij 2")),
}


@pytest.mark.parametrize("name", SPECS)
def test_boxes_keep_apart_and_inside_their_strip(name: str) -> None:
    for strip in place_paths([SPECS[name]], find_engine())[0]:
        boxes = [box for spot in strip.spots for box in spot.boxes]
        for one, other in itertools.combinations(boxes, 2):
            assert not one.overlaps(other, 2), (one, other)
        ground = Rect(0, 0, style.WIDTH, strip.height)
        assert all(box.within(ground) for box in boxes)


@pytest.mark.parametrize("name", SPECS)
def test_no_sign_stands_on_the_road(name: str) -> None:
    for strip in place_paths([SPECS[name]], find_engine())[0]:
        for spot in strip.spots:
            for box in spot.boxes:
                for i in range(9):
                    x = box.x + box.w * i / 8
                    place = strip.road.at(strip.road.distance_at_x(x))
                    if x <= strip.road.points[-1][0]:
                        assert place.y - place.half > box.bottom or place.y + place.half < box.y


@pytest.mark.parametrize("name", SPECS)
def test_every_step_has_one_sign_in_order(name: str) -> None:
    strips = place_paths([SPECS[name]], find_engine())[0]
    spots = [spot for strip in strips for spot in strip.spots]
    signs = [spot.column.sign.stop.id for spot in spots if spot.column.sign]
    assert signs == [stop.id for stop in SPECS[name].lane.stops]
    for strip in strips:
        assert [spot.x for spot in strip.spots] == sorted(spot.x for spot in strip.spots)
    assert sum(spot.column.id == "today" for spot in spots) == 1
    assert spots[-1].column.id == ("end" if SPECS[name].lane.open_end else "sun")


def test_few_steps_stay_in_one_strip_and_many_are_folded() -> None:
    strips = place_paths([path_spec(1, n) for n in (1, 5, 30)], find_engine())
    assert [len(strip) == 1 for strip in strips] == [True, True, False]


def test_today_stands_between_what_was_and_what_comes() -> None:
    spec = path_spec(1, 9)
    spots = [spot for strip in place_paths([spec], find_engine())[0] for spot in strip.spots]
    place = next(i for i, spot in enumerate(spots) if spot.column.id == "today")
    days = [spot.column.sign.stop.day for spot in spots[:place] if spot.column.sign]
    assert all(day is not None and day <= spec.today for day in days)
    following = next(spot.column.sign.stop.day for spot in spots[place:] if spot.column.sign)
    assert following is None or following > spec.today


def test_same_input_gives_the_same_bytes() -> None:
    specs = [path_spec(1, 11), path_spec(2, 7)]
    engine = find_engine()
    assert draw_paths(specs, engine) == [draw_paths([spec], engine)[0] for spec in specs]


def test_hostile_words_stay_words() -> None:
    words = "<script>alert(1)</script> \"'&amp; \\N \\G %s\n]]>"
    spec = path_spec(1, 5, title=words)
    stops = tuple(
        replace(stop, when_text=words, note=words, waits_for=(Stub(words, "javascript:1", 2, 2),))
        for stop in spec.lane.stops
    )
    spec = replace(spec, title=words, lane=replace(spec.lane, stops=stops), start_text=words, today_text="<b>&")
    svg = draw_paths([spec], find_engine())[0]
    ET.fromstring(svg)  # noqa: S314 - our own text
    assert "<script" not in svg
    assert "javascript" not in svg


def test_a_sign_is_one_link_with_the_whole_title() -> None:
    spec = path_spec(3, 4, title=LONG)
    root = ET.fromstring(draw_paths([spec], find_engine())[0])  # noqa: S314 - our own text
    names = [link.findtext(f"{SPACE}title") for link in root.iter(f"{SPACE}a")]
    for stop in spec.lane.stops:
        assert names.count(f"{LONG}, {stop.status_text}, {stop.when_text}") == 1


def test_no_letter_is_smaller_than_fourteen() -> None:
    svg = draw_paths([path_spec(1, 11), crowded()], find_engine())
    for one in svg:
        for item in ET.fromstring(one).iter(f"{SPACE}text"):  # noqa: S314 - our own text
            assert float(item.get("font-size", "0")) >= 14


def test_a_path_stays_light() -> None:
    assert len(draw_paths([path_spec(1, 9)], find_engine())[0]) < 60_000


def test_the_banner_is_decoration_without_words() -> None:
    spec = path_spec(1, 3)
    for one in (spec.lane, None):
        svg = draw_banner(one)
        root = ET.fromstring(svg)  # noqa: S314 - our own text
        assert root.get("aria-hidden") == "true"
        assert not list(root.iter(f"{SPACE}text"))
        assert not list(root.iter(f"{SPACE}a"))
