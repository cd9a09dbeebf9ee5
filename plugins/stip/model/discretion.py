"""Discretion: what of a roadmap its audience may read; a site is made of nothing else."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args

from stip.model.base import CONFIDENTIAL, Address, Audience, Record, marks_in, records_in, types_in
from stip.model.practices import Ambassador, Download, Iteration, Measurement, MeasurementKind, Practice

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from pydantic.fields import FieldInfo

    from stip.model.adoption import Adoption
    from stip.model.roadmap import Roadmap

R = TypeVar("R", bound=Record)
T = TypeVar("T")
_ADDRESS = get_args(Address)[-1]
"""The mark by which an address differs from other texts."""
_EMPTY: tuple[object, ...] = (None, (), {})


class Steering(NamedTuple):
    """What of a type of record only those who steer may read: the fields to leave out, and those to look into."""

    out: Mapping[str, FieldInfo]
    into: tuple[str, ...]


def published(roadmap: Roadmap) -> Roadmap:
    """Return what is published of a roadmap: what its audience may read, and of people only what they agreed to.

    No name without consent and no figure of few people, whoever reads. What is published already stays as it is.
    """
    seen = of_audience(roadmap)
    practices = tuple(discreet(one, seen.adoption, seen.settings.updated) for one in seen.practices)
    return dataclasses.replace(seen, practices=practices)


def of_audience(roadmap: Roadmap) -> Roadmap:
    """Return what the audience of a roadmap may read of it."""
    return roadmap if roadmap.audience is Audience.STEERING else for_staff(roadmap)


def for_staff(roadmap: Roadmap) -> Roadmap:
    """Return what everyone may read of a roadmap, for whomever it was loaded."""
    hidden = {(one.record, one.id) for one in roadmap.practices if not one.for_staff}
    practices = tuple(_open(one) for one in roadmap.practices if one.for_staff)
    documents = {one.file for one in practices if isinstance(one, Download)}
    return dataclasses.replace(
        roadmap,
        settings=open_part(roadmap.settings),
        mission=open_part(roadmap.mission),
        units={key: open_part(unit) for key, unit in roadmap.units.items()},
        personas={key: open_part(persona) for key, persona in roadmap.personas.items()},
        questions={key: open_part(question) for key, question in roadmap.questions.items()},
        practices=practices,
        glossary=open_part(roadmap.glossary),
        sizes={address: size for address, size in roadmap.sizes.items() if address in documents},
        places={key: place for key, place in roadmap.places.items() if key not in hidden},
        audience=Audience.STAFF,
    )


def withheld(roadmap: Roadmap, lead: Callable[[str], T]) -> frozenset[T]:
    """Return where addresses lead that only those who steer may read: of all that there are, what everyone may not.

    `lead` tells where an address leads: what everyone may read under another one is not withheld.
    """
    records: tuple[Record, ...] = (roadmap.settings, roadmap.mission, roadmap.glossary, *roadmap.practices)
    records += (*roadmap.units.values(), *roadmap.personas.values(), *roadmap.questions.values())
    pairs = [(one, open_part(one)) for one in records if not isinstance(one, Practice) or one.for_staff]
    hidden = {lead(key) for one in roadmap.practices if not one.for_staff for key in addresses_in(one)}
    hidden |= {lead(key) for one, shown in pairs if shown is not one for key in addresses_in(one)}
    return frozenset(hidden - {lead(key) for _, shown in pairs for key in addresses_in(shown)} if hidden else ())


def addresses_in(value: Any) -> Iterator[str]:
    """Yield every address inside a record."""
    if isinstance(value, Record):
        for name, is_address in _leading(type(value)):
            item = getattr(value, name)
            yield from ([item] if isinstance(item, str) else item or ()) if is_address else addresses_in(item)
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from addresses_in(item)


@functools.cache
def _leading(model: type[Record]) -> tuple[tuple[str, bool], ...]:
    """Return every field that holds an address, or a record, and whether it is an address."""
    fields = ((name, _ADDRESS in marks_in(field), bool(_records(field))) for name, field in model.model_fields.items())
    return tuple((name, is_address) for name, is_address, inner in fields if is_address or inner)


def _open(practice: Practice) -> Practice:
    """Leave out what only those who steer may read, and the word that it is for everyone: that is what is usual."""
    shown = open_part(practice)
    return shown if shown.shown_to is None else shown.model_copy(update={"shown_to": None})


def open_part(record: R) -> R:
    """Return a record as everyone may read it: what only those who steer may read is as if it was not written."""
    out, into = steering_parts(type(record))
    defaults = ((name, field.get_default(call_default_factory=True)) for name, field in out.items())
    changes = {name: default for name, default in defaults if getattr(record, name) != default}
    for name in into:
        value = getattr(record, name)
        shown = _open_value(value)
        if shown is not value:
            changes[name] = shown
    return record.model_copy(update=changes) if changes else record


def _open_value(value: Any) -> Any:
    """Return a value with every record in it as everyone may read it; the value itself when nothing changes."""
    if isinstance(value, Record):
        return open_part(value)
    if isinstance(value, tuple):
        items = tuple(map(_open_value, value))
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, dict):
        parts = {key: _open_value(item) for key, item in value.items()}
        return value if all(new is value[key] for key, new in parts.items()) else parts
    return value


@functools.cache  # to ask pydantic again for every record would cost more than all else that is done with it here
def steering_parts(model: type[Record]) -> Steering:
    """Tell what of a type of record only those who steer may read, by the names of its fields.

    Raises TypeError for such a field that is not empty when it is left out: everyone would read what nobody wrote.
    """
    out = {name: field for name, field in model.model_fields.items() if _is_steering(field)}
    for name, field in out.items():
        if field.is_required() or field.get_default(call_default_factory=True) not in _EMPTY:
            message = f"{model.__name__}.{name} is for those who steer, and must be empty when it is not given"
            raise TypeError(message)
    rest = ((name, field) for name, field in model.model_fields.items() if name not in out)
    return Steering(out, tuple(name for name, field in rest if any(map(_has_parts, _records(field)))))


def _is_steering(field: FieldInfo) -> bool:
    return CONFIDENTIAL in marks_in(field) or any(part.audience is Audience.STEERING for part in _records(field))


def _records(field: FieldInfo) -> tuple[type[Record], ...]:
    return tuple(part for part in types_in(field.annotation) if issubclass(part, Record))


def _has_parts(model: type[Record]) -> bool:
    return any(_is_steering(field) for part in records_in(model) for field in part.model_fields.values())


def discreet(practice: Practice, adoption: Adoption, today: dt.date) -> Practice:
    """Leave out a name whose owner does not consent today, and figures behind which too few people stand.

    A reading of use may be counted by a machine, so that nobody knows how many people there were; one of appreciation
    without a number of answers is not shown.
    """
    least = adoption.smallest_group
    if isinstance(practice, Ambassador):
        consent = practice.consent
        if practice.name and consent and consent.given <= today <= consent.until:
            return practice
        return practice.model_copy(update={"name": None, "consent": None})
    if isinstance(practice, Iteration) and (practice.respondents or 0) < least:
        return practice.model_copy(update={"energy": None, "respondents": None})
    if isinstance(practice, Measurement):
        counted = practice.kind is MeasurementKind.USAGE
        enough = tuple(
            one for one in practice.readings if (counted if one.respondents is None else one.respondents >= least)
        )
        return practice.model_copy(update={"readings": enough})
    return practice
