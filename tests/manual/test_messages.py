"""Every code is explained, with an example that the cases prove."""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

import pytest

from building import ROOT
from stip.loading.codes import RULES
from stip.manual.examples import examples
from stip.manual.messages import families, messages
from stip.model.base import Audience
from stip.text.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained(language: str) -> None:
    """What it says, what it is about and why; a group of codes without words would be a traceback."""
    known = messages(language)
    assert set(known) == {rule.code for rule in RULES.values()}
    assert {one.code for family in families(language).values() for one in family.messages} == set(known)
    assert all(variant.text for message in known.values() for variant in message.variants)
    assert all(family.title and family.why for family in families(language).values())
    assert all("{" not in variant.text for message in known.values() for variant in message.variants)


def test_almost_every_code_has_an_example() -> None:
    """Only a folder in place of a file, and a file of many megabytes, stand in no case."""
    assert {rule.code for rule in RULES.values()} - set(examples()) == {"YM-02", "YM-03"}
    without = {code for code, one in examples().items() if one.right is None}
    assert without == {"AD-06"}  # the remedy is in another file, of which that case tells nothing
    assert all(set(one.said) == set(LANGUAGES) for one in examples().values())
    assert all(f" {code}: " in text for code, one in examples().items() for text in one.said.values())


def test_the_examples_are_those_of_the_cases() -> None:
    """The file was written by `python tools/examples.py`; run it again when a case or a message has changed."""
    module = _tool("examples")
    assert module.TARGET.read_text("utf-8") == module.examples()


def test_examples_are_small() -> None:
    """They are in every wheel."""
    assert _tool("examples").TARGET.stat().st_size < 300_000


def test_a_message_says_how_bad_it_is() -> None:
    """As the table of codes does: with the adoption framework, and whether a site may weigh it."""
    known = messages("nl")
    assert (known["ID-02"].severity, known["ID-02"].free) == ("error", False)
    assert (known["AD-07"].severity, known["AD-07"].asked, known["AD-07"].free) == ("warning", "error", True)
    assert "step" in dict(known["AD-59"].about)
    assert known["BG-03"].audience is Audience.STEERING
    assert known["ID-02"].audience is Audience.STAFF


def test_braces_that_are_meant_stay() -> None:
    """A value of one case stands in brackets; a mapping to copy stands in braces."""
    hints = [variant.hint for variant in messages("nl")["DT-03"].variants]
    assert any("{from: 2026-09, until: 2026-11}" in hint for hint in hints)
    assert messages("nl")["ID-02"].variants[0].text == "[kind] '[id]' bestaat niet"


def _tool(name: str) -> Any:
    """Load a script of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module
