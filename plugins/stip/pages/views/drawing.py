"""What stands around a drawing: choices that show a part of it, its key, the way past it and to its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import Status, Step, StepKind
from stip.model.practices import StrategyLine
from stip.pages.views.items import step_when
from stip.text.dates import day_text

if TYPE_CHECKING:
    from stip.pages.links import Here
    from stip.text.words import Words

NOTHING, NAMED, ALL = (), ("title", "when"), ("title", "when", "why", "benefit")
"""The texts of a step that its card on a drawing may need: none, what it is called and when, or all."""
_LATER = "later"
_EVERYONE = "*"


@dataclass(frozen=True)
class Option:
    """One value of a choice, as it stands in the address, and its words."""

    value: str
    text: str


@dataclass(frozen=True)
class Choice:
    """One thing to choose steps by; `parameter` is its name in the address, `key` its name in the drawing."""

    key: str
    parameter: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class DrawingView:
    """What a template needs to put a drawing on its page."""

    name: str
    picture: str
    """map or path: what place means in it."""
    choices: tuple[Choice, ...]
    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    words_href: str
    """Where the same stands in words; empty when the site has no such place."""
    changed: str = ""
    """What its labels and dashed signs mean; empty when it has none."""


def drawing_view(name: str, steps: Mapping[str, Mapping[str, str]], here: Here, *, picture: str) -> DrawingView:
    """Gather what belongs to a drawing from what its steps tell a script, by step id."""
    context = here.context
    found = {key: {value for data in steps.values() for value in data.get(key, "").split()} for key in _KEYS}
    timeline = context.addresses.timeline
    return DrawingView(
        name=name,
        picture=picture,
        choices=tuple(_choices(found, here)) if len(steps) > 1 else (),
        statuses=tuple(status for status in Status if status in found["status"]),
        kinds=tuple(kind for kind in StepKind if kind in found["kind"]),
        changed=_changed(steps, here) if picture == "path" else "",
        words_href="#stip_words" if picture == "path" else here.to(timeline) if timeline in context.paths else "",
    )


def _changed(steps: Iterable[str], here: Here) -> str:
    words, history = here.context.words, here.context.history
    if history.last is None or not history.marks.keys() & set(steps):
        return ""
    return words("changes.key_text", date=day_text(history.last.old.date, words))


_KEYS = ("persona", "kind", "status", "year", "line")


def _choices(found: Mapping[str, set[str]], here: Here) -> Iterable[Choice]:
    words, personas = here.context.words, here.context.roadmap.personas
    options: dict[str, list[tuple[str, str]]] = {
        "persona": [(key, persona.name) for key, persona in personas.items()],
        "kind": [(kind, words(f"site.kind.{kind}")) for kind in StepKind],
        "status": [(status, words(f"site.status.{status}")) for status in Status],
        "year": [(year, _year(year, words)) for year in sorted(found["year"])],
        "line": [(line.id, line.title) for line in here.context.roadmap.of(StrategyLine)],
    }
    for key in _KEYS:
        used = tuple(Option(value, text) for value, text in options[key] if value in found[key])
        if len(used) > 1 or (key in {"persona", "line"} and used):
            yield Choice(key, words(f"drawing.parameter.{key}"), words(f"drawing.choose.{key}"), used)


def _year(year: str, words: Words) -> str:
    return words("site.band.later") if year == _LATER else year


def step_data(step: Step, here: Here, *, told: Collection[str] = NOTHING) -> dict[str, str]:
    """Say what a script may ask of a step in a drawing, as lists of words parted by spaces.

    A step that is about nobody in particular is about everyone. `told` names the texts of its card that come along,
    for a page on which they do not stand already.
    """
    people = tuple(dict.fromkeys(key for key in (*step.personas, *step.benefits) if key))
    first, last = step.when.first, step.when.last
    years = [str(year) for year in range(first.year, last.year + 1)] if first and last else [_LATER]
    data = {
        "persona": " ".join(people) or _EVERYONE,
        "kind": str(step.kind),
        "status": str(step.status),
        "year": " ".join(years),
        "waits": " ".join(here.context.graph.waits.get(step.id, ())),
    }
    if lines := lines_of(step, here):
        data["line"] = " ".join(line.id for line in lines)
    if told:
        texts = {
            "title": step.title,
            "when": step_when(step, here.context.words),
            "why": step.why,
            "benefit": " ".join(dict.fromkeys(step.benefits.values())),
        }
        data |= {key: text for key, text in texts.items() if text and key in told}
    return data


def lines_of(step: Step, here: Here) -> tuple[StrategyLine, ...]:
    """Return the lines of the strategy that run along a step: they name it, or no step but its unit."""
    roadmap = here.context.roadmap
    unit = roadmap.unit_of[step.id]
    near = {one.id for one in (unit, *roadmap.ancestors(unit))}
    return tuple(
        line
        for line in roadmap.of(StrategyLine)
        if (step.id in line.steps if line.steps else near.intersection(line.departments))
    )
