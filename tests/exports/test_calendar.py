"""Calendars hold only days that somebody wrote, and any program can read them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import icalendar
import pytest

from stip.exports import Calendars, make_calendars
from stip.exports.calendar import END
from stip.model import Practice, Roadmap, Step

Make = Callable[..., Roadmap]
Write = Callable[..., Calendars]

HOSTILE = 'Zz, komma; punt "x" \\n end\nEND:VEVENT\r\nBEGIN:VALARM\x07 <b> ' + "Súdwest-Fryslân " * 20


@pytest.fixture
def calendars(make: Make) -> Write:
    """Return a function that writes the calendars of a roadmap, given as `make` takes it."""

    def write(*steps: Mapping[str, Any], **more: Any) -> Calendars:
        roadmap = make(*steps, **more)
        root = roadmap.settings.root
        things: list[Step | Practice] = [*roadmap.steps.values(), *roadmap.practices]
        return make_calendars(roadmap, {(one.record, one.id): f"{root}{one.id}/" for one in things} if root else {})

    return write


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
def test_no_day_is_invented(calendars: Write, when: object) -> None:
    made = calendars(step(when=when))
    assert (made.events, made.units, made.personas) == ({}, {}, {})


def test_an_event_takes_whole_days_and_leaves_its_reader_free(calendars: Write) -> None:
    event = read(calendars(step()).units["one"])
    assert event["dtstart"].dt == dt.date(2027, 2, 8)
    assert event["dtend"].dt == dt.date(2027, 2, 9)
    assert event["dtstamp"].dt == dt.datetime(2026, 11, 16, tzinfo=dt.UTC)
    assert event["uid"] == "zz-step@zz.example"
    assert event["url"] == "https://zz.example/route/zz-step/"
    assert event["transp"] == "TRANSPARENT"
    assert event["summary"].params["language"] == "nl"


def test_a_range_ends_the_day_after(calendars: Write) -> None:
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
def test_status(calendars: Write, more: dict[str, Any], status: str) -> None:
    assert read(calendars(step(**more)).units["one"])["status"] == status


def test_a_site_without_address_has_no_links(calendars: Write) -> None:
    event = read(calendars(step(), address=None).units["one"])
    assert "url" not in event
    assert event["uid"].startswith("zz-step@")


def test_the_description_answers_in_plain_words(calendars: Write) -> None:
    told = {"status": "delayed", "was": "2027-01-11", "reason": "Zzreason", "why": "Zzwhy", "todo": "Zztodo"}
    text = str(read(calendars(step(help="Zzhelp", **told)).units["one"])["description"])
    for part in ("Súdwest", "Vertraagd (was 11 januari 2027)", "Zzreason", "Zzwhy", "Zztodo", "Zzhelp"):
        assert part in text


def test_files_exist_only_for_who_has_a_date(calendars: Write) -> None:
    made = calendars(step(personas=["pers"]))
    assert set(made.units) == {"one"}
    assert set(made.personas) == {"pers"}
    assert "pers" not in calendars(step()).personas


def test_hostile_text_stays_text(calendars: Write) -> None:
    made = calendars(step(why=HOSTILE, title="END:VCALENDAR; Zz, \\ ú"), name=HOSTILE.splitlines()[0])
    text = made.units["one"]
    event = read(text)
    assert event["summary"] == "END:VCALENDAR; Zz, \\ ú"
    assert "\nEND:VEVENT\nBEGIN:VALARM <b> Súdwest-Fryslân" in str(event["description"])
    assert text.count("\r\nEND:VEVENT\r\n") == 1
    assert "\r\nBEGIN:VALARM" not in text
    assert 'NAME:Zzname: Zz\\, komma\\; punt "x" \\\\n end\r\n' in text


def test_lines_are_folded_and_end_as_the_standard_says(calendars: Write) -> None:
    text = calendars(step(why=HOSTILE)).units["one"]
    raw = text.encode()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    for line in raw.split(b"\r\n"):
        line.decode()


def test_a_file_is_its_parts(calendars: Write) -> None:
    made = calendars(step())
    assert read(made.head + made.events["zz-step"] + END)["summary"] == "Zztitle"


def test_same_input_same_bytes(calendars: Write) -> None:
    assert calendars(step(why=HOSTILE)) == calendars(step(why=HOSTILE))


def training(*dates: Mapping[str, Any], **more: Any) -> dict[str, list[dict[str, Any]]]:
    """Make a training on these moments."""
    return {"trainings": [{"id": "zz-train", "title": "Zztrain", "dates": dates, **more}]}


def all_events(text: str) -> list[Any]:
    """Read the events of a calendar file; none of a file that is not there."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT")) if text else []


