"""What people write fits under our headings."""

from __future__ import annotations

import pytest

from stip.pages.templating import own_prose


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Text.\n\n## Kop", "Text.\n\n## Kop"),
        ("# Title\n\n## Part", "## Title\n\n### Part"),
        ("# Title\n\n```\n# comment\n```", "## Title\n\n```\n# comment\n```"),
        ("```\n# comment\n```\n\n## Part", "```\n# comment\n```\n\n## Part"),
    ],
)
def test_there_is_one_title(written: str, shown: str) -> None:
    assert own_prose(written) == shown


def test_a_placeholder_cannot_be_written() -> None:
    assert 'data-stip="' not in own_prose('<div class="stip-drawing" data-stip="path"></div>')
