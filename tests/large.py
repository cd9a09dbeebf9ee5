"""Large: the files of a roadmap of a whole organisation, untidy as real ones are: long names, holes, and no error."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from inventing import Inventor, Mend
from roadmaps import steps_of
from stip.model import Persona, Question, Record, practice_kinds

UPDATED = "2026-11-16"
_GOALS = ("doel", "dienst", "samen")
_UNITS_A_FILE = 50


class Size(NamedTuple):
    """How much there is of everything; every unit has a path."""

    units: int = 700
    steps: int = 5_000
    practices: int = 10_000
    personas: int = 6
    questions: int = 200
    tops: int = 20
    """How many units stand under no other."""
    middles: int = 100
    """How many stand under these; all others stand under them."""

    def part(self, share: int) -> Size:
        """Return a smaller size: one in `share` of all but the personas, in as many levels."""
        less = {name: getattr(self, name) // share for name in ("units", "steps", "practices", "questions")}
        return self._replace(**less)


LARGE = Size()


def large(size: Size = LARGE) -> dict[str, str]:
    """Return the files of a roadmap of this size: units in three levels, practices of every kind. Always the same."""
    kinds = practice_kinds()
    counts = dict(zip(kinds, _shares(size.practices, len(kinds)), strict=True))
    units = _units(size)
    inventor = Inventor(
        {
            "unit": [unit["id"] for unit in units],
            "step": [step["id"] for unit in units for step in unit["steps"]],
            "goal": _GOALS,
            "persona": _ids("persona", size.personas),
            "question": _ids("vraag", size.questions),
            **{kind.record: _ids(kind.record.replace("_", "-"), counts[key]) for key, kind in kinds.items()},
        }
    )
    inventor.mends = mends(inventor)
    _tell(units, inventor)
    head = {"version": 1, "language": "nl", "updated": UPDATED, "start": "2026-Q1", "include": ["roadmap/*.yaml"]}
    files = {"roadmap.yaml": _yaml(head), "content/missie.md": _page(_MISSION)}
    for first in range(0, len(units), _UNITS_A_FILE):
        files[f"roadmap/afdelingen-{first:04}.yaml"] = _yaml({"departments": units[first : first + _UNITS_A_FILE]})
    for key, kind in kinds.items():
        listed = [{**inventor.record(kind), "id": id_} for id_ in inventor.known[kind.record]]
        files[f"roadmap/{key}.yaml"] = _yaml({key: listed})
    told: Mapping[str, type[Record]] = {"personas": Persona, "vragen": Question}
    for folder, model in told.items():
        for id_ in inventor.known[model.record]:
            files[f"content/{folder}/{id_}.md"] = _page(inventor.record(model), inventor.text())
    return files


_MISSION = {
    "programme": {"name": "Samen Vooruit", "organisation": "Gemeente Súdwest & de “Wâlden”"},
    "mission": "Iedereen kan mee.",
    "goals": [{"id": id_, "title": f"Zzgoal {id_}"} for id_ in _GOALS],
    "horizon": {"title": "Zzhorizon", "when": "2030"},
}


def _shares(total: int, count: int) -> Iterator[int]:
    """Divide a total over so many, the first of which get one more."""
    yield from (total // count + (place < total % count) for place in range(count))


def _ids(word: str, count: int) -> list[str]:
    return [f"{word}-{place}" for place in range(count)]


def _units(size: Size) -> list[dict[str, Any]]:
    units = []
    for place, count in enumerate(_shares(size.steps, size.units)):
        id_ = f"u{place}"
        above = place % size.tops if place < size.tops + size.middles else size.tops + place % size.middles
        part_of = {"part_of": f"u{above}"} if place >= size.tops else {}
        units.append({"id": id_, **part_of, "steps": steps_of(id_, count, all_kinds=True)})
    return units


def _tell(units: list[dict[str, Any]], inventor: Inventor) -> None:
    """Give units and steps their names, texts and links, and leave out here and there what they should have.

    Steps wait only for steps of units before theirs that are not the last, and lead only to last ones: so no ring.
    """
    dice, ids = inventor.dice, {unit["id"]: unit for unit in units}
    waited: list[str] = []
    for place, unit in enumerate(units):
        unit.update(_described(place, inventor))
        for step in unit["steps"]:
            step.update(_said(step, inventor))
            if waited and dice.random() < 0.2:
                step["after"] = sorted({dice.choice(waited) for _ in range(2)})
        above = ids.get(unit.get("part_of", ""), {}).get("steps")
        if above and unit["steps"] and place % 3 == 0:
            unit["steps"][-1]["leads_to"] = above[-1]["id"]
        waited += [step["id"] for step in unit["steps"][:-1]]


def _described(place: int, inventor: Inventor) -> dict[str, Any]:
    dice, share = inventor.dice, inventor.share
    texts = {key: inventor.text() for key in ("summary", "now", "pleasure") if dice.random() < share}
    manager = {"manager": "Teamleider"} if dice.random() < share else {}
    contact = {"contact": {"role": "Loket", "email": f"loket-{place}@example.org"}} if dice.random() < share else {}
    updated, way = dice.choice(["2026-11-01", "2024-02-01"]), dice.choice(["planned", "agile", "devops"])
    return {"name": inventor.name(), **texts, **manager, **contact, "updated": updated, "way_of_working": way}


def _said(step: dict[str, Any], inventor: Inventor) -> dict[str, Any]:
    dice, share = inventor.dice, inventor.share
    personas = dice.sample(inventor.known["persona"], 2)
    texts = {
        key: inventor.text() for key in ("text", "why", "doing", "expect", "todo", "help") if dice.random() < share
    }
    scores = {key: dice.randint(1, 5) for key in ("impact", "satisfaction") if dice.random() < share}
    benefit = {"benefit": {id_: inventor.text() for id_ in personas}} if dice.random() < share else {}
    tools = {"tools": [dice.choice(inventor.known["tool"])]} if dice.random() < share else {}
    named = {"goals": [dice.choice(_GOALS)] if dice.random() < share else [], "personas": personas}
    return {**texts, **scores, **benefit, **tools, **named, "title": f"{step['title']} {inventor.name()}"[:180].strip()}


def mends(inventor: Inventor) -> Mapping[str, Mend]:
    """Return what must agree in a record, or it would be an error: the checks see to that, no field does."""
    dice, units, tools = inventor.dice, itertools.cycle(inventor.known["unit"]), inventor.known["tool"]
    places = {record: itertools.count() for record in ("tool", "scenario")}

    def tool(found: dict[str, Any]) -> dict[str, Any]:
        first, going = next(places["tool"]) == 0, found["status"] in {"discouraged", "leaving"}
        status = "recommended" if first else found["status"]
        return {"status": status, "alternative": tools[0] if going and not first else None, "successor": None}

    def celebration(found: dict[str, Any]) -> dict[str, Any]:
        return {"when": "2030"} if found.get("steps") or found.get("iteration") else {}

    def scenario(_: dict[str, Any]) -> dict[str, Any]:
        place = next(places["scenario"])
        after = [inventor.known["scenario"][place - 1]] if place % 5 else []
        return {"rank": place + 1 if place % 7 and place < 999 else None, "after": after}

    def rollout(found: dict[str, Any]) -> dict[str, Any]:
        return {"waves": [{**wave, "departments": [next(units)]} for wave in found["waves"]]}

    def measurement(found: dict[str, Any]) -> dict[str, Any]:
        return {"readings": _in_order(found["readings"]), "best": 100}

    def moment(_: dict[str, Any]) -> dict[str, Any]:
        day = dt.date(2026, 2, 2) + dt.timedelta(days=dice.randrange(900))
        return {"when": f"{day}", "start": "10:30", "end": "12:00"}

    return {
        "tool": tool,
        "celebration": celebration,
        "scenario": scenario,
        "rollout": rollout,
        "measurement": measurement,
        "tension_arc": _curve,
        "development": _curve,
        "budget": lambda _: {"total": None},
        "business_case": _business_case,
        "figure": _figure,
        "ai_use": _ai_use,
        "risk": lambda _: {"treatment": "avoid"},
        "choice": lambda found: {"chosen": found["options"][0]["title"]},
        "framework": lambda found: {"parts": found.get("parts") or [{"id": "deel", "title": "Zzpart"}]},
        "framework_part": lambda _: {"after": None, "lists": [dice.choice([*practice_kinds()])]},
        "moment": moment,
        "stage": lambda _: {"departments": [next(units)]},
        "ambassador": lambda _: {"name": None, "consent": None},
        "training": lambda found: {"dates": [{"when": "2026-01-20"}, *found.get("dates", ())]},
        "idea_budget": lambda _: {"year": dice.randint(2026, 2030), "amount": "€ 50.000", "spent": "1.250,50"},
        "persona": lambda _: {"real_person": None},
    }


def _curve(found: dict[str, Any]) -> dict[str, Any]:
    return {"points": _in_order(found["points"])}


def _business_case(found: dict[str, Any]) -> dict[str, Any]:
    years = {"year": found["start"]}
    return {key: [one | years for one in found.get(key, ())] for key in ("costs", "gains")}


def _figure(found: dict[str, Any]) -> dict[str, Any]:
    return {} if found.get("counts") else {"value": 12}


def _ai_use(found: dict[str, Any]) -> dict[str, Any]:
    return {"level": "minimal"} if found["level"] == "forbidden" else {}


def _in_order(items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Date things so that they follow each other."""
    return [{**one, "when": f"2026-{month:02}"} for month, one in enumerate(items, start=1)]


class _Dumper(yaml.CSafeDumper):
    """Writes every value out: anchors are not for people."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _yaml(data: Mapping[str, Any]) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def _page(data: Mapping[str, Any], text: str = "Zztext.") -> str:
    return f"---\n{_yaml(data)}---\n{text}\n"
