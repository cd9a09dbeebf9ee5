"""The whole roadmap is one file for programs that keeps to its published schema, and tables for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from building import ROOT, contents
from checking import wrong
from stip.exports import plan_files
from stip.exports.structure import structure
from stip.loading import load
from stip.model import Audience, Roadmap
from stip.pages.places import places
from stip.text.words import words_for

Make = Callable[..., Roadmap]

AWKWARD = 'Súdwest-Fryslân; "de Wâlden" & zo, y/ÿ\nen =1+1'
STEPS: tuple[dict[str, Any], ...] = (
    {"id": "plan", "title": "Zzplan", "when": "2026-Q1", "status": "done"},
    {"id": "day", "title": "Zzday", "when": "2027-02-08", "after": ["plan"], "certainty": "rough", "why": AWKWARD},
    {"id": "long", "title": "Zzlong", "when": {"from": "2027", "until": "2028"}, "benefit": {"pers": "Zzgain"}},
    {"id": "end", "title": "Zzend", "when": "later", "kind": "intervention"},
)


def written(roadmap: Roadmap, *, root: str = "") -> dict[str, bytes]:
    """Return the files as a site makes them, by name."""
    stand = places(roadmap, words_for(roadmap.settings.language), directory_urls=True)
    return contents(plan_files(roadmap, {key: f"{root}{place}" for key, place in stand.items()}))


def whole(roadmap: Roadmap, **more: str) -> Any:
    """Read the whole roadmap again."""
    return json.loads(written(roadmap, **more)["gegevens/roadmap.json"])


def rows(roadmap: Roadmap, name: str) -> list[dict[str, str]]:
    """Read a table again, each row by its header."""
    text = written(roadmap)[f"gegevens/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("audience", Audience)
def test_the_example_keeps_to_the_schema(audience: Audience) -> None:
    """Every key that there is stands in the schema, and every value has the form that it says.

    Published it is open: who kept a copy can read what a later program adds.
    """
    loaded = load(ROOT / "roadmap.yaml", ROOT / "content", audience=audience)
    assert loaded.roadmap
    stand = places(loaded.roadmap, words_for("nl"), loaded.editions, directory_urls=True)
    files = contents(plan_files(loaded.roadmap, stand, loaded.editions))
    made, published = (json.loads(files[f"gegevens/{name}"]) for name in ("roadmap.json", "roadmap.schema.json"))
    schema = structure(words_for("nl"), audience)
    assert list(wrong(made, schema)) == []
    assert list(wrong({**made, "later": 1}, schema)) != []
    assert list(wrong({**made, "later": 1}, published)) == []
    assert made["$schema"] == "roadmap.schema.json"
    assert len(made["departments"]) == len(loaded.roadmap.units)
    assert sum(len(unit.get("steps", ())) for unit in made["departments"]) == len(loaded.roadmap.steps)
    assert [one["name"] for one in made["editions"]] == [one.name for one in loaded.editions]
    assert ("budgets" in schema["properties"]["practices"]["properties"]) is (audience is Audience.STEERING)


def test_the_schema_refuses_what_is_not_so(make: Make) -> None:
    made = json.loads(written(make(*STEPS))["gegevens/roadmap.json"])
    schema = structure(words_for("nl"), Audience.STAFF)
    step = made["departments"][0]["steps"][0]
    for key, value in (("when", "soon"), ("unit", 3), ("status", "busy"), ("zz", "")):
        before = dict(step)
        step[key] = value
        assert list(wrong(made, schema)), key
        step.clear()
        step.update(before)
    del made["updated"]
    assert list(wrong(made, schema)) == [": lacks updated"]


def test_a_step_has_what_people_wrote_and_what_is_reckoned(make: Make) -> None:
    plan, day, long, end = whole(make(*STEPS), root="https://zz.example/")["departments"][0]["steps"]
    assert (plan["first"], plan["last"]) == ("2026-01-01", "2026-03-31")
    assert (plan["certainty"], plan["next"], plan["needed_by"], plan["unit"]) == ("expected", "day", ["day"], "one")
    assert plan["url"] == "https://zz.example/afdelingen/one/#plan"
    assert (day["when"], day["certainty"], day["waits"], day["why"]) == ("2027-02-08", "rough", ["plan"], AWKWARD)
    assert long["when"] == {"from": "2027", "until": "2028"}
    assert long["benefit"] == {"pers": "Zzgain"}
    assert "first" not in end
    assert (end["end"], end["intervention"]) == ("horizon", 1)
    assert "next" not in end


def test_an_address_counts_from_the_home_page_when_the_site_declares_none(make: Make) -> None:
    made = whole(make(*STEPS, address=None))
    assert "address" not in made
    assert made["departments"][0]["url"] == "afdelingen/one/"


def test_every_record_has_a_table(make: Make) -> None:
    roadmap = make(*STEPS, goals=[{"id": "goal", "title": "Zzgoal", "kind": "employee"}])
    names = {name.removeprefix("gegevens/") for name in written(roadmap)}
    assert names == {"roadmap.json", "roadmap.schema.json", "departments.csv", "steps.csv", "goals.csv", "personas.csv"}
    plan, day, *_ = rows(roadmap, "steps")
    assert (plan["Afdeling"], plan["Afdeling (id)"], plan["Eerste dag"]) == ("Súdwest", "one", "2026-01-01")
    assert (plan["Status"], plan["Soort"], plan["Hierop wachten (ids)"]) == ("Klaar", "Mijlpaal", "day")
    assert (day["Waarom?"], day["Hoe zeker?"]) == (AWKWARD, "alleen de richting is bekend")
    assert [unit["Nummer"] for unit in rows(roadmap, "departments")] == ["1", "1", "", ""]
    assert rows(roadmap, "goals")[0]["Voor wie?"].startswith("Voor collega")
    assert rows(roadmap, "personas")[0]["id"] == "pers"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_column_has_a_name(make: Make, language: str) -> None:
    """No column is called by its key: who reads a table reads no YAML."""
    roadmap = make(*STEPS, language=language, goals=[{"id": "goal", "title": "Zz"}])
    for name, content in written(roadmap).items():
        if name.endswith(".csv"):
            header = content.decode("utf-8-sig").splitlines()[0].split(";")
            assert [one for one in header if one.islower() and one != "id"] == [], name


def test_same_input_same_bytes(make: Make) -> None:
    assert written(make(*STEPS)) == written(make(*STEPS))
