"""Risk: what is open to the internet is assessed, every risk is treated by somebody, and processes can stand still."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import a_department, named, quoted, together, unit_is_named
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model.practices import AiUse, Impact, OutageBand, Risk, Safeguard, SafeguardStatus, Treatment
from stip.model.steps import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole
    from stip.model import Step

_LIVE = frozenset({Status.RUNNING, Status.DONE})
_SHORT = frozenset({OutageBand.HOURS_4, OutageBand.DAY})


def open_steps_are_assessed(whole: Whole) -> Iterator[Finding]:
    """A risk names every step that is or will be open to the internet, unless it was stopped; said once a unit."""
    assessed = {id_ for risk in whole.roadmap.of(Risk) for id_ in risk.steps}
    lacking = (step for step in whole.living if step.internet and step.id not in assessed)
    yield from a_department(whole, "open_steps_are_assessed", lacking)


def risks_are_treated(records: Records) -> Iterator[Finding]:
    """Of every risk it is known what is done with it."""
    for risk in records.of(Risk):
        if risk.treatment is None:
            yield Finding("risks_are_treated", records.practice(risk).place(), {"title": risk.title})


def accepted_risks_say_by_whom(records: Records) -> Iterator[Finding]:
    """Who accepts a risk is known."""
    for risk in records.of(Risk):
        if risk.treatment is Treatment.ACCEPT and not risk.accepted_by:
            place = records.practice(risk).place("treatment")
            yield Finding("accepted_risks_say_by_whom", place, {"title": risk.title})


def reduced_risks_have_a_safeguard(records: Records) -> Iterator[Finding]:
    """Who makes a risk smaller does something for it."""
    for risk in records.of(Risk):
        if risk.treatment is Treatment.REDUCE and not risk.safeguards:
            place = records.practice(risk).place("treatment")
            yield Finding("reduced_risks_have_a_safeguard", place, {"title": risk.title})


def treatment_makes_no_risk_larger(whole: Whole) -> Iterator[Finding]:
    """What is left of a risk is no larger than what there was."""
    for risk in whole.roadmap.of(Risk):
        if risk.residual is not None and risk.residual > risk.weight:
            values = {"title": risk.title, "before": risk.weight, "after": risk.residual}
            place = whole.practice(risk).place("residual_likelihood")
            yield Finding("treatment_makes_no_risk_larger", place, values)


def risks_have_an_owner(whole: Whole) -> Iterator[Finding]:
    """Somebody answers for every risk; said once."""
    yield from together(whole, "risks_have_an_owner", (risk for risk in whole.roadmap.of(Risk) if not risk.owner))


def safeguards_are_used(whole: Whole) -> Iterator[Finding]:
    """Whatever is done for safety is done for a risk; said once."""
    used = {id_ for risk in whole.roadmap.of(Risk) for id_ in risk.safeguards}
    yield from together(
        whole, "safeguards_are_used", (one for one in whole.roadmap.of(Safeguard) if one.id not in used)
    )


def live_steps_have_their_safeguards(whole: Whole) -> Iterator[Finding]:
    """What keeps a step safe is done before people work with it; said once a safeguard."""
    kept = _steps_by_safeguard(whole)
    for safeguard in whole.roadmap.of(Safeguard):
        live = [step for step in kept.get(safeguard.id, ()) if step.status in _LIVE]
        if safeguard.status is not SafeguardStatus.DONE and live:
            values = {"title": safeguard.title, "count": len(live), "titles": quoted(step.title for step in live)}
            yield Finding("live_steps_have_their_safeguards", whole.practice(safeguard).place("status"), values)


def ai_steps_are_assessed(whole: Whole) -> Iterator[Finding]:
    """Of a step with AI its risk is known, what it means when the process stops, and who answers for it; said once."""
    lacking = [(step, keys) for step, keys in _unassessed_ai(whole) if keys]
    if lacking:
        titles = listing(f"'{step.title}' ({', '.join(keys)})" for step, keys in lacking)
        place = whole.step(lacking[0][0].id).place("ai")
        yield Finding("ai_steps_are_assessed", place, {"count": len(lacking), "titles": titles})


def critical_processes_have_a_fallback(whole: Whole) -> Iterator[Finding]:
    """Of what must not stand still it is known how work goes on when it does; said once."""
    lacking = (one for one in whole.roadmap.of(Impact) if one.critical and not one.fallback)
    yield from together(whole, "critical_processes_have_a_fallback", lacking, "critical")


def short_outages_have_a_card(whole: Whole) -> Iterator[Finding]:
    """For what can stand still a day at most there is a card that tells what to do; said once."""
    lacking = (one for one in whole.roadmap.of(Impact) if one.at_most in _SHORT and not one.outages)
    yield from together(whole, "short_outages_have_a_card", lacking, "at_most")


def _steps_by_safeguard(whole: Whole) -> Mapping[str, tuple[Step, ...]]:
    """Return the steps whose risks a safeguard makes smaller, by its id: each once."""
    found: defaultdict[str, dict[str, Step]] = defaultdict(dict)
    for risk in whole.roadmap.of(Risk):
        for safeguard in risk.safeguards:
            found[safeguard].update((id_, whole.roadmap.steps[id_]) for id_ in risk.steps)
    return {safeguard: tuple(steps.values()) for safeguard, steps in found.items()}


def _unassessed_ai(whole: Whole) -> Iterator[tuple[Step, list[str]]]:
    """Yield every living step with AI, with what it lacks: as the keys under which that is written."""
    risks = {id_ for risk in whole.roadmap.of(Risk) for id_ in risk.steps}
    owned = {id_ for risk in whole.roadmap.of(Risk) if risk.owner for id_ in risk.steps}
    owned |= {id_ for use in whole.roadmap.of(AiUse) if use.owner for id_ in use.steps}
    impacts = named(whole, Impact)
    for step in whole.living:
        if step.ai:
            known = ("step", step.id) in impacts or unit_is_named(whole, whole.roadmap.unit_of[step.id], impacts)
            there = {"risks": step.id in risks, "impacts": known, "owner": step.id in owned}
            yield step, [key for key, is_there in there.items() if not is_there]


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (
    risks_are_treated,
    accepted_risks_say_by_whom,
    reduced_risks_have_a_safeguard,
)
STEERING_CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    open_steps_are_assessed,
    treatment_makes_no_risk_larger,
    risks_have_an_owner,
    safeguards_are_used,
    live_steps_have_their_safeguards,
    ai_steps_are_assessed,
    critical_processes_have_a_fallback,
    short_outages_have_a_card,
)
