"""The catalogue: every word that Stip itself says, in Dutch and English."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from stip import beside

LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class Words:
    """The catalogue of one language: call it with a key to get the text."""

    language: str
    entries: Mapping[str, str | Mapping[str, str]]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of `key` with its `{placeholders}` filled; `count` chooses between one and other.

        Raises KeyError for a key that the catalogue does not have: a slip in our code, never the user's.
        """
        entry = self.entries[key]
        if not isinstance(entry, str):
            entry = entry["one" if values["count"] == 1 else "other"]
        return entry.format(**values) if values else entry

    def __contains__(self, key: str) -> bool:
        """Tell whether the catalogue has this key."""
        return key in self.entries

    def section(self, prefix: str) -> dict[str, str]:
        """Return the plain texts under `prefix`, by the rest of their keys."""
        return dict(self._sections.get(prefix, {}))

    @functools.cached_property
    def _sections(self) -> Mapping[str, Mapping[str, str]]:
        """The plain texts by every beginning of their keys: to search all of them each time took seconds."""
        found: dict[str, dict[str, str]] = {}
        for key, text in self.entries.items():
            at = key.find(".") if isinstance(text, str) else -1
            while at >= 0:
                found.setdefault(key[:at], {})[key[at + 1 :]] = str(text)
                at = key.find(".", at + 1)
        return found


@functools.cache
def words_for(language: str) -> Words:
    """Load the catalogue of a language. Raises KeyError for a language that Stip does not speak."""
    if language not in LANGUAGES:
        raise KeyError(language)
    texts = [
        (prefix, file.read_text("utf-8")) for prefix, file in _files(resources.files("stip.text") / "words" / language)
    ]
    # To parse them takes as long as to read a small roadmap, and they change only with the program.
    mark = hashlib.sha256(repr(texts).encode()).hexdigest()
    kept = beside.found(f"words.{language}", mark)
    if kept is not None:
        return Words(language, json.loads(kept))
    entries = _parsed(texts)
    beside.keep(f"words.{language}", mark, json.dumps(entries).encode())
    return Words(language, entries)


def _parsed(texts: Iterable[tuple[str, str]]) -> dict[str, str | Mapping[str, str]]:
    """Return every entry by its whole key, of the texts of files with how their keys begin."""
    import yaml  # noqa: PLC0415 - needed only when the program has changed

    entries: dict[str, str | Mapping[str, str]] = {}
    for prefix, text in texts:
        entries.update(_flat(yaml.load(text, Loader=yaml.CSafeLoader) or {}, prefix))
    return entries


def _files(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    """Yield every file with how its keys begin: its own name, or that of the folder that it shares with others."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from ((item.name, file) for _, file in _files(item))
        elif item.name.endswith(".yaml"):
            yield item.name.removesuffix(".yaml"), item


def _flat(tree: Mapping[str, Any], prefix: str) -> dict[str, str | Mapping[str, str]]:
    flat: dict[str, str | Mapping[str, str]] = {}
    for key, value in tree.items():
        name = f"{prefix}.{key}"
        if isinstance(value, dict) and set(value) != {"one", "other"}:
            flat.update(_flat(value, name))
        else:
            flat[name] = value if isinstance(value, dict) else str(value)
    return flat
