"""What a site offers to print: made once, told when it cannot be made, and never a reason to fail."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from samples import roadmap as sample
from stip.cache import Cache
from stip.loading import load
from stip.model import Roadmap
from stip.poster import NoTypstError
from stip.printing import PrintSettings, Shelf, fill_shelf
from stip.printing import press as at_press

SMALL = PrintSettings(sizes=("a2",), teams=False, tiles=())


def written(folder: Path, departments: int = 3, steps: int = 4) -> Roadmap:
    """Return a small roadmap."""
    for path, text in sample(departments=departments, steps=steps).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    found = load(folder / "roadmap.yaml", folder / "content").roadmap
    assert found
    return found


def fill(roadmap: Roadmap, settings: PrintSettings, cache: Path | None) -> Shelf:
    return fill_shelf(roadmap, settings, Cache(cache))


def test_a_second_build_draws_nothing_and_offers_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    roadmap = written(tmp_path)
    first = fill(roadmap, SMALL, tmp_path / "cache")
    monkeypatch.setattr(at_press, "draw_told", None)
    assert fill(roadmap, SMALL, tmp_path / "cache") == first
    assert [file.path.removeprefix("poster/poster-a2") for file in first.prints.files] == [
        ".svg",
        "-1600.png",
        "-3200.png",
        ".pdf",
        "-bleed.pdf",
    ]
    assert first.prints.preview.startswith("<svg")
    assert first.notes == ()


def test_a_changed_step_is_printed_anew(tmp_path: Path) -> None:
    one = fill(written(tmp_path, steps=2), SMALL, tmp_path / "cache")
    other = fill(written(tmp_path, steps=3), SMALL, tmp_path / "cache")
    assert one.prints.files[3].content != other.prints.files[3].content


def test_the_files_do_not_depend_on_the_cache(tmp_path: Path) -> None:
    roadmap = written(tmp_path)
    fill(roadmap, SMALL, tmp_path / "cache")
    assert fill(roadmap, SMALL, tmp_path / "cache") == fill(roadmap, SMALL, None)


def test_a_sheet_that_is_too_small_is_told_once_drawn_and_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = PrintSettings(sizes=("a3",), mono=(), workshop=("a3",), teams=False, tiles=())
    roadmap = written(tmp_path, departments=30, steps=12)
    first = fill(roadmap, settings, tmp_path / "cache")
    assert first.prints.files == ()
    assert len(first.notes) == 2
    assert "A3" in first.notes[0]
    monkeypatch.setattr(at_press, "draw_told", None)
    assert fill(roadmap, settings, tmp_path / "cache") == first


def test_without_typst_there_is_a_picture_and_one_sentence_how_to_get_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise NoTypstError

    monkeypatch.setattr("stip.printing.make.write_pdf", refuse)
    monkeypatch.setattr("stip.printing.make.write_png", refuse)
    made = fill(written(tmp_path), PrintSettings(sizes=("a1", "a2")), tmp_path / "cache")
    assert [file.path for file in made.prints.files] == ["poster/poster-a1.svg"]
    assert len(made.notes) == 1
    assert "mkdocs-stip[poster]" in made.notes[0]


def test_a_roadmap_without_steps_has_nothing_to_print(tmp_path: Path) -> None:
    assert fill(replace(written(tmp_path), units={}), SMALL, None) == Shelf()


def test_each_team_and_paper_gets_its_own(tmp_path: Path) -> None:
    settings = PrintSettings(sizes=("a2",), mono=("a2",), workshop=("a2",), tiles=("a3",))
    made = fill(written(tmp_path), settings, tmp_path / "cache")
    assert made.notes == ()
    names = [file.path.removeprefix("poster/") for file in made.prints.files]
    assert len(set(names)) == len(names)
    assert {"poster-a2-a3.pdf", "poster-a2-proof.pdf", "poster-a2-mono.pdf", "workshop-a2.pdf"} <= set(names)
    assert [file.unit for file in made.prints.files if file.kind == "team"] == ["unit-0", "unit-1", "unit-2"]
    assert "teams.pdf" in names
    for file in made.prints.files:
        if file.sheets:
            assert isinstance(file.content, bytes)
            assert len(pypdf.PdfReader(io.BytesIO(file.content)).pages) == file.sheets, file.path
