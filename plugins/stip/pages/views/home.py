"""The home page: the drawing, choose your department, who are you, what goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stip.model import Status, StepKind, Unit
from stip.model.practices import Topic
from stip.pages.bundles import bundles, run_anchor
from stip.pages.lanes import LaneUnits, are_clusters, lanes_of
from stip.pages.selection import choices, coming, going, reached, starting
from stip.pages.views.blocks.feasts import Round, rounds
from stip.pages.views.changes import changes_link
from stip.pages.views.items import (
    ContactItem,
    LinkItem,
    PersonaItem,
    StepItem,
    UnitItem,
    contact_item,
    persona_item,
    step_items,
    unit_item,
)
from stip.pages.views.layout import Frame
from stip.pages.views.poster import Teaser, poster_teaser
from stip.pages.views.topic import topic_links

if TYPE_CHECKING:
    from stip.pages.context import Context
    from stip.pages.links import Here

_FEW = 4
_CARDS = 24
_ROWS = 60
"""So many departments stand on the home page; of more the groups that they are in, and a way to look for one."""
_ROWS_OF_MANY = 12
"""Where there are many steps, of more departments than this only the names stand there."""
LAST = 1000
"""Where a unit without a number sorts: after all that have one."""
_LONG_NAME, _VERY_LONG_NAME = 14, 30


@dataclass(frozen=True)
class Group:
    """Departments of one cluster; a group without title stands alone."""

    title: str
    href: str
    number: int | None
    units: tuple[UnitItem, ...]


@dataclass(frozen=True)
class Area:
    """Where some of many departments stand: those of a group, or that share a road of the drawing."""

    title: str
    href: str
    number: int | None
    text: str = ""


@dataclass(frozen=True)
class StepList:
    """A short list of steps under its own heading."""

    key: str
    title: str
    text: str
    steps: tuple[StepItem, ...]


@dataclass(frozen=True)
class HomeView:
    """All that the home page shows."""

    frame: Frame
    name: str
    name_size: str
    mission: str
    horizon: str
    caption: str
    bundled: str
    """What a road is, when it stands for more than one path."""
    has_map: bool
    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    groups: tuple[Group, ...]
    areas: tuple[Area, ...]
    """Instead of the groups, when these have too many departments."""
    finding: str
    """Where a department or team is looked for by its name, when they do not all stand here."""
    cards: bool
    departments_href: str
    my_route: str
    personas: tuple[PersonaItem, ...]
    lists: tuple[StepList, ...]
    timeline_href: str
    changes: LinkItem | None
    topics: tuple[LinkItem, ...]
    rounds: tuple[Round, ...]
    rounds_href: str
    poster: Teaser | None
    contact: ContactItem | None


def home_view(here: Here) -> HomeView:
    """Gather the home page."""
    context = here.context
    roadmap, words, mission = context.roadmap, context.words, context.roadmap.mission
    name = mission.programme.name
    lanes = lanes_of(context)
    steps = roadmap.steps.values()
    units = choices(context)
    groups = groups_of(units, lanes, here)
    is_long = len(units) > (_ROWS_OF_MANY if context.has_many else _ROWS)
    departments = here.to(context.addresses.departments) if roadmap.units else ""
    description = words("site.home.description", name=name)
    return HomeView(
        frame=Frame(name, description, ()),
        name=name,
        name_size=name_size(name),
        mission=mission.mission,
        horizon=words("site.dot", title=mission.horizon.title),
        caption=words("site.home.one_dot", count=len(lanes), title=mission.horizon.title) if lanes else "",
        bundled=words("site.unit.map_bundles", count=len(lanes)) if bundles(lanes, many=context.has_many) else "",
        has_map=bool(lanes),
        statuses=_used(Status, (step.status for step in steps)),
        kinds=_used(StepKind, (step.kind for step in steps)),
        groups=() if is_long else groups,
        areas=_areas(groups, lanes, here) if is_long else (),
        finding=departments if is_long and len(roadmap.units) > _ROWS else "",
        cards=len(units) <= _CARDS,
        departments_href=departments,
        my_route=here.route(),
        personas=tuple(persona_item(key, here) for key in roadmap.personas),
        lists=_lists(here),
        timeline_href=here.to(context.addresses.timeline) if roadmap.steps else "",
        changes=changes_link(here),
        topics=topic_links(here),
        rounds=rounds(here)[:_FEW],
        rounds_href=here.to(context.addresses.topics[Topic.CELEBRATING]) if Topic.CELEBRATING in context.topics else "",
        poster=poster_teaser(here),
        contact=contact_item(mission.programme.contact),
    )


def name_size(name: str) -> str:
    """Return the size class of the programme's name: a long one is set smaller."""
    if len(name) > _VERY_LONG_NAME:
        return "stip-h1--long stip-h1--longest"
    return "stip-h1--long" if len(name) > _LONG_NAME else ""


