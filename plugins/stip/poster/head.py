"""The words in the sky: the name, the mission, and what the dot is."""

from __future__ import annotations

from collections.abc import Iterator

from stip.poster.land import SUN
from stip.poster.layout import Poster
from stip.poster.lettering import Letters, even, set_line, set_words
from stip.poster.spec import PosterSpec
from stip.scene.boxes import Rect
from stip.scene.marks import fit
from stip.scene.signs import Words
from stip.scene.sun import RISEN

NAME = 54.0
ONE_LINE = 30.0
"""The least letter of a name on one line."""
LONG = (40.0, 32.0, 26.0, 22.0, 18.0, 15.0, 12.0)
"""Letters of a name that is too long for that."""
TALL = 80.0
"""So high its lines may be together, without the room between them."""
MOST_LINES = 5


def head_words(spec: PosterSpec, poster: Poster, paper: Rect, least: float) -> Iterator[Letters]:
    """Set the name, the mission, and the words of the dot."""
    middle = poster.width / 2
    room = middle - SUN * 2.9 - 24
    name = _name(spec.name, room)
    yield set_words(name, 24, 10, "ink", role="title")
    mission = even(spec.mission, "hand", max(12.5, least), room, 4)
    yield set_words(mission, 24, 10 + name.height, "ink")
    if spec.note:
        note = even(spec.note, "plain", max(8.0, least), room, 3)
        yield set_words(note, 24, 14 + name.height + mission.height, "ink")
    horizon = poster.camera.horizon
    wide = min(middle - room - 30, paper.x - middle - 12) * 2
    words = even(spec.horizon, "hand-bold", max(15.0, least), wide, 4)
    yield set_words(words, middle, max(8.0, horizon - SUN * 2.05 - words.height), "dot-line", "middle")
    label = spec.map.horizon.label
    size = fit(label, "hand-bold", SUN * 0.62, SUN * 1.5)
    yield set_line(label, middle, horizon - SUN * RISEN + size * 0.4, size, "hand-bold", "on-dot", "middle")


def _name(text: str, room: float) -> Words:
    """Set the name on one line as large as it goes; one that is too long on more, what it is of on lines of its own."""
    size = fit(text, "hand-bold", NAME, room)
    if size >= ONE_LINE:
        return Words((text,), "hand-bold", size)
    lines: tuple[str, ...] = ()
    for size in LONG:
        parts = [even(part, "hand-bold", size, room, MOST_LINES).lines for part in text.rsplit(" · ", 1)]
        lines = tuple(line for part in parts for line in part)
        if len(lines) * size <= TALL and not any(part[-1].endswith("…") for part in parts):
            break
    return Words(lines, "hand-bold", size)
