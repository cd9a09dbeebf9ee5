"""A block: what the page of a topic shows of many practices together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stip.pages.links import Here
    from stip.pages.views.items import LinkItem


@dataclass(frozen=True)
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


def block(shape: str, key: str, rows: Iterable[object], here: Here, link: LinkItem | None = None) -> Block:
    """Make a block; its title and lead are in the catalogue under its key."""
    words = here.context.words
    return Block(shape, key, words(f"site.block.{key}"), words(f"site.block.{key}_lead"), tuple(rows), link)
