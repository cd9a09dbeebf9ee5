"""Rings: the shortest ring in every knot of a graph."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

Edges = Mapping[str, Sequence[str]]


def rings(edges: Edges) -> list[tuple[str, ...]]:
    """Return one shortest ring of every knot: a set of nodes that all reach each other."""
    return [_shortest_in(edges, knot) for knot in _knots(edges)]


class _Left:
    """The nodes of a graph that are left: what leads nowhere, or to which nothing leads, falls at once, each once."""

    def __init__(self, edges: Edges, nodes: Iterable[str]) -> None:
        self.nodes = set(nodes)
        self.ahead = {node: [to for to in edges[node] if to in self.nodes] for node in self.nodes}
        self.behind: dict[str, list[str]] = {node: [] for node in self.nodes}
        for node, others in self.ahead.items():
            for to in others:
                self.behind[to].append(node)
        self._counts = [{node: len(others) for node, others in way.items()} for way in (self.ahead, self.behind)]
        self._drop(node for node in self.nodes if not all(count[node] for count in self._counts))

    def remove(self, nodes: Iterable[str]) -> None:
        """Take nodes away, and all that then falls."""
        self._drop(nodes)

    def _drop(self, nodes: Iterable[str]) -> None:
        loose = list(nodes)
        ahead, behind = self._counts
        while loose:
            node = loose.pop()
            if node in self.nodes:
                self.nodes.remove(node)
                loose += self._loosened(self.ahead[node], behind)
                loose += self._loosened(self.behind[node], ahead)

    def _loosened(self, nodes: Iterable[str], counts: dict[str, int]) -> Iterator[str]:
        """Count one link less for each node, and yield those that have none any more."""
        for node in nodes:
            counts[node] -= 1
            if not counts[node]:
                yield node


def _knots(edges: Edges) -> Iterator[set[str]]:
    """Yield the knots, each by its first node, among what is left when all that leads nowhere is gone."""
    left = _Left(edges, edges)
    for start in edges:
        if start in left.nodes:
            knot = _reached(left.ahead, start, left.nodes) & _reached(left.behind, start, left.nodes)
            if knot:
                yield knot
            left.remove({start, *knot})


def _reached(edges: Edges, start: str, inside: set[str]) -> set[str]:
    """Return what can be reached from `start` in one or more moves."""
    seen: set[str] = set()
    queue = deque([start])
    while queue:
        for to in edges[queue.popleft()]:
            if to in inside and to not in seen:
                seen.add(to)
                queue.append(to)
    return seen


def _shortest_in(edges: Edges, knot: set[str]) -> tuple[str, ...]:
    """Return the shortest ring in a knot, of more the one that begins first.

    A node of which the shortest ring is known goes, for no shorter ring of another leads along it.
    """
    left = _Left(edges, knot)
    best: tuple[str, ...] = ()
    for start in edges:
        if start in left.nodes:
            best = _shortest(left, start, len(best)) or best
            left.remove([start])
    return best


def _shortest(left: _Left, start: str, limit: int) -> tuple[str, ...]:
    """Return the shortest way from `start` back to it, `start` itself at the head only; of `limit` nodes it is none."""
    before = {start: start}
    layer, length = [start], 1
    while layer and (length < limit or not limit):
        following: list[str] = []
        for node in layer:
            for to in left.ahead[node]:
                if to == start:
                    return _way(before, start, node)
                if to in left.nodes and to not in before:
                    before[to] = node
                    following.append(to)
        layer, length = following, length + 1
    return ()


def _way(before: Mapping[str, str], start: str, end: str) -> tuple[str, ...]:
    """Return the nodes from `start` to `end`, given what came before each."""
    way = [end]
    while way[-1] != start:
        way.append(before[way[-1]])
    return tuple(reversed(way))
