"""Sources: YAML text as plain data in which every key and value knows its place; the owner of PyYAML."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml

from stip.loading.findings import Finding
from stip.loading.scalars import is_text, read_scalar
from stip.loading.syntax import explain
from stip.problems import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DataPath = tuple[str | int, ...]
Spots = int | list[Any]
"""Where a value begins in the text, and what is in it: numbers and lists alone."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser, ten times as fast; the one in Python where the C one was not built."""

PARSER = f"PyYAML {yaml.__version__} {LOADER.__name__}"
"""Which parser that is; what it read may be another thing by the next."""
_DEPTH = 40
_FEW = 2
_ITEM = 2
"""How long the path of an item in one of the lists of a file is: the key of the list, and its index."""


@dataclass(frozen=True)
class Source:
    """One file's data (mappings, lists, text, numbers, true/false, None) with the place of everything in it.

    A path is the tuple of keys and indexes that leads to a value. `spots` tells where in the `text` everything begins,
    in the form of the data itself: a number for a scalar; for a list its own beginning and the spots of its items;
    for a mapping its own, and then of every key the beginning and the spots of its value. Nobody asks for most of
    them, so that lines and columns are counted only when somebody does. `forms` holds what numbers and words of
    YAML looked like, where that is not how Python writes them; `spoilt` the paths of values that are wrong in
    themselves: empty, changed by YAML, given twice.
    """

    file: str
    data: Any = None
    text: str = ""
    spots: Spots | None = None
    forms: Mapping[DataPath, str] = field(default_factory=dict)
    spoilt: frozenset[DataPath] = frozenset()

    def place(self, path: DataPath) -> Place:
        """Return the place of the value at `path`, or of the nearest thing around it."""
        _, spots = self._spots(path)
        return Place(self.file) if spots is None else self._at(spots)

    def key_place(self, path: DataPath) -> Place:
        """Return the place of the key at `path`; of its value when it stands in a list."""
        key, _ = self._spots(path)
        return self.place(path) if key is None else self._at(key)

    def written(self, path: DataPath) -> str | None:
        """Return the scalar at a path as it is written; None for what is no scalar, or not there."""
        value = self.data
        for part in path:
            if not (
                part in value if isinstance(value, dict) else isinstance(value, list) and part in range(len(value))
            ):
                return None
            value = value[part]
        return None if isinstance(value, dict | list) else self.forms.get(path, str(value))

    def spoilt_in(self, path: DataPath) -> tuple[DataPath, ...]:
        """Return the paths, inside the value at `path`, of what is spoilt there."""
        if not self.spoilt:
            return ()
        end = len(path)
        near = self._spoilt_items.get(path[:_ITEM], ()) if end >= _ITEM else self.spoilt
        return tuple(spoilt[end:] for spoilt in near if spoilt[:end] == path)

    def spoilt_ends(self, path: DataPath) -> bool:
        """Tell whether something directly in the value at `path` is spoilt."""
        return any(len(spoilt) == 1 for spoilt in self.spoilt_in(path))

    def _spots(self, path: DataPath) -> tuple[int | None, Spots | None]:
        """Return where the key at `path` begins and the spots of its value, else the spots of what is around it."""
        data, spots, key = self.data, self.spots, None
        for part in path:
            if not isinstance(spots, list):
                return None, spots
            if isinstance(data, dict):
                if part not in data:
                    return None, spots
                at = 2 * [*data].index(part) + 1
                key, spots = spots[at], spots[at + 1]
            else:
                if not isinstance(part, int) or part >= len(data):
                    return None, spots
                key, spots = None, spots[part + 1]
            data = data[part]
        return key, spots

    def _at(self, spots: Spots) -> Place:
        """Return the line and column at which something begins."""
        start = spots if isinstance(spots, int) else spots[0]
        line = bisect.bisect_right(self._lines, start)
        return Place(self.file, line, start - self._lines[line - 1] + 1)

    @cached_property
    def _lines(self) -> list[int]:
        """Where in the text each line begins."""
        return [0, *(end.end() for end in re.finditer("\n", self.text))]

    @cached_property
    def _spoilt_items(self) -> Mapping[DataPath, list[DataPath]]:
        """What is spoilt, by the item of a list in which it is: a large file has many of both."""
        found: dict[DataPath, list[DataPath]] = {}
        for spoilt in self.spoilt:
            found.setdefault(spoilt[:_ITEM], []).append(spoilt)
        return found


def read_source(text: str, file: str) -> tuple[Source, list[Finding]]:
    """Read one YAML document; text that is not YAML gives a source without data, and why it does."""
    reader = _Reader(text, file)
    try:
        return reader.read(), reader.findings
    except _Unreadable as stop:
        return Source(file), [*reader.findings, stop.finding]
    except yaml.MarkedYAMLError as error:
        mark, around = error.problem_mark, error.context_mark
        finding = explain(
            text,
            file,
            error.problem or "",
            (mark.line, mark.column) if mark else (0, 0),
            (around.line, around.column) if around else None,
        )
        return Source(file), [*reader.findings, finding]
    except yaml.YAMLError:
        return Source(file), [*reader.findings, Finding("syntax", Place(file, 1, 1))]


