"""Searching: what the host's search found in a page is kept, for the same page gives the same."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stip.adapters.mkdocs.reading import KNOWN, Section, read
from stip.cache import Cache, Maker
from stip.processes import in_shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

_SEARCH = Maker(())
_PLUGIN = "material/search"
_FEW = 25
"""So many pages are not worth a process of their own."""


class Entries:
    """The entries of the search index by page, of the last build and of this one."""

    def __init__(self, cache: Cache, about: object) -> None:
        """Read what is kept; `about` is for which site."""
        self.cache = cache
        self._about = about
        self._key = ""
        self._known = False
        self._kept: dict[str, str] = {}
        self._used: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._pages: dict[str, list[Any]] = {}
        self._ahead: dict[str, list[Section] | None] = {}

    def attend(self, config: MkDocsConfig) -> None:
        """Let the search of a build take what is kept; another search than the one that we know stays as it is."""
        self._used, self._ahead = {}, {}
        search = config.plugins.get(_PLUGIN)
        index = getattr(search, "search_index", None)
        add = getattr(index, "add_entry_from_context", None)
        if not (callable(add) and isinstance(getattr(index, "entries", None), list)):
            return
        if not self._key:
            mark = _mark(search)
            self._known = mark in KNOWN
            self._key = _SEARCH.key("search", self._about, mark, bool(sys.modules.get("jieba")))
            self._kept = _read(self.cache.read(self._key))
        index.add_entry_from_context = self._adding(index, add)  # type: ignore[union-attr]

    def read_ahead(self, pages: Iterable[Page]) -> None:
        """Read all pages that are not kept, several at once where there are many."""
        if not self._known:
            return
        new = {
            key: page.content or "" for page in pages if not _is_shut(page) and (key := _told(page)) not in self._kept
        }
        found = in_shares(lambda some: [read(content) for content in some], tuple(new.values()), least=_FEW)
        self._ahead = dict(zip(new, found, strict=True))

    def _adding(self, index: Any, add: Callable[[Page], None]) -> Callable[[Page], None]:
        known = self._known

        def adding(page: Page) -> None:
            key = _told(page)
            found = self._kept.get(key)
            before = len(index.entries)
            if found is None:
                sections = self._ahead.get(key) or (read(page.content or "") if known and not _is_shut(page) else None)
                if sections is None:
                    add(page)
                for section in sections or ():
                    if not section.is_excluded():
                        index.create_entry_for_section(section, page.toc, page.url, page)
                found = json.dumps(index.entries[before:], ensure_ascii=False, default=str)
            else:
                index.entries += json.loads(found)
            self._used[key] = found
            self._keys[page.file.src_uri] = key
            self._pages[page.file.src_uri] = index.entries[before:]

        return adding

    def complete(self, config: MkDocsConfig, order: Iterable[str]) -> None:
        """Give the search the entries of all pages in their order, also of those that were not made again."""
        index = getattr(config.plugins.get(_PLUGIN), "search_index", None)
        if self._key and index is not None and isinstance(getattr(index, "entries", None), list):
            there = [path for path in order if path in self._pages]
            index.entries = [entry for path in there for entry in self._pages[path]]
            self._pages = {path: self._pages[path] for path in there}
            self._keys = {path: self._keys[path] for path in there}

    def keep(self, *, on_disk: bool) -> None:
        """Keep what this build found, for the next."""
        found = self._kept | self._used
        newest = {key: found[key] for key in self._keys.values() if key in found}
        if on_disk and newest and newest.keys() != self._kept.keys():
            self.cache.write(self._key, "\n".join(f"{key}{text}" for key, text in newest.items()).encode())
        self._kept = newest


def _read(content: bytes | None) -> dict[str, str]:
    lines = content.decode().split("\n") if content else []
    return {line[:64]: line[64:] for line in lines}


def _mark(search: object) -> str:
    """Return a mark of the program that reads pages for the search."""
    file = sys.modules[type(search).__module__].__file__
    return hashlib.sha256(Path(file).read_bytes()).hexdigest() if file else ""


def _is_shut(page: Page) -> bool:
    """Tell whether a page keeps out of the search."""
    return bool((page.meta.get("search") or {}).get("exclude"))


def _told(page: Page) -> str:
    """Return a mark of all that the entries of a page are made of."""
    meta = page.meta
    facts = (page.url, str(meta.get("title", page.title)), meta.get("tags"), meta.get("search"), _flat(page.toc))
    told = hashlib.sha256(repr(facts).encode("utf-8", "surrogatepass"))
    told.update((page.content or "").encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def _flat(toc: Iterable[AnchorLink]) -> list[object]:
    return [(item.id, item.url, _flat(item.children)) for item in toc]
