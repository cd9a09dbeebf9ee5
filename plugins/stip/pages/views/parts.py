"""Parts: what a topic has too much of for one page, cut into pages of its own; its page keeps a line for each thing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stip.pages.addresses import topic_part
from stip.pages.links import relative
from stip.pages.views.blocks import Block
from stip.pages.views.blocks.load import LoadTable
from stip.pages.views.items import LinkItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stip.pages.links import Here
    from stip.text.words import Words

MOST = 240
"""So many things stand on the page of a topic; of more, each part that is not small has pages of its own."""
SMALL = 12
"""So few things stay on the page of the topic, whatever else it has."""
PER_PAGE, CHARTS_PER_PAGE = 150, 30
"""So many things stand on one page of a part; a chart with its table is as long as several others."""
CHARTS_WEIGHT = 350_000
"""So many letters of drawings stand on one page of a part: a chart of many points weighs ten times one of few."""
CHART_ROWS = 1_500
"""So many rows of tables beside charts stand on one page of a part."""
_LONG = 60
"""A chart with so many rows leaves a page that has too much, however few there are."""
_CHARTS = 3
"""So many charts stay on the page of the topic."""


@dataclass(frozen=True)
class IndexItem:
    """A line for a thing that stands on another page; its anchor is where the thing itself would stand."""

    anchor: str
    title: str
    href: str
    units: str = ""
    personas: str = ""


def is_much(count: int) -> bool:
    """Tell whether so many things are too much for the page of a topic."""
    return count > MOST


def goes_apart(count: int) -> bool:
    """Tell whether a part with so many things leaves a page that has too much."""
    return count > SMALL


def pages_of(count: int, most: int = 0) -> Iterator[slice]:
    """Yield the slices of so many things, a page each."""
    most = most or PER_PAGE
    for first in range(0, count, most):
        yield slice(first, first + most)


def page_at(place: int, most: int = 0) -> int:
    """Return the number of the page on which the thing at a place stands, both from their first."""
    return place // (most or PER_PAGE) + 1


def part_path(key: str, number: int, here: Here) -> str:
    """Return the path of a page of a part, numbered from 1, beside the page of its topic."""
    return topic_part(here.path, here.context.words("site.path.part"), key, number)


def to_part(key: str, number: int, here: Here, anchor: str = "") -> str:
    """Link to a page of a part, or to a thing on it: whoever knows the topic knows that it is there."""
    return relative(here.path, part_path(key, number, here), directory_urls=here.urls, anchor=anchor)


def part_title(title: str, number: int, count: int, words: Words) -> str:
    """Write the title of a page of a part: which of how many it is, when there are more."""
    return words("site.topic.part", title=title, number=number, count=count) if count > 1 else title


def page_links(key: str, count: int, here: Here, most: int = 0) -> tuple[LinkItem, ...]:
    """Link each page of a part, as seen from any of them; none when there is only one."""
    slices = tuple(pages_of(count, most))
    words = here.context.words
    if len(slices) < 2:
        return ()
    return tuple(
        LinkItem(
            words("site.topic.from_to", first=one.start + 1, last=min(one.stop, count)),
            to_part(key, number, here),
        )
        for number, one in enumerate(slices, start=1)
    )


def block_size(block: Block) -> int:
    """Return how many things a block shows; a chart counts for several."""
    rows = (*block.rows, *block.rest)
    if block.charts:
        return max(len(rows) * PER_PAGE // CHARTS_PER_PAGE, sum(len(chart.rows) for chart in block.charts) // 4)
    return sum(_row_size(row) for row in rows)


def _row_size(row: object) -> int:
    inside = row.rows if isinstance(row, LoadTable) else getattr(row, "items", ())
    return max(1, len(inside) if isinstance(inside, tuple) else 1)


def per_page(block: Block) -> int:
    """Return how many rows of a block stand on one page; a row with things inside stays whole."""
    if not block.charts:
        return PER_PAGE
    longest = max(len(chart.rows) for chart in block.charts)
    heaviest = max(len(chart.wide) + len(chart.narrow) for chart in block.charts)
    return max(1, min(CHARTS_PER_PAGE, CHART_ROWS // max(longest, 1), CHARTS_WEIGHT // max(heaviest, 1)))


def cut_blocks(block: Block) -> tuple[Block, ...]:
    """Cut a block into those of its pages; what was folded away is then open."""
    rows = (*block.rows, *block.rest)
    return tuple(replace(block, rows=rows[one], rest=()) for one in pages_of(len(rows), per_page(block)))


def first_of_block(block: Block, here: Here) -> Block:
    """Return what stays of a block on the page of its topic: the first few, and a line for each that has an anchor."""
    rows: Sequence[object] = (*block.rows, *block.rest)
    whole = any(_row_size(row) > 1 for row in rows) or any(len(chart.rows) > _LONG for chart in block.charts)
    few = 0 if whole else _CHARTS if block.charts else SMALL
    link = LinkItem(here.context.words("site.topic.all", title=block.title), to_part(block.key, 1, here))
    most = per_page(block)
    index = tuple(
        IndexItem(anchor, getattr(row, "title", ""), to_part(block.key, page_at(place, most), here, anchor))
        for place, row in enumerate(rows)
        if place >= few and (anchor := getattr(row, "anchor", ""))
    )
    return replace(block, rows=tuple(rows[:few]), rest=(), all=link, index=index)
