"""Keeping: a whole site as it was made, found again as long as nothing that decides it has changed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stip.adapters.mkdocs.inputs import Named, Request, digest, seen
from stip.adapters.mkdocs.published import Found, Published, Told, packed, unpacked
from stip.cache import Cache, Maker, folder_for, new_run, program_mark
from stip.closed import Closed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SITE = Maker(())
_LARGE = 100_000
"""A file beside the pages of so many bytes is kept by itself: most are the same in the next version of a site."""


@dataclass
class Shelf:
    """The sites of one project that are kept, for one request."""

    request: Request
    cache: Cache
    mark: str
    """That of this program."""

    @classmethod
    def of(cls, request: Request) -> Shelf:
        """Open what the project of a request keeps for its audience."""
        folder = request.project / folder_for(request.audience)
        new_run(folder)
        cache = Cache(folder)
        return cls(request, cache, program_mark(cache))

    def named(self) -> Named:
        """Return what the roadmap named of the disk when it was last made; nothing when it never was."""
        try:
            return Named.of(json.loads(self.cache.read(self._named_key) or b""))
        except (ValueError, TypeError):
            return Named()

    def before(self, named_now: Callable[[Request], Named]) -> tuple[Named, str]:
        """Return a digest of the inputs as they are before anything is read, and of which names of the disk it is."""
        named = Named(*named_now(self.request).plain())
        try:
            return named, digest(self.request, named)
        except OSError:
            return named, ""

    def digest(self) -> str:
        """Return a digest of the inputs as they are; empty when they cannot be read."""
        try:
            return digest(self.request, self.named())
        except OSError:
            return ""

    def digest_of(self, before: tuple[Named, str], named: Named) -> str:
        """Return the digest of the inputs; empty when one of them was changed while the site was made."""
        try:
            if digest(self.request, before[0]) != before[1] or replace(named, documents=()) != before[0]:
                return ""
            return digest(self.request, named)
        except OSError:
            return ""

    def find(self, inputs: str) -> tuple[Found, Published] | None:
        """Return the site of these inputs, whole, when it is kept."""
        try:
            told = self.cache.read(self._key(inputs)) if inputs else None
            if told is None:
                return None
            head: dict[str, Any] = json.loads(told)
            bundle = self.cache.read(head["site"])
            large = {path: self.cache.read(key) or b"" for path, key in head["large"].items()}
            if bundle is None or not all(large.values()):
                return None
            made = unpacked(bundle)
            order = head["order"]
            assets = {**made.assets, **large}
            found = _found(head["found"], self.request.project)
            return found, _with(made, {path: assets[path] for path in order})
        except (OSError, ValueError, TypeError, KeyError):
            return None  # what cannot be read is made

    def name(self, named: Named) -> None:
        """Keep what the roadmap names of the disk."""
        self.cache.write(self._named_key, json.dumps(named.plain()).encode())

    def keep(self, inputs: str, named: Named, found: Found, made: Published) -> None:
        """Keep the site of these inputs; `named` is what its roadmap names."""
        key = self._key(inputs)
        large = {path: content for path, content in made.assets.items() if len(content) >= _LARGE}
        small = {path: content for path, content in made.assets.items() if path not in large}
        head: dict[str, Any] = {
            "found": _plain(found, self.request.project),
            "site": _SITE.key("bundle", key),
            "large": {path: _SITE.key("file", content) for path, content in large.items()},
            "order": list(made.assets),
        }
        for path, own in head["large"].items():
            if self.cache.read(own) is None:
                self.cache.write(own, large[path])
        self.cache.write(_SITE.key("bundle", key), packed(_with(made, small)))
        self.name(named)
        self.cache.write(key, json.dumps(head).encode())

    def _key(self, inputs: str) -> str:
        return _SITE.key("site", self.mark, inputs)

    @property
    def _named_key(self) -> str:
        return _SITE.key("named", self.mark, self.request.asked())


def _with(made: Published, assets: Mapping[str, bytes]) -> Published:
    return Published(**{**made.__dict__, "assets": assets})


def _plain(found: Found, project: Path) -> dict[str, Any]:
    told, closed = found.told, found.closed

    return {
        "language": found.language,
        "told": [told.lines, told.count, told.failing, told.failing_strictly],
        "inputs": [seen(path, project) for path in found.inputs],
        "closed": [
            seen(closed.folder, project),
            seen(closed.content, project),
            closed.patterns,
            sorted(seen(path, project) for path in closed.documents),
            closed.apart,
        ],
    }


def _found(plain: Mapping[str, Any], project: Path) -> Found:
    lines, count, failing, failing_strictly = plain["told"]
    folder, content, patterns, documents, apart = plain["closed"]
    return Found(
        language=plain["language"],
        told=Told(tuple((level, text) for level, text in lines), count, failing, failing_strictly),
        inputs=tuple(_path(project, path) for path in plain["inputs"]),
        closed=Closed(
            _path(project, folder),
            _path(project, content),
            tuple(patterns),
            frozenset(_path(project, path).resolve() for path in documents),
            apart,
        ),
    )


def _path(project: Path, seen: str) -> Path:
    return Path(os.path.normpath(project / seen))
