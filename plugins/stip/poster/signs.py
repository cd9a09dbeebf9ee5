"""Draw the signs beside the roads and the boards where they begin, with their words."""

from __future__ import annotations

from collections.abc import Iterator

from stip.pen.sketch import board, hand, stroke
from stip.pen.svg import element, group, path
from stip.poster.boards import DISC, NameBoard
from stip.poster.columns import PAD, Sign
from stip.poster.layout import Poster, RoadView
from stip.poster.lettering import Letters, set_line, set_words
from stip.poster.spots import is_open, open_words
from stip.scene.marks import INTERVENTION, disc, fit, kind_mark
from stip.scene.patterns import draw_pattern
from stip.scene.road import Road
from stip.scene.signs import plate

TWO_FIGURES = 10


def draw_leader(id: str, sign: Sign) -> str:  # noqa: A002
    """Draw what ties a sign to its mark: a stroke, or for a stopped step a grey road that ends there."""
    x, y = sign.mark
    end = min(max(y, sign.rect.y + 4), sign.rect.bottom - 4)
    if sign.stop.status == "stopped":
        points = tuple((x + (sign.road_x - x) * i / 3, y + (end - y) * i / 3) for i in range(4))
        stub = Road(points, (2.4,) * 4)
        bars = "".join(d for d, _ in draw_pattern(stub, 3))
        return path(stub.surface(), "stip-d-dead-end") + path(bars, "stip-d-sleepers")
    line = stroke((x, y), (sign.road_x, end), hand(id, sign.stop.id, "leader"), 0.25)
    return path(line, "stip-d-post", stroke_width=1.2)


def draw_sign(id: str, view: RoadView, sign: Sign) -> str:  # noqa: A002
    """Draw the board of a step with its kind."""
    rect = sign.rect
    icon = _icon(id, sign) if sign.icon else ""
    return group(plate(id, sign.stop.id, rect.x, rect.y, rect.w, rect.h), icon, cls=f"stip-c{view.lane.colour}")


def _icon(id: str, sign: Sign) -> str:  # noqa: A002
    """Draw the kind of a step; the number in a triangle is set with the words, in their font."""
    x, y = sign.icon_x, sign.rect.y + (sign.rect.h - sign.icon) / 2
    if sign.stop.kind == INTERVENTION:
        return element("use", xlink_href=f"#{id}-triangle", x=x, y=y, width=sign.icon, height=sign.icon)
    return kind_mark(id, sign.stop, x, y, sign.icon)


def draw_board(id: str, item: NameBoard, guests: frozenset[str] = frozenset()) -> str:  # noqa: A002
    """Draw the board of a department with its disc; that of a guest is white."""
    rect, kind = item.rect, "stip-d-plate" if item.lane.id in guests else "stip-d-board"
    return group(
        element("rect", cls="stip-d-shade", x=rect.x + 3, y=rect.y + 3.5, width=rect.w, height=rect.h, rx=4),
        path(board(rect.x, rect.y, rect.w, rect.h, hand(id, item.lane.id, "board")), kind),
        disc(item.lane, item.x, rect.y - DISC * 0.45, DISC, least=1e9),
        cls=f"stip-c{item.lane.colour}",
    )


def lane_words(poster: Poster, least: float, guests: frozenset[str] = frozenset()) -> Iterator[Letters]:
    """Set each department with its steps after it."""
    boards = {item.lane.id: item for item in poster.boards}
    for i, view in enumerate(poster.roads):
        item = boards[view.lane.id]
        rect, number = item.rect, str(view.lane.number)
        size = fit(number, "plain-bold", DISC * 1.1, DISC * 1.45)
        y = rect.y - DISC * 0.45 + size * 0.35
        yield set_line(number, item.x, y, size, "plain-bold", "on-path", "middle", role="decoration")
        x, top = rect.x + rect.w / 2, rect.y + 2 + item.words.size * 0.1
        colour = "ink" if view.lane.id in guests else "on-path"
        yield set_words(item.words, x, top, colour, "middle", role="unit", href=view.lane.href)
        signs = {sign.stop.id: sign for index, sign in poster.signs if index == i}
        for stop in view.lane.stops:
            sign = signs[stop.id]
            if is_open(sign):
                yield open_words(sign, least)
                continue
            if stop.number is not None:
                x, y = sign.icon_x + sign.icon / 2, sign.rect.y + sign.rect.h / 2 + sign.icon * 0.3
                size = max(least, sign.icon * (0.46 if stop.number < TWO_FIGURES else 0.38))
                yield set_line(str(stop.number), x, y, size, "plain-bold", "warn-ink", "middle", role="decoration")
            more = sign.date.height if sign.date else 0.0
            top = sign.rect.y + (sign.rect.h - sign.words.height - more) / 2 + sign.words.size * 0.05
            yield set_words(sign.words, sign.words_x, top, "ink", role="step", href=stop.href)
            if sign.date:
                yield set_words(sign.date, sign.words_x, top + sign.words.height - PAD / 2, "ink2", role="date")
