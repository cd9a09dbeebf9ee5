"""Codes: every rule that an input can break, with its stable code and its severity."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stip.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT


class Rule(NamedTuple):
    """The code that reports and searches use, and how bad it is; variants of one mistake share a code."""

    code: str
    severity: Severity


RULES: Mapping[str, Rule] = {
    # YM: files, encodings and YAML itself.
    "file_missing": Rule("YM-01", ERROR),
    "file_is_folder": Rule("YM-02", ERROR),
    "file_unreadable": Rule("YM-02", ERROR),
    "file_too_large": Rule("YM-03", ERROR),
    "file_binary": Rule("YM-04", ERROR),
    "not_utf8": Rule("YM-05", ERROR),
    "utf16": Rule("YM-05", ERROR),
    "file_empty": Rule("YM-06", ERROR),
    "merge_marker": Rule("YM-07", ERROR),
    "tab_indent": Rule("YM-08", ERROR),
    "syntax": Rule("YM-09", ERROR),
    "syntax_colon": Rule("YM-09", ERROR),
    "syntax_colon_space": Rule("YM-09", ERROR),
    "syntax_dash": Rule("YM-09", ERROR),
    "syntax_escape": Rule("YM-09", ERROR),
    "syntax_flow": Rule("YM-09", ERROR),
    "syntax_indent": Rule("YM-09", ERROR),
    "syntax_no_colon": Rule("YM-09", ERROR),
    "syntax_quote": Rule("YM-09", ERROR),
    "syntax_start": Rule("YM-09", ERROR),
    "anchor": Rule("YM-10", ERROR),
    "merge_key": Rule("YM-11", ERROR),
    "tag": Rule("YM-12", ERROR),
    "documents": Rule("YM-13", ERROR),
    "too_deep": Rule("YM-14", ERROR),
    "front_matter_missing": Rule("YM-15", ERROR),
    "front_matter_open": Rule("YM-15", ERROR),
    "control_character": Rule("YM-16", ERROR),
    "key_not_text": Rule("YM-17", ERROR),
    # SC: the structure: which keys, which kinds of value.
    "unknown_key": Rule("SC-01", ERROR),
    "unknown_keys": Rule("SC-01", ERROR),
    "missing_key": Rule("SC-02", ERROR),
    "not_text": Rule("SC-03", ERROR),
    "not_list": Rule("SC-03", ERROR),
    "not_mapping": Rule("SC-03", ERROR),
    "not_whole": Rule("SC-03", ERROR),
    "not_value": Rule("SC-03", ERROR),
    "not_allowed": Rule("SC-04", ERROR),
    "empty_value": Rule("SC-05", ERROR),
    "empty_list": Rule("SC-05", ERROR),
    "too_long": Rule("SC-06", ERROR),
    "more_lines": Rule("SC-07", ERROR),
    "address_form": Rule("SC-08", ERROR),
    "email_form": Rule("SC-08", ERROR),
    "version": Rule("SC-09", ERROR),
    "mission_missing": Rule("SC-10", ERROR),
    "language_files": Rule("SC-11", ERROR),
    "bands_grow": Rule("SC-12", ERROR),
    "no_departments": Rule("SC-13", ERROR),
    "address_is_given": Rule("SC-14", WARNING),
    # IN: included files.
    "include_outside": Rule("IN-01", ERROR),
    "include_nothing": Rule("IN-02", ERROR),
    "include_keys": Rule("IN-03", ERROR),
    "include_nested": Rule("IN-04", ERROR),
    # ID: ids, references and names.
    "ids_are_unique": Rule("ID-01", ERROR),
    "references_exist": Rule("ID-02", ERROR),
    "many_references_exist": Rule("ID-02", ERROR),
    "id_form": Rule("ID-03", ERROR),
    "id_device": Rule("ID-03", ERROR),
    "file_name_form": Rule("ID-03", ERROR),
    "file_name_device": Rule("ID-03", ERROR),
    "file_name_taken": Rule("ID-03", ERROR),
    "no_step_is_called_none": Rule("ID-03", ERROR),
    "names_differ": Rule("ID-04", HINT),
    "repeated_key": Rule("ID-05", ERROR),
    "repeated_keys": Rule("ID-05", ERROR),
    "numbers_are_unique": Rule("ID-06", ERROR),
    # NR: numbers that YAML changes, and numbers out of range.
    "trap_text": Rule("NR-01", ERROR),
    "trap_number": Rule("NR-01", ERROR),
    "trap_amount": Rule("NR-02", ERROR),
    "number_range": Rule("NR-03", ERROR),
    # DT: dates and periods.
    "period_impossible": Rule("DT-01", ERROR),
    "period_year": Rule("DT-01", ERROR),
    "period_range_order": Rule("DT-02", ERROR),
    "stretches_end_after_begin": Rule("DT-02", ERROR),
    "horizon_after_start": Rule("DT-02", ERROR),
    "period_form": Rule("DT-03", ERROR),
    "day_form": Rule("DT-03", ERROR),
    "period_range_keys": Rule("DT-03", ERROR),
    "period_range_later": Rule("DT-03", ERROR),
    "steps_lie_before_horizon": Rule("DT-04", ERROR),
    "missing_when": Rule("DT-05", ERROR),
    "updated_lies_in_programme": Rule("DT-06", WARNING),
    "horizon_lies_ahead": Rule("DT-07", WARNING),
    "steps_lie_after_start": Rule("DT-08", WARNING),
    "past_is_done": Rule("DT-09", WARNING),
    "future_is_not_done": Rule("DT-10", WARNING),
    "listed_order_follows_dates": Rule("DT-11", WARNING),
    "delay_has_first_date": Rule("DT-12", WARNING),
    "delay_moves_later": Rule("DT-13", WARNING),
    # GR: the graph of steps, and its one end.
    "paths_reach_the_horizon": Rule("GR-01", ERROR),
    "steps_form_no_ring": Rule("GR-02", ERROR),
    "steps_do_not_wait_for_themselves": Rule("GR-02", ERROR),
    "parts_form_no_ring": Rule("GR-02", ERROR),
    "goals_have_steps": Rule("GR-03", WARNING),
    "horizon_is_given": Rule("GR-04", ERROR),
    "one_horizon": Rule("GR-04", ERROR),
    "dependencies_follow_time": Rule("GR-05", WARNING),
    "only_last_steps_lead_elsewhere": Rule("GR-06", ERROR),
    "paths_join_living_steps": Rule("GR-07", ERROR),
    "paths_end_with_reason": Rule("GR-08", ERROR),
    "stopped_paths_are_ended": Rule("GR-09", ERROR),
    "steps_wait_for_living_steps": Rule("GR-10", WARNING),
    # SP: what a step tells.
    "delay_and_stop_have_reason": Rule("SP-01", ERROR),
    "warning_fields_are_of_interventions": Rule("SP-02", WARNING),
    "benefits_are_for_named_personas": Rule("SP-03", WARNING),
    # TN: tension and interventions.
    "interventions_are_complete": Rule("TN-02", ERROR),
    # RT: routes.
    "stretches_do_not_overlap": Rule("RT-01", ERROR),
    "switches_have_reason": Rule("RT-02", WARNING),
    "route_0_has_partners": Rule("RT-03", WARNING),
    # ST: units and who stands for them.
    "paths_have_a_contact": Rule("ST-02", HINT),
    "personas_have_a_contact": Rule("ST-02", HINT),
    "units_have_steps_or_teams": Rule("ST-04", WARNING),
    "paths_have_a_manager": Rule("ST-05", HINT),
    # AD: adoption.
    "questions_have_answers": Rule("AD-01", ERROR),
    "personas_have_steps": Rule("AD-06", WARNING),
    "steps_serve_a_goal": Rule("AD-07", WARNING),
    # ED: editions, frozen for print.
    "edition_syntax": Rule("ED-01", ERROR),
    "edition_version": Rule("ED-02", ERROR),
    "edition_name_is_file_name": Rule("ED-03", ERROR),
    "edition_name_form": Rule("ED-03", ERROR),
    "edition_name_device": Rule("ED-03", ERROR),
    "editions_are_of_the_past": Rule("ED-04", WARNING),
    "numbers_hold_still": Rule("ED-05", WARNING),
    # TX: texts.
    "picture_has_words": Rule("TX-02", WARNING),
    "strange_characters": Rule("TX-03", WARNING),
    "texts_hold_no_html": Rule("TX-04", WARNING),
    "links_say_where_to": Rule("TX-05", WARNING),
    # PR: privacy.
    "mailboxes_are_of_roles": Rule("PR-03", WARNING),
    # CL, A11Y: the colours that a site gives another value.
    "colour_known": Rule("CL-01", ERROR),
    "colour_form": Rule("CL-02", ERROR),
    "colour_contrast": Rule("A11Y-02", ERROR),
}
