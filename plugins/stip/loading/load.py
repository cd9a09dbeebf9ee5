"""Load: read everything, check everything, and return the roadmap with all problems in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from stip.loading.checks import check
from stip.loading.content import content_folder, read_content
from stip.loading.declared import Declared
from stip.loading.findings import worded
from stip.loading.roadmap import read_roadmap
from stip.problems import Problem, Severity
from stip.text.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stip.loading.findings import Finding
    from stip.model import Roadmap


@dataclass(frozen=True)
class Loaded:
    """What came of loading: the roadmap (None when anything is wrong) and all problems, sorted by place.

    `inputs` are the files and folders whose change makes another roadmap. `colours` are the light and dark
    value of every colour that the site gives another value than the theme does. `language` is that of the problems.
    """

    roadmap: Roadmap | None
    problems: tuple[Problem, ...]
    inputs: tuple[Path, ...]
    language: str
    colours: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def load(
    roadmap: Path,
    content: Path | None = None,
    *,
    language: str | None = None,
    overrides: Path | None = None,
) -> Loaded:
    """Load the roadmap at `roadmap` with its content folder; `language` forces the language of the problems.

    `overrides` is the folder in which a site may keep its own `colours.yaml`.

    Never raises for what people wrote: every mistake is a problem.
    """
    files = read_roadmap(roadmap)
    spoken = files.language or language or "nl"
    pages = read_content(content or content_folder(roadmap.parent, spoken), spoken)
    declared = Declared(files, pages)
    read = [*files.findings, *pages.findings]
    findings = [*read, *check(declared, read)]
    problems = _problems(findings, language or spoken)
    bad = any(problem.severity is Severity.ERROR for problem in problems)
    inputs = tuple(dict.fromkeys([*files.inputs, *pages.inputs]))
    del overrides
    return Loaded(None if bad else declared.roadmap(), problems, inputs, language or spoken)


def _problems(findings: Iterable[Finding], language: str) -> tuple[Problem, ...]:
    words = words_for(language)
    return tuple(sorted({worded(finding, words) for finding in findings}))
