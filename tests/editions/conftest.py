"""Roadmaps of one change at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from stip.model import Document, Mission, Roadmap, Settings, Unit

Make = Callable[..., Roadmap]

_STEPS: tuple[Mapping[str, Any], ...] = (
    {"id": "a", "title": "Zza", "when": "2026-09", "status": "running"},
    {"id": "b", "title": "Zzb", "when": "2027-Q1", "after": ["x"], "goals": ["goal"]},
    {"id": "c", "title": "Zzc", "when": "later", "status": "idea"},
    {"id": "d", "title": "Zzd", "when": "2027", "status": "stopped", "reason": "Zzbecause"},
)


@pytest.fixture
def make() -> Make:
    """Return `make(updated, one={}, two={}, mission={}, **steps)`: a roadmap with these changes.

    `steps` gives steps of the first unit other values; None takes a step away; a new id adds one at the end.
    """

    def roadmap(
        updated: str = "2026-11-16",
        *,
        one: Mapping[str, Any] | None = None,
        two: Mapping[str, Any] | None = None,
        mission: Mapping[str, Any] | None = None,
        **steps: Mapping[str, Any] | None,
    ) -> Roadmap:
        known = {str(step["id"]): step for step in _STEPS}
        written: dict[str, Any] = {**known}
        for key, values in steps.items():
            written[key] = None if values is None else {"id": key, **known.get(key, {}), **values}
        first = {"id": "one", "name": "Zzone", "steps": [step for step in written.values() if step], **(one or {})}
        second = {
            "id": "two",
            "name": "Zztwo",
            "steps": [{"id": "x", "title": "Zzx", "when": "2026-12"}],
            **(two or {}),
        }
        top = {"version": 1, "language": "nl", "updated": dt.date.fromisoformat(updated), "start": "2025"}
        whole = {
            "programme": {"name": "Zzname"},
            "mission": "Zzmission.",
            "goals": [{"id": "goal", "title": "Zzgoal"}, {"id": "aim", "title": "Zzaim"}],
            "horizon": {"title": "Zzhorizon", "when": "2031"},
            **(mission or {}),
        }
        units = [Unit.model_validate(first), Unit.model_validate(second)]
        return Roadmap(
            settings=Settings.model_validate(top),
            mission=Mission.model_validate(whole),
            mission_page=Document("missie.md", ""),
            units={unit.id: unit for unit in units},
            personas={},
            persona_pages={},
            questions={},
            question_pages={},
        )

    return roadmap
