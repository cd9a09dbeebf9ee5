"""Front matter: the YAML at the top of a Markdown file, and the text under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stip.loading.files import read_text, shown
from stip.loading.findings import Finding
from stip.loading.source import Source, read_source
from stip.problems import Place

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = re.compile(r"-{3}[ \t]*\n")
_END = re.compile(r"^(---|\.\.\.)[ \t]*(\n|\Z)", re.MULTILINE)


def read_markdown(path: Path) -> tuple[Source, str, list[Finding]]:
    """Read a Markdown file: its front matter (without data when there is none to read), its text, its findings."""
    name = shown(path)
    text, findings = read_text(path)
    if text is None:
        return Source(name), "", findings
    start = _FENCE.match(text)
    if start is None:
        return Source(name), text, [*findings, Finding("front_matter_missing", Place(name, 1, 1))]
    end = _END.search(text, start.end())
    if end is None:
        return Source(name), text, [*findings, Finding("front_matter_open", Place(name, 1, 1))]
    # The empty first line stands for the fence, so that lines count as in the file.
    source, more = read_source("\n" + text[start.end() : end.start()], name)
    findings += more
    if source.data is None and not more:
        findings.append(Finding("file_empty", Place(name, 1, 1)))
    elif source.data is not None and not isinstance(source.data, dict):
        findings.append(Finding("not_mapping", source.place(()), {"key": name}))
    return source, text[end.end() :].strip("\n"), findings
