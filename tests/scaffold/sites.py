"""New sites for tests: answers, and what loading says of the site that is made from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from stip.loading import Loaded, load
from stip.scaffold import Answers, defaults, text_files, write_site
from stip.text.words import words_for

DAY = dt.date(2026, 11, 28)


def answers(language: str = "nl", **other: Any) -> Answers:
    """Return the usual answers, but for those that are given."""
    return replace(defaults(words_for(language), DAY), **other)


def made(folder: Path, given: Answers) -> Loaded:
    """Write the site to a new folder and load it."""
    write_site(folder, text_files(given))  # schemas take seconds, and are no part of a plan
    return load(folder / "roadmap.yaml")
