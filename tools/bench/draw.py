"""Make every drawing of the roadmap of this folder, clock it, and let the engine do its part alone: one line of JSON.

Counted are seconds of all processors, the engine's included: it works for several drawings at once.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

from stip import site
from stip.loading import load

ENGINE = "-Tjson0"
MAKERS = ("stip.scene", "stip.diagrams")


class Clock:
    """Counts what calls take, those within another one once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._running = False

    def __call__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same and is counted."""

        def clocked(*arguments: Any, **named: Any) -> Any:
            if self._running:
                return function(*arguments, **named)
            self._running, start = True, used()
            try:
                return function(*arguments, **named)
            finally:
                self._running = False
                self.seconds += used() - start

        return clocked


def main() -> None:
    """Build the site as values, draw on the way, and print what drawing took."""
    clock, asked = Clock(), record()
    for name, module in list(sys.modules.items()):
        if name.startswith("stip.pages"):
            for key, value in list(vars(module).items()):
                if isinstance(value, types.FunctionType) and value.__module__.startswith(MAKERS):
                    setattr(module, key, clock(value))
    found = load(Path("roadmap.yaml"), Path("content"))
    if found.roadmap is None:
        raise SystemExit("roadmap.yaml")
    made = site.build(found.roadmap)
    count = sum(name == "path" or name.startswith("map-") for page in made.pages for name in page.fragments)
    start = used()
    for command, graphs in list(asked):
        subprocess.run(command, input=graphs, capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - as recorded
    print(json.dumps({"count": count, "drawing": clock.seconds, "engine": used() - start, "processes": len(asked)}))


def record() -> list[tuple[list[str], str]]:
    """Keep what the engine is asked from now on: the command and the graphs."""
    asked: list[tuple[list[str], str]] = []
    communicate = subprocess.Popen.communicate

    def kept(process: Any, input: Any = None, timeout: float | None = None) -> Any:  # noqa: A002 - the name of the original
        if isinstance(process.args, list) and ENGINE in process.args and input:
            asked.append((process.args, input))
        return communicate(process, input, timeout)

    subprocess.Popen.communicate = kept  # type: ignore[method-assign]
    return asked


def used() -> float:
    """Return the seconds of all processors so far, of this process and of those that it started."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