class _Unreadable(Exception):  # noqa: N818 - it stops the reading and never leaves this module
    """Something that we refuse to read."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


class _Reader:
    """Builds data from the parser's events, so that nothing is expanded, converted or merged unseen.

    A large roadmap has a million events: `path` is one list that grows and shrinks, and a scalar is read where it is
    met.
    """

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.findings: list[Finding] = []
        self.path: list[str | int] = []
        self.forms: dict[DataPath, str] = {}
        self.spoilt: set[DataPath] = set()

    def read(self) -> Source:
        data: Any = None
        spots: list[Spots] = []
        documents = 0
        parser = LOADER(self.text)
        self.next: Callable[[], Any] = parser.get_event
        try:
            while not isinstance(event := self.next(), yaml.StreamEndEvent):
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        raise _Unreadable(Finding("documents", self._place(event)))
                    data = self._value(self.next(), spots)
        finally:
            parser.dispose()
        forms, spoilt = self.forms, frozenset(self.spoilt)
        return Source(self.file, data, self.text, spots[0] if spots else None, forms, spoilt)

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _value(self, event: Any, around: list[Spots]) -> Any:
        """Return what an event begins, and add its spots to those of what is around it."""
        if event.anchor is not None or event.tag is not None or len(self.path) > _DEPTH:
            self._refuse(event)
        sort, start = type(event), event.start_mark.index
        if sort is yaml.ScalarEvent:
            around.append(start)
            text = event.value
            return text if is_text(text, plain=event.implicit[0]) else self._scalar(event)
        spots: list[Spots] = [start]
        around.append(spots)
        if sort is yaml.MappingStartEvent:
            return self._mapping(spots, braces=bool(event.flow_style))
        return self._sequence(spots)

    def _refuse(self, event: Any) -> None:
        """Refuse what we do not read: what an event says of itself, or how deep it stands."""
        place = self._place(event)
        if event.anchor:
            raise _Unreadable(Finding("anchor", place, {"name": event.anchor}))
        if event.tag:
            raise _Unreadable(Finding("tag", place, {"tag": event.tag.replace("tag:yaml.org,2002:", "!!")}))
        if len(self.path) > _DEPTH:
            raise _Unreadable(Finding("too_deep", place, {"depth": _DEPTH}))

    def _scalar(self, event: Any) -> Any:
        text = event.value
        value, finding = read_scalar(text, self._place(event), plain=event.implicit[0])
        if str(value) != text:
            self.forms[tuple(self.path)] = text
        if finding is not None:
            self._spoil(finding)
        return value

    def _sequence(self, spots: list[Spots]) -> list[Any]:
        items: list[Any] = []
        path, key = self.path, ""
        path.append(0)
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            path[-1] = len(items)
            item = self._value(event, spots)
            if item is None:
                key = key or next((part for part in reversed(path) if isinstance(part, str)), "")
                self._spoil(Finding("empty_value", self._place(event), {"key": key}))
            items.append(item)
        path.pop()
        return items

    def _mapping(self, spots: list[Spots], *, braces: bool) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        places: dict[str, Place] = {}
        repeats: dict[str, Place] = {}
        path = self.path
        path.append("")
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self._key(event)
            path[-1] = key
            if key in mapping:
                self.spoilt.add(tuple(path))
                repeats[key] = self._place(event)
                self._skip(self.next())
                continue
            spots.append(event.start_mark.index)
            value = mapping[key] = self._value(self.next(), spots)
            if value is None:
                places[key] = self._place(event)
        if repeats:
            self._note_repeats(repeats, spots, [*mapping])
        if not braces or len(places) < len(mapping):  # {naam} was meant as a text
            for key, place in places.items():
                path[-1] = key
                self._spoil(Finding("empty_value", place, {"key": key}))
        path.pop()
        return mapping

    def _key(self, event: Any) -> str:
        if type(event) is not yaml.ScalarEvent:
            raise _Unreadable(Finding("key_not_text", self._place(event)))
        key: str = event.value
        if key == "<<" and event.implicit[0]:
            raise _Unreadable(Finding("merge_key", self._place(event)))
        if event.anchor:
            raise _Unreadable(Finding("anchor", self._place(event), {"name": event.anchor}))
        return key

    def _note_repeats(self, repeats: dict[str, Place], spots: list[Spots], keys: list[str]) -> None:
        """Say once that keys are repeated: many in a row are the keys of a thing whose first line was lost."""
        many = len(repeats) > _FEW
        for key, place in [*repeats.items()][: 1 if many else None]:
            first = spots[2 * keys.index(key) + 1]
            other = self.text.count("\n", 0, first if isinstance(first, int) else 0) + 1
            values = {"key": key, "keys": ", ".join(repeats), "other": other}
            self.findings.append(Finding("repeated_keys" if many else "repeated_key", place, values))

    def _spoil(self, finding: Finding) -> None:
        self.spoilt.add(tuple(self.path))
        self.findings.append(finding)

    def _skip(self, event: Any) -> None:
        """Pass over the value of a repeated key."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            event = self.next()
