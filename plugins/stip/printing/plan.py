"""Plan a poster: the finest roads that fit on its sheet; else say in a sentence which sheet does, or what to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from stip.diagrams import Engine
from stip.model import Roadmap, Unit
from stip.pages.context import Context
from stip.pages.selection import steps_under
from stip.poster import ORIENTATIONS, SIZES, PosterSpec, Sheet, TooSmallError, refusal, sheet
from stip.printing.order import WHOLE, Order, Subject
from stip.printing.roads import Roads, roads_for
from stip.printing.show import poster_spec
from stip.printing.subjects import subject_name
from stip.problems import StipError
from stip.text.brevity import beginning, few
from stip.text.words import Words

T = TypeVar("T")
_SHORTER = {"long_names": "short_names", "long_steps": "short_steps"}
"""What helps too when names are to blame."""
_NAMED = 12
"""So many parts are named in a sentence."""
_MOST = 250
"""More steps find no place on any sheet, on whatever roads."""
_LONG = 60
"""So many letters of a name stand in a sentence."""


@dataclass(frozen=True)
class Plan:
    """What a poster shows that fits on its sheet, and what there is to tell about the choice that was made."""

    spec: PosterSpec
    told: tuple[str, ...] = ()


def plan_poster(roadmap: Roadmap, order: Order, engine: Engine) -> Plan:
    """Choose the roads of a poster without drawing it. Raises what `make_fitting` raises."""

    def keep(spec: PosterSpec) -> PosterSpec:
        error = refusal(spec, order.sheet, engine)
        if error:
            raise error
        return spec

    return Plan(*make_fitting(roadmap, order, engine, keep))


def make_fitting(
    roadmap: Roadmap, order: Order, engine: Engine, make: Callable[[PosterSpec], T]
) -> tuple[T, tuple[str, ...]]:
    """Make a poster with the finest roads with which `make` raises no TooSmallError; return what to tell too.

    Raises StipError in the roadmap's language, and EngineError of Graphviz. An order of which not even the coarsest
    roads fit with the least letter is refused, never made smaller.
    """
    context = Context.of(roadmap, directory_urls=True)
    ways = list(roads_for(order.subject, context))
    if not ways:
        name = subject_name(roadmap, order.subject)
        raise StipError(context.words(f"orders.no_steps_{order.subject.kind}", name=name))
    refused: list[TooSmallError] = []
    for way in ways:
        try:
            made = make(poster_spec(roadmap, order.subject, way, edition=order.edition))
        except TooSmallError as error:
            refused.append(error)
        else:
            return made, tuple(_told(ways[0], way, order, context.words))
    raise StipError(" ".join(_remedy(order, ways, refused, context, engine))) from refused[-1]


def _told(finest: Roads, chosen: Roads, order: Order, words: Words) -> Iterator[str]:
    """Say what the choice of these roads means."""
    where = named(order.sheet, words)
    if chosen.grouped != finest.grouped:
        yield words(f"orders.grouped_{chosen.grouped}", sheet=where, steps=words("cli.steps", count=len(chosen.shown)))
    if finest.needed and not chosen.needed:
        yield words("orders.no_guests", sheet=where, count=len(finest.needed))


def _remedy(
    order: Order, ways: list[Roads], refused: list[TooSmallError], context: Context, engine: Engine
) -> Iterator[str]:
    """Say what does not fit, and then the sheet on which it does, or else the parts that can be printed."""
    words = context.words
    # The coarsest roads came nearest to fitting; when it was only their names, those are what to mend.
    error = refused[-1]
    yield words(f"orders.{error.reason}", sheet=named(order.sheet, words), name=beginning(error.name, _LONG))
    found = _sheet_that_fits(order, ways, context.roadmap, engine)
    if found:
        size, orientation = found
        yield words("orders.fits", sheet=named(sheet(size, orientation), words), size=size, orientation=orientation)
        return
    yield words("orders.no_sheet")
    parts = _parts(order, context, engine)
    if parts:
        yield words("orders.parts", ids=few([unit.id for unit in parts], _NAMED))
        if order.subject == WHOLE and len(ways) == 1 and len(ways[0].shown) <= _MOST:
            yield words("orders.group")
    else:
        yield words("orders.divide")
    if error.reason in _SHORTER:
        yield words(f"orders.{_SHORTER[error.reason]}")


def _sheet_that_fits(order: Order, ways: list[Roads], roadmap: Roadmap, engine: Engine) -> tuple[str, str] | None:
    """Return size and orientation of the nearest other sheet that has room; the same size turned comes first."""
    specs = [poster_spec(roadmap, order.subject, way) for way in ways]
    turned = next(other for other in ORIENTATIONS if other != order.orientation)
    larger = SIZES[: SIZES.index(order.size)]

    def fits(size: str, orientation: str) -> bool:
        return any(refusal(spec, sheet(size, orientation), engine) is None for spec in specs)

    if fits(order.size, turned):
        return order.size, turned
    for orientation in (order.orientation, turned):
        # What does not fit on the largest fits on none.
        if larger and fits(SIZES[0], orientation):
            return next(size for size in reversed(larger) if size == SIZES[0] or fits(size, orientation)), orientation
    return None


def _parts(order: Order, context: Context, engine: Engine) -> list[Unit]:
    """Return the parts of the subject, as large as fit on the sheet that is asked for; none when no part does."""
    level = _under(order.subject.id if order.subject.kind == "unit" else "", context)
    while level:
        largest = max(level, key=lambda unit: len(steps_under(unit, context.roadmap)))
        ways = roads_for(Subject("unit", largest.id), context)
        specs = (poster_spec(context.roadmap, Subject("unit", largest.id), way) for way in ways)
        if any(refusal(spec, order.sheet, engine) is None for spec in specs):
            listed = list(context.roadmap.units)
            return sorted(level, key=lambda unit: listed.index(unit.id))
        level = [child for unit in level for child in _under(unit.id, context)]
    return []


def _under(id: str, context: Context) -> list[Unit]:  # noqa: A002
    """Return the units directly under one that have something to print."""
    units = context.roadmap.children.get(id, ())
    return [unit for unit in units if steps_under(unit, context.roadmap) and not unit.is_gone(context.today)]


def named(paper: Sheet | None, words: Words) -> str:
    """Return a sheet in words, for instance "A3 liggend"; nothing for none."""
    if paper is None:
        return ""
    return words(f"orders.{'landscape' if paper.landscape else 'portrait'}", size=paper.name.upper())
