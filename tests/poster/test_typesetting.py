"""What typst makes is complete, or not made at all."""

from __future__ import annotations

import datetime as dt
import io
import struct
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from posters import drawn
from stip.poster import Drawing, NoLetterError, TypstError, write_png
from stip.poster.typesetting import as_pdf
from stip.printing import poster_pdf, proof_pdf, tiles_pdf
from stip.problems import StipError

DAY = dt.date(2026, 11, 16)
ART = {"art.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'}


def data(word: str, font: str = "Kalam") -> dict[str, Any]:
    """Return a poster of one word."""
    place = {"x": 1, "y": 9, "room": 85, "size": 5, "leading": 6, "anchor": "", "href": "", "role": "title"}
    letters = {**place, "lines": [word], "font": font, "weight": 400, "colour": "#000000"}
    sheet = {"width": 90, "height": 60, "around": 0, "bleed": 3, "beyond": 5, "title": "T", "author": "A", "alt": "B"}
    return {**sheet, "language": "nl", "parts": [{"role": "title", "items": [[letters]]}], "decoration": []}


def test_a_letter_that_no_font_has_is_named_with_its_text() -> None:
    with pytest.raises(NoLetterError, match="木"):
        as_pdf("poster.typ", data("Zorg 木"), ART, day=DAY)
    letters = (replace(drawn().letters[0], lines=("Dichterbij 😀",)), *drawn().letters[1:])
    with pytest.raises(StipError, match=r"Dichterbij 😀\S staat een teken dat niet geprint kan worden: 😀\. Haal"):
        poster_pdf(replace(drawn(), letters=letters))


def test_arrows_foreign_letters_and_marks_without_shape_are_set() -> None:
    word = "A → B, CO₂ ≤ 5 ‰, ûsêlt\ufeff, Żółć, Дім"
    (page,) = pypdf.PdfReader(io.BytesIO(as_pdf("poster.typ", data(word), ART, day=DAY))).pages
    # Where a space stands is told otherwise by each version of what reads a PDF.
    assert "".join(page.extract_text().split()) == "".join(word.replace("\ufeff", "").split())


def test_a_font_that_is_not_there_is_no_print() -> None:
    with pytest.raises(TypstError, match="unknown font family"):
        as_pdf("poster.typ", data("Zorg", "Comic Sans MS"), ART, day=DAY)


def test_a_preview_is_as_wide_as_asked() -> None:
    picture = write_png(drawn(), 800)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (800, 566)
    assert write_png(drawn(), 800) == picture


@pytest.mark.parametrize("missing", ["typst", "pypdf"])
@pytest.mark.parametrize("write", [poster_pdf, tiles_pdf, proof_pdf])
def test_without_what_makes_a_pdf_it_is_told_how_to_install_it(
    missing: str, write: Callable[[Drawing], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = drawn("a3")
    monkeypatch.delitem(sys.modules, "stip.poster.finish", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(StipError, match=r"mkdocs-stip\[poster\]"):
        write(drawing)


def test_whatever_typst_cannot_do_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in what it gets, or no room for the folder in which it works: never a traceback."""
    drawing = drawn()
    with monkeypatch.context() as patched:
        patched.setattr("stip.poster.document._files", lambda _: {"ground.svg": b"<svg"})
        with pytest.raises(StipError, match="typst meldt") as caught:
            poster_pdf(drawing)
    assert "\n" not in str(caught.value)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "Zzfull", "/zz")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    with pytest.raises(StipError, match="typst meldt '/zz: Zzfull'"):
        poster_pdf(drawing)
