"""Markdown: a report as a comment in a merge request, folded where it is long and never longer than one may be."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stip.comparison.report import Report, Section

if TYPE_CHECKING:
    from stip.text.words import Words

LONGEST = 60_000
"""So many characters, and bytes, a comment has at most; GitHub takes 65,536."""
_WARNED = 15_000
"""So many characters of it warnings take at most."""
_OPEN = 12
"""A part with more changes is folded."""
_ROOM, _FOOT = 300, 20
"""What is kept for the line that tells how much is left out, and for the end of what is folded."""
_SIGNS = re.compile(r"([\\`*_\[\]~$])")
_MENTION = re.compile(r"([@#!%~$&^])(?=\w)|(:)(?=[a-z0-9_+-]+:)")
_START = re.compile(r"^(?:([-+#=])|(\d+)(?=[.)]))")
_JOINER = "\u2060"
"""Stands unseen between a sign and a word, so that nobody is called and nothing is linked."""


def escaped(text: str) -> str:
    """Return a text that is read as it is: no mark, no HTML, no call of a person or an issue."""
    text = _MENTION.sub(_parted, text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _SIGNS.sub(r"\\\1", text)
    return _START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", text)


def _parted(found: re.Match[str]) -> str:
    return f"{found[0]}{_JOINER}"


@dataclass
class _Page:
    """A text that grows while there is room; `left` counts the changes that found none."""

    room: int
    lines: list[str] = field(default_factory=list)
    left: int = 0

    def add(self, lines: Sequence[str], *, counts: int = 0) -> bool:
        """Add lines if they fit and nothing was left out before them; else count what they tell."""
        size = _size(lines)
        if self.left or size > self.room:
            self.left += counts
            return False
        self.lines += lines
        self.room -= size
        return True


def as_markdown(report: Report) -> str:
    """Write a report as a comment in a merge request."""
    words, page = report.words, _Page(LONGEST - _ROOM)
    page.add([f"## {escaped(line)}" for line in report.heads])
    page.add([part for line in report.remarks for part in ("", escaped(line))])
    if report.counts:
        page.add(["", *(f"- {escaped(one)}" for one in report.counts)])
    if report.heeds:
        warnings = _Page(_WARNED)
        _part(warnings, words("diff.heed"), len(report.heeds), _warnings(report), words)
        page.add(warnings.lines)
        if warnings.left:
            page.add(["", escaped(words("diff.more_to_heed", count=warnings.left))])
    for section in report.sections:
        _part(page, section.title, section.count, _items(section), words)
    left = ["", f"**{escaped(words('diff.left_out', count=page.left))}**"] if page.left else []
    return "\n".join((*page.lines, *left)) + "\n"


def _part(page: _Page, title: str, count: int, items: Iterable[tuple[Sequence[str], int]], words: Words) -> None:
    """Add a part with its title, folded when it is long, as far as there is room."""
    head, foot = ["", f"### {escaped(title)}", ""], []
    if count > _OPEN:
        said = html.escape(_MENTION.sub(_parted, title), quote=False)
        changes = words("diff.count.changes", count=count)
        head, foot = ["", "<details>", f"<summary><b>{said}</b> ({changes})</summary>", ""], ["", "</details>"]
    opened = False
    page.room -= _FOOT
    for lines, counts in items:
        opened = page.add(lines if opened else [*head, *lines], counts=counts) or opened
    page.room += _FOOT
    page.lines += foot if opened else []
    page.room -= _size(foot) if opened else 0


def _size(lines: Sequence[str]) -> int:
    """Count in bytes: so no letter is too long for whoever counts otherwise."""
    return sum(len(line.encode()) + 1 for line in lines)


def _warnings(report: Report) -> Iterator[tuple[Sequence[str], int]]:
    yield from (([f"- {escaped(report.warning(one))}"], 1) for one in report.heeds)


def _items(section: Section) -> Iterator[tuple[Sequence[str], int]]:
    for item in section.items:
        said = [escaped(line.sentence) for line in item.lines]
        title = f"**{escaped(item.title)}**" if item.title else ""
        if title and len(said) > 1:
            yield [f"- {title}", *(f"  - {one}" for one in said)], len(said)
        else:
            yield [f"- {title}: {one}" if title else f"- {one}" for one in said], len(said)
