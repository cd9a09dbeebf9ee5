"""Routes: which of the routes 0-3 a unit follows, and when it changes."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

from stip.loading.findings import Finding
from stip.model.graph import last_route
from stip.model.routes import days, scopes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.declared import Declared
    from stip.model import RouteStretch, Unit
    from stip.model.routes import Listed


def stretches_end_after_begin(declared: Declared) -> Iterator[Finding]:
    """A stretch ends after it begins."""
    for unit, entry in declared.units:
        for index, stretch in enumerate(unit.routes):
            begin, end = days(stretch)
            if end < begin:
                yield Finding("stretches_end_after_begin", entry.place("routes", index, "until"))


def stretches_do_not_overlap(declared: Declared) -> Iterator[Finding]:
    """A unit follows one route at a time, and a process of it too; a process may go another way than its unit."""
    for unit, entry in declared.units:
        for listed in scopes(unit).values():
            for one, other in itertools.combinations(listed, 2):
                first, second = days(one.stretch), days(other.stretch)
                if first[0] <= second[1] and second[0] <= first[1] and first[0] <= first[1]:
                    values = _pair(unit, one, other)
                    yield Finding("stretches_do_not_overlap", entry.place("routes", other.at), values)


def switches_have_reason(declared: Declared) -> Iterator[Finding]:
    """A unit that changes to another route, for all of its work or for a process, says why."""
    for unit, entry in declared.units:
        for listed in scopes(unit).values():
            for before, other in itertools.pairwise(listed):
                if before.stretch.route != other.stretch.route and not other.stretch.reason:
                    place = entry.place("routes", other.at)
                    yield Finding("switches_have_reason", place, _pair(unit, before, other))


def route_0_has_partners(declared: Declared) -> Iterator[Finding]:
    """A unit on route 0 names with whom it wants to join."""
    for unit, entry in declared.units:
        if last_route(unit) == 0 and not unit.partners:
            last = max(one.at for one in scopes(unit)[""])
            yield Finding("route_0_has_partners", entry.place("routes", last), {"name": unit.name})


def integrated_is_of_route_0(declared: Declared) -> Iterator[Finding]:
    """Only after joining others there is something to integrate."""
    for unit, entry in declared.units:
        for index, stretch in enumerate(unit.routes):
            if stretch.integrated and stretch.route != 0:
                place = entry.key_place("routes", index, "integrated")
                yield Finding("integrated_is_of_route_0", place, {"name": unit.name, "route": stretch.route})


def routes_tell_of_integration(declared: Declared) -> Iterator[Finding]:
    """Who goes on after joining others tells until when both grow into one."""
    for unit, entry in declared.units:
        for joining, other in _after_joining(unit):
            if joining.stretch.integrated is None:
                values = {"name": unit.name, "route": other.stretch.route}
                yield Finding("routes_tell_of_integration", entry.place("routes", joining.at), values)


def routes_wait_for_integration(declared: Declared) -> Iterator[Finding]:
    """A route 1, 2 or 3 after joining others begins when both have grown into one."""
    for unit, entry in declared.units:
        for joining, other in _after_joining(unit):
            if joining.stretch.integrated is None:
                continue
            end, begin = joining.stretch.integrated.last or dt.date.max, days(other.stretch)[0]
            if begin <= end and begin < dt.date.max:
                values = {"name": unit.name, "route": other.stretch.route, "day": end.isoformat()}
                place = entry.place("routes", other.at, *_begin_key(other.stretch))
                rule = "routes_wait_for_integration" if end < dt.date.max else "integration_ends_before_a_route"
                yield Finding(rule, place, values)


def _begin_key(stretch: RouteStretch) -> tuple[str, ...]:
    return ("from",) if stretch.from_ else ()


def _after_joining(unit: Unit) -> Iterator[tuple[Listed, Listed]]:
    """Yield every stretch on route 0 with the one on route 1, 2 or 3 that follows it, for the same work."""
    for listed in scopes(unit).values():
        for before, other in itertools.pairwise(listed):
            if before.stretch.route == 0 and other.stretch.route != 0:
                yield before, other


def _pair(unit: Unit, one: Listed, other: Listed) -> dict[str, object]:
    process = f" ({other.stretch.process})" if other.stretch.process else ""
    return {"name": unit.name + process, "one": one.stretch.route, "other": other.stretch.route}
