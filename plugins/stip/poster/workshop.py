"""Write the form of a workshop: an A4 with a line for each number on its poster."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass

from stip.poster.paint import light
from stip.poster.typesetting import as_pdf


@dataclass(frozen=True)
class FormLine:
    """A number, and the year it is in; empty when it is in none."""

    number: str
    year: str


@dataclass(frozen=True)
class FormGroup:
    """The numbers of one department, or of those that have none."""

    title: str
    lines: tuple[FormLine, ...]


@dataclass(frozen=True)
class FormSpec:
    """What the form says."""

    language: str
    day: dt.date
    """The reference date: the only today there is."""
    title: str
    name: str
    """Which poster it goes with."""
    intro: str
    imprint: str
    groups: tuple[FormGroup, ...]


def write_form(spec: FormSpec) -> bytes:
    """Return the PDF of the form, the same bytes every time. Raises what `as_pdf` raises."""
    data = {
        "language": spec.language,
        "title": spec.title,
        "name": spec.name,
        "intro": spec.intro,
        "imprint": spec.imprint,
        "groups": [asdict(item) for item in spec.groups],
        "inks": {name: light(name) for name in ("ink", "ink2")},
    }
    return as_pdf("workshop.typ", data, day=spec.day)
