"""Blocks: what the page of a topic shows of many practices together: an agenda, a finder, a growth path, a map."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from itertools import chain
from typing import TYPE_CHECKING

from stip.model import Status, Step, StepKind
from stip.model.practices import (
    Celebration,
    Iteration,
    Practice,
    Result,
    Scenario,
    Stage,
    StageKind,
    Stakeholder,
    Tool,
    ToolStatus,
    Topic,
)
from stip.pages.views.facts import FactLine, clock_text, value_text
from stip.pages.views.items import LinkItem, step_item, when_text
from stip.pages.views.load import load_table
from stip.pages.views.practices import concerned, last_day
from stip.text.dates import day_text, weekday_text

if TYPE_CHECKING:
    from stip.model.practices import Moment
    from stip.model.programme import Goal, Indicator
    from stip.pages.links import Here
    from stip.periods import Period

_MANY = 24
_HIGH = 3
"""From this score on influence, concern and satisfaction are high; impact is then large."""


@dataclass(frozen=True)
class Block:
    """One block; `shape` names the macro that shows `rows`."""

    shape: str
    key: str
    title: str
    lead: str
    rows: tuple[object, ...]
    link: LinkItem | None = None
    rest: tuple[object, ...] = ()
    """Rows that are folded away."""


@dataclass(frozen=True)
class Date:
    """A moment in the agenda."""

    day: str
    month: str
    text: str
    title: str
    href: str
    note: str
    units: str
    personas: str


@dataclass(frozen=True)
class Task:
    """What somebody wants to do, and with what."""

    task: str
    use: tuple[FactLine, ...]
    avoid: tuple[FactLine, ...]
    units: str
    personas: str


@dataclass(frozen=True)
class Feast:
    """Something celebrated, or to be."""

    when: str
    title: str
    href: str
    text: str
    note: str
    anchor: str
    coming: bool


@dataclass(frozen=True)
class Rung:
    """A place in an ordered row: its number, what it is, and how it stands."""

    number: str
    title: str
    href: str
    note: str
    now: bool = False
    done: bool = False
    units: str = ""
    personas: str = ""
    anchor: str = ""
    text: str = ""


@dataclass(frozen=True)
class Quadrant:
    """One corner of a square of two scales."""

    title: str
    text: str
    items: tuple[LinkItem, ...]
    best: bool = False


@dataclass(frozen=True)
class Progress:
    """How near a goal has come, by one of its indicators, and what helped."""

    goal: str
    href: str
    indicators: tuple[Way, ...]
    results: tuple[LinkItem, ...]


@dataclass(frozen=True)
class Way:
    """How far an indicator has come: in words, and as a share of the way in percent (None when unknown)."""

    title: str
    text: str
    percent: int | None


@dataclass(frozen=True)
class Round:
    """A round that goes on now."""

    title: str
    href: str
    when: str
    units: str
    aims: tuple[str, ...]


def blocks(topic: Topic, here: Here) -> tuple[Block, ...]:
    """Return the blocks of a topic's page that have anything to show, in their order."""
    made = (make(here) for make in _BLOCKS.get(topic, ()))
    return tuple(block for block in made if block.rows)


CONSUMED: frozenset[type[Practice]] = frozenset({Celebration, Stage})
"""Kinds of practice that a block shows whole."""


def _block(shape: str, key: str, rows: Iterable[object], here: Here, link: LinkItem | None = None) -> Block:
    words = here.context.words
    return Block(shape, key, words(f"site.block.{key}"), words(f"site.block.{key}_lead"), tuple(rows), link)


def moments(practices: Iterable[Practice], today: dt.date) -> list[tuple[Moment, Practice]]:
    """Return every moment that is not over, soonest first."""
    found = [
        (moment, one)
        for one in practices
        for moment in getattr(one, "dates", ())
        if moment.when.last and moment.when.last >= today
    ]
    found.sort(key=lambda item: (item[0].when, item[0].start or ""))
    return found


