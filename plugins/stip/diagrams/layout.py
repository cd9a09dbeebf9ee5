"""What the engine answers: places of nodes, in points, y downwards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Box:
    """A placed node: its centre and its size."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Layout:
    """One graph as laid out; of its edges nothing is asked, for we draw them."""

    name: str
    width: float
    height: float
    nodes: Mapping[str, Box]


def read_layouts(text: str) -> Iterator[Layout]:
    """Read the engine's JSON, one object a graph; raises ValueError or KeyError on anything else."""
    decoder = json.JSONDecoder()
    start = _skip_space(text, 0)
    while start < len(text):
        graph, end = decoder.raw_decode(text, start)
        yield _read_graph(graph)
        start = _skip_space(text, end)


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _read_graph(graph: Mapping[str, Any]) -> Layout:
    _, _, width, height = _numbers(graph["bb"])
    nodes: dict[str, Box] = {}
    for item in graph.get("objects", ()):
        if "pos" in item:
            x, y = _numbers(item["pos"])
            nodes[item["name"]] = Box(x, height - y, float(item["width"]) * 72, float(item["height"]) * 72)
    return Layout(graph["name"], width, height, nodes)


def _numbers(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]
