"""Addresses: the pages that the site makes itself, as people may write them in a link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.text.words import words_for

if TYPE_CHECKING:
    from stip.model import Roadmap

_TAIL = re.compile(r"[?#].*")
_FORM = re.compile(r"(/|(^|/)index)?(\.md|\.html|\.ics)?/?$")
_MADE = ("poster", "data")
"""Folders of files that are made: which, depends on the settings of the site."""


@dataclass(frozen=True)
class Inside:
    """The pages of a site by their address, without its form; and the folders in which it makes files."""

    pages: frozenset[str]
    folders: tuple[str, ...]

    @classmethod
    def of(cls, roadmap: Roadmap) -> Inside:
        """Return the pages that there can be for a roadmap: one without anything on it is not made."""
        names = words_for(roadmap.settings.language).section("site.path")
        records = {"departments": roadmap.units, "personas": roadmap.personas, "questions": roadmap.questions}
        found = {"", *names.values()}
        found |= {f"{names[folder]}/{id_}" for folder, ids in records.items() for id_ in ids}
        own = [one for one in roadmap.practices if one.own_page]
        found |= {f"{names.get(one.topic, one.topic)}/{one.id}" for one in own}
        return cls(frozenset(found), tuple(f"{names[name]}/" for name in _MADE))

    def holds(self, address: str) -> bool:
        """Tell whether an address inside the site is that of a page, or lies in a folder of files that are made."""
        path = _TAIL.sub("", address).lstrip("/").removeprefix("./")
        return path.startswith(self.folders) or _FORM.sub("", path) in self.pages
