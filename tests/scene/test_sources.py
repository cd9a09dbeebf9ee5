"""What the engine gets for a drawing can be read by any Graphviz, and says what each node is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from scene.roads import lane, map_spec, path_spec
from stip.diagrams import Graph, find_engine, lay_out
from stip.scene import map_sources, order_maps, path_graphs, path_sources
from stip.scene.spec import SUN, MapSpec, PathSpec, Strand

HOSTILE = 'Zz "end" }\ndigraph { x -> y } // \\ /* \u2028 Súdwest <b>\r#include'


def sources(spec: MapSpec | PathSpec) -> dict[str, str]:
    """Return the texts of a drawing by part."""
    if isinstance(spec, PathSpec):
        return path_sources(spec, path_graphs(spec))
    return map_sources(spec, order_maps([spec], find_engine())[0])


def hostile(spec: PathSpec) -> PathSpec:
    """Give every step, and the drawing, a title that is no title."""
    stops = tuple(replace(stop, title=HOSTILE) for stop in spec.lane.stops)
    return replace(spec, title=HOSTILE, lane=replace(spec.lane, name=HOSTILE, stops=stops))


def test_the_engine_reads_them_as_it_read_the_drawing() -> None:
    """A text with its comments gives the same places as the graph from which the drawing was made."""
    strands = tuple(Strand(replace(lane(20 + i, 3), number=1), SUN) for i in range(2))
    path, many = hostile(replace(path_spec(1, 7), strands=strands)), map_spec(5, 4)
    graphs, (ordered,) = path_graphs(path), order_maps([many], find_engine())
    assert graphs.teams
    drawn = [graphs.road, graphs.teams, ordered.graph, ordered.order]
    made, whole = sources(path), sources(many)
    texts = [made[""], made["teams"], whole[""], whole["order"]]
    read = [Graph(graph.name, text) for graph, text in zip(drawn, texts, strict=True)]
    assert lay_out(read, find_engine()) == lay_out(drawn, find_engine())


@pytest.mark.parametrize("spec", [hostile(path_spec(1, 5)), map_spec(3, 4)], ids=["path", "map"])
def test_every_step_is_told(spec: PathSpec | MapSpec) -> None:
    lanes = (spec.lane,) if isinstance(spec, PathSpec) else spec.lanes
    text = sources(spec)[""]
    comments = [line for line in text.split("\n") if line.startswith("// ")]
    for stop in (stop for one in lanes for stop in one.stops):
        (told,) = [line for line in comments if f": {stop.id}, " in line]
        node = re.fullmatch(r"// (\w+): .*", told)
        assert node
        assert re.search(rf"^\t+{node[1]} \[", text, re.MULTILINE), "the node is there"


def test_no_title_breaks_out_of_its_comment() -> None:
    text = sources(hostile(path_spec(1, 3)))[""]
    graph = text[text.index("\ndigraph") :]
    assert all(line.startswith("// ") for line in text.split("\n") if "digraph {" in line)
    assert "Zz" not in graph
    assert not re.search("[\r\u2028]", text)


def test_same_input_same_text() -> None:
    assert sources(map_spec(5, 4)) == sources(map_spec(5, 4))
