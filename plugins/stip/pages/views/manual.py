"""The pages of the manual for maintainers: its index, and a page of each chapter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from stip.pages.manual import Chapter, code_anchor
from stip.pages.views.items import LinkItem
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class ManualView:
    """All that the index shows: the pages of keys, and those of messages."""

    frame: Frame
    lead: str
    keys: tuple[LinkItem, ...]
    messages: tuple[LinkItem, ...]


@as_view
class ChapterView:
    """All that a chapter shows; `jump` leads to its parts, `codes` to where the codes that it names are explained.

    `pages` are all other chapters: the site may have an index of its own, which need not name them.
    """

    frame: Frame
    chapter: Chapter
    jump: tuple[LinkItem, ...]
    codes: Mapping[str, str]
    pages: tuple[LinkItem, ...]


def manual_view(here: Here) -> ManualView:
    """Gather the index."""
    words, chapters = here.context.words, here.context.manual.chapters
    return ManualView(
        frame=frame(here, words("manual.title"), words("manual.description")),
        lead=words("manual.lead"),
        keys=_links((chapter for chapter in chapters if chapter.records), here),
        messages=_links((chapter for chapter in chapters if chapter.messages), here),
    )


def chapter_view(chapter: Chapter, here: Here) -> ChapterView:
    """Gather a chapter."""
    words, manual = here.context.words, here.context.manual
    index = LinkItem(words("manual.title"), here.to(here.context.addresses.manual))
    named = {code for record in chapter.records for code in record.codes}
    parts = [LinkItem(one.title, f"#{one.anchor}") for one in chapter.records]
    parts += [LinkItem(one.code, f"#{one.anchor}") for one in chapter.messages]
    return ChapterView(
        frame=frame(here, chapter.title, chapter.description, index),
        chapter=chapter,
        jump=tuple(parts),
        codes={code: here.to(path, code_anchor(code)) for code, path in manual.codes.items() if code in named},
        pages=_links((one for one in manual.chapters if one is not chapter), here),
    )


def _links(chapters: Iterable[Chapter], here: Here) -> tuple[LinkItem, ...]:
    return tuple(LinkItem(chapter.menu, here.to(chapter.path)) for chapter in chapters)
