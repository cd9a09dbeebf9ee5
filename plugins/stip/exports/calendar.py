"""Write the steps and meetings that have a day as iCalendar (RFC 5545): of a department, a persona, or everything."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vText

from stip.exports.events import Entry, practice_events, step_events
from stip.text.words import Words, words_for

if TYPE_CHECKING:
    from stip.model import Roadmap

END = "END:VCALENDAR\r\n"
"""The last line of every calendar file."""
ZONE = "Europe/Amsterdam"
"""The clock by which hours are said. Without a zone Outlook takes hours for another clock, or refuses the file."""
REFRESH = dt.timedelta(hours=12)
"""How often a program that follows a calendar is asked to look again."""
_FIRST_DAY = dt.date(2000, 1, 1)
"""From where the days are counted that number the revisions of an event."""
_NO_HOST = "stip.invalid"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Calendars:
    """Calendar texts with CRLF line ends.

    `events` holds a VEVENT for each step that has a day, by step id; `units` and `personas` hold whole files, by
    id, for those that have at least one event; `everything` is the file with all events, empty when there is none.
    A file is `head`, its events and `END`.
    """

    head: str
    events: Mapping[str, str]
    units: Mapping[str, str]
    personas: Mapping[str, str]
    everything: str = ""


def make_calendars(roadmap: Roadmap, urls: Mapping[tuple[str, str], str]) -> Calendars:
    """Write every calendar; `urls` are the full addresses of steps and practices by (record, id), if there are any."""
    words, programme = words_for(roadmap.settings.language), roadmap.mission.programme.name
    steps = {step.id: (entry, _event(entry, roadmap, words)) for step, entry in step_events(roadmap, words, urls)}
    moments = [(entry, _event(entry, roadmap, words)) for entry in practice_events(roadmap, words, urls)]
    entries = (*steps.values(), *moments)

    def file(name: str, texts: Iterable[str]) -> str:
        found = "".join(texts)
        title = words("calendar.name", programme=programme, name=name)
        zone = _zone() if f";TZID={ZONE}:" in found else ""
        return f"{_head(title, words)}{zone}{found}{END}" if found else ""

    units = {
        unit.id: file(unit.name, (text for entry, text in entries if unit.id in entry.units))
        for unit in roadmap.units.values()
    }
    personas = {
        key: file(persona.name, (text for entry, text in entries if key in entry.personas))
        for key, persona in roadmap.personas.items()
    }
    return Calendars(
        head=_head(programme, words),
        events={key: text for key, (_, text) in steps.items()},
        units={key: text for key, text in units.items() if text},
        personas={key: text for key, text in personas.items() if text},
        everything=file(words("calendar.everything"), (text for _, text in entries)),
    )


def _head(name: str, words: Words) -> str:
    """Write the beginning of a calendar; its name and pace in the standard's way and in the way most programs read."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Stip//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, vText(_clean(name)))
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return _text(calendar).removesuffix(END)


def _event(entry: Entry, roadmap: Roadmap, words: Words) -> str:
    """Write an entry as an event that leaves its reader free: it is an offer, nobody has promised to come.

    Its name stays and its number grows with each day on which the roadmap is updated: so it moves in the calendar of
    who follows it, also in programs that otherwise keep what they have.
    """
    language, updated = {"language": words.language}, roadmap.settings.updated
    modified = dt.datetime.combine(updated, dt.time(), dt.UTC)
    event = Event()
    event.add("uid", f"{entry.uid}@{_host(roadmap)}")
    event.add("dtstamp", modified)
    event.add("last-modified", modified)
    event.add("sequence", max(0, (updated - _FIRST_DAY).days))
    start, end = _span(entry)
    zone = {"tzid": ZONE} if entry.starts else {}
    event.add("dtstart", start, parameters=zone)
    if end is not None:
        event.add("dtend", end, parameters=zone)
    event.add("summary", _clean(entry.title), parameters=language)
    event.add("description", _clean("\n".join(entry.lines)), parameters=language)
    event.add("status", entry.status)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    if entry.place:
        event.add("location", _clean(entry.place), parameters=language)
    if entry.url:
        event.add("url", entry.url)
    return _text(event)


def _span(entry: Entry) -> tuple[dt.date, dt.date | None]:
    """Return when an event begins and ends: whole days, or hours as the clock says them there."""
    if entry.starts is None:
        return entry.first, entry.last + dt.timedelta(days=1)
    ends = entry.ends if entry.ends and entry.ends > entry.starts else None
    start = dt.datetime.combine(entry.first, entry.starts)
    return start, dt.datetime.combine(entry.first, ends) if ends else None


@functools.cache
def _zone() -> str:
    """Write the rules of our clock: Outlook knows a zone only by its rules, and floating hours only for whole days."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    summer, winter = dt.timedelta(hours=2), dt.timedelta(hours=1)
    turns = (
        (TimezoneDaylight(), dt.datetime(1996, 3, 31, 2), 3, winter, summer, "CEST"),  # noqa: DTZ001 - on the clock
        (TimezoneStandard(), dt.datetime(1996, 10, 27, 3), 10, summer, winter, "CET"),  # noqa: DTZ001 - on the clock
    )
    for turn, first, month, before, after, name in turns:
        turn.add("dtstart", first)
        turn.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        turn.add("tzoffsetfrom", before)
        turn.add("tzoffsetto", after)
        turn.add("tzname", name)
        zone.add_component(turn)
    return _text(zone)


def _host(roadmap: Roadmap) -> str:
    """Return the site's host, which makes ids of events unique in the world."""
    return urlsplit(roadmap.settings.address or "").hostname or _NO_HOST


def _clean(text: str) -> str:
    """Leave out the control characters that the format forbids; a line end stays."""
    return _CONTROLS.sub("", text)


def _text(component: Calendar | Event | Timezone) -> str:
    return str(component.to_ical(), "utf-8")
