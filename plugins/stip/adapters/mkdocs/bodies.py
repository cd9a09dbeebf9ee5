"""Bodies: what is HTML already goes around the host's Markdown, which takes long over it and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from stip.adapters.mkdocs.published import HostPage

_ANCHOR = re.compile(r'<[a-z][^<>]*?\s(?:id|(?<=a )name)="([^"]*)"')
_FENCE = "\n---\n"


class Bodies:
    """The parts of pages that are away while the host makes Markdown to HTML."""

    def __init__(self) -> None:
        self._away: dict[str, tuple[str, list[tuple[str, str]]]] = {}

    def take(self, markdown: str, page: Page, own: HostPage) -> str:
        """Return the Markdown of a page with a mark where each part of ours was; what others added stays."""
        away = []
        body = own.markdown[own.markdown.index(_FENCE) + len(_FENCE) :].lstrip("\n")
        whole = markdown == body
        left = "" if whole else markdown
        for number, part in enumerate(_split(body, own.prose)):
            mark = f'<div class="stip-away" data-stip-away="{number}"></div>'
            if part == own.prose:
                left += f"{part}\n\n" if whole else ""
            elif whole:
                left += f"{mark}\n\n"
                away.append((mark, part))
            elif left.count(part) == 1:
                left = left.replace(part, mark)
                away.append((mark, part))
        self._away[page.file.src_uri] = (markdown, away)
        return left

    def put_back(self, content: str, page: Page) -> str | None:
        """Return the HTML of a page with our parts; None when a mark is lost: then all must go through Markdown."""
        markdown, away = self._away.pop(page.file.src_uri, ("", []))
        if not away:
            return content
        page.markdown = markdown
        for mark, part in away:
            if content.count(mark) != 1:
                return None
            content = content.replace(mark, part)
        page.present_anchor_ids = Anchors(page.present_anchor_ids or set(), content)  # type: ignore[assignment]
        return content


def _split(body: str, prose: str | None) -> Iterator[str]:
    """Yield the parts of a body in their order: what people wrote, and what is between."""
    for number, part in enumerate(body.split(prose) if prose else [body]):
        if number and prose:
            yield prose
        if inner := part.strip("\n"):
            yield inner


class Anchors(AbstractSet[str]):
    """The anchors of a page, which are looked for only when somebody links to one."""

    def __init__(self, known: AbstractSet[str], content: str) -> None:
        self._known = known
        self._content = content

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset((*self._known, *_ANCHOR.findall(self._content)))

    def __contains__(self, anchor: object) -> bool:
        return anchor in self._known or anchor in self._all

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
