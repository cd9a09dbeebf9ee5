"""What pages would ask of other servers: told with what to do, because many offices have no way out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from stip.hosting.outside import asked, asked_by_style, draws_with_mermaid, server_of
from stip.text.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from stip.text.words import Words

log = get_plugin_logger("stip")

_FETCHING = ("privacy", "social")
"""Plugins of the theme that fetch something from the internet while a site is built."""
_FEW = 3
"""Of so many pages the names are told; of more the number."""


@dataclass
class Outside:
    """What the pages of one build ask of other servers, and where."""

    allowed: frozenset[str] = frozenset()
    """The servers that they may ask, the site's own among them."""
    has_mermaid: bool = False
    """Whether the site brings the program that draws its Mermaid."""
    found: dict[str, list[str]] = field(default_factory=dict)
    """Addresses, each with the pages that ask for it."""
    drawn: list[str] = field(default_factory=list)
    """Pages for which the theme would fetch Mermaid."""
    seen: dict[str, tuple[tuple[str, ...], bool]] = field(default_factory=dict)
    """What each page asks for, and whether the theme would fetch Mermaid for it."""

    @classmethod
    def of(cls, config: MkDocsConfig, allowed: Iterable[str]) -> Outside:
        """Begin a build: `allowed` are the addresses of servers that may be asked."""
        own = (config.site_url or "", *allowed)
        scripts = (str(script) for script in config.extra_javascript)
        mermaid = any("mermaid" in script and not server_of(script) for script in scripts)
        return cls(frozenset(server for one in own if (server := server_of(one))), mermaid)

    def look(self, output: str, page: str) -> None:
        """Note what a finished page asks for."""
        self.seen[page] = (tuple(asked(output, self.allowed)), not self.has_mermaid and draws_with_mermaid(output))

    def complete(self, before: Outside, order: Iterable[str]) -> None:
        """Know of pages that were not made again what was known, in the order of all."""
        known = before.seen | self.seen
        self.seen = {path: known[path] for path in order if path in known}

    def report(self, config: MkDocsConfig, language: str) -> None:
        """Look through the site's own styles too, and warn of everything that was found."""
        words = words_for(language)
        for page, (addresses, drawn) in self.seen.items():
            for address in addresses:
                self._note(address, page)
            self.drawn += [page] if drawn else []
        for style in dict.fromkeys(str(one) for one in config.extra_css):
            file = Path(config.site_dir) / style
            if not server_of(style) and file.is_file():
                for address in asked_by_style(file.read_text("utf-8", errors="replace"), self.allowed):
                    self._note(address, style)
        for address, pages in sorted(self.found.items()):
            where = self._where(pages, words)
            log.warning("%s", words("hosting.outside.asks", where=where, address=address, server=server_of(address)))
        if self.drawn:
            log.warning("%s", words("hosting.outside.mermaid", where=self._where(self.drawn, words)))

    def _note(self, address: str, page: str) -> None:
        pages = self.found.setdefault(address, [])
        if page not in pages[-1:]:
            pages.append(page)

    @staticmethod
    def _where(pages: list[str], words: Words) -> str:
        if len(pages) > _FEW:
            return words("hosting.outside.many", count=len(pages), first=pages[0])
        return ", ".join(pages)


def tell_of_fetching(config: MkDocsConfig, language: str) -> None:
    """Say which plugins ask the internet for something while they build; a build with a way out may need them."""
    for key, plugin in config.plugins.items():
        name = key.rpartition("/")[2]
        if name in _FETCHING and getattr(plugin.config, "enabled", True):
            log.info("%s", words_for(language)("hosting.outside.plugin", name=name))
