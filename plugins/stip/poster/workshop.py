"""Write the form of a workshop: an A4 with a line for each number on its poster."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, replace

from stip.poster.breaks import breakable
from stip.poster.paint import light
from stip.poster.sheets import INCH
from stip.poster.typesetting import as_pdf
from stip.text.fonts import shorten

LETTER = 11.5 / 72 * INCH
"""The letter of the headings over the lines, in mm."""
COLUMN, ROOM = 90.0, 150.0
"""What fits on a line of them, and on a line above the columns, in mm."""


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
        "name": _broken(spec.name),
        "intro": spec.intro,
        "imprint": _broken(spec.imprint),
        "groups": [
            asdict(replace(item, title=shorten(item.title, "hand-bold", LETTER, COLUMN))) for item in spec.groups
        ],
        "inks": {name: light(name) for name in ("ink", "ink2")},
    }
    return as_pdf("workshop.typ", data, day=spec.day)


def _broken(text: str) -> str:
    return breakable(text, "hand-bold", LETTER, ROOM)
