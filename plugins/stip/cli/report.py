"""Reports: what loading found, as text for people or in the form of a tool that reads it."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence

from stip.loading import Loaded
from stip.problems import MOST_LINES, Problem, Severity
from stip.text.telling import told
from stip.text.words import words_for


def _as_text(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    words = words_for(loaded.language)
    # The last line is for the summary.
    few = (one.text for one in told(problems, words, MOST_LINES - 1))
    lines = [*map(str, problems)] if options.all else [*few]
    counts = {s: sum(p.severity is s for p in problems) for s in (Severity.ERROR, Severity.WARNING)}
    if any(counts.values()):
        errors = words("cli.errors", count=counts[Severity.ERROR])
        lines.append(
            words("cli.summary", errors=errors, warnings=words("cli.warnings", count=counts[Severity.WARNING]))
        )
    elif loaded.roadmap is not None:
        units = words("cli.units", count=len(loaded.roadmap.units))
        steps = words("cli.steps", count=len(loaded.roadmap.steps))
        lines.append(words("cli.good", file=options.roadmap.as_posix(), units=units, steps=steps))
    return "\n".join(lines)


def _as_json(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    del loaded, options
    rows = [
        {
            "file": p.place.file,
            "line": p.place.line,
            "column": p.place.column,
            "severity": p.severity,
            "code": p.code,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_github(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    """Workflow commands, so that each problem appears beside its line in a pull request."""
    del loaded, options
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
    return "\n".join(
        f"::{levels[p.severity]} file={p.place.file},line={p.place.line or 1},col={p.place.column or 1},"
        f"title={p.code}::{_escape(' - '.join(filter(None, (p.message, p.hint))))}"
        for p in problems
    )


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _as_gitlab(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    """A code quality report, as GitLab reads it in a merge request."""
    del loaded, options
    levels = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}
    rows = [
        {
            "description": " - ".join(filter(None, (p.message, p.hint))),
            "check_name": p.code,
            "fingerprint": hashlib.sha256(str(p).encode()).hexdigest(),
            "severity": levels[p.severity],
            "location": {"path": p.place.file, "lines": {"begin": p.place.line or 1}},
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Problem], Loaded, argparse.Namespace], str]] = {
    "github": _as_github,
    "gitlab": _as_gitlab,
    "json": _as_json,
    "text": _as_text,
}
