"""Roadmaps of awkward sizes for the tests that measure: deep, wide, tiny, and one with a bit of everything."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from building import ROOT
from samples import LONG_NAME, mission
from stip.loading import load
from stip.model import Roadmap

_STATUSES: tuple[dict[str, Any], ...] = (
    {"when": "2026-03", "status": "done"},
    {"when": "2026-05", "status": "stopped", "reason": "Het hielp niemand."},
    {"when": {"from": "2026-09", "until": "2027-01"}, "status": "running"},
    {"when": "2027-03-01", "was": "2026-12-01", "status": "delayed", "reason": "We wachten."},
    {"when": "2027-autumn", "status": "planned"},
    {"when": "2028-Q2", "status": "planned"},
    {"when": "2029", "status": "idea"},
    {"when": "later", "status": "idea"},
)
_KINDS = ("milestone", "quick-win", "pilot", "experiment", "training", "decision", "celebration", "intervention")
_ALARM = {"signal": "Zz.", "threshold": "Boven 10.", "owner": "Zzhoofd", "action": "Zz.", "latest": "2029-12-01"}
_TITLES = (
    "Balie",
    "Een formulier voor alle hulp",
    "Gegevensuitwisselingsovereenkomsten tussen samenwerkende gemeenten",
)


def example(_folder: Path) -> Roadmap:
    """Return this repository's own roadmap."""
    return _loaded(ROOT)


def deep(folder: Path) -> Roadmap:
    """Return 60 departments in three levels, with 1,500 steps and names of up to 180 letters."""
    units: list[dict[str, Any]] = []
    for top in range(3):
        units.append({"id": f"t{top}", "name": LONG_NAME[: 60 * (top + 1)]})
        for middle in range(4):
            key = f"t{top}-{middle}"
            units.append({"id": key, "name": f"{middle} {LONG_NAME}"[:180], "part_of": f"t{top}"})
            units += [
                {
                    "id": f"{key}-{i}",
                    "name": f"{i} {LONG_NAME}"[: 20 + 40 * i],
                    "part_of": key,
                    "steps": steps_of(f"{key}-{i}", 25),
                }
                for i in range(5)
            ]
    return _written(folder, units)


def wide(folder: Path) -> Roadmap:
    """Return 14 departments beside each other with 40 steps each."""
    return _written(
        folder, [{"id": f"w{i}", "name": f"Zzafdeling {i}", "steps": steps_of(f"w{i}", 40)} for i in range(14)]
    )


def tiny(folder: Path) -> Roadmap:
    """Return one department with one step."""
    return _written(folder, [{"id": "een", "name": "Een", "steps": steps_of("een", 1)}])


def mixed(folder: Path) -> Roadmap:
    """Return three departments with teams, every status and kind, interventions and many links."""
    units: list[dict[str, Any]] = []
    for i in range(3):
        units.append(
            {
                "id": f"d{i}",
                "name": f"Afdeling {LONG_NAME[9:][: 20 * (i + 1)]}",
                "steps": steps_of(f"d{i}", 16, all_kinds=True),
            }
        )
        for team in range((1, 3, 5)[i]):
            steps = steps_of(f"d{i}-t{team}", 3 + team, all_kinds=True)
            if team:
                steps[-1]["leads_to"] = f"d{i}-13"
            units.append(
                {"id": f"d{i}-t{team}", "name": f"Team {team} {LONG_NAME[:30]}", "part_of": f"d{i}", "steps": steps}
            )
    for unit in units:
        for place, step in enumerate(unit["steps"]):
            if unit["id"] in {"d1", "d2"} and place >= 8:
                step["after"] = [f"d0-{place - 5}", f"d{int(unit['id'][1]) - 1}-{place - 6}", f"d0-{place - 7}"]
    return _written(folder, units)


def organisation(folder: Path, departments: int, steps: int, clusters: int = 0, *, long: bool = False) -> Roadmap:
    """Return departments with as many steps each, which wait for each other here and there.

    With `clusters` they are divided over so many; `long` names of departments have up to 180 letters.
    """
    units: list[dict[str, Any]] = [{"id": f"c{i}", "name": f"Cluster {i}"} for i in range(clusters)]
    for i in range(departments):
        name = f"{i} {LONG_NAME}"[: 20 + 160 * i // departments] if long else f"Zzafdeling {i}"
        above = {"part_of": f"c{i % clusters}"} if clusters else {}
        units.append({"id": f"d{i}", "name": name, **above, "steps": steps_of(f"d{i}", steps, all_kinds=not long)})
    for one, other in itertools.pairwise(units[clusters:]):
        other["steps"][steps // 2]["after"] = [one["steps"][steps // 2]["id"]]
    return _written(folder, units)


def steps_of(prefix: str, count: int, *, all_kinds: bool = False) -> list[dict[str, Any]]:
    """Invent steps in the order of their time; their statuses come in that order too."""
    steps = []
    for i in range(count):
        kind = _KINDS[i % len(_KINDS)] if all_kinds else "milestone"
        state = _STATUSES[min(len(_STATUSES) - 1, i * len(_STATUSES) // count)] if all_kinds else _plain(i, count)
        if kind == "intervention" and state.get("when") == "later":
            kind = "pilot"
        title = f"{_TITLES[i % 3]} {i}" if all_kinds else f"Zzstap {i} {LONG_NAME}"[: 12 + 24 * (i % 8)]
        step = {"id": f"{prefix}-{i}", "title": title, "kind": kind, "goals": ["doel"], "personas": ["pers"], **state}
        steps.append(step | (_ALARM if kind == "intervention" else {}))
    return steps


def _plain(place: int, count: int) -> dict[str, Any]:
    month = place * 48 // count
    return {"when": f"{2027 + month // 12}-{month % 12 + 1:02}"}


def _written(folder: Path, units: list[dict[str, Any]]) -> Roadmap:
    head = {"version": 1, "language": "nl", "updated": "2026-11-16", "start": "2026-Q1", "departments": units}
    texts = {
        "roadmap.yaml": json.dumps(head, ensure_ascii=False, indent=1),
        **mission(),
        "content/personas/pers.md": "---\nname: Zzpersona\nneeds: [Zzneed]\n---\nZztext.\n",
    }
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return _loaded(folder)


def _loaded(folder: Path) -> Roadmap:
    loaded = load(folder / "roadmap.yaml", folder / "content")
    assert loaded.roadmap, "\n".join(map(str, loaded.problems[:5]))
    return loaded.roadmap


MAKERS: Mapping[str, Callable[[Path], Roadmap]] = {
    "example": example,
    "deep": deep,
    "wide": wide,
    "tiny": tiny,
    "mixed": mixed,
}
"""What makes each roadmap, given an empty folder to write in."""
