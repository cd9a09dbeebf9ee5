"""The goals stand as hills on the horizon, however many and long they are."""

from __future__ import annotations

import itertools

import pytest

from stip.poster.goals import raise_hills

LONG = "Alle inwoners en ondernemers fan Súdwest-Fryslân krije binnen vijf werkdagen een duidelijk & volledig antwoord"
SIDES = {"landscape": ((12.0, 500.0), (689.0, 1177.0)), "portrait": ((12.0, 326.0), (515.0, 829.0))}


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_names_are_whole_and_apart(side: str, count: int) -> None:
    goals = [f"{number} {LONG[: 30 if count > 6 else 110]}" for number in range(count)]
    hills = raise_hills("h", goals, SIDES[side], 190, 70, 5.5)
    assert ["".join(item.lines).replace(" ", "") for item in hills.letters] == [goal.replace(" ", "") for goal in goals]
    for one, other in itertools.combinations(hills.boxes, 2):
        assert not one.overlaps(other)
    for box in hills.boxes:
        assert box.bottom < 190
        assert box.y > 190 - 70 - 6
        assert any(left <= box.x and box.right <= right for left, right in SIDES[side])
    assert min(item.size for item in hills.letters) >= 5.5


def test_a_few_goals_have_large_letters() -> None:
    assert (
        raise_hills("h", ["Korter wachten", "Iedereen kan mee"], SIDES["landscape"], 190, 70, 5.5).letters[0].size == 12
    )


def test_no_goals_make_no_hills() -> None:
    hills = raise_hills("h", [], SIDES["landscape"], 190, 70, 5.5)
    assert (hills.shape, hills.letters) == ("", ())


def test_even_too_much_stays_within_the_sky() -> None:
    hills = raise_hills("h", [LONG * 3] * 12, SIDES["portrait"], 190, 70, 6.2)
    assert len(hills.letters) == 12
    assert all(box.y > 190 - 70 - 6 for box in hills.boxes)
