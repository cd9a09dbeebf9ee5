"""Outputs: whether every file of a built site can be read by what reads its form, and holds no text as code."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.parsers import expat

from icalendar import Calendar

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_RUNS = re.compile(r"\s*(javascript|vbscript|data):", re.IGNORECASE)
_ADDRESSES = {"href", "src", "xlink:href", "action", "formaction", "data", "poster"}
_UNIT = re.compile(r"[\ud800-\udfff]")


class _Html(HTMLParser):
    """Reads HTML as strictly as it can be: everything that is opened is closed in its turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        self._attributes(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]} at {self.getpos()}")
        while self.open and self.open.pop() != tag:
            pass

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> says something twice at {self.getpos()}")
        for name, value in attrs:
            if name.startswith("on"):
                self.faults.append(f"<{tag} {name}> at {self.getpos()}")
            if name in _ADDRESSES and value and _RUNS.match(value) and not value.startswith("data:image/"):
                self.faults.append(f"<{tag} {name}={value[:40]!r}> at {self.getpos()}")


def html_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with a page, or a part of one."""
    reader = _Html()
    reader.feed(text)
    reader.close()
    yield from reader.faults
    if reader.open:
        yield f"not closed: {reader.open[-3:]}"


def xml_faults(data: bytes) -> Iterator[str]:
    """Yield why data is no XML."""
    try:
        expat.ParserCreate().Parse(data, True)  # noqa: FBT003 - that it ends here
    except expat.ExpatError as error:
        yield str(error)


def _json(data: bytes) -> Iterator[str]:
    def refuse(name: str) -> None:
        raise ValueError(name)

    try:
        made = json.loads(data.decode("utf-8"), parse_constant=refuse)
        if _UNIT.search(json.dumps(made, ensure_ascii=False)):
            yield "half of a sign"
    except (ValueError, RecursionError) as error:
        yield str(error)


def _script(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8")
    if text.startswith("stipRoute("):
        yield from _json(text.removeprefix("stipRoute(").rstrip().removesuffix(")").encode())
        if "<" in text or not text.isascii():
            yield "a sign that could end a script"


def _calendar(data: bytes) -> Iterator[str]:
    try:
        made = Calendar.from_ical(data)
        if any(component.errors for component in made.walk()):
            yield "a property that cannot be read"
    except ValueError as error:
        yield str(error)
    lines = data.split(b"\r\n")
    if any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines):
        yield "a line that is too long, or ends otherwise"


def _table(data: bytes) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    if len({len(row) for row in rows}) > 1:
        yield "rows of different widths"
    for row in rows:
        yield from (f"a formula: {cell[:40]!r}" for cell in row if cell.startswith(_FORMULA))


def _markdown(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8")
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not head:
        yield "no front matter"
    del body


_READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".html": lambda data: html_faults(data.decode("utf-8")),
    ".svg": xml_faults,
    ".xml": xml_faults,
    ".json": _json,
    ".js": _script,
    ".ics": _calendar,
    ".csv": _table,
    ".md": _markdown,
}
_ESCAPED = {".html", ".svg", ".xml", ".js", ".md", ".ics"}


def site_faults(folder: Path, mark: str = "") -> Iterator[str]:
    """Yield what is wrong with the files of a site; `mark` is what may stand nowhere as it is where HTML is read."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, data = path.relative_to(folder).as_posix(), path.read_bytes()
        try:
            if path.suffix in {*_READERS, ".txt", ".dot", ".css", ".yaml"}:
                data.decode("utf-8")
            reader = _READERS.get(path.suffix)
            for fault in reader(data) if reader else ():
                yield f"{name}: {fault}"
        except (UnicodeError, csv.Error) as error:
            yield f"{name}: {error}"
        if mark and path.suffix in _ESCAPED - {".ics"} and mark.encode() in data:
            yield f"{name}: a text as code"
