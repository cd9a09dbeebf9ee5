"""A page of ours as plain Markdown: the same words in headings, paragraphs, lists and tables; no HTML, no drawing.

Links become their words: a link costs a host time, and the reference must not be slower than it need be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_SILENT = {"script", "style", "svg", "template"}
_INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "dfn", "em", "i", "kbd", "label", "mark", "q", "s", "small", "span"}
_INLINE |= {"strong", "sub", "sup", "time", "u", "var"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARKS = re.compile(r"([\\`*_\[\]#|])")


def plain_page(html: str) -> str:
    """Return what stands in the content of a built page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.markdown()


@dataclass
class _Reader(HTMLParser):
    """Reads the content of one page to blocks of Markdown."""

    blocks: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    depth: int = 0
    """How many elements are open within the content, it included; 0 outside of it."""
    silent: int = 0
    lists: list[str] = field(default_factory=list)
    rows: list[list[str]] | None = None
    heading: int = 0
    item: bool = False

    def __post_init__(self) -> None:
        """Start the parser that the dataclass is."""
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; one that is no part of a sentence begins a block."""
        if not self.depth:
            self.depth = int(("data-md-component", "content") in attrs)
            return
        if tag not in _VOID:
            self.depth += 1
        self.silent += tag in _SILENT
        if tag not in _INLINE and not self.silent:
            self._end_block()
            self._open(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if not self.depth or tag in _VOID:
            return
        if tag not in _INLINE and not self.silent:
            self._end_block()
            self._close(tag)
        self.silent -= tag in _SILENT
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        """Keep what a reader reads."""
        if self.depth and not self.silent:
            self.words.append(data)

    def markdown(self) -> str:
        """Return the page."""
        return "\n\n".join(self.blocks) + "\n"

    def _open(self, tag: str) -> None:
        self.heading = _HEADINGS.get(tag, self.heading)
        if tag in {"ul", "ol"}:
            self.lists.append(tag)
        elif tag == "li":
            self.item = True
        elif tag == "table":
            self.rows = []
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in {"td", "th"} and self.rows:
            self.rows[-1].append("")

    def _close(self, tag: str) -> None:
        if tag in _HEADINGS:
            self.heading = 0
        elif tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        elif tag == "table" and self.rows is not None:
            self.blocks += _table(self.rows)
            self.rows = None

    def _end_block(self) -> None:
        """Write what was read as a heading, a cell, a line of a list or a paragraph."""
        text = _MARKS.sub(r"\\\1", escape(" ".join("".join(self.words).split()), quote=False))
        self.words.clear()
        if not text:
            return
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}".strip()
        elif self.heading:
            self.blocks.append(f"{'#' * self.heading} {text}")
        elif self.lists:
            mark = {"ul": "- ", "ol": "1. "}[self.lists[-1]] if self.item else "    "
            self._add_line(f"{'    ' * (len(self.lists) - 1)}{mark}{text}", follows=not self.item)
            self.item = False
        else:
            self.blocks.append(text)

    def _add_line(self, line: str, *, follows: bool) -> None:
        """Add a line of a list: under the one before, or after an empty one when it is a paragraph of that one."""
        above = self.blocks[-1].lstrip() if self.blocks else ""
        if not follows and above.startswith(("- ", "1. ")):
            self.blocks[-1] += f"\n{line}"
        else:
            self.blocks.append(line)


def _table(rows: list[list[str]]) -> list[str]:
    """Write a table; its first row is the head."""
    full = [row for row in rows if row]
    if not full:
        return []
    width = max(map(len, full))
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in full]
    return ["\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])]
