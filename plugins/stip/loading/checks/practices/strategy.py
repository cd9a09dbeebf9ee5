"""Strategy: why it is done, for whom, by which lines and with what, and figures that can be believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.addresses import Inside
from stip.loading.checks.practices.gathered import a_department, named, quoted, side_of, together, unit_is_named
from stip.loading.checks.whole import listing
from stip.loading.content import is_elsewhere
from stip.loading.findings import Finding
from stip.model import GoalKind
from stip.model.counting import counted
from stip.model.frameworks import FOUR_DS
from stip.model.practices import (
    Case,
    Challenge,
    ChallengeSide,
    Figure,
    Framework,
    Pilot,
    Result,
    Side,
    SocietalIssue,
    StrategyLine,
    Technology,
    TechnologyStage,
    Transition,
)
from stip.model.practices.strategy import StrategyDomain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole
    from stip.model import Unit

_OTHERS = frozenset({GoalKind.SERVICE, GoalKind.ORGANISATION})


def steps_serve_employees(whole: Whole) -> Iterator[Finding]:
    """Once steps serve residents and the organisation, there is a goal of which employees notice something.

    A goal for employees that no step serves is told of as a goal without steps.
    """
    goals = whole.roadmap.goals
    served = {goals[id_].kind for step in whole.living for id_ in step.goals}
    if served >= _OTHERS and all(goal.kind is not GoalKind.EMPLOYEE for goal in goals.values()):
        place = whole.declared.known["goal", next(iter(goals))].place()
        yield Finding("steps_serve_employees", place)


def goals_agree(whole: Whole) -> Iterator[Finding]:
    """No two goals get in each other's way; said once of every two."""
    seen: set[frozenset[str]] = set()
    for goal in whole.roadmap.goals.values():
        for index, id_ in enumerate(goal.conflicts):
            if (pair := frozenset({goal.id, id_})) not in seen:
                seen.add(pair)
                place = whole.declared.known["goal", goal.id].place("conflicts", index)
                yield Finding("goals_agree", place, {"title": goal.title, "other": whole.roadmap.goals[id_].title})


def goals_have_a_target(whole: Whole) -> Iterator[Finding]:
    """It can be seen when a goal is reached: an indicator has a target with its date; once any goal has one."""
    goals = whole.roadmap.goals.values()
    lacking = [goal for goal in goals if not any(one.target for one in goal.indicators)]
    if lacking and any(goal.indicators for goal in goals):
        place = whole.declared.known["goal", lacking[0].id].place()
        values = {"count": len(lacking), "titles": quoted(goal.title for goal in lacking)}
        yield Finding("goals_have_a_target", place, values)


def strategy_lines_touch_a_path(whole: Whole) -> Iterator[Finding]:
    """A line of the strategy runs along a step or a department; said once for all."""
    loose = (line for line in whole.roadmap.of(StrategyLine) if not (line.steps or line.departments))
    yield from together(whole, "strategy_lines_touch_a_path", loose)


def strategy_reaches_every_domain(whole: Whole) -> Iterator[Finding]:
    """Once a line of the strategy names its domain, there are lines for every domain of the work; said once."""
    told = [line for line in whole.roadmap.of(StrategyLine) if line.domain]
    missing = [domain for domain in StrategyDomain if all(line.domain is not domain for line in told)]
    if told and missing:
        values = {"count": len(missing), "missing": ", ".join(missing)}
        yield Finding("strategy_reaches_every_domain", whole.practice(told[0]).place("domain"), values)


def strategy_is_not_of_it_alone(whole: Whole) -> Iterator[Finding]:
    """The lines of the strategy do not run along those who make the means alone; said once."""
    lines = [line for line in whole.roadmap.of(StrategyLine) if line.departments or line.steps]
    units = [unit for line in lines for unit in _along(whole, line)]
    if units and all(side_of(whole, unit) is Side.IT for unit in units):
        names = listing(dict.fromkeys(unit.name for unit in units))
        key = "departments" if lines[0].departments else "steps"
        yield Finding("strategy_is_not_of_it_alone", whole.practice(lines[0]).place(key), {"names": names})


def steps_belong_to_a_transition(whole: Whole) -> Iterator[Finding]:
    """Once it is told what changes into what, every step belongs to such a change; said once a unit."""
    transitions = whole.roadmap.of(Transition)
    if not transitions or any(not (one.steps or one.departments) for one in transitions):
        return
    names, roadmap = named(whole, Transition), whole.roadmap
    units = {unit.id for unit in roadmap.units.values() if unit_is_named(whole, unit, names)}
    living = (step for step in whole.living if ("step", step.id) not in names)
    yield from a_department(
        whole, "steps_belong_to_a_transition", (step for step in living if roadmap.unit_of[step.id].id not in units)
    )


def pilots_serve_an_issue(whole: Whole) -> Iterator[Finding]:
    """Once issues in society are named, every pilot is for one of them; said once for all."""
    if issues := whole.roadmap.of(SocietalIssue):
        served = {id_ for issue in issues for id_ in issue.pilots}
        lacking = (pilot for pilot in whole.roadmap.of(Pilot) if pilot.id not in served)
        yield from together(whole, "pilots_serve_an_issue", lacking)


