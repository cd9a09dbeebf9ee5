"""Texts: they hold no HTML, and links say where they lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.declared import Declared
    from stip.loading.source import DataPath

_HTML = re.compile(r"</?[a-zA-Z][^<>]*>")
_EMPTY_WORDS = {"hier", "klik hier", "lees meer", "link", "meer", "here", "click here", "read more", "more"}


def texts_hold_no_html(declared: Declared) -> Iterator[Finding]:
    """No text in YAML holds HTML: it would be shown as it is written."""
    for _, data, source, base in declared.written:
        for path, text in _texts(data):
            if match := _HTML.search(text):
                place = source.place((*base, *path))
                yield Finding("texts_hold_no_html", place, {"tag": match[0][:40]})


def links_say_where_to(declared: Declared) -> Iterator[Finding]:
    """The title of a link tells where it leads, also to those who hear it alone."""
    for step, entry in declared.steps:
        for index, link in enumerate(step.links):
            if link.title.strip(" .!…").casefold() in _EMPTY_WORDS:
                place = entry.place("links", index, "title")
                yield Finding("links_say_where_to", place, {"title": link.title})


def _texts(data: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    if isinstance(data, str):
        yield path, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, item in items:
        yield from _texts(item, (*path, key))
