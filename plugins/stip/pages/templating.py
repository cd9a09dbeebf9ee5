"""Fill page templates: the site's own first, then the package's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup

from stip import art
from stip.pages.page import placeholder

if TYPE_CHECKING:
    from pathlib import Path

    from stip.text.words import Words

_BREAK = "\x1e"
_PROSE = "\x1f"
_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r"#{1,5} ")


def page_environment(words: Words, templates: Path | None, logo: str | None = None) -> Environment:
    """Make the environment of all page templates; `t` is the catalogue, `next` parts the blocks of a page."""
    loaders = [FileSystemLoader(templates)] if templates is not None and templates.is_dir() else []
    environment = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("stip.pages")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.globals.update(
        t=words,
        logo=_ours(logo or ""),
        next=_ours(_BREAK),
        prose=_ours(f'{_BREAK}<div class="stip-prose stip-wrap" markdown="1">{_PROSE}</div>{_BREAK}'),
        drawing=lambda name: _ours(placeholder(name)),
        sign=art.sign,
        status_mark=art.status,
        persona_mark=art.persona,
        pattern=art.pattern,
        scenery=art.scenery,
        path_class=lambda number: art.path_class(number) if number else "",
        road_pattern=lambda number: art.path_pattern(number or 1),
    )
    return environment


def _ours(html: str) -> Markup:
    """Mark HTML as ours: nothing that the roadmap says comes here."""
    return Markup(html)  # noqa: S704


def fill(environment: Environment, template: str, values: dict[str, object], prose: str = "") -> str:
    """Return the body of a page: HTML blocks without blank lines, parted by them, and prose as Markdown."""
    html = environment.get_template(template).render(values)
    blocks = (re.sub(r"\s*\n\s*", "\n", block).strip() for block in html.split(_BREAK))
    body = "\n\n".join(block for block in blocks if block)
    return body.replace(_PROSE, f"\n\n{own_prose(prose)}\n\n")


def own_prose(text: str) -> str:
    """Make a person's Markdown fit under our headings: no second h1, and none of our placeholders."""
    lines = text.strip().replace("data-stip=", "data-stip&#61;").split("\n")
    titles = [index for index, line in _outside_code(lines) if _HEADING.match(line)]
    if any(lines[index].startswith("# ") for index in titles):
        for index in titles:
            lines[index] = f"#{lines[index]}"
    return "\n".join(lines)


def _outside_code(lines: list[str]) -> list[tuple[int, str]]:
    fence = ""
    found = []
    for index, line in enumerate(lines):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
        elif match and match[1] == fence:
            fence = ""
        elif not fence:
            found.append((index, line))
    return found
