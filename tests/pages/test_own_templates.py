"""A mistake in a site's own template or logo is told in a sentence with its place, never as a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from stip.pages.templating import fill, page_environment
from stip.problems import StipError
from stip.text.words import words_for


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n{% if x %}\n", 2),
        ("\n{{ nothing.at.all }}\n", 2),
        ('\n\n{% include "missing.html" %}\n', 3),
        ("{{ 1 / 0 }}\n", 1),
        ('{% import "components.html" as c %}\n{{ c.crumbs() }}\n', 2),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "home.html").write_text(text, encoding="utf-8")
    environment = page_environment(words_for("en"), tmp_path)
    with pytest.raises(StipError, match=rf"home\.html:{line}:1: this template cannot be filled"):
        fill(environment, "home.html", {})


def test_a_template_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_bytes("caf\u00e9".encode("latin-1"))
    with pytest.raises(StipError, match=r"home\.html"):
        fill(page_environment(words_for("nl"), tmp_path), "home.html", {})
