"""Write docs/reference.nl.md and docs/reference.en.md: every key that people may write, and every code they may meet.

    python tools/reference.py

The tables come from the schema and from the table of codes, so they cannot tell anything else than the program does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stip.loading.codes import RULES
from stip.schema import KINDS, schema
from stip.text.words import LANGUAGES, Words, words_for

FOLDER = Path(__file__).parent.parent / "docs"


def reference(language: str) -> str:
    """Return the whole page in one language."""
    words = words_for(language)
    told: set[str] = set()
    parts = [f"# {words('reference.title')}", words("reference.intro")]
    for kind in KINDS:
        tree = schema(kind, language)
        parts += [f"## {tree['title']}", _table(tree, words)]
        for name, record in tree.get("$defs", {}).items():
            if name not in told and record.get("type") == "object":
                told.add(name)
                parts += [f"### {record.get('title', name)}", _table(record, words)]
    parts += [f"## {words('reference.codes')}", words("reference.codes_intro"), _codes(words)]
    return "\n\n".join(parts) + "\n"


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
        entry = words.entries[f"problems.{name}.text"]
        text = (entry if isinstance(entry, str) else entry["other"]).replace("|", "\\|")
        yield f"| {rule.code} | {rule.severity} | {text} |"


def main() -> None:
    """Write both files."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        (FOLDER / f"reference.{language}.md").write_text(reference(language), encoding="utf-8")


if __name__ == "__main__":
    main()
