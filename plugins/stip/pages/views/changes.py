"""The changes: what is different since the last time and before it, and the few of them that a department shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stip.model import Unit
from stip.pages.views.changed import unit_sentence
from stip.pages.views.gathering import ChangedStep, ChangedUnit, changed_step, changed_units, shared, told_neutrally
from stip.pages.views.items import LinkItem
from stip.pages.views.layout import Frame, frame
from stip.pages.views.questions import Choice
from stip.pages.views.view import as_view
from stip.text.dates import day_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stip.editions import Edition
    from stip.pages.history import Stretch
    from stip.pages.links import Here

_STRETCHES, _STEPS = 3, 4
"""So many stretches of time stand on the page of a department, each with so many steps."""


@as_view
class StretchView:
    """A stretch of time: what it is called, both sides, and what happened; or the page that tells it."""

    title: str
    sides: str
    count: str
    shared: tuple[str, ...]
    units: tuple[ChangedUnit, ...]
    """Each with the anchor that it has on this page as its id."""
    href: str = ""


@as_view
class Jump:
    """A department to go to, with how much of it changed."""

    link: LinkItem
    number: int | None
    count: str


@as_view
class ChangesView:
    """All that the page shows."""

    frame: Frame
    heading: str
    lead: str
    last: StretchView | None
    same: str
    """What is said instead when nothing changed."""
    earlier: tuple[StretchView, ...]
    first: str
    jumps: tuple[Jump, ...]
    units: tuple[Choice, ...]
    personas: tuple[Choice, ...]
    count: int
    links: tuple[LinkItem, ...]
    feed: str


@as_view
class UnitStretch:
    """What happened at one department or team in one stretch of time, and how much of it is left out."""

    title: str
    sentences: tuple[str, ...]
    steps: tuple[ChangedStep, ...]
    rest: str


@as_view
class UnitHistory:
    """What happened at one department or team, newest first, and where all of it stands."""

    stretches: tuple[UnitStretch, ...]
    href: str
    feed: str


def changes_view(here: Here) -> ChangesView:
    """Gather the page of all changes: the last stretch first; those that have pages of their own only as links."""
    history, words = here.context.history, here.context.words
    apart = {id(one) for one in history.apart}
    shown = [] if history.last is None else [history.last]
    shown += [one for one in history.earlier if id(one) not in apart]
    views = _with_anchors(shown, [_stretch(one, here) for one in shown])
    last = views.pop(0) if history.last else None
    first, now = here.context.editions[0], history.now
    values = {"name": now.name, "date": day_text(now.date, words)}
    return _page(
        here,
        words("changes.title"),
        words("changes.description"),
        last=last,
        same="" if last else words("changes.same_text", **values),
        earlier=(*views, *(_elsewhere(one, here) for one in history.apart)),
        first=words("changes.first", name=first.name, date=day_text(first.date, words)),
        links=_links(here),
    )


def stretch_view(stretch: Stretch, here: Here) -> ChangesView:
    """Gather the page of one earlier stretch, when each has a page of its own."""
    context, words = here.context, here.context.words
    old, new = day_text(stretch.old.date, words), day_text(stretch.new.date, words)
    back = LinkItem(words("changes.title"), here.to(context.addresses.changes))
    (view,) = _with_anchors([stretch], [_stretch(stretch, here)])
    return _page(
        here,
        words("changes.until", date=new),
        words("changes.until_description", old=old, new=new),
        back,
        last=view,
        links=(LinkItem(words("changes.back"), back.href),),
    )


def _page(
    here: Here,
    title: str,
    description: str,
    *above: LinkItem,
    last: StretchView | None,
    links: tuple[LinkItem, ...],
    same: str = "",
    earlier: tuple[StretchView, ...] = (),
    first: str = "",
) -> ChangesView:
    words = here.context.words
    listed = [unit for view in (last, *earlier) if view for unit in view.units]
    jumps = tuple(_jumps(listed, here))
    return ChangesView(
        frame=frame(here, title, description, *above),
        heading=title,
        lead=words("changes.lead", today=day_text(here.context.today, words)),
        last=last,
        same=same,
        earlier=earlier,
        first=first,
        jumps=jumps,
        units=tuple(Choice(jump.link.href.removeprefix("#"), jump.link.text) for jump in jumps),
        personas=(),
        count=sum(len(unit.sentences) + len(unit.steps) for unit in listed),
        links=links,
        feed=here.feed(),
    )


def _stretch(stretch: Stretch, here: Here) -> StretchView:
    words = here.context.words
    neutral = told_neutrally(words.language)
    everyone, units = shared(stretch, neutral), changed_units(stretch, here, neutral)
    return StretchView(
        title=stretch_title(stretch, here),
        sides=words("changes.sides", old=_side(stretch.old, here), new=_side(stretch.new, here)),
        count=words("edition.changes", count=_size(stretch)),
        shared=everyone,
        units=units,
    )


def _elsewhere(stretch: Stretch, here: Here) -> StretchView:
    words = here.context.words
    href = here.to(here.context.addresses.stretch(stretch.new.name))
    count = words("edition.changes", count=_size(stretch))
    return StretchView(stretch_title(stretch, here), "", count, (), (), href)


def _size(stretch: Stretch) -> int:
    """Count the changes: a step once, whatever happened to it."""
    changes = stretch.changes
    return stretch.size + len(changes.units) + len(changes.goals) + len(changes.whole)


def stretch_title(stretch: Stretch, here: Here) -> str:
    """Say which stretch it is: since when, or between which days."""
    words = here.context.words
    old, new = day_text(stretch.old.date, words), day_text(stretch.new.date, words)
    if stretch is here.context.history.last:
        return words("changes.since", date=old)
    return words("changes.between", old=old, new=new)


def _side(edition: Edition, here: Here) -> str:
    words = here.context.words
    date = day_text(edition.date, words)
    return words("changes.side", name=edition.name, date=date) if edition.name else words("changes.side_now", date=date)


def _with_anchors(stretches: Iterable[Stretch], views: Iterable[StretchView]) -> list[StretchView]:
    """Give each department an anchor: its own id where it comes first, after that with the name of the edition."""
    seen: set[str] = set()
    found = []
    for stretch, view in zip(stretches, views, strict=True):
        ids = {unit.id: f"{stretch.new.name}_{unit.id}" if unit.id in seen else unit.id for unit in view.units}
        seen |= set(ids)
        found.append(replace(view, units=tuple(replace(unit, anchor=ids[unit.id]) for unit in view.units)))
    return found


def _jumps(listed: Iterable[ChangedUnit], here: Here) -> Iterator[Jump]:
    """Yield each department once, by number; the link leads to what changed last."""
    units: dict[str, list[ChangedUnit]] = {}
    for unit in listed:
        units.setdefault(unit.id, []).append(unit)
    order = sorted(
        units.values(), key=lambda found: (found[0].number is None, found[0].number or 0, found[0].link.text)
    )
    for found in order:
        count = sum(len(unit.sentences) + len(unit.steps) for unit in found)
        link = LinkItem(found[0].link.text, f"#{found[0].id}")
        yield Jump(link, found[0].number, here.context.words("edition.changes", count=count))


def _links(here: Here) -> tuple[LinkItem, ...]:
    context, words = here.context, here.context.words
    pages = (
        (words("site.timeline.title"), context.addresses.timeline),
        (words("prints.title"), context.addresses.poster),
    )
    return tuple(LinkItem(title, here.to(path)) for title, path in pages if path in context.paths)


def changes_link(here: Here) -> LinkItem | None:
    """Return what leads to the page; None when the site has none."""
    context, words = here.context, here.context.words
    if context.addresses.changes not in context.paths:
        return None
    last = context.history.last
    text = words("changes.link", date=day_text(last.old.date, words)) if last else words("changes.link_same")
    return LinkItem(text, here.to(context.addresses.changes))


def unit_history(unit: Unit, here: Here) -> UnitHistory | None:
    """Tell what happened to a department with its teams, or to one team; None when nothing did."""
    context = here.context
    if not context.editions:
        return None
    head = context.roadmap.path_head(unit).id
    told = [one for one in context.history.stretches if head in one.heads]
    found = [(stretch, view) for stretch in told if (view := _of_unit(unit, head, stretch, here))]
    if not found:
        return None
    apart = {id(one) for one in context.history.apart}
    newest = found[0][0]
    page = context.addresses.stretch(newest.new.name) if id(newest) in apart else context.addresses.changes
    return UnitHistory(tuple(view for _, view in found[:_STRETCHES]), here.to(page, head), here.feed())


def _of_unit(unit: Unit, head: str, stretch: Stretch, here: Here) -> UnitStretch | None:
    words = here.context.words
    neutral, whole = told_neutrally(words.language), unit.id == head
    steps = [one for one in stretch.steps.get(head, ()) if whole or one[0].unit == unit.id]
    units = [one for one in stretch.units.get(head, ()) if whole or one.unit.id == unit.id]
    if not steps and not units:
        return None
    rest = len(steps) - _STEPS
    return UnitStretch(
        title=stretch_title(stretch, here),
        sentences=tuple(unit_sentence(one, stretch.old, stretch.new, neutral) for one in units),
        steps=tuple(changed_step(one, stretch, here, neutral, unit.id) for one in steps[:_STEPS]),
        rest=words("changes.unit.rest", count=rest) if rest > 0 else "",
    )
