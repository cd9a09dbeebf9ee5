"""Find Graphviz and run it: the only place that starts it."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sysconfig
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from stip.diagrams.dot import Graph
from stip.diagrams.layout import Layout, read_layouts
from stip.problems import StipError

EMBEDDED = "embedded"
SYSTEM = "system"
SECONDS_PER_GRAPH = 10.0
GRAPHS_PER_PROCESS = 64
_WHEEL = "graphviz-pure"


class EngineError(StipError):
    """Graphviz is not there, takes too long or answers nonsense.

    `reason` is a key under `drawings.engine` of the catalogue, `values` fill its text; `str()` is plain English.
    """

    def __init__(self, reason: str, **values: str) -> None:
        """Keep the reason and the graph, program and detail that go with it."""
        self.reason = reason
        self.values = values
        super().__init__(f"graphviz, {reason}: " + ", ".join(f"{key} {value}" for key, value in values.items()))


@dataclass(frozen=True)
class Engine:
    """A Graphviz program: name and version as printed, and where it is."""

    name: str
    version: str
    program: Path


def find_engine(wanted: str = EMBEDDED) -> Engine:
    """Find the embedded engine, the system's `dot`, or the program at a path; raises EngineError."""
    program = _find_program(wanted)
    answer = _run(program, ["-V"], "", SECONDS_PER_GRAPH, "-V")
    if answer.returncode != 0:
        raise EngineError("failed", graph="-V", program=str(program), detail=_last_line(answer.stderr))
    name, _, version = (answer.stderr + answer.stdout).strip().partition(" version ")
    return Engine(name.split(" ")[0] or program.name, version or "?", program)


def lay_out(graphs: Sequence[Graph], engine: Engine, *, seconds: float = SECONDS_PER_GRAPH) -> list[Layout]:
    """Lay out many graphs through few processes, in order; raises EngineError naming the graph at fault.

    `seconds` is the time for one graph: a process that lays out many gets it for each of them.
    """
    chunks = list(_chunks(graphs))
    crew = _Crew()
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        try:
            answers = pool.map(lambda chunk: _lay_out_chunk(chunk, engine, seconds, crew), chunks)
            return [layout for answer in answers for layout in answer]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            crew.stop()
            raise


class _Crew:
    """The processes that run for one call: when it is broken off none of them goes on."""

    def __init__(self) -> None:
        self._running: set[subprocess.Popen[str]] = set()
        self._lock = threading.Lock()
        self.stopped = False

    def add(self, process: subprocess.Popen[str]) -> None:
        """Take a process on; one that comes too late is ended."""
        with self._lock:
            self._running.add(process)
            if self.stopped:
                process.kill()

    def remove(self, process: subprocess.Popen[str]) -> None:
        """Let a process go that has ended."""
        with self._lock:
            self._running.discard(process)

    def stop(self) -> None:
        """End all that run, and all that come."""
        with self._lock:
            self.stopped = True
            for process in self._running:
                process.kill()


def _lay_out_chunk(graphs: Sequence[Graph], engine: Engine, seconds: float, crew: _Crew) -> list[Layout]:
    try:
        return _lay_out_together(graphs, engine, seconds, crew)
    except EngineError:
        if len(graphs) == 1 or crew.stopped:
            raise
    # One bad graph spoils its whole stream: alone, each one succeeds or is named.
    return [layout for graph in graphs for layout in _lay_out_together([graph], engine, seconds, crew)]


def _lay_out_together(graphs: Sequence[Graph], engine: Engine, seconds: float, crew: _Crew) -> list[Layout]:
    name = graphs[0].name
    source = "\n".join(graph.places for graph in graphs)
    answer = _run(engine.program, ["-Tjson0"], source, seconds * len(graphs), name, crew)
    if answer.returncode != 0:
        raise EngineError("failed", graph=name, program=str(engine.program), detail=_last_line(answer.stderr))
    try:
        layouts = list(read_layouts(answer.stdout))
    except (ValueError, KeyError, TypeError) as error:
        raise EngineError("unreadable", graph=name, program=str(engine.program)) from error
    if [layout.name for layout in layouts] != [graph.dot_name for graph in graphs]:
        raise EngineError("incomplete", graph=name, program=str(engine.program))
    return [replace(layout, name=graph.name) for layout, graph in zip(layouts, graphs, strict=True)]


def _run(
    program: Path, options: Sequence[str], source: str, seconds: float, name: str, crew: _Crew | None = None
) -> subprocess.CompletedProcess[str]:
    crew = crew or _Crew()
    command = [str(program), *options]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    try:
        with subprocess.Popen(command, encoding="utf-8", errors="replace", **pipes) as process:  # type: ignore[call-overload]  # noqa: S603 - the program is the pinned wheel's or the user's own choice
            crew.add(process)
            try:
                out, err = process.communicate(source, timeout=seconds)
            finally:
                crew.remove(process)
                process.kill()  # what has ended does not mind
            return subprocess.CompletedProcess(command, process.returncode, out, err)
    except subprocess.TimeoutExpired as error:
        raise EngineError("timeout", graph=name, program=str(program), seconds=f"{seconds:g}") from error
    except OSError as error:
        raise EngineError("cannot-start", program=str(program), detail=error.strerror or str(error)) from error


def _find_program(wanted: str) -> Path:
    if wanted == EMBEDDED:
        for place in _embedded_places():
            if place.is_file():
                return place
        raise EngineError("missing", program=_WHEEL)
    program = "dot" if wanted == SYSTEM else wanted
    found = shutil.which(program)
    if found is None:
        raise EngineError("missing", program=program)
    return Path(found)


def _embedded_places() -> Iterator[Path]:
    """Yield where the wheel may have put its program; `pip install --target` records a wrong place."""
    names = {_WHEEL, f"{_WHEEL}.exe"}
    try:
        files = importlib.metadata.files(_WHEEL) or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.name in names:
            yield Path(str(file.locate())).resolve()
    for name in sorted(names):
        yield Path(sysconfig.get_path("scripts")) / name
    found = shutil.which(_WHEEL)
    if found:
        yield Path(found)


def _chunks(graphs: Sequence[Graph]) -> Iterator[Sequence[Graph]]:
    cores = os.cpu_count() or 1
    size = max(1, min(GRAPHS_PER_PROCESS, -(-len(graphs) // cores)))
    for start in range(0, len(graphs), size):
        yield graphs[start : start + size]


def _last_line(text: str) -> str:
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return lines[-1] if lines else "stopped without a message"
