"""Tension: points follow time, somebody steps in where it is too much, and then it falls."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from stip.loading.checks.practices.gathered import quoted
from stip.loading.checks.practices.interventions import Interventions
from stip.loading.checks.practices.series import first_repeated, first_too_early
from stip.loading.findings import Finding
from stip.model.practices import Development, Known, TensionArc
from stip.model.steps import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole
    from stip.model import Step
    from stip.model.practices import DevelopmentPoint, TensionPoint


def points_follow_time(records: Records) -> Iterator[Finding]:
    """The points of a curve stand in order of time."""
    for curve in _curves(records.of):
        first = first_too_early([point.when for point in curve.points])
        if first is not None:
            place = records.practice(curve).place("points", first, "when")
            yield Finding("points_follow_time", place, {"title": curve.title})


def points_have_their_own_date(records: Records) -> Iterator[Finding]:
    """No two points of a curve are of the same period."""
    for curve in _curves(records.of):
        again = first_repeated([point.when for point in curve.points])
        if again is not None:
            place = records.practice(curve).place("points", again, "when")
            yield Finding("points_have_their_own_date", place, {"title": curve.title})


def measured_points_are_of_the_past(whole: Whole) -> Iterator[Finding]:
    """What is still to come cannot have been measured; said once a curve."""
    for curve in _curves(whole.roadmap.of):
        points: Sequence[TensionPoint | DevelopmentPoint] = curve.points
        measured = ((at, point.when.first or dt.date.max) for at, point in enumerate(points) if _is_measured(point))
        ahead = [at for at, day in measured if day > whole.today]
        if ahead:
            values = {"title": curve.title, "count": len(ahead), "day": whole.today.isoformat()}
            place = whole.practice(curve).place("points", ahead[0], "when")
            yield Finding("measured_points_are_of_the_past", place, values)


def high_tension_has_an_intervention(whole: Whole) -> Iterator[Finding]:
    """Where it is or becomes too tense, somebody can step in at that time; once for every such time of an arc."""
    interventions = Interventions(whole)
    for arc in whole.roadmap.of(TensionArc):
        high = [stretch for stretch in _high(arc) if stretch[2] >= whole.today]
        steps = [*_concerned(whole, arc, interventions)] if high else []
        for at, first, last in high:
            if not any(_is_open(step, first, last) for step in steps):
                values = {"title": arc.title, "level": arc.points[at].level, "limit": arc.limit}
                yield Finding("high_tension_has_an_intervention", whole.practice(arc).place("points", at), values)


def tension_falls_after_an_intervention(whole: Whole) -> Iterator[Finding]:
    """After somebody stepped in, what is measured is lower than before; said once an arc."""
    interventions = Interventions(whole)
    for arc in whole.roadmap.of(TensionArc):
        measured = [point for point in arc.points if _is_measured(point) and point.when.first]
        if len(measured) < 2 or not (arc.departments or arc.steps):
            continue
        done = [step for step in _concerned(whole, arc, interventions) if step.status is Status.DONE]
        if kept := [step for step in done if _stays_high(step, measured)]:
            values = {"title": arc.title, "count": len(kept), "titles": quoted(step.title for step in kept)}
            yield Finding("tension_falls_after_an_intervention", whole.practice(arc).place(), values)


def _curves(of: Callable[..., Iterable[Any]]) -> Iterable[TensionArc | Development]:
    return (*of(TensionArc), *of(Development))


def _is_measured(point: TensionPoint | DevelopmentPoint) -> bool:
    measured = getattr(point, "measured", None) is not None
    return measured or getattr(point, "known", None) is Known.MEASURED


def _high(arc: TensionArc) -> Iterator[tuple[int, dt.date, dt.date]]:
    """Yield every stretch in which it is too tense: the place of its first point, and its first and last day.

    It lasts from the point before to the point after, for nobody knows when in between the limit is passed.
    """
    points = [(at, point) for at, point in enumerate(arc.points) if point.when.first and point.when.last]
    places = [index for index, (_, point) in enumerate(points) if point.level >= arc.limit]
    for index in (one for one in places if one - 1 not in places):
        end = next(one for one in range(index, len(points) + 1) if one not in places)
        first = points[max(index - 1, 0)][1].when.first
        last = points[min(end, len(points) - 1)][1].when.last
        if first and last:
            yield points[index][0], first, last


def _concerned(whole: Whole, arc: TensionArc, interventions: Interventions) -> Iterable[Step]:
    """Return the interventions of the units of an arc, or of its steps; of all units when it names none."""
    units = arc.departments or tuple(dict.fromkeys(whole.roadmap.unit_of[id_].id for id_ in arc.steps))
    if not units:
        return interventions.all
    found = (step for id_ in units for step in interventions.of(whole.roadmap.units[id_]))
    return {step.id: step for step in found}.values()


def _is_open(step: Step, first: dt.date, last: dt.date) -> bool:
    """Tell whether somebody can step in, from the moment of an intervention to its latest, in a stretch of time."""
    end = (step.latest.last if step.latest else None) or step.when.last
    return bool(step.when.first and end and step.when.first <= last and first <= end)


def _stays_high(step: Step, measured: Sequence[TensionPoint]) -> bool:
    """Tell whether the first that was measured after a step is not lower than the last before."""
    begin, end = step.when.first or dt.date.max, step.when.last or dt.date.max
    before = [point for point in measured if (point.when.first or begin) < begin]
    after = [point for point in measured if (point.when.first or end) > end]
    return bool(before and after) and after[0].level >= before[-1].level


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (
    points_follow_time,
    points_have_their_own_date,
)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    measured_points_are_of_the_past,
    high_tension_has_an_intervention,
    tension_falls_after_an_intervention,
)
