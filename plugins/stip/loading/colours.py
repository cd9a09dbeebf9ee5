"""Colours: those that a site gives another value than the theme does, each still easy to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stip.loading.findings import Finding, Word
from stip.loading.suggest import suggestion
from stip.loading.yaml_files import read_yaml
from stip.tokens import TOKENS, ContrastProblem, contrast_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from stip.loading.source import Source

FILE = "colours.yaml"
_SCHEMES = ("light", "dark")
_FORM = re.compile(r"#[0-9A-Fa-f]{6}")


def load_colours(folder: Path, beside: Path) -> tuple[Mapping[str, tuple[str, str]], list[Finding]]:
    """Read `colours.yaml` in a site's own folder: (light, dark) by token name, and what is wrong with it.

    No file means no colours. A scheme that is not given keeps the theme's colour. A link may lead to what lies
    `beside` the roadmap.
    """
    path = folder / FILE
    if not path.exists():
        return {}, []
    source, findings = read_yaml(path, folder, beside)
    data = source.data if isinstance(source.data, dict) else {}
    wrong = [*findings, *(finding for name in data for finding in _mistakes(source, name))]
    if wrong:
        return {}, wrong
    colours = {
        name: (given.get("light", TOKENS[name].light), given.get("dark", TOKENS[name].dark))
        for name, given in data.items()
    }
    return colours, [_contrast(source, problem) for problem in contrast_problems(colours)]


def _mistakes(source: Source, name: str) -> Iterator[Finding]:
    given = source.data[name]
    if name not in TOKENS:
        yield suggestion("colour_known", source.key_place((name,)), name, TOKENS, {"key": name})
    elif given is not None and not isinstance(given, dict):
        yield Finding("not_mapping", source.place((name,)), {"key": name})
    for scheme, value in given.items() if isinstance(given, dict) else ():
        place = source.place((name, scheme))
        if scheme not in _SCHEMES:
            values = {"key": scheme, "record": Word("problems.records.colour")}
            yield suggestion("unknown_key", source.key_place((name, scheme)), scheme, _SCHEMES, values)
        elif value is not None and not (isinstance(value, str) and _FORM.fullmatch(value)):
            yield Finding("colour_form", place, {"value": value})


def _contrast(source: Source, problem: ContrastProblem) -> Finding:
    pair = problem.pair
    name = pair.front if pair.front in source.data else pair.back
    values = {
        "front": pair.front,
        "back": pair.back,
        "scheme": Word(f"problems.schemes.{problem.scheme}"),
        "contrast": f"{problem.contrast:.1f}",
        "least": f"{pair.least:g}",
    }
    return Finding("colour_contrast", source.place((name, problem.scheme)), values)