def groups_of(units: tuple[Unit, ...], lanes: tuple[LaneUnits, ...], here: Here) -> tuple[Group, ...]:
    """Group departments by the unit above them, in listed order; those under none come last.

    Where clusters are the roads of the drawing, the numbers there are theirs, so departments show none.
    """
    context, known = here.context, here.context.roadmap.units
    numbers = {lane.unit.id: lane.number for lane in lanes} if are_clusters(lanes) else {}
    parents: dict[str, list[Unit]] = {}
    for unit in sorted(units, key=lambda unit: context.roadmap.number(unit) or LAST):
        parents.setdefault(_group_key(unit, context, top=bool(numbers)), []).append(unit)
    others = context.words("site.home.others") if len(parents) > 1 else ""
    return tuple(
        Group(
            title=known[key].name if key else others,
            href=here.unit(known[key]) if key else "",
            number=numbers.get(key),
            units=tuple(_item(unit, here, numbers) for unit in parents[key]),
        )
        for key in [*known, ""]
        if key in parents
    )


def _areas(groups: tuple[Group, ...], lanes: tuple[LaneUnits, ...], here: Here) -> tuple[Area, ...]:
    """Return the groups of departments; where there are none, or too many, those that share a road of the drawing.

    Of few enough departments in no group each stands for itself.
    """
    context, words = here.context, here.context.words
    if len(groups) == 1 and len(groups[0].units) <= _ROWS:
        return tuple(Area(one.name, one.href, one.number) for one in groups[0].units)
    index = context.addresses.departments
    if 1 < len(groups) <= _ROWS:
        return tuple(
            Area(one.title, one.href or here.to(index), one.number, words("site.home.in_area", count=len(one.units)))
            for one in groups
        )
    return tuple(
        Area(
            words("site.unit.bundle", first=run[0].number, last=run[-1].number),
            here.to(index, run_anchor(place)),
            place + 1,
        )
        for place, run in enumerate(bundles(lanes, many=context.has_many))
    )


def _group_key(unit: Unit, context: Context, *, top: bool) -> str:
    above = context.roadmap.ancestors(unit)
    return above[-1 if top else 0].id if above else ""


def _item(unit: Unit, here: Here, numbers: Mapping[str, int]) -> UnitItem:
    item = unit_item(unit, here)
    return replace(item, number=numbers.get(unit.id)) if numbers else item


def _lists(here: Here) -> tuple[StepList, ...]:
    context, words = here.context, here.context.words
    steps = tuple(context.roadmap.steps.values())
    chosen = {
        "going": going(steps),
        "coming": starting(steps, context.today) or coming(steps, context.today),
        "reached": reached(steps, context.today),
    }
    return tuple(
        StepList(
            key,
            words(f"site.home.{key}"),
            words(f"site.home.{key}_sub"),
            step_items(found[:_FEW], here),
        )
        for key, found in chosen.items()
        if found
    )


def _used(order: Iterable[str], values: Iterable[str]) -> tuple[str, ...]:
    """Return each value that occurs once, in the order of its declaration."""
    found = set(values)
    return tuple(value for value in order if value in found)
