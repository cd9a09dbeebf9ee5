"""Includes: which files a pattern names, none of them outside the roadmap's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.closed import leaves_folder
from stip.loading.findings import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from stip.problems import Place


def included_files(folder: Path, pattern: str, place: Place) -> tuple[list[Path], list[Finding]]:
    """Return the files that match `pattern`, by code point, and what was wrong with the pattern."""
    values = {"pattern": pattern}
    if leaves_folder(pattern):
        return [], [Finding("include_outside", place, values)]
    try:
        files = sorted(
            (path for path in folder.glob(pattern) if path.name[0] != "." and path.is_file()),
            key=lambda path: path.relative_to(folder).as_posix(),
        )
    except (ValueError, OSError, NotImplementedError, IndexError):  # the last for ".", by some versions of Python
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
