"""Computed: what follows from a practice and is written in none of its fields, and what must not be shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stip.model.practices import (
    Ambassador,
    Effort,
    IdeaBudget,
    Iteration,
    Measurement,
    Practice,
    Scenario,
    TimeSaving,
    Tool,
    ToolStatus,
)
from stip.pages.views.facts import TREND_HEIGHT, TREND_WIDTH, Fact, FactLine, facts
from stip.pages.views.items import when_text
from stip.text.numbers import money_text, number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stip.pages.links import Here


def computed(practice: Practice, here: Here) -> tuple[Fact, ...]:
    """Return what follows from a practice."""
    make = _COMPUTED.get(type(practice))
    return tuple(fact for fact in make(practice, here) if fact.lines) if make else ()


def hidden(practice: Practice) -> frozenset[str]:
    """Return the fields of a practice that are not shown as they are."""
    fields = _HIDDEN.get(type(practice), frozenset())
    if isinstance(practice, Tool) and practice.status not in _GOOD:
        fields |= {"reason", "alternative", "successor", "tasks", "shared_with"}
    return fields


_LINE = 2
"""So many points make a line."""
_EDGE = 4
"""Room round a trend, in px, for its dots."""
_GOOD = frozenset({ToolStatus.RECOMMENDED, ToolStatus.ALLOWED})
_HIDDEN: Mapping[type[Practice], frozenset[str]] = {
    Ambassador: frozenset({"name", "consent"}),
    TimeSaving: frozenset({"minutes", "times", "people"}),
    Measurement: frozenset({"readings", "best", "unit"}),
    Tool: frozenset({"expect", "arrange", "turn_to"}),
    Scenario: frozenset({"rank", "phase"}),
    Iteration: frozenset({"energy"}),
}


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
    return (Fact(words("site.practice.time_saving_label"), (FactLine(line),)),)


def _idea_budget(budget: IdeaBudget, here: Here) -> tuple[Fact, ...]:
    words = here.context.words
    left = budget.amount - budget.spent
    return (Fact(words("site.practice.left"), (FactLine(money_text(left, words)),)),)


def _effort(effort: Effort, here: Here) -> tuple[Fact, ...]:
    words = here.context.words
    line = words("site.practice.share", share=effort.share) if effort.share is not None else ""
    return (Fact(words("site.practice.share_label"), (FactLine(line, share=effort.share),) if line else ()),)


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
        shown[-1] = replace(shown[-1], trend=_trend(measurement))
    return (Fact(words("site.practice.readings"), tuple(shown)),)


def _trend(measurement: Measurement) -> str:
    """Return the points of a line through the readings: by date from left to right, from nothing to the best."""
    found = [(one.when.first, one.value) for one in measurement.readings if one.when.first]
    if len(found) < _LINE:
        return ""
    days = [day.toordinal() for day, _ in found]
    first, span = min(days), max(days) - min(days) or 1
    top = max(measurement.best or 0, *(value for _, value in found)) or 1
    inner_width, inner_height = TREND_WIDTH - 2 * _EDGE, TREND_HEIGHT - 2 * _EDGE
    points = [
        (_EDGE + (day - first) * inner_width / span, _EDGE + inner_height * (1 - float(value / top)))
        for day, (_, value) in sorted(zip(days, found, strict=True))
    ]
    return " ".join(f"{x:.0f},{y:.0f}" for x, y in points)


def _iteration(iteration: Iteration, here: Here) -> tuple[Fact, ...]:
    words = here.context.words
    line = words("site.practice.energy", value=iteration.energy) if iteration.energy else ""
    return (Fact(words("practices.iteration.labels.energy"), (FactLine(line),) if line else ()),)


def _tool(tool: Tool, here: Here) -> tuple[Fact, ...]:
    """Answer the three headings that every change has; what a tool leaves open the framework says for all.

    Of a tool that people had better not use it says first why not, and what instead.
    """
    words, common = here.context.words, here.context.roadmap.adoption
    if tool.status not in _GOOD:
        told = facts(tool, here, ("reason", "alternative", "successor"))
        used = tuple(FactLine(task) for task in tool.tasks)
        asked = {"site.practice.used_for": used, "site.step.help": (FactLine(tool.turn_to),) if tool.turn_to else ()}
        return (*told, *(Fact(words(key), lines) for key, lines in asked.items()))
    answers = {
        "expect": tool.expect or common.expect,
        "todo": tool.arrange or common.todo,
        "help": tool.turn_to or common.help,
    }
    return tuple(Fact(words(f"site.step.{key}"), (FactLine(text),)) for key, text in answers.items() if text)


_COMPUTED: Mapping[type[Practice], Callable[[Practice, Here], tuple[Fact, ...]]] = {
    TimeSaving: _time_saving,  # type: ignore[dict-item]
    IdeaBudget: _idea_budget,  # type: ignore[dict-item]
    Effort: _effort,  # type: ignore[dict-item]
    Measurement: _measurement,  # type: ignore[dict-item]
    Tool: _tool,  # type: ignore[dict-item]
    Iteration: _iteration,  # type: ignore[dict-item]
}
