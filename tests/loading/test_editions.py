"""Whatever stands in the folder of editions is read, or told with its place; never both, never neither."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stip.editions import snapshot, write
from stip.loading import load

Write = Callable[..., Path]

FILE = "editions/2026-najaar.json"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "null",
        '"x"',
        "[" * 100_000,
        '{"a":' * 5000,
        '{"version": 1, "name": 1e999}',
        f'{{"version": {"9" * 5000}}}',
        '{"version": NaN}',
        '{"version": [1]}',
        '{"version": true}',
        '{"version": 1, "name": "\\ud800"}',
        '{"version": 1, "units": [{"steps": [{}]}]}',
        '{"a": "b"} {"c": 1}',
        "---\na: b\n",
        "&a [*a]",
        b"\xff\xfe{\x00}\x00",
    ],
)
def test_what_is_no_edition_is_told(text: str | bytes, written: Write) -> None:
    """With the file, and never with a traceback; the rest of the roadmap is still checked."""
    loaded = load(written({FILE: text}))
    assert loaded.roadmap is None
    assert loaded.editions == ()
    assert {problem.place.file for problem in loaded.problems} == {FILE}


@pytest.mark.parametrize("sign", ["\\u001b[31m", "\\ud800", "\\b", "\\u202e", "\\u0000", "\\UFFFE".lower()])
def test_signs_that_no_text_holds_are_told(sign: str, written: Write) -> None:
    """JSON can write any of them as an escape; one that would reach a page could not even be saved."""
    roadmap = load(written({})).roadmap
    assert roadmap
    text = write(snapshot(roadmap, "2026-najaar")).replace('"title": "', f'"title": "zz{sign}', 1)
    loaded = load(written({FILE: text}))
    assert loaded.roadmap is None
    assert {problem.place.file for problem in loaded.problems} == {FILE}
    assert all(problem.place.line > 1 for problem in loaded.problems)


def test_other_files_are_left_alone(written: Write) -> None:
    """Notes beside the editions, a hidden file and a file that is no JSON by its name."""
    loaded = load(written({"editions/README.md": "Zz", "editions/.x.json": "{", "editions/old.json.bak": "{"}))
    assert loaded.problems == ()
    assert loaded.editions == ()


def test_editions_come_in_order_of_their_days(written: Write) -> None:
    """The oldest first, whatever they are called; those of one day by name."""
    roadmap = load(written({})).roadmap
    assert roadmap
    files = {}
    for name, day in (("a", "2026-11-02"), ("c", "2026-03-01"), ("b", "2026-11-02")):
        data = json.loads(write(snapshot(roadmap, name)))
        files[f"editions/{name}.json"] = json.dumps({**data, "date": day})
    loaded = load(written(files))
    assert loaded.problems == ()
    assert [edition.name for edition in loaded.editions] == ["c", "a", "b"]
