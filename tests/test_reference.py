"""The reference in docs/ says what the program does: it is written by `python tools/reference.py`."""

from __future__ import annotations

import importlib.util
from typing import Any

import pytest
import yaml

from building import ROOT
from stip.loading.about import ABOUT
from stip.loading.codes import RULES
from stip.model import practice_kinds
from stip.text.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_is_up_to_date(language: str) -> None:
    """A key or a code that was added stands in it, in both languages."""
    module = _tool()
    page = (ROOT / "docs" / f"reference.{language}.md").read_text(encoding="utf-8")
    assert page == module.reference(language)
    assert all(f"| {rule.code} |" in page for rule in RULES.values())
    assert "`leads_to`" in page


def test_the_manual_lists_every_practice() -> None:
    """Every list of the manual has its fields, its checks, and the places where a reader meets it."""
    module = _tool()
    page = module.LISTS.read_text(encoding="utf-8")
    assert page == module.lists("nl")
    for key, kind in practice_kinds().items():
        assert f"<br>`{key}`<br>" in page
        assert all(f"`{field.alias or name}`" in page for name, field in kind.model_fields.items())


def test_every_rule_of_a_practice_is_about_something() -> None:
    """No check of practices is left out of the manual, and none is in it that does not exist."""
    told = {rule for rules in ABOUT.values() for rule in rules}
    wordings = {"sentences_are_short", "words_are_plain", "sentences_are_active", "texts_know_the_woo"}
    assert told <= set(RULES)
    rules = {rule for module in _families() for rule in module}
    assert rules - told - wordings == {"hints"}


def _families() -> list[set[str]]:
    """Return the rules that have their words in the files of the practices' themes."""
    folder = ROOT / "plugins" / "stip" / "text" / "words" / "nl" / "problems"
    return [set(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(folder.glob("*.yaml"))]


def _tool() -> Any:
    """Load tools/reference.py, which is a script and no package."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "tools" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
