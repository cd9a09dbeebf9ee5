"""The table that says the same as a chart: its heads and rows, and words for what there is no figure of."""

from __future__ import annotations

from collections.abc import Iterable

from stip.charts.spec import NO_FIGURE, Figure, Row, State


def told(figure: Figure | None) -> str:
    """Return the text of a figure for the table."""
    return figure.text if figure else NO_FIGURE


def table(
    columns: Iterable[tuple[str, Iterable[str]]], hrefs: Iterable[str], *, always: int = 1
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Turn columns, each a head with its cells, into heads and rows.

    After the first `always` columns one without a head, or with nothing in any cell, is left out.
    """
    listed = [(head, tuple(cells)) for head, cells in columns]
    kept = [
        (head, cells)
        for place, (head, cells) in enumerate(listed)
        if place < always or (head and any(cell not in {"", NO_FIGURE} for cell in cells))
    ]
    rows = zip(*(cells for _, cells in kept), strict=True)
    return tuple(head for head, _ in kept), tuple(Row(row, href) for row, href in zip(rows, hrefs, strict=True))


def states(listed: Iterable[State | None]) -> list[str]:
    """Return the cells of state words."""
    return [state.text if state else NO_FIGURE for state in listed]
