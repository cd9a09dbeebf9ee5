"""Moments: there is something to come to, and something to enjoy whenever much changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from stip.loading.findings import Finding
from stip.model.practices import Celebration, Session, SessionKind
from stip.model.steps import Status, StepKind
from stip.periods import Precision, add_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole
    from stip.model import Step
    from stip.periods import Period

_MONTHS_AHEAD = 3
_MONTHS_IN_QUARTER = 3
_MONTHS_IN_YEAR = 12
_NOT_LIVE = frozenset({Status.IDEA, Status.STOPPED})


class _Stretch(NamedTuple):
    """Some time, such as a quarter, from its first to its last day."""

    first: dt.date
    last: dt.date

    def touches(self, period: Period) -> bool:
        """Tell whether any day of a period lies in it."""
        if period.first is None or period.last is None:
            return False
        return period.first <= self.last and self.first <= period.last


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
    dull = [quarter for quarter in _quarters(whole.today) if not any(map(quarter.touches, pleasant))]
    found = [(quarter, step) for quarter in dull if (step := _going_live(live, quarter)) is not None]
    if found:
        values = {"count": len(found), "quarters": ", ".join(_named(quarter) for quarter, _ in found)}
        place = whole.step(found[0][1].id).place("when")
        yield Finding("quarters_with_changes_have_pleasure", place, values)


def sessions_lie_ahead(whole: Whole) -> Iterator[Finding]:
    """Once there are sessions, there is one to come to in the next months."""
    sessions = whole.roadmap.of(Session)
    end = add_months(whole.today, _MONTHS_AHEAD)
    near = _Stretch(whole.today, end)
    if sessions and not any(near.touches(moment.when) for session in sessions for moment in session.dates):
        place = whole.practice(sessions[0]).place()
        yield Finding("sessions_lie_ahead", place, {"months": _MONTHS_AHEAD, "day": end})


def _quarters(today: dt.date) -> Iterator[_Stretch]:
    """Yield the quarters from the beginning of this year until a year ahead."""
    first = dt.date(today.year, 1, 1)
    while first <= add_months(today, _MONTHS_IN_YEAR):
        following = add_months(first, _MONTHS_IN_QUARTER)
        yield _Stretch(first, following - dt.timedelta(days=1))
        first = following


def _named(quarter: _Stretch) -> str:
    """Return the name of a quarter as people write it in a roadmap: 2027-Q1."""
    return f"{quarter.first.year}-Q{quarter.first.month // _MONTHS_IN_QUARTER + 1}"


def _going_live(steps: Sequence[Step], quarter: _Stretch) -> Step | None:
    """Return a step that goes live in a quarter: one that ends in it, and is known more finely than a year."""
    fine = (step for step in steps if step.when.precision < Precision.YEAR)
    return next((step for step in fine if step.when.last and quarter.first <= step.when.last <= quarter.last), None)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    quarters_with_changes_have_pleasure,
    sessions_lie_ahead,
)
