"""The engine: found, timed, checked, and never a traceback for what a user can mend."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from stip.diagrams import EngineError, Graph, find_engine, lay_out
from stip.diagrams.dot import Edge, Node, Row, write_graph
from stip.diagrams.engine import GRAPHS_PER_PROCESS
from stip.text.words import LANGUAGES, words_for


def graph(name: str = "pad") -> Graph:
    rows = [
        Row([Node("a", 100, 20), Node("b", 50, 20)], ordered=True),
        Row([Node("c", 30, 10)]),
    ]
    return write_graph(name, rows, [Edge("a", "c")])


def program(folder: Path, script: str) -> str:
    file = folder / "dot"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IEXEC)
    return str(file)


def test_embedded_engine_is_found_and_says_what_it_is() -> None:
    engine = find_engine()
    assert engine.name == "graphviz-pure"
    assert engine.version.startswith("0.2.2")


def test_a_row_keeps_its_order_and_its_boxes_apart() -> None:
    layout = lay_out([graph()], find_engine())[0]
    a, b = layout.nodes["a"], layout.nodes["b"]
    assert a.x + a.w / 2 < b.x - b.w / 2
    assert a.y == b.y
    assert layout.nodes["c"].y > a.y
    assert round(a.w) == 100


def test_many_graphs_come_back_in_order() -> None:
    names = [f"pad-{i}" for i in range(150)]
    assert [layout.name for layout in lay_out([graph(name) for name in names], find_engine())] == names


def test_no_graphs_give_no_layouts() -> None:
    assert lay_out([], find_engine()) == []


@pytest.mark.parametrize("name", ['"', "\\N", "\\G", "a\nb", "%", "<b>", "é", "graph"])
def test_any_name_is_quoted(name: str) -> None:
    assert lay_out([graph(name)], find_engine())[0].nodes


def test_the_graph_at_fault_is_named() -> None:
    with pytest.raises(EngineError) as caught:
        lay_out([graph("goed"), Graph("fout", 'digraph "g-fout" { a -> '), graph("ook-goed")], find_engine())
    assert caught.value.reason == "failed"
    assert caught.value.values["graph"] == "fout"


def test_a_missing_program_is_told() -> None:
    with pytest.raises(EngineError) as caught:
        find_engine("/er/is/hier/niets")
    assert caught.value.reason == "missing"


def test_a_folder_is_no_program(tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        find_engine(str(tmp_path))


def test_a_program_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    script = 'if [ "$1" = "-V" ]; then echo "slow version 1"; else exec sleep 20; fi'
    engine = find_engine(program(tmp_path, script))
    with pytest.raises(EngineError) as caught:
        lay_out([graph("traag")], engine, seconds=0.3)
    assert caught.value.reason == "timeout"
    assert caught.value.values["graph"] == "traag"


def test_each_graph_has_its_own_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is slow with many is waited for longer than with one."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    embedded = find_engine().program
    engine = find_engine(program(tmp_path, f'if [ "$1" != "-V" ]; then sleep 1; fi; exec "{embedded}" "$@"'))
    names = [f"pad-{i}" for i in range(GRAPHS_PER_PROCESS)]
    layouts = lay_out([graph(name) for name in names], engine, seconds=0.5)
    assert [layout.name for layout in layouts] == names


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("cat >/dev/null; echo nonsense", "unreadable"),
        ("cat >/dev/null; echo '{}'", "unreadable"),
        ("cat >/dev/null", "incomplete"),
        ("cat >/dev/null; echo boom >&2; exit 3", "failed"),
    ],
)
def test_a_bad_answer_is_told(tmp_path: Path, script: str, reason: str) -> None:
    engine = find_engine(program(tmp_path, f'if [ "$1" = "-V" ]; then echo "x version 1"; exit; fi; {script}'))
    with pytest.raises(EngineError) as caught:
        lay_out([graph()], engine)
    assert caught.value.reason == reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words(language: str) -> None:
    words = words_for(language)
    values = {"graph": "g", "program": "p", "detail": "d", "seconds": "1"}
    for reason in ("missing", "cannot-start", "timeout", "failed", "unreadable", "incomplete"):
        assert "p" in words(f"drawings.engine.{reason}", **values)
