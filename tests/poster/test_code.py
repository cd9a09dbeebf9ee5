"""The code on a print says the address, and leaves white round it."""

from __future__ import annotations

import re

import segno

from stip.poster.code import QUIET, make_code

ADDRESS = "https://dichterbij.elzenmeer.example/afdelingen/burgerzaken/"


def squares(d: str) -> set[tuple[int, int]]:
    """Return the squares that path data with modules of 1 covers."""
    found = re.findall(r"M(\d+)\.000 (\d+)\.000h(\d+)\.000v1\.000h-\3\.000z", d)
    return {(int(x) + i, int(y)) for x, y, width in found for i in range(int(width))}


def test_the_dark_squares_are_those_of_the_address() -> None:
    code = make_code(ADDRESS)
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    wanted = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert code
    assert squares(code.path(0, 0, 1)) == wanted
    assert code.side == len(matrix) + 2 * QUIET


def test_no_address_has_no_code_and_one_that_is_too_long_neither() -> None:
    assert make_code("") is None
    assert make_code(ADDRESS + "x" * 9000) is None
