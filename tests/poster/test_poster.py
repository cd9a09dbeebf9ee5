"""The poster is vector, readable, complete, tagged, the same every time, and says when it cannot be made."""

from __future__ import annotations

import io
import itertools
import re
import sys
from dataclasses import replace
from functools import cache

import pypdf
import pytest

from building import ROOT
from stip.cli import PROBLEMS, main
from stip.diagrams import find_engine
from stip.loading import load
from stip.model import Roadmap
from stip.poster import PosterFiles, TooSmallError, sheet
from stip.poster.columns import spread
from stip.poster.dependencies import find_lines
from stip.poster.drawing import draw_poster
from stip.poster.layout import Poster, lay_out_poster
from stip.poster.routes import crosses
from stip.poster.sheets import LEAST_NAME, LONG
from stip.posters import build_poster, poster_spec
from stip.problems import StipError

FITS = ("a0", "a1", "a2")
INCH = 25.4


@cache
def roadmap() -> Roadmap:
    found = load(ROOT / "roadmap.yaml").roadmap
    assert found
    return found


@cache
def made(size: str = "a0", *, bleed: bool = False) -> PosterFiles:
    return build_poster(roadmap(), size, bleed=bleed)


@cache
def placed(size: str) -> Poster:
    return lay_out_poster(poster_spec(roadmap()).map, sheet(size), find_engine())


@cache
def page(size: str = "a0") -> pypdf.PageObject:
    return pypdf.PdfReader(io.BytesIO(made(size).pdf)).pages[0]


def plain(text: str) -> str:
    """Leave out what breaking lines changes."""
    return re.sub(r"[\s-]", "", text)


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
    assert "<image" not in made().svg


def test_every_step_and_department_can_be_found_as_text() -> None:
    text = plain(page().extract_text())
    wanted = [step.title for step in roadmap().steps.values()]
    wanted += [lane.short for lane in poster_spec(roadmap()).map.lanes]
    assert [title for title in wanted if plain(title) not in text] == []


def test_it_is_tagged_and_knows_its_title_and_language() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made().pdf))
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


@pytest.mark.parametrize("size", FITS)
def test_the_smallest_letter_can_be_read(size: str) -> None:
    paper = sheet(size)
    letters = draw_poster(poster_spec(roadmap()), placed(size), paper).letters
    assert min(item.size for item in letters) * paper.scale >= paper.least - 1e-9
    assert min(item.size for item in letters if item.role == "unit") >= LEAST_NAME


@pytest.mark.parametrize("size", FITS)
def test_every_step_has_one_sign_and_none_overlaps(size: str) -> None:
    poster = placed(size)
    assert sorted(sign.stop.id for _, sign in poster.signs) == sorted(roadmap().steps)
    for one, other in itertools.combinations(poster.obstacles, 2):
        assert not one.overlaps(other)
    for box in poster.obstacles:
        assert box.x >= 0
        assert box.right <= poster.width
        assert box.bottom <= poster.height


def test_no_sign_stands_on_a_road() -> None:
    poster = placed("a0")
    for _, sign in poster.signs:
        for view in poster.roads:
            for (x, y), half in zip(view.road.points, view.road.halves, strict=True):
                assert not sign.rect.holds(x, y, half)


@pytest.mark.parametrize("size", FITS)
def test_every_dependency_has_a_line_and_none_goes_through_a_sign(size: str) -> None:
    spec, poster = poster_spec(roadmap()).map, placed(size)
    lines = find_lines(spec, poster, [])
    stops = {stop.id: (lane.id, stop.status) for lane in spec.lanes for stop in lane.stops}
    wanted = {
        (first, second)
        for first, second in spec.links
        if stops[first][0] != stops[second][0] and not {stops[first][1], stops[second][1]} & {"done", "stopped"}
    }
    assert {(line.first, line.second) for line in lines} == wanted
    assert not any(crosses(line.corners, sign.rect) for line in lines for _, sign in poster.signs)


def test_the_drawing_has_fixed_colours() -> None:
    assert "var(" not in made().svg
    assert "class=" not in made().svg


def test_the_same_roadmap_gives_the_same_bytes() -> None:
    assert build_poster(roadmap(), "a0") == made()


def test_bleed_adds_paper_round_the_sheet() -> None:
    box = pypdf.PdfReader(io.BytesIO(made(bleed=True).pdf)).pages[0]
    assert abs(float(box.mediabox.width) / 72 * INCH - LONG - 20) < 0.1
    assert abs(float(box.trimbox.width) / 72 * INCH - LONG) < 0.1


def test_a_sheet_that_is_too_small_is_told() -> None:
    with pytest.raises(TooSmallError):
        placed("a3")
    with pytest.raises(StipError) as caught:
        build_poster(roadmap(), "a3")
    assert str(caught.value) == (
        "Niet alle stappen passen leesbaar op A3. Kies een groter vel of een andere stand (--orientation), "
        "of verdeel de afdelingen over clusters."
    )


def test_names_that_do_not_fit_are_told() -> None:
    spec = poster_spec(roadmap())
    lane = replace(spec.map.lanes[0], short="Gemeentelijke samenwerkingsverbanden " * 9)
    with pytest.raises(TooSmallError) as caught:
        lay_out_poster(replace(spec.map, lanes=(lane, *spec.map.lanes[1:])), sheet("a0"), find_engine())
    assert (caught.value.reason, caught.value.name) == ("long_names", lane.short)


def test_a_thousand_steps_are_refused_at_once() -> None:
    spec = poster_spec(roadmap())
    lane = replace(spec.map.lanes[0], stops=spec.map.lanes[0].stops * 60)
    with pytest.raises(TooSmallError) as caught:
        lay_out_poster(replace(spec.map, lanes=(lane,), links=()), sheet("a0"), find_engine())
    assert caught.value.reason == "too_small"


def test_one_step_makes_a_poster_too() -> None:
    spec = poster_spec(roadmap())
    lane = replace(spec.map.lanes[0], stops=spec.map.lanes[0].stops[:1])
    poster = lay_out_poster(replace(spec.map, lanes=(lane,), links=()), sheet("a3"), find_engine())
    assert [sign.stop for _, sign in poster.signs] == list(lane.stops)


def test_without_typst_one_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert main(["poster", str(ROOT / "roadmap.yaml"), "--out", str(tmp_path)]) == PROBLEMS
    told = capsys.readouterr().err.strip().splitlines()[-1]
    assert told == "Voor een PDF is typst nodig: installeer het met `pip install 'mkdocs-stip[poster]'`."


def test_spreading_keeps_order_and_room() -> None:
    found = spread([100, 98, 40], [20, 20, 10], 0, 120)
    assert found is not None
    assert found[0] - found[1] >= 20
    assert found[2] == 40
    assert spread([10, 10], [60, 60], 0, 100) is None
