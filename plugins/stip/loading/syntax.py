"""Syntax: which slip of the pen lies behind the parser's complaint, and where it was made."""

from __future__ import annotations

import re

from stip.loading.findings import Finding
from stip.problems import Place

Mark = tuple[int, int]
"""Line and column, from 0."""

_NO_SPACE = re.compile(r"(?P<lead>\s*(?:- +)*[{\[]?\s*)(?P<key>[A-Za-z_]+):(?![\s/])")
_COLON_IN_TEXT = re.compile(r"\s*(?:- +)*[^\s:#'\"]+:\s+[^'\"\[{|>].*:(\s|$)")
_PLAIN = {
    "unknown escape": "syntax_escape",
    "sequence entries are not allowed": "syntax_dash",
    "could not find expected ':'": "syntax_no_colon",
}


def explain(text: str, file: str, problem: str, mark: Mark, context: Mark | None) -> Finding:
    """Say in our words what the parser found wrong at `mark` while reading the thing that began at `context`."""
    lines = text.split("\n")
    at = (min(mark[0], len(lines) - 1), mark[1])
    rule, (line, column), values = _cause(lines, problem, at, context)
    return Finding(rule, Place(file, line + 1, column + 1), values)


def _cause(
    lines: list[str], problem: str, mark: Mark, context: Mark | None
) -> tuple[str, Mark, dict[str, object]]:
    line = lines[mark[0]]
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "tab_indent", (mark[0], indent.index("\t")), {}
    if "end of stream" in problem and context:
        return "syntax_quote", context, {}
    if ("',' or" in problem or "node content" in problem) and context:
        return "syntax_flow", context, {"sign": _at(lines, context)}
    if (slip := _missing_space(lines, mark)) is not None:
        return "syntax_colon_space", *slip
    for sign, rule in _PLAIN.items():
        if sign in problem:
            return rule, (context if rule == "syntax_no_colon" and context else mark), {}
    if "cannot start any token" in problem:
        return "syntax_start", mark, {"sign": _at(lines, mark)}
    if "mapping values are not allowed" in problem:
        return _colon(lines, mark)
    if line[: mark[1]].count("'") or line[: mark[1]].count('"'):
        return "syntax_quote", mark, {}
    if line[mark[1] : mark[1] + 1] in {"]", "}"}:
        return "syntax_flow", mark, {"sign": line[mark[1]]}
    indented = "did not find expected" in problem or "<block end>" in problem
    return ("syntax_indent" if indented else "syntax"), mark, {}


def _at(lines: list[str], mark: Mark) -> str:
    return lines[mark[0]][mark[1] : mark[1] + 1] or " "


def _missing_space(lines: list[str], mark: Mark) -> tuple[Mark, dict[str, object]] | None:
    """Find `key:value` on the line of the error or on the last line with text before it."""
    before = [n for n in range(mark[0] - 1, -1, -1) if lines[n].strip()][:1]
    for number in (*before, mark[0]):
        match = _NO_SPACE.match(lines[number])
        if match:
            return (number, match.start("key")), {"key": match["key"]}
    return None


def _colon(lines: list[str], mark: Mark) -> tuple[str, Mark, dict[str, object]]:
    """Tell a colon inside a text from a line that stands too far to the right."""
    if _COLON_IN_TEXT.match(lines[mark[0]][: mark[1] + 1]):
        return "syntax_colon", mark, {}
    if mark[0] and lines[mark[0]].startswith((" ", "-")):
        return "syntax_indent", (mark[0], len(lines[mark[0]]) - len(lines[mark[0]].lstrip())), {}
    before = [n for n in range(mark[0] - 1, -1, -1) if lines[n].strip()][:1]
    if before and ":" not in lines[before[0]]:
        return "syntax_no_colon", (before[0], 0), {}
    return "syntax", mark, {}
