"""Nothing is dropped: whatever field of whatever record somebody changes, a reviewer reads of it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import pytest

from inventing import Inventor
from large import mends
from stip.comparison import FORMATS, Report, Side, compare
from stip.comparison.records import Key, Owned, records_of
from stip.comparison.values import label
from stip.editions import snapshot
from stip.model import Audience, Document, Glossary, Mission, Persona, Question, Record, Roadmap, Settings, Unit
from stip.model import practice_kinds as kinds
from stip.model.base import records_in
from stip.periods import Period, parse_period
from stip.text.words import LANGUAGES, words_for

NOT_CHANGED = {"id", "steps", "goals", "version", "language", "term"}
"""At the top of a record: what names it, what stands by itself, and what has one value."""
TYPES: tuple[type[Record], ...] = (Settings, Mission, Unit, Persona, Question, Glossary, *kinds().values())


class Whole(Inventor):
    """Invents records of which any name is short enough for every field."""

    def name(self) -> str:
        """Invent a name of as many characters as any may have."""
        return super().name()[-40:].strip()

    def _value(self, annotation: Any, marks: tuple[Any, ...]) -> Any:
        if get_origin(annotation) is Literal:
            return get_args(annotation)[0]
        return super()._value(annotation, marks)


def invented(seed: int, share: float = 1.0) -> Roadmap:
    """Return a roadmap with records of every kind; of two seeds many have the same ids."""
    ids = [f"een-{number}" for number in range(3)]
    known = dict.fromkeys(("unit", "step", "goal", "persona", "question", "edition"), ids)
    inventor = Whole({**known, **{kind.record: ids for kind in kinds().values()}}, share=share, seed=seed)
    inventor.mends = mends(inventor)

    def made(model: type[Record], **more: Any) -> Any:
        return model.model_validate({**inventor.record(model), **more})

    units = [made(Unit, id=id_, steps=[]) for id_ in ids[: 1 + seed % 3]]
    steps = made(Unit, id="vol", part_of=None)
    mission = made(Mission)
    return Roadmap(
        settings=made(
            Settings, language=LANGUAGES[seed % 2], checks={f"AD-0{seed % 5 + 1}": "hint", "AD-09": "ignore"}
        ),
        mission=mission,
        mission_page=Document("missie.md", inventor.text()),
        units={unit.id: unit for unit in (*units, steps)},
        personas={id_: made(Persona) for id_ in ids},
        persona_pages={id_: Document(f"{id_}.md", inventor.text()) for id_ in ids},
        questions={id_: made(Question) for id_ in ids},
        question_pages={id_: Document(f"{id_}.md", inventor.text()) for id_ in ids},
        practices=tuple(
            made(kind, id=id_) for kind in kinds().values() for id_ in ids[: 1 + inventor.dice.randrange(2)]
        ),
        glossary=made(Glossary),
        glossary_page=Document("begrippen.md", inventor.text()),
        audience=Audience.STEERING,
    )


def side(roadmap: Roadmap) -> Side:
    return Side("kant", snapshot(roadmap), roadmap)


def others(value: Any) -> Iterator[Any]:
    """Yield values that differ from this one in one thing, at any depth."""
    if isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            for other in others(getattr(value, name)):
                yield value.model_copy(update={name: other})
            if not field.is_required():
                yield value.model_copy(update={name: field.get_default(call_default_factory=True)})
    elif isinstance(value, tuple):
        yield from ((*value[:at], other, *value[at + 1 :]) for at in range(len(value)) for other in others(value[at]))
        yield from (value[1:], (*value, *value[:1]), value[::-1])
    elif isinstance(value, dict):
        yield from ({**value, key: other} for key in value for other in others(value[key]))
        yield {key: value[key] for key in list(value)[1:]}
    else:
        yield from alone(value)


def alone(value: Any) -> Iterator[Any]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, enum.Enum):
        yield from (other for other in type(value) if other is not value)
    elif isinstance(value, str):
        yield f"{value} anders"
    elif isinstance(value, int | Decimal):
        yield value + 1
    elif isinstance(value, Period):
        yield parse_period("2029-02-03")
    elif isinstance(value, dt.date):
        yield value + dt.timedelta(days=1)


def changed(roadmap: Roadmap, records: Mapping[Key, Record]) -> Roadmap:
    """Return a roadmap with other records in place of its own."""

    def of(key: Key, own: Any) -> Any:
        return records.get(key, own)

    mission = of(("mission", ""), roadmap.mission)
    units = {}
    for id_, unit in roadmap.units.items():
        steps = tuple(of(("step", step.id), step) for step in unit.steps)
        units[id_] = of(("unit", id_), unit).model_copy(update={"steps": steps})
    terms = tuple(of(("term", term.term), term) for term in roadmap.glossary.terms)
    return dataclasses.replace(
        roadmap,
        settings=of(("settings", ""), roadmap.settings),
        mission=mission.model_copy(update={"goals": tuple(of(("goal", g.id), g) for g in roadmap.mission.goals)}),
        units=units,
        personas={id_: of(("persona", id_), one) for id_, one in roadmap.personas.items()},
        questions={id_: of(("question", id_), one) for id_, one in roadmap.questions.items()},
        practices=tuple(of((one.record, one.id), one) for one in roadmap.practices),
        glossary=roadmap.glossary.model_copy(update={"terms": terms}),
    )


def top_others(record: Record) -> Iterator[Record]:
    """Yield records that differ from this one in one field, and stand where it stands."""
    for name, field in type(record).model_fields.items():
        if name in NOT_CHANGED and not (name in {"goals", "steps"} and record.record not in {"mission", "unit"}):
            continue
        for other in others(getattr(record, name)):
            yield record.model_copy(update={name: other})
        if not field.is_required():
            yield record.model_copy(update={name: field.get_default(call_default_factory=True)})


def test_any_one_field() -> None:
    """Of every record one field is changed at a time, whichever it is; each of them is told by its name."""
    roadmap = invented(7)
    old, records = side(roadmap), records_of(roadmap)
    rows = {key: [one for one in top_others(record) if one != record] for key, record in records.items()}
    assert len(rows) > len(kinds())
    assert min(map(len, rows.values())) > 0
    for turn in range(max(map(len, rows.values()))):
        now = {key: found[turn] for key, found in rows.items() if turn < len(found)}
        comparison = compare(old, side(changed(roadmap, now)))
        assert set(now) - {change.key for change in comparison.changes} == set()


def test_every_change_has_a_sentence_that_names_its_record() -> None:
    """In every form: the title, or what the only one of its kind is called, and something that happened."""
    roadmap, words = invented(7), words_for("nl")
    records = records_of(roadmap)
    now = {key: next(one for one in top_others(record) if one != record) for key, record in records.items()}
    report = Report(compare(side(roadmap), side(changed(roadmap, now))), words)
    told = {line.change.key for section in report.sections for item in section.items for line in item.lines}
    assert set(now) <= told
    for section in report.sections:
        for item in section.items:
            assert section.title
            assert all(line.sentence for line in item.lines)
            assert item.title or item.lines[0].change.record in {"settings", "glossary"} or not item.lines[0].change.id


@pytest.mark.parametrize("seed", range(4))
def test_any_two_roadmaps(seed: int) -> None:
    """Whatever two roadmaps are, one of them an edition too, they can be compared; with itself each is the same."""
    old, new = side(invented(seed, share=0.4)), side(invented(seed + 1, share=0.7))
    assert not compare(old, old)
    for one, other in ((old, new), (new, old), (old, dataclasses.replace(new, roadmap=None))):
        report = Report(compare(one, other), words_for(LANGUAGES[seed % 2]))
        assert report.count
        assert all(told(report) for told in FORMATS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name(language: str) -> None:
    """No reader meets the key of a field where its name belongs."""
    words = words_for(language)
    found = {record for model in TYPES for record in records_in(model)}
    fields = {Owned(record, name) for record in found for name in record.model_fields}
    bare = {f"{one.model.record}.{one.key}" for one in fields if label(one, words) == one.key}
    assert bare == set()
