"""Fill page templates: the site's own first, then the package's."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from stip import art
from stip.compiling import Compiled
from stip.fragments import placeholder
from stip.problems import Place, StipError

if TYPE_CHECKING:
    from stip.text.words import Words

_BREAK = "\x1e"
_PROSE = '<div class="stip-prose">\x1f</div>'
_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r"#{1,5} ")
_COMPILED = Compiled(Path(__file__).parent / "templates", "pages/templating.py")


def template_names() -> tuple[str, ...]:
    """Return the names of all page templates, sorted: a site may have its own of each."""
    return tuple(sorted(PackageLoader("stip.pages").list_templates()))


def page_environment(
    words: Words, templates: Path | None, logo: str | None = None, *, brief: bool = False
) -> Environment:
    """Make the environment of all page templates; `t` is the catalogue, `next` parts the blocks of a page.

    With `brief` the search passes by what is told under the titles of steps and practices.
    """
    loaders = [FileSystemLoader(templates)] if templates is not None and templates.is_dir() else []
    environment = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("stip.pages")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=_COMPILED,
    )
    environment.globals.update(
        t=words,
        own_templates=templates,
        unsearched=_ours(' data-search-exclude=""' if brief else ""),
        brief=brief,
        logo=_ours(logo or ""),
        next=_ours(_BREAK),
        prose=_ours(f"{_BREAK}{_PROSE}{_BREAK}"),
        drawing=lambda name: _ours(placeholder(name)),
        sign=art.sign,
        status_mark=art.status,
        change_mark=art.change,
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
    """Return the body of a page: HTML blocks without blank lines, parted by them, and prose as Markdown.

    Raises StipError with file and line when a template of the site's own cannot be filled.
    """
    try:
        html = environment.get_template(template).render(values)
    except Exception as error:
        place = _own_place(error, template, cast("Path | None", environment.globals["own_templates"]))
        if place is None:
            raise
        words = cast("Words", environment.globals["t"])
        raise StipError(words("cli.template_wrong", place=place, reason=error)) from error
    blocks = ("\n".join(filter(None, map(str.strip, block.split("\n")))) for block in html.split(_BREAK))
    body = "\n\n".join(block for block in blocks if block)
    return body.replace(_PROSE, prose_block(prose))


def prose_block(text: str) -> str:
    """Return a person's Markdown as it stands in the body of a page."""
    return f'<div class="stip-prose stip-wrap" markdown="1">\n\n{own_prose(text)}\n\n</div>'


def _own_place(error: Exception, template: str, folder: Path | None) -> Place | None:
    """Return where in a template of the site's own an error arose; None when it is not the site's."""
    if folder is None:
        return None
    frames = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        frames.append((error.filename, error.lineno))
    if isinstance(error, UnicodeDecodeError):
        frames.append((str(folder / template), 0))
    own = [(file, line) for file, line in frames if Path(file).is_relative_to(folder)]
    return Place(Path(own[-1][0]).as_posix(), own[-1][1], 1) if own else None


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
