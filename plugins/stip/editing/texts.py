"""Texts: a file as it is, every byte, in which parts of scalars are replaced at the places that reading tells."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from stip.loading.scalars import read_scalar
from stip.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BREAK = re.compile(r"\r\n|\r|\n")
_QUOTED = {"'": re.compile(r"(?:[^']|'')*(?=')"), '"': re.compile(r'(?:[^"\\]|\\.)*(?=")', re.DOTALL)}
"""By the quote around a text, what stands inside."""


class Part(NamedTuple):
    """A part of a text, by where it begins and ends, and what stands there instead."""

    start: int
    end: int
    new: str


class NoSuchTextError(Exception):
    """What reading told does not stand where it told: then nothing may be replaced."""

    def __init__(self, place: Place) -> None:
        super().__init__(str(place))
        self.place = place


@dataclass(frozen=True)
class Written:
    """The text of a file with its own line ends; `mark` is what stands before it to tell that it is UTF-8."""

    mark: bytes
    text: str

    @classmethod
    def of(cls, data: bytes) -> Written:
        """Take a file that could be read before. Raises UnicodeDecodeError for another."""
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        return cls(mark, data[len(mark) :].decode())

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def at(self, line: int, column: int = 1) -> int:
        """Return where a line and column, from 1, stand; the end of the text where there is no such line."""
        return self._starts[line - 1] + column - 1 if 0 < line <= len(self._starts) else len(self.text)

    def replaced(self, parts: Iterable[Part]) -> bytes:
        """Return the file with these parts replaced."""
        pieces, done = [], 0
        for part in sorted(parts):
            pieces += [self.text[done : part.start], part.new]
            done = part.end
        return self.mark + "".join((*pieces, self.text[done:])).encode()

    def parts_of(self, place: Place, value: str, wanted: Sequence[Part]) -> list[Part]:
        """Return the parts of the file that make the scalar at a place, read as `value`, read otherwise.

        `wanted` counts from the start of the value. Raises NoSuchTextError when the value does not stand there.
        """
        start = self.at(place.line, place.column)
        sign = self.text[start : start + 1]
        if sign in _QUOTED:
            found = self._in_quotes(start, sign, value, wanted)
        elif sign in {"|", ">"}:
            found = self._in_block(self.at(place.line + 1), value, wanted)
        else:
            found = self._plain(start, value, wanted)
        if not found:
            raise NoSuchTextError(place)
        return found

    def _plain(self, start: int, value: str, wanted: Sequence[Part]) -> list[Part]:
        if not self.text.startswith(value, start):
            return []
        whole = next((part.new for part in wanted if (part.start, part.end) == (0, len(value))), "a")
        return _moved(wanted, start) if _is_plain(whole) else [Part(start, start + len(value), f'"{whole}"')]

    def _in_quotes(self, start: int, quote: str, value: str, wanted: Sequence[Part]) -> list[Part]:
        """Replace inside quotes; where a sign is written as an escape, the whole is written anew."""
        match = _QUOTED[quote].match(self.text, start + 1)
        if match is None:
            return []
        if match[0] == value:
            return _moved(wanted, start + 1)
        new = value
        for part in sorted(wanted, reverse=True):
            new = new[: part.start] + part.new + new[part.end :]
        new = new.replace("'", "''") if quote == "'" else new.replace("\\", "\\\\").replace('"', '\\"')
        return [Part(match.start(), match.end(), new)]

    def _in_block(self, start: int, value: str, wanted: Sequence[Part]) -> list[Part]:
        """Replace in the lines under `>-` or `|`."""
        bare, below = value.strip(), self.text[start:]
        begin = start + len(below) - len(below.lstrip())
        found = bool(bare) and self.text.startswith(bare, begin)
        return _moved(wanted, begin - (len(value) - len(value.lstrip()))) if found else []


def _moved(parts: Iterable[Part], by: int) -> list[Part]:
    return [Part(part.start + by, part.end + by, part.new) for part in parts]


def _is_plain(text: str) -> bool:
    """Tell whether a text without quotes is read as that text: `no` and `007` are not, and `-` begins a list."""
    value, finding = read_scalar(text, Place(""), plain=True)
    return finding is None and not isinstance(value, bool) and str(value) == text and not text.startswith("-")
