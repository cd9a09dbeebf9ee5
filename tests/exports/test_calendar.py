"""Calendars hold only days that somebody wrote, and any program can read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import icalendar
import pytest

from stip.exports import Calendars, make_calendars
from stip.exports.calendar import END
from stip.model import Document, Mission, Persona, Roadmap, Settings, Unit

HOSTILE = 'Zz, komma; punt "x" \\n end\nEND:VEVENT\r\nBEGIN:VALARM\x07 <b> ' + "Súdwest-Fryslân " * 20


def calendars(*steps: Mapping[str, Any], address: str | None = "https://zz.example/route", **unit: Any) -> Calendars:
    """Write the calendars of one department with these steps, its team, and one persona."""
    units = [
        {"id": "one", "name": "Súdwest", "steps": steps, **unit},
        {"id": "team", "name": "Zzteam", "part_of": "one"},
        {"id": "empty", "name": "Zzempty"},
    ]
    read = [Unit.model_validate(item) for item in units]
    roadmap = Roadmap(
        settings=Settings.model_validate(
            {
                "version": 1,
                "language": "nl",
                "updated": dt.date(2026, 11, 16),
                "start": "2025",
                **({"address": address} if address else {}),
            }
        ),
        mission=Mission.model_validate(
            {"programme": {"name": "Zzname"}, "mission": "Zz.", "horizon": {"title": "Zz", "when": "2031"}}
        ),
        mission_page=Document("missie.md", ""),
        units={item.id: item for item in read},
        personas={"pers": Persona.model_validate({"name": "Zzpers", "needs": ["Zz"]})},
        persona_pages={},
        questions={},
        question_pages={},
    )
    return make_calendars(roadmap, {step: f"{address}/{step}/" for step in roadmap.steps} if address else {})


def step(**more: Any) -> dict[str, Any]:
    """Make a step on one day."""
    return {"id": "zz-step", "title": "Zztitle", "when": "2027-02-08", **more}


def read(text: str) -> Any:
    """Read the only event of a calendar file."""
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return event


@pytest.mark.parametrize(
    "when", ["2027", "2027-Q1", "2027-02", "2027-spring", "later", {"from": "2027", "until": "2028"}]
)
def test_no_day_is_invented(when: object) -> None:
    made = calendars(step(when=when))
    assert (made.events, made.units, made.personas) == ({}, {}, {})


def test_an_event_takes_whole_days_and_leaves_its_reader_free() -> None:
    event = read(calendars(step()).units["one"])
    assert event["dtstart"].dt == dt.date(2027, 2, 8)
    assert event["dtend"].dt == dt.date(2027, 2, 9)
    assert event["dtstamp"].dt == dt.datetime(2026, 11, 16, tzinfo=dt.UTC)
    assert event["uid"] == "zz-step@zz.example"
    assert event["url"] == "https://zz.example/route/zz-step/"
    assert event["transp"] == "TRANSPARENT"
    assert event["summary"].params["language"] == "nl"


def test_a_range_ends_the_day_after() -> None:
    event = read(calendars(step(when={"from": "2027-02-08", "until": "2027-02-12"})).units["one"])
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2027, 2, 8), dt.date(2027, 2, 13))


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, "CONFIRMED"),
        ({"status": "idea"}, "TENTATIVE"),
        ({"certainty": "expected"}, "TENTATIVE"),
        ({"status": "stopped", "reason": "Zz"}, "CANCELLED"),
    ],
)
def test_status(more: dict[str, Any], status: str) -> None:
    assert read(calendars(step(**more)).units["one"])["status"] == status


def test_a_site_without_address_has_no_links() -> None:
    event = read(calendars(step(), address=None).units["one"])
    assert "url" not in event
    assert event["uid"].startswith("zz-step@")


def test_the_description_answers_in_plain_words() -> None:
    told = {"status": "delayed", "was": "2027-01-11", "reason": "Zzreason", "why": "Zzwhy", "todo": "Zztodo"}
    text = str(read(calendars(step(help="Zzhelp", **told)).units["one"])["description"])
    for part in ("Súdwest", "Vertraagd (was 11 januari 2027)", "Zzreason", "Zzwhy", "Zztodo", "Zzhelp"):
        assert part in text


def test_files_exist_only_for_who_has_a_date() -> None:
    made = calendars(step(personas=["pers"]))
    assert set(made.units) == {"one"}
    assert set(made.personas) == {"pers"}
    assert "pers" not in calendars(step()).personas


def test_hostile_text_stays_text() -> None:
    made = calendars(step(why=HOSTILE, title="END:VCALENDAR; Zz, \\ ú"), name=HOSTILE.splitlines()[0])
    text = made.units["one"]
    event = read(text)
    assert event["summary"] == "END:VCALENDAR; Zz, \\ ú"
    assert "\nEND:VEVENT\nBEGIN:VALARM <b> Súdwest-Fryslân" in str(event["description"])
    assert text.count("\r\nEND:VEVENT\r\n") == 1
    assert "\r\nBEGIN:VALARM" not in text
    assert 'NAME:Zzname: Zz\\, komma\\; punt "x" \\\\n end\r\n' in text


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    text = calendars(step(why=HOSTILE)).units["one"]
    raw = text.encode()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    for line in raw.split(b"\r\n"):
        line.decode()


def test_a_file_is_its_parts() -> None:
    made = calendars(step())
    assert read(made.head + made.events["zz-step"] + END)["summary"] == "Zztitle"


def test_same_input_same_bytes() -> None:
    assert calendars(step(why=HOSTILE)) == calendars(step(why=HOSTILE))
