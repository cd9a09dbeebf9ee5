"""Follow path data as one who draws does."""

from __future__ import annotations

import re

from stip.pen.paths import Point


def drawn(d: str) -> list[Point]:
    """Return each place that path data of one line names, control points included."""
    at, found = (0.0, 0.0), []
    for letter, rest in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", d):
        numbers = [float(one) for one in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]
        base = at if letter.islower() else (0.0, 0.0)
        places = [(base[0] + x, base[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        found += places
        at = places[-1] if places else at
    return found
