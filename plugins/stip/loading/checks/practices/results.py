"""Results: claims have a source, measurements enough people, results a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import quoted, together
from stip.loading.checks.practices.series import first_repeated, first_too_early
from stip.loading.findings import Finding
from stip.model.practices import Effort, Measurement, MeasurementKind, Result, Service, TimeSaving
from stip.model.practices.results import ServiceChannel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole

_WITHOUT_A_SCREEN = {ServiceChannel.DESK, ServiceChannel.PHONE, ServiceChannel.VISIT}
_FACTORS = ("minutes", "times", "people")


def digital_services_have_an_alternative(whole: Whole) -> Iterator[Finding]:
    """Who cannot use a digital service can go elsewhere."""
    for service in whole.roadmap.of(Service):
        if service.digital and not service.alternative and not _WITHOUT_A_SCREEN & set(service.channels):
            place = whole.practice(service).place("digital")
            yield Finding("digital_services_have_an_alternative", place, {"title": service.title})


def digital_services_tell_what_residents_can_do(whole: Whole) -> Iterator[Finding]:
    """A digital service tells what residents can do themselves; said once for all."""
    lacking = (service for service in whole.roadmap.of(Service) if service.digital and not service.can_self)
    yield from together(whole, "digital_services_tell_what_residents_can_do", lacking)


def time_savings_have_a_source(whole: Whole) -> Iterator[Finding]:
    """Whoever says that time comes free tells how that is known."""
    for saving in whole.roadmap.of(TimeSaving):
        if not saving.source:
            yield Finding("time_savings_have_a_source", whole.practice(saving).place(), {"title": saving.title})


def time_savings_have_all_factors(whole: Whole) -> Iterator[Finding]:
    """A saving can be reckoned: minutes, times and people."""
    for saving in whole.roadmap.of(TimeSaving):
        lacking = [name for name in _FACTORS if getattr(saving, name) is None]
        if lacking:
            values = {"title": saving.title, "keys": quoted(lacking)}
            yield Finding("time_savings_have_all_factors", whole.practice(saving).place(), values)


def appreciation_has_respondents(whole: Whole) -> Iterator[Finding]:
    """How people like something tells how many were asked; said once a measurement."""
    for measurement in whole.roadmap.of(Measurement):
        if measurement.kind is MeasurementKind.APPRECIATION:
            lacking = [at for at, reading in enumerate(measurement.readings) if reading.respondents is None]
            if lacking:
                place = whole.practice(measurement).place("readings", lacking[0])
                values = {"title": measurement.title, "count": len(lacking)}
                yield Finding("appreciation_has_respondents", place, values)


def measurements_are_of_enough_people(whole: Whole) -> Iterator[Finding]:
    """A reading of few people could tell who said what, so it is not shown; said once a measurement."""
    least = whole.roadmap.adoption.smallest_group
    for measurement in whole.roadmap.of(Measurement):
        asked = [reading.respondents for reading in measurement.readings]
        small = [at for at, count in enumerate(asked) if count is not None and count < least]
        if small:
            place = whole.practice(measurement).place("readings", small[0], "respondents")
            values = {"title": measurement.title, "count": len(small), "smallest": least}
            yield Finding("measurements_are_of_enough_people", place, values)


def readings_follow_time(records: Records) -> Iterator[Finding]:
    """The readings of a measurement stand in order of time."""
    for measurement in records.of(Measurement):
        first = first_too_early([reading.when for reading in measurement.readings])
        if first is not None:
            place = records.practice(measurement).place("readings", first, "when")
            yield Finding("readings_follow_time", place, {"title": measurement.title})


def readings_have_their_own_date(records: Records) -> Iterator[Finding]:
    """No two readings of a measurement are of the same period."""
    for measurement in records.of(Measurement):
        again = first_repeated([reading.when for reading in measurement.readings])
        if again is not None:
            place = records.practice(measurement).place("readings", again, "when")
            yield Finding("readings_have_their_own_date", place, {"title": measurement.title})


def readings_fit_their_scale(records: Records) -> Iterator[Finding]:
    """No value lies above the best that there can be; said once a measurement."""
    for measurement in records.of(Measurement):
        best = measurement.best
        above = [at for at, reading in enumerate(measurement.readings) if best is not None and reading.value > best]
        if above:
            place = records.practice(measurement).place("readings", above[0], "value")
            value = measurement.readings[above[0]].value
            values = {"title": measurement.title, "count": len(above), "value": f"{value:f}", "best": f"{best:f}"}
            yield Finding("readings_fit_their_scale", place, values)


def efforts_go_to_people(whole: Whole) -> Iterator[Finding]:
    """Enough of an effort goes to people; the site says how much that is."""
    least = whole.roadmap.adoption.people_share
    for effort in whole.roadmap.of(Effort):
        if effort.share is not None and effort.share < least:
            values = {"title": effort.title, "share": effort.share, "lowest": least}
            yield Finding("efforts_go_to_people", whole.practice(effort).place("people"), values)


def results_serve_a_goal(whole: Whole) -> Iterator[Finding]:
    """A result tells which goal it brought nearer."""
    for result in whole.roadmap.of(Result):
        if not result.goals:
            yield Finding("results_serve_a_goal", whole.practice(result).place(), {"title": result.title})


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (
    readings_follow_time,
    readings_have_their_own_date,
    readings_fit_their_scale,
)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    digital_services_have_an_alternative,
    digital_services_tell_what_residents_can_do,
    time_savings_have_a_source,
    time_savings_have_all_factors,
    appreciation_has_respondents,
    measurements_are_of_enough_people,
    efforts_go_to_people,
    results_serve_a_goal,
)
