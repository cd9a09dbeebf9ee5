"""The code on a print says the address, and leaves white round it."""

from __future__ import annotations

import re

import segno

from stip.poster.code import QUIET, code_of

ADDRESS = "https://dichterbij.elzenmeer.example/afdelingen/burgerzaken/"


def squares(d: str) -> set[tuple[int, int]]:
    """Return the squares that path data covers."""
    found = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", d)
    return {(int(x) + i, int(y)) for x, y, width in found for i in range(int(width))}


def test_the_dark_squares_are_those_of_the_address() -> None:
    code = code_of(ADDRESS)
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    wanted = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert squares(code.d) == wanted
    assert code.size == len(matrix) + 2 * QUIET


def test_another_address_has_another_code() -> None:
    assert code_of(ADDRESS).d == code_of(ADDRESS).d != code_of(ADDRESS + "x").d
