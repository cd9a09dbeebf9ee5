"""A date stands under the title of every step or of none, and moves no sign over another."""

from __future__ import annotations

import itertools
from functools import cache

import pytest

from posters import placed, roadmap
from stip.diagrams import find_engine
from stip.poster import Drawing
from stip.poster.dates import with_dates
from stip.poster.layout import Poster, lay_out_poster
from stip.printing import Order, Subject, draw_poster, poster_spec

OWN = Order("a3", subject=Subject("unit", "financien"))
LEAST = OWN.sheet.least / OWN.sheet.scale


@cache
def drawn() -> Drawing:
    """Return the poster of one department."""
    return draw_poster(roadmap(), OWN)


@cache
def dated() -> Poster:
    """Return its places, in letters small enough for dates."""
    found = with_dates(
        lay_out_poster(poster_spec(roadmap(), OWN.subject).map, OWN.sheet, find_engine(), largest=12), LEAST
    )
    assert found
    return found


def test_every_step_of_a_department_has_its_date() -> None:
    words = [item.plain for item in drawn().letters]
    stops = [stop for lane in drawn().spec.map.lanes for stop in lane.stops]
    assert stops
    for stop in stops:
        place = words.index(stop.title)
        assert words[place + 1] == stop.when_text
        assert drawn().letters[place + 1].size >= LEAST


def test_signs_with_dates_keep_apart_and_hold_their_words() -> None:
    for one, other in itertools.combinations(dated().obstacles, 2):
        assert not one.overlaps(other)
    for _, sign in dated().signs:
        assert sign.date
        assert sign.words.height + sign.date.height < sign.rect.h
        assert sign.words_x + max(sign.words.width, sign.date.width) < sign.rect.right


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_a_full_poster_has_no_dates(orientation: str) -> None:
    assert with_dates(placed("a0", orientation), 5.5) is None
