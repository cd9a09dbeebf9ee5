"""The poster of a workshop has numbered places that stay what they are, and a form that lists each of them."""

from __future__ import annotations

import io
import itertools
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest

from posters import roadmap
from prints import faults, fonts, letters, mm, near
from stip.diagrams import find_engine
from stip.poster import Drawing, sheet
from stip.poster.layout import lay_out_poster
from stip.poster.spec import OPEN
from stip.printing import Finish, Order, Subject, draw_poster, finished, poster_pdf, poster_spec
from stip.printing.spots import RING, with_spots
from stip.printing.workshop import form_pdf, form_spec
from stip.problems import StipError

ORDER = Order("a1", workshop=True)


@cache
def drawn() -> Drawing:
    """Return the example's poster for a workshop."""
    return draw_poster(roadmap(), ORDER)


@cache
def form() -> pypdf.PageObject:
    """Return the one page of its form."""
    (page,) = pypdf.PdfReader(io.BytesIO(form_pdf(drawn()))).pages
    return page


def on_roads(drawing: Drawing) -> list[str]:
    """Return the numbers of the places on roads."""
    stops = (stop for lane in drawing.spec.map.lanes for stop in lane.stops)
    return [str(stop.note) for stop in stops if stop.kind == OPEN]


def test_each_road_has_a_place_in_each_year_to_come() -> None:
    for lane in with_spots(poster_spec(roadmap())).map.lanes:
        found = [stop.note for stop in lane.stops if stop.kind == OPEN]
        assert found == [f"{lane.number}{year}" for year in range(26, 32)]


def test_there_are_places_round_the_dot_and_free_ones_in_each_year() -> None:
    numbers = [spot.number for spot in drawn().spots]
    assert numbers[:RING] == [str(number) for number in range(1, RING + 1)]
    assert numbers[RING:] == [f"{year}{side}" for year in range(26, 32) for side in "ab"]


def test_no_number_is_used_twice_and_each_stands_on_the_poster() -> None:
    numbers = [*on_roads(drawn()), *(spot.number for spot in drawn().spots)]
    assert len(set(numbers)) == len(numbers)
    words = [item.plain for item in drawn().letters]
    assert all(words.count(number) == 1 for number in numbers if len(number) > 2)
    assert {item.size * drawn().sheet.scale >= drawn().sheet.least - 1e-9 for item in drawn().letters} == {True}


def test_no_step_gives_way_and_nothing_overlaps() -> None:
    poster = lay_out_poster(drawn().spec.map, sheet("a1"), find_engine())
    steps = {sign.stop.id for _, sign in poster.signs if sign.stop.kind != OPEN}
    assert steps == set(roadmap().steps)
    spots = [spot.rect for spot in drawn().spots]
    for one, other in itertools.combinations(spots, 2):
        assert not one.overlaps(other)
    for spot in spots:
        assert not any(spot.overlaps(box) for box in poster.obstacles)
        assert spot.x >= 0
        assert spot.right <= poster.width


def test_numbers_stay_when_a_step_goes() -> None:
    unit = roadmap().units["burgerzaken"]
    less = unit.model_copy(update={"steps": unit.steps[:-2]})
    other = with_spots(poster_spec(replace(roadmap(), units={**roadmap().units, unit.id: less})))
    same = with_spots(poster_spec(roadmap()))
    assert other.spots == same.spots
    numbers = [
        {lane.id: [stop.note for stop in lane.stops if stop.kind == OPEN] for lane in spec.map.lanes}
        for spec in (other, same)
    ]
    assert numbers[0] == numbers[1]


def test_the_form_is_one_page_with_a_line_for_each_number() -> None:
    assert near(mm(form().mediabox), (0, 0, 210, 297))
    listed = [line.number for group in form_spec(drawn()).groups for line in group.lines]
    assert sorted(listed) == sorted([*on_roads(drawn()), *(spot.number for spot in drawn().spots)])
    text = form().extract_text()
    assert [number for number in listed if not re.search(rf"\b{number}\b", text)] == []
    assert [lane.short for lane in drawn().spec.map.lanes if lane.short not in text] == []
    assert min(size for _, size in letters(form())) > 3.5


def test_poster_and_form_can_be_read_aloud(tmp_path: Path) -> None:
    for pdf in (form_pdf(drawn()), poster_pdf(drawn())):
        assert faults(pdf, tmp_path) == []
        assert all(fonts(pdf).values())


def test_the_same_workshop_has_the_same_bytes() -> None:
    again = draw_poster(roadmap(), ORDER)
    assert again == drawn()
    assert form_pdf(again) == form_pdf(drawn())


def test_teams_that_share_a_number_have_numbers_of_their_own() -> None:
    drawing = draw_poster(roadmap(), replace(ORDER, subject=Subject("unit", "burgerzaken")))
    numbers = on_roads(drawing)
    assert len(set(numbers)) == len(numbers)
    assert "1b27" in numbers


def test_fewer_places_when_there_is_room_for_fewer() -> None:
    spec = with_spots(poster_spec(roadmap()), 3)
    assert {stop.when_text for lane in spec.map.lanes for stop in lane.stops if stop.kind == OPEN} == {"2026", "2029"}
    assert spec.spots
    assert set(spec.spots.years) == {"2026", "2029"}


def test_no_room_for_any_place_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stip.printing.spots.SPARSER", ())
    with pytest.raises(StipError) as caught:
        draw_poster(roadmap(), ORDER)
    assert str(caught.value).startswith("De plekken voor stickers passen niet leesbaar op A1 liggend. Kies een groter")


def test_the_form_goes_with_the_poster() -> None:
    names = [made.name for made in finished(drawn(), ORDER, Finish())]
    assert names == ["workshop-a1.svg", "workshop-a1.pdf", "workshop-a1-form.pdf"]


def test_a_long_name_keeps_to_its_line_on_the_form() -> None:
    spec = drawn().spec
    lanes = tuple(replace(lane, short="Verzekeringsmaatschappij zz" * 6) for lane in spec.map.lanes)
    named = replace(drawn(), spec=replace(spec, map=replace(spec.map, lanes=lanes)))
    (page,) = pypdf.PdfReader(io.BytesIO(form_pdf(named))).pages
    text = page.extract_text()
    headings = [line for line in text.splitlines() if re.match(r"\d+\. Verzekering", line)]
    assert len(headings) == len([group for group in form_spec(drawn()).groups if ". " in group.title])
    assert all(line.endswith("\u2026") for line in headings)
