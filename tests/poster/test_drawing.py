"""What is drawn on a poster can be read and printed anywhere."""

from __future__ import annotations

import pytest

from posters import FITS, drawn
from stip.poster import sheet, write_svg
from stip.poster.sheets import LEAST_NAME


@pytest.mark.parametrize("size", FITS)
def test_the_smallest_letter_can_be_read(size: str) -> None:
    paper = sheet(size)
    letters = drawn(size).letters
    assert min(item.size for item in letters) * paper.scale >= paper.least - 1e-9
    assert min(item.size for item in letters if item.role == "unit") >= LEAST_NAME


def test_the_drawing_has_fixed_colours() -> None:
    assert "var(" not in write_svg(drawn())
    assert "class=" not in write_svg(drawn())
