"""What is promised of each row, at which size: the one place where it stands.

A number is a ratio against the reference in the same run, or the figure itself where there is no reference.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COLD, WARM = "build, cold", "build, warm"
COLD_SHARE, WARM_SHARE = "share of Stip, cold", "share of Stip, warm"
LOADING = "loading Stip, of a warm build"
MEMORY = "build, memory"
HOME, LARGEST = "home page", "largest page"
EDIT = "edit to page in serve"
CHECK, CHECK_AGAIN, CHECK_MEMORY = "stip check", "stip check, again", "stip check, memory"
DIFF = "stip diff"
DRAWING = "drawing"
DRAWING_ENGINE = "drawing, against the engine alone"
POSTER, POSTER_SIZE = "poster A0", "poster A0, PDF"
GROWTH = "growth of a cold build"

REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        COLD: "MkDocs with Material on the same words as plain Markdown",
        WARM: "the same",
        COLD_SHARE: "the whole build in its process",
        WARM_SHARE: "the same",
        LOADING: "the same",
        EDIT: "one word of a plain page of the bare site, in its own serve",
        CHECK: "PyYAML's C parser composing the same files",
        CHECK_AGAIN: "the same",
        DIFF: "the same, of both sides",
        DRAWING_ENGINE: "the embedded Graphviz on the same graphs, without us",
        POSTER: "typst compiling the same page, without us",
        GROWTH: "seconds of the processor for each department and step, L against S",
    }
)
"""Against what each row is measured."""

PROMISED: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        COLD: {"S": 1.0, "L": 1 / 1.5},
        WARM: {"S": 1.0, "L": 1 / 2.5},
        COLD_SHARE: {"S": 0.10, "L": 0.20},
        WARM_SHARE: {"S": 0.02, "M": 0.02, "L": 0.02},
        EDIT: {"S": 1.3, "L": 0.5},
        CHECK: {"XL": 3.0},
        CHECK_MEMORY: {"XL": 500.0},
        DRAWING: {"L": 2.0},
        GROWTH: {"L": 1.0},
        HOME: {"L": 300.0},
        LARGEST: {"S": 1000.0, "M": 1000.0, "L": 1000.0},
    }
)
"""What each row may be at most, by size."""


GUARDED: Mapping[str, Mapping[str, float]] = MappingProxyType({COLD: {"S": 4.0}, WARM: {"S": 1.0}})
"""At what a run with --check fails: about twice what was measured when this was written. What is promised and not
reached yet is told in the table, and stops nobody."""


def promised(row: str, size: str) -> float | None:
    """Return what a row may be at most; None when nothing is promised of it at this size."""
    return PROMISED.get(row, {}).get(size)
