"""The reference in docs/ says what the program does: it is written by `python tools/reference.py`."""

from __future__ import annotations

import importlib.util

import pytest

from building import ROOT
from stip.loading.codes import RULES
from stip.text.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_is_up_to_date(language: str) -> None:
    """A key or a code that was added stands in it, in both languages."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "tools" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = (ROOT / "docs" / f"reference.{language}.md").read_text(encoding="utf-8")
    assert page == module.reference(language)
    assert all(f"| {rule.code} |" in page for rule in RULES.values())
    assert "`leads_to`" in page
