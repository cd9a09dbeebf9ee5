"""Inventing: a record of any type as people would write it, from its fields alone; a new kind needs nothing here."""

from __future__ import annotations

import datetime as dt
import enum
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from stip.model.base import Address, Email, Id, Line, Record, Ref
from stip.periods import Period

NAMES = (
    "Wurkgroep “Súdwest-Fryslân” & de Wâlden",
    "Balie",
    "Een formulier voor alle hulp, ook als je 'iets' niet weet",
    "Gegevensuitwisselingsovereenkomsten tussen samenwerkende gemeenten",
    "It âlde argyf: fan papier nei skerm",
    'Ondersteuning bij "thuiswerken" & bellen, skoalle en ûnderwiis, yn de hiele regio ' * 2,
)
TEXTS = (
    "Je leest je post op één plek.",
    "Vraag het aan je collega's; zij weten de weg.",
    "Na de uitrol van het zaaksysteem faciliteren we iedereen.",
    "De aanvraag wordt door ons behandeld. Daarna hoor je wat er gebeurt & wanneer.",
    'Wie op de skoalle yn Ljouwert wurket, krijt "itselde" skerm as yn Snits; dat makket it makliker.',
    (
        "Dit is een lange zin die maar doorgaat, omdat wie haar schreef alles in één keer wilde zeggen over de nieuwe"
        " manier van werken, over de oude manier, en over alles wat daar volgens iedereen nog tussen zit."
    ),
)
Mend = Callable[[dict[str, Any]], Mapping[str, Any]]
"""Given what was invented for a record: the keys in it that must be otherwise (None: not there)."""
_USUAL = {"shown_to"}
"""Fields that say what is so without them: everything is for whom its kind is."""
_ID, _ADDRESS, _EMAIL = get_args(Id)[1], get_args(Address)[-1], get_args(Email)[-1]
_LENGTH = max(mark.max_length or 0 for mark in get_args(Line)[1:] if isinstance(mark, StringConstraints))


@dataclass
class Inventor:
    """Invents records whose references are among `known`, the ids by kind; the same `seed` gives the same.

    `share` is the share of what may be left out that is there all the same. `mends` makes a record, by its name, agree
    with what no field of it says.
    """

    known: Mapping[str, Sequence[str]]
    share: float = 0.6
    seed: int = 7
    mends: Mapping[str, Mend] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311 - a sample, not a secret

    def record(self, model: type[Record]) -> dict[str, Any]:
        """Invent a record: all that it must have, and some of what it may have."""
        found = {
            known.alias or name: self._value(known.annotation, tuple(known.metadata))
            for name, known in model.model_fields.items()
            if name not in _USUAL and (known.is_required() or self.dice.random() < self.share)
        }
        mend = self.mends.get(model.record)
        whole = {**found, **mend(found)} if mend else found
        return {key: value for key, value in whole.items() if value not in ([], {}, None)}

    def name(self) -> str:
        """Invent a name, of as many characters as it may have at most."""
        return f"{self.dice.choice(NAMES)} {self.dice.randrange(100_000)}"[-_LENGTH:].strip()

    def text(self) -> str:
        """Invent a text of a few sentences."""
        marked = ["Klik op <b>Verder</b>."] if self.dice.random() < 0.02 else []
        return " ".join([*self.dice.choices(TEXTS, k=self.dice.randint(1, 3)), *marked])

    def period(self) -> str | dict[str, str]:
        """Invent a period, in any of its forms."""
        day = dt.date(2026, 1, 5) + dt.timedelta(days=self.dice.randrange(1500))
        quarter = f"{day.year}-Q{(day.month + 2) // 3}"
        ends = {"from": f"{day}", "until": f"{day + dt.timedelta(days=self.dice.randint(10, 30))}"}
        forms: list[str | dict[str, str]] = [
            f"{day}",
            f"{day:%Y-%m}",
            quarter,
            f"{day.year}-autumn",
            f"{day.year}",
            ends,
        ]
        return self.dice.choice(forms)

    def _value(self, annotation: Any, marks: tuple[Any, ...]) -> Any:
        if get_origin(annotation) is Annotated:
            own, *more = get_args(annotation)
            return self._value(own, (*marks, *_flat(more)))
        inner = [part for part in get_args(annotation) if part not in {type(None), Ellipsis}]
        if get_origin(annotation) is dict:
            return {self._value(inner[0], marks): self.text() for _ in range(self.dice.randint(1, 3))}
        if get_origin(annotation) is tuple:
            least = max((mark.min_length for mark in marks if isinstance(mark, MinLen)), default=1)
            found = [self._value(inner[0], ()) for _ in range(max(least, self.dice.randint(1, 4)))]
            return [one for index, one in enumerate(found) if one is not None and one not in found[:index]]
        if inner:
            return self._value(inner[0], marks)
        return self._single(annotation, marks)

    def _single(self, kind: Any, marks: tuple[Any, ...]) -> Any:
        if isinstance(kind, type) and issubclass(kind, Record):
            return self.record(kind)
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return str(self.dice.choice([*kind]).value)
        if kind is str:
            return self._string(marks)
        made: dict[object, Callable[[], Any]] = {
            bool: lambda: self.dice.random() < 0.5,
            int: lambda: self.dice.randint(*_range(marks)),
            Decimal: lambda: self.dice.choice([3, 40, 2.5, "2,5"]),
            Period: self.period,
            dt.date: lambda: f"{dt.date(2026, 2, 1) + dt.timedelta(days=self.dice.randrange(500))}",
        }
        return made[kind]()

    def _string(self, marks: tuple[Any, ...]) -> str | None:
        ref = next((mark.kind for mark in marks if isinstance(mark, Ref)), "")
        if ref:
            ids = self.known.get(ref, ())
            return self.dice.choice(ids) if ids else None
        if _ID in marks:
            return f"id-{self.dice.randrange(100_000)}"
        if _ADDRESS in marks:
            return f"https://example.org/zz/{self.dice.randrange(1000)}"
        if _EMAIL in marks:
            return self.dice.choice(["loket@example.org", "voornaam.achternaam@example.org"])
        lengths = [mark.max_length or 0 for mark in marks if isinstance(mark, StringConstraints)]
        most = min((length for length in lengths if length), default=_LENGTH)
        return self.text() if most > _LENGTH else self.name()[:most].strip()


def _range(marks: Sequence[Any]) -> tuple[int, int]:
    """Return the least and most that a whole number may be: from one to five, or what lies in its own range."""
    least = max((mark.ge for mark in marks if isinstance(mark, Ge) and isinstance(mark.ge, int)), default=1)
    most = min((mark.le for mark in marks if isinstance(mark, Le) and isinstance(mark.le, int)), default=5)
    return (least, most) if least > 5 else (max(least, 1), min(most, 5))


def _flat(marks: Sequence[Any]) -> Iterator[Any]:
    """Yield the marks of an annotation, and those that stand inside a `Field(...)`."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)
