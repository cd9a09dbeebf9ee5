"""Draft: the plan as it was read from a spreadsheet, with every doubt, and what became of each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from stip.spreadsheet.cells import Cell, Grid, Spot


@dataclass(frozen=True)
class Doubt:
    """What a person must look at: its code in the catalogue, the values it names, its cell, the field it is about."""

    code: str
    values: Mapping[str, object]
    spot: Spot | None = None
    field: str = ""


@dataclass(frozen=True)
class Remark:
    """What a sheet says that is kept as a comment, and from which cell it comes."""

    code: str
    values: Mapping[str, object]
    spot: Spot | None = None


@dataclass
class Waiting:
    """A step of which only the words in a cell are known."""

    text: str
    spot: Spot


@dataclass
class DraftStep:
    """A step: where it stands, of which unit it is, its fields in the forms of YAML, and what belongs beside it."""

    spot: Spot
    department: str
    team: str = ""
    unit: str = ""
    """The id of its unit, when the sheet says so."""
    fields: dict[str, Any] = field(default_factory=dict)
    number: str = ""
    after: list[Waiting] = field(default_factory=list)
    leads: Waiting | None = None
    goals: list[Waiting] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def doubt(self, code: str, at: Cell | Spot | None = None, field: str = "", /, **values: object) -> None:
        """Note a doubt about the step, and the field above which it is told."""
        self.doubts.append(Doubt(code, values, at.spot if isinstance(at, Cell) else at or self.spot, field))

    def remark(self, code: str, at: Cell, /, **values: object) -> None:
        """Keep what a cell says as a comment."""
        self.remarks.append(Remark(code, values, at.spot))


@dataclass
class DraftUnit:
    """A department or team: its fields in the forms of YAML, and its steps."""

    fields: dict[str, Any]
    steps: list[DraftStep] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.fields["id"])

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.fields["name"])


@dataclass
class Taken:
    """What a column was taken as: the sheet, the column, its heading, and a code of the catalogue with its values."""

    sheet: str
    column: int
    heading: str
    code: str
    field: str = ""


@dataclass
class SheetTold:
    """What was done with a sheet: a code of the catalogue, its heading row, and how many steps it gave."""

    name: str
    code: str
    row: int = 0
    steps: int = 0
    form: str = ""


@dataclass
class Draft:
    """All that was read. `kept` are the cells, and `noted` the comments on cells, that have a place in it."""

    file: str
    steps: list[DraftStep] = field(default_factory=list)
    units: dict[str, DraftUnit] = field(default_factory=dict)
    goals: list[dict[str, Any]] = field(default_factory=list)
    others: list[tuple[str, str, str]] = field(default_factory=list)
    """Records of other kinds that steps name: (record, id, name)."""
    facts: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    above: list[Remark] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    sheets: list[SheetTold] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    kept: set[Spot] = field(default_factory=set)
    noted: set[Spot] = field(default_factory=set)

    def all_doubts(self) -> Iterator[Doubt]:
        """Yield every doubt: of the whole, then by unit, in the order of the roadmap."""
        yield from self.doubts
        for unit in self.units.values():
            yield from unit.doubts
            for step in unit.steps:
                yield from step.doubts

    def left(self) -> Iterator[tuple[Cell, bool]]:
        """Yield every cell that has no place in the roadmap, and whether only its comment has none."""
        for grid in self.grids:
            for _, cell in sorted(grid.cells.items()):
                if cell.text and cell.spot not in self.kept:
                    yield cell, False
                elif cell.note and cell.spot not in self.noted:
                    yield cell, True
