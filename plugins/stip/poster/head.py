"""The words in the sky: the name, the mission, and what the dot is."""

from __future__ import annotations

from collections.abc import Iterator

from stip.poster.land import SUN
from stip.poster.layout import Poster
from stip.poster.lettering import Letters, even, set_line, set_words
from stip.poster.spec import PosterSpec
from stip.scene.boxes import Rect
from stip.scene.marks import fit
from stip.scene.sun import RISEN

NAME = 54.0


def head_words(spec: PosterSpec, poster: Poster, paper: Rect, least: float) -> Iterator[Letters]:
    """Set the name, the mission, and the words of the dot."""
    middle = poster.width / 2
    room = middle - SUN * 2.9 - 24
    name = even(spec.name, "hand-bold", fit(spec.name, "hand-bold", NAME, room), room, 2)
    yield set_words(name, 24, 10, "ink", role="title")
    mission = even(spec.mission, "hand", max(12.5, least), room, 4)
    yield set_words(mission, 24, 10 + name.height, "ink")
    horizon = poster.camera.horizon
    wide = min(middle - room - 30, paper.x - middle - 12) * 2
    words = even(spec.horizon, "hand-bold", max(15.0, least), wide, 4)
    yield set_words(words, middle, max(8.0, horizon - SUN * 2.05 - words.height), "dot-line", "middle")
    label = spec.map.horizon.label
    size = fit(label, "hand-bold", SUN * 0.62, SUN * 1.5)
    yield set_line(label, middle, horizon - SUN * RISEN + size * 0.4, size, "hand-bold", "on-dot", "middle")
