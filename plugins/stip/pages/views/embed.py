"""What stands in the frame of another site: the map, or the path of one department, and nothing around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model import Audience
from stip.pages.lanes import lanes_of
from stip.pages.selection import band_of, by_date, current, starting
from stip.pages.views.items import LinkItem, StepItem, horizon_label, step_item
from stip.pages.views.steps import BANDS
from stip.pages.views.units import path_end
from stip.pages.views.view import as_view
from stip.text.dates import day_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.model import Unit
    from stip.pages.links import Here
    from stip.scene.spec import Band
    from stip.text.words import Words

STYLES = ("tokens.css", "base.css", "drawings.css", "drawing.css", "embed.css")
"""The style sheets of a page for a frame: it loads nothing else."""
RIBBON = "ribbon.css"


@as_view
class Outside:
    """What every page for a frame shows besides its subject."""

    title: str
    programme: str
    site: str
    """Where the same stands on the site."""
    updated: str
    styles: tuple[str, ...]
    ribbon: str


@as_view
class Now:
    """A step that goes on or comes next, and which of both."""

    label: str
    step: StepItem


@as_view
class EmbedBand:
    """The steps of one stretch of time, in few words."""

    band: Band
    title: str
    steps: tuple[StepItem, ...]


@as_view
class EmbedUnit:
    """The path of a department, for a frame."""

    outside: Outside
    name: str
    number: int | None
    notice: str
    now: tuple[Now, ...]
    bands: tuple[EmbedBand, ...]
    end: str
    end_href: str
    ends_at_horizon: bool
    horizon_label: str


@as_view
class Road:
    """A road of the map: its number, name and page."""

    number: int
    link: LinkItem


@as_view
class EmbedMap:
    """The map, for a frame."""

    outside: Outside
    lead: str
    roads: tuple[Road, ...]


def embed_unit_view(unit: Unit, here: Here, outside: Outside) -> EmbedUnit:
    """Gather what a frame shows of a department."""
    context, words, roadmap = here.context, here.context.words, here.context.roadmap
    end, end_href, at_horizon = path_end(unit, here)
    successor = roadmap.units.get(unit.replaced_by or "")
    key = "merged_into" if successor else "merged_ended"
    gone = unit.is_gone(context.today)
    return EmbedUnit(
        outside=outside,
        name=unit.name,
        number=roadmap.number(unit),
        notice=words(f"site.unit.{key}", name=unit.name, other=successor.name if successor else "") if gone else "",
        now=() if gone else tuple(_now(unit, here)),
        bands=tuple(_bands(unit, here)),
        end=end,
        end_href=end_href,
        ends_at_horizon=at_horizon,
        horizon_label=horizon_label(roadmap),
    )


def _now(unit: Unit, here: Here) -> Iterator[Now]:
    """Yield the step that a unit is at, and the one that comes next."""
    words, found = here.context.words, current(unit.steps, here.context.today)
    if found is None:
        return
    at, step = found
    yield Now(words(f"embed.{at}"), step_item(step, here))
    after = (one for one in starting(unit.steps, here.context.today) if one is not step)
    if at == "now" and (following := next(after, None)):
        yield Now(words("embed.next"), step_item(following, here))


def _bands(unit: Unit, here: Here) -> Iterator[EmbedBand]:
    """Yield the stretches of time in which a unit has steps."""
    context = here.context
    for band in BANDS:
        steps = tuple(step for step in by_date(unit.steps) if band_of(step.when, context) == band)
        if steps:
            yield EmbedBand(band, context.words(f"site.band.{band}"), tuple(step_item(step, here) for step in steps))


def embed_map_view(here: Here, outside: Outside) -> EmbedMap:
    """Gather what a frame shows of all paths."""
    context, words = here.context, here.context.words
    lanes = sorted(lanes_of(context), key=lambda lane: lane.number)
    title = context.roadmap.mission.horizon.title
    return EmbedMap(
        outside=outside,
        lead=words("site.home.one_dot", count=len(lanes), title=title),
        roads=tuple(Road(lane.number, LinkItem(lane.unit.label, here.unit(lane.unit))) for lane in lanes),
    )


def unit_title(unit: Unit, words: Words) -> str:
    """Return what a frame with the path of a department is called."""
    return words("embed.unit_title", name=unit.name)


def outside(title: str, site: str, here: Here) -> Outside:
    """Gather what every page for a frame shows; `site` is where the same stands on the site."""
    context, words = here.context, here.context.words
    steering = context.roadmap.audience is Audience.STEERING
    return Outside(
        title=title,
        programme=context.roadmap.mission.programme.name,
        site=site,
        updated=words("chrome.updated", date=day_text(context.today, words)),
        styles=tuple(here.file(f"assets/stip/{name}") for name in (*STYLES, *([RIBBON] if steering else []))),
        ribbon=words("chrome.ribbon") if steering else "",
    )
