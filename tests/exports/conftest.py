"""A small roadmap made in Python: one department with steps and a team, one persona, and practices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from stip.model import Document, Mission, Persona, Roadmap, Settings, Unit, practice_kinds

Make = Callable[..., Roadmap]


@pytest.fixture
def make() -> Make:
    """Return `make(*steps, address=..., language='nl', adoption={}, practices={}, goals=[], **unit)`: a roadmap.

    `practices` are lists by their key in roadmap.yaml; what is given more is about the department.
    """

    def roadmap(
        *steps: Mapping[str, Any],
        address: str | None = "https://zz.example/route",
        language: str = "nl",
        adoption: Mapping[str, Any] | None = None,
        practices: Mapping[str, list[dict[str, Any]]] | None = None,
        goals: Sequence[Mapping[str, Any]] = (),
        **unit: Any,
    ) -> Roadmap:
        units = [
            {"id": "one", "name": "Súdwest", "steps": steps, **unit},
            {"id": "team", "name": "Zzteam", "part_of": "one"},
            {"id": "empty", "name": "Zzempty"},
            {"id": "past", "name": "Zzpast", "until": "2025"},
        ]
        read = [Unit.model_validate(item) for item in units]
        top = {"version": 1, "language": language, "updated": dt.date(2026, 11, 16), "start": "2025"}
        top |= {"address": address} if address else {}
        top |= {"adoption": adoption} if adoption else {}
        mission = {
            "programme": {"name": "Zzname", "organisation": "Gemeente <Zz> & zo"},
            "mission": "Zz.",
            "goals": goals,
            "horizon": {"title": "Zz", "when": "2031"},
        }
        return Roadmap(
            settings=Settings.model_validate(top),
            mission=Mission.model_validate(mission),
            mission_page=Document("missie.md", ""),
            units={item.id: item for item in read},
            personas={"pers": Persona.model_validate({"name": "Zzpers", "needs": ["Zz"]})},
            persona_pages={},
            questions={},
            question_pages={},
            practices=tuple(
                practice_kinds()[key].model_validate(item) for key, items in (practices or {}).items() for item in items
            ),
        )

    return roadmap
