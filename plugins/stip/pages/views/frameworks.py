"""Frameworks: each part with what it means, how far it is, what the roadmap has for it, and where it has nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from stip.charts import About, Ends, Mark, QuadrantSpec, Span, SpansSpec, draw_quadrant, draw_spans
from stip.model.frameworks import PAIRS, ROUTES, SEVEN_STEPS, SHIPPED, WAYS_OF_WORKING, Part, parts_of
from stip.model.practices import Framework, FrameworkPart
from stip.model.practices.strategy import PartStatus
from stip.model.units import Approach, RouteStretch
from stip.pages.views.items import LinkItem, when_text
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.charts import Chart
    from stip.model import Practice, Unit
    from stip.pages.links import Here

_ROUTE = "route-"
"""With what the id of a route begins; its number is the rest."""
_FEW = 6
"""So much stands as evidence with a part; the rest is folded away."""


_EVIDENCE = {ROUTES: "takes", WAYS_OF_WORKING: "works"}
"""The question that the evidence of a framework answers, where it is not what is done for a part."""


@as_view
class Perspective:
    """What a part means from one side."""

    title: str
    texts: tuple[str, ...]


@as_view
class PartView:
    """A part of a framework as a reader meets it; `hole` says in words that nothing stands behind it."""

    anchor: str
    number: str
    title: str
    text: str
    status: str
    status_text: str
    when: str
    lines: tuple[tuple[str, str], ...]
    points: tuple[str, ...]
    perspectives: tuple[Perspective, ...]
    evidence_label: str
    evidence: tuple[LinkItem, ...]
    rest: tuple[LinkItem, ...]
    """Evidence that is folded away."""
    hole: str


def framework_parts(framework: Framework, here: Here) -> tuple[PartView, ...]:
    """Show every part of a framework."""
    found = parts_of(framework, here.context.roadmap)
    busy = sum(part.own is not None and part.own.status == PartStatus.NOW for part in found) > 1
    return tuple(_part(part, number, framework, here, busy=busy) for number, part in enumerate(found, start=1))


def framework_lead(framework: Framework, here: Here) -> str:
    """Return what a framework is: as the site says, else as the program does."""
    return framework.text or _said(f"frameworks.{framework.id}.lead", here)


def danger_of(framework: str, part: str, here: Here) -> str:
    """Return what to watch out for with a part: as the site says of it in its framework, else as the program does."""
    found = _own_part(framework, part, here)
    said = found.danger if found else None
    answer = found.answer if found else None
    return " ".join(filter(None, (said or _said(f"frameworks.{framework}.parts.{part}.danger", here), answer)))


def recipe(practice: Practice, here: Here) -> Iterator[tuple[str, str]]:
    """Yield (title, text) of each pair of ways to work that strengthen each other."""
    if practice.record == Framework.record and practice.id == WAYS_OF_WORKING:
        for pair in PAIRS:
            key = f"frameworks.recipe.pairs.{pair[0]}"
            yield here.context.words(f"{key}.title"), here.context.words(f"{key}.text")


def framework_charts(practice: Practice, here: Here) -> Iterator[Chart]:
    """Yield what is drawn of a framework: routes in time, or from where each unit works."""
    if practice.record == Framework.record and practice.id == ROUTES:
        yield from _route_charts(practice, here)
    units = [unit for unit in here.context.roadmap.units.values() if unit.approach]
    if practice.record != Framework.record or practice.id != WAYS_OF_WORKING or not units:
        return
    words = here.context.words
    yield draw_quadrant(
        QuadrantSpec(
            about=About("ways", practice.title, words("insight.ways_summary", count=len(units))),
            across=_ends("inside", "outside", here),
            up=_ends("below", "above", here),
            marks=tuple(_mark(unit, here) for unit in units if here.context.roadmap.number(unit)),
            number_word=words("insight.number"),
            what_word=words("site.report.unit"),
        )
    )


def _route_charts(practice: Practice, here: Here) -> Iterator[Chart]:
    """Yield which route each unit, and each process with a route of its own, follows when."""
    words, units = here.context.words, here.context.roadmap.units.values()
    spans = tuple(_stretch(unit, one, here) for unit in units for one in unit.routes)
    if not spans:
        return
    yield draw_spans(
        SpansSpec(
            about=About("route-times", practice.title, words("insight.routes_summary", count=len(spans))),
            spans=spans,
            what_word=words("insight.route"),
            first_word=words("insight.from"),
            last_word=words("insight.until_end"),
            support_word="",
            replaced_word="",
            unsupported_word="",
            today=here.context.today,
            today_word=words("insight.today"),
        )
    )


def _stretch(unit: Unit, stretch: RouteStretch, here: Here) -> Span:
    words = here.context.words
    title = part_name(ROUTES, f"route-{stretch.route}", here)
    whose = words("insight.route_process", unit=unit.label, process=stretch.process) if stretch.process else unit.label
    ends = (stretch.from_, stretch.until)
    start, end = (when_text(one, words) if one else "" for one in ends)
    return Span(
        label=words("insight.route_of", unit=whose, route=title),
        first=stretch.from_.first if stretch.from_ else None,
        last=stretch.until.last if stretch.until else None,
        href=here.unit(unit),
        cells=(start, end, "", ""),
    )


def _ends(low: str, high: str, here: Here) -> Ends:
    words = here.context.words
    one = Decimal(1)
    return Ends(-one, one, words(f"insight.end_{low}"), words(f"insight.end_{high}"), words(f"insight.axis_{low}"))


def _mark(unit: Unit, here: Here) -> Mark:
    words, number = here.context.words, here.context.roadmap.number(unit)
    across = (Approach.OUTSIDE_IN in unit.approach) - (Approach.INSIDE_OUT in unit.approach)
    up = (Approach.TOP_DOWN in unit.approach) - (Approach.BOTTOM_UP in unit.approach)
    half = Decimal("0.6")
    return Mark(
        number=number or 0,
        label=unit.name,
        across=across * half,
        up=up * half,
        href=here.unit(unit),
        across_text=words(f"insight.end_{('inside', 'middle', 'outside')[across + 1]}"),
        up_text=words(f"insight.end_{('below', 'middle', 'above')[up + 1]}"),
    )


def part_title(framework: str, part: Part, here: Here) -> str:
    """Return what a part is called: as the site says, else as the program does, else its id."""
    named = part.own.title if part.own else None
    return named or _said(f"frameworks.{framework}.parts.{part.id}.title", here) or part.id


def part_name(framework: str, part: str, here: Here) -> str:
    """Return what a part of a framework is called, by its id alone."""
    own = _own_part(framework, part, here)
    return (own.title if own else None) or _said(f"frameworks.{framework}.parts.{part}.title", here) or part


def _own_part(framework: str, part: str, here: Here) -> FrameworkPart | None:
    """Return what the site itself says of a part of a framework."""
    own = here.context.roadmap.practice.get((Framework.record, framework))
    return next((one for one in own.parts if one.id == part), None) if isinstance(own, Framework) else None


def _said(key: str, here: Here) -> str:
    words = here.context.words
    return words(key) if key in words else ""


def _part(part: Part, number: int, framework: Framework, here: Here, *, busy: bool) -> PartView:
    """Show a part; `busy` when more than one goes on, so that none of them is where we are."""
    words, own = here.context.words, part.own
    common = f"frameworks.{framework.id}.parts.{part.id}"
    # What the program says of a part that only the site can name holds no longer once the site has named it.
    named = framework.id in SHIPPED and SHIPPED[framework.id].named
    unsaid = bool(named) and part.id not in (named or ()) and own is not None and own.title is not None
    text = (own.text if own else None) or ("" if unsaid else _said(f"{common}.text", here))
    danger = (own.danger if own else None) or _said(f"{common}.danger", here)
    evidence = tuple(_evidence(part, here))
    status = own.status if own else None
    expects = framework.id != SEVEN_STEPS or part.id in (SHIPPED[SEVEN_STEPS].named or ())
    shown = len(evidence) if len(evidence) <= _FEW + 1 else _FEW
    return PartView(
        anchor=f"part-{part.id}",
        number=part.id.removeprefix(_ROUTE) if framework.id == ROUTES else str(number),
        title=part_title(framework.id, part, here),
        text=text,
        status=status or "",
        status_text=_status_text(status, here, busy=busy) if status else "",
        when=when_text(own.when, words) if own and own.when else "",
        lines=tuple(_lines(part, danger, framework, here)),
        points=own.points if own else (),
        perspectives=tuple(_perspectives(part, here)),
        evidence_label=words(f"insight.part.{_EVIDENCE.get(framework.id, 'evidence')}"),
        evidence=evidence[:shown],
        rest=evidence[shown:],
        hole=words("insight.hole") if expects and not evidence else "",
    )


def _status_text(status: PartStatus, here: Here, *, busy: bool) -> str:
    return here.context.words(f"insight.{'busy' if busy and status == PartStatus.NOW else f'status.{status}'}")


def _lines(part: Part, danger: str, framework: Framework, here: Here) -> Iterator[tuple[str, str]]:
    """Yield (question, answer) of what is said about a part."""
    words, own = here.context.words, part.own
    after = own.after if own else ()
    known = {one.id: one for one in parts_of(framework, here.context.roadmap)} if after else {}
    told = {
        "answer": own.answer if own else None,
        "why": own.why if own else None,
        "reason": own.reason if own else None,
        "owner": own.owner if own else None,
        "after": ", ".join(part_title(framework.id, known[key], here) for key in after if key in known),
        "danger": danger,
    }
    for key, text in told.items():
        if text:
            yield words(f"insight.part.{key}"), text


def _perspectives(part: Part, here: Here) -> Iterator[Perspective]:
    if part.own:
        for side in ("employee", "technology", "organisation"):
            texts: tuple[str, ...] = getattr(part.own, side)
            if texts:
                yield Perspective(here.context.words(f"frameworks.perspectives.{side}"), texts)


def _evidence(part: Part, here: Here) -> Iterator[LinkItem]:
    for step in part.steps:
        yield LinkItem(step.title, here.step(step))
    for unit in part.units:
        yield LinkItem(unit.name, here.unit(unit))
    for practice in part.practices:
        yield LinkItem(practice.title, here.practice(practice))
