"""Governing: somebody answers for the whole, leaders stand at the top and act, and missing skills are filled."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import framework, framework_place, mission_place, quoted, together
from stip.loading.findings import Finding
from stip.model.practices import (
    Leader,
    LeaderLevel,
    Office,
    OfficeKind,
    Quality,
    SelfAssessment,
    SkillGap,
    StrategyLine,
)
from stip.model.steps import Sourcing
from stip.periods import add_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole

_TOP = frozenset({LeaderLevel.BOARD, LeaderLevel.DIRECTION})


def programmes_have_an_owner(whole: Whole) -> Iterator[Finding]:
    """Somebody answers for the programme; once there are offices, or a framework."""
    offices = whole.roadmap.of(Office)
    held = whole.roadmap.mission.programme.owner or any(_offices(whole, OfficeKind.PROGRAMME))
    if (framework(whole) or offices) and not held:
        yield Finding("programmes_have_an_owner", mission_place(whole, "programme"))


def owners_of_data_and_systems_differ(whole: Whole) -> Iterator[Finding]:
    """Who answers for what is done with data and who answers for the systems are not one and the same, without word."""
    for one, other in itertools.product(_offices(whole, OfficeKind.CDO), _offices(whole, OfficeKind.CIO)):
        same = _folded(one.holder) == _folded(other.holder)
        if same and not (one.note or other.note):
            values = {"title": one.title, "other": other.title, "holder": one.holder}
            yield Finding("owners_of_data_and_systems_differ", whole.practice(one).place("holder"), values)


def data_have_an_owner_beside_systems(whole: Whole) -> Iterator[Finding]:
    """Beside who answers for the systems stands somebody who answers for what is done with data."""
    offices = whole.roadmap.of(Office)
    systems = next((one for one in offices if one.kind is OfficeKind.CIO), None)
    if systems and not any(one.kind is OfficeKind.CDO for one in offices):
        place = whole.practice(systems).place("kind")
        yield Finding("data_have_an_owner_beside_systems", place, {"title": systems.title})


def services_are_governed(whole: Whole) -> Iterator[Finding]:
    """When others run something for us, somebody with us keeps an eye on them; said once."""
    steps = [step for step in whole.living if step.sourcing is Sourcing.SERVICE]
    if steps and not any(_offices(whole, OfficeKind.SERVICES)):
        values = {"count": len(steps), "titles": quoted(step.title for step in steps)}
        yield Finding("services_are_governed", whole.step(steps[0].id).place("sourcing"), values)


def change_is_led(whole: Whole) -> Iterator[Finding]:
    """Somebody leads the change; once there are offices, or a framework."""
    offices = whole.roadmap.of(Office)
    if (framework(whole) or offices) and not whole.roadmap.of(Leader):
        yield Finding("change_is_led", whole.practice(offices[0]).place() if offices else framework_place(whole))


def leaders_stand_at_the_top(whole: Whole) -> Iterator[Finding]:
    """Among those who lead is somebody of the board or the direction."""
    leaders = whole.roadmap.of(Leader)
    if leaders and not any(leader.level in _TOP for leader in leaders):
        yield Finding("leaders_stand_at_the_top", whole.practice(leaders[0]).place("level"))


def leaders_act(whole: Whole) -> Iterator[Finding]:
    """Every leader did something in the last months; said once."""
    months = whole.roadmap.adoption.months_leading
    since = add_months(whole.today, -months)
    idle = [
        one for one in whole.roadmap.of(Leader) if not any(act.when.touches(since, whole.today) for act in one.actions)
    ]
    if idle:
        values = {"count": len(idle), "titles": quoted(one.title for one in idle), "months": months}
        yield Finding("leaders_act", whole.practice(idle[0]).place(), values)


def leaders_promise_every_quality(whole: Whole) -> Iterator[Finding]:
    """Every leader promises something for each quality of leadership; said once."""
    lacking = (one for one in whole.roadmap.of(Leader) if {made.quality for made in one.promises} != set(Quality))
    yield from together(whole, "leaders_promise_every_quality", lacking, "promises")


def assessments_have_a_date(whole: Whole) -> Iterator[Finding]:
    """How a team judges itself has a date; said once."""
    yield from together(
        whole, "assessments_have_a_date", (one for one in whole.roadmap.of(SelfAssessment) if not one.when)
    )


def skill_gaps_are_filled(whole: Whole) -> Iterator[Finding]:
    """Of a skill that is missing it is known how it comes, and what is done for it; said once."""
    gaps = (gap for gap in whole.roadmap.of(SkillGap) if not gap.filled)
    yield from together(whole, "skill_gaps_are_filled", (gap for gap in gaps if not (gap.how and gap.action)))


def strategy_lines_have_an_owner(whole: Whole) -> Iterator[Finding]:
    """Somebody answers for every line of the strategy; said once."""
    lacking = (line for line in whole.roadmap.of(StrategyLine) if not line.owner)
    yield from together(whole, "strategy_lines_have_an_owner", lacking)


def _offices(whole: Whole, kind: OfficeKind) -> tuple[Office, ...]:
    """Return the offices of a kind that somebody holds."""
    return tuple(one for one in whole.roadmap.of(Office) if one.kind is kind and one.holder)


def _folded(holder: str | None) -> str:
    return " ".join((holder or "").casefold().split())


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    programmes_have_an_owner,
    owners_of_data_and_systems_differ,
    data_have_an_owner_beside_systems,
    services_are_governed,
    change_is_led,
    leaders_stand_at_the_top,
    leaders_act,
    leaders_promise_every_quality,
    assessments_have_a_date,
    skill_gaps_are_filled,
    strategy_lines_have_an_owner,
)
