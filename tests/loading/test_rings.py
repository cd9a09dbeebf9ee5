"""One shortest ring of every knot, also of knots that are large."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stip.loading.checks.rings import rings

NODES = "abcdefg"
GRAPHS = st.fixed_dictionaries({node: st.lists(st.sampled_from(NODES), max_size=3) for node in NODES})


@given(GRAPHS)
def test_each_knot_has_its_shortest_ring(edges: dict[str, list[str]]) -> None:
    far = {node: _distances(edges, node) for node in edges}
    found = rings(edges)
    for ring in found:
        assert all(to in edges[node] for node, to in zip(ring, (*ring[1:], ring[0]), strict=True))
        knot = [node for node in edges if ring[0] in far[node] and node in far[ring[0]]]
        assert len(ring) == min(far[node][node] for node in knot)
    in_a_ring = {node for node in edges if node in far[node]}
    told = {node for ring in found for node in edges if ring[0] in far[node] and node in far[ring[0]]}
    assert told == in_a_ring


def test_long_ones_are_found() -> None:
    """A path of thousands of steps, a ring of as many, and a ladder in which every step leads to two others."""
    names = [str(number) for number in range(3000)]
    path = {name: [str(number + 1)] for number, name in enumerate(names)} | {"3000": []}
    assert rings(path) == []
    ring = path | {"3000": ["0"]}
    assert [len(found) for found in rings(ring)] == [3001]
    ladder = {name: [str(number + 1), str(min(number + 7, 3000))] for number, name in enumerate(names)} | {
        "3000": ["0"]
    }
    assert [len(found) for found in rings(ladder)] == [430]


def _distances(edges: dict[str, list[str]], start: str) -> dict[str, int]:
    """Return in how many moves each node can be reached, the start itself by a ring."""
    found: dict[str, int] = {}
    layer, moves = {start}, 0
    while layer:
        moves += 1
        layer = {to for node in layer for to in edges[node]} - set(found)
        found |= dict.fromkeys(layer, moves)
    return found
