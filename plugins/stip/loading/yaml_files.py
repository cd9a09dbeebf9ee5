"""YAML files: one whole file, or the front matter of a Markdown file, as a source with its findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stip.closed import is_outside
from stip.loading.files import read_text, shown
from stip.loading.findings import Finding
from stip.loading.kept import read_kept
from stip.loading.source import Source
from stip.problems import Place

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = re.compile(r"-{3}[ \t]*\n")
_END = re.compile(r"^(---|\.\.\.)[ \t]*(\n|\Z)", re.MULTILINE)


class Markdown(NamedTuple):
    """A Markdown file: its front matter, its text, the line at which that begins, and what is wrong."""

    source: Source
    body: str
    line: int
    findings: list[Finding]


def read_yaml(path: Path, *within: Path) -> tuple[Source, list[Finding]]:
    """Read a file of YAML: a mapping at its top level, or a source without data.

    A file that leads, through a link, to what lies in none of the folders `within` stays shut; without any, it may
    lead anywhere.
    """
    name = shown(path)
    if within and path.is_file() and is_outside(path, *within):
        return Source(name), [Finding("file_outside", Place(name))]
    text, findings = read_text(path)
    if text is None:
        return Source(name), findings
    source, more = _read(text, name)
    return source, [*findings, *more]


def read_markdown(path: Path) -> Markdown:
    """Read a Markdown file; its front matter has no data if it cannot be read."""
    name = shown(path)
    text, findings = read_text(path)
    if text is None:
        return Markdown(Source(name), "", 1, findings)
    start = _FENCE.match(text)
    end = _END.search(text, start.end()) if start else None
    if start is None or end is None:
        rule = "front_matter_open" if start else "front_matter_missing"
        return Markdown(Source(name), text, 1, [*findings, Finding(rule, Place(name, 1, 1))])
    # The empty first line stands for the fence, so that lines count as in the file.
    source, more = _read("\n" + text[start.end() : end.start()], name)
    rest = text[end.end() :].lstrip("\n")
    line = text.count("\n", 0, len(text) - len(rest)) + 1
    return Markdown(source, rest.rstrip("\n"), line, [*findings, *more])


def _read(text: str, name: str) -> tuple[Source, list[Finding]]:
    source, findings = read_kept(text, name)
    if isinstance(source.data, dict) or (source.data is None and findings):
        return source, findings
    if source.data is None:
        return source, [Finding("file_empty", Place(name))]
    return Source(name), [*findings, Finding("not_mapping", source.place(()), {"key": name})]
