"""The manual for maintainers, as words and lines that are given: pages know no codes and no classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    """Lines of a file."""

    file: str
    lines: tuple[tuple[str, str, bool], ...]
    """Of each line how it is indented, the rest, and whether the text is about it."""


@dataclass(frozen=True)
class KeyRow:
    """A key of a record: what it means in a few sentences, and its fixed values, each with what it means."""

    name: str
    told: tuple[str, ...]
    required: bool
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RecordEntry:
    """A record: where it stands, its keys, an example, and the codes of the checks that look at it."""

    anchor: str
    title: str
    told: tuple[str, ...]
    keys: tuple[KeyRow, ...]
    sample: Sample | None
    codes: tuple[str, ...]


@dataclass(frozen=True)
class MessageEntry:
    """A code: what it says, what to do, how bad it is and why, with an example."""

    anchor: str
    code: str
    severity: str
    says: tuple[str, ...]
    does: tuple[str, ...]
    weights: tuple[str, ...]
    reasons: tuple[str, ...]
    wrong: Sample | None
    said: tuple[str, ...]
    right: Sample | None


@dataclass(frozen=True)
class Chapter:
    """A page of the manual under its index: of records or of messages."""

    path: str
    menu: str
    title: str
    lead: str
    description: str
    records: tuple[RecordEntry, ...] = ()
    messages: tuple[MessageEntry, ...] = ()


@dataclass(frozen=True)
class Manual:
    """All chapters, and by code the path of the chapter that explains it; without chapters there is no manual."""

    chapters: tuple[Chapter, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)


NO_MANUAL = Manual()
"""What a site has that does not want one."""


def code_anchor(code: str) -> str:
    """Return the anchor of a code on its page: `id-02`."""
    return code.lower()
