"""Moments: there is something to come to, and something to enjoy whenever much changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from stip.loading.findings import Finding
from stip.model.practices import Celebration, Session, SessionKind
from stip.model.steps import Status, StepKind
from stip.periods import Precision, add_months, quarters_between, written_period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Step
    from stip.periods import Period

_MONTHS_AHEAD = 3
_MONTHS_IN_YEAR = 12
_NOT_LIVE = frozenset({Status.IDEA, Status.STOPPED})


def quarters_with_changes_have_pleasure(whole: Whole) -> Iterator[Finding]:
    """In a quarter in which something goes live there is something to celebrate or to enjoy."""
    sessions, celebrations = whole.roadmap.of(Session), whole.roadmap.of(Celebration)
    if not sessions and not celebrations:
        return
    steps = [step for step in whole.roadmap.steps.values() if step.status not in _NOT_LIVE]
    pleasant = [celebration.when for celebration in celebrations]
    pleasant += [step.when for step in steps if step.kind is StepKind.CELEBRATION]
    leisure = [session for session in sessions if session.kind is SessionKind.LEISURE]
    pleasant += [moment.when for session in leisure for moment in session.dates]
    live = [step for step in steps if step.kind is not StepKind.CELEBRATION]
    quarters = quarters_between(dt.date(whole.today.year, 1, 1), add_months(whole.today, _MONTHS_IN_YEAR))
    dull = [quarter for quarter in quarters if not any(one.touches(quarter.first, quarter.last) for one in pleasant)]
    found = [(quarter, step) for quarter in dull if (step := _going_live(live, quarter)) is not None]
    if found:
        values = {"count": len(found), "quarters": ", ".join(str(written_period(quarter)) for quarter, _ in found)}
        place = whole.step(found[0][1].id).place("when")
        yield Finding("quarters_with_changes_have_pleasure", place, values)


def sessions_lie_ahead(whole: Whole) -> Iterator[Finding]:
    """Once there are sessions, there is one to come to in the next months."""
    sessions = whole.roadmap.of(Session)
    end = add_months(whole.today, _MONTHS_AHEAD)
    moments = [moment.when for session in sessions for moment in session.dates]
    if sessions and not any(when.touches(whole.today, end) for when in moments):
        place = whole.practice(sessions[0]).place()
        yield Finding("sessions_lie_ahead", place, {"months": _MONTHS_AHEAD, "day": end})


def _going_live(steps: Sequence[Step], quarter: Period) -> Step | None:
    """Return a step that goes live in a quarter: one that ends in it, and is known more finely than a year."""
    fine = (step for step in steps if step.when.precision < Precision.YEAR)
    return next((step for step in fine if quarter.touches(step.when.last, step.when.last)), None)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    quarters_with_changes_have_pleasure,
    sessions_lie_ahead,
)
