"""Moves: what another id changes in the addresses of a site, and in the links to them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from stip.editing.texts import Part
from stip.loading.content import is_elsewhere
from stip.loading.plain import uncoded
from stip.pages.addresses import Addresses, goal_anchor
from stip.text.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stip.model import Roadmap
    from stip.text.words import Words

_FORM = r"(?:/index)?(?:\.md|\.html|\.ics|\.js)?/?"
"""How the address of a page may end: as a file, or as a folder."""
_INDEX = re.compile(rf"(?:(?:^|/)index)?{_FORM}$")
_PRINT = r"(?:-mono)?(?:-bleed|-a\d|-proof|-form|-\d+)?\.\w+"
_CHOSEN = {"unit": "department", "persona": "persona"}
"""By which parameter the page of the route is asked for a record."""
_LINKS = (
    re.compile(r"\]\(\s*<?(?P<to>[^)\s>]+)"),
    re.compile(r"^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*<?(?P<to>[^\s>]+)", re.MULTILINE),
    re.compile(r"""\b(?:href|src)\s*=\s*(["'])(?P<to>[^"'\n]+)\1""", re.IGNORECASE),
    re.compile(r"""(?P<to>https?://[^\s<>"')\]]*[^\s<>"')\].,;:!?*])"""),
)
"""How Markdown and the HTML in it lead somewhere."""


@dataclass(frozen=True)
class Moves:
    """What the new id of one record changes in addresses; empty where nothing of it has an address.

    Of `page`, (without its form), the last part is `old`; on any page of `home` an `anchor` is `old`; `query` is the
    parameter by which the page `route` chooses it; `prints` is how the files to print of it are called.
    """

    root: str = ""
    old: str = ""
    new: str = ""
    page: str = ""
    home: str = ""
    anchor: tuple[str, str] = ("", "")
    route: str = ""
    query: str = ""
    prints: re.Pattern[str] | None = None

    @classmethod
    def of(cls, roadmap: Roadmap, kind: str, old: str, new: str) -> Moves:
        """Return what changes for a record of a roadmap that has it under its old id."""
        words = words_for(roadmap.settings.language)
        addresses, root, prints = Addresses.of(words), roadmap.settings.root, _prints(words, kind, old)
        page, anchor = _place(roadmap, addresses, kind, old)
        if not anchor:
            there, _ = _place(roadmap, addresses, kind, old, new)
            parameter = f"route.parameter.{_CHOSEN.get(kind, '')}"
            query = words(parameter) if parameter in words else ""
            route = _stem(addresses.route) if query else ""
            was, now = posixpath.basename(_stem(page)), posixpath.basename(_stem(there))
            return cls(root, was, now, page=_stem(page), route=route, query=query, prints=prints)
        anchors = (anchor, f"{anchor.removesuffix(old)}{new}")
        return cls(root, old, new, home=_stem(page), anchor=anchors, prints=prints)

    def parts(self, address: str, folders: Sequence[str] = ("",), here: str = "") -> list[Part]:
        """Return what changes in an address; `folders` are where a relative one may count from, `here` the own page."""
        start = len(self.root) if self.root and address.startswith(self.root) else 0
        if not start and is_elsewhere(address):
            return []
        end = next((place for place, sign in enumerate(address) if sign in "?#" and place >= start), len(address))
        path, (query, mark, anchor) = address[start:end], address[end:].partition("#")
        rooted = start or path.startswith("/")
        paths = [self._from_root(path)] if rooted else [posixpath.join(folder, path) for folder in folders]
        found = {posixpath.normpath(one).strip("/") for one in paths} if path else {here}
        parts = self._in_path(path, found, start)
        pages = {_stem(one) for one in found}
        if mark and self.anchor[0] and anchor == self.anchor[0] and self.home in pages:
            parts.append(Part(end + len(query) + 1, len(address), self.anchor[1]))
        if self.query and self.route in pages:
            wanted = re.finditer(rf"[?&]{re.escape(self.query)}=(?P<id>{re.escape(self.old)})(?=&|$)", query)
            parts += [Part(end + one.start("id"), end + one.end("id"), self.new) for one in wanted]
        return parts

    def _in_path(self, path: str, found: set[str], start: int) -> list[Part]:
        if self.page:
            pages = {self.page, f"{self.route}/{self.page}"} if self.route else {self.page}
            match = re.search(rf"(?:^|/)(?P<id>{re.escape(self.old)}){_FORM}$", path)
            if match and any(re.fullmatch(f"{re.escape(page)}{_FORM}", one) for page in pages for one in found):
                return [Part(start + match.start("id"), start + match.end("id"), self.new)]
        for one in found:
            match = self.prints.fullmatch(one) if self.prints else None
            if match and (place := path.rfind(one[match.start("id") :])) >= 0:
                return [Part(start + place, start + place + len(self.old), self.new)]
        return []

    def _from_root(self, path: str) -> str:
        """Return a path from the root of the host as one from the root of the site."""
        below = urlsplit(self.root).path.strip("/")
        bare = path.lstrip("/")
        return bare.removeprefix(f"{below}/") if below else bare

    def in_markdown(self, text: str, file: str) -> Iterator[Part]:
        """Yield what changes in the text of a page; `file` is its slash path in the content folder.

        Examples of code and what is commented out stay. A relative address counts from the file, or from the page.
        """
        here = _stem(file)
        folders = tuple(dict.fromkeys((posixpath.dirname(file), here)))
        seen: set[Part] = set()
        bare = uncoded(text)
        for pattern in _LINKS:
            for match in pattern.finditer(bare):
                for part in self.parts(match["to"], folders, here):
                    moved = Part(match.start("to") + part.start, match.start("to") + part.end, part.new)
                    if moved not in seen:
                        seen.add(moved)
                        yield moved


def _stem(path: str) -> str:
    """Return the address of a page without its form: that of an index is its folder."""
    return _INDEX.sub("", path)


def _place(roadmap: Roadmap, addresses: Addresses, kind: str, id_: str, as_: str = "") -> tuple[str, str]:
    """Return the path of the page on which a record stands, and its anchor there (empty: the page is its own).

    With `as_` as if that were its id.
    """
    own = {"unit": addresses.unit, "persona": addresses.persona, "question": addresses.question}
    if kind in own:
        return own[kind](as_ or id_), ""
    if kind == "step":
        return addresses.unit(roadmap.unit_of[id_].id), id_
    if kind == "goal":
        return addresses.mission, goal_anchor(id_)
    practice = roadmap.practice[kind, id_]
    return addresses.practice(practice.model_copy(update={"id": as_ or id_}))


def _prints(words: Words, kind: str, id_: str) -> re.Pattern[str] | None:
    """Return how the files to print of a record are called; None for a kind of which nothing is printed."""
    folder, size = re.escape(words("site.path.poster")), r"(?:poster|workshop)-a\d(?:-portrait)?"
    named = {"unit": rf"(?:team|{size})", "goal": f"{size}-goal"}
    return re.compile(rf"{folder}/{named[kind]}-(?P<id>{re.escape(id_)}){_PRINT}") if kind in named else None
