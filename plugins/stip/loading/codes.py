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
    "bands_order": Rule("SC-12", ERROR),
    "no_departments": Rule("SC-13", ERROR),
    "no_address": Rule("SC-14", WARNING),
    # IN: included files.
    "include_outside": Rule("IN-01", ERROR),
    "include_nothing": Rule("IN-02", ERROR),
    "include_keys": Rule("IN-03", ERROR),
    "include_nested": Rule("IN-04", ERROR),
    # ID: ids and references.
    "ids_are_unique": Rule("ID-01", ERROR),
    "references_exist": Rule("ID-02", ERROR),
    "id_form": Rule("ID-03", ERROR),
    "id_device": Rule("ID-03", ERROR),
    "names_differ": Rule("ID-04", HINT),
    "repeated_key": Rule("ID-05", ERROR),
    # NR: numbers.
    # TX: text.
    "strange_characters": Rule("TX-03", WARNING),
    "trap_text": Rule("NR-01", ERROR),
    "trap_number": Rule("NR-01", ERROR),
    "trap_amount": Rule("NR-02", ERROR),
    "number_range": Rule("NR-03", ERROR),
    # DT: dates and periods.
    "period_impossible": Rule("DT-01", ERROR),
    "period_year": Rule("DT-01", ERROR),
    "period_range_order": Rule("DT-02", ERROR),
    "period_form": Rule("DT-03", ERROR),
    "day_form": Rule("DT-03", ERROR),
    "period_range_keys": Rule("DT-03", ERROR),
    "period_range_later": Rule("DT-03", ERROR),
}
