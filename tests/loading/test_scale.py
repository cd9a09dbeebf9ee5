"""A large and untidy roadmap is told of in a few lines, and to who asks in all of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from large import LARGE, large
from samples import roadmap
from stip.cli import main
from stip.loading import Loaded, declare, load
from stip.loading.checks import BY_NAME
from stip.loading.checks.whole import Whole
from stip.loading.codes import RULES
from stip.model import Audience, practice_kinds
from stip.problems import MOST_LINES, Severity

SIZE = LARGE.part(10)
Check = Callable[..., str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a large roadmap."""
    folder = tmp_path_factory.mktemp("large")
    for name, text in large(SIZE).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def loaded(folder: Path) -> Loaded:
    """Return what came of loading it."""
    return load(folder / "roadmap.yaml")


@pytest.fixture
def check(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Return `check(*options)`: what the command prints of it."""
    monkeypatch.chdir(folder)

    def run(*options: str) -> str:
        assert main(["check", *options]) == 0
        return capsys.readouterr().out

    return run


def test_it_has_everything_and_no_error(loaded: Loaded, folder: Path) -> None:
    """Of every kind those who steer get all, and staff what is theirs."""
    assert loaded.roadmap
    assert (len(loaded.roadmap.units), len(loaded.roadmap.steps)) == (SIZE.units, SIZE.steps)
    theirs = load(folder / "roadmap.yaml", audience=Audience.STEERING).roadmap
    assert theirs
    assert {type(practice) for practice in theirs.practices} == set(practice_kinds().values())
    assert len(theirs.practices) == SIZE.practices
    ours = [(one.record, one.id) for one in loaded.roadmap.practices]
    assert ours == [(one.record, one.id) for one in theirs.practices if one.audience is Audience.STAFF]
    assert len({problem.code for problem in loaded.problems}) > 30


def test_it_is_the_same_every_time() -> None:
    assert large(SIZE) == large(SIZE)


@pytest.mark.parametrize("options", [(), ("--hints",), ("--language", "en")])
def test_the_report_is_short_and_names_every_code(loaded: Loaded, check: Check, options: tuple[str, ...]) -> None:
    """Each code that occurs is shown, or counted."""
    text = check(*options)
    assert len(text.splitlines()) <= MOST_LINES
    found = [one for one in loaded.problems if "--hints" in options or one.severity is not Severity.HINT]
    assert {one.code for one in found if one.code not in text} == set()


def test_rules_that_are_left_out_by_name_say_nothing_else(loaded: Loaded, folder: Path) -> None:
    """Who wants no hints hears all else, and no rule that takes long has run for nothing."""
    without = load(folder / "roadmap.yaml", hints=False)
    assert without.problems == tuple(one for one in loaded.problems if one.severity is not Severity.HINT)
    roadmap = loaded.roadmap
    assert roadmap
    whole = Whole(declare(folder / "roadmap.yaml", None, None, Audience.STAFF), roadmap)
    for rule in BY_NAME:
        assert {finding.rule for finding in rule(whole)} <= {rule.__name__} & {*RULES}


def test_all_shows_all(loaded: Loaded, check: Check) -> None:
    lines = check("--all", "--hints").splitlines()
    assert sum(one.lines for one in loaded.problems) == len(lines) - 1
    assert sum(": warning " in line or ": hint " in line for line in lines) == len(loaded.problems)


@pytest.mark.parametrize("form", ["json", "gitlab", "github"])
def test_machines_get_all(loaded: Loaded, check: Check, form: str) -> None:
    text = check("--format", form, "--hints")
    rows: list[Any] = text.splitlines() if form == "github" else json.loads(text)
    assert len(rows) == len(loaded.problems)
    if form == "json":
        assert Counter(row["code"] for row in rows) == Counter(one.code for one in loaded.problems)


def test_other_commands_are_as_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an edition is made of is told of in as few lines."""
    files = roadmap(departments=30, steps=4)
    files["roadmap.yaml"] = files["roadmap.yaml"].replace("when: 2027", "status: done, when: 2027")
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["edition", "zz"]) == 0
    assert 0 < len(capsys.readouterr().err.splitlines()) <= MOST_LINES
