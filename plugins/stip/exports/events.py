"""Events: what stands in calendars of the steps and meetings that have a day, before any program's format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import Status, Step
from stip.periods import Certainty, Precision
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.model import Practice, Roadmap
    from stip.model.practices import Moment
    from stip.text.words import Words


@dataclass(frozen=True)
class Entry:
    """What goes into a calendar: whole days, or hours of one day as the clock says them there (`starts`, `ends`)."""

    uid: str
    first: dt.date
    last: dt.date
    title: str
    lines: tuple[str, ...]
    units: frozenset[str]
    personas: frozenset[str]
    status: str = "CONFIRMED"
    starts: dt.time | None = None
    ends: dt.time | None = None
    place: str = ""
    url: str = ""


def step_events(roadmap: Roadmap, words: Words, urls: Mapping[tuple[str, str], str]) -> Iterator[tuple[Step, Entry]]:
    """Make an entry of each step that has a day, for its unit and those above it."""
    for step in roadmap.steps.values():
        days = _days(step)
        if days is None:
            continue
        unit = roadmap.unit_of[step.id]
        yield (
            step,
            Entry(
                uid=step.id,
                first=days[0],
                last=days[1],
                title=step.title,
                lines=tuple(_step_lines(step, roadmap, words)),
                units=frozenset(one.id for one in (unit, *roadmap.ancestors(unit))),
                personas=frozenset({*step.personas, *step.benefits}),
                status=_status(step),
                url=urls.get(("step", step.id), ""),
            ),
        )


def practice_events(roadmap: Roadmap, words: Words, urls: Mapping[tuple[str, str], str]) -> Iterator[Entry]:
    """Make an entry of each moment that has a day; its number among the moments is part of its name."""
    for practice in roadmap.practices:
        for number, moment in enumerate(practice.moments, start=1):
            days = _days(moment)
            if days is None:
                continue
            units, personas = _concerned(practice, moment, roadmap)
            one_day = days[0] == days[1]
            url = urls.get((practice.record, practice.id), "")
            yield Entry(
                uid=f"{practice.record.replace('_', '-')}-{practice.id}-{number}",
                first=days[0],
                last=days[1],
                title=practice.title,
                lines=tuple(_moment_lines(practice, moment, roadmap, words, url)),
                units=units,
                personas=personas,
                starts=_time(moment.start) if one_day else None,
                ends=_time(moment.end) if one_day else None,
                place=moment.place or getattr(practice, "place", None) or "",
                url=url,
            )


def _days(dated: Step | Moment) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day; None when they are not known to the day: no day is invented."""
    when = dated.when
    if when.precision is not Precision.DAY or when.first is None or when.last is None:
        return None
    return when.first, when.last


def _time(clock: str | None) -> dt.time | None:
    return dt.time.fromisoformat(clock) if clock else None


def _concerned(practice: Practice, moment: Moment, roadmap: Roadmap) -> tuple[frozenset[str], frozenset[str]]:
    """Tell in the calendars of which units and personas a moment stands.

    A department's training is for its teams too, and stands in the calendar of its cluster. What a practice leaves
    open is for everyone; the departments of a moment go before those of its practice.
    """
    named = [roadmap.units[key] for key in moment.departments or practice.departments]
    if not named and not practice.personas:
        return frozenset(_present(roadmap)), frozenset(roadmap.personas_of(practice) or roadmap.personas)
    units = {one.id for unit in named for one in (*roadmap.ancestors(unit), unit, *roadmap.below(unit))}
    return frozenset(units), frozenset(roadmap.personas_of(practice))


def _present(roadmap: Roadmap) -> Iterator[str]:
    """Yield the ids of the units that have not come to an end."""
    yield from (unit.id for unit in roadmap.units.values() if not unit.is_gone(roadmap.settings.updated))


def _step_lines(step: Step, roadmap: Roadmap, words: Words) -> Iterator[str]:
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


def _moment_lines(practice: Practice, moment: Moment, roadmap: Roadmap, words: Words, url: str) -> Iterator[str]:
    """Say what it is, when on which of several days, for whom, whom to ask and where to sign up."""
    if practice.text:
        yield practice.text
    if moment.start and moment.when.first != moment.when.last:
        key = "from_to" if moment.end else "at"
        hours = words(f"calendar.{key}", start=moment.start, end=moment.end)
        yield words("calendar.line", label=words("calendar.hours"), text=hours)
    whom = ", ".join(_for_whom(practice, moment, roadmap)) or words("site.step.everyone")
    yield words("calendar.line", label=words("site.step.personas"), text=whom)
    if steps := ", ".join(roadmap.steps[key].title for key in practice.steps):
        yield words("calendar.line", label=words("calendar.belongs"), text=steps)
    if practice.contact:
        contact = ", ".join(filter(None, (practice.contact.role, practice.contact.email, practice.contact.phone)))
        yield words("calendar.line", label=words("calendar.contact"), text=contact)
    address = getattr(practice, "sign_up", None) or getattr(practice, "join", None) or ""
    if there := _reachable(address, url):
        yield words("calendar.line", label=words("calendar.sign_up"), text=there)


def _for_whom(practice: Practice, moment: Moment, roadmap: Roadmap) -> Iterator[str]:
    yield from (roadmap.units[key].name for key in moment.departments or practice.departments)
    yield from (roadmap.personas[key].name for key in practice.personas)
    yield from (roadmap.practice["stakeholder", key].title for key in getattr(practice, "groups", ()))


def _reachable(address: str, url: str) -> str:
    """Return where a program outside the site can follow an address: a path inside it is found at the thing's place."""
    if address.startswith("mailto:"):
        return address.removeprefix("mailto:").partition("?")[0]
    return address if not address or address.startswith(("http://", "https://")) else url


def _status(step: Step) -> str:
    if step.status is Status.STOPPED:
        return "CANCELLED"
    unsure = step.status is Status.IDEA or step.sure is not Certainty.FIXED
    return "TENTATIVE" if unsure else "CONFIRMED"
