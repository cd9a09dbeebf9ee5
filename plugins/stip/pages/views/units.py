"""The departments: the tree of all units, and the page of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import Unit
from stip.model.frameworks import ROUTES, WAYS_OF_WORKING
from stip.model.graph import ENDED, HORIZON, JOINING, living
from stip.pages.bundles import bundles, run_anchor
from stip.pages.lanes import lanes_of
from stip.pages.selection import coming, own_or_under, route_at
from stip.pages.views.blocks.block import ChartRow
from stip.pages.views.blocks.governing import unit_hours
from stip.pages.views.changes import UnitHistory, unit_history
from stip.pages.views.entries import EntryGroup, entries, for_everyone, naming_unit
from stip.pages.views.frameworks import danger_of
from stip.pages.views.items import (
    ContactItem,
    LinkItem,
    StepItem,
    UnitItem,
    contact_item,
    horizon_label,
    nearest_contact,
    question_items,
    step_item,
    unit_item,
)
from stip.pages.views.layout import Frame, frame
from stip.pages.views.poster import Download, unit_downloads
from stip.pages.views.steps import HORIZON_ANCHOR, BandView, StepDetail, band_views
from stip.pages.views.topic import topic_links
from stip.text.dates import day_text, period_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stip.model.units import RouteStretch
    from stip.pages.links import Here

_LONG = 60
"""In a list of more units than this a reader looks for a name."""
_NEXT = 3
_QUESTIONS = 8
_ENTRIES = 3
"""So many practices of one sort on the page of a unit."""


@dataclass(frozen=True)
class Branch:
    """A unit in the tree, and what is under it."""

    unit: UnitItem
    branches: tuple[Branch, ...]
    anchor: str = ""
    """Where a road of the map leads that stands for this unit and those after it."""


@dataclass(frozen=True)
class UnitsView:
    """The index of all units."""

    frame: Frame
    lead: str
    branches: tuple[Branch, ...]
    merged: tuple[LinkItem, ...]
    runs: tuple[LinkItem, ...]
    """Links to parts of a long list."""
    is_long: bool
    """Whether a reader looks for a name in it."""


@dataclass(frozen=True)
class Change:
    """A dated change, with what to do about it."""

    step: StepItem
    text: str


@dataclass(frozen=True)
class RouteView:
    """How a unit goes about it in a stretch of time."""

    name: str
    text: str
    when: str
    reason: str
    danger: str
    current: bool


@dataclass(frozen=True)
class UnitView:
    """All that the page of a unit shows."""

    frame: Frame
    name: str
    number: int | None
    kind: str
    summary: str
    notice: str
    notice_link: LinkItem | None
    aliases: str
    part_of: LinkItem | None
    changes: tuple[Change, ...]
    now: str
    stays: tuple[str, ...]
    goes: tuple[str, ...]
    bands: tuple[BandView, ...]
    history: UnitHistory | None
    open: StepDetail | None
    end: str
    end_href: str
    ends_at_horizon: bool
    horizon_label: str
    units: tuple[UnitItem, ...]
    units_title: str
    has_map: bool
    has_groups: bool
    """Whether the roads of the map are groups of departments, counted anew in it."""
    questions: tuple[LinkItem, ...]
    questions_href: str
    entries: tuple[EntryGroup, ...]
    topics: tuple[LinkItem, ...]
    pleasure: str
    way: str
    approach: tuple[tuple[str, str], ...]
    promise: str
    updated: str
    manager: str
    contact: ContactItem | None
    partners: tuple[str, ...]
    goals: tuple[LinkItem, ...]
    routes: tuple[RouteView, ...]
    hours: ChartRow | None
    back: LinkItem
    my_route: str
    calendar: str
    embed: str
    prints: tuple[Download, ...]
    poster: str


def units_view(here: Here) -> UnitsView:
    """Gather the tree of living units, and the list of merged ones."""
    context, words = here.context, here.context.words
    title = words("site.unit.index")
    merged = [unit for unit in context.roadmap.units.values() if unit.is_gone(context.today)]
    runs = bundles(lanes_of(context), many=context.has_many)
    return UnitsView(
        frame=frame(here, title, words("site.unit.index_description")),
        lead=words("site.unit.index_lead"),
        branches=_branches("", here, {run[0].unit.id: run_anchor(place) for place, run in enumerate(runs)}),
        merged=tuple(LinkItem(_notice(unit, here), here.unit(unit)) for unit in merged),
        runs=tuple(
            LinkItem(
                words("site.unit.bundle", first=run[0].number, last=run[-1].number),
                here.to(here.path, run_anchor(place)),
            )
            for place, run in enumerate(runs)
        ),
        is_long=len(context.roadmap.units) > _LONG,
    )


def _branches(parent: str, here: Here, anchors: Mapping[str, str]) -> tuple[Branch, ...]:
    """Show what is under a unit; what hangs under a merged unit moves up to where that stood.

    Numbers order what has them; clusters keep their listed order.
    """
    found: list[Branch] = []
    for unit in here.context.roadmap.children.get(parent, ()):
        under, anchor = _branches(unit.id, here, anchors), anchors.get(unit.id, "")
        found += under if unit.is_gone(here.context.today) else [Branch(unit_item(unit, here), under, anchor)]
    return tuple(sorted(found, key=lambda branch: branch.unit.number or 0))


def unit_view(unit: Unit, here: Here, *, has_map: bool, has_groups: bool) -> UnitView:
    """Gather the page of a unit."""
    context, words, roadmap = here.context, here.context.words, here.context.roadmap
    above = [LinkItem(item.label, here.unit(item)) for item in reversed(roadmap.ancestors(unit))]
    index = LinkItem(words("site.unit.index"), here.to(context.addresses.departments))
    living_children = [child for child in roadmap.children.get(unit.id, ()) if not child.is_gone(context.today)]
    bands = band_views(unit, here)
    successor = roadmap.units.get(unit.replaced_by or "")
    notice = _notice(unit, here) if unit.is_gone(context.today) else ""
    end, end_href, at_horizon = path_end(unit, here)
    return UnitView(
        frame=frame(here, unit.name, unit.summary or words("site.unit.description", name=unit.name), index, *above),
        name=unit.name,
        number=roadmap.number(unit),
        kind=unit.kind or "",
        summary=unit.summary or "",
        notice=notice,
        notice_link=LinkItem(successor.name, here.unit(successor)) if notice and successor else None,
        aliases=words("site.unit.was_called", names=", ".join(unit.aliases)) if unit.aliases else "",
        part_of=LinkItem(words("site.unit.part_of", name=above[-1].text), above[-1].href) if above else None,
        changes=_changes(unit, here),
        now=unit.now or "",
        stays=unit.stays,
        goes=unit.goes,
        bands=bands,
        history=unit_history(unit, here),
        open=next((step for band in bands for step in band.steps if step.open), None),
        end=end,
        end_href=end_href,
        ends_at_horizon=at_horizon,
        horizon_label=horizon_label(roadmap),
        units=tuple(unit_item(child, here) for child in living_children),
        units_title=words("site.unit.teams" if unit.steps else "site.unit.units"),
        has_map=has_map,
        has_groups=has_groups,
        questions=question_items(here, units=(unit, *roadmap.below(unit)))[:_QUESTIONS],
        questions_href=here.to(context.addresses.questions) if roadmap.questions else "",
        entries=entries(naming_unit(unit, here), here, most=_ENTRIES, unit=unit, others=for_everyone(here)),
        topics=topic_links(here),
        pleasure=unit.pleasure or "",
        way=words(f"site.unit.way_{unit.way_of_working}") if unit.way_of_working else "",
        approach=tuple(_approach(unit, here)),
        promise=unit.promise or "",
        updated=words("site.unit.updated", date=day_text(unit.updated, words)) if unit.updated else "",
        manager=unit.manager or "",
        contact=contact_item(nearest_contact(unit, roadmap)),
        partners=unit.partners,
        goals=_goals(unit, here),
        routes=_routes(unit, here),
        hours=unit_hours(unit.id, here),
        back=LinkItem(words("site.unit.back"), index.href),
        my_route=here.route(department=unit.id) if unit.id in context.choosable else "",
        calendar=here.calendar(),
        embed=here.snippet(unit),
        prints=unit_downloads(unit.id, here),
        poster=here.to(context.addresses.poster) if context.addresses.poster in context.paths else "",
    )


def _changes(unit: Unit, here: Here) -> tuple[Change, ...]:
    steps = coming(own_or_under(unit, here.context.roadmap), here.context.today)[:_NEXT]
    return tuple(Change(step_item(step, here), step.todo or step.why or "") for step in steps)


def _notice(unit: Unit, here: Here) -> str:
    words, units = here.context.words, here.context.roadmap.units
    other = units.get(unit.replaced_by or "")
    if other is None:
        return words("site.unit.merged_ended", name=unit.name)
    return words("site.unit.merged_into", name=unit.name, other=other.name)


def path_end(unit: Unit, here: Here) -> tuple[str, str, bool]:
    """Return where the path of a unit ends: words, link, and whether that is the horizon."""
    context, words = here.context, here.context.words
    steps = living(unit)
    if not steps:
        return "", "", False
    end = context.graph.follows[steps[-1].id]
    if end == HORIZON:
        title = context.roadmap.mission.horizon.title
        return (
            words("site.unit.end_horizon", title=title),
            here.to(context.addresses.mission, HORIZON_ANCHOR),
            True,
        )
    if end in {JOINING, ENDED}:
        return words("site.unit.end_joining" if end == JOINING else "site.unit.end_ended"), "", False
    step, other = context.roadmap.steps[end], context.roadmap.unit_of[end]
    return words("site.unit.end_joins", title=step.title, unit=other.name), here.step(step), False


def _goals(unit: Unit, here: Here) -> tuple[LinkItem, ...]:
    context = here.context
    used = {goal for step in own_or_under(unit, context.roadmap) for goal in step.goals}
    return tuple(LinkItem(goal.title, here.goal(goal.id)) for goal in context.roadmap.mission.goals if goal.id in used)


def _routes(unit: Unit, here: Here) -> tuple[RouteView, ...]:
    words = here.context.words
    now = route_at(unit, here.context.today)
    found = []
    for stretch in unit.routes:
        start = period_text(stretch.from_, words) if stretch.from_ else ""
        end = period_text(stretch.until, words) if stretch.until else ""
        found.append(
            RouteView(
                name=words("site.route.name", number=stretch.route),
                text=_stretch_words(stretch, here),
                when=", ".join(filter(None, (_stretch_text(start, end, here), _process(stretch, here)))),
                reason=stretch.reason or "",
                danger=danger_of(ROUTES, f"route-{stretch.route}", here),
                current=stretch is now,
            )
        )
    return tuple(found)


def _stretch_words(stretch: RouteStretch, here: Here) -> str:
    """Say in plain words what a route is; of joining another also how long that takes."""
    words = here.context.words
    text = words(f"site.route.{stretch.route}")
    if stretch.integrated is None:
        return text
    return f"{text} {words('site.route.integrated', when=period_text(stretch.integrated, words))}"


def _process(stretch: RouteStretch, here: Here) -> str:
    return here.context.words("site.route.process", process=stretch.process) if stretch.process else ""


def _approach(unit: Unit, here: Here) -> Iterator[tuple[str, str]]:
    """Yield (name, what to watch out for) of each way in which a unit works."""
    words = here.context.words
    for approach in unit.approach:
        key = f"frameworks.{WAYS_OF_WORKING}.parts.{approach}"
        yield words(f"{key}.title"), danger_of(WAYS_OF_WORKING, approach, here)


def _stretch_text(start: str, end: str, here: Here) -> str:
    words = here.context.words
    if start and end:
        return words("site.route.between", start=start, end=end)
    if start:
        return words("site.route.from", when=start)
    return words("site.route.until", when=end) if end else ""
