"""What the engine gets for a drawing can be read by any Graphviz, which shows its words, and says what each node is."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from html import unescape

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


def shown(text: str) -> str:
    """Return all words that the engine writes in a picture of a text, without spaces: it breaks lines."""
    command = [str(find_engine().program), "-Tsvg"]
    svg = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True).stdout
    return bare("".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)))


def bare(words: str) -> str:
    return "".join(unescape(words).split())


def hostile_map(spec: MapSpec) -> MapSpec:
    """Do the same to each department and step of a map."""
    lanes = (
        replace(one, name=HOSTILE, stops=tuple(replace(stop, title=HOSTILE) for stop in one.stops))
        for one in spec.lanes
    )
    return replace(spec, title=HOSTILE, lanes=tuple(lanes))


def test_the_engine_reads_them_as_it_read_the_drawing() -> None:
    """A text with its words and comments gives the same places as the graph from which the drawing was made."""
    strands = tuple(Strand(replace(lane(20 + i, 3), number=1), SUN) for i in range(2))
    path, many = hostile(replace(path_spec(1, 7), strands=strands)), hostile_map(map_spec(5, 4))
    graphs, (ordered,) = path_graphs(path), order_maps([many], find_engine())
    assert graphs.teams
    drawn = [graphs.road, graphs.teams, ordered.graph, ordered.order]
    made, whole = sources(path), sources(many)
    texts = [made[""], made["teams"], whole[""], whole["order"]]
    read = [Graph(graph.name, text) for graph, text in zip(drawn, texts, strict=True)]
    assert lay_out(read, find_engine()) == lay_out(drawn, find_engine())


def test_a_picture_of_them_shows_every_name() -> None:
    """Of the horizon, of today, of each department and each step, also of teams; long ones in small letters."""
    strands = (Strand(replace(lane(20, 3), number=1), SUN),)
    path, many = replace(path_spec(1, 7), strands=strands), map_spec(5, 4)
    made, whole = sources(path), sources(many)
    words, teams = shown(made[""]), shown(made["teams"])
    for text in (path.today_text, path.horizon.text, *(stop.title for stop in path.lane.stops)):
        assert bare(text) in words, text
    for stop in path.stops:
        assert bare(stop.title) in teams, stop.title
    order, words = shown(whole["order"]), shown(whole[""])
    for one in many.lanes:
        assert bare(f"{one.number}. {one.name}") in order
        assert bare(f"{one.number}. {one.name}") in words
        assert all(bare(stop.title) in words for stop in one.stops)
    assert bare(many.horizon.text) in words


def test_words_that_mean_something_to_an_engine_are_shown_as_they_are() -> None:
    title = r'<b>\N "R&D" \l</b>'
    spec = path_spec(1, 3)
    stops = tuple(replace(stop, title=title) for stop in spec.lane.stops)
    words = shown(sources(replace(spec, lane=replace(spec.lane, stops=stops)))[""])
    assert words.count(bare(title)) == 3


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


def test_no_title_breaks_out_of_its_comment_or_its_quotes() -> None:
    text = sources(hostile(path_spec(1, 3)))[""]
    inside = [line for line in text.split("\n") if "Zz" in line]
    assert len(inside) == 1 + 3 + 3
    for line in inside:
        assert line.startswith("// ") or re.fullmatch(r"\t\w+ \[(\w+=(\w+|\"([^\"\\]|\\.)*\") ?)+\]", line), line
    assert not re.search("[\r\u2028]", text)


def test_same_input_same_text() -> None:
    assert sources(map_spec(5, 4)) == sources(map_spec(5, 4))
