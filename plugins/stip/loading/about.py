"""About: which records the rules of practices look at, so that a reader finds the checks of what they write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.codes import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ABOUT: Mapping[str, tuple[str, ...]] = {
    "training": (
        "trainings_begin_before_go_live",
        "new_tools_are_trained",
        "own_running_is_trained",
        "trainings_teach_behaviour_too",
    ),
    "aid": ("aids_reach_their_personas", "near_steps_have_a_means", "steps_have_three_kinds_of_adoption"),
    "help_offer": ("steps_have_help", "starters_have_help", "starters_wait_for_help"),
    "ambassador": (
        "departments_have_an_ambassador",
        "ambassadors_have_a_figurehead",
        "names_have_consent",
        "consent_holds",
    ),
    "download": ("documents_are_there", "documents_stay_inside", "documents_are_accessible"),
    "session": (
        "past_sessions_have_a_result",
        "sessions_lie_ahead",
        "groups_are_met",
        "quarters_with_changes_have_pleasure",
    ),
    "exchange": ("exchanges_have_two_sides",),
    "co_creation": ("residents_help_to_try", "experiments_have_people"),
    "opportunity": ("opportunities_get_a_reply",),
    "need": ("needs_are_answered",),
    "promise": ("promises_reach_everyone",),
    "tool": (
        "discouraged_tools_have_an_alternative",
        "tasks_have_one_recommended_tool",
        "ended_tools_are_not_recommended",
        "tool_pages_answer_everything",
        "tools_do_not_replace_themselves",
        "tools_are_replaced_by_what_stays",
    ),
    "workspace": ("workspaces_have_an_owner_and_an_end",),
    "experiment": (
        "experiments_have_an_end",
        "ended_experiments_taught_something",
        "failures_are_shown",
        "experiments_have_people",
        "running_experiments_have_hours",
        "ended_experiments_tell_their_effect",
        "past_trials_have_ended",
        "ended_trials_have_begun",
        "trials_can_be_joined",
    ),
    "pilot": (
        "pilots_have_an_end_and_criteria",
        "ended_pilots_have_a_decision",
        "pilots_have_a_team",
        "pilot_teams_are_mixed",
        "past_trials_have_ended",
        "ended_trials_have_begun",
        "failures_are_shown",
        "trials_can_be_joined",
    ),
    "lab": ("labs_have_budget_and_people",),
    "lesson": ("failures_are_shown", "ended_experiments_taught_something"),
    "idea_budget": ("idea_budgets_are_not_overspent",),
    "iteration": (
        "iterations_last_two_to_four_weeks",
        "iterations_do_not_overlap",
        "iterations_have_aims",
        "iterations_have_few_aims",
        "successes_are_celebrated",
        "aims_have_done_when",
        "long_steps_have_iterations",
        "energy_is_of_enough_people",
        "past_iterations_have_a_result",
    ),
    "celebration": (
        "celebrations_follow_their_iteration",
        "celebrations_follow_their_steps",
        "successes_are_celebrated",
        "quarters_with_changes_have_pleasure",
    ),
    "scenario": (
        "ranked_scenarios_are_endorsed",
        "ranks_are_unique",
        "ranks_have_no_gaps",
        "ranks_follow_dependencies",
        "scenarios_form_no_ring",
    ),
    "shift": (
        "steps_with_tools_shift_behaviour",
        "shifts_come_together",
        "role_shifts_are_talked_about",
        "agile_units_shift_their_work",
    ),
    "rollout": ("great_steps_come_in_waves", "rollouts_have_waves", "departments_have_one_turn"),
    "season": ("quarters_are_not_too_full", "changes_avoid_busy_seasons"),
    "service": ("digital_services_have_an_alternative", "digital_services_tell_what_residents_can_do"),
    "time_saving": ("time_savings_have_a_source", "time_savings_have_all_factors"),
    "measurement": (
        "appreciation_has_respondents",
        "measurements_are_of_enough_people",
        "readings_follow_time",
        "readings_have_their_own_date",
        "readings_fit_their_scale",
    ),
    "effort": ("efforts_go_to_people",),
    "result": ("results_serve_a_goal",),
    "stakeholder": (
        "groups_have_a_contact",
        "work_floor_takes_part",
        "groups_are_met",
        "partners_have_an_agreement_and_an_owner",
    ),
    "team_role": ("work_is_not_of_it_alone", "work_is_not_of_business_alone"),
    "stage": ("stages_follow_their_order", "stages_are_unique"),
    "moment": ("moments_have_real_hours", "moments_with_hours_are_days"),
    "step": (
        "announced_steps_say_why",
        "announced_steps_say_what_they_bring",
        "announced_steps_answer_every_heading",
        "announced_steps_name_personas",
        "benefits_differ_by_persona",
        "reasons_are_short",
        "running_steps_say_what_is_done",
        "steps_have_three_kinds_of_adoption",
        "quick_wins_are_quick",
        "quick_wins_come_first",
        "quick_wins_are_declared",
        "months_hold_few_changes",
        "changes_are_covered",
        "coverage_is_enough",
    ),
    "unit": ("pages_have_a_contact", "departments_are_up_to_date", "paths_bring_pleasure"),
    "persona": (
        "personas_are_nobody",
        "personas_rest_on_talks",
        "talks_are_recent",
        "personas_work_in_more_ways",
        "written_pictures_have_words",
        "written_links_say_where_to",
    ),
    "mission": (
        "goals_win_people_in_both_ways",
        "goals_serve_residents",
        "values_have_goals",
        "values_have_a_source",
        "visions_are_endorsed",
        "programmes_have_a_name_of_their_own",
        "written_pictures_have_words",
        "written_links_say_where_to",
    ),
}
"""The rules by the record that they look at; every kind of practice also has the checks of ids, dates and texts."""


def rules_about(record: str) -> Iterator[tuple[str, str]]:
    """Yield (code, rule) of every rule that looks at a record, by code."""
    yield from sorted((RULES[rule].code, rule) for rule in ABOUT.get(record, ()))
