"""Small and large roadmaps for tests, made from parameters: never the example municipality."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

from stip.model import Document, Mission, Practice, Question, Roadmap, Settings, Unit

LONG_NAME = "Afdeling " + "Samenwerking en Ontwikkeling van Súdwest-Fryslân & de “Wouden” " * 3
"""A name of more than 180 characters before it is cut, with diacritics, quotes and an ampersand."""


def quoted(value: object) -> str:
    """Write a value so that YAML reads exactly this: JSON is YAML."""
    return json.dumps(value, ensure_ascii=False)


def mission(language: str = "nl", name: str = "Samen Vooruit") -> Mapping[str, str]:
    """Return the mission file."""
    path = {"nl": "content/missie.md", "en": "content/mission.md"}[language]
    text = (
        f"---\nprogramme: {{name: {quoted(name)}, organisation: Test}}\nmission: Zzmission.\n"
        "goals: [{id: doel, title: Zzgoal}]\nhorizon: {title: Zzhorizon, when: 2030}\n---\nZzbody.\n"
    )
    return {path: text}


def roadmap(
    language: str = "nl", departments: int = 3, steps: int = 4, names: Mapping[int, str] | None = None
) -> dict[str, str]:
    """Return the files of a roadmap with this many departments, each with this many steps.

    `names` gives departments, by index, another name; every third department waits for its neighbour.
    """
    lines = [
        "version: 1",
        f"language: {language}",
        "updated: 2026-11-16",
        "start: 2026-Q1",
        "address: https://example.org/zz",
        "departments:",
    ]
    for unit in range(departments):
        lines += [
            f"  - id: unit-{unit}",
            f"    name: {quoted((names or {}).get(unit, f'Zzunit {unit}'))}",
            "    steps:",
        ]
        for step in range(steps):
            after = f", after: [unit-{unit - 1}-{step}]" if unit % 3 == 1 and step == 1 else ""
            year, quarter = 2027 + step // 4, step % 4 + 1
            when = f"{min(year, 2030)}-Q{quarter if year <= 2030 else 4}"
            lines.append(
                f"      - {{id: unit-{unit}-{step}, title: Zzstep {unit} {step}, when: {when}, "
                f"goals: [doel], personas: [pers]{after}}}"
            )
    persona = "---\nname: Zzpersona\nneeds: [Zzneed]\n---\nZztext.\n"
    kinds = {"nl": "vragen", "en": "questions"}
    question = "---\nquestion: Zzquestion?\nkind: why\ndepartments: [unit-0]\npersonas: [pers]\n---\nZzanswer.\n"
    return {
        "roadmap.yaml": "\n".join(lines) + "\n",
        **mission(language),
        "content/personas/pers.md": persona,
        f"content/{kinds[language]}/zzq.md": question,
    }


def mkdocs_yml(
    theme: str = "material", plugins: str = "[search, {stip: {posters: false, manual: false}}]", **more: str
) -> dict[str, str]:
    """Return a mkdocs.yml with nothing but what a foreign project has; without posters, which take time."""
    extra = "".join(f"{key}: {value}\n" for key, value in more.items())
    return {"mkdocs.yml": f"site_name: Test\ndocs_dir: content\ntheme: {theme}\nplugins: {plugins}\n{extra}"}


def bare(
    units: Iterable[Mapping[str, Any]] = (),
    practices: Iterable[Practice] = (),
    questions: Iterable[Mapping[str, Any]] = (),
    **settings: object,
) -> Roadmap:
    """Make a roadmap of these records alone, without files: updated on 16 November 2026, from 2025 to 2031."""
    top = {"version": 1, "language": "nl", "updated": dt.date(2026, 11, 16), "start": "2025", **settings}
    aim = {"programme": {"name": "P"}, "mission": "M", "horizon": {"title": "H", "when": "2031"}}
    read = [Unit.model_validate(unit) for unit in units]
    return Roadmap(
        settings=Settings.model_validate(top),
        mission=Mission.model_validate(aim),
        mission_page=Document("missie.md", ""),
        units={unit.id: unit for unit in read},
        personas={},
        persona_pages={},
        questions={f"q{at}": Question.model_validate(question) for at, question in enumerate(questions)},
        question_pages={},
        practices=tuple(practices),
    )
