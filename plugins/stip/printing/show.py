"""Say what a print of a roadmap shows: words, links and dates, all given."""

from __future__ import annotations

from dataclasses import replace

from stip.editions import EditionMark
from stip.model import Roadmap, Status, StepKind
from stip.model.graph import living
from stip.model.steps import OVER
from stip.pages.addresses import HOME
from stip.pages.context import Context
from stip.pages.drawings import map_spec
from stip.pages.links import Here, page_url
from stip.poster import PosterSpec
from stip.printing.order import CONCEPT, WHOLE, Subject
from stip.printing.roads import Roads, roads_for
from stip.printing.subjects import subject_name
from stip.scene.spec import MapSpec
from stip.text.dates import day_text, period_text
from stip.text.words import Words

_LEGEND = (Status.DONE, Status.RUNNING, Status.PLANNED, Status.DELAYED, Status.IDEA, Status.STOPPED)


def poster_spec(
    roadmap: Roadmap, subject: Subject = WHOLE, roads: Roads | None = None, *, edition: EditionMark = CONCEPT
) -> PosterSpec:
    """Say what the poster of a subject shows: these roads, else the finest that it has, with all steps on them.

    `edition` says which edition is printed. Raises KeyError for a subject that there is not.
    """
    context = Context.of(roadmap, directory_urls=True)
    roads = roads or next(roads_for(subject, context), None) or Roads((), frozenset())
    words, programme, goal = context.words, roadmap.mission.programme, roadmap.mission.horizon
    name = subject_name(roadmap, subject)
    drawn = map_spec(roads.lanes, Here(context, HOME), id="poster", told=(), whole=True)
    drawn = _joined(_only(drawn, roads.shown), context)
    names = ", ".join(lane.short for lane in drawn.lanes)
    drawn = replace(
        _addressed(drawn, roadmap.settings.root),
        today_text=words("poster.today"),
        description=words("poster.drawn", count=len(drawn.lanes), names=names),
    )
    statuses = {str(status): words(f"site.status.{status}") for status in _LEGEND}
    kinds = {str(kind): words(f"site.kind.{kind}") for kind in StepKind if kind is not StepKind.MILESTONE}
    when = period_text(goal.when, words)
    day = words("chrome.updated", date=day_text(roadmap.settings.updated, words))
    link = print_link(context, edition)
    return PosterSpec(
        map=drawn,
        language=words.language,
        name=" · ".join(filter(None, (programme.name, name))),
        guests=frozenset(lane.id for lane in drawn.lanes if {stop.id for stop in lane.stops} <= roads.needed),
        note=_note(subject, roads, words),
        mission=roadmap.mission.mission,
        horizon=goal.title if when == drawn.horizon.label else f"{goal.title} · {when}",
        goals=tuple(goal.title for goal in roadmap.mission.goals),
        imprint=" · ".join(filter(None, (programme.organisation, day))),
        edition=edition.text(words),
        link=link,
        scan=words("poster.scan"),
        short_address=link.partition("://")[2].removeprefix("www.").rstrip("/"),
        day=roadmap.settings.updated,
        statuses=statuses,
        kinds=kinds,
        legend=words("poster.legend"),
        waits=words("poster.waits"),
        dot=words("poster.dot"),
        paths=words("poster.paths"),
    )


def _only(spec: MapSpec, shown: frozenset[str]) -> MapSpec:
    """Leave out the steps that a poster of this subject does not show, and the lines to them."""
    lanes = tuple(replace(lane, stops=tuple(stop for stop in lane.stops if stop.id in shown)) for lane in spec.lanes)
    return replace(spec, lanes=lanes, links=tuple(link for link in spec.links if shown.issuperset(link)))


def _joined(spec: MapSpec, context: Context) -> MapSpec:
    """Lead the road of a team to the step of another road in which it ends, where that is on the poster too."""
    lane_of = {stop.id: lane.id for lane in spec.lanes for stop in lane.stops}
    lanes, links = [], list(spec.links)
    for lane in spec.lanes:
        steps = living(context.roadmap.units[lane.id]) if lane.open_end else ()
        last = steps[-1].id if steps else ""
        end = context.graph.follows.get(last) or ""
        if lane_of.get(last) == lane.id and lane_of.get(end, lane.id) != lane.id and not _over(context, last, end):
            links += [] if (last, end) in links else [(last, end)]
            lanes.append(replace(lane, joins=end))
        else:
            lanes.append(lane)
    return replace(spec, lanes=tuple(lanes), links=tuple(links))


def _over(context: Context, *ids: str) -> bool:
    """Tell whether one of these steps is done or stopped, so that no line leads to it or from it."""
    return any(context.roadmap.steps[key].status in OVER for key in ids)


def _note(subject: Subject, roads: Roads, words: Words) -> str:
    """Say in a line which steps a poster of a part shows."""
    if subject.kind == "goal":
        return words("orders.note_goal_needed" if roads.needed else "orders.note_goal")
    return words("orders.note_unit_needed") if roads.needed else ""


def _addressed(spec: MapSpec, root: str) -> MapSpec:
    """Make full addresses of links; none when the site declares no address of its own: paper knows no other pages."""

    def full(href: str) -> str:
        return root + href if root else ""

    lanes = tuple(
        replace(lane, href=full(lane.href), stops=tuple(replace(stop, href=full(stop.href)) for stop in lane.stops))
        for lane in spec.lanes
    )
    return replace(spec, lanes=lanes)


def print_link(context: Context, edition: EditionMark) -> str:
    """Return the address to which a print leads: what has changed since its edition, or for a draft all prints.

    Empty when the site declares no address of its own.
    """
    root, addresses = context.roadmap.settings.root, context.addresses
    page = addresses.edition(edition.name) if edition.exact else addresses.poster
    return root + page_url(page, directory_urls=context.directory_urls) if root else ""
