"""A command that is killed at any moment leaves what was there, or what it makes; the next one tidies up.

A sample, of the commands that end soon; `tools/evidence/kills.py` runs every command at every moment.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from building import write_project
from moments import moments
from samples import roadmap


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("killed") / "project", roadmap(departments=1, steps=2))


@pytest.mark.parametrize(
    ("command", "every", "between"),
    [(["edition", "2026-zz"], 2, False), (["rename", "unit:unit-0", "een"], 6, True)],
    ids=["edition", "rename"],
)
def test_a_kill_leaves_the_old_or_the_new(
    source: Path, tmp_path: Path, command: list[str], every: int, *, between: bool
) -> None:
    """Of many files some can be new and some old, until the next command looks there: it puts all back."""
    found = moments(source, tmp_path / "work", command, ["check"], every=every)
    assert len(found) >= 4
    assert {one.state for one in found} <= {"old", "new", *(["between"] if between else [])}
    assert {one.looked for one in found} <= {"old", "new"}
    assert [one for one in found if one.again != "new" or one.left] == []
