"""Options: what mkdocs.yml takes under `- stip:`, as the catalogue tells it; a test compares it with the plugin."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from stip.text.words import words_for

_GROUP = "posters"
"""The option that has options of its own."""


@functools.cache
def options(language: str) -> Mapping[str, str]:
    """Return what each option means, by its name: `posters.sizes` stands inside `posters`."""
    told = words_for(language).section("manual.options")
    return {name.replace(f"{_GROUP}_", f"{_GROUP}."): meaning for name, meaning in told.items()}


def option_sample(name: str) -> tuple[str, ...]:
    """Return the lines around an option in mkdocs.yml."""
    group, dot, own = name.partition(".")
    inner = [f"      {group}:", f"        {own}: …"] if dot else [f"      {name}: …"]
    return ("plugins:", "  - search", "  - stip:", *inner)
