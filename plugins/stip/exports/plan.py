"""The files of the plan itself: the whole roadmap as JSON with its schema, and a table (CSV) of each kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from stip.exports.forms import as_json
from stip.exports.structure import opened, structure
from stip.exports.tables import Row, Table, write_table
from stip.exports.whole import Urls, Whole
from stip.model import Goal, Persona, Question, Step, Term, Unit
from stip.model.discretion import published
from stip.text.words import words_for

if TYPE_CHECKING:
    from stip.editions import Edition
    from stip.model import Roadmap

ROADMAP, SCHEMA = "roadmap.json", "roadmap.schema.json"
"""The names of the whole roadmap and of its schema, in the folder of data."""
_TABLES = {
    "departments": Table(Unit, before=("id", "name", "number"), after=("page",), without=frozenset({"steps"})),
    "steps": Table(
        Step,
        before=("id", "title", "unit", "department", "when", "first", "last", "certainty", "kind", "status"),
        after=("next", "needed_by", "page"),
    ),
    "goals": Table(Goal, after=("page",)),
    "personas": Table(Persona, before=("id",), after=("page",), without=frozenset({"real_person"})),
    "questions": Table(Question, before=("id",), after=("page",)),
    "terms": Table(Term),
}
"""The table of each kind of record that is no practice, by its key in roadmap.yaml or the files beside it."""


def plan_files(
    roadmap: Roadmap, urls: Urls, editions: tuple[Edition, ...] = ()
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield (path, maker) of the whole roadmap, its schema, and a table of each kind of record that there is.

    A maker returns the content of its file, which takes time for a large roadmap.
    """
    words, roadmap = words_for(roadmap.settings.language), published(roadmap)
    folder, whole = words("site.path.data"), Whole(roadmap, urls, editions)
    yield f"{folder}/{ROADMAP}", lambda: as_json(whole.document(SCHEMA))
    yield f"{folder}/{SCHEMA}", lambda: as_json(opened(structure(words, roadmap.audience)))
    for key, table in _TABLES.items():
        if any(True for _ in _rows(key, whole)):
            yield f"{folder}/{key}.csv", partial(_table, key, table, whole)


def _table(key: str, table: Table, whole: Whole) -> bytes:
    roadmap = whole.roadmap
    return write_table(table, tuple(_rows(key, whole)), words_for(roadmap.settings.language), roadmap.audience)


def _rows(key: str, whole: Whole) -> Iterator[Row]:
    """Yield the records of a table in listed order, steps as they follow each other."""
    roadmap = whole.roadmap
    if key == "departments":
        yield from ((unit, _paged(whole.of_unit(unit))) for unit in roadmap.units.values())
    elif key == "steps":
        for step in roadmap.steps.values():
            yield (
                step,
                {**_paged(whole.of_step(step)), "department": roadmap.unit_of[step.id].name, "certainty": step.sure},
            )
    elif key == "goals":
        yield from ((goal, {"page": whole.url(goal, goal.id)}) for goal in roadmap.mission.goals)
    elif key == "terms":
        yield from ((term, {}) for term in roadmap.glossary.terms)
    else:
        records = roadmap.personas if key == "personas" else roadmap.questions
        yield from ((one, {"id": id_, "page": whole.url(one, id_)}) for id_, one in records.items())


def _paged(reckoned: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is reckoned of a record under the keys of a table: there `url` is a field of some practices."""
    found = {key: tuple(value) if isinstance(value, list) else value for key, value in reckoned.items()}
    return {**found, "page": found.get("url")}
