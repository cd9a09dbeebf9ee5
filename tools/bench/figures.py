"""What was measured: figures, mostly beside those of a reference in the same rounds; and what is promised of them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from running import Run


@dataclass(frozen=True)
class Spread:
    """A median with the least and the most."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Take the spread of some values."""
        return cls(statistics.median(values), min(values), max(values))


@dataclass(frozen=True)
class Figure:
    """One row of one size: the value of each round, and that of the reference in the same round."""

    row: str
    size: str
    values: tuple[float, ...]
    unit: str = "s"
    against: tuple[float, ...] = ()
    """The reference; without one the value itself is what is promised."""
    processors: tuple[float, ...] = ()
    """The ratios of the seconds of all processors, which a busy machine lengthens less; where there are any."""

    @property
    def judged(self) -> Spread:
        """What is promised: the ratio of each round, or the value itself."""
        pairs = zip(self.values, self.against, strict=True) if self.against else ((one, 1.0) for one in self.values)
        return Spread.of([one / other for one, other in pairs])

    @property
    def value(self) -> Spread:
        """The values themselves."""
        return Spread.of(self.values)

    @property
    def processor(self) -> float | None:
        """The median ratio of the seconds of all processors."""
        return statistics.median(self.processors) if self.processors else None

    @property
    def mildest(self) -> float:
        """What a busy machine lengthened least: for telling a gross fault from a bad moment."""
        return min(self.judged.least, *([self.processor] if self.processor is not None else []), self.judged.median)


def compared(row: str, size: str, own: Sequence[Run], other: Sequence[Run]) -> Figure:
    """Set runs beside those of the reference, round by round."""
    pairs = list(zip(own, other, strict=True))
    return Figure(
        row,
        size,
        values=tuple(one.seconds for one in own),
        against=tuple(one.seconds for one in other),
        processors=tuple(one.processor / two.processor for one, two in pairs),
    )


def memory(row: str, size: str, own: Sequence[Run]) -> Figure:
    """Tell the largest process of runs."""
    return Figure(row, size, tuple(one.memory / 1e6 for one in own), "MB")
