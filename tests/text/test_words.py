"""The catalogue answers in the language asked, counts, and knows no other language."""

from __future__ import annotations

import pytest

from stip.text.words import words_for


def test_count_chooses_the_form() -> None:
    """One is not other."""
    words = words_for("nl")
    assert words("cli.steps", count=1) == "1 stap"
    assert words("cli.steps", count=0) == "0 stappen"


def test_unknown_key_is_our_own_slip() -> None:
    """A missing text must never reach a page as an empty string."""
    with pytest.raises(KeyError):
        words_for("en")("cli.no_such_text")


def test_unknown_language() -> None:
    """Stip does not pretend to speak a language."""
    with pytest.raises(KeyError):
        words_for("fy")
