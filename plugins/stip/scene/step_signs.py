"""The signboard of a step: kind, title, status and when, measured and wrapped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from stip.pen.svg import element
from stip.scene import path_style as style
from stip.scene.marks import INTERVENTION, change_mark, kind_mark
from stip.scene.signs import PAD, STRIPE, Words, focus_ring, plate, words
from stip.scene.spec import Stop

TAG, TAG_SIGN, TAG_PAD, TAG_GAP = 20.0, 13.0, 5.0, 2.0
"""The height of the tag of a step that is new or moved, the size of its sign, and the room round both, in px."""


@dataclass(frozen=True)
class StepSign:
    """A measured signboard."""

    stop: Stop
    width: float
    title: Words
    status: Words
    when: Words
    note: Words
    mark: Words

    @property
    def icon(self) -> float:
        """The size of the kind's sign, in px."""
        return icon_size(self.stop)

    @cached_property
    def height(self) -> float:
        """The height of the whole sign, in px."""
        head = max(self.title.height, self.icon + 2)
        tag = TAG + 2 * TAG_GAP if self.mark.lines else 0.0
        return 9 + head + 5 + self.status.height + self.when.height + tag + self.note.height + 7

    def draw(self, prefix: str, x: float, y: float) -> str:
        """Draw the sign with its left top corner at (x, y)."""
        left = x + STRIPE + PAD
        top = y + 8
        head = max(self.title.height, self.icon + 2)
        parts = [
            plate(prefix, self.stop.id, x, y, self.width, self.height),
            kind_mark(prefix, self.stop, left - 2, top, self.icon),
            self.title.draw(left + self.icon + 5, top + (head - self.title.height) / 2, "stip-d-ink"),
        ]
        top += head + 5
        for block, cls in (
            (self.status, f"stip-d-word-{self.stop.status}"),
            (self.when, "stip-d-ink2"),
            (self.note, "stip-d-ink2"),
        ):
            parts.append(block.draw(left, top, cls))
            top += block.height
            if block is self.when and self.mark.lines:
                parts.append(self._tag(prefix, left, top + TAG_GAP))
                top += TAG + 2 * TAG_GAP
        parts.append(focus_ring(x, y, self.width, self.height))
        return "".join(parts)

    def _tag(self, prefix: str, x: float, y: float) -> str:
        """Draw the tag that says that the step is new or moved."""
        width = self.mark.width + TAG_SIGN + 3 * TAG_PAD
        return (
            element("rect", cls="stip-d-tag", x=x, y=y, width=width, height=TAG, rx=4)
            + change_mark(prefix, self.stop, x + TAG_PAD, y + (TAG - TAG_SIGN) / 2, TAG_SIGN)
            + self.mark.draw(x + 2 * TAG_PAD + TAG_SIGN, y + (TAG - self.mark.height) / 2, "stip-d-on-sun")
        )


def icon_size(stop: Stop) -> float:
    """Return the size of a kind's sign; the triangle is larger, or its number could not be read."""
    return style.TRIANGLE if stop.kind == INTERVENTION else style.ICON


def step_sign(stop: Stop, width: float) -> StepSign:
    """Measure the sign of a step in a sign of the given width."""
    room = width - STRIPE - 2 * PAD
    return StepSign(
        stop,
        width,
        words(stop.title, "hand", style.TITLE, room - icon_size(stop) - 4, style.TITLE_LINES),
        words(stop.status_text, "plain-bold", style.LETTER, room, 1),
        words(stop.when_text, "plain", style.LETTER, room, 2),
        words("" if stop.ghost else stop.note or "", "plain", style.LETTER, room, 2),
        words(stop.mark_text, "plain-bold", style.LETTER, room - TAG_SIGN - 3 * TAG_PAD, 1),
    )


def sign_width(stops: tuple[Stop, ...]) -> float:
    """Return the one width that all signs of a path have: narrow when many short titles stand in one strip."""
    narrow, wide = style.SIGN_WIDTHS
    fits = all(len(step_sign(stop, narrow).title.lines) <= 3 for stop in stops)
    return narrow if fits and len(stops) > style.FEW else wide
