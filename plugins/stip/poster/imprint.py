"""The line at the foot: whose poster it is, of which day and edition, and without a code where to read on."""

from __future__ import annotations

from stip.poster.layout import Poster
from stip.poster.lettering import Letters, set_line
from stip.poster.spec import PosterSpec
from stip.scene.marks import fit
from stip.text.fonts import measure, shorten

LETTER = 7.0
"""In mm of A0."""
LEFT, UP = 16.0, 5.0
"""From the left and the bottom of the sheet, in mm of A0."""
_BETWEEN = " · "


def set_imprint(spec: PosterSpec, poster: Poster, least: float, *, typed: bool) -> Letters:
    """Set the line; `typed` adds the address. When it is too long the name before the day is cut, not the rest."""
    room = poster.width - 2 * LEFT
    name, _, day = spec.imprint.rpartition(_BETWEEN)
    rest = [day, spec.edition, spec.short_address if typed else ""]
    size = max(least, fit(_joined(name, *rest), "plain", LETTER, room))
    name = shorten(name, "plain", size, room - measure(_joined("·", *rest), "plain", size))
    line = shorten(_joined(name, *rest), "plain", size, room)
    return set_line(line, LEFT, poster.height - UP, size, "plain", "gtext")


def _joined(*parts: str) -> str:
    return _BETWEEN.join(filter(None, parts))
