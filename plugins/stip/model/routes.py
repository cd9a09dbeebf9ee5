"""Routes: which of the routes a unit follows, for all of its work or for one process, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stip.model.units import RouteStretch, Unit


class Listed(NamedTuple):
    """A stretch with its place in the list of its unit."""

    at: int
    stretch: RouteStretch


def scopes(unit: Unit) -> Mapping[str, tuple[Listed, ...]]:
    """Return the stretches of a unit by what they count for, in listed order: a process, or '' for all of its work."""
    found: dict[str, list[Listed]] = {}
    for at, stretch in enumerate(unit.routes):
        found.setdefault((stretch.process or "").casefold(), []).append(Listed(at, stretch))
    return {scope: tuple(listed) for scope, listed in found.items()}


def days(stretch: RouteStretch) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a stretch; one that says no end goes on for ever, one from later comes last."""
    begin = stretch.from_.first if stretch.from_ else dt.date.min
    end = stretch.until.last if stretch.until else dt.date.max
    return begin or dt.date.max, end or dt.date.max


def route_on(unit: Unit, day: dt.date) -> int | None:
    """Return the route that a unit follows on a day for all of its work; None when it declares none for that day."""
    spans = ((one.stretch.route, days(one.stretch)) for one in scopes(unit).get("", ()))
    return next((route for route, (first, last) in spans if first <= day <= last), None)


def routes_from(unit: Unit, day: dt.date) -> tuple[RouteStretch, ...]:
    """Return the stretches of a unit that are not over on a day, those of its processes too, in listed order.

    One that ends before it begins is never followed.
    """
    spans = ((stretch, *days(stretch)) for stretch in unit.routes)
    return tuple(stretch for stretch, first, last in spans if last >= max(day, first))
