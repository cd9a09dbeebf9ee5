"""What everyone may read: no name without consent, no figures of few people, nothing of who steers alone."""

from __future__ import annotations

import datetime as dt

import pytest

from stip.model.adoption import Adoption
from stip.model.discretion import discreet
from stip.model.practices import Ambassador, Iteration, Lesson, Measurement

TODAY = dt.date(2026, 11, 16)
ADOPTION = Adoption(smallest_group=10)


@pytest.mark.parametrize(
    ("given", "until", "named"),
    [
        ("2026-01-01", "2026-11-16", True),
        ("2026-11-16", "2027-01-01", True),
        ("2026-01-01", "2026-11-15", False),
        ("2026-11-17", "2027-01-01", False),
    ],
)
def test_a_name_is_shown_while_consent_holds(given: str, until: str, *, named: bool) -> None:
    """On the first and the last day too."""
    consent = {"given": given, "until": until}
    one = Ambassador.model_validate({"id": "a", "title": "A", "name": "Zzname", "consent": consent})
    shown = discreet(one, ADOPTION, TODAY)
    assert isinstance(shown, Ambassador)
    assert (shown.name, shown.consent is not None) == ("Zzname" if named else None, named)


def test_a_name_without_consent_is_not_shown() -> None:
    """Nobody agreed to it."""
    shown = discreet(Ambassador.model_validate({"id": "a", "title": "A", "name": "Zzname"}), ADOPTION, TODAY)
    assert isinstance(shown, Ambassador)
    assert shown.name is None


@pytest.mark.parametrize(("respondents", "energy"), [(10, 7), (9, None), (None, None)])
def test_energy_is_of_enough_people(respondents: int | None, energy: int | None) -> None:
    """From the smallest group on; of nobody knows how many it is not shown."""
    fields = {"id": "i", "title": "I", "when": "2026-10", "energy": 7, "respondents": respondents}
    shown = discreet(Iteration.model_validate(fields), ADOPTION, TODAY)
    assert isinstance(shown, Iteration)
    assert shown.energy == energy


@pytest.mark.parametrize(("kind", "values"), [("usage", [2, 3]), ("appreciation", [2])])
def test_readings_are_of_enough_people(kind: str, values: list[int]) -> None:
    """A machine may count use without knowing how many people there were; an appreciation is somebody's."""
    readings = [
        {"when": "2026-01", "value": 1, "respondents": 9},
        {"when": "2026-02", "value": 2, "respondents": 10},
        {"when": "2026-03", "value": 3},
    ]
    one = Measurement.model_validate({"id": "m", "title": "M", "kind": kind, "readings": readings})
    shown = discreet(one, ADOPTION, TODAY)
    assert isinstance(shown, Measurement)
    assert [reading.value for reading in shown.readings] == values


def test_the_rest_stays_itself() -> None:
    """What names nobody is not copied."""
    one = Lesson.model_validate({"id": "l", "title": "L", "learned": "Zz."})
    assert discreet(one, ADOPTION, TODAY) is one
