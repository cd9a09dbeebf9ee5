"""Build DOT text; all quoting is done by the graphviz package."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import graphviz


@dataclass(frozen=True)
class Graph:
    """A named graph as DOT text; the name says whose drawing it is, for error messages."""

    name: str
    source: str

    @property
    def dot_name(self) -> str:
        """The name as it stands in the DOT text: only letters that no engine gives a meaning."""
        return _dot_name(self.name)


@dataclass(frozen=True)
class Node:
    """A box of a fixed size in points. Its id is ours, never a text from the roadmap."""

    id: str
    width: float = 1.0
    height: float = 1.0


@dataclass(frozen=True)
class Edge:
    """A link; `pull` is how hard the engine keeps it short and straight."""

    tail: str
    head: str
    pull: int = 1
    shapes_ranks: bool = True


@dataclass(frozen=True)
class Row:
    """Nodes on one line; in the given order when `ordered`."""

    nodes: Sequence[Node]
    ordered: bool = False


@dataclass(frozen=True)
class Label:
    """Words on a node: lines in letters of `size` points, and all that there is to say of it."""

    id: str
    lines: Sequence[str]
    size: float
    told: str


def write_graph(
    name: str,
    rows: Iterable[Row],
    edges: Iterable[Edge],
    *,
    direction: str = "TB",
    gap: float = 12.0,
    row_gap: float = 24.0,
    splines: bool = False,
) -> Graph:
    """Write rows of fixed boxes and the edges between them; gaps are in points."""
    dot = graphviz.Digraph(_dot_name(name))
    dot.attr(
        rankdir=direction,
        nodesep=_inches(gap),
        ranksep=_inches(row_gap),
        splines="true" if splines else "line",
        newrank="true",
    )
    dot.attr("node", shape="box", fixedsize="true", label="")
    dot.attr("edge", arrowhead="none")
    for row in rows:
        dot.subgraph(_write_row(row))
    for edge in edges:
        dot.edge(edge.tail, edge.head, weight=str(edge.pull), constraint=str(edge.shapes_ranks).lower())
    return Graph(name, dot.source)


def write_labels(graph: Graph, labels: Iterable[Label]) -> str:
    """Return the text of a graph with words on its nodes; an engine puts everything in the same places."""
    head, words = graphviz.Digraph(), graphviz.Digraph()
    head.attr(pad="0.5")
    head.attr("node", color="gray60")
    head.attr("edge", color="gray80")
    for label in labels:
        text = graphviz.nohtml("\\n".join(map(graphviz.escape, label.lines)))
        told = graphviz.escape(label.told)
        # A box would strike its words through: it is hardly higher than a line.
        words.node(label.id, text, fontsize=f"{label.size:g}", tooltip=told, color="transparent")
    begin, brace, rest = graph.source.partition("{\n")
    inside, end, after = rest.rpartition("}")
    return "".join((begin, brace, *head.body, inside, *words.body, end, after))


def _dot_name(name: str) -> str:
    return "g-" + re.sub(r"[^A-Za-z0-9-]", "_", name)


def _write_row(row: Row) -> graphviz.Digraph:
    part = graphviz.Digraph(graph_attr={"rank": "same"})
    for node in row.nodes:
        part.node(node.id, width=_inches(node.width), height=_inches(node.height))
    if row.ordered:
        # Weight 0 or constraint=false would make the engine ignore the order without a word.
        for left, right in zip(row.nodes, row.nodes[1:], strict=False):
            part.edge(left.id, right.id, style="invis", weight="1")
    return part


def _inches(points: float) -> str:
    return f"{points / 72:.4f}"
