"""Write the steps that have a day as iCalendar (RFC 5545), for a department, a persona, or one by one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vText

from stip.model import Status, Step, Unit
from stip.periods import Certainty, Precision
from stip.text.dates import period_text
from stip.text.words import Words, words_for

if TYPE_CHECKING:
    from stip.model import Roadmap

END = "END:VCALENDAR\r\n"
"""The last line of every calendar file."""
_NO_HOST = "stip.invalid"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Calendars:
    """Calendar texts with CRLF line ends.

    `events` holds a VEVENT for each step that has a day, by step id; `units` and `personas` hold whole files, by
    id, for those that have at least one such step. A file is `head`, its events and `END`.
    """

    head: str
    events: Mapping[str, str]
    units: Mapping[str, str]
    personas: Mapping[str, str]


def make_calendars(roadmap: Roadmap, urls: Mapping[str, str]) -> Calendars:
    """Write every calendar; `urls` are the full addresses of steps by id, empty when the site has none."""
    words = words_for(roadmap.settings.language)
    events = {
        step.id: _event(step, roadmap, words, urls.get(step.id, ""))
        for step in roadmap.steps.values()
        if step.when.precision is Precision.DAY
    }
    units = {unit.id: (unit.name, _steps_under(unit, roadmap)) for unit in roadmap.units.values()}
    personas = {
        key: (persona.name, tuple(step for step in roadmap.steps.values() if key in {*step.personas, *step.benefits}))
        for key, persona in roadmap.personas.items()
    }
    programme = roadmap.mission.programme.name
    return Calendars(
        head=_head(programme, words),
        events=events,
        units=_files(units, events, programme, words),
        personas=_files(personas, events, programme, words),
    )


def _files(
    named: Mapping[str, tuple[str, Iterable[Step]]], events: Mapping[str, str], programme: str, words: Words
) -> dict[str, str]:
    found = {key: [events[step.id] for step in steps if step.id in events] for key, (_, steps) in named.items()}
    return {
        key: "".join((_head(words("calendar.name", programme=programme, name=named[key][0]), words), *texts, END))
        for key, texts in found.items()
        if texts
    }


def _head(name: str, words: Words) -> str:
    """Write the beginning of a calendar; its name in the standard's way and in the way most programs read."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Stip//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, vText(_clean(name)))
    return _text(calendar).removesuffix(END)


def _event(step: Step, roadmap: Roadmap, words: Words, url: str) -> str:
    """Write a step as an event of whole days that leaves its reader free."""
    first, last = step.when.first, step.when.last
    if first is None or last is None:
        raise ValueError(step.id)
    language = {"language": words.language}
    event = Event()
    event.add("uid", f"{step.id}@{_host(roadmap)}")
    event.add("dtstamp", dt.datetime.combine(roadmap.settings.updated, dt.time(), dt.UTC))
    event.add("dtstart", first)
    event.add("dtend", last + dt.timedelta(days=1))
    event.add("summary", _clean(step.title), parameters=language)
    event.add("description", _clean("\n".join(_lines(step, roadmap, words))), parameters=language)
    event.add("status", _status(step))
    event.add("transp", "TRANSPARENT")
    if url:
        event.add("url", url)
    return _text(event)


def _lines(step: Step, roadmap: Roadmap, words: Words) -> Iterable[str]:
    """Say what an employee asks first, in the words of the step's page."""
    yield words("calendar.line", label=words("calendar.department"), text=roadmap.unit_of[step.id].name)
    status = words(f"site.status.{step.status}")
    if step.was is not None and step.status is Status.DELAYED:
        status = f"{status} ({words('site.step.was', when=period_text(step.was, words))})"
    yield words("calendar.line", label=words("calendar.status"), text=status)
    reasons = {Status.DELAYED: "reason", Status.STOPPED: "reason_stopped"}
    told = ((reasons.get(step.status, "reason_other"), step.reason), ("why", step.why), ("todo", step.todo))
    for key, text in (*told, ("help", step.help)):
        if text:
            yield words("calendar.line", label=words(f"site.step.{key}"), text=text)


def _status(step: Step) -> str:
    if step.status is Status.STOPPED:
        return "CANCELLED"
    unsure = step.status is Status.IDEA or step.sure is not Certainty.FIXED
    return "TENTATIVE" if unsure else "CONFIRMED"


def _steps_under(unit: Unit, roadmap: Roadmap) -> tuple[Step, ...]:
    """Return the steps of a unit and of everything under it."""
    children = roadmap.children.get(unit.id, ())
    return (*unit.steps, *(step for child in children for step in _steps_under(child, roadmap)))


def _host(roadmap: Roadmap) -> str:
    """Return the site's host, which makes ids of events unique in the world."""
    return urlsplit(roadmap.settings.address or "").hostname or _NO_HOST


def _clean(text: str) -> str:
    """Leave out the control characters that the format forbids; a line end stays."""
    return _CONTROLS.sub("", text)


def _text(component: Calendar | Event) -> str:
    return str(component.to_ical(), "utf-8")
