"""Build DOT text; all quoting is done by the graphviz package."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import graphviz
from graphviz.quoting import quote

_KEPT = 1 << 14
"""How many lines are kept."""
_COURSES, _NO_COURSES = " splines=line\n", " splines=none\n"


@dataclass(frozen=True)
class Graph:
    """A named graph as DOT text; the name says whose drawing it is, for error messages."""

    name: str
    source: str

    @property
    def places(self) -> str:
        """The text with which an engine finds the same places sooner: it leaves out the courses of edges."""
        return self.source.replace(_COURSES, _NO_COURSES, 1)

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
) -> Graph:
    """Write rows of fixed boxes and the edges between them; gaps are in points."""
    dot = graphviz.Digraph(_dot_name(name))
    dot.attr(
        rankdir=direction,
        nodesep=_inches(gap),
        ranksep=_inches(row_gap),
        splines="line",
        newrank="true",
    )
    dot.attr("node", shape="box", fixedsize="true", label="")
    dot.attr("edge", arrowhead="none")
    for row in rows:
        dot.body += _row(row)
    dot.body += [_edge(edge.tail, edge.head, edge.pull, edge.shapes_ranks) for edge in edges]
    return Graph(name, dot.source)


def write_labels(graph: Graph, labels: Iterable[Label]) -> str:
    """Return the text of a graph with words on its nodes; an engine puts everything in the same places."""
    head, words = graphviz.Digraph(), graphviz.Digraph()
    head.attr(pad="0.5")
    head.attr("node", color="gray60")
    head.attr("edge", color="gray80")
    for label in labels:
        text = quote(graphviz.nohtml("\\n".join(map(graphviz.escape, label.lines))))
        told = quote(graphviz.escape(label.told))
        # A box would strike its words through: it is hardly higher than a line.
        looks = f"color=transparent fontsize={label.size:g}"
        words.body.append(f"\t{quote(label.id)} [label={text} {looks} tooltip={told}]\n")
    begin, brace, rest = graph.source.partition("{\n")
    inside, end, after = rest.rpartition("}")
    return "".join((begin, brace, *head.body, inside, *words.body, end, after))


def _dot_name(name: str) -> str:
    return "g-" + re.sub(r"[^A-Za-z0-9-]", "_", name)


def _row(row: Row) -> Iterator[str]:
    yield "\t{\n"
    yield "\t\tgraph [rank=same]\n"
    for node in row.nodes:
        yield "\t" + _node(node.id, _inches(node.width), _inches(node.height))
    if row.ordered:
        for left, right in zip(row.nodes, row.nodes[1:], strict=False):
            yield "\t" + _order(left.id, right.id)
    yield "\t}\n"


# The same lines stand in the graph of every department: each is quoted once.
@functools.lru_cache(maxsize=_KEPT)
def _node(id: str, width: str, height: str) -> str:  # noqa: A002
    part = graphviz.Digraph()
    part.node(id, width=width, height=height)
    return "".join(part.body)


@functools.lru_cache(maxsize=_KEPT)
def _order(left: str, right: str) -> str:
    part = graphviz.Digraph()
    # Weight 0 or constraint=false would make the engine ignore the order without a word.
    part.edge(left, right, style="invis", weight="1")
    return "".join(part.body)


@functools.lru_cache(maxsize=_KEPT)
def _edge(tail: str, head: str, pull: int, shapes_ranks: bool) -> str:  # noqa: FBT001
    part = graphviz.Digraph()
    part.edge(tail, head, weight=str(pull), constraint=str(shapes_ranks).lower())
    return "".join(part.body)


def _inches(points: float) -> str:
    return f"{points / 72:.4f}"
