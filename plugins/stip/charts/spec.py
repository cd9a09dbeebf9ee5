"""What a chart shows: numbers, and words that are given; a chart knows no language and no model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

Tone = Literal["plain", "good", "late"]
"""How a state word looks: as other text, as what is done, or as what is late or too much."""
NO_FIGURE = "\u2013"
"""What stands in a table where there is no figure."""


@dataclass(frozen=True)
class About:
    """What a chart says of itself."""

    id: str
    """Unique on its page, of letters, digits and hyphens: begins all ids within, and seeds the hand that draws."""
    title: str
    """The question that the chart answers; the caption of its table."""
    summary: str
    """The answer in one sentence."""


@dataclass(frozen=True)
class Figure:
    """A finite number, and how it is written with its unit ("41%", "12 min")."""

    value: Decimal
    text: str


@dataclass(frozen=True)
class State:
    """What a figure means in a word or two: "48 te veel", "op schema"."""

    text: str
    tone: Tone = "late"


@dataclass(frozen=True)
class Row:
    """A row of the table; the first cell names it, and leads to `href` unless that is empty."""

    cells: tuple[str, ...]
    href: str = ""


@dataclass(frozen=True)
class Chart:
    """A drawing and the table that says the same."""

    id: str
    title: str
    summary: str
    wide: str
    """An inline SVG for a place of 560 px or more; charts.css shows the one of the two that fits."""
    narrow: str
    """An inline SVG for a narrower place, down to 280 px: cut anew, never shrunk."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def pictures(self) -> dict[str, str]:
        """Return both drawings by the names under which charts.html asks for them."""
        return {f"{self.id}-wide": self.wide, f"{self.id}-narrow": self.narrow}

    def without(self, *columns: int) -> Chart:
        """Return the chart with a table that lacks the columns of these places (the first is 0)."""

        def kept(cells: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(cell for place, cell in enumerate(cells) if place not in columns)

        rows = tuple(replace(row, cells=kept(row.cells)) for row in self.rows)
        return replace(self, columns=kept(self.columns), rows=rows)


# Horizontal bars


@dataclass(frozen=True)
class Bar:
    """One bar: what it is, what it may be at most (`plan`), and what we expect it to become."""

    label: str
    value: Figure | None
    plan: Figure | None = None
    expected: Figure | None = None
    text: str = ""
    """What stands beside the bar ("498 van 450"); when empty, the text of the value."""
    state: State | None = None
    href: str = ""


@dataclass(frozen=True)
class BarsSpec:
    """Bars under each other, in the order given; the words head the table and explain the marks."""

    about: About
    bars: tuple[Bar, ...]
    what_word: str
    value_word: str
    plan_word: str = ""
    expected_word: str = ""
    state_word: str = ""


# Bars of parts


@dataclass(frozen=True)
class Stack:
    """One bar of parts, a figure (or none) for each of the spec's parts; negative parts go to the left."""

    label: str
    parts: tuple[Figure | None, ...]
    total: str
    """The whole in words."""
    limit: Figure | None = None
    """The most that it should be: an upright mark."""
    state: State | None = None
    href: str = ""
    text: str = ""
    """What stands right behind the bar ("240 van 480 uur"); when empty, the total."""


@dataclass(frozen=True)
class StackedSpec:
    """Bars of the same parts, one for each year, quarter or whatever `what_word` says, in the order given."""

    about: About
    parts: tuple[str, ...]
    stacks: tuple[Stack, ...]
    what_word: str
    total_word: str
    limit_word: str = ""
    state_word: str = ""


# A line


@dataclass(frozen=True)
class LinePoint:
    """A figure on a day; `flag` is set when the point is marked ("terugverdiend")."""

    at: date
    label: str
    """When, in words, under the axis."""
    figure: Figure
    expected: bool = False
    """Whether this is what we expect: the line to it is dashed."""
    flag: str = ""
    plan: Figure | None = None
    """What was planned for that day: a second, dotted line."""


@dataclass(frozen=True)
class LineSpec:
    """A figure over time, points in any order; with a figure below zero the zero line is drawn."""

    about: About
    points: tuple[LinePoint, ...]
    when_word: str
    figure_word: str
    measured_word: str = ""
    expected_word: str = ""
    flag_word: str = ""
    plan_word: str = ""
    goal: Figure | None = None
    goal_word: str = ""
    from_zero: bool = True
    """Whether the axis reaches to zero though no figure does; false shows small changes of large figures."""


# Roads to a goal


@dataclass(frozen=True)
class Way:
    """One figure on its way from where it was to where it should be, whichever of the two is larger."""

    label: str
    baseline: Figure
    target: Figure
    now: Figure | None = None
    expected: Figure | None = None
    note: str = ""
    """A second, smaller line: when it was measured, among how many."""
    state: State | None = None
    href: str = ""


@dataclass(frozen=True)
class RoadSpec:
    """Figures on their way, each on a road of its own to the dot."""

    about: About
    ways: tuple[Way, ...]
    what_word: str
    baseline_word: str
    now_word: str
    target_word: str
    expected_word: str = ""
    state_word: str = ""
    note_word: str = ""


# Numbered discs in cells or on a field


@dataclass(frozen=True)
class Mark:
    """A numbered disc; in a matrix `across` and `up` are places from 0, in a quadrant values on the axes."""

    number: int
    label: str
    across: Decimal | int
    up: Decimal | int
    href: str = ""
    across_text: str = ""
    """The place in words, for the table; in a matrix the word of the axis when empty."""
    up_text: str = ""
    more: tuple[str, ...] = ()
    """Further cells of the table, under the spec's `more_words`."""


@dataclass(frozen=True)
class Axis:
    """An axis of steps: what it says, and the word of each step, from little to much."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class MatrixSpec:
    """Discs in the cells of two axes; `bands[up][across]` is how bad a cell is, from 0, a place in `band_words`."""

    about: About
    across: Axis
    up: Axis
    bands: tuple[tuple[int, ...], ...]
    band_words: tuple[str, ...]
    marks: tuple[Mark, ...]
    number_word: str
    what_word: str
    band_word: str
    more_words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ends:
    """An axis from little to much: its values, the words at both ends, and what the table calls it."""

    low: Decimal
    high: Decimal
    low_word: str
    high_word: str
    title: str


@dataclass(frozen=True)
class QuadrantSpec:
    """Discs on a field of two axes that cross in the middle; `corners`: left top, right top, left and right below."""

    about: About
    across: Ends
    up: Ends
    marks: tuple[Mark, ...]
    number_word: str
    what_word: str
    corners: tuple[str, str, str, str] = ("", "", "", "")
    more_words: tuple[str, ...] = ()


# The arc of tension


@dataclass(frozen=True)
class ArcPoint:
    """How high it is on a day."""

    at: date
    label: str
    """When, in words, for the table."""
    figure: Figure
    measured: bool = True


@dataclass(frozen=True)
class Warned:
    """A numbered triangle on the line at its day."""

    number: int
    at: date
    label: str
    href: str = ""
    when: str = ""


@dataclass(frozen=True)
class ArcSpec:
    """A hill over time: full where measured, dashed where expected; points in any order."""

    about: About
    points: tuple[ArcPoint, ...]
    levels: tuple[Figure, ...]
    """Heights with a word, from low to high."""
    when_word: str
    level_word: str
    measured_word: str
    expected_word: str
    limit: Figure | None = None
    """From here on it is too much: a line across."""
    today: date | None = None
    today_word: str = ""
    warnings: tuple[Warned, ...] = ()
    warning_word: str = ""


# Bars in time


@dataclass(frozen=True)
class Span:
    """A bar from one day to another; None is open: it began before, or has no end yet."""

    label: str
    first: date | None
    last: date | None
    support_end: date | None = None
    """From this day nobody keeps it safe: the bar is hatched."""
    replaced: date | None = None
    note: str = ""
    """A second, smaller line that says the dates in words."""
    state: State | None = None
    href: str = ""
    cells: tuple[str, str, str, str] = ("", "", "", "")
    """The four dates in words, for the table: first, last, end of support, replaced."""


@dataclass(frozen=True)
class SpansSpec:
    """Bars on one axis of time, in the order given."""

    about: About
    spans: tuple[Span, ...]
    what_word: str
    first_word: str
    last_word: str
    support_word: str
    replaced_word: str
    unsupported_word: str
    """What the hatched part of a bar means."""
    today: date | None = None
    today_word: str = ""
    state_word: str = ""
    from_: date | None = None
    """Where the axis begins, with the first of all days when None; a bar that began before has an open end there."""


# Bars of levels


@dataclass(frozen=True)
class Level:
    """Where something stands on the scale; all three from 1, or None when unknown."""

    label: str
    now: int | None
    """Also 0: not yet at the first level."""
    target: int | None = None
    enough: int | None = None
    """Further is not needed: this is good enough."""
    text: str = ""
    """What stands beside the bar ("2 van 5")."""
    state: State | None = None
    href: str = ""


@dataclass(frozen=True)
class LevelsSpec:
    """Bars of as many boxes as the scale has levels, in the order given."""

    about: About
    levels: tuple[Level, ...]
    what_word: str
    now_word: str
    target_word: str
    enough_word: str
    most: int = 5
    names: tuple[str, ...] = ()
    """The name of each level, for the table; numbers when empty."""
    state_word: str = ""
    numbered: bool = True
    """Whether levels have numbers; false when only their names say anything."""
    zero_name: str = ""
    """The name of being before the first level, for the table."""