MOMENT = {"when": "2027-01-12", "start": "09:30", "end": "11:00", "place": 'Zaal 2, "Zz"; boven'}


def test_a_moment_has_its_hours_on_the_clock_that_hangs_there(calendars: Write) -> None:
    text = calendars(practices=training(MOMENT)).units["one"]
    assert (
        "\r\nDTSTART;TZID=Europe/Amsterdam:20270112T093000\r\nDTEND;TZID=Europe/Amsterdam:20270112T110000\r\n" in text
    )
    event = read(text)
    assert event["dtstart"].dt.astimezone(dt.UTC) == dt.datetime(2027, 1, 12, 8, 30, tzinfo=dt.UTC)
    assert str(event["location"]) == 'Zaal 2, "Zz"; boven'
    assert event["uid"] == "training-zz-train-1@zz.example"
    assert event["url"] == "https://zz.example/route/zz-train/"
    assert (event["summary"], event["status"], event["transp"]) == ("Zztrain", "CONFIRMED", "TRANSPARENT")


@pytest.mark.parametrize(
    ("moment", "start", "end"),
    [
        ({"when": "2027-01-12"}, ";VALUE=DATE:20270112", ";VALUE=DATE:20270113"),
        ({"when": "2027-01-12", "start": "09:30"}, ";TZID=Europe/Amsterdam:20270112T093000", None),
        ({"when": "2027-01-12", "end": "11:00"}, ";VALUE=DATE:20270112", ";VALUE=DATE:20270113"),
        ({"when": "2027-01-12", "start": "09:30", "end": "09:00"}, ";TZID=Europe/Amsterdam:20270112T093000", None),
        (
            {"when": {"from": "2027-01-12", "until": "2027-01-14"}, "start": "09:30", "end": "11:00"},
            ";VALUE=DATE:20270112",
            ";VALUE=DATE:20270115",
        ),
    ],
)
def test_only_the_hours_of_one_day_are_hours(
    calendars: Write, moment: dict[str, Any], start: str, end: str | None
) -> None:
    text = calendars(practices=training(moment)).everything
    assert f"\r\nDTSTART{start}\r\n" in text
    assert (f"\r\nDTEND{end}\r\n" in text) if end else ("DTEND" not in text)
    assert (text.count("BEGIN:VTIMEZONE") == 1) is ("TZID=" in start), "the rules of the clock, where hours are said"
    read(text)


def test_the_hours_of_several_days_are_told(calendars: Write) -> None:
    moment = {"when": {"from": "2027-01-12", "until": "2027-01-14"}, "start": "09:30", "end": "11:00"}
    event = read(calendars(practices=training(moment)).everything)
    assert "Elke dag van 09:30 tot 11:00 uur" in str(event["description"])


def test_a_moment_without_a_day_is_left_out_and_keeps_its_number(calendars: Write) -> None:
    made = calendars(practices=training({"when": "2027-01"}, MOMENT))
    assert read(made.everything)["uid"] == "training-zz-train-2@zz.example"
    assert calendars(practices=training({"when": "2027-Q1"})).everything == ""


@pytest.mark.parametrize(
    ("named", "units", "personas"),
    [
        ({}, {"one", "team", "empty"}, {"pers"}),
        ({"goals": ["zz"]}, {"one", "team", "empty"}, {"pers"}),
        ({"departments": ["one"]}, {"one", "team"}, set()),
        ({"departments": ["team"]}, {"one", "team"}, set()),
        ({"departments": ["past"]}, {"past"}, set()),
        ({"steps": ["zz-step"]}, {"one", "team", "empty"}, {"pers"}),
        ({"personas": ["pers"]}, set(), {"pers"}),
        ({"departments": ["empty"], "personas": ["pers"]}, {"empty"}, {"pers"}),
    ],
)
def test_a_moment_stands_in_the_calendars_of_whom_it_concerns(
    calendars: Write, named: dict[str, Any], units: set[str], personas: set[str]
) -> None:
    made = calendars(step(when="2027"), practices=training(MOMENT, **named))
    assert (set(made.units), set(made.personas)) == (units, personas)


def test_the_departments_of_a_moment_go_before_those_of_its_practice(calendars: Write) -> None:
    other = {"when": "2027-02-12", "departments": ["empty"]}
    made = calendars(practices=training(MOMENT, other, departments=["one"]))
    assert read(made.units["one"])["uid"] == "training-zz-train-1@zz.example"
    assert read(made.units["empty"])["uid"] == "training-zz-train-2@zz.example"
    open_to_all = calendars(practices=training(other))
    assert (set(open_to_all.units), set(open_to_all.personas)) == ({"empty"}, set())


