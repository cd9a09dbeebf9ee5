"""Declared: everything that could be read, with its places, for the checks and for the roadmap itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from stip.model import Glossary, Roadmap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.content import ContentFiles
    from stip.loading.roadmap import RoadmapFiles
    from stip.problems import Place


@dataclass(frozen=True)
class Declared:
    """The files of one run, as read."""

    files: RoadmapFiles
    pages: ContentFiles

    @cached_property
    def ids(self) -> tuple[tuple[str, str, Place], ...]:
        """Every id that is declared, as (kind, id, place), those of records with mistakes included."""
        return tuple(self._ids())

    def _ids(self) -> Iterator[tuple[str, str, Place]]:
        for unit in self.files.units:
            data = unit.data
            if isinstance(data.get("id"), str):
                yield "unit", data["id"], unit.place("id")
            for index, step in enumerate(_list(data.get("steps"))):
                if isinstance(step, dict) and isinstance(step.get("id"), str):
                    yield "step", step["id"], unit.place("steps", index, "id")
        mission = self.pages.mission
        goals = mission.source.data.get("goals") if mission and isinstance(mission.source.data, dict) else None
        for index, goal in enumerate(_list(goals)):
            if mission and isinstance(goal, dict) and isinstance(goal.get("id"), str):
                yield "goal", goal["id"], mission.source.place(("goals", index, "id"))
        for persona in self.pages.personas:
            yield "persona", persona.id, persona.start
        for question in self.pages.questions:
            yield "question", question.id, question.start

    def roadmap(self) -> Roadmap | None:
        """Return the roadmap; None when a part without which there is none could not be read."""
        settings = self.files.settings.record if self.files.settings else None
        mission = self.pages.mission
        if settings is None or mission is None or mission.record is None:
            return None
        units = [unit.read.record for unit in self.files.units]
        glossary = self.pages.glossary
        return Roadmap(
            settings=settings,
            mission=mission.record,
            mission_page=mission.page,
            units={unit.id: unit for unit in units if unit},
            personas={page.id: page.record for page in self.pages.personas if page.record},
            persona_pages={page.id: page.page for page in self.pages.personas},
            questions={page.id: page.record for page in self.pages.questions if page.record},
            question_pages={page.id: page.page for page in self.pages.questions},
            glossary=(glossary.record if glossary else None) or Glossary(),
            glossary_page=glossary.page if glossary else None,
            places={(kind, id_): place for kind, id_, place in reversed(self.ids)},
        )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
