"""What the engine answers: places of nodes and courses of edges, in points, y downwards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A placed node: its centre and its size."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Layout:
    """One graph as laid out; edges hold the control points of a cubic spline."""

    name: str
    width: float
    height: float
    nodes: Mapping[str, Box]
    edges: Mapping[tuple[str, str], tuple[Point, ...]]


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
    names: dict[int, str] = {}
    nodes: dict[str, Box] = {}
    for item in graph.get("objects", ()):
        if "pos" in item:
            x, y = _numbers(item["pos"])
            names[item["_gvid"]] = item["name"]
            nodes[item["name"]] = Box(x, height - y, float(item["width"]) * 72, float(item["height"]) * 72)
    edges = {
        (names[item["tail"]], names[item["head"]]): _read_spline(item["pos"], height)
        for item in graph.get("edges", ())
        if "pos" in item
    }
    return Layout(graph["name"], width, height, nodes, edges)


def _read_spline(text: str, height: float) -> tuple[Point, ...]:
    points = [_numbers(part) for part in text.split() if part[0] not in "es"]
    return tuple((x, height - y) for x, y in points)


def _numbers(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]
