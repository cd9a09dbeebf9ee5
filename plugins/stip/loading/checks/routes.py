"""Routes: which of the routes 0-3 a unit follows, and when it changes."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

from stip.loading.findings import Finding
from stip.model.graph import last_route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.declared import Declared
    from stip.model import RouteStretch


def stretches_end_after_begin(declared: Declared) -> Iterator[Finding]:
    """A stretch ends after it begins."""
    for unit, entry in declared.units:
        for index, stretch in enumerate(unit.routes):
            begin, end = _days(stretch)
            if end < begin:
                yield Finding("stretches_end_after_begin", entry.place("routes", index, "until"))


def stretches_do_not_overlap(declared: Declared) -> Iterator[Finding]:
    """A unit follows one route at a time."""
    for unit, entry in declared.units:
        days = [_days(stretch) for stretch in unit.routes]
        for (one, first), (other, second) in itertools.combinations(enumerate(days), 2):
            if first[0] <= second[1] and second[0] <= first[1] and first[0] <= first[1]:
                values = {"name": unit.name, "one": unit.routes[one].route, "other": unit.routes[other].route}
                yield Finding("stretches_do_not_overlap", entry.place("routes", other), values)


def switches_have_reason(declared: Declared) -> Iterator[Finding]:
    """A unit that changes to another route says why."""
    for unit, entry in declared.units:
        for index, (before, stretch) in enumerate(itertools.pairwise(unit.routes), start=1):
            if before.route != stretch.route and not stretch.reason:
                values = {"name": unit.name, "one": before.route, "other": stretch.route}
                yield Finding("switches_have_reason", entry.place("routes", index), values)


def route_0_has_partners(declared: Declared) -> Iterator[Finding]:
    """A unit on route 0 names with whom it wants to join."""
    for unit, entry in declared.units:
        if last_route(unit) == 0 and not unit.partners:
            place = entry.place("routes", len(unit.routes) - 1)
            yield Finding("route_0_has_partners", place, {"name": unit.name})


def _days(stretch: RouteStretch) -> tuple[dt.date, dt.date]:
    begin = stretch.from_.first if stretch.from_ else dt.date.min
    end = stretch.until.last if stretch.until else dt.date.max
    return begin or dt.date.max, end or dt.date.max
