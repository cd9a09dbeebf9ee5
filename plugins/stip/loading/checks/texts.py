"""Texts: they hold no HTML, pictures have words, and links say where they lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.loading.plain import Spot, uncoded
from stip.text.brevity import beginning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stip.loading.declared import Declared
    from stip.loading.source import DataPath

_NESTED = (dict, list)
_MOST = 60
"""How many signs of what is wrong are shown."""
_HTML = re.compile(r"</?[a-zA-Z][^<>]*>")
_EMPTY_WORDS = {"hier", "klik hier", "lees meer", "link", "meer", "here", "click here", "read more", "more"}
_AROUND = " .!…*_<>»→"
"""What may stand around the words of a link without saying more."""
_PICTURE = re.compile(
    r"(?<!\\)!\[\s*\](?:\(\s*<?([^)\s>]*)|\[([^\]\n]*)\])|(<img\b(?![^<>]*\salt\s*=)[^<>]*>)", re.IGNORECASE
)
_LINK = re.compile(r"(?<![!\\])\[([^\[\]]*)\][(\[]|<a\s[^<>]*>([^<]*)</a>", re.IGNORECASE)


def texts_hold_no_html(declared: Declared) -> Iterator[Finding]:
    """No text in YAML holds HTML: it would be shown as it is written."""
    for _, data, source, base in declared.written:
        found: list[tuple[DataPath, str]] = []
        _add_tags(found, data, base)
        for path, tag in found:
            yield Finding("texts_hold_no_html", source.place(path), {"tag": tag[:40]})


def links_say_where_to(declared: Declared) -> Iterator[Finding]:
    """The title of a link tells where it leads, also to those who hear it alone."""
    for step, entry in declared.steps:
        for index, link in enumerate(step.links):
            if _says_nothing(link.title):
                place = entry.place("links", index, "title")
                yield Finding("links_say_where_to", place, {"title": link.title})


def written_pictures_have_words(declared: Declared) -> Iterator[Finding]:
    """A picture in the text of a page is told in words too; said once a file."""

    def wordless(body: str) -> Iterator[Spot]:
        for match in _PICTURE.finditer(body):
            yield Spot(match[1] or match[2] or match[3] or match[0], match.start())

    yield from _by_page("written_pictures_have_words", declared, wordless)


def written_links_say_where_to(declared: Declared) -> Iterator[Finding]:
    """The words of a link in the text of a page tell where it leads; said once a file."""

    def empty(body: str) -> Iterator[Spot]:
        for match in _LINK.finditer(body):
            words = " ".join((match[1] or match[2] or "").split())
            if _says_nothing(words):
                yield Spot(words, match.start())

    yield from _by_page("written_links_say_where_to", declared, empty)


def _says_nothing(title: str) -> bool:
    return title.strip(_AROUND).casefold() in _EMPTY_WORDS


def _by_page(rule: str, declared: Declared, wrong: Callable[[str], Iterator[Spot]]) -> Iterator[Finding]:
    """Yield one finding for every page in whose text something is wrong, at the first place with it."""
    for page in declared.pages.pages:
        if found := list(wrong(uncoded(page.page.body))):
            titles = listing(dict.fromkeys(f"'{beginning(spot.words, _MOST)}'" for spot in found))
            yield Finding(rule, page.place(found[0].start), {"count": len(found), "titles": titles})


def _add_tags(found: list[tuple[DataPath, str]], data: dict[str, Any] | list[Any], path: DataPath) -> None:
    """Add where texts hold HTML, and which."""
    for key, item in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(item, str):
            if "<" in item and (match := _HTML.search(item)):
                found.append(((*path, key), match[0]))
        elif isinstance(item, _NESTED):
            _add_tags(found, item, (*path, key))
