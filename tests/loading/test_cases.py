"""Every case of tests/cases: files with something wrong, and exactly what is said about them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from stip.cli import main
from stip.cli.inputs import overrides_beside
from stip.loading import load
from stip.loading.codes import RULES
from stip.model import Audience
from stip.problems import failing

CASES = Path(__file__).parents[1] / "cases"
NAMES = sorted(path.relative_to(CASES).as_posix() for path in CASES.glob("*/*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, written: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    """The problems are these, word for word, and the command fails exactly when there is an error."""
    case = yaml.safe_load((CASES / name).read_text("utf-8"))
    written(case.get("files", {}), case.get("language", "nl"))
    audience = Audience(case.get("audience", "staff"))
    loaded = load(Path("roadmap.yaml"), overrides=overrides_beside(Path("roadmap.yaml")), audience=audience)
    assert "\n".join(map(str, loaded.problems)) == case["problems"].rstrip("\n")
    bad = failing(loaded.problems)
    assert (loaded.roadmap is None) == bad
    assert main(["check", "--hints", "--audience", audience]) == int(bad)
    printed = capsys.readouterr().out
    assert all(str(problem) in printed for problem in loaded.problems)


FIXED = [name for name in NAMES if "\nfixed:" in (CASES / name).read_text("utf-8")]


@pytest.mark.parametrize("name", FIXED)
def test_fixed(name: str, written: Callable[..., Path]) -> None:
    """Who does what the message says is heard no more: the files under `fixed` have no problem at all."""
    case = yaml.safe_load((CASES / name).read_text("utf-8"))
    assert case["problems"].strip()
    written({**case["files"], **case["fixed"]}, case.get("language", "nl"))
    audience = Audience(case.get("audience", "staff"))
    loaded = load(Path("roadmap.yaml"), overrides=overrides_beside(Path("roadmap.yaml")), audience=audience)
    assert "\n".join(map(str, loaded.problems)) == ""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_good_files(language: str, written: Callable[..., Path]) -> None:
    """The files that all cases share are good."""
    loaded = load(written({}, language))
    assert loaded.problems == ()
    assert loaded.roadmap is not None


def test_every_code_has_a_case() -> None:
    """Whatever can be said is said in some case, or in a test of its own below tests/loading."""
    said = "".join((CASES / name).read_text("utf-8") for name in NAMES)
    said += "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert {code for code, *_ in RULES.values() if f"{code}" not in said} == set()
