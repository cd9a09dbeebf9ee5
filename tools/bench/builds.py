"""The rows of a build: cold, warm, our share in both, its memory, and how large its pages are."""

from __future__ import annotations

from collections.abc import Iterator

import targets
from figures import Figure, compared, memory
from organisations import Organisation
from running import Run


def measure(organisation: Organisation, rounds: int) -> Iterator[Figure]:
    """Build with Stip, cold and warm, and the bare project, in turns."""
    name, bare_project = organisation.name, organisation.bare
    bare: list[Run] = []
    cold: list[Run] = []
    warm: list[Run] = []
    for _ in range(rounds):
        cold.append(organisation.build(organisation.own, cold=True))
        bare.append(organisation.build(bare_project, cold=True))
        warm.append(organisation.build(organisation.own))
    yield compared(targets.COLD, name, cold, bare)
    yield compared(targets.WARM, name, warm, bare)
    yield _share(targets.COLD_SHARE, name, cold)
    yield _share(targets.WARM_SHARE, name, warm)
    yield _share(targets.LOADING, name, warm, part="loading")
    yield memory(targets.MEMORY, name, cold)
    yield from _weights(organisation)


def _share(row: str, size: str, runs: list[Run], part: str = "ours") -> Figure:
    """Tell what part of the clock of a build is ours."""
    own, whole = (tuple(run.told[key] for run in runs) for key in (part, "whole"))
    return Figure(row, size, own, against=whole)


def _weights(organisation: Organisation) -> Iterator[Figure]:
    site = organisation.own / "site"
    sizes = {file.relative_to(site).as_posix(): file.stat().st_size / 1e3 for file in site.rglob("*.html")}
    yield Figure(targets.HOME, organisation.name, (sizes["index.html"],), "kB")
    yield Figure(targets.LARGEST, organisation.name, (max(sizes.values()),), "kB")


def growth(figures: list[Figure], counts: dict[str, int]) -> Iterator[Figure]:
    """Set what each department and step costs in the largest site beside what it costs in the smallest."""
    costs = {one.size: one for one in figures if one.row == targets.COLD and one.size in counts}
    if {"S", "L"} <= costs.keys():
        own, other = (tuple(value / counts[size] * 1e3 for value in costs[size].values) for size in ("L", "S"))
        yield Figure(targets.GROWTH, "L", own, "ms", against=other)
