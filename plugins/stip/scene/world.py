"""The flat world: every step in a row of time, every lane in its place as the engine decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stip.diagrams import Graph, Layout
from stip.diagrams.dot import Edge, Node, Row, write_graph
from stip.scene.spec import Lane, MapSpec, Stop

LEAST_ROWS_A_YEAR = 4
_CHAIN = 50
_LINK = 3


@dataclass(frozen=True)
class Rows:
    """Time as rows: the row of each step by its id, where each year begins, and today."""

    count: int
    row_of: Mapping[str, int]
    year_starts: tuple[float, ...]
    """The row coordinate at which each year of the drawing begins, in order."""
    year_end: float
    """Where the last year ends; rows beyond it hold what has no date."""
    today: float | None


@dataclass(frozen=True)
class World:
    """Lanes from left to right with the x of each, in points; rows beside it."""

    lanes: tuple[Lane, ...]
    places: tuple[float, ...]
    rows: Rows


def make_rows(spec: MapSpec) -> Rows:
    """Give every step a row: by date, in listed order, never two of a lane in one row."""
    per_year = _rows_per_year(spec)
    starts: list[float] = [0]
    for count in per_year:
        starts.append(starts[-1] + count)
    row_of: dict[str, int] = {}
    used = int(starts[-1])
    for lane in spec.lanes:
        last = -1
        years = _years_of(spec, lane.stops)
        for place, stop in enumerate(lane.stops):
            year = years[place]
            still = sum(1 for other in years[place:] if other == year)
            if year < len(spec.years):
                wanted = int(starts[year] + _part(spec, year, stop.day) * per_year[year])
                # Room is kept for the steps of the same year that follow.
                row = max(last + 1, min(wanted, int(starts[year + 1]) - still), int(starts[year]))
            else:
                row = max(last + 1, int(starts[-1]))
            row_of[stop.id] = last = row
            used = max(used, row + 1)
    return Rows(used, row_of, tuple(starts[:-1]), starts[-1], _today(spec, starts, per_year))


def _rows_per_year(spec: MapSpec) -> list[int]:
    counts = [LEAST_ROWS_A_YEAR] * len(spec.years)
    for lane in spec.lanes:
        years = _years_of(spec, lane.stops)
        for year in range(len(counts)):
            counts[year] = max(counts[year], years.count(year))
    # All years are equally deep: a busy year must not look longer than a quiet one.
    return [max(counts, default=0)] * len(counts)


def _years_of(spec: MapSpec, stops: Sequence[Stop]) -> list[int]:
    """Return the year of every step, never before that of the step before it."""
    years: list[int] = []
    for stop in stops:
        year = len(spec.years)
        if stop.day is not None:
            year = next((i for i, y in enumerate(spec.years) if stop.day <= y.last_day), len(spec.years) - 1)
        years.append(max(year, years[-1] if years else 0))
    return years


def _part(spec: MapSpec, year: int, day: int | None) -> float:
    first, last = spec.years[year].first_day, spec.years[year].last_day
    part = ((day or first) - first) / (last + 1 - first)
    return min(max(part, 0.0), 0.999)


def _today(spec: MapSpec, starts: Sequence[float], per_year: Sequence[int]) -> float | None:
    for i, year in enumerate(spec.years):
        if year.first_day <= spec.today <= year.last_day:
            return starts[i] + _part(spec, i, spec.today) * per_year[i]
    return None


def order_graph(spec: MapSpec, rows: Rows) -> Graph:
    """Write the first graph: free lanes, tied by the links across, for the engine to find their order."""
    return _graph(spec, spec.lanes, rows, [1.0] * len(spec.lanes), 36.0, links=True)


def world_graph(spec: MapSpec, lanes: Sequence[Lane], rows: Rows, widths: Sequence[float], gap: float) -> Graph:
    """Write the second graph: lanes in a fixed order, each as wide (points) as its board at the start."""
    return _graph(spec, lanes, rows, widths, gap, links=False)


def read_order(spec: MapSpec, layout: Layout) -> tuple[Lane, ...]:
    """Return the lanes in the engine's order, mirrored when that is nearer to the order of their numbers.

    When the listed order makes the links no longer than the engine's order does, the listed order stays.
    """
    x = {lane.id: layout.nodes[f"l{i}"].x for i, lane in enumerate(spec.lanes)}
    found = sorted(spec.lanes, key=lambda lane: x[lane.id])
    if _span(spec, spec.lanes) <= _span(spec, found):
        return spec.lanes
    mirrored = found[::-1]
    return tuple(mirrored if _inversions(spec, mirrored) < _inversions(spec, found) else found)


def read_world(lanes: Sequence[Lane], rows: Rows, layout: Layout, spec: MapSpec) -> World:
    """Return the places of the lanes as the engine put them."""
    index = {lane.id: i for i, lane in enumerate(spec.lanes)}
    return World(tuple(lanes), tuple(layout.nodes[f"l{index[lane.id]}"].x for lane in lanes), rows)


def _graph(
    spec: MapSpec, lanes: Sequence[Lane], rows: Rows, widths: Sequence[float], gap: float, *, links: bool
) -> Graph:
    index = {lane.id: i for i, lane in enumerate(spec.lanes)}
    name_of: dict[str, str] = {}
    by_row: list[list[Node]] = [[Node(f"r{row}")] for row in range(rows.count)]
    edges = [Edge(f"r{row}", f"r{row + 1}") for row in range(rows.count - 1)]
    for lane in lanes:
        before = f"l{index[lane.id]}"
        for place, stop in enumerate(lane.stops):
            node = f"s{index[lane.id]}_{place}"
            name_of[stop.id] = node
            by_row[rows.row_of[stop.id]].append(Node(node))
            edges.append(Edge(before, node, _CHAIN))
            before = node
        edges.append(Edge(before, "dot"))
    if links:
        edges += _link_edges(spec, rows, name_of)
    start = Row([Node(f"l{index[lane.id]}", w) for lane, w in zip(lanes, widths, strict=True)], ordered=not links)
    axis = [Row([Node("dot")]), *(Row(nodes) for nodes in by_row)]
    if rows.count:
        edges += [Edge(f"l{index[lane.id]}", "r0", 0) for lane in lanes[:1]]
        edges.append(Edge(f"r{rows.count - 1}", "dot"))
    return write_graph(spec.id, [start, *axis], edges, direction="BT", gap=gap, row_gap=12)


def _link_edges(spec: MapSpec, rows: Rows, name_of: Mapping[str, str]) -> list[Edge]:
    edges: list[Edge] = []
    for place, (first, second) in enumerate(spec.links):
        if first not in name_of or second not in name_of:
            continue
        low, high = sorted((first, second), key=lambda stop: rows.row_of[stop])
        if rows.row_of[low] == rows.row_of[high]:
            # A flat edge would say which lane is on the left; two edges to a point above only pull.
            edges += [Edge(name_of[stop], f"m{place}", _LINK) for stop in (low, high)]
        else:
            edges.append(Edge(name_of[low], name_of[high], _LINK))
    return edges


def _span(spec: MapSpec, lanes: Sequence[Lane]) -> int:
    place = {stop.id: i for i, lane in enumerate(lanes) for stop in lane.stops}
    return sum(abs(place[a] - place[b]) for a, b in spec.links if a in place and b in place)


def _inversions(spec: MapSpec, lanes: Sequence[Lane]) -> int:
    index = {lane.id: i for i, lane in enumerate(spec.lanes)}
    order = [index[lane.id] for lane in lanes]
    return sum(a > b for i, a in enumerate(order) for b in order[i + 1 :])
