"""Write docs/reference.*.md, every key and every code, and content/handleiding/lijsten.md, all lists of practices.

    python tools/reference.py

It writes the schemas that are shipped for editors too.
It writes the examples of `stip explain` too (tools/examples.py).

The tables come from the classes, the schema and the table of codes, so they cannot tell anything else than the
program does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import examples

from stip.loading.about import rules_about
from stip.loading.codes import RULES
from stip.loading.findings import record_word
from stip.manual.messages import rule_text
from stip.model import Glossary, Included, Mission, Persona, Practice, Question, Record, Settings, Unit, practice_kinds
from stip.model.base import records_in
from stip.model.practices import Topic
from stip.schema import KINDS, packed, schema
from stip.text.words import LANGUAGES, Words, words_for

_FILES: tuple[type[Record], ...] = (Settings, Included, Unit, Mission, Persona, Question, Glossary)
ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs"
LISTS = ROOT / "content" / "handleiding" / "lijsten.md"
"""The manual of the example municipality, which is in Dutch."""
SCHEMAS = ROOT / "plugins" / "stip" / "schemas"
_ALSO = ("moment", "step", "unit", "persona", "mission")
"""What is no list, but has checks that lists are part of."""


def reference(language: str) -> str:
    """Return the whole page in one language."""
    words = words_for(language)
    headings = _headings(words)
    told: set[str] = set()
    parts = [f"# {words('reference.title')}", words("reference.intro")]
    for kind in KINDS:
        tree = schema(kind, language)
        parts += [f"## {tree['title']}", _table(tree, words)]
        for name, record in tree.get("$defs", {}).items():
            if name not in told and record.get("type") == "object":
                told.add(name)
                parts += [f"### {headings[name]}", _table(record, words)]
    parts += [f"## {words('reference.codes')}", words("reference.codes_intro"), _codes(words)]
    return "\n\n".join(parts) + "\n"


def lists(language: str) -> str:
    """Return the page of all lists of practices: their fields, their checks, and where a reader meets them."""
    words = words_for(language)
    # Only for maintainers: an employee who searches must not find it.
    parts = ["---\nsearch:\n  exclude: true\n---", f"# {words('reference.lists')}", words("reference.lists_intro")]
    for topic in Topic:
        kinds = [kind for kind in practice_kinds().values() if kind.topic is topic]
        head = [words(f"reference.{key}") for key in ("list", "fields", "checks", "seen")]
        rows = [_row(head), _row(["---"] * len(head)), *(_row(_kind_cells(kind, words)) for kind in kinds)]
        parts += [f"## {words(f'site.topic.{topic}.title')}", "\n".join(rows)]
    head = [words(f"reference.{key}") for key in ("where", "checks")]
    rows = [_row([_name(record, words), _rules(record, words)]) for record in _ALSO]
    parts += [f"## {words('reference.also')}", "\n".join([_row(head), _row(["---"] * len(head)), *rows])]
    parts += [f"## {words('reference.every')}", words("reference.every_text")]
    return "\n\n".join(parts) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _kind_cells(kind: type[Practice], words: Words) -> list[str]:
    """Return what stands in the table of one kind: its list, its fields, its checks, and its pages."""
    fields = []
    for name, field in kind.model_fields.items():
        must = f" ({words('reference.required')})" if field.is_required() else ""
        fields.append(f"`{field.alias or name}`{must}")
    title = f"**{words(f'practices.{kind.record}.title')}**<br>`{kind.key}`<br>{words(f'practices.{kind.record}.list')}"
    return [title, "<br>".join(fields), _rules(kind.record, words), _seen(kind, words)]


def _seen(kind: type[Practice], words: Words) -> str:
    """Say where a reader meets the practices of a kind: all that follows from its class."""
    path = words(f"site.path.{kind.topic}")
    places = [words("reference.seen_topic", page=f"/{path}/")]
    places += [words("reference.seen_own", page=f"/{path}/…/")] if kind.own_page else []
    places += [words("reference.seen_named", group=words(f"site.group.{kind.group}"))]
    places += [words("reference.seen_calendar")] if "dates" in kind.model_fields else []
    places += [words("reference.seen_export", page=f"/{words('site.path.data')}/{kind.key}.csv")]
    return "<br>".join(places)


def _rules(record: str, words: Words) -> str:
    """Return the checks of a record: code, how bad it is, and what it says."""
    found = []
    for code, rule in rules_about(record):
        severity = words(f"site.report.{RULES[rule].severity}")
        if RULES[rule].framework:
            severity = words("reference.framework", plain=severity, asked=words(f"site.report.{RULES[rule].framework}"))
        found.append(f"{code} ({severity}): {_text(rule, words)}")
    return "<br>".join(found) or words("reference.no_checks")


def _text(rule: str, words: Words) -> str:
    """Return what a rule says, without the values of one case, in a cell of a table."""
    return rule_text(rule, words).replace("|", "\\|")


def _name(record: str, words: Words) -> str:
    name = words(record_word(record).key)
    return name[0].upper() + name[1:]


def _headings(words: Words) -> dict[str, str]:
    """Return what each record is called, by the name of its class; a practice by its title and the key of its list."""
    headings = {}
    for model in (*_FILES, *practice_kinds().values()):
        for record in records_in(model):
            if issubclass(record, Practice):
                name = f"{words(f'practices.{record.record}.title')} (`{record.key}`)"
            else:
                name = words(record_word(record.record).key)
            headings[record.__name__] = name[0].upper() + name[1:]
    return headings


def _table(record: dict[str, Any], words: Words) -> str:
    rows = [f"| {words('reference.key')} | {words('reference.meaning')} |", "| --- | --- |"]
    required = set(record.get("required", ()))
    for key, field in record.get("properties", {}).items():
        must = f" ({words('reference.required')})" if key in required else ""
        rows.append(f"| `{key}`{must} | {_meaning(field)} |")
    return "\n".join(rows)


def _meaning(field: dict[str, Any]) -> str:
    """Put a description of several lines into one cell of a table."""
    lines = [line.strip() for line in str(field.get("description", "")).splitlines() if line.strip()]
    return " ".join(f"<br>{line[2:]}" if line.startswith("- ") else line for line in lines).replace("|", "\\|")


def _codes(words: Words) -> str:
    rows = [f"| {words('reference.code')} | {words('reference.weight')} | {words('reference.message')} |"]
    rows += ["| --- | --- | --- |", *_code_rows(words)]
    return "\n".join(rows)


def _code_rows(words: Words) -> Iterator[str]:
    for name, rule in sorted(RULES.items(), key=lambda item: (item[1].code, item[0])):
        severity = (
            f"{rule.severity} ({rule.framework} {words('reference.with_framework')})"
            if rule.framework
            else rule.severity
        )
        yield f"| {rule.code} | {severity} | {_text(name, words)} |"


def main() -> None:
    """Write all of it."""
    FOLDER.mkdir(exist_ok=True)
    SCHEMAS.mkdir(exist_ok=True)
    for language in LANGUAGES:
        (FOLDER / f"reference.{language}.md").write_text(reference(language), encoding="utf-8")
        for kind in KINDS:
            path = SCHEMAS / f"{kind}.{language}.json"
            path.write_text(packed(kind, language), encoding="utf-8", newline="\n")
    LISTS.write_text(lists("nl"), encoding="utf-8")
    examples.main()


if __name__ == "__main__":
    main()