def date_item(moments: tuple[Moment, ...], practice: Practice, here: Here) -> Date:
    """Show moments of one practice on one day, at one place, in the agenda."""
    words, roadmap, moment = here.context.words, here.context.roadmap, moments[0]
    first = moment.when.first or here.context.today
    exact = moment.when.first == moment.when.last
    day, month = day_text(first, words).split()[:2] if exact else ("", "")
    hours = [clock_text(one, words) for one in moments if one.start]
    when = weekday_text(first, words) if exact else when_text(moment.when, words)
    text = ", ".join(filter(None, (when, words("site.practice.and").join(hours), moment.place)))
    kind = value_text(practice, practice.chip, getattr(practice, practice.chip), words) if practice.chip else ""
    named = moment.departments or practice.departments
    note = " · ".join(filter(None, (kind, ", ".join(roadmap.units[key].label for key in named))))
    units = dict.fromkeys(key for unit in named for key in here.context.family_ids(unit))
    place = here.practice(practice)
    return Date(day, month[:3], text, practice.title, place, note, " ".join(units), " ".join(practice.personas))


def _agenda(here: Here) -> Block:
    context = here.context
    days: dict[tuple[str, str, Period, str | None, tuple[str, ...]], tuple[list[Moment], Practice]] = {}
    for moment, one in moments(context.roadmap.practices, context.today):
        key = (one.record, one.id, moment.when, moment.place, moment.departments)
        days.setdefault(key, ([], one))[0].append(moment)
    rows = tuple(date_item(tuple(found), one, here) for found, one in days.values())
    calendar = here.calendar()
    link = LinkItem(context.words("calendar.add"), calendar) if calendar else None
    return replace(_block("agenda", "agenda", rows[:_MANY], here, link), rest=rows[_MANY:])


def _finder(here: Here) -> Block:
    """For each task the tools to use, and those not to."""
    found: dict[str, tuple[str, list[Tool], list[Tool]]] = {}
    for tool in here.context.roadmap.of(Tool):
        for task in tool.tasks:
            _, use, avoid = found.setdefault(" ".join(task.split()).casefold(), (task, [], []))
            (use if tool.status in {ToolStatus.RECOMMENDED, ToolStatus.ALLOWED} else avoid).append(tool)
    order = list(ToolStatus)
    rows = [
        Task(
            task,
            tuple(
                _tool(tool, here)
                for tool in sorted(use or _instead(avoid, here), key=lambda one: order.index(one.status))
            ),
            tuple(_tool(tool, here) for tool in avoid),
            *_together((*use, *avoid), here),
        )
        for task, use, avoid in sorted(found.values(), key=lambda item: item[0].casefold())
    ]
    return _block("finder", "finder", rows, here)


def _together(practices: Iterable[Practice], here: Here) -> tuple[str, str]:
    """Return the ids of the units and personas that any of these is about; empty as soon as one is for everyone."""
    found = [concerned(one, here) for one in practices]
    units, personas = ([part[index].split() for part in found] for index in (0, 1))
    return (
        " ".join(dict.fromkeys(chain(*units))) if all(units) else "",
        " ".join(dict.fromkeys(chain(*personas))) if all(personas) else "",
    )


def _instead(avoid: Iterable[Tool], here: Here) -> list[Tool]:
    roadmap = here.context.roadmap
    keys = [key for tool in avoid for key in (tool.alternative, tool.successor) if key]
    found = [roadmap.practice["tool", key] for key in dict.fromkeys(keys)]
    return [tool for tool in found if isinstance(tool, Tool)]


def _tool(tool: Tool, here: Here) -> FactLine:
    """Link to a tool; what the column does not say of it stands behind it."""
    words, since = here.context.words, tool.since
    soon = since is not None and since.first is not None and since.first > here.context.today
    told = [words("site.block.since", when=when_text(since, words))] if soon and since else []
    usual = tool.status in {ToolStatus.RECOMMENDED, ToolStatus.DISCOURAGED}
    told += [] if usual else [value_text(tool, "status", tool.status, words)]
    return FactLine(tool.title, href=here.practice(tool), detail=", ".join(told))


