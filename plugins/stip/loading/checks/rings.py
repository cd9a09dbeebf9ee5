"""Rings: the shortest ring in every knot of a graph."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

Edges = Mapping[str, Sequence[str]]


def rings(edges: Edges) -> list[tuple[str, ...]]:
    """Return one shortest ring of every knot: a set of nodes that all reach each other."""
    found: list[tuple[str, ...]] = []
    for knot in _knots(edges):
        inside = {node: [to for to in edges.get(node, ()) if to in knot] for node in edges if node in knot}
        candidates = [_shortest(inside, node) for node in inside]
        found.append(min(candidates, key=len))
    return found


def _knots(edges: Edges) -> list[set[str]]:
    """Find the knots among what is left when all that leads nowhere, or to which nothing leads, is gone."""
    left = _trimmed(edges)
    knots: list[set[str]] = []
    while left:
        start = next(node for node in edges if node in left)
        ahead = _reached(edges, start, left)
        back = _reached(_reversed(edges, left), start, left)
        knot = ahead & back
        if knot:
            knots.append(knot)
        left = left - knot - {start}
    return knots


def _trimmed(edges: Edges) -> set[str]:
    left = set(edges)
    while True:
        targets = {to for node in left for to in edges[node]}
        kept = {node for node in left if node in targets and any(to in left for to in edges[node])}
        if kept == left:
            return left
        left = kept


def _reached(edges: Edges, start: str, inside: set[str]) -> set[str]:
    """Return what can be reached from `start` in one or more moves."""
    seen: set[str] = set()
    queue = deque([start])
    while queue:
        for to in edges.get(queue.popleft(), ()):
            if to in inside and to not in seen:
                seen.add(to)
                queue.append(to)
    return seen


def _reversed(edges: Edges, inside: set[str]) -> dict[str, list[str]]:
    back: dict[str, list[str]] = {node: [] for node in inside}
    for node in inside:
        for to in edges[node]:
            if to in inside:
                back[to].append(node)
    return back


def _shortest(edges: Edges, start: str) -> tuple[str, ...]:
    """Return the shortest way from `start` back to it, `start` itself at the head only."""
    queue: deque[tuple[str, ...]] = deque([(start,)])
    seen: set[str] = set()
    while queue:
        way = queue.popleft()
        for to in edges[way[-1]]:
            if to == start:
                return way
            if to not in seen:
                seen.add(to)
                queue.append((*way, to))
    return (start,)
