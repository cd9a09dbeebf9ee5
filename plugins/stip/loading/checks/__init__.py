"""Checks: the rules that span more than one value, one function a rule, named as the rule that it asserts.

LOCAL rules look at one record in which nothing is wrong, so they always run; those of RECORD are given the practices
alone. SPANNING rules look at the whole
roadmap; they run only when everything could be read and everything that is named exists, so that one slip of
the pen is one problem. STEERING rules are spanning ones about what only those who steer may read: they run when it
is read, for them.

What is read for everyone holds nothing of that, so that a SPANNING rule must not ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks import (
    adoption,
    audience,
    convergence,
    dates,
    editions,
    identity,
    people,
    practices,
    programme,
    routes,
    statuses,
    texts,
    units,
)
from stip.loading.checks.records import Records
from stip.loading.checks.whole import Whole
from stip.loading.codes import RULES
from stip.model.base import Audience
from stip.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from stip.loading.declared import Declared
    from stip.loading.findings import Finding

LOCAL: Sequence[Callable[[Declared], Iterator[Finding]]] = (
    identity.ids_are_unique,
    identity.file_names_are_ids,
    identity.no_step_is_called_none,
    identity.references_exist,
    identity.numbers_are_unique,
    audience.staff_names_no_steering,
    audience.steering_stays_steering,
    programme.bands_grow,
    programme.address_is_given,
    programme.picture_has_words,
    programme.horizon_lies_ahead,
    programme.updated_lies_in_programme,
    statuses.delay_and_stop_have_reason,
    statuses.delay_has_first_date,
    statuses.delay_moves_later,
    statuses.interventions_are_complete,
    statuses.interventions_leave_time,
    statuses.warning_fields_are_of_interventions,
    statuses.benefits_are_for_named_personas,
    dates.steps_lie_before_horizon,
    dates.steps_lie_after_start,
    dates.past_is_done,
    dates.future_is_not_done,
    editions.editions_are_of_the_past,
    routes.stretches_end_after_begin,
    routes.stretches_do_not_overlap,
    routes.switches_have_reason,
    routes.route_0_has_partners,
    routes.integrated_is_of_route_0,
    routes.routes_tell_of_integration,
    routes.routes_wait_for_integration,
    people.mailboxes_are_of_roles,
    people.personas_have_a_contact,
    people.questions_have_answers,
    texts.texts_hold_no_html,
    texts.links_say_where_to,
    texts.written_pictures_have_words,
    texts.written_links_say_where_to,
)
RECORD: Sequence[Callable[[Records], Iterator[Finding]]] = practices.RECORD_CHECKS
SPANNING: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    identity.names_differ,
    units.parts_form_no_ring,
    units.units_have_steps_or_teams,
    units.paths_have_a_manager,
    units.paths_have_a_contact,
    dates.listed_order_follows_dates,
    dates.dependencies_follow_time,
    dates.waiting_begins_after_the_other_ends,
    editions.numbers_hold_still,
    editions.moves_have_a_reason,
    convergence.steps_do_not_wait_for_themselves,
    convergence.steps_form_no_ring,
    convergence.paths_reach_the_horizon,
    convergence.only_last_steps_lead_elsewhere,
    convergence.paths_join_living_steps,
    convergence.paths_end_with_reason,
    convergence.stopped_paths_are_ended,
    convergence.steps_wait_for_living_steps,
    adoption.steps_serve_a_goal,
    adoption.goals_have_steps,
    adoption.personas_have_steps,
    *practices.CHECKS,
)
STEERING: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    audience.steering_documents_lie_apart,
    *practices.STEERING_CHECKS,
)


BY_NAME = frozenset(practices.wording.CHECKS)
"""Rules that take long, and say nothing but what they are called: they run only for who wants to hear of them."""


def check(
    declared: Declared, before: Iterable[Finding], wanted: Callable[[str], bool] = lambda _: True
) -> list[Finding]:
    """Return what every rule found; `before` is what reading found, `wanted` whether anyone hears of a rule."""
    found = [finding for rule in LOCAL for finding in rule(declared)]
    records = Records(declared)
    found += [finding for rule in RECORD for finding in rule(records)]
    spoilt = any(map(_is_error, before))
    dangling = any(_is_error(finding) and _leaves_gaps(finding) for finding in found)
    roadmap = None if spoilt or dangling else declared.roadmap()
    if roadmap is not None:
        whole = Whole(declared, roadmap)
        rules = (*SPANNING, *STEERING) if roadmap.audience is Audience.STEERING else SPANNING
        run = (rule for rule in rules if rule not in BY_NAME or wanted(rule.__name__))
        found += [finding for rule in run for finding in rule(whole)]
    return found


def _leaves_gaps(finding: Finding) -> bool:
    """Tell whether something that is named may not be there, in what the audience reads."""
    return RULES[finding.rule].code.startswith("ID-") or finding.rule == "staff_names_no_steering"


def _is_error(finding: Finding) -> bool:
    return RULES[finding.rule].severity is Severity.ERROR
