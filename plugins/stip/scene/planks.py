"""Planks: arms of a signpost that point to a step of another department, at most two a step."""

from __future__ import annotations

import math
from dataclasses import dataclass

from stip.pen.boxes import Rect
from stip.pen.paths import Point, curve, polyline
from stip.pen.sketch import hand, wavering
from stip.pen.svg import element, group, link, path, text
from stip.scene import path_style as style
from stip.scene.signs import Words, balanced, focus_ring
from stip.scene.spec import Stop, Stub

SIZE = 14.0
DISC = 11.0
POINT = 14.0


@dataclass(frozen=True)
class Plank:
    """One arm, measured; the words may be shortened, the link keeps them whole."""

    stub: Stub
    words: Words
    incoming: bool

    @property
    def width(self) -> float:
        """The width with disc and point, in px."""
        return self.words.width + 2 * DISC + POINT + 18

    @property
    def height(self) -> float:
        """The height, in px."""
        return max(30.0, self.words.height + 8)


@dataclass(frozen=True)
class Planks:
    """The arms of one step, and how many more there are."""

    stop: Stop
    arms: tuple[Plank, ...]
    more: int

    @property
    def width(self) -> float:
        """The width of the broadest arm, in px."""
        return max((arm.width for arm in self.arms), default=0.0)

    @property
    def height(self) -> float:
        """The height of all arms, in px."""
        extra = 20.0 if self.more else 0.0
        return sum(arm.height + style.PLANK_GAP for arm in self.arms) - style.PLANK_GAP + extra


def planks_of(stop: Stop) -> Planks:
    """Measure the arms of a step: what it waits for comes first."""
    stubs = [(stub, True) for stub in stop.waits_for] + [(stub, False) for stub in stop.needed_by]
    arms = tuple(_measure(stub, incoming=incoming) for stub, incoming in stubs[: style.MOST_PLANKS])
    return Planks(stop, arms, len(stubs) - len(arms))


def _measure(stub: Stub, *, incoming: bool) -> Plank:
    """Wrap the words in two lines, or three when they would be cut."""
    room = style.PLANK - 2 * DISC - POINT - 18
    wrapped = [balanced(stub.text, "hand-bold", SIZE, room, count) for count in style.PLANK_LINES]
    whole = (block for block in wrapped if not block.lines or not block.lines[-1].endswith("…"))
    return Plank(stub, next(whole, wrapped[-1]), incoming)


def draw_planks(prefix: str, planks: Planks, x: float, top: float, mark: Point, r: float) -> tuple[str, str]:
    """Draw a dashed line between the nearest arm and the mark of the step, and the arms under each other."""
    above = top < mark[1]
    parts = []
    y = top
    for i, arm in enumerate(planks.arms):
        parts.append(_arm(prefix, planks.stop, i, arm, Rect(x - arm.width / 2, y, arm.width, arm.height)))
        y += arm.height + style.PLANK_GAP
    if planks.more:
        y = top + planks.height - 4
        parts.append(text(f"+ {planks.more}", x, y, SIZE, "stip-plain stip-d-bold stip-d-gtext", "middle"))
    near = planks.arms[-1 if above else 0]
    start = (x, top + planks.height if above else top)
    end = (mark[0], mark[1] + (-r - 4 if above else r + 4))
    return _line(prefix, planks.stop, near, start, end), "".join(parts)


def _line(prefix: str, stop: Stop, arm: Plank, start: Point, end: Point) -> str:
    if not arm.incoming:
        start, end = end, start
    bend = 7.0 if hand(prefix, stop.id, "bend").random() < 0.5 else -7.0
    middle = ((start[0] + end[0]) / 2 + bend, (start[1] + end[1]) / 2)
    d = curve(wavering([start, middle, end], hand(prefix, stop.id, "line"), 0.4))
    angle = math.atan2(end[1] - middle[1], end[0] - middle[0])
    wings = [(end[0] - 10 * math.cos(angle + turn), end[1] - 10 * math.sin(angle + turn)) for turn in (0.45, -0.45)]
    return group(
        path(d, "stip-d-arm-under"),
        path(d, "stip-d-arm-line"),
        path(polyline([wings[0], end, wings[1]], closed=True), "stip-d-arm-head"),
        cls=f"stip-c{arm.stub.colour}",
    )


def _arm(prefix: str, stop: Stop, place: int, arm: Plank, box: Rect) -> str:
    """Draw one arm; it points to the right, where the other path is found by its number."""
    middle = box.y + box.h / 2
    outline = [
        (box.x, box.y),
        (box.right - POINT, box.y + 0.5),
        (box.right, middle),
        (box.right - POINT, box.bottom),
        (box.x + 0.6, box.bottom - 0.4),
    ]
    disc_x = box.x + 7 + DISC
    number = str(arm.stub.lane_number)
    return link(
        arm.stub.href,
        arm.stub.text,
        path(polyline(outline, closed=True), "stip-d-arm"),
        element("circle", cls="stip-d-disc-hole", cx=disc_x, cy=middle, r=DISC),
        text(number, disc_x, middle + SIZE * 0.35, SIZE, "stip-plain stip-d-bold stip-d-in-hole", "middle"),
        arm.words.draw(disc_x + DISC + 6, middle - arm.words.height / 2 + 1, "stip-d-on-path"),
        focus_ring(box.x, box.y, box.w, box.h),
        cls=f"stip-d-stub stip-c{arm.stub.colour}",
        id=f"{prefix}-stub-{stop.id}-{place + 1}",
    )
