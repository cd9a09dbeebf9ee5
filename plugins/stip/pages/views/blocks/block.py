"""A block: what the page of a topic shows of many practices together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stip.charts import Chart
    from stip.pages.links import Here
    from stip.pages.views.items import LinkItem


@as_view
class Block:
    """One block; `shape` names the macro that shows `rows`."""

    shape: str
    key: str
    title: str
    lead: str
    rows: tuple[object, ...]
    link: LinkItem | None = None
    rest: tuple[object, ...] = ()
    """Rows that are folded away."""
    all: LinkItem | None = None
    """Where all of it stands, when that is too much for the page of the topic."""
    index: tuple[object, ...] = ()
    """A line for each thing that stands only there, and that others link to here."""
    beside: str = ""
    """The record of the practices after whose list it stands; without that list it stands before all lists."""

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts that it shows."""
        found = (getattr(row, "chart", None) for row in (*self.rows, *self.rest))
        return tuple(chart for chart in found if chart is not None)


@as_view
class ChartRow:
    """A chart, what it is of, and what is said about it."""

    chart: Chart
    href: str = ""
    title: str = ""
    text: str = ""
    notes: tuple[str, ...] = ()
    anchor: str = ""
    """Where links to the practice lead that it shows whole."""
    points: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What is said about its points: when, and the texts."""
    fold: str = ""
    """What it comes down to, on the line behind which it is folded away; it stands in the open when empty."""
    opened: bool = False
    """Whether it stands open when it is folded, as it asks for attention."""


def block(
    shape: str, key: str, rows: Iterable[object], here: Here, link: LinkItem | None = None, *, beside: str = ""
) -> Block:
    """Make a block; its title and lead are in the catalogue under its key."""
    words = here.context.words
    names = ("insight.block.", "site.block.")
    title, lead = (next(f"{name}{key}{end}" for name in names if f"{name}{key}{end}" in words) for end in ("", "_lead"))
    return Block(shape, key, words(title), words(lead), tuple(rows), link, beside=beside)
