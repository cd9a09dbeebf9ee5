"""The PDF of a poster is vector, complete, tagged, and the same every time."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import replace

import pypdf
import pytest

from building import ROOT
from posters import INCH, drawn, page, plain, roadmap, written
from stip.cli import PROBLEMS, main
from stip.poster import write_svg
from stip.poster.sheets import LONG
from stip.printing import Order, draw_poster, poster_pdf, poster_spec


@pytest.mark.parametrize(("size", "wide", "high"), [("a0", 1189, 841), ("a1", 841, 594), ("a2", 594, 420)])
def test_the_page_has_the_size_of_the_sheet(size: str, wide: float, high: float) -> None:
    box = page(size).mediabox
    assert abs(float(box.width) / 72 * INCH - wide) < 0.1
    assert abs(float(box.height) / 72 * INCH - high) < 0.1


def test_all_fonts_are_in_the_file() -> None:
    fonts = page()["/Resources"]["/Font"]  # type: ignore[index]
    names = set()
    for font in fonts.values():
        below = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in below["/FontDescriptor"]
        names.add(str(below["/BaseFont"]).partition("+")[2])
    assert names == {"Kalam-Bold", "Kalam-Regular", "AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"}


def test_it_is_vector() -> None:
    assert list(page().images) == []
    assert "<image" not in write_svg(drawn())


def test_every_step_and_department_can_be_found_as_text() -> None:
    text = plain(page().extract_text())
    wanted = [step.title for step in roadmap().steps.values()]
    wanted += [lane.short for lane in poster_spec(roadmap()).map.lanes]
    assert [title for title in wanted if plain(title) not in text] == []


def test_it_is_tagged_and_knows_its_title_and_language() -> None:
    reader = pypdf.PdfReader(io.BytesIO(written()))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"] == "nl"  # type: ignore[index]
    assert reader.metadata
    assert roadmap().mission.programme.name in (reader.metadata.title or "")
    kinds = re.findall(rb"/S\s*/(H1|H2|LI|Figure|Link)\b", b"".join(objects(reader)))
    assert kinds.count(b"H1") == 1
    assert kinds.count(b"H2") == len(poster_spec(roadmap()).map.lanes)
    assert kinds.count(b"LI") == len(roadmap().steps)
    assert kinds.count(b"Figure") == 1


def objects(reader: pypdf.PdfReader) -> list[bytes]:
    """Return every object of a PDF as text."""
    found = []
    for number in range(1, int(reader.trailer["/Size"])):  # type: ignore[call-overload]
        item = reader.get_object(number)
        if isinstance(item, pypdf.generic.DictionaryObject):
            out = io.BytesIO()
            item.write_to_stream(out)
            found.append(out.getvalue())
    return found


def test_steps_link_to_the_site_only_when_it_has_an_address() -> None:
    links = [
        note.get_object()["/A"]["/URI"]
        for note in page()["/Annots"]  # type: ignore[attr-defined]
    ]
    assert all(link.startswith("https://dichterbij.elzenmeer.example/") for link in links)
    assert len(set(links)) == len(roadmap().steps) + len(poster_spec(roadmap()).map.lanes)
    nowhere = replace(roadmap(), settings=roadmap().settings.model_copy(update={"address": None}))
    assert {stop.href for lane in poster_spec(nowhere).map.lanes for stop in lane.stops} == {""}


def test_the_same_roadmap_gives_the_same_bytes() -> None:
    assert poster_pdf(draw_poster(roadmap(), Order())) == written()


def test_bleed_adds_paper_round_the_sheet() -> None:
    box = pypdf.PdfReader(io.BytesIO(written(bleed=True))).pages[0]
    assert abs(float(box.mediabox.width) / 72 * INCH - LONG - 20) < 0.1
    assert abs(float(box.trimbox.width) / 72 * INCH - LONG) < 0.1


def test_without_typst_one_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert main(["poster", str(ROOT / "roadmap.yaml"), "--out", str(tmp_path)]) == PROBLEMS
    told = capsys.readouterr().err.strip().splitlines()[-1]
    assert told == "Voor een PDF is typst nodig: installeer het met `pip install 'mkdocs-stip[poster]'`."
