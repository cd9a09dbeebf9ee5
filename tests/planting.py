"""Planting: a project with a marked word in all that only those who steer may read, of every kind that there is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

import yaml

from inventing import Inventor
from large import mends
from stip.loading.codes import RULES
from stip.loading.weights import is_free
from stip.model import Audience, Mission, Persona, Practice, Question, Record, Settings, Step, Unit, practice_kinds
from stip.model.base import Address, Email, Id
from stip.model.discretion import steering_parts
from stip.model.practices import StageKind

WORD = re.compile(rb"zqx\d{4}", re.IGNORECASE)
"""A planted word, as it is found again in any file."""
_OWN, _STEERING, _BESIDE = "roadmap/eigen.yaml", "sturing/alles.yaml", "content/sturing/alles.yaml"
"""The files of which every record is for those who steer: it says so itself, or the file does."""
_UNITS = ("een", "twee")
_MKDOCS = """\
site_name: Test
docs_dir: content
theme: {name: material, language: nl}
plugins:
  - search
  - stip:
      audience: !ENV [STIP_AUDIENCE, staff]
      posters: {sizes: [a3], mono: [], tiles: []}
"""
_ID, _ADDRESS, _EMAIL = get_args(Id)[1], get_args(Address)[-1], get_args(Email)[-1]


@dataclass
class Planter(Inventor):
    """Invents records with everything in them; while it is `hiding`, every word is a new marked one.

    In a record of staff it hides only what those who steer alone may read of it, so that every other word is open.
    """

    share: float = 1.0
    hiding: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    """In which field each marked word stands."""
    at: str = ""

    def record(self, model: type[Record]) -> dict[str, Any]:
        """Invent a record with all that it may have."""
        hidden = steering_parts(model).out if not self.hiding else {}
        fields = model.model_fields
        found = {fields[name].alias or name: self._field(model, name, hide=name in hidden) for name in fields}
        mend = self.mends.get(model.record)
        whole = {**found, **(mend(found) if mend else {}), "audience": None}
        return {key: value for key, value in whole.items() if value not in ([], {}, None)}

    def hidden(self, model: type[Record]) -> dict[str, Any]:
        """Invent only what those who steer alone may read of a record."""
        parts = steering_parts(model).out
        return {field.alias or name: self._field(model, name, hide=True) for name, field in parts.items()}

    def _field(self, model: type[Record], name: str, *, hide: bool) -> Any:
        """Invent a field; each word of it is marked when it hides, or when all around it does."""
        field, before = model.model_fields[name], (self.at, self.hiding)
        self.at, self.hiding = f"{self.at or model.record}.{field.alias or name}", self.hiding or hide
        found = self._value(field.annotation, tuple(field.metadata))
        self.at, self.hiding = before
        return found

    def word(self, what: str = "") -> str:
        """Return a new marked word; an open one while nothing is hidden."""
        if not self.hiding:
            return f"open{self.dice.randrange(100_000)}"
        found = f"zqx{len(self.fields):04}"
        self.fields[found] = what or self.at
        return found

    def name(self) -> str:
        """Invent a name around a word."""
        return f"{self.word()} Naam"

    def text(self) -> str:
        """Invent a sentence around a word."""
        return f"Dit is {self.word()}."

    def _string(self, marks: tuple[Any, ...]) -> str | None:
        if _ID in marks:
            return self.word()
        if _ADDRESS in marks:
            return f"https://example.org/{self.word()}"
        return f"{self.word()}@example.org" if _EMAIL in marks else super()._string(marks)


@dataclass(frozen=True)
class Planted:
    """The files of a project, and in which field of which record each word stands that staff may not read."""

    files: Mapping[str, str]
    fields: Mapping[str, str]


def planted() -> Planted:
    """Return a small project: practices of every kind for staff, and of every kind for those who steer, in two ways."""
    kinds = practice_kinds()
    staff = {key: kind for key, kind in kinds.items() if kind.audience is Audience.STAFF}
    named = {"unit": _UNITS, "step": [id_ for unit in _UNITS for id_ in _steps(unit)], "goal": ["doel"]}
    named |= {"persona": ["pers"], "question": ["vraag"]}
    planter = Planter({**named, **{kind.record: [f"open-{key.replace('_', '-')}"] for key, kind in staff.items()}})
    stages = itertools.cycle(StageKind)
    planter.mends = {
        **mends(planter),
        "stage": lambda _: {"kind": str(next(stages)), "departments": list(_UNITS)},
        "scenario": lambda _: {"rank": None, "after": None},
        "rollout": lambda found: {"waves": [{**found["waves"][0], "departments": list(_UNITS)}]},
    }
    files = _open_files(planter, staff)
    planter.hiding = True
    for file in (_OWN, _STEERING, _BESIDE):
        planter.known = {**named, **{kind.record: [planter.word(f"{kind.record}.id")] for kind in kinds.values()}}
        listed = {key: _listed(planter, kind) for key, kind in kinds.items()}
        if file == _OWN:
            document = f"documenten/{planter.word('download.file')}.txt"
            files[f"content/{document}"] = f"Dit is {planter.word('document')}."
            listed["documents"][0]["file"] = document
            listed = {key: [{**one, "audience": "steering"} for one in found] for key, found in listed.items()}
        files[file] = _yaml(listed)
    files["content/sturing/notitie.md"] = f"# Notitie\n\nDit is {planter.word('note')}.\n"
    there = set(WORD.findall("".join((*files, *files.values())).encode()))
    return Planted(files, {word: where for word, where in planter.fields.items() if word.encode() in there})


def _listed(planter: Planter, kind: type[Practice]) -> list[dict[str, Any]]:
    return [{**planter.record(kind), "id": planter.known[kind.record][0]}]


def _open_files(planter: Planter, kinds: Mapping[str, type[Practice]]) -> dict[str, str]:
    """Return what everyone may read, with marked words where only those who steer may."""
    departments = [
        {
            "id": unit,
            "name": f"Afdeling {unit}",
            "steps": [
                {"id": id_, "title": f"Stap {id_}", "when": when, "goals": ["doel"], "personas": ["pers"]}
                | planter.hidden(Step)
                for when, id_ in zip(("2027-01", "2028-02"), _steps(unit), strict=True)
            ],
            **planter.hidden(Unit),
        }
        for unit in _UNITS
    ]
    head = {
        "version": 1,
        "language": "nl",
        "updated": "2026-11-16",
        "start": "2026-Q1",
        "address": "https://example.org/zz",
        "include": ["roadmap/*.yaml"],
        "include_steering": ["sturing/*.yaml", "content/sturing/*.yaml"],
        "checks": {rule.code: "ignore" for rule in RULES.values() if is_free(rule.code)},
        **planter.hidden(Settings),
        "departments": departments,
    }
    mission = {
        "programme": {"name": "Samen Vooruit", "contact": {"role": "Zzrole"}},
        "mission": "Iedereen kan mee.",
        "goals": [{"id": "doel", "title": "Zzgoal"}],
        "horizon": {"title": "Zzhorizon", "when": "2032"},
        **planter.hidden(Mission),
    }
    return {
        "mkdocs.yml": _MKDOCS,
        "roadmap.yaml": _yaml(head),
        "roadmap/open.yaml": _yaml({key: _listed(planter, kind) for key, kind in kinds.items()}),
        "content/missie.md": _page(mission),
        "content/personas/pers.md": _page(planter.record(Persona)),
        "content/vragen/vraag.md": _page(planter.record(Question)),
    }


def _steps(unit: str) -> Sequence[str]:
    return (f"{unit}-1", f"{unit}-2")


def _yaml(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _page(data: Mapping[str, Any]) -> str:
    return f"---\n{_yaml(data)}---\nZztext.\n"
