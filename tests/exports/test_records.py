"""The tables open in a spreadsheet as they are, the JSON is stable, and nobody is told who did not agree."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from building import contents
from stip.exports import record_files
from stip.model import Roadmap, practice_kinds
from stip.model.practices import Audience

Make = Callable[..., Roadmap]

AWKWARD = 'Súdwest-Fryslân; "de Wâlden", y/ÿ\nen de rest'
TRAINING = {
    "id": "zz",
    "title": "Zz",
    "text": AWKWARD,
    "departments": ["one", "team"],
    "form": "online",
    "dates": [
        {"when": "2027-01-12", "start": "09:30", "place": "Zaal 2"},
        {"when": {"from": "2027-02-01", "until": "2027-02-03"}},
    ],
    "contact": {"role": "Zzrole", "phone": "0500"},
}
AGREED = {"given": "2026-01-01", "until": "2026-11-16"}


def rows(roadmap: Roadmap, path: str) -> list[dict[str, str]]:
    """Read a table again, each row by its header."""
    text = contents(record_files(roadmap))[path].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def whole(roadmap: Roadmap) -> Any:
    """Read the JSON of all practices."""
    return json.loads(contents(record_files(roadmap))["gegevens/praktijken.json"])


def test_each_kind_that_has_records_has_a_table(make: Make) -> None:
    assert contents(record_files(make())) == {}
    roadmap = make(practices={"trainings": [TRAINING]})
    assert set(contents(record_files(roadmap))) == {"gegevens/trainings.csv", "gegevens/praktijken.json"}
    english = make(practices={"trainings": [TRAINING]}, language="en")
    assert set(contents(record_files(english))) == {"data/trainings.csv", "data/practices.json"}


def test_a_table_is_read_by_a_spreadsheet_as_it_is(make: Make) -> None:
    raw = contents(record_files(make(practices={"trainings": [TRAINING]})))["gegevens/trainings.csv"]
    assert raw.startswith(b"\xef\xbb\xbfid;Naam;Uitleg;")
    head, rest = raw.split(b"\r\n", 1)
    columns = set(practice_kinds()["trainings"].model_fields) - {"shown_to"}
    assert head.count(b";") == len(columns) - 1
    assert rest.endswith(b"\r\n")
    (row,) = rows(make(practices={"trainings": [TRAINING]}), "gegevens/trainings.csv")
    assert (row["id"], row["Uitleg"]) == ("zz", AWKWARD)
    assert row["Voor welke afdeling?"] == "one, team"
    assert row["Hoe gaat het?"] == "Op je eigen scherm"
    assert row["Wanneer?"] == "12 januari 2027 / 09:30 / Zaal 2, 1 tot en met 3 februari 2027"
    assert row["Bij wie kun je terecht?"] == "Zzrole / 0500"


@pytest.mark.parametrize("start", ["=1+1", "+31 6", "-2", "@SUM(A1)"])
def test_no_cell_is_a_formula(make: Make, start: str) -> None:
    given = [{"id": "zz", "title": start, "text": start, "skills": [start, "Zz"]}]
    raw = contents(record_files(make(practices={"learning_goals": given})))["gegevens/learning_goals.csv"]
    for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    assert f"'{start}" in raw.decode()
    assert whole(make(practices={"learning_goals": given}))["practices"]["learning_goals"][0]["title"] == start


@pytest.mark.parametrize("start", ["\t", "\r"])
def test_a_cell_does_not_begin_with_a_blank_that_hides_a_formula(make: Make, start: str) -> None:
    roadmap = make(practices={"learning_goals": [{"id": "zz", "title": "Zz", "skills": ["Zz"]}]})
    (goal,) = roadmap.practices
    object.__setattr__(roadmap, "practices", (goal.model_copy(update={"text": f"{start}=1"}),))
    (row,) = rows(roadmap, "gegevens/learning_goals.csv")
    assert row["Uitleg"] == f"'{start}=1"


def test_numbers_and_answers_are_those_of_the_language(make: Make) -> None:
    given = {
        "lessons": [{"id": "zz", "title": "Zz", "learned": "Zz.", "failed": True}],
        "allowances": [{"id": "zz", "title": "Zz", "hours": "2,5", "budget": 12500}],
    }
    dutch = contents(record_files(make(practices=given)))
    assert b";2,5;" in dutch["gegevens/allowances.csv"]
    assert b";12500;" in dutch["gegevens/allowances.csv"]
    assert b";ja;" in dutch["gegevens/lessons.csv"]
    english = contents(record_files(make(practices=given, language="en")))
    assert b";2.5;" in english["data/allowances.csv"]
    assert b";yes;" in english["data/lessons.csv"]
    (allowance,) = whole(make(practices=given))["practices"]["allowances"]
    assert (allowance["hours"], allowance["budget"]) == (2.5, 12500)


def test_the_json_has_the_forms_of_the_roadmap(make: Make) -> None:
    shift = {"id": "b", "title": "Zz", "aspect": "culture", "from": "Zzfrom", "to": "Zzto", "when": "2027-spring"}
    made = whole(make(practices={"trainings": [TRAINING], "shifts": [shift, {**shift, "id": "a"}]}))
    assert (made["version"], made["updated"]) == (1, "2026-11-16")
    assert list(made["practices"]) == ["shifts", "trainings"]
    assert made["practices"]["shifts"] == [{**shift, "id": "a"}, shift]
    assert made["practices"]["trainings"] == [{**TRAINING, "skill": "tool"}]


def test_order_of_writing_changes_nothing(make: Make) -> None:
    goals = [{"id": name, "title": "Zz", "skills": ["Zz"]} for name in "cab"]
    one, other = ({"learning_goals": listed, "trainings": [TRAINING]} for listed in (goals, goals[::-1]))
    assert list(contents(record_files(make(practices=one))).items()) == list(
        contents(record_files(make(practices=other))).items()
    )


@pytest.mark.parametrize(
    ("consent", "named"),
    [
        (AGREED, True),
        (None, False),
        ({"given": "2026-01-01", "until": "2026-11-15"}, False),
        ({"given": "2026-11-17", "until": "2027-11-17"}, False),
    ],
)
def test_a_name_is_told_with_consent_alone(make: Make, consent: dict[str, str] | None, *, named: bool) -> None:
    one = {"id": "zz", "title": "Zz", "name": "Zzpersoon", **({"consent": consent} if consent else {})}
    roadmap = make(practices={"ambassadors": [one]})
    files = contents(record_files(roadmap))
    assert all((b"Zzpersoon" in content) is named for content in files.values())
    assert ("consent" in whole(roadmap)["practices"]["ambassadors"][0]) is named


def test_few_people_are_nobody(make: Make) -> None:
    readings = [{"when": "2026", "value": 7.5, "respondents": 9}, {"when": "2025", "value": 6, "respondents": 10}]
    rounds = [
        {"id": f"n{count}", "title": "Zz", "when": "2026-09", "energy": 3, "respondents": count} for count in (4, 40)
    ]
    given = {
        "measurements": [{"id": "zz", "title": "Zz", "kind": "usage", "readings": readings}],
        "iterations": rounds,
    }
    made = whole(make(practices=given))["practices"]
    assert made["measurements"][0]["readings"] == readings[1:]
    assert ["energy" in one for one in made["iterations"]] == [False, True]
    assert b"7,5" not in contents(record_files(make(practices=given)))["gegevens/measurements.csv"]
    few = whole(make(practices=given, adoption={"smallest_group": 2}))["practices"]
    assert len(few["measurements"][0]["readings"]) == 2


def test_what_is_for_those_who_steer_stays_with_them(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    roadmap = make(practices={"trainings": [TRAINING]})
    monkeypatch.setattr(practice_kinds()["trainings"], "audience", Audience.STEERING)
    assert contents(record_files(roadmap)) == {}
