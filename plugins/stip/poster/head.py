"""The words in the sky: the name, the mission, and what the dot is."""

from __future__ import annotations

from stip.poster.goals import HILLS
from stip.poster.land import SUN
from stip.poster.layout import Poster
from stip.poster.lettering import Letters, even, set_line, set_words
from stip.poster.spec import PosterSpec
from stip.scene.marks import fit
from stip.scene.signs import Words
from stip.scene.sun import RISEN

NAME = 54.0
MISSION = 12.5
DOT = (15.0, 13.0, 11.0, 9.5, 8.0, 7.0)
NOTE = 8.0
"""Letters of the name, the mission, the words of the dot (the largest that fits) and the note, in mm of A0."""
ONE_LINE = 30.0
"""The least letter of a name on one line."""
LONG = (40.0, 32.0, 26.0, 22.0, 18.0, 15.0, 12.0)
"""Letters of a name that is too long for that."""
TALL = 80.0
"""So high its lines may be together, without the room between them."""
MOST_LINES = 5
LEFT = 24.0
MARGIN = 8.0
BESIDE = (2.9, 2.2)
"""Half the room of the words of the dot, in radii of the sun, on a sheet on its side and on an upright one."""
TOP = 10.0
SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Tried until the name and the mission have room."""


def head_words(spec: PosterSpec, poster: Poster, least: float) -> list[Letters]:
    """Set the name and the mission at the left top, and the words of the dot over the sun."""
    middle, horizon = poster.width / 2, poster.camera.horizon
    beside = SUN * (BESIDE[0] if poster.width > poster.height else BESIDE[1])
    room = middle - beside - LEFT
    high = horizon - SUN * 2.05 - MARGIN
    tried = [even(spec.horizon, "hand-bold", max(size, least), 2 * (beside - 12), 9) for size in DOT]
    words = next((one for one in tried if one.height <= high and not one.lines[-1].endswith("…")), tried[-1])
    dot = set_words(words, middle, MARGIN + max(0.0, high - words.height), "dot-line", "middle")
    bottom = horizon * (1 - HILLS)
    heads = [_head(spec, room, part, least) for part in SMALLER]
    head = next((found for found in heads if found[-1].box.bottom < bottom), heads[-1])
    label = spec.map.horizon.label
    size = max(least, fit(label, "hand-bold", SUN * 0.62, SUN * 1.5))
    year = set_line(label, middle, horizon - SUN * RISEN + size * 0.4, size, "hand-bold", "on-dot", "middle")
    return [*head, dot, year]


def _head(spec: PosterSpec, room: float, part: float, least: float) -> list[Letters]:
    """Set the words at the left top in letters of a part of their size."""
    name = _name(spec.name, room, part)
    mission = even(spec.mission, "hand", max(MISSION * part, least), room, round(MOST_LINES / part))
    words = [
        set_words(name, LEFT, TOP, "ink", role="title"),
        set_words(mission, LEFT, TOP + name.height, "ink"),
    ]
    if spec.note:
        note = even(spec.note, "plain", max(NOTE, least), room, 3)
        words.append(set_words(note, LEFT, TOP + 4 + name.height + mission.height, "ink"))
    return words


def _name(text: str, room: float, part: float) -> Words:
    """Set the name on one line as large as it goes; one that is too long on more, what it is of on lines of its own."""
    size = fit(text, "hand-bold", NAME * part, room)
    if size >= ONE_LINE * part:
        return Words((text,), "hand-bold", size)
    lines: tuple[str, ...] = ()
    for size in (max(one * part, LONG[-1]) for one in LONG):
        parts = [even(piece, "hand-bold", size, room, MOST_LINES).lines for piece in text.rsplit(" · ", 1)]
        lines = tuple(line for piece in parts for line in piece)
        if len(lines) * size <= TALL * part and not any(piece[-1].endswith("…") for piece in parts):
            break
    return Words(lines, "hand-bold", size)
