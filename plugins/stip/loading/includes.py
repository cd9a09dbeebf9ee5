"""Includes: which files a pattern names, none of them outside the roadmap's folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stip.closed import leaves_folder
from stip.loading.findings import Finding
from stip.patterns import searched

if TYPE_CHECKING:
    from stip.problems import Place


def included_files(folder: Path, pattern: str, place: Place) -> tuple[list[Path], list[Finding]]:
    """Return the files that match `pattern`, by code point, and what was wrong with the pattern."""
    values = {"pattern": pattern}
    if leaves_folder(pattern):
        return [], [Finding("include_outside", place, values)]
    try:
        search = searched(folder, pattern)
    except (ValueError, OSError):  # a name that no disk takes, a folder that nobody may look into
        return [], [Finding("include_nothing", place, values)]

    def named(path: Path) -> str:
        return path.relative_to(folder).as_posix()

    outside = sorted(map(named, search.outside))
    findings = [Finding("include_outside", place, {"pattern": name}) for name in outside]
    if not search.found and not outside:
        findings.append(Finding("include_nothing", place, values))
    return sorted(search.found, key=named), findings
