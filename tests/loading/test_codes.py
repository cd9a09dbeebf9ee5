"""Every rule has a code and its words, and every word belongs to a rule."""

from __future__ import annotations

import re

import pytest

from stip.loading import checks
from stip.loading.codes import RULES
from stip.text.words import LANGUAGES, words_for

SHARED = {"kinds", "records", "schemes", "hints", "least", "most"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words(language: str) -> None:
    """A rule without a text would be a traceback, a text without a rule is never read."""
    words = words_for(language)
    keys = {key.split(".")[1] for key in words.entries if key.startswith("problems.")}
    assert keys - SHARED == set(RULES)
    assert all(f"problems.{rule}.text" in words for rule in RULES)


def test_codes_have_one_form() -> None:
    """Codes are families of capitals with a number, for reports and searches."""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]*-\d\d", code) for code, *_ in RULES.values())


def test_checks_are_named_as_the_rule_they_assert() -> None:
    """Whoever reads a message finds the check by its name."""
    named = {check.__name__ for check in (*checks.LOCAL, *checks.RECORD, *checks.SPANNING, *checks.STEERING)}
    # These have two messages each: of ids of two sorts, and of a list or a whole file for those who steer.
    assert named - set(RULES) == {"file_names_are_ids", "steering_stays_steering"}
