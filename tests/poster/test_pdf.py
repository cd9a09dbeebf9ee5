"""The PDF of a poster, measured in the file itself: vector, complete, tagged, and the same every time."""

from __future__ import annotations

import io
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from posters import FITS, drawn, page, roadmap, written
from prints import bitmaps, faults, fonts, letters, links, mm, near, plain, strokes, tags
from stip.poster.sheets import BLEED, MARKS
from stip.printing import Order, draw_poster, poster_pdf, poster_spec, unit_subject
from stip.problems import StipError

ON_PAPER = {"a0": (1189, 841), "a1": (841, 594), "a2": (594, 420), "a3": (420, 297)}
LEAST = {"a0": 5.5, "a1": 4.0, "a2": 3.0, "a3": 2.2}


@pytest.mark.parametrize(("size", "orientation"), FITS)
def test_every_sheet_is_whole_sharp_and_readable(size: str, orientation: str, tmp_path: Path) -> None:
    pdf, one = written(size, orientation), page(size, orientation)
    sides = ON_PAPER[size] if orientation == "landscape" else ON_PAPER[size][::-1]
    assert all(near(mm(box), (0, 0, *sides)) for box in (one.mediabox, one.cropbox, one.bleedbox, one.trimbox))
    set_letters = letters(one)
    smallest = min(set_letters, key=lambda piece: piece[1])
    assert round(smallest[1], 3) >= LEAST[size], smallest[0]
    text = plain("".join(words for words, _ in set_letters))
    assert [step.title for step in roadmap().steps.values() if plain(step.title) not in text] == []
    assert bitmaps(pdf) == 0
    assert len(pdf) < 2_000_000
    assert faults(pdf, tmp_path) == []


def test_bleed_and_crop_marks_lie_round_the_sheet() -> None:
    one = page(bleed=True)
    wide, high = ON_PAPER["a0"]
    assert near(mm(one.mediabox), (0, 0, wide + 2 * MARKS, high + 2 * MARKS))
    assert near(mm(one.trimbox), (MARKS, MARKS, wide, high))
    assert near(mm(one.bleedbox), (MARKS - 3, MARKS - 3, wide + 6, high + 6))
    assert BLEED == 3
    assert plain(one.extract_text()) == plain(page().extract_text())


def test_crop_marks_point_at_the_corners_from_outside_the_bleed() -> None:
    wide, high = ON_PAPER["a0"]
    marks = [line for line in strokes(page(bleed=True)) if near((abs(line[2]) + abs(line[3]),), (5.5,), 0.01)]
    assert len(marks) == 8
    for x, y, dx, dy in marks:
        upright = near((dx,), (0,), 0.01)
        assert min(abs((x if upright else y) - edge) for edge in (MARKS, MARKS + (wide if upright else high))) < 0.05
        ends, far = ((y, y + dy), high) if upright else ((x, x + dx), wide)
        assert max(ends) < MARKS - BLEED or min(ends) > MARKS + far + BLEED
        assert 0 < min(ends) < max(ends) < far + 2 * MARKS


def test_names_of_departments_on_a0_can_be_read_from_afar() -> None:
    names = [line for item in drawn().letters if item.role == "unit" for line in item.lines]
    sizes = [size for text, size in letters(page()) if text.strip() in names and size > LEAST["a0"] * 2]
    assert len(sizes) == len(names)
    assert min(sizes) >= 24.999


FACES = [f"{face}-{weight}" for face in ("Kalam", "AtkinsonHyperlegibleNext") for weight in ("Regular", "Bold")]


def test_all_fonts_are_in_the_file() -> None:
    assert fonts(written()) == dict.fromkeys(FACES, True)


