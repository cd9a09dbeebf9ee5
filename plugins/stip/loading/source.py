"""Sources: YAML text as plain data in which every key and value knows its place; the owner of PyYAML."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml

from stip.loading.findings import Finding
from stip.loading.scalars import read_scalar
from stip.loading.syntax import explain
from stip.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DataPath = tuple[str | int, ...]

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser, ten times as fast; the one in Python where the C one was not built."""

_DEPTH = 40
_FEW = 2
_ITEM = 2
"""How long the path of an item in one of the lists of a file is: the key of the list, and its index."""
_ROOT: DataPath = ()


@dataclass(frozen=True)
class Source:
    """One file's data (mappings, lists, text, numbers, true/false, None) with the place of everything in it.

    A path is the tuple of keys and indexes that leads to a value. `written` holds the scalars as they are
    written; `spoilt` the paths of values that are wrong in themselves: empty, changed by YAML, given twice.
    """

    file: str
    data: Any = None
    values: Mapping[DataPath, Place] = field(default_factory=dict)
    keys: Mapping[DataPath, Place] = field(default_factory=dict)
    written: Mapping[DataPath, str] = field(default_factory=dict)
    spoilt: frozenset[DataPath] = frozenset()

    def place(self, path: DataPath) -> Place:
        """Return the place of the value at `path`, or of the nearest thing around it."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.values:
                return self.values[path[:end]]
        return Place(self.file)

    def key_place(self, path: DataPath) -> Place:
        """Return the place of the key at `path`; of its value when it stands in a list."""
        return self.keys.get(path) or self.place(path)

    def spoilt_in(self, path: DataPath) -> tuple[DataPath, ...]:
        """Return the paths, inside the value at `path`, of what is spoilt there."""
        end = len(path)
        near = self._spoilt_items.get(path[:_ITEM], ()) if end >= _ITEM else self.spoilt
        return tuple(spoilt[end:] for spoilt in near if spoilt[:end] == path)

    def spoilt_ends(self, path: DataPath) -> bool:
        """Tell whether something directly in the value at `path` is spoilt."""
        return any(len(spoilt) == 1 for spoilt in self.spoilt_in(path))

    @cached_property
    def _spoilt_items(self) -> Mapping[DataPath, list[DataPath]]:
        """What is spoilt, by the item of a list in which it is: a large file has many of both."""
        found: dict[DataPath, list[DataPath]] = {}
        for spoilt in self.spoilt:
            found.setdefault(spoilt[:_ITEM], []).append(spoilt)
        return found


def read_source(text: str, file: str) -> tuple[Source, list[Finding]]:
    """Read one YAML document; text that is not YAML gives a source without data, and why it does."""
    reader = _Reader(file)
    try:
        return reader.read(yaml.parse(text, Loader=LOADER)), reader.findings
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
    """Builds data from the parser's events, so that nothing is expanded, converted or merged unseen."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.values: dict[DataPath, Place] = {}
        self.keys: dict[DataPath, Place] = {}
        self.written: dict[DataPath, str] = {}
        self.spoilt: set[DataPath] = set()

    def read(self, events: Iterator[Any]) -> Source:
        data, documents = None, 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Unreadable(Finding("documents", self._place(event)))
                data = self._value(next(events), events, _ROOT)
        return Source(self.file, data, self.values, self.keys, self.written, frozenset(self.spoilt))

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _value(self, event: Any, events: Iterator[Any], path: DataPath) -> Any:
        place = self._place(event)
        self.values[path] = place
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _Unreadable(Finding("anchor", place, {"name": event.anchor}))
        if event.tag:
            raise _Unreadable(Finding("tag", place, {"tag": event.tag.replace("tag:yaml.org,2002:", "!!")}))
        if len(path) > _DEPTH:
            raise _Unreadable(Finding("too_deep", place, {"depth": _DEPTH}))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path, braces=bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        self.written[path] = event.value
        value, finding = read_scalar(event.value, place, plain=event.implicit[0])
        if finding is not None:
            self._spoil(path, finding)
        return value

    def _sequence(self, events: Iterator[Any], path: DataPath) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            at = (*path, len(items))
            item = self._value(event, events, at)
            self._note_empty(item, at, next((part for part in reversed(path) if isinstance(part, str)), ""))
            items.append(item)
        return items

    def _mapping(self, events: Iterator[Any], path: DataPath, *, braces: bool) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        repeats: dict[str, Place] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            place = self._place(event)
            key = self._key(event, place)
            at = (*path, key)
            if key in mapping:
                self.spoilt.add(at)
                repeats[key] = place
                _skip(next(events), events)
                continue
            self.keys[at] = place
            mapping[key] = self._value(next(events), events, at)
        if repeats:
            self._note_repeats(repeats, path)
        if not braces or any(value is not None for value in mapping.values()):  # {naam} was meant as a text
            for key, value in mapping.items():
                self._note_empty(value, (*path, key), key)
        return mapping

    def _key(self, event: Any, place: Place) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise _Unreadable(Finding("key_not_text", place))
        if event.value == "<<" and event.implicit[0]:
            raise _Unreadable(Finding("merge_key", place))
        if event.anchor:
            raise _Unreadable(Finding("anchor", place, {"name": event.anchor}))
        return str(event.value)

    def _note_repeats(self, repeats: dict[str, Place], path: DataPath) -> None:
        """Say once that keys are repeated: many in a row are the keys of a thing whose first line was lost."""
        many = len(repeats) > _FEW
        for key, place in [*repeats.items()][: 1 if many else None]:
            values = {"key": key, "keys": ", ".join(repeats), "other": self.keys[*path, key].line}
            self.findings.append(Finding("repeated_keys" if many else "repeated_key", place, values))

    def _note_empty(self, value: Any, path: DataPath, key: str) -> None:
        if value is None:
            place = self.keys.get(path) or self.values[path]
            self._spoil(path, Finding("empty_value", place, {"key": key}))

    def _spoil(self, path: DataPath, finding: Finding) -> None:
        self.spoilt.add(path)
        self.findings.append(finding)


def _skip(event: Any, events: Iterator[Any]) -> None:
    """Pass over the value of a repeated key."""
    depth = 0
    while True:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth == 0:
            return
        event = next(events)
