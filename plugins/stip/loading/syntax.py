"""Syntax: which slip of the pen lies behind the parser's complaint, and where it was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stip.loading.findings import Finding
from stip.problems import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Mark = tuple[int, int]
"""Line and column, from 0."""

_NO_SPACE = re.compile(r"\s*(?:- +)*[{\[]?\s*(?P<key>[A-Za-z_]+):(?![\s/])")
_COLON_IN_TEXT = re.compile(r"\s*(?:- +)*[^\s:#'\"]+:\s+[^'\"\[{|>].*:(\s|$)")


class Complaint(NamedTuple):
    """What the parser says is wrong at `mark`, while it read the thing that began at `context`."""

    lines: list[str]
    problem: str
    mark: Mark
    context: Mark

    @property
    def line(self) -> str:
        """The line of the complaint."""
        return self.lines[self.mark[0]]

    @property
    def before(self) -> int | None:
        """The number of the last line with text before that of the complaint."""
        numbers = range(self.mark[0] - 1, -1, -1)
        return next((number for number in numbers if self.lines[number].strip()), None)

    def sign(self, mark: Mark) -> str:
        """Return the character at a mark."""
        return self.lines[mark[0]][mark[1] : mark[1] + 1] or " "


class Slip(NamedTuple):
    """A rule that was broken, where, and the values for its words."""

    rule: str
    mark: Mark
    key: str = ""
    sign: str = ""


def explain(text: str, file: str, problem: str, mark: Mark, context: Mark | None) -> Finding:
    """Say in our words what the parser found wrong."""
    lines = text.split("\n")
    at = _inside(lines, mark)
    complaint = Complaint(lines, problem, at, _inside(lines, context) if context else at)
    slips = (find(complaint) for find in _CAUSES)
    slip = next((slip for slip in slips if slip), Slip("syntax", at))
    place = Place(file, slip.mark[0] + 1, slip.mark[1] + 1)
    return Finding(slip.rule, place, {"key": slip.key, "sign": slip.sign})


def _inside(lines: list[str], mark: Mark) -> Mark:
    """Return a mark in the text: the parser may complain about the line after the last."""
    number = min(mark[0], len(lines) - 1)
    while number and not lines[number].strip():
        number -= 1
    return (number, mark[1] if number == mark[0] else len(lines[number]))


def _tab(complaint: Complaint) -> Slip | None:
    line = complaint.line
    indent = line[: len(line) - len(line.lstrip())]
    return Slip("tab_indent", (complaint.mark[0], indent.index("\t"))) if "\t" in indent else None


def _open_quote(complaint: Complaint) -> Slip | None:
    return Slip("syntax_quote", complaint.context) if "end of stream" in complaint.problem else None


def _open_bracket(complaint: Complaint) -> Slip | None:
    if "',' or" in complaint.problem or "node content" in complaint.problem:
        mark = _last_bracket(complaint)
        return Slip("syntax_flow", mark, sign=complaint.sign(mark))
    return None


def _last_bracket(complaint: Complaint) -> Mark:
    """Return where the context has its bracket: there, or else the last one before it."""
    number, column = complaint.context
    if complaint.sign(complaint.context) in "[{]}":
        return complaint.context
    for line in range(number, -1, -1):
        head = complaint.lines[line][:column] if line == number else complaint.lines[line]
        if (at := max(head.rfind("["), head.rfind("{"))) >= 0:
            return (line, at)
    return complaint.context


def _missing_space(complaint: Complaint) -> Slip | None:
    """Find `key:value` on the line of the complaint, or on the one before it."""
    for number in (complaint.before, complaint.mark[0]):
        match = _NO_SPACE.match(complaint.lines[number]) if number is not None else None
        if number is not None and match:
            return Slip("syntax_colon_space", (number, match.start("key")), key=match["key"])
    return None


def _said(complaint: Complaint) -> Slip | None:
    if "unknown escape" in complaint.problem:
        return Slip("syntax_escape", complaint.mark)
    if "sequence entries are not allowed" in complaint.problem:
        return Slip("syntax_dash", complaint.mark)
    if "could not find expected ':'" in complaint.problem:
        return Slip("syntax_no_colon", complaint.context)
    if "cannot start any token" in complaint.problem:
        return Slip("syntax_start", complaint.mark, sign=complaint.sign(complaint.mark))
    if "alphabetic or numeric" in complaint.problem:
        return Slip("anchor", complaint.context)
    return None


def _colon(complaint: Complaint) -> Slip | None:
    """Tell a colon inside a text from a line that stands too far to the right, or one after a bare word."""
    number, column = complaint.mark
    if "mapping values are not allowed" not in complaint.problem:
        return None
    if _COLON_IN_TEXT.match(complaint.line[: column + 1]):
        return Slip("syntax_colon", complaint.mark)
    before = complaint.before
    if before is not None and ":" not in complaint.lines[before]:
        return Slip("syntax_no_colon", (before, _indent(complaint.lines[before])))
    return Slip("syntax_indent", (number, _indent(complaint.line)))


def _quote(complaint: Complaint) -> Slip | None:
    head = complaint.line[: complaint.mark[1]]
    return Slip("syntax_quote", complaint.mark) if "'" in head or '"' in head else None


def _stray_bracket(complaint: Complaint) -> Slip | None:
    sign = complaint.sign(complaint.mark)
    return Slip("syntax_flow", complaint.mark, sign=sign) if sign in {"]", "}"} else None


def _wrong_indent(complaint: Complaint) -> Slip | None:
    if "did not find expected" in complaint.problem or "<block end>" in complaint.problem:
        return Slip("syntax_indent", complaint.mark)
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_CAUSES: Sequence[Callable[[Complaint], Slip | None]] = (
    _tab,
    _open_quote,
    _open_bracket,
    _missing_space,
    _said,
    _colon,
    _quote,
    _stray_bracket,
    _wrong_indent,
)