def test_the_poster_of_a_department_is_as_sound(tmp_path: Path) -> None:
    own = draw_poster(roadmap(), Order("a2", "portrait", unit_subject(roadmap(), "burgerzaken")))
    pdf = poster_pdf(own, bleed=True)
    assert "<text" not in own.art
    assert set(fonts(pdf)) <= set(FACES)
    assert bitmaps(pdf) == 0
    assert faults(pdf, tmp_path) == []
    # A date is no item of its own beside its step.
    roles = Counter(item.role for item in own.letters)
    assert roles["date"] == roles["step"]
    assert sum(kind == "LI" for _, kind, _ in tags(pdf)) == roles["step"] + roles["goal"]


def test_it_reads_from_the_mission_by_way_of_dot_and_goals_to_department_after_department() -> None:
    spec, text = poster_spec(roadmap()), plain(page().extract_text())
    lanes = [plain(lane.short + "".join(stop.title for stop in lane.stops)) for lane in spec.map.lanes]
    assert [lane for lane in lanes if lane not in text] == []
    head = plain(spec.name + spec.mission + spec.horizon + spec.map.horizon.label + "".join(spec.goals))
    assert text.startswith(head)
    assert min(text.find(lane) for lane in lanes) == len(head)
    assert text.find(plain(spec.legend)) >= len(head) + sum(map(len, lanes))


def test_it_is_tagged_and_knows_its_title_and_language() -> None:
    reader = pypdf.PdfReader(io.BytesIO(written()))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(root["/Lang"]) == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert reader.metadata
    assert roadmap().mission.programme.name in (reader.metadata.title or "")
    lanes = poster_spec(roadmap()).map.lanes
    found = tags(written())
    kinds = [kind for _, kind, _ in found]
    headings = [kind for kind in kinds if kind.startswith("H")]
    assert headings == ["H1", *("H2" for _ in lanes)]
    assert kinds.count("L") == len([lane for lane in lanes if lane.stops]) + 1
    assert kinds.count("LI") == len(roadmap().steps) + len(poster_spec(roadmap()).goals)
    assert kinds.count("Link") == len(roadmap().steps) + len(lanes) + 1
    assert [alt for _, kind, alt in found if kind == "Figure"] == [poster_spec(roadmap()).map.description]


def test_headings_keep_their_words_apart() -> None:
    title, below = pypdf.PdfReader(io.BytesIO(written())).outline
    assert isinstance(below, list)
    assert title["/Title"] == roadmap().mission.programme.name  # type: ignore[call-overload]
    names = [str(item["/Title"]) for item in below]  # type: ignore[call-overload]
    assert sorted(names) == sorted(lane.short for lane in poster_spec(roadmap()).map.lanes)


def test_a_link_leads_to_the_site_and_tells_what_a_mark_shows() -> None:
    found = dict(links(page()))
    assert all(address.startswith("https://dichterbij.elzenmeer.example/") for address in found)
    spec = poster_spec(roadmap())
    names = [stop.name for lane in spec.map.lanes for stop in lane.stops]
    names += [lane.short for lane in spec.map.lanes] + [spec.short_address]
    assert sorted(map(plain, found.values())) == sorted(map(plain, names))
    delayed = next(step for step in roadmap().steps.values() if step.status == "delayed")
    assert any(delayed.title in name and "vertraagd" in name.lower() for name in found.values())


def test_without_an_address_there_are_no_links() -> None:
    nowhere = replace(roadmap(), settings=roadmap().settings.model_copy(update={"address": None}))
    assert {stop.href for lane in poster_spec(nowhere).map.lanes for stop in lane.stops} == {""}


def test_checkers_find_nothing_with_bleed(tmp_path: Path) -> None:
    assert faults(written(bleed=True), tmp_path) == []


def test_the_same_roadmap_gives_the_same_bytes() -> None:
    again = draw_poster(roadmap(), Order())
    assert poster_pdf(again) == written()
    assert poster_pdf(again, bleed=True) == written(bleed=True)


def test_without_typst_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = drawn()
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(StipError) as told:
        poster_pdf(drawing)
    assert str(told.value) == "Voor een PDF is typst nodig: installeer het met `pip install 'mkdocs-stip[poster]'`."