def _growth(here: Here) -> Block:
    """The ranked scenarios in their order."""
    words = here.context.words
    ranked = sorted((one for one in here.context.roadmap.of(Scenario) if one.rank), key=lambda one: one.rank or 0)
    rows = []
    for one in ranked:
        scores = [
            words(f"site.block.{key}_score", score=score)
            for key, score in (("value", one.value), ("effort", one.effort))
            if score
        ]
        note = ", ".join(filter(None, (one.phase, *scores)))
        units, personas = concerned(one, here)
        rows.append(Rung(str(one.rank), one.title, here.practice(one), note, units=units, personas=personas))
    return _block("ladder", "growth", rows, here)


def _quick_wins(here: Here) -> Block:
    """Every step with an impact and a satisfaction in one of four corners; low impact and much joy is the best."""
    words = here.context.words
    corners: dict[tuple[bool, bool], list[Step]] = {}
    for step in here.context.roadmap.steps.values():
        if step.impact and step.satisfaction and step.status is not Status.STOPPED:
            corners.setdefault((step.impact > _HIGH - 1, step.satisfaction > _HIGH), []).append(step)
    if not corners:
        return _block("quadrants", "quick", (), here)
    rows = [
        Quadrant(
            words(f"site.block.quick_{'large' if large else 'small'}_{'much' if much else 'little'}"),
            words(f"site.block.quick_{'large' if large else 'small'}_{'much' if much else 'little'}_text"),
            tuple(
                LinkItem(f"{step.title} ({words(f'site.status.{step.status}').lower()})", here.step(step))
                for step in sorted(corners.get((large, much), ()), key=lambda one: one.when)
            ),
            best=not large and much,
        )
        for large, much in ((False, True), (True, True), (False, False), (True, False))
    ]
    return _block("quadrants", "quick", rows, here)


def feasts(here: Here) -> tuple[tuple[Feast, ...], tuple[Feast, ...]]:
    """Return what will be celebrated, soonest first, and what was, newest first: practices and steps together."""
    listed = here.context.roadmap.of(Celebration)
    found = [_celebration(one, here) for one in listed]
    told = {key for one in listed for key in one.steps}
    found += [
        _feast_step(step, here)
        for step in here.context.roadmap.steps.values()
        if step.kind is StepKind.CELEBRATION and step.status is not Status.STOPPED and step.id not in told
    ]
    ahead = sorted((item for item in found if item[1].coming), key=lambda item: item[0])
    past = sorted((item for item in found if not item[1].coming), key=lambda item: item[0], reverse=True)
    return tuple(feast for _, feast in ahead), tuple(feast for _, feast in past)


def _celebration(one: Celebration, here: Here) -> tuple[dt.date, Feast]:
    context, words = here.context, here.context.words
    last = last_day(one)
    units = ", ".join(context.roadmap.units[key].label for key in one.departments)
    note = " · ".join(filter(None, (value_text(one, "kind", one.kind, words), units, one.place)))
    anchor = context.addresses.practice(one)[1]
    coming = last is None or last >= context.today
    feast = Feast(when_text(one.when, words), one.title, "", one.report or one.text or "", note, anchor, coming)
    return one.when.first or dt.date.max, feast


def _feast_step(step: Step, here: Here) -> tuple[dt.date, Feast]:
    item = step_item(step, here)
    coming = step.status is not Status.DONE
    feast = Feast(item.when, step.title, item.href, step.why or step.text or "", item.unit, "", coming)
    return step.when.first or dt.date.max, feast


def _feasts(here: Here) -> Block:
    words, path = here.context.words, here.context.addresses.feed
    link = LinkItem(words("site.block.feed"), here.file(path)) if path in here.context.files else None
    return _block("feasts", "feasts", feasts(here)[1], here, link)


def _feasts_ahead(here: Here) -> Block:
    return _block("feasts", "ahead", feasts(here)[0], here)


def rounds(here: Here) -> tuple[Round, ...]:
    """Return the rounds that go on now."""
    context, words = here.context, here.context.words
    found = []
    for one in context.roadmap.of(Iteration):
        first, last = one.when.first, one.when.last
        if first and last and first <= context.today <= last:
            units = ", ".join(context.roadmap.units[key].label for key in one.departments)
            aims = tuple(aim.title for aim in one.aims)
            found.append(Round(one.title, here.practice(one), when_text(one.when, words), units, aims))
    return tuple(found)


