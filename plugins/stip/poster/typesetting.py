"""Set pages with typst, the only module that knows it: a template, what it shows, and the files it places."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import typst

Standard = Literal["ua-1"]
"""PDF/UA-1 asks for tags, a title, a language and alternative text, and refuses letters that no font has."""
_BARRED = re.compile(r"\\u(0000|feff|fffe)")
"""Marks without a shape that PDF/UA bars; json writes them so."""
_SAID = 300
_UNSET = re.compile(r'the text `"(.+?)"` could not be displayed')


class NoTypstError(Exception):
    """The extra `poster`, the packages that write PDF, is not installed."""


class TypstError(Exception):
    """Typst cannot make the print, or there is no room for what it needs; `str()` is what it says, on one line."""


class NoLetterError(Exception):
    """No font has a letter of the text; an emoji is the likely one."""

    def __init__(self, letter: str, text: str) -> None:
        super().__init__(f"{letter} in {text}")
        self.letter = letter
        self.text = text


def as_pdf(
    template: str,
    data: Mapping[str, Any],
    files: Mapping[str, bytes] | None = None,
    *,
    day: dt.date,
    standard: Standard | None = "ua-1",
) -> bytes:
    """Return the PDF that a template of this package (`poster.typ`) makes of its data, the same bytes every time.

    Args:
        template: The name of the template; it reads `data` from `data.json` and may import its neighbours.
        data: What it shows: numbers, strings, lists and mappings of them.
        files: What it places, by file name.
        day: The only date there is: the PDF is dated with it.
        standard: None only for what cannot have one, as a page that places a PDF.

    Raises NoTypstError, NoLetterError when no font has a letter (noticed only with a standard), and TypstError for
    whatever else goes wrong.
    """
    with _compiler(template, data, files) as compiler:
        standards = [standard] if standard else []
        return _make(compiler, data, format="pdf", pdf_standards=standards, timestamp=_moment(day))[0]


def as_png(
    template: str, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None, *, ppi: float
) -> tuple[bytes, ...]:
    """Return each page that a template makes as a PNG of `ppi` pixels an inch. Raises what `as_pdf` raises."""
    with _compiler(template, data, files) as compiler:
        _make(compiler, data, format="pdf", pdf_standards=["ua-1"])  # a PNG shows a box for a letter that is not there
        return _make(compiler, data, format="png", ppi=ppi)


@contextmanager
def _compiler(template: str, data: Mapping[str, Any], files: Mapping[str, bytes] | None) -> Iterator[typst.Compiler]:
    """Put all that a template needs in a folder of its own: nothing else of the machine can be seen from there."""
    if any(importlib.util.find_spec(name) is None for name in ("typst", "pypdf")):
        raise NoTypstError
    try:
        import typst  # noqa: PLC0415 - an optional extra, asked for only when there is a PDF to write
    except ImportError as error:  # it is there, and does not fit this machine
        raise NoTypstError from error

    package = resources.files("stip.poster")
    with _folder() as name, resources.as_file(package / "fonts") as fonts:
        folder = Path(name)
        for item in package.iterdir():
            if item.name.endswith(".typ"):
                (folder / item.name).write_bytes(item.read_bytes())
        (folder / "data.json").write_text(_BARRED.sub("", json.dumps(data)), encoding="utf-8")
        for file, content in (files or {}).items():
            (folder / file).write_bytes(content)
        # typst has some fonts in itself, the same on every machine: arrows and foreign letters come from there.
        shipped = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts)])
        yield typst.Compiler(str(folder / template), root=str(folder), font_paths=shipped)


@contextmanager
def _folder() -> Iterator[str]:
    """Make a folder that is gone afterwards. Raises TypstError when the machine has no room for what is put there."""
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            yield name
    except OSError as error:
        raise TypstError(f"{error.filename or tempfile.gettempdir()}: {error.strerror or error}") from error


def _make(compiler: typst.Compiler, data: Mapping[str, Any], **options: Any) -> tuple[bytes, ...]:
    """Compile; a warning, as of a font that is not there, is a mistake of ours and no print."""
    try:
        made, warnings = compiler.compile_with_warnings(**options)
    except RuntimeError as error:  # typst's own class is one
        if unset := _UNSET.search(str(error)):
            letter = unset[1]
            raise NoLetterError(letter, next((text for text in _texts(data) if letter in text), letter)) from error
        raise TypstError(_one_line(error)) from error
    if warnings:
        raise TypstError("; ".join(_one_line(warning) for warning in warnings))
    if isinstance(made, list):
        return tuple(made)
    return (made or b"",)


def _one_line(said: object) -> str:
    """Return what typst says as one line that is not too long."""
    return " ".join(str(said).split())[:_SAID]


def _texts(data: Any) -> Iterator[str]:
    """Yield every text in what a template shows."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from _texts(value)


def _moment(day: dt.date) -> int:
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())
