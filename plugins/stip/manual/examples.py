"""Examples: of each code a mistake, what is said about it and how it is mended; `tools/examples.py` took them."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "examples.json"
LEFT_OUT = "# …"
"""What stands in the lines of an example where lines of the file were left out; a comment, so that it stays YAML."""


@dataclass(frozen=True)
class Lines:
    """Some lines of a file: its slash path, the lines, and which of them (from 0) it is about."""

    file: str
    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    """Of each line its number in the file; 0 where lines were left out."""
    marked: frozenset[int]


@dataclass(frozen=True)
class Example:
    """A mistake (None when its file cannot be shown as text), what is said by language, and the mended lines."""

    wrong: Lines | None
    said: Mapping[str, str]
    right: Lines | None


@functools.cache
def examples() -> Mapping[str, Example]:
    """Return the example of every code that has one."""
    raw = json.loads((resources.files("stip.manual") / FILE).read_text("utf-8"))
    return {
        code: Example(_lines(item.get("wrong")), item["said"], _lines(item.get("right"))) for code, item in raw.items()
    }


def _lines(raw: dict[str, Any] | None) -> Lines | None:
    if not raw:
        return None
    return Lines(raw["file"], tuple(raw["text"].split("\n")), tuple(raw["numbers"]), frozenset(raw["marked"]))
