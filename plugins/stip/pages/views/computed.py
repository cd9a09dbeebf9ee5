"""Computed: what follows from a practice and is written in none of its fields, and what must not be shown."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from stip.model.practices import (
    Ambassador,
    Effort,
    Experiment,
    Framework,
    IdeaBudget,
    Iteration,
    Journey,
    Lab,
    Measurement,
    Outage,
    Pilot,
    Practice,
    Project,
    Scenario,
    Service,
    TimeSaving,
    Tool,
    TrialStatus,
)
from stip.pages.views.facts import Fact, FactLine, facts, label, told, trend_points
from stip.pages.views.items import when_text
from stip.text.numbers import money_text, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stip.pages.links import Here


def computed(practice: Practice, here: Here) -> tuple[Fact, ...]:
    """Return what follows from a practice."""
    return tuple(fact for fact in _follows(practice, here) if fact.lines)


def hidden(practice: Practice) -> frozenset[str]:
    """Return the fields of a practice that are not shown as they are."""
    fields = _HIDDEN.get(type(practice), frozenset())
    if isinstance(practice, Tool) and practice.is_going:
        fields |= {"reason", "alternative", "successor", "tasks", "shared_with"}
    return fields


_HIDDEN: Mapping[type[Practice], frozenset[str]] = {
    Ambassador: frozenset({"name", "consent"}),
    TimeSaving: frozenset({"minutes", "times", "people"}),
    Measurement: frozenset({"readings", "best", "unit"}),
    Tool: frozenset({"expect", "arrange", "turn_to"}),
    Scenario: frozenset({"rank", "phase"}),
    Iteration: frozenset({"energy"}),
    Framework: frozenset({"parts"}),
    Journey: frozenset({"stages"}),
    Project: frozenset({"hours"}),
    Outage: frozenset({"signal", "actions"}),
}


@functools.singledispatch
def _follows(practice: Practice, here: Here) -> tuple[Fact, ...]:
    """Return what follows from a practice of a kind; of most kinds nothing does."""
    del practice, here
    return ()


@_follows.register(TimeSaving)
def _time_saving(saving: TimeSaving, here: Here) -> tuple[Fact, ...]:
    """Write the calculation in full: minutes x times x people."""
    words, hours = here.context.words, saving.hours
    if hours is None or saving.minutes is None or saving.times is None or saving.people is None:
        return ()
    line = words(
        "site.practice.time_saving",
        minutes=number_text(saving.minutes, words),
        times=number_text(saving.times, words),
        people=number_text(saving.people, words),
        hours=number_text(round(hours), words),
    )
    return (told(words("site.practice.time_saving_label"), line),)


@_follows.register(IdeaBudget)
def _idea_budget(budget: IdeaBudget, here: Here) -> tuple[Fact, ...]:
    words = here.context.words
    left = budget.amount - budget.spent
    return (told(words("site.practice.left"), money_text(left, words)),)


@_follows.register(Effort)
def _effort(effort: Effort, here: Here) -> tuple[Fact, ...]:
    words = here.context.words
    line = words("site.practice.share", share=effort.share) if effort.share is not None else ""
    return (Fact(words("site.practice.share_label"), (FactLine(line, share=effort.share),) if line else ()),)


@_follows.register(Measurement)
def _measurement(measurement: Measurement, here: Here) -> tuple[Fact, ...]:
    words = here.context.words
    lines = []
    for reading in sorted(measurement.readings, key=lambda one: one.when):
        value = number_text(reading.value, words)
        if measurement.best is not None:
            value = words("site.practice.of_best", value=value, best=number_text(measurement.best, words))
        unit = f" {measurement.unit}" if measurement.unit else ""
        key = f"site.practice.respondents_{measurement.kind}"
        count = words(key, count=reading.respondents) if reading.respondents else ""
        lines.append(FactLine(f"{when_text(reading.when, words)}: {value}{unit}", detail=count))
    shown = lines or [FactLine(words("site.practice.too_few"))]
    if len(lines) > 1:
        shown[-1] = replace(
            shown[-1],
            trend=trend_points([(one.when.first, one.value) for one in measurement.readings], measurement.best or 0),
        )
    return (Fact(words("site.practice.readings"), tuple(shown)),)


@_follows.register(Iteration)
def _iteration(iteration: Iteration, here: Here) -> tuple[Fact, ...]:
    words = here.context.words
    line = words("site.practice.energy", value=iteration.energy) if iteration.energy else None
    return (told(words("practices.iteration.labels.energy"), line),)


@_follows.register(Lab)
def _lab(lab: Lab, here: Here) -> tuple[Fact, ...]:
    """Count what is tried, and what was."""
    del lab
    words, roadmap = here.context.words, here.context.roadmap
    listed = [one.status for one in roadmap.of(Experiment)] + [one.status for one in roadmap.of(Pilot)]
    running, ended = listed.count(TrialStatus.RUNNING), listed.count(TrialStatus.ENDED)
    line = words("site.practice.trials", running=running, ended=ended) if listed else None
    return (told(words("site.practice.trials_label"), line),)


@_follows.register(Tool)
def _tool(tool: Tool, here: Here) -> tuple[Fact, ...]:
    """Answer the three headings that every change has; what a tool leaves open the framework says for all.

    Of a tool that people had better not use it says first why not, and what instead.
    """
    words, common = here.context.words, here.context.roadmap.adoption
    if tool.is_going:
        instead = facts(tool, here, ("reason", "alternative", "successor"))
        used = Fact(words("site.practice.used_for"), tuple(FactLine(task) for task in tool.tasks))
        return (*instead, used, told(words("site.step.help"), tool.turn_to))
    answers = {
        "expect": tool.expect or common.expect,
        "todo": tool.arrange or common.todo,
        "help": tool.turn_to or common.help,
    }
    return tuple(told(words(f"site.step.{key}"), text) for key, text in answers.items())


@_follows.register(Service)
def _service(service: Service, here: Here) -> tuple[Fact, ...]:
    """Lead to the journeys of residents through a service."""
    words, roadmap = here.context.words, here.context.roadmap
    found = (one for one in roadmap.naming.get((service.record, service.id), ()) if isinstance(one, Journey))
    return (Fact(words("insight.journeys"), tuple(FactLine(one.title, href=here.practice(one)) for one in found)),)


@_follows.register(Outage)
def _outage(outage: Outage, here: Here) -> tuple[Fact, ...]:
    """Say how it shows, and then what to do, numbered: whoever reads this must not miss a step."""
    words = here.context.words
    steps = (words("insight.numbered", number=place, text=text) for place, text in enumerate(outage.actions, start=1))
    return (
        told(label(Outage, "signal", words), outage.signal),
        Fact(label(Outage, "actions", words), tuple(map(FactLine, steps))),
    )
