"""The report for maintainers: what the checks found, and what is still missing for whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from stip.model.coverage import Cell, Coverage, Part, reckon_coverage
from stip.model.practices import Purpose, practice_kinds
from stip.pages.views.items import LinkItem, StepItem, step_item
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view
from stip.problems import Problem, Severity

if TYPE_CHECKING:
    from stip.pages.links import Here

_ROWS = 240
"""So many rows of the matrix stand on the page: those that come first."""
_PLACES = 20
"""So many places of one finding."""


@as_view
class Found:
    """What was found with one code: how bad it is, how often, and where."""

    code: str
    severity: str
    severity_text: str
    count: int
    problems: tuple[Problem, ...]
    more: str


@as_view
class MatrixRow:
    """A step for one persona: for each column whether it is there."""

    step: StepItem
    persona: LinkItem
    cells: tuple[bool, ...]
    full: bool


@as_view
class UnitRow:
    """How much there is for a unit."""

    unit: LinkItem
    share: int
    cells: tuple[str, ...]


@as_view
class Count:
    """How many practices of a kind there are."""

    title: str
    count: int
    export: str


@as_view
class ReportView:
    """All that the report shows."""

    frame: Frame
    lead: str
    summary: str
    found: tuple[Found, ...]
    share: str
    asked: str
    columns: tuple[str, ...]
    units: tuple[UnitRow, ...]
    rows: tuple[MatrixRow, ...]
    more: str
    counts: tuple[Count, ...]


def report_view(here: Here) -> ReportView:
    """Gather the report."""
    context, words, roadmap = here.context, here.context.words, here.context.roadmap
    coverage = reckon_coverage(roadmap)
    cells = sorted(coverage.cells, key=lambda cell: roadmap.steps[cell.step].when)
    rest = len(cells) - _ROWS
    counts = {severity: sum(one.severity is severity for one in context.problems) for severity in Severity}
    return ReportView(
        frame=frame(here, words("site.report.title"), words("site.report.description")),
        lead=words("site.report.lead"),
        summary=words(
            "site.report.summary",
            warnings=words("site.report.warnings", count=counts[Severity.WARNING]),
            hints=words("site.report.hints", count=counts[Severity.HINT]),
        ),
        found=tuple(_found(context.problems, here)),
        share=words("site.report.share", share=coverage.share) if coverage.share is not None else "",
        asked=words("site.report.asked", least=roadmap.adoption.coverage) if roadmap.adoption.coverage else "",
        columns=tuple(words(f"site.report.part_{part}") for part in (*Part, *Purpose)),
        units=tuple(_unit(key, part, here) for key, part in coverage.by_unit.items()),
        rows=tuple(_row(cell, here) for cell in cells[:_ROWS]),
        more=words("site.report.more", count=rest) if rest > 0 else "",
        counts=tuple(_counts(here)),
    )


def _found(problems: Iterable[Problem], here: Here) -> Iterable[Found]:
    words = here.context.words
    listed: dict[tuple[int, str], list[Problem]] = {}
    order = list(Severity)
    for one in problems:
        listed.setdefault((order.index(one.severity), one.code), []).append(one)
    for (rank, code), found in sorted(listed.items()):
        severity = order[rank]
        rest = len(found) - _PLACES
        yield Found(
            code,
            severity,
            words(f"site.report.{severity}"),
            len(found),
            tuple(found[:_PLACES]),
            words("site.report.more", count=rest) if rest > 0 else "",
        )


def _row(cell: Cell, here: Here) -> MatrixRow:
    roadmap = here.context.roadmap
    cells = (*(part in cell.parts for part in Part), *(phase in cell.phases for phase in Purpose))
    persona = LinkItem(roadmap.personas[cell.persona].name, here.persona(cell.persona))
    return MatrixRow(step_item(roadmap.steps[cell.step], here), persona, cells, all(cells))


def _unit(unit_id: str, coverage: Coverage, here: Here) -> UnitRow:
    unit, total = here.context.roadmap.units[unit_id], len(coverage.cells)
    lacking = (*(len(coverage.holes[part]) for part in Part), *(len(coverage.phase_holes[one]) for one in Purpose))
    words = here.context.words
    cells = tuple(words("site.report.of", count=total - count, total=total) for count in lacking)
    return UnitRow(LinkItem(unit.name, here.unit(unit)), coverage.share or 0, cells)


def _counts(here: Here) -> Iterable[Count]:
    context = here.context
    for kind in practice_kinds().values():
        if count := len(context.roadmap.of(kind)):
            path = context.addresses.export(kind)
            export = here.file(path) if path in context.files else ""
            yield Count(context.words(f"practices.{kind.record}.title"), count, export)