def test_everything_is_in_one_file_each_once(calendars: Write) -> None:
    made = calendars(step(), practices=training(MOMENT, {"when": "2027-03-01"}))
    names = ["zz-step@zz.example", "training-zz-train-1@zz.example", "training-zz-train-2@zz.example"]
    assert [event["uid"] for event in all_events(made.everything)] == names
    assert "\r\nX-WR-CALNAME:Zzname: alle data\r\n" in made.everything
    assert set(made.events) == {"zz-step"}


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://zz.example/form?a=1", "Meld je aan: https://zz.example/form?a=1"),
        ("mailto:zz@zz.example?subject=Zz", "Meld je aan: zz@zz.example"),
        ("vragen/zz.md", "Meld je aan: https://zz.example/route/zz-train/"),
    ],
)
def test_a_moment_says_what_it_is_for_whom_and_where_to_sign_up(calendars: Write, address: str, told: str) -> None:
    more = {"text": HOSTILE, "personas": ["pers"], "sign_up": address, "contact": {"role": "Zzrole", "phone": "0500"}}
    text = calendars(practices=training(MOMENT, **more)).personas["pers"]
    description = str(read(text)["description"])
    for part in ("BEGIN:VALARM <b> Súdwest-Fryslân", "Voor wie? Zzpers", "Zzrole, 0500", told):
        assert part in description
    assert "\r\nBEGIN:VALARM" not in text


def test_what_names_nobody_is_for_everyone(calendars: Write) -> None:
    made = calendars(practices=training(MOMENT, sign_up="vragen/zz.md"), address=None)
    description = str(read(made.everything)["description"])
    assert "Voor wie? Voor iedereen" in description
    assert "Meld je aan" not in description


def test_groups_and_the_place_of_a_lab_are_told(calendars: Write) -> None:
    practices = {
        "stakeholders": [{"id": "zzgroup", "title": "Zzgroup", "kind": "board"}],
        "sessions": [{"id": "zz", "title": "Zz", "kind": "talk", "dates": [MOMENT], "groups": ["zzgroup"]}],
        "labs": [{"id": "zz", "title": "Zz", "place": "Zzplace", "dates": [{"when": "2027-02-01"}]}],
    }
    talk, lab = all_events(calendars(practices=practices).everything)
    assert "Voor wie? Zzgroup" in str(talk["description"])
    assert str(lab["location"]) == "Zzplace"


def test_moments_have_the_same_bytes_twice(calendars: Write) -> None:
    given = training(MOMENT, {"when": "2027-01-13"}, text=HOSTILE, departments=["one"], personas=["pers"])
    assert calendars(step(), practices=given) == calendars(step(), practices=given)


def test_a_program_that_follows_is_asked_to_look_again(calendars: Write) -> None:
    text = calendars(step()).units["one"]
    for line in ("METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"):
        assert f"\r\n{line}\r\n" in text
    assert text.index("METHOD:PUBLISH") < text.index("BEGIN:VEVENT")


def test_a_step_that_moves_moves_in_the_calendar_of_who_follows(make: Make) -> None:
    """The same name, a higher number and a later moment: then Outlook takes the new day, also from a file."""
    before = make(step())
    settings = before.settings.model_copy(update={"updated": dt.date(2026, 12, 1)})
    after = dataclasses.replace(make(step(when="2027-03-01")), settings=settings)
    old, new = (read(make_calendars(one, {}).units["one"]) for one in (before, after))
    assert old["uid"] == new["uid"]
    assert new["sequence"] > old["sequence"] > 0
    assert new["last-modified"].dt > old["last-modified"].dt
    assert (old["dtstart"].dt, new["dtstart"].dt) == (dt.date(2027, 2, 8), dt.date(2027, 3, 1))
    assert (old["x-microsoft-cdo-busystatus"], old["transp"]) == ("FREE", "TRANSPARENT")


@pytest.mark.parametrize(("day", "hour"), [("2027-03-27", 8), ("2027-03-28", 7), ("2027-10-30", 7), ("2027-10-31", 8)])
def test_the_clock_turns_in_spring_and_autumn(calendars: Write, day: str, hour: int) -> None:
    """The rules in the file say so themselves: read without a list of zones, as Outlook does."""
    text = calendars(practices=training({"when": day, "start": "09:30"})).everything
    renamed = text.replace("Europe/Amsterdam", "Zz")
    start = read(renamed)["dtstart"].dt
    assert start.astimezone(dt.UTC).hour == hour
