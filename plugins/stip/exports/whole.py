"""The whole roadmap as one JSON object for other programs: what people wrote, and what Stip reckoned from it.

`structure.py` says what stands in it, as a JSON Schema that is published beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from stip import __version__
from stip.exports.forms import is_empty, written
from stip.exports.records import practices_by_key
from stip.model.graph import ENDED, HORIZON, JOINING, Graph, build_graph

if TYPE_CHECKING:
    from stip.editions import Edition
    from stip.model import Document, Record, Roadmap, Step, Unit

VERSION = 1
"""The version of the form: it becomes 2 when a program that reads it would have to change. New keys may come before."""
GENERATOR = f"Stip {__version__}"
ENDS: Mapping[str, str] = {HORIZON: "horizon", JOINING: "joining", ENDED: "ended"}
"""How the end of a path is called: at the dot, looking for others to join, or ended on purpose."""

Urls = Mapping[tuple[str, str], str]
"""Where things stand, by (record, id): full addresses, or from the site's root when the site declares none itself."""


@dataclass(frozen=True)
class Whole:
    """A published roadmap on its way to other programs."""

    roadmap: Roadmap
    urls: Urls
    editions: tuple[Edition, ...] = ()

    def document(self, schema: str) -> dict[str, Any]:
        """Return the whole object; `schema` is the address of its schema, as seen from the file itself."""
        roadmap = self.roadmap
        settings, mission = roadmap.settings, roadmap.mission
        head = {
            "$schema": schema,
            "version": VERSION,
            "generator": GENERATOR,
            "language": settings.language,
            "audience": roadmap.audience.value,
            "updated": settings.updated.isoformat(),
            "start": written(settings.start),
            "address": settings.root,
            "organisation": written(settings.organisation),
        }
        told = {key: written(getattr(mission, key)) for key in ("programme", "mission", "vision", "values", "horizon")}
        lists = {
            "goals": [self._with_url(goal, id=goal.id) for goal in mission.goals],
            "departments": [self.unit(unit) for unit in roadmap.units.values()],
            "personas": self._pages(roadmap.personas, roadmap.persona_pages),
            "questions": self._pages(roadmap.questions, roadmap.question_pages),
            "glossary": [written(term) for term in roadmap.glossary.terms],
            "practices": {key: [written(one) for one in found] for key, found in practices_by_key(roadmap).items()},
            "editions": [
                _filled({"name": one.name, "date": one.date.isoformat(), "url": self.urls.get(("edition", one.name))})
                for one in self.editions
            ],
        }
        return {**_filled({**head, **told, "mission_text": roadmap.mission_page.body.strip()}), **lists}

    def unit(self, unit: Unit) -> dict[str, Any]:
        """Return a department, team or cluster, with its steps in listed order."""
        reckoned = {**self.of_unit(unit), "steps": [self.step(step) for step in unit.steps]}
        return {**written(unit), **_filled(reckoned)}

    def of_unit(self, unit: Unit) -> dict[str, Any]:
        """Return what is reckoned of a unit: its number and colour, and where it stands."""
        roadmap = self.roadmap
        return {
            "number": roadmap.number(unit),
            "colour": roadmap.colour(unit),
            "url": self.url(unit, unit.id),
        }

    def step(self, step: Step) -> dict[str, Any]:
        """Return a step with all that is reckoned of it."""
        return {**written(step), **_filled(self.of_step(step))}

    def of_step(self, step: Step) -> dict[str, Any]:
        """Return what is reckoned of a step: its days, how sure they are, and what it follows and waits for."""
        graph, after = self.graph, self.graph.follows.get(step.id, "")
        return {
            "unit": self.roadmap.unit_of[step.id].id,
            "first": _day(step.when.first),
            "last": _day(step.when.last),
            "certainty": step.sure.value,
            "intervention": self.interventions.get(step.id),
            "next": "" if after in ENDS else after,
            "end": ENDS.get(after, ""),
            "waits": list(graph.waits.get(step.id, ())),
            "needed_by": list(graph.needed_by.get(step.id, ())),
            "url": self.url(step, step.id),
        }

    def url(self, record: Record, id: str) -> str:  # noqa: A002
        """Return where a record stands; empty when it has no place of its own."""
        return self.urls.get((record.record, id), "")

    @cached_property
    def graph(self) -> Graph:
        """What follows what, and what waits for what."""
        return build_graph(self.roadmap)

    @cached_property
    def interventions(self) -> Mapping[str, int]:
        """The number of each intervention."""
        return self.roadmap.intervention_numbers()

    def _pages(self, records: Mapping[str, Record], pages: Mapping[str, Document]) -> list[dict[str, Any]]:
        """Return records that have a page that people write, in listed order; `text` is that page, as Markdown."""
        return [
            self._with_url(record, id=key, text=pages[key].body.strip() if key in pages else "")
            for key, record in records.items()
        ]

    def _with_url(self, record: Record, *, id: str, **more: str) -> dict[str, Any]:  # noqa: A002
        return _filled({"id": id, **written(record), **more, "url": self.url(record, id)})


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _filled(found: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is empty."""
    return {key: value for key, value in found.items() if not is_empty(value)}
