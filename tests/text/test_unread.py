"""No word stands in the catalogue that no code reads: what was once on a page is taken out with its page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import stip
from stip.text.words import words_for

PACKAGE = Path(stip.__file__).parent
READ_WHOLE = ("site.path.", "site.accessibility.done_items.")
"""Sections of which code asks all words at once."""
BLOCKS = ("site.block.", "insight.block.")
"""Where the titles and leads of blocks stand: code asks for them by the key that it gives to `block()`."""
CALL = re.compile(r"""\bt\(\s*["']([^"']+)["']""")
BEGINNING = re.compile(r"""["']([a-z_.]+[._])["']\s*~""")
QUOTED = re.compile(r"""["']([^"'\n]+)["']""")


def test_every_word_of_the_pages_is_read() -> None:
    """A word is read by its whole key, or by a key with gaps of which the fillings are known to the code too."""
    literal, patterns = known()
    keys = [key for key in words_for("nl").entries if key.startswith("site.") and not key.startswith(READ_WHOLE)]
    unread = [key for key in keys if key not in literal and not any(fits(key, one, literal) for one in patterns)]
    assert not unread


def fits(key: str, pattern: re.Pattern[str], literal: set[str]) -> bool:
    """Tell whether a key is a pattern whose gaps are filled with texts that the code knows."""
    match = pattern.fullmatch(key)
    return match is not None and literal.issuperset(match.groups())


def known() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return every text that stands in code or a template, and every key with gaps that is made there."""
    literal, gaps = {str(digit) for digit in range(10)}, set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            literal.update(names(node))
            if isinstance(node, ast.JoinedStr):
                gaps.add("".join(part(value) for value in node.values))
    for file in (*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.js")):
        text = file.read_text("utf-8")
        literal.update(CALL.findall(text), QUOTED.findall(text))
        gaps.update(f"{re.escape(beginning)}(.+)" for beginning in BEGINNING.findall(text))
    return literal, [re.compile(gap) for gap in gaps if gap.startswith(r"site\.")]


def names(node: ast.AST) -> Iterator[str]:
    """Yield what a node names: a text, a field or an argument, and the words of a block that it makes."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "block":
        keys = (one.value for one in node.args[1:2] if isinstance(one, ast.Constant) and isinstance(one.value, str))
        yield from (f"{place}{key}{end}" for key in keys for place in BLOCKS for end in ("", "_lead"))
    elif isinstance(node, ast.keyword | ast.arg) and node.arg:
        yield node.arg
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def part(value: ast.expr) -> str:
    """Return a part of a text with gaps as a pattern."""
    return re.escape(value.value) if isinstance(value, ast.Constant) and isinstance(value.value, str) else "(.+)"