def _rounds(here: Here) -> Block:
    return _block("rounds", "rounds", rounds(here), here)


def _progress(here: Here) -> Block:
    rows = (_goal_row(goal, here) for goal in here.context.roadmap.mission.goals)
    return _block("progress", "progress", (row for row in rows if row.indicators or row.results), here)


def _goal_row(goal: Goal, here: Here) -> Progress:
    results = here.context.roadmap.of(Result)
    return Progress(
        goal.title,
        here.goal(goal.id),
        tuple(Way(one.title, _measured(one, here), percent(one)) for one in goal.indicators),
        tuple(LinkItem(one.title, here.practice(one)) for one in results if goal.id in one.goals),
    )


def _measured(indicator: Indicator, here: Here) -> str:
    """Say where an indicator is, where it began and where it must be, in sentences."""
    words = here.context.words
    values = (("now", indicator.now), ("baseline", indicator.baseline), ("target", indicator.target))
    unit = f" {indicator.unit}" if indicator.unit else ""
    sentences = []
    for key, measure in values:
        if measure:
            when = when_text(measure.when, words)
            sentences.append(words(f"site.block.progress_{key}", value=f"{measure.value}{unit}", when=when))
            unit = ""
    return " ".join(sentences)


def percent(indicator: Indicator) -> int | None:
    """Return how much of the way from where it began to where it must be was made, 0 to 100; None when unknown."""
    values = [
        _value(measure.value) if measure else None for measure in (indicator.baseline, indicator.now, indicator.target)
    ]
    begin, now, target = values
    if begin is None or now is None or target is None or begin == target:
        return None
    return max(0, min(100, round((now - begin) * 100 / (target - begin))))


def _value(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(".", "").replace(",", ".") if "," in text else text)
    except InvalidOperation:
        return None


def _stakeholders(here: Here) -> Block:
    """The groups by how much they can change and how much it changes for them."""
    words = here.context.words
    corners: dict[tuple[bool, bool], list[Stakeholder]] = {}
    for one in here.context.roadmap.of(Stakeholder):
        if one.influence and one.concern:
            corners.setdefault((one.influence > _HIGH - 1, one.concern > _HIGH - 1), []).append(one)
    if not corners:
        return _block("quadrants", "map", (), here)
    rows = [
        Quadrant(
            words(f"site.block.map_{'strong' if strong else 'weak'}_{'near' if near else 'far'}"),
            "",
            tuple(LinkItem(one.title, here.practice(one)) for one in corners.get((strong, near), ())),
        )
        for strong, near in ((True, True), (False, True), (True, False), (False, False))
    ]
    return _block("quadrants", "map", rows if any(row.items for row in rows[2:]) else rows[:2], here)


def _stages(here: Here) -> Block:
    """The stages of the adoption work, in the order in which they build on each other."""
    words, order, today = here.context.words, list(StageKind), here.context.today
    listed = sorted(here.context.roadmap.of(Stage), key=lambda one: order.index(one.kind))
    rows = []
    for number, one in enumerate(listed, start=1):
        first, last = one.when.first, one.when.last
        now = not one.done and first is not None and first <= today and (last is None or last >= today)
        state = words("site.status.done" if one.done else "site.status.running" if now else "site.status.planned")
        note, anchor = f"{state}, {when_text(one.when, words)}", here.context.addresses.practice(one)[1]
        rows.append(Rung(str(number), one.title, "", note, now, one.done, anchor=anchor, text=one.text or ""))
    return _block("ladder", "stages", rows, here)


def _load(here: Here) -> Block:
    table = load_table(here)
    return _block("load", "load", (table,) if table else (), here)


_BLOCKS: Mapping[Topic, tuple[Callable[[Here], Block], ...]] = {
    Topic.JOINING: (_agenda,),
    Topic.TOOLS: (_finder,),
    Topic.CELEBRATING: (_rounds, _feasts, _feasts_ahead),
    Topic.CHANGING: (_growth, _quick_wins, _load),
    Topic.RESULTS: (_progress,),
    Topic.PEOPLE: (_stages, _stakeholders),
}