def challenges_come_from_both_sides(whole: Whole) -> Iterator[Finding]:
    """Whoever tells what makes it hard looks inside and outside; said once."""
    challenges = whole.roadmap.of(Challenge)
    sides = {challenge.side for challenge in challenges}
    if len(sides) == 1:
        missing = next(side for side in ChallengeSide if side not in sides)
        values = {"given": challenges[0].side, "missing": missing}
        yield Finding("challenges_come_from_both_sides", whole.practice(challenges[0]).place("side"), values)


def challenges_are_named(whole: Whole) -> Iterator[Finding]:
    """Whoever looks at the whole with the four parts that ask for challenges, names some."""
    framework = next((one for one in whole.roadmap.of(Framework) if one.id == FOUR_DS), None)
    if framework and not whole.roadmap.of(Challenge):
        yield Finding("challenges_are_named", whole.practice(framework).place("id"), {"title": framework.title})


def technologies_have_a_process(whole: Whole) -> Iterator[Finding]:
    """A technology is for something that people do; said once for all."""
    lacking = (one for one in whole.roadmap.of(Technology) if not one.process)
    yield from together(whole, "technologies_have_a_process", lacking)


def used_technologies_have_a_policy(whole: Whole) -> Iterator[Finding]:
    """Of a technology in use it is known what may be done with it; said once for all."""
    used = (one for one in whole.roadmap.of(Technology) if one.stage is TechnologyStage.USE)
    yield from together(whole, "used_technologies_have_a_policy", (one for one in used if not one.policy))


def figures_have_a_value(records: Records) -> Iterator[Finding]:
    """A figure is counted, or somebody gives its value."""
    for figure in records.of(Figure):
        if figure.counts is None and figure.value is None:
            yield Finding("figures_have_a_value", records.practice(figure).place(), {"title": figure.title})


def figures_have_a_source(whole: Whole) -> Iterator[Finding]:
    """Of a value that somebody gives it is known of when it is and where it comes from."""
    for figure in whole.roadmap.of(Figure):
        lacking = [key for key in ("when", "source") if getattr(figure, key) is None]
        if figure.value is not None and lacking:
            values = {"title": figure.title, "keys": ", ".join(lacking)}
            yield Finding("figures_have_a_source", whole.practice(figure).place("value"), values)


def figures_agree_with_the_roadmap(whole: Whole) -> Iterator[Finding]:
    """What somebody gives as the value of something that can be counted is what there is."""
    doubled = [one for one in whole.roadmap.of(Figure) if one.counts is not None and one.value is not None]
    found = {what: counted(whole.roadmap, what) for what in {one.counts for one in doubled} if what}
    for figure in doubled:
        if figure.counts and found[figure.counts] != figure.value:
            values = {"title": figure.title, "value": f"{figure.value:f}", "found": found[figure.counts]}
            yield Finding("figures_agree_with_the_roadmap", whole.practice(figure).place("value"), values)


def cases_lead_somewhere(whole: Whole) -> Iterator[Finding]:
    """A link of an example from elsewhere that stays inside the site leads to a page or a file that is there."""
    linked = [case for case in whole.roadmap.of(Case) if case.url and not is_elsewhere(case.url)]
    inside = Inside.of(whole.roadmap) if linked else None
    for case in linked:
        path = whole.declared.pages.document(case.url or "")
        if not (path and path.exists()) and not (inside and inside.holds(case.url or "")):
            values = {"title": case.title, "url": case.url, "folder": whole.declared.pages.folder.name}
            yield Finding("cases_lead_somewhere", whole.practice(case).place("url"), values)


def results_are_looked_at_again(whole: Whole) -> Iterator[Finding]:
    """What was to be looked at again has been, and has a new moment or none; said once for all."""
    dated = ((result, result.review.last) for result in whole.roadmap.of(Result) if result.review)
    yield from together(whole, "results_are_looked_at_again", (one for one, day in dated if day and day < whole.today))


def _along(whole: Whole, line: StrategyLine) -> Iterator[Unit]:
    """Yield the units along which a line of the strategy runs: those it names, and those of its steps."""
    yield from (whole.roadmap.units[id_] for id_ in line.departments)
    yield from (whole.roadmap.unit_of[id_] for id_ in line.steps)


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (figures_have_a_value,)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    steps_serve_employees,
    goals_agree,
    goals_have_a_target,
    strategy_lines_touch_a_path,
    strategy_reaches_every_domain,
    strategy_is_not_of_it_alone,
    steps_belong_to_a_transition,
    pilots_serve_an_issue,
    challenges_come_from_both_sides,
    challenges_are_named,
    technologies_have_a_process,
    used_technologies_have_a_policy,
    figures_have_a_source,
    figures_agree_with_the_roadmap,
    cases_lead_somewhere,
    results_are_looked_at_again,
)
