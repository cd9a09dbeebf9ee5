"""Every case of cases/: what somebody changes in a roadmap, and exactly what a reviewer reads of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml

from stip.comparison import FORMATS, Report, Side, compare
from stip.text.words import words_for
from versions import BASE, HERE, edited

CASES: Mapping[str, Any] = {
    f"{path.stem}: {name}": case
    for path in sorted((HERE / "cases").glob("*.yaml"))
    for name, case in yaml.safe_load(path.read_text("utf-8")).items()
}
MakeSide = Callable[..., Side]


READ: dict[str, Side] = {}
"""The files that all cases share, read once for each audience."""


def compared(case: Mapping[str, Any], side: MakeSide) -> Report:
    """Compare the files of a case, `before` and after `change`; each is a change of the files that all share."""
    audience = case.get("audience", "staff")
    if audience not in READ:
        READ[audience] = side(BASE, audience)
    old, new = (
        side(edited(case[key], BASE), audience) if key in case else READ[audience] for key in ("before", "change")
    )
    return Report(compare(old, new), words_for(case.get("language", "nl")))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, side: MakeSide) -> None:
    """The sentences are these, word for word; what comes before them is from what to what, and how much of what."""
    report = compared(CASES[name], side)
    first, *rest = FORMATS["text"](report).split("\n\n")
    assert first.rstrip("\n") == report.heads[0]
    assert "\n\n".join(rest[1:]) == CASES[name].get("says", "")
    assert bool(report.count) == bool(CASES[name].get("says"))
    for told in FORMATS.values():
        assert told(report).endswith("\n")


def test_every_sentence_has_a_case() -> None:
    """Whatever can be said of a change is said in some case."""
    said = "\n".join(case.get("says", "") for case in CASES.values())
    parts = ("step", "unit", "whole", "field", "warn")
    words = words_for("nl")
    texts = {f"{part}.{key}": text for part in parts for key, text in words.section(f"diff.{part}").items()}
    texts |= {key: words.section("diff")[key] for key in ("added", "removed", "renamed", "new-id", "body", "order")}
    unsaid = {key for key, text in texts.items() if not re.search(pattern(text), said)}
    assert unsaid == set()


def pattern(text: str) -> str:
    """Return what a sentence looks like, whatever it names; of a quoted sentence the end is the end of both."""
    whole = re.escape(text).replace(r"\}\.", r"\}\.?")
    return re.sub(r"\\\{\w+\\\}", ".+", whole)
