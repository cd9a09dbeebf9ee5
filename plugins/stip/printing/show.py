"""Say what a print of a roadmap shows: words, links and dates, all given."""

from __future__ import annotations

from dataclasses import replace

from stip.model import Roadmap, Status, StepKind
from stip.pages.addresses import HOME
from stip.pages.context import Context
from stip.pages.drawings import map_spec
from stip.pages.lanes import lanes_of
from stip.pages.links import Here
from stip.pages.selection import below
from stip.poster import PosterSpec
from stip.scene.spec import MapSpec
from stip.text.dates import day_text, period_text

_LEGEND = (Status.DONE, Status.RUNNING, Status.PLANNED, Status.DELAYED, Status.IDEA, Status.STOPPED)


def poster_spec(roadmap: Roadmap) -> PosterSpec:
    """Say what the poster of a roadmap shows: every department with all its steps, those of its teams too."""
    context = Context.of(roadmap, directory_urls=True)
    words, programme, goal = context.words, roadmap.mission.programme, roadmap.mission.horizon
    lanes = tuple(
        replace(lane, units=tuple(unit for own in lane.units for unit in (own, *below(own, roadmap))))
        for lane in lanes_of(context)
    )
    drawn = map_spec(lanes, Here(context, HOME), id="poster", told=False, whole=True)
    drawn = replace(_addressed(drawn, roadmap.settings.address or ""), today_text=words("poster.today"))
    statuses = {str(status): words(f"site.status.{status}") for status in _LEGEND}
    kinds = {str(kind): words(f"site.kind.{kind}") for kind in StepKind if kind is not StepKind.MILESTONE}
    when = period_text(goal.when, words)
    day = words("chrome.updated", date=day_text(roadmap.settings.updated, words))
    return PosterSpec(
        map=drawn,
        language=words.language,
        name=programme.name,
        mission=roadmap.mission.mission,
        horizon=goal.title if when == drawn.horizon.label else f"{goal.title} · {when}",
        imprint=" · ".join(filter(None, (programme.organisation, day))),
        day=roadmap.settings.updated,
        statuses=statuses,
        kinds=kinds,
        legend=words("poster.legend"),
        waits=words("poster.waits"),
    )


def _addressed(spec: MapSpec, address: str) -> MapSpec:
    """Make full addresses of links; none when the site declares no address of its own: paper knows no other pages."""
    root = address.rstrip("/") + "/" if address.startswith(("http://", "https://")) else ""

    def full(href: str) -> str:
        return root + href if root else ""

    lanes = tuple(
        replace(lane, href=full(lane.href), stops=tuple(replace(stop, href=full(stop.href)) for stop in lane.stops))
        for lane in spec.lanes
    )
    return replace(spec, lanes=lanes)
