"""Reports: what loading found, as text for people or in the form of a tool that reads it."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

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
    """A list with an object a problem; `file` counts from where the command was started, `line` 0 is the whole file."""
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
    return json.dumps(rows, indent=2)  # in ASCII, for who keeps it in a file may have another encoding


def _as_github(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    """Workflow commands, so that each problem appears beside its line in a pull request."""
    del loaded, options
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
    root = _repository()
    return "\n".join(
        f"::{levels[p.severity]} file={_escape(_from(root, p.place.file), _PROPERTY)},line={p.place.line or 1},"
        f"col={p.place.column or 1},title={_escape(p.code, _PROPERTY)}::{_escape(_said(p), _DATA)}"
        for p in problems
    )


_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}
"""What means something in a workflow command, and how it is written there: in a message, and in what stands before."""


def _escape(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)


def _as_gitlab(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    """A code quality report, as GitLab reads it in a merge request.

    GitLab knows a problem by its fingerprint: that stays the same when the problem moves to another line, and two
    equal problems in one file have their own, in their order.
    """
    del loaded, options
    levels = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}
    root, seen = _repository(), Counter[str]()
    rows = []
    for p in problems:
        path = _from(root, p.place.file)
        told = "\n".join((path, p.code, _LINES.sub("", _said(p))))
        seen[told] += 1
        rows.append(
            {
                "description": _said(p),
                "check_name": p.code,
                "fingerprint": _mark(f"{told}\n{seen[told]}"),
                "severity": levels[p.severity],
                "location": {"path": path, "lines": {"begin": p.place.line or 1}},
            }
        )
    return json.dumps(rows, indent=2)


def _mark(text: str) -> str:
    """Return a mark of a text, which may quote the name of a file that is no text at all."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _said(problem: Problem) -> str:
    return " - ".join(filter(None, (problem.message, problem.hint)))


_LINES = re.compile(r"(?<=\.(?:yaml|json)):\d+(?::\d+)?|(?<=\.md):\d+(?::\d+)?")
"""The line and column behind the name of a file in a message, such as where else an id stands."""
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub and GitLab tell in which folder the repository is."""


def _repository() -> Path | None:
    """Return the folder from which both count paths; None when we stand in none."""
    here = Path.cwd()
    told = (Path(os.environ[name]) for name in _ROOTS if os.environ.get(name))
    found = (folder for folder in (here, *here.parents) if (folder / ".git").exists())
    return next((root.resolve() for root in (*told, *found) if here.is_relative_to(root.resolve())), None)


def _from(root: Path | None, file: str) -> str:
    """Return the path of a file from the root of the repository; as it is when it does not lie in it."""
    path = Path(os.path.abspath(file))  # noqa: PTH100 - a link in the repository is known there by its own name
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else file


FORMATS: Mapping[str, Callable[[Sequence[Problem], Loaded, argparse.Namespace], str]] = {
    "github": _as_github,
    "gitlab": _as_gitlab,
    "json": _as_json,
    "text": _as_text,
}
