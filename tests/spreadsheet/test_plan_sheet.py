"""The plan as a spreadsheet holds all of every step, for its audience alone, and is read back as it was."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from building import ROOT
from inventing import Inventor
from roadmaps import mixed
from samples import bare
from spreadsheet.reading import Imported, imported_bytes
from stip.loading import load
from stip.model import Goal, Roadmap, Step, Unit
from stip.model.base import Audience
from stip.spreadsheet.plan_sheet import plan_sheet
from stip.text.words import words_for

HOSTILE = ("=1+1", "+31 6", "-x", "@zz", "=cmd|' /C calc'!A0", "\tzz", "_x0041_", "a\nb\n  c", "zz: b", "pers: b")


@pytest.fixture(scope="module")
def example() -> Roadmap:
    loaded = load(ROOT / "roadmap.yaml")
    assert loaded.roadmap
    return loaded.roadmap


def read_back(roadmap: Roadmap, folder: Path) -> Imported:
    made = imported_bytes(plan_sheet(roadmap), folder)
    assert list(made.draft.left()) == []
    return made


def differences(one: Roadmap, other: Roadmap) -> list[tuple[str, str]]:
    """Return the id and field of everything in a step that is not the same."""
    assert {key: [step.id for step in unit.steps] for key, unit in one.units.items()} == {
        key: [step.id for step in unit.steps] for key, unit in other.units.items()
    }
    steps = ((step, other.steps[key]) for key, step in one.steps.items())
    return [
        (old.id, name) for old, new in steps for name in Step.model_fields if getattr(old, name) != getattr(new, name)
    ]


def test_the_example_comes_back_whole(example: Roadmap, tmp_path: Path) -> None:
    """Every field of every step, department and goal; and no doubt about any of it."""
    made = read_back(example, tmp_path)
    assert made.doubts == []
    again = made.roadmap(tmp_path / "out")
    assert differences(example, again) == []
    for key, unit in example.units.items():
        assert again.units[key].model_copy(update={"steps": ()}) == unit.model_copy(update={"steps": ()})
    assert again.goals == example.goals
    assert (again.settings.updated, again.settings.start) == (example.settings.updated, example.settings.start)
    assert again.mission.horizon.when == example.mission.horizon.when


def test_all_statuses_kinds_and_teams_come_back(tmp_path: Path) -> None:
    roadmap = mixed(tmp_path / "mixed")
    made = read_back(roadmap, tmp_path)
    assert made.doubts == []
    assert differences(roadmap, made.roadmap(tmp_path / "out")) == []


@pytest.mark.parametrize("seed", range(8))
def test_invented_steps_come_back(seed: int, tmp_path: Path) -> None:
    """Of all that a step can hold, in every form, with texts that people write."""
    roadmap = invented(seed)
    made = read_back(roadmap, tmp_path)
    read = {str(step.fields["id"]): Step.model_validate(step.fields) for step in made.draft.steps}
    assert [*read] == [*roadmap.steps]
    for key, step in roadmap.steps.items():
        assert read[key] == step


def invented(seed: int) -> Roadmap:
    """Invent a roadmap of which the steps agree with themselves."""
    goals = ["doel", "een-ander"]
    known = {"goal": goals, "persona": ["pers", "x"], "tool": ["t-1", "t-2"], "step": [f"s-{seed}-0"]}
    inventor = Inventor(known, seed=seed)
    units: list[dict[str, Any]] = []
    for place in range(3):
        steps = []
        for number in range(4):
            step = inventor.record(Step) | {"id": f"s-{place}-{number}", "kind": "pilot"}
            step |= {"reason": step.get("reason", "Zz."), "text": HOSTILE[(seed + place + number) % len(HOSTILE)]}
            step.pop("leads_to", None)
            step |= {"latest": "2150"} if "latest" in step else {}
            step["after"] = [f"s-{place}-{number - 1}"] if number else []
            if place == 1 and number == 3:
                step["leads_to"] = "s-2-3"
            if step.get("status") == "stopped":
                step["status"] = "done"
            steps.append(step)
        name = f"{inventor.name()[:60]} {place}"
        units.append({"id": f"u{place}", "name": name, "steps": steps, **({"part_of": "u0"} if place == 2 else {})})
    roadmap = bare(units)
    mission = roadmap.mission.model_copy(update={"goals": tuple(Goal(id=key, title=f"Zz {key}") for key in goals)})
    return dataclasses.replace(roadmap, mission=mission)


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_a_text_is_never_a_formula() -> None:
    """Also once somebody changes it: then the mark that it is a text counts."""
    units = [Unit.model_validate({"id": f"u{n}", "name": f"={text}"}) for n, text in enumerate(("1+1", "cmd|x"))]
    steps = [
        {"id": f"s{n}", "title": text.strip() or "x", "when": "2027"}
        for n, text in enumerate(HOSTILE)
        if "\n" not in text
    ]
    book = opened(plan_sheet(bare([units[0].model_dump() | {"steps": steps}, units[1].model_dump()])))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "d", "n"}
    risky = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@"))]
    assert len(risky) >= 6
    assert all(cell.quotePrefix for cell in risky)


def test_it_is_made_for_people(example: Roadmap) -> None:
    """Headings stay in sight and filter, texts wrap, dates are dates, and a sheet says how it works."""
    words = words_for("nl")
    book = opened(plan_sheet(example))
    assert book.sheetnames == [
        words(f"spreadsheet.sheets.{key}") for key in ("read_me", "steps", "units", "goals", "others")
    ]
    sheet = book["Stappen"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref.split(":")[0]) == ("A2", "A1")
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    assert [*heads][:5] == ["Afdeling", "Team", "Onderdeel-id", "Id", "Stap"]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[heads["Id"] - 1].value == "bz-afspraak")
    assert row[heads["Wanneer"] - 1].value == "2025-11"
    assert [row[heads[key] - 1].value.date().isoformat() for key in ("Eerste dag", "Laatste dag")] == [
        "2025-11-01",
        "2025-11-30",
    ]
    assert row[heads["Stap"] - 1].alignment.wrap_text
    offered = {str(one.sqref).split("2:")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    assert offered[sheet.cell(1, heads["Status"]).column_letter] == '"Idee,Gepland,Loopt,Klaar,Vertraagd,Gestopt"'
    assert "stip import plan.xlsx" in "\n".join(str(cell[0].value) for cell in book["Lees mij"].iter_rows())


def test_same_roadmap_same_bytes(example: Roadmap) -> None:
    """The only day of its own is `updated`: nothing of today, in no part of it."""
    data = plan_sheet(example)
    assert data == plan_sheet(example)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {item.date_time for item in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = packed.read("docProps/core.xml")
    assert core.count(b">2026-11-16T00:00:00Z<") == 2


def test_staff_get_nothing_of_who_steers(example: Roadmap) -> None:
    """What is loaded for those who steer, and then published for staff, is what staff load."""
    steering = load(ROOT / "roadmap.yaml", audience=Audience.STEERING).roadmap
    assert steering
    assert plan_sheet(dataclasses.replace(steering, audience=Audience.STAFF)) == plan_sheet(example)
    assert "alleen voor wie stuurt" in str(
        [row[0].value for row in opened(plan_sheet(steering))["Lees mij"].iter_rows()]
    )


def test_a_changed_sheet_is_read_as_changed(example: Roadmap, tmp_path: Path) -> None:
    """A new row gets an id and its department by name; a new date counts; a row that is gone is gone."""
    book = opened(plan_sheet(example))
    sheet = book["Stappen"]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    ids = {sheet.cell(row, heads["Id"]).value: row for row in range(2, sheet.max_row + 1)}
    sheet.cell(ids["bz-afspraak"], heads["Wanneer"]).value = "Q1 2026"
    sheet.delete_rows(sheet.max_row)
    new = sheet.max_row + 1
    for key, text in (("Afdeling", "Burgerzaken"), ("Stap", "Zznew"), ("Wanneer", "2030")):
        sheet.cell(new, heads[key]).value = text
    book.save(tmp_path / "changed.xlsx")
    made = imported_bytes((tmp_path / "changed.xlsx").read_bytes(), tmp_path)
    steps = {str(step.fields["id"]): step for step in made.draft.units["burgerzaken"].steps}
    assert steps["zznew"].fields["when"] == "2030"
    assert steps["bz-afspraak"].fields["when"] == "2026-Q1"
    assert [one.split()[0] for one in made.doubts if f"{ids['bz-afspraak']}" in one] == [
        "period_beside",
        "period_beside",
    ]
    assert len(made.draft.steps) == len(example.steps)


def test_a_step_that_was_moved_by_its_names_alone_is_a_doubt(example: Roadmap, tmp_path: Path) -> None:
    """The id of its unit counts, and whoever moved it is told how to go on; without the id the name counts."""
    book = opened(plan_sheet(example))
    sheet = book["Stappen"]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    ids = {sheet.cell(row, heads["Id"]).value: row for row in range(2, sheet.max_row + 1)}
    for key in ("bz-afspraak", "bz-zuil"):
        sheet.cell(ids[key], heads["Afdeling"]).value = "Communicatie"
    sheet.cell(ids["bz-zuil"], heads["Onderdeel-id"]).value = None
    book.save(tmp_path / "moved.xlsx")
    made = imported_bytes((tmp_path / "moved.xlsx").read_bytes(), tmp_path)
    of = {str(step.fields["id"]): unit.id for unit in made.draft.units.values() for step in unit.steps}
    assert (of["bz-afspraak"], of["bz-zuil"]) == ("burgerzaken", "communicatie")
    assert f"unit_beside Stappen!E{ids['bz-afspraak']}" in made.doubts


def test_the_language_of_the_roadmap_is_that_of_the_sheet(tmp_path: Path) -> None:
    roadmap = bare([{"id": "one", "name": "One", "steps": [{"id": "s", "title": "Zz", "when": "2027"}]}], language="en")
    assert opened(plan_sheet(roadmap)).sheetnames[:2] == ["Read me", "Steps"]
    made = imported_bytes(plan_sheet(roadmap), tmp_path)
    assert made.draft.facts["language"] == "en"
    assert made.doubts == []
