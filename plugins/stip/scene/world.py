"""The flat world: every step in a row of time, every lane in its place as the engine decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stip.diagrams import Graph, Layout
from stip.diagrams.dot import Edge, Node, Row, write_graph
from stip.scene.spec import Lane, MapSpec, Stop

LEAST_ROWS_A_YEAR = 4
MOST_TIMES_LEAST = 3
"""A busy year is at most so many times deeper than a quiet one, unless its steps would share a row."""
SPARE_ROWS = 6
"""Years grow by so many rows at once, so that one step more finds its place without moving what others know."""
WORTH_IT = 1.12
"""How much longer the links must be in the listed order before another order is worth it."""
MOST_GAP = 4
"""Steps of one lane keep up to so many rows apart where their period has the room."""
TIED = 3
"""So many links between two departments make a tie."""
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


@dataclass(frozen=True)
class _Period:
    """A year, or the part of it before or after today; days are ordinals, both inclusive."""

    year: int
    first: int
    last: int


def make_rows(spec: MapSpec, least: int = LEAST_ROWS_A_YEAR, spare: int = SPARE_ROWS) -> Rows:
    """Give every step a row: by date, in listed order, never two of a lane in one row.

    A year has at least `least` rows, a quiet one about a third of the busiest.
    The year of today is divided in two, so that what is past lies before today's line and the rest beyond it.
    """
    periods = _periods(spec)
    starts: list[int] = [0]
    for count in _row_counts(spec, periods, least, spare):
        starts.append(starts[-1] + count)
    row_of: dict[str, int] = {}
    used = starts[-1]
    for lane in spec.lanes:
        last = -1
        places = _places(periods, lane.stops)
        for i, (stop, place) in enumerate(zip(lane.stops, places, strict=True)):
            row = max(last + 1, starts[place])
            if place < len(periods):
                depth = starts[place + 1] - starts[place]
                gap = max(1, min(MOST_GAP, depth // places.count(place)))
                wanted = starts[place] + int(_part(periods[place], stop.day) * depth)
                if i and places[i - 1] == place:
                    wanted = max(wanted, last + gap)
                # Room is kept for the steps of the same period that follow.
                row = max(row, min(wanted, starts[place + 1] - 1 - gap * (places[i:].count(place) - 1)))
            row_of[stop.id] = last = row
            used = max(used, row + 1)
    year_starts = [starts[i] for i, period in enumerate(periods) if not i or periods[i - 1].year != period.year]
    return Rows(used, row_of, tuple(map(float, year_starts)), float(starts[-1]), _today(spec, periods, starts))


def _periods(spec: MapSpec) -> list[_Period]:
    periods = []
    for i, year in enumerate(spec.years):
        if year.first_day <= spec.today < year.last_day:
            periods.append(_Period(i, year.first_day, spec.today))
            periods.append(_Period(i, spec.today + 1, year.last_day))
        else:
            periods.append(_Period(i, year.first_day, year.last_day))
    return periods


def _row_counts(spec: MapSpec, periods: Sequence[_Period], least: int, spare: int) -> list[int]:
    """Return how many rows each period has: at least one for each step of its busiest lane, with rows to spare."""
    busiest = [0] * len(periods)
    for lane in spec.lanes:
        places = _places(periods, lane.stops)
        busiest = [max(most, places.count(i)) for i, most in enumerate(busiest)]
    busiest = [-(-most // spare) * spare for most in busiest]
    least = max(least, -(-max(busiest, default=0) // MOST_TIMES_LEAST))
    counts = []
    for period, most in zip(periods, busiest, strict=True):
        whole = spec.years[period.year].last_day - spec.years[period.year].first_day + 1
        counts.append(max(most, 1, round(least * (period.last + 1 - period.first) / whole)))
    return counts


def _places(periods: Sequence[_Period], stops: Sequence[Stop]) -> list[int]:
    """Return the period of every step, never before that of the step before it; no date comes last."""
    places: list[int] = []
    for stop in stops:
        place = len(periods)
        if stop.day is not None:
            place = next((i for i, period in enumerate(periods) if stop.day <= period.last), len(periods) - 1)
        places.append(max(place, places[-1] if places else 0))
    return places


def _part(period: _Period, day: int | None) -> float:
    part = ((day or period.first) - period.first) / (period.last + 1 - period.first)
    return min(max(part, 0.0), 0.999)


def _today(spec: MapSpec, periods: Sequence[_Period], starts: Sequence[int]) -> float | None:
    for i, period in enumerate(periods):
        if period.last == spec.today:
            return float(starts[i + 1])
    return None


def order_graph(spec: MapSpec) -> Graph:
    """Write the first graph: free lanes, with a tie between those that have much to do with each other.

    For the engine to find their order. Dates have no part in it, so that a step which moves does not shuffle the
    departments, and fewer than three links between two of them count for nothing. So the order may only change
    when two departments get their third link or lose it, when the list of departments changes, or its order.
    """
    index = {lane.id: i for i, lane in enumerate(spec.lanes)}
    rows = [Row([Node(f"n{i}_{row}") for i in range(len(spec.lanes))]) for row in range(2)]
    edges = [Edge(f"n{i}_0", f"n{i}_1", _CHAIN) for i in range(len(spec.lanes))]
    for one, other in sorted((index[one], index[other]) for one, other in _ties(spec)):
        # A link within a row would say which lane is on the left; from row to row it only pulls.
        edges += [Edge(f"n{one}_0", f"n{other}_1", _LINK), Edge(f"n{other}_0", f"n{one}_1", _LINK)]
    return write_graph(spec.id, rows, edges, direction="BT", gap=36, row_gap=12)


def _ties(spec: MapSpec) -> list[tuple[str, str]]:
    """Return the pairs of lanes that share enough links to stand near each other, each in listed order."""
    lane_of = {stop.id: (i, lane.id) for i, lane in enumerate(spec.lanes) for stop in lane.stops}
    pairs = [sorted((lane_of[a], lane_of[b])) for a, b in spec.links if a in lane_of and b in lane_of]
    found = Counter((low[1], high[1]) for low, high in pairs if low != high)
    return [pair for pair, count in found.items() if count >= TIED]


def world_graph(spec: MapSpec, lanes: Sequence[Lane], rows: Rows, widths: Sequence[float], gap: float) -> Graph:
    """Write the second graph: lanes in a fixed order, each as wide (points) as its board at the start."""
    return _graph(spec, lanes, rows, widths, gap)


def read_order(spec: MapSpec, layout: Layout) -> tuple[Lane, ...]:
    """Return the lanes in the engine's order, mirrored when that is nearer to the order of their numbers.

    The listed order stays when the engine's order makes the links hardly shorter: people look for numbers.
    """
    x = {lane.id: layout.nodes[f"n{i}_0"].x for i, lane in enumerate(spec.lanes)}
    found = sorted(spec.lanes, key=lambda lane: x[lane.id])
    if _span(spec, spec.lanes) <= _span(spec, found) * WORTH_IT:
        return spec.lanes
    mirrored = found[::-1]
    return tuple(mirrored if _inversions(spec, mirrored) < _inversions(spec, found) else found)


def read_world(lanes: Sequence[Lane], rows: Rows, layout: Layout, spec: MapSpec) -> World:
    """Return the places of the lanes as the engine put them."""
    index = {lane.id: i for i, lane in enumerate(spec.lanes)}
    return World(tuple(lanes), tuple(layout.nodes[f"l{index[lane.id]}"].x for lane in lanes), rows)


def _graph(spec: MapSpec, lanes: Sequence[Lane], rows: Rows, widths: Sequence[float], gap: float) -> Graph:
    index = {lane.id: i for i, lane in enumerate(spec.lanes)}
    by_row: list[list[Node]] = [[Node(f"r{row}")] for row in range(rows.count)]
    edges = [Edge(f"r{row}", f"r{row + 1}") for row in range(rows.count - 1)]
    for lane in lanes:
        before = f"l{index[lane.id]}"
        for place, stop in enumerate(lane.stops):
            node = f"s{index[lane.id]}_{place}"
            by_row[rows.row_of[stop.id]].append(Node(node))
            edges.append(Edge(before, node, _CHAIN))
            before = node
        edges.append(Edge(before, "dot"))
    start = Row([Node(f"l{index[lane.id]}", w) for lane, w in zip(lanes, widths, strict=True)], ordered=True)
    if rows.count:
        edges += [Edge(f"l{index[lane.id]}", "r0", 0) for lane in lanes[:1]]
        edges.append(Edge(f"r{rows.count - 1}", "dot"))
    return write_graph(
        spec.id,
        [start, Row([Node("dot")]), *(Row(nodes) for nodes in by_row)],
        edges,
        direction="BT",
        gap=gap,
        row_gap=12,
    )


def _span(spec: MapSpec, lanes: Sequence[Lane]) -> int:
    place = {lane.id: i for i, lane in enumerate(lanes)}
    return sum(abs(place[one] - place[other]) for one, other in _ties(spec))


def _inversions(spec: MapSpec, lanes: Sequence[Lane]) -> int:
    index = {lane.id: i for i, lane in enumerate(spec.lanes)}
    order = [index[lane.id] for lane in lanes]
    return sum(a > b for i, a in enumerate(order) for b in order[i + 1 :])
