"""The page of an edition, where the code on a print leads: what has changed since, department by department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.editions import Changes, Edition, StepChangeKind
from stip.pages.history import stretch
from stip.pages.selection import heads
from stip.pages.views.changes import changes_link
from stip.pages.views.gathering import ChangedUnit, changed_units, shared
from stip.pages.views.items import LinkItem
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view
from stip.text.dates import day_text

if TYPE_CHECKING:
    from stip.pages.links import Here
    from stip.text.words import Words


@as_view
class EditionView:
    """All that the page shows."""

    frame: Frame
    heading: str
    lead: str
    changed: bool
    counts: tuple[str, ...]
    shared: tuple[str, ...]
    units: tuple[ChangedUnit, ...]
    same: tuple[tuple[str, LinkItem], ...]
    """The departments to which nothing happened: id and link."""
    places: tuple[str, ...]
    others: tuple[LinkItem, ...]
    newest: LinkItem | None
    changes: LinkItem | None


def edition_view(old: Edition, new: Edition, here: Here) -> EditionView:
    """Gather the page of edition `old`; `new` is a snapshot of the roadmap as it is."""
    context, words = here.context, here.context.words
    since = stretch(old, new, context.roadmap)
    changes, units = since.changes, changed_units(since, here, words)
    told = {unit.id for unit in units}
    poster = context.addresses.poster
    newest = LinkItem(words("edition.newest"), here.to(poster)) if poster in context.paths else None
    values = {"name": old.name, "date": day_text(old.date, words), "today": day_text(context.today, words)}
    return EditionView(
        frame=frame(
            here,
            words("edition.title", **values),
            words("edition.description", **values),
            *([LinkItem(words("prints.title"), newest.href)] if newest else []),
        ),
        heading=words("edition.heading" if changes else "edition.heading_same", **values),
        lead=words("edition.lead", **values),
        changed=bool(changes),
        counts=counted(changes, words),
        shared=shared(since, words),
        units=units,
        same=tuple((unit.id, LinkItem(unit.name, here.unit(unit))) for unit in heads(context) if unit.id not in told),
        places=tuple(one.place for one in context.roadmap.settings.prints if one.edition == old.name),
        others=edition_links(here, besides=old.name),
        newest=newest,
        changes=changes_link(here),
    )


def counted(changes: Changes, words: Words) -> tuple[str, ...]:
    """Say how many steps there are of each kind of change, and how much else changed."""
    counts = {kind.value: len(changes.of(kind)) for kind in StepChangeKind}
    counts["rest"] = len(changes.units) + len(changes.goals) + len(changes.whole)
    return tuple(words(f"edition.count.{kind}", count=count) for kind, count in counts.items() if count)


def edition_links(here: Here, besides: str = "") -> tuple[LinkItem, ...]:
    """Link to what has changed since each edition, newest first."""
    context, words = here.context, here.context.words
    return tuple(
        LinkItem(
            words("edition.other", name=edition.name, date=day_text(edition.date, words)),
            here.to(context.addresses.edition(edition.name)),
        )
        for edition in reversed(context.editions)
        if edition.name != besides
    )
