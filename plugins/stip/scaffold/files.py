"""Files: every file of a new site, from the templates of its language and the answers."""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from stip import __version__
from stip.scaffold.moments import YEARS, first_quarter, moments
from stip.scaffold.naming import unit_ids
from stip.schema import KINDS, shipped
from stip.text.words import LANGUAGES, words_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stip.scaffold.answers import Answers

PATHS = 4
"""How many paths to begin with there are templates for; departments get them in turn."""
STEPS_EACH = 4
"""How many steps each of them has."""
_SHARED = "shared"
_DOT = re.compile(r"(^|/)dot-")
"""Templates of files whose name begins with a dot have another name here, or they would work in our own repository."""
_PLAIN = re.compile(r"(?!(?:y|yes|no|n|on|off|true|false|null)$)[a-z][a-z0-9-]*")
_SIGNS = re.compile(r"[\\`*_\[\]~#$]|&(?=#?\w+;)")
"""What Markdown reads as something else inside a line."""
_FEW = 3
"""How many departments a question names steps of."""


def file_names(answers: Answers) -> tuple[str, ...]:
    """Return the slash path of every file that the site will have, sorted."""
    return tuple(sorted((*_trees(answers.language), *_departments(_ids(answers)), *_schemas())))


def certain_names() -> tuple[str, ...]:
    """Return the slash path of every file that a site will have whatever is answered, sorted."""
    trees = [_trees(language).keys() for language in LANGUAGES]
    return tuple(sorted((*set.intersection(*map(set, trees)), *_schemas())))


def site_files(answers: Answers) -> dict[str, bytes]:
    """Return every file of the site, {slash path: content}, sorted: the same bytes for the same answers."""
    files = text_files(answers) | schema_files(answers.language)
    return {name: files[name] for name in sorted(files)}


def schema_files(language: str) -> dict[str, bytes]:
    """Return the files from which an editor learns the keys, in a language."""
    return {name: shipped(kind, language).encode() for kind, name in zip(KINDS, _schemas(), strict=True)}


def text_files(answers: Answers) -> dict[str, bytes]:
    """Return every file that people may change, {slash path: content}."""
    environment, ids = _environment(), _ids(answers)
    values = _values(answers, ids)
    texts = {
        name: environment.get_template(template).render(values) for name, template in _trees(answers.language).items()
    }
    for index, name in enumerate(_departments(ids)):
        template = environment.get_template(f"{answers.language}/department/{index % PATHS + 1}.yaml")
        texts[name] = template.render(values, **_department(answers, ids, index))
    return {name: text.encode() for name, text in texts.items()}


def _values(answers: Answers, ids: Sequence[str]) -> dict[str, object]:
    return {
        "name": answers.name,
        "municipality": answers.municipality,
        "departments": answers.departments,
        "ids": ids,
        "steps": lambda ending: ", ".join(_id(f"{unit}-{ending}") for unit in ids[:_FEW]),
        "t": words_for(answers.language),
        "updated": answers.updated.isoformat(),
        "start": first_quarter(answers.updated),
        "horizon": answers.updated.year + YEARS,
        "version": __version__,
    }


def _department(answers: Answers, ids: Sequence[str], index: int) -> dict[str, object]:
    """Return what one department adds: its change waits for the one before it, that of the first for the next."""
    return {
        "id": ids[index],
        "title": answers.departments[index],
        "number": index + 1,
        "other": ids[index - 1 if index else min(1, len(ids) - 1)],
        "alone": len(ids) == 1,
        "begun": index == 0,
        "when": moments(answers.updated, index),
    }


def _ids(answers: Answers) -> tuple[str, ...]:
    return unit_ids(answers.departments, words_for(answers.language)("new.word"))


def _departments(ids: Sequence[str]) -> list[str]:
    return [f"roadmap/{unit}.yaml" for unit in ids]


def _schemas() -> list[str]:
    return [f"schema/{kind}.json" for kind in KINDS]


def _trees(language: str) -> dict[str, str]:
    """Return the template of every file that each site has, by the file's slash path."""
    found: dict[str, str] = {}
    for template in _environment().list_templates():
        folder, _, rest = template.partition("/site/")
        if rest and folder in {_SHARED, language}:
            found[_DOT.sub(r"\1.", rest)] = template
    return found


@functools.cache
def _environment() -> Environment:
    """Make the environment of the templates, whose gaps look like «name»: braces mean something in YAML already."""
    environment = Environment(
        loader=PackageLoader("stip.scaffold"),
        autoescape=False,  # noqa: S701 - makes YAML and Markdown, each with an escape of its own
        undefined=StrictUndefined,
        variable_start_string="«",
        variable_end_string="»",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(text=_text, id=_id, markdown=_markdown)
    return environment


def _text(value: str) -> str:
    """Write any text so that YAML reads exactly this: JSON between quotes is YAML."""
    return json.dumps(value, ensure_ascii=False)


def _id(value: str) -> str:
    """Write an id, between quotes only where YAML would read something else."""
    return value if _PLAIN.fullmatch(value) else _text(value)


def _markdown(value: str) -> str:
    """Write any text so that Markdown shows exactly this."""
    return _SIGNS.sub(r"\\\g<0>", value)
