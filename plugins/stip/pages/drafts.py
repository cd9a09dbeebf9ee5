"""Drafts: which pages a site has, what each shows, and what must be drawn for it, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, get_args

from stip.editions import snapshot
from stip.model.practices import Topic
from stip.pages.addresses import HOME
from stip.pages.context import Context
from stip.pages.draft import Draft, Part, charted, written
from stip.pages.drawings import map_spec, path_lane, path_spec
from stip.pages.lanes import LaneUnits, are_clusters, lanes_of
from stip.pages.selection import LANES, heads
from stip.pages.views.accessibility import accessibility_view
from stip.pages.views.changes import changes_view, stretch_view
from stip.pages.views.data import data_view
from stip.pages.views.drawing import ALL, NAMED, NOTHING
from stip.pages.views.edition import edition_view
from stip.pages.views.embeds import embed_part_views, embeds_view
from stip.pages.views.glossary import glossary_view
from stip.pages.views.home import home_view
from stip.pages.views.manual import chapter_view, manual_view
from stip.pages.views.mission import mission_view
from stip.pages.views.personas import persona_view, personas_view
from stip.pages.views.poster import PICTURE, poster_view
from stip.pages.views.questions import question_view, questions_view
from stip.pages.views.report import report_view
from stip.pages.views.route import route_view
from stip.pages.views.steering import steering_view
from stip.pages.views.timeline import timeline_views
from stip.pages.views.topic import part_views, practice_view, topic_view
from stip.pages.views.units import unit_view, units_view
from stip.scene.spec import Cut

if TYPE_CHECKING:
    from stip.model import Unit

ROUTE_SCRIPT, ROUTE_STYLE = "assets/stip/route.js", "assets/stip/route.css"
POSTER_STYLE = "assets/stip/poster.css"
PRACTICES_STYLE = "assets/stip/practices.css"
CHANGES_STYLE = "assets/stip/changes.css"
MANUAL_STYLES = (PRACTICES_STYLE, "assets/stip/manual.css")
INSIGHT_STYLE = "assets/stip/insight.css"
EMBEDS_SCRIPT, DATA_STYLE = "assets/stip/embeds.js", "assets/stip/data.css"
STEERING_STYLES = (PRACTICES_STYLE, INSIGHT_STYLE, "assets/stip/steering.css")
_INSIGHT = frozenset({Topic.DIRECTION, Topic.RESIDENTS, Topic.GOVERNING, Topic.MONEY, Topic.RISK})
"""The topics that show more than practices: frameworks, journeys, sums."""
_IN_MENU = frozenset({Topic.LEARNING})


def page_drafts(context: Context) -> Iterator[Part]:
    """Yield what drafts every page, in the order of the menu, each index before the pages under it."""
    yield partial(_home, context)
    yield partial(_route, context)
    yield partial(_units, context)
    yield from (partial(_unit, unit, context) for unit in context.roadmap.units.values())
    yield partial(_persona_drafts, context)
    yield partial(_question_drafts, context)
    yield from (partial(_topic_drafts, topic, context) for topic in Topic if topic in context.topics)
    yield partial(_steering, context)
    yield partial(_other_drafts, context)


def _home(context: Context) -> Iterable[Draft]:
    here, lanes = context.at(HOME), lanes_of(context)
    view = home_view(here)
    cuts = tuple(f"map-{cut}" for cut in get_args(Cut)) if lanes else ()
    light = context.has_many
    texts = {"map-wide": NAMED if light else ALL}
    maps = {cut: map_spec(lanes, here, id=f"stip-{cut}", told=texts.get(cut, NOTHING), light=light) for cut in cuts}
    yield Draft(HOME, "home.html", view, view.frame, maps=maps, has_banner=False)


def _route(context: Context) -> Iterable[Draft]:
    path = context.addresses.route
    if path in context.paths:
        view = route_view(context.at(path))
        menu = context.words("route.title")
        yield Draft(
            path, "route.html", view, view.frame, section=path, menu=menu, script=ROUTE_SCRIPT, styles=(ROUTE_STYLE,)
        )


def _units(context: Context) -> Iterable[Draft]:
    index = context.addresses.departments
    if context.roadmap.units:
        view = units_view(context.at(index))
        menu, styles = context.words("site.unit.index"), (PRACTICES_STYLE,) if view.runs else ()
        yield Draft(index, "units.html", view, view.frame, section=index, menu=menu, styles=styles)


def _unit(unit: Unit, context: Context) -> Iterable[Draft]:
    path = context.addresses.unit(unit.id)
    here = context.at(path)
    lanes = _lanes_below(unit, context)
    view = unit_view(unit, here, has_map=bool(lanes), has_groups=are_clusters(lanes))
    draft = Draft(
        path,
        "unit.html",
        view,
        view.frame,
        section=context.addresses.departments,
        source=_source(context, "unit", unit.id),
        maps={"map-wide": map_spec(lanes, here, id="stip-map-wide")} if lanes else {},
        route=path_spec(unit, here, id="stip-path") if unit.steps else None,
        banner=path_lane(unit, here) if unit.steps else None,
        styles=(CHANGES_STYLE,) if view.history else (),
    )
    yield charted(draft, [view.hours.chart] if view.hours else [])


def _lanes_below(unit: Unit, context: Context) -> tuple[LaneUnits, ...]:
    """Return the lanes of the departments of a cluster; a single road needs no map."""
    if unit.steps:
        return ()
    under = {child.id for child in context.roadmap.below(unit)}
    lanes = lanes_of(context, tuple(head for head in heads(context) if head.id in under), unit)
    return lanes if 1 < len(lanes) <= LANES else ()


def _persona_drafts(context: Context) -> Iterable[Draft]:
    index, roadmap = context.addresses.personas, context.roadmap
    if not roadmap.personas:
        return
    view = personas_view(context.at(index))
    yield Draft(index, "personas.html", view, view.frame, section=index, menu=context.words("site.persona.index"))
    for key in roadmap.personas:
        path = context.addresses.persona(key)
        one = persona_view(key, context.at(path))
        yield written(Draft(path, "persona.html", one, one.frame, section=index), roadmap.persona_pages.get(key))


def _question_drafts(context: Context) -> Iterable[Draft]:
    index, roadmap = context.addresses.questions, context.roadmap
    if not roadmap.questions:
        return
    view = questions_view(context.at(index))
    menu = context.words("site.question.index")
    yield Draft(index, "questions.html", view, view.frame, section=index, menu=menu)
    for key in roadmap.questions:
        path = context.addresses.question(key)
        one = question_view(key, context.at(path))
        yield written(Draft(path, "question.html", one, one.frame, section=index), roadmap.question_pages.get(key))


def _topic_drafts(topic: Topic, context: Context) -> Iterable[Draft]:
    """Yield the page of a topic, and those under it; the first topic stands in the menu and leads to the others."""
    path = context.addresses.topics[topic]
    view = topic_view(topic, context.at(path))
    menu = context.words(f"site.topic.{topic}.menu") if topic in _IN_MENU else ""
    styles = (PRACTICES_STYLE, *([INSIGHT_STYLE] if topic in _INSIGHT else []))
    for place, shown in ((path, view), *part_views(topic, view, context.at(path))):
        charts = [chart for block in shown.blocks for chart in block.charts]
        named = menu if place == path else ""
        draft = Draft(place, "topic.html", shown, shown.frame, section=path, menu=named, styles=styles)
        yield charted(draft, charts)
    for practice in context.roadmap.practices:
        if practice.topic is topic and practice.own_page:
            own = context.addresses.practice(practice)[0]
            one = practice_view(practice, context.at(own))
            source = _source(context, practice.record, practice.id)
            page = Draft(own, "practice.html", one, one.frame, section=path, source=source, styles=styles)
            yield charted(page, one.charts)


def _steering(context: Context) -> Iterable[Draft]:
    path = context.addresses.steering
    if path in context.paths:
        view = steering_view(context.at(path))
        menu = context.words("insight.steering.menu")
        draft = Draft(path, "steering.html", view, view.frame, section=path, menu=menu, styles=STEERING_STYLES)
        yield charted(draft, view.charts)


def _other_drafts(context: Context) -> Iterable[Draft]:
    addresses, roadmap, words = context.addresses, context.roadmap, context.words
    if roadmap.steps:
        path = addresses.timeline
        for place, view in timeline_views(context.at(path)):
            menu = words("site.timeline.title") if place == path else ""
            yield Draft(place, "timeline.html", view, view.frame, section=path, menu=menu)
        yield _poster(context)
    yield from _changes(context)
    yield from _editions(context)
    path = addresses.mission
    mission = mission_view(context.at(path))
    draft = Draft(path, "mission.html", mission, mission.frame, section=path, menu=words("site.mission.title"))
    yield written(draft, roadmap.mission_page)
    terms = glossary_view(context.at(addresses.glossary))
    yield written(Draft(addresses.glossary, "glossary.html", terms, terms.frame), roadmap.glossary_page)
    if addresses.report in context.paths:
        report = report_view(context.at(addresses.report))
        yield Draft(addresses.report, "report.html", report, report.frame, hidden=True, styles=(PRACTICES_STYLE,))
    access = accessibility_view(context.at(addresses.accessibility))
    yield Draft(addresses.accessibility, "accessibility.html", access, access.frame)
    yield from _manual(context)


def _manual(context: Context) -> Iterable[Draft]:
    path = context.addresses.manual
    if path not in context.paths:
        return
    index = manual_view(context.at(path))
    yield Draft(path, "manual.html", index, index.frame, hidden=True, styles=MANUAL_STYLES)
    for chapter in context.manual.chapters:
        view = chapter_view(chapter, context.at(chapter.path))
        yield Draft(
            chapter.path,
            "chapter.html",
            view,
            view.frame,
            hidden=True,
            apart="chapter_body.html",
            styles=MANUAL_STYLES,
        )


def data_drafts(context: Context) -> Iterator[Part]:
    """Yield what drafts the pages that tell what there is for other programs and sites, when all files are known."""
    yield partial(_data, context)


def _data(context: Context) -> Iterable[Draft]:
    if (path := context.addresses.data_page) in context.paths:
        data = data_view(context.at(path))
        yield Draft(path, "data.html", data, data.frame, styles=(DATA_STYLE,))
    if (path := context.addresses.embed) in context.paths:
        whole = embeds_view(context.at(path))
        for place, view in ((path, whole), *embed_part_views(whole, context.at(path))):
            styles = (DATA_STYLE, *([PRACTICES_STYLE] if view.index or view.page else []))
            yield Draft(place, "embeds.html", view, view.frame, hidden=True, script=EMBEDS_SCRIPT, styles=styles)


def _poster(context: Context) -> Draft:
    path, prints = context.addresses.poster, context.prints
    view = poster_view(context.at(path))
    pictures = {PICTURE: prints.preview} if prints.preview else {}
    menu = context.words("prints.title")
    return Draft(
        path, "poster.html", view, view.frame, section=path, menu=menu, pictures=pictures, styles=(POSTER_STYLE,)
    )


def _changes(context: Context) -> Iterable[Draft]:
    """Yield the page of all changes, and those of earlier times that are too much for it."""
    path, timeline = context.addresses.changes, context.addresses.timeline
    if path not in context.paths:
        return
    section = timeline if timeline in context.paths else path
    views = {path: changes_view(context.at(path))}
    for one in context.history.apart:
        own = context.addresses.stretch(one.new.name)
        views[own] = stretch_view(one, context.at(own))
    for place, view in views.items():
        yield Draft(place, "changes.html", view, view.frame, section=section, styles=(CHANGES_STYLE,))


def _editions(context: Context) -> Iterable[Draft]:
    if not context.editions:
        return
    new = snapshot(context.roadmap)
    for old in reversed(context.editions):
        path = context.addresses.edition(old.name)
        view = edition_view(old, new, context.at(path))
        yield Draft(path, "edition.html", view, view.frame, section=context.addresses.poster)


def _source(context: Context, kind: str, record_id: str) -> str:
    place = context.roadmap.places.get((kind, record_id))
    return place.file if place else ""
