"""Drawings are kept between builds: what did not change is not drawn again, and looks the same."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from scene.roads import map_spec, path_spec
from stip.cache import Cache
from stip.diagrams import Engine, find_engine
from stip.pages import album
from stip.pages.album import Drawing, Wanted, draw

ENGINE = find_engine()
WANTED = (
    Wanted("index.md", "map-wide", map_spec(2, 3)),
    Wanted("index.md", "map-phone", map_spec(2, 3)),
    *(Wanted(f"afdelingen/{name}.md", "path", path_spec(1, 3)) for name in "abcd"),
)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Wanted]:
    """Note what is really drawn."""
    found: list[Wanted] = []
    own = album._draw  # noqa: SLF001

    def note(wanted: Sequence[Wanted], engine: Engine) -> list[Drawing]:
        found.extend(wanted)
        return own(wanted, engine)

    monkeypatch.setattr(album, "_draw", note)
    return found


def test_a_second_build_draws_nothing_and_shows_the_same(tmp_path: Path, drawn: list[Wanted]) -> None:
    bare = draw(WANTED, ENGINE, Cache(None))
    assert [one.svg.count("<svg") for one in bare] == [1] * len(WANTED)
    assert draw(WANTED, ENGINE, Cache(tmp_path)) == bare
    drawn.clear()
    assert draw(WANTED, ENGINE, Cache(tmp_path)) == bare
    assert drawn == []


def test_a_change_draws_that_drawing_alone(tmp_path: Path, drawn: list[Wanted]) -> None:
    first = draw(WANTED, ENGINE, Cache(tmp_path))
    edited = replace(WANTED[3], spec=replace(WANTED[3].spec, title="Anders"))
    wanted = (*WANTED[:3], edited, *WANTED[4:])
    drawn.clear()
    found = draw(wanted, ENGINE, Cache(tmp_path))
    assert drawn == [edited]
    assert "Anders" in found[3].svg
    assert [*found[:3], *found[4:]] == [*first[:3], *first[4:]]


def test_another_engine_draws_all_anew(tmp_path: Path, drawn: list[Wanted]) -> None:
    draw(WANTED, ENGINE, Cache(tmp_path))
    drawn.clear()
    draw(WANTED, replace(ENGINE, version="9"), Cache(tmp_path))
    assert len(drawn) == len(WANTED)


@pytest.mark.parametrize("damage", [b"", b"geen zip", zlib.compress(b"{}"), zlib.compress(b'[{"a": [3]}, {}]\nabc')])
def test_what_cannot_be_read_is_drawn(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    first = draw(WANTED[2:4], ENGINE, cache)
    for entry in tmp_path.glob("??/*"):
        cache.write(entry.name, damage)  # sealed as if it were whole
    assert draw(WANTED[2:4], ENGINE, cache) == first


def test_drawings_are_kept_in_few_files(tmp_path: Path) -> None:
    many = [Wanted(f"afdelingen/{place}.md", "path", WANTED[2].spec) for place in range(60)]
    draw(many, ENGINE, Cache(tmp_path))
    assert len(list(tmp_path.glob("??/*"))) <= 32
