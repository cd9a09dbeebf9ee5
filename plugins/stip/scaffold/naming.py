"""Naming: the ids of departments, from their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.ids import id_mistake, near_id
from stip.model.steps import ENDS_HERE
from stip.problems import Place

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_LONGEST = 40
"""Longest id of a department, so that there is room for what its steps add to it."""
_RESERVED = frozenset({"index", "readme", ENDS_HERE})
"""What cannot be a department: the names of the pages of a folder, and the end of a path."""


def unit_ids(names: Iterable[str], word: str) -> tuple[str, ...]:
    """Return an id for each name, all different; of a name without letters that an id can hold it is `word`.

    A name that Windows or a site keeps for itself gets the word behind it; a second of one id a number.
    """
    ids: dict[str, None] = {}
    for name in names:
        first = _shortened(near_id(name)) or word
        if first in _RESERVED or id_mistake(first, Place(""), "id"):
            first = f"{first}-{word}"
        ids[_free(first, ids)] = None
    return tuple(ids)


def _shortened(text: str) -> str:
    """Cut a long id, at a whole word when there is one."""
    if len(text) <= _LONGEST:
        return text
    whole = text[: _LONGEST + 1].rpartition("-")[0]
    return whole or text[:_LONGEST]


def _free(first: str, taken: Container[str]) -> str:
    found, number = first, 1
    while found in taken:
        number += 1
        found = f"{first}-{number}"
    return found
