"""Ready: whether each department that has changes ahead has what it needs to begin: who leads, and all that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.model.coverage import Coverage, Part, reckon_coverage
from stip.pages.views.items import LinkItem
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.model import Unit
    from stip.model.coverage import Cell
    from stip.pages.links import Here

COLUMNS = ("leader", *Part)
"""What is looked at, in the order of the cells."""


@as_view
class ReadyRow:
    """How ready a department is, by column: `there`, `partly` or `missing`."""

    unit: LinkItem
    number: int | None
    cells: tuple[str, ...]


def ready_rows(here: Here) -> Iterator[ReadyRow]:
    """Yield how ready each department with changes ahead is, with its teams: who leads, and each part of coverage."""
    roadmap = here.context.roadmap
    coverage = reckon_coverage(roadmap)
    heads: dict[str, list[Cell]] = {}
    for cell in coverage.cells:
        heads.setdefault(roadmap.path_head(roadmap.units[cell.unit]).id, []).append(cell)
    for key in sorted(heads, key=lambda key: roadmap.number(roadmap.units[key]) or 0):
        unit, own = roadmap.units[key], Coverage(tuple(heads[key]))
        lacking = (len(own.holes[part]) for part in Part)
        total = len(own.cells)
        cells = (_leader(unit), *("there" if not n else "missing" if n == total else "partly" for n in lacking))
        yield ReadyRow(LinkItem(unit.name, here.unit(unit)), roadmap.number(unit), cells)


def _leader(unit: Unit) -> str:
    if not unit.manager:
        return "missing"
    return "there" if unit.promise else "partly"


def ready_answer(rows: tuple[ReadyRow, ...], here: Here) -> str:
    """Say in one sentence whether every department has something of everything, or which lack something."""
    words = here.context.words
    lacking = [row.unit.text for row in rows if "missing" in row.cells]
    if not lacking:
        return words("insight.steering.ready_all", count=len(rows))
    return words("insight.steering.ready_not", names=", ".join(lacking[:3]), count=len(lacking))
