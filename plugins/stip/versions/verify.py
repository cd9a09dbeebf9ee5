"""Verify: what of a site, or of what it was made from, is not as its version says."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from stip.versions.version import Version, hashed


class Kind(enum.StrEnum):
    """How a file differs; the words for it have the same name."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    INPUT_CHANGED = "input_changed"
    INPUT_MISSING = "input_missing"
    INPUT_EXTRA = "input_extra"


@dataclass(frozen=True)
class Difference:
    """A file that is not as the version says."""

    kind: Kind
    path: str


def differences(site: Path, version: Version, own: Path) -> tuple[Difference, ...]:
    """Return which files of a site are not as its version says; `own` is the file of the version."""
    there = hashed(site)
    there.pop(own.relative_to(site).as_posix(), None)
    return tuple(_differences(version.outputs, there, Kind.CHANGED, Kind.MISSING, Kind.EXTRA))


def input_differences(version: Version, now: Mapping[str, str]) -> tuple[Difference, ...]:
    """Return which inputs are not those of a version; `now` is what is there of what it was made from, and besides."""
    return tuple(_differences(version.inputs, now, Kind.INPUT_CHANGED, Kind.INPUT_MISSING, Kind.INPUT_EXTRA))


def _differences(
    then: Mapping[str, str], now: Mapping[str, str], changed: Kind, missing: Kind, extra: Kind
) -> Iterator[Difference]:
    for path in sorted({*then, *now}):
        if path not in now:
            yield Difference(missing, path)
        elif path not in then:
            yield Difference(extra, path)
        elif now[path] != then[path]:
            yield Difference(changed, path)
