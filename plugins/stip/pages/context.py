"""What every view needs besides its own subject: the roadmap, its graph, the words and the addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from stip.editions import Edition
from stip.model import Audience, Roadmap, Status, StepKind, Unit
from stip.model.graph import Graph, build_graph
from stip.model.practices import Topic
from stip.model.staffing import Asked, asked_hours
from stip.pages.addresses import HOME, Addresses
from stip.pages.history import History
from stip.pages.links import Here
from stip.pages.manual import NO_MANUAL, Manual
from stip.pages.prints import NOTHING, Prints
from stip.pages.selection import path_choices
from stip.problems import Problem
from stip.text.words import Words, words_for

SEARCHED = 3_000
"""So many steps and practices are searched by every word that is told of them; more only by their titles."""

MANY = 1_000
"""With more steps than this the home page shows fewer of them, and fewer roads, or it would be too heavy."""


@dataclass(frozen=True)
class Context:
    """One roadmap on its way to pages; made by `Context.of`."""

    roadmap: Roadmap
    words: Words
    addresses: Addresses
    graph: Graph
    interventions: Mapping[str, int]
    directory_urls: bool
    files: Mapping[str, int] = field(default_factory=dict)
    """The files beside the pages that a page may link to: their sizes in bytes, by path."""
    editions: tuple[Edition, ...] = ()
    """What was frozen for print, oldest first."""
    prints: Prints = NOTHING
    """What there is to print."""
    problems: tuple[Problem, ...] = ()
    """What the checks found, for the report to those who steer."""
    manual: Manual = NO_MANUAL
    """What maintainers can read, when the site wants it."""
    embed: bool = False
    """Whether there are pages for frames in other sites."""

    @classmethod
    def of(
        cls,
        roadmap: Roadmap,
        *,
        directory_urls: bool,
        files: Mapping[str, int] | None = None,
        editions: tuple[Edition, ...] = (),
        prints: Prints = NOTHING,
        problems: tuple[Problem, ...] = (),
        manual: Manual = NO_MANUAL,
        embed: bool = False,
    ) -> Context:
        """Compute what all pages share."""
        words = words_for(roadmap.settings.language)
        return cls(
            roadmap,
            words,
            Addresses.of(words),
            build_graph(roadmap),
            roadmap.intervention_numbers(),
            directory_urls,
            files or {},
            editions,
            prints,
            problems,
            manual,
            embed,
        )

    @property
    def today(self) -> dt.date:
        """The reference date: the only today there is."""
        return self.roadmap.settings.updated

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all pages that this site has."""
        addresses = self.addresses
        found = {HOME, addresses.mission, addresses.glossary, addresses.accessibility}
        if self.roadmap.audience is Audience.STEERING:
            found |= {addresses.report} if self.roadmap.steps or self.problems else set()
            found.add(addresses.steering)
        found |= {self.addresses.unit(key) for key in self.roadmap.units}
        found |= {self.addresses.persona(key) for key in self.roadmap.personas}
        found |= {self.addresses.question(key) for key in self.roadmap.questions}
        found |= {self.addresses.edition(edition.name) for edition in self.editions}
        if self.editions:
            found |= {self.addresses.changes, *(self.addresses.stretch(one.new.name) for one in self.history.apart)}
        for index, there in (
            (self.addresses.departments, self.roadmap.units),
            (self.addresses.personas, self.roadmap.personas),
            (self.addresses.questions, self.roadmap.questions),
            (self.addresses.timeline, self.roadmap.steps),
            (self.addresses.route, self.roadmap.steps),
            (self.addresses.poster, self.roadmap.steps),
            (self.addresses.embed, self.embed and self.roadmap.steps),
            (self.addresses.data_page, self.files),
        ):
            found |= {index} if there else set()
        found |= {chapter.path for chapter in self.manual.chapters} | (
            {addresses.manual} if self.manual.chapters else set()
        )
        found |= {self.addresses.topics[topic] for topic in self.topics}
        found |= {self.addresses.practice(one)[0] for one in self.roadmap.practices if one.own_page}
        return frozenset(found)

    @cached_property
    def history(self) -> History:
        """What changed since the editions that there are."""
        return History(self.roadmap, self.editions)

    @cached_property
    def topics(self) -> frozenset[Topic]:
        """The topics of which this site has a page: there are practices of it, or steps that it shows."""
        found = {practice.topic for practice in self.roadmap.practices}
        steps = self.roadmap.steps.values()
        if any(step.kind is StepKind.CELEBRATION and step.status is not Status.STOPPED for step in steps):
            found.add(Topic.CELEBRATING)
        return frozenset(found)

    @cached_property
    def choosable(self) -> Mapping[str, Unit]:
        """The units that somebody can say to work at, by id: each department before its teams."""
        return {unit.id: unit for unit in path_choices(self)}

    @property
    def has_many(self) -> bool:
        """Whether there are so many steps that the home page must leave out more of them."""
        return len(self.roadmap.steps) > MANY

    @property
    def is_brief(self) -> bool:
        """Whether the search knows titles alone, not all that is told under them: or it would answer too slowly."""
        return len(self.roadmap.steps) + len(self.roadmap.practices) > SEARCHED

    @cached_property
    def questions_of(self) -> Mapping[str, tuple[str, ...]]:
        """The questions that name each step, by its id: their ids, in listed order."""
        found: dict[str, dict[str, None]] = {}
        for key, question in self.roadmap.questions.items():
            for step in question.steps:
                found.setdefault(step, {})[key] = None
        return {step: tuple(listed) for step, listed in found.items()}

    @cached_property
    def said(self) -> dict[str, tuple[str, ...]]:
        """What many pages say of a step in the same words, by its id; whoever says it first keeps it here."""
        return {}

    @cached_property
    def asked(self) -> Mapping[str, tuple[Asked, ...]]:
        """The hours that projects ask of each department, by its id, by quarter."""
        found: dict[str, list[Asked]] = {}
        for one in asked_hours(self.roadmap):
            found.setdefault(one.unit, []).append(one)
        return {unit: tuple(listed) for unit, listed in found.items()}

    def at(self, path: str) -> Here:
        """Stand on a page."""
        return Here(self, path)
