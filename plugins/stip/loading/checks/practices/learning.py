"""Learning: people can learn in time, more than the buttons, by a means that reaches them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import a_department, framework, framework_place, is_named, named, quoted
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model import Sourcing, Status
from stip.model.practices import Aid, Session, Training
from stip.model.practices.learning import Skill, TrainingForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole

_MEANS = (Aid, Session, Training)
"""The kinds of practice that tell or teach people what a step is about."""


def trainings_begin_before_go_live(whole: Whole) -> Iterator[Finding]:
    """A training has a day before the end of each step that it names; it may go on afterwards."""
    for training in whole.roadmap.of(Training):
        first = min((moment.when.first for moment in training.dates if moment.when.first), default=None)
        steps = [whole.roadmap.steps[id_] for id_ in training.steps]
        over = [step.id for step in steps if first and step.when.last and step.when.last < first]
        late = [id_ for id_ in over if whole.roadmap.steps[id_].status is not Status.STOPPED]
        if first and late:
            values = {"title": training.title, "day": first.isoformat(), "steps": listing(map(whole.name, late))}
            place = whole.practice(training).key_place("dates")
            yield Finding("trainings_begin_before_go_live", place, values)


def new_tools_are_trained(whole: Whole) -> Iterator[Finding]:
    """Whoever gets a new tool gets a training, once there are any."""
    if whole.roadmap.of(Training):
        names = named(whole, Training)
        lacking = [step for step in whole.announced if step.tools and not is_named(step, names)]
        yield from a_department(whole, "new_tools_are_trained", lacking)


def own_running_is_trained(whole: Whole) -> Iterator[Finding]:
    """What we are going to run ourselves is learned before it begins."""
    ready: dict[tuple[str, str], dt.date] = {}
    for training in whole.roadmap.of(Training):
        day = _ready(training)
        for key in _names(training):
            ready[key] = min(day, ready.get(key, day))
    lacking = []
    for step in whole.announced:
        keys = (("step", step.id), *(("tool", id_) for id_ in step.tools))
        day = min(ready.get(key, dt.date.max) for key in keys)
        if step.sourcing is Sourcing.SELF and day >= (step.when.last or dt.date.max):
            lacking.append(step)
    yield from a_department(whole, "own_running_is_trained", lacking)


def _names(training: Training) -> Iterator[tuple[str, str]]:
    yield from (("step", id_) for id_ in training.steps)
    yield from (("tool", id_) for id_ in training.tools)


def _ready(training: Training) -> dt.date:
    """Return the day on which people first can have done a training; one on screen without dates is there already."""
    if not training.dates and training.form is TrainingForm.ONLINE:
        return dt.date.min
    return min((moment.when.last for moment in training.dates if moment.when.last), default=dt.date.max)


def trainings_teach_behaviour_too(whole: Whole) -> Iterator[Finding]:
    """Not every training is about the buttons."""
    trainings = whole.roadmap.of(Training)
    if (framework(whole) or trainings) and all(training.skill is Skill.TOOL for training in trainings):
        place = whole.practice(trainings[0]).place() if trainings else framework_place(whole)
        yield Finding("trainings_teach_behaviour_too", place)


def aids_reach_their_personas(whole: Whole) -> Iterator[Finding]:
    """An aid comes through a channel that those for whom it is have; who lists none is not judged."""
    for aid in whole.roadmap.of(Aid):
        personas = [whole.roadmap.personas[id_] for id_ in aid.personas]
        lacking = [one.name for one in personas if one.channels and aid.channel not in one.channels]
        if lacking:
            values = {"title": aid.title, "channel": aid.channel, "count": len(lacking), "names": quoted(lacking)}
            yield Finding("aids_reach_their_personas", whole.practice(aid).place("channel"), values)


def near_steps_have_a_means(whole: Whole) -> Iterator[Finding]:
    """What begins soon is told or taught by an aid, a session or a training."""
    roadmap, weeks = whole.roadmap, whole.roadmap.adoption.weeks_ahead
    if not (framework(whole) or any(roadmap.of(kind) for kind in _MEANS)):
        return
    names, until = named(whole, *_MEANS), whole.today + dt.timedelta(weeks=weeks)
    near = [step for step in whole.announced if step.when.first and step.when.first <= until]
    lacking = [step for step in near if step.when.last and step.when.last >= whole.today and not is_named(step, names)]
    if lacking:
        titles = quoted(step.title for step in lacking)
        values = {"count": len(lacking), "weeks": weeks, "titles": titles}
        yield Finding("near_steps_have_a_means", whole.step(lacking[0].id).place(), values)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    trainings_begin_before_go_live,
    new_tools_are_trained,
    own_running_is_trained,
    trainings_teach_behaviour_too,
    aids_reach_their_personas,
    near_steps_have_a_means,
)
