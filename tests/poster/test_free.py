"""Free room on a poster is found, and what is taken stays clear."""

from __future__ import annotations

from stip.pen.boxes import Rect
from stip.poster.free import Near, Room, along, line_boxes
from stip.scene.road import Road

SHEET = Rect(0, 0, 400, 300)


def test_the_nearest_free_place_is_taken() -> None:
    room = Room(400, 300)
    assert room.find(40, 20, SHEET, Near(360, 0)) == Rect(360, 0, 40, 20)
    room.take([Rect(340, 0, 60, 40)])
    found = room.find(40, 20, SHEET, Near(360, 0))
    assert found == Rect(360, 40, 40, 20)
    steep = room.find(40, 20, SHEET, Near(360, 0, 3.0))
    assert steep == Rect(300, 0, 40, 20)


def test_a_full_sheet_has_no_place() -> None:
    room = Room(400, 300)
    room.take([Rect(0, 0, 400, 290)])
    assert room.find(40, 20, SHEET, Near(0, 0)) is None
    assert room.find(500, 20, SHEET, Near(0, 0)) is None


def test_nothing_is_free_beyond_the_sheet() -> None:
    assert not Room(400, 300).is_free(Rect(390, 10, 20, 20))


def test_what_slides_stops_at_the_first_free_place() -> None:
    room = Room(400, 300)
    room.take([Rect(100, 80, 50, 40)])
    assert room.slide(Rect(120, 90, 20, 20), 200) == Rect(152, 90, 20, 20)
    assert room.slide(Rect(120, 90, 20, 20), 10) is None


def test_roads_and_lines_take_what_they_cover() -> None:
    road = Road(((50, 200), (60, 100), (200, 20)), (8, 5, 2))
    boxes = along(road)
    assert all(any(box.holds(x, y, 0.1) for box in boxes) for x, y in road.points)
    assert line_boxes([(0, 0), (0, 10), (20, 10)]) == [Rect(0, 0, 0, 10), Rect(0, 10, 20, 0)]
