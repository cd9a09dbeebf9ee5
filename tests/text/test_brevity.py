"""What is long is cut where a reader would: after a whole word, and with a sign that there is more."""

from __future__ import annotations

import pytest

from stip.text.brevity import beginning, few


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ""),
        ("kort  goed", "kort goed"),
        ("precies tien", "precies …"),
        ("negen, tien en elf", "negen …"),
        ("tien lange woorden", "tien lange …"),
        ("Zaaksysteemkoppeling", "Zaaksystee …"),
    ],
)
def test_a_long_text_ends_after_a_whole_word(text: str, told: str) -> None:
    assert beginning(text, 10) == told


def test_many_names_are_a_few_and_a_sign_that_there_are_more() -> None:
    assert few(["a", "b"], 2) == "a, b"
    assert few(["a", "b", "c"], 2) == "a, b …"
