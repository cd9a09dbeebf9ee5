"""The steering page, as values: what its sign says of the goals, and what happened to steps that are gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from stip.editions import Edition, snapshot
from stip.model import Audience, Roadmap
from stip.pages.context import Context
from stip.pages.views.steering import SteeringView, steering_view

Make = Callable[..., Roadmap]
STEP = {"id": "a", "title": "Zzfirst", "when": "2027"}
GONE = {"id": "b", "title": "Zzgone", "when": "2028"}


def _view(roadmap: Roadmap, *editions: Edition) -> SteeringView:
    context = Context.of(replace(roadmap, audience=Audience.STEERING), directory_urls=True, editions=editions)
    return steering_view(context.at(context.addresses.steering))


def _mission(*now: str) -> dict[str, object]:
    """Return goals whose indicators stand here, half-way in time from 0 to 100."""
    ends = {"baseline": {"value": "0", "when": "2025"}, "target": {"value": "100", "when": "2029"}}
    indicators = [{"title": f"Zz{value}", "now": {"value": value, "when": "2027"}, **ends} for value in now]
    return {"goals": [{"id": "goal", "title": "Zzgoal", "indicators": indicators}]}


@pytest.mark.parametrize(
    ("now", "mark"), [(("50", "90"), "done"), (("50", "10"), "running"), (("10", "20"), "delayed")]
)
def test_the_sign_says_what_the_sentence_says(make: Make, now: tuple[str, ...], mark: str) -> None:
    """A tick only when every figure is on plan."""
    view = _view(make({"id": "u", "name": "Zzunit", "steps": [STEP]}, mission=_mission(*now)))
    assert view.headlines[0].mark == mark


def test_a_step_that_is_gone_is_told(make: Make) -> None:
    """It has no place to lead to, but it is a change all the same."""
    before = make({"id": "u", "name": "Zzunit", "steps": [STEP, GONE]})
    view = _view(make({"id": "u", "name": "Zzunit", "steps": [STEP]}), snapshot(before, "zz"))
    gone = [(link.href, unit) for link, unit, _ in view.change_rows if link.text == "Zzgone"]
    assert gone == [("", "Zzunit")]
    assert view.changes is not None
    assert "1" in view.changes.answer
