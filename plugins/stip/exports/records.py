"""Write the practices for other programs: a table (CSV) of each kind for people, and one JSON file for programs.

The JSON is one object:

- `version`: 1; it becomes 2 when a program that reads it would have to change.
- `updated`: the day of which all this is true, `2026-11-16`.
- `practices`: a list for each kind that there is, under its key in roadmap.yaml, by id.

A record has the keys and forms of roadmap.yaml: ids for what it names, `2027-Q1` or `{"from": ..., "until": ...}` for a
period, fixed values by their own names, numbers for numbers. What is usual is written out; what is empty is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from stip.exports.forms import as_json, written
from stip.exports.tables import Row, Table, write_table
from stip.model.discretion import published
from stip.model.practices import practice_kinds
from stip.text.words import words_for

if TYPE_CHECKING:
    from stip.model import Practice, Roadmap

VERSION = 1


def record_files(roadmap: Roadmap) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield (path, maker) of a table for each kind of practice that has records, and of the JSON of all of them.

    A maker returns the content of its file.
    """
    words, roadmap = words_for(roadmap.settings.language), published(roadmap)
    folder = words("site.path.data")
    found = practices_by_key(roadmap)
    for key, listed in found.items():
        rows: list[Row] = [(practice, {}) for practice in listed]
        table = Table(type(listed[0]))
        yield f"{folder}/{key}.csv", partial(write_table, table, rows, words, roadmap.audience)
    if found:
        yield f"{folder}/{words('exports.file')}.json", partial(_whole, roadmap, found)


def _whole(roadmap: Roadmap, found: Mapping[str, tuple[Practice, ...]]) -> bytes:
    lists = {key: [written(one) for one in listed] for key, listed in found.items()}
    whole = {"version": VERSION, "updated": roadmap.settings.updated.isoformat(), "practices": lists}
    return as_json(whole, sort_keys=True)


def practices_by_key(roadmap: Roadmap) -> Mapping[str, tuple[Practice, ...]]:
    """Return the practices of each kind that there is, by the key of its list, each list by id."""
    found = {key: roadmap.of(kind) for key, kind in practice_kinds().items()}
    return {key: tuple(sorted(listed, key=lambda one: one.id)) for key, listed in found.items() if listed}
