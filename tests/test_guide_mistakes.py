"""Every mistake that the manual shows gives the message that stands below it, word for word."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from building import ROOT
from guidebook import MANUAL, MISTAKES, Mistake, quoted, small
from stip.editions import FOLDER, snapshot, write
from stip.loading import Loaded, load
from stip.problems import Severity

ROADMAP: Final = Path("roadmap.yaml")
EDITION: Final = f"{FOLDER}/2026-winter.json"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the edition that hangs in the small municipality."""
    folder = tmp_path_factory.mktemp("small")
    _write(folder, small())
    loaded = load(folder / ROADMAP)
    assert loaded.problems == ()
    assert loaded.roadmap is not None
    return write(snapshot(loaded.roadmap, "2026-winter"))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.fence.name)
def test_a_mistake_gives_its_message(
    mistake: Mistake, edition: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That one alone; the lines count from the top of the example."""
    _write(tmp_path, {**mistake.files(), EDITION: edition})
    monkeypatch.chdir(tmp_path)
    loaded = load(ROADMAP, audience=mistake.audience)
    assert "\n".join(map(mistake.told, _told(loaded))) == mistake.message.rstrip("\n")


def test_every_message_stands_below_its_mistake() -> None:
    """None is quoted that nothing proves."""
    assert MISTAKES
    below = dict.fromkeys(MANUAL, 0)
    for mistake in MISTAKES:
        below[mistake.fence.page] += quoted(mistake.message)
    assert {page: quoted(text) for page, text in MANUAL.items()} == below


def test_the_mistakes_are_of_the_example(tmp_path: Path) -> None:
    """What they name is of the municipality on whose site they stand."""
    _write(tmp_path, small())
    few, whole = load(tmp_path / ROADMAP).roadmap, load(ROOT / ROADMAP).roadmap
    assert few is not None
    assert whole is not None
    for name in ("units", "steps", "personas", "questions"):
        assert set(getattr(few, name)) <= set(getattr(whole, name))
    assert {goal.id for goal in few.mission.goals} <= {goal.id for goal in whole.mission.goals}


def _told(loaded: Loaded) -> list[str]:
    """Return what `stip check` prints."""
    return [str(problem) for problem in loaded.problems if problem.severity is not Severity.HINT]


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
