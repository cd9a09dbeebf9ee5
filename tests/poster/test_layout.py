"""On a poster everything has its place: no step is lost, nothing overlaps, and what cannot fit is told."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from posters import FITS, placed, roadmap
from stip.diagrams import find_engine
from stip.pen.boxes import Rect
from stip.poster import TooSmallError, sheet
from stip.poster.columns import spread
from stip.poster.dependencies import find_lines
from stip.poster.layout import lay_out_poster
from stip.poster.routes import crosses
from stip.printing import poster_spec
from stip.printing.make import told
from stip.problems import StipError


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_every_step_has_one_sign_and_none_overlaps(size: str, orientation: str) -> None:
    poster = placed(size, orientation)
    assert sorted(sign.stop.id for _, sign in poster.signs) == sorted(roadmap().steps)
    for one, other in itertools.combinations(poster.obstacles, 2):
        assert not one.overlaps(other)
    for box in poster.obstacles:
        assert box.x >= 0
        assert box.right <= poster.width
        assert box.bottom <= poster.height


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_no_road_runs_under_a_sign_or_under_the_board_of_another(size: str, orientation: str) -> None:
    poster = placed(size, orientation)
    for view in poster.roads:
        others = [board.rect for board in poster.boards if board.lane != view.lane]
        for (x, y), half in zip(view.road.points, view.road.halves, strict=True):
            for rect in [*(sign.rect for _, sign in poster.signs), *others]:
                assert not Rect(rect.x - half, rect.y, rect.w + 2 * half, rect.h).holds(x, y)


def test_the_nearest_signs_can_be_read_by_who_walks_past() -> None:
    assert placed("a0").letter >= 9


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_signs_stand_at_the_outer_side_of_their_road(size: str, orientation: str) -> None:
    poster = placed(size, orientation)
    half = len(poster.roads) / 2
    assert all(sign.left == (i < half) for i, sign in poster.signs)


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_marks_are_beside_their_signs_and_within_their_year(size: str, orientation: str) -> None:
    poster, years = placed(size, orientation), poster_spec(roadmap()).map.years
    edges = [poster.camera.y(u) for u in (*poster.rows.year_starts, poster.rows.year_end)]
    for i, sign in poster.signs:
        x, y = poster.roads[i].marks[sign.stop.id]
        assert abs(x - (sign.rect.right if sign.left else sign.rect.x)) < 30
        if sign.stop.day is not None:
            year = next(n for n, year in enumerate(years) if sign.stop.day <= year.last_day)
            assert edges[year + 1] - 1.1 <= y <= edges[year] + 1.1
        assert sign.rect.y - 40 < y < sign.rect.bottom + 40


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_every_dependency_has_a_line_and_none_goes_through_a_sign(size: str, orientation: str) -> None:
    spec, poster = poster_spec(roadmap()).map, placed(size, orientation)
    lines = find_lines(spec, poster, [])
    stops = {stop.id: (lane.id, stop.status) for lane in spec.lanes for stop in lane.stops}
    wanted = {
        (first, second)
        for first, second in spec.links
        if stops[first][0] != stops[second][0] and not {stops[first][1], stops[second][1]} & {"done", "stopped"}
    }
    assert {(line.first, line.second) for line in lines} == wanted
    assert not any(crosses(line.corners, sign.rect) for line in lines for _, sign in poster.signs)


def test_a_sheet_that_is_too_small_is_told() -> None:
    with pytest.raises(StipError) as caught, told("nl", sheet("a3")):
        raise TooSmallError("too_small")
    assert str(caught.value) == "Niet alle stappen passen leesbaar op A3 liggend."


def test_names_that_do_not_fit_are_told() -> None:
    spec = poster_spec(roadmap())
    lane = replace(spec.map.lanes[0], short="Gemeentelijke samenwerkingsverbanden " * 9)
    with pytest.raises(TooSmallError) as caught:
        lay_out_poster(replace(spec.map, lanes=(lane, *spec.map.lanes[1:])), sheet("a0"), find_engine())
    assert (caught.value.reason, caught.value.name) == ("long_names", lane.short)


def test_a_thousand_steps_are_refused_at_once() -> None:
    spec = poster_spec(roadmap())
    lane = replace(spec.map.lanes[0], stops=spec.map.lanes[0].stops * 60)
    with pytest.raises(TooSmallError) as caught:
        lay_out_poster(replace(spec.map, lanes=(lane,), links=()), sheet("a0"), find_engine())
    assert caught.value.reason == "too_small"


def test_one_step_makes_a_poster_too() -> None:
    spec = poster_spec(roadmap())
    lane = replace(spec.map.lanes[0], stops=spec.map.lanes[0].stops[:1])
    poster = lay_out_poster(replace(spec.map, lanes=(lane,), links=()), sheet("a3"), find_engine())
    assert [sign.stop for _, sign in poster.signs] == list(lane.stops)


def test_spreading_keeps_order_and_room() -> None:
    found = spread([100, 98, 40], [20, 20, 10], 0, 120)
    assert found is not None
    assert found[0] - found[1] >= 20
    assert found[2] == 40
    assert spread([10, 10], [60, 60], 0, 100) is None
