"""How deep each stretch of time is on paper: as deep as the signs of its busiest path need."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stip.scene.perspective import Camera
from stip.scene.spec import Lane
from stip.scene.world import Rows

LEAST_DEPTH = 9.0
"""The depth of a year without steps, in mm of A0, seen from near."""


@dataclass(frozen=True)
class Stretch:
    """A year, or the part of one before or after today; `first` and `last` are row coordinates."""

    first: float
    last: float
    steps: tuple[tuple[str, ...], ...]
    """The ids of the steps within it, for each lane."""


@dataclass(frozen=True)
class Timeline:
    """Stretches from the start line on, and the heights of their borders, one more than there are stretches."""

    stretches: tuple[Stretch, ...]
    borders: tuple[float, ...]
    wanted: Mapping[str, float]
    """The height at which each step would have its mark."""

    def rows(self, rows: Rows, camera: Camera) -> Rows:
        """Return the rows with years and today where they are on paper."""
        at = {stretch.first: y for stretch, y in zip(self.stretches, self.borders, strict=False)}
        at[self.stretches[-1].last] = self.borders[-1]
        starts = tuple(camera.row(at[u]) for u in rows.year_starts)
        today = None if rows.today is None else camera.row(at[rows.today])
        return Rows(rows.count, rows.row_of, starts, camera.row(at[rows.year_end]), today)


def stretches(lanes: Sequence[Lane], rows: Rows) -> tuple[Stretch, ...]:
    """Divide time where a year begins and at today; what has no date comes last."""
    ends = sorted({0.0, *rows.year_starts, rows.year_end, *((rows.today,) if rows.today is not None else ())})
    if rows.count > ends[-1] or len(ends) == 1:
        ends.append(max(float(rows.count), ends[-1] + 1))
    return tuple(
        Stretch(
            first,
            last,
            tuple(tuple(stop.id for stop in lane.stops if first <= rows.row_of[stop.id] < last) for lane in lanes),
        )
        for first, last in itertools.pairwise(ends)
    )


def make_timeline(parts: Sequence[Stretch], rows: Rows, needs: Sequence[float], near: float, far: float) -> Timeline:
    """Divide the height between the start line and the end of the last row by what each stretch needs, in mm.

    Half of what is left goes to all alike, so that a year without steps can be seen too.
    """
    spare = max(near - far - sum(needs), 0.0) / 2
    needs = [need + spare / len(needs) for need in needs]
    total = sum(needs)
    borders = [near - (near - far) * need / total for need in itertools.accumulate(needs, initial=0.0)]
    return _timeline(parts, rows, [*borders[:-1], far])


def suit(timeline: Timeline, rows: Rows, columns: Sequence[Mapping[str, float]]) -> Timeline:
    """Move the borders to where most columns have them between their signs, so that marks can be level with these.

    `columns` gives the height of each sign. The median of all ends of intervals has the least distance to them.
    """
    stretch_of = {key: i for i, part in enumerate(timeline.stretches) for ids in part.steps for key in ids}
    borders = list(timeline.borders)
    for border in range(1, len(borders) - 1):
        ends: list[float] = []
        for column in columns:
            before = [y for key, y in column.items() if stretch_of[key] < border]
            after = [y for key, y in column.items() if stretch_of[key] >= border]
            ends += [max(after, default=borders[-1]), min(before, default=borders[0])]
        if ends:
            ends.sort()
            middle = (ends[(len(ends) - 1) // 2] + ends[len(ends) // 2]) / 2
            borders[border] = min(middle, borders[border - 1] - LEAST_DEPTH)
    for border in range(len(borders) - 2, 0, -1):
        borders[border] = max(borders[border], borders[border + 1] + LEAST_DEPTH)
    return _timeline(timeline.stretches, rows, borders)


def _timeline(parts: Sequence[Stretch], rows: Rows, borders: Sequence[float]) -> Timeline:
    wanted = {
        key: low - (low - high) * (rows.row_of[key] + 0.5 - part.first) / (part.last - part.first)
        for part, low, high in zip(parts, borders, borders[1:], strict=False)
        for ids in part.steps
        for key in ids
    }
    return Timeline(tuple(parts), tuple(borders), wanted)
