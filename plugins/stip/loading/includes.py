"""Includes: which files the patterns of `include:` name, none of them outside the roadmap's folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from stip.loading.findings import Finding

if TYPE_CHECKING:
    from stip.problems import Place

_SIGNS = re.compile(r"[*?\[]")


def included_files(folder: Path, pattern: str, place: Place) -> tuple[list[Path], list[Finding]]:
    """Return the files that match `pattern`, by code point, and what was wrong with the pattern."""
    values = {"pattern": pattern}
    if _leaves(pattern):
        return [], [Finding("include_outside", place, values)]
    try:
        files = sorted(
            (path for path in folder.glob(pattern) if path.name[0] != "." and path.is_file()),
            key=lambda path: path.relative_to(folder).as_posix(),
        )
    except (ValueError, OSError, NotImplementedError):
        return [], [Finding("include_nothing", place, values)]
    root = folder.resolve()
    inside = [path for path in files if path.resolve().is_relative_to(root)]
    findings = [
        Finding("include_outside", place, {"pattern": path.relative_to(folder).as_posix()})
        for path in files
        if path not in inside
    ]
    if not files:
        findings.append(Finding("include_nothing", place, values))
    return inside, findings


def watched_folders(folder: Path, pattern: str) -> list[Path]:
    """Return the folder in which files that match `pattern` can appear; never the roadmap's folder itself."""
    if _leaves(pattern):
        return []
    parts = pattern.split("/")[:-1]
    fixed: list[str] = []
    for part in parts:
        if _SIGNS.search(part):
            break
        fixed.append(part)
    return [folder.joinpath(*fixed)] if fixed else []


def _leaves(pattern: str) -> bool:
    parts = re.split(r"[/\\]", pattern)
    return ".." in parts or parts[0] == "" or ":" in parts[0] or parts[0] == "~"
