"""Run a command and tell what it took: time, time of the processor, memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# A small process between: of a child that a large process starts, the system counts memory that it never had.
_MEASURE = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
told = subprocess.run(sys.argv[1:], capture_output=True, text=True, encoding="utf-8")
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps([told.returncode, wall, used.ru_utime + used.ru_stime, memory, told.stdout, told.stderr]))
"""


@dataclass(frozen=True)
class Run:
    """What a command took: seconds, seconds of all processors, bytes of its largest process; and what it told."""

    seconds: float
    processor: float
    memory: float
    told: dict[str, Any] = field(default_factory=dict)


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder; raise SystemExit with what it said when it fails."""
    measured = [sys.executable, "-c", _MEASURE, *command]
    done = subprocess.run(  # noqa: S603 - our own
        measured, cwd=folder, env=environment(), check=True, capture_output=True, text=True, encoding="utf-8"
    )
    code, seconds, processor, memory, out, err = json.loads(done.stdout)
    if code != 0:
        raise SystemExit(f"{' '.join(command)}: {code}\n{err[-4000:]}")
    last = out.strip().splitlines()[-1:]
    told = json.loads(last[0]) if last and last[0].startswith("{") else {}
    return Run(seconds, processor, memory, told)


def python(script: str, *arguments: str, folder: Path) -> Run:
    """Run a script of this folder."""
    return run([sys.executable, str(HERE / script), *arguments], folder)


def built(project: Path) -> Run:
    """Build a project with MkDocs, ours or a bare one, and clock our share in it."""
    return python("clock.py", folder=project)


def environment() -> dict[str, str]:
    """Return the environment of what is measured: as installed, so that modules are compiled once and kept."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    kept.pop("SOURCE_DATE_EPOCH", None)
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
