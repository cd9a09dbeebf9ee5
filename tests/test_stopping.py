"""Who ends a command, from outside or by hand, sees no traceback, and nothing goes on or stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import Project
from samples import roadmap
from tabs import PATIENCE

ENGINE = """#!/bin/sh
[ "$1" = -V ] && echo "zz version 1" && exit
echo $$ > "{folder}/pid"
exec sleep 60
"""


def _waited(path: Path) -> str:
    """Return what a file holds as soon as it holds anything."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if path.is_file() and (text := path.read_text().strip()):
            return text
        time.sleep(0.02)
    raise AssertionError(path)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def _heard() -> Iterator[None]:
    """Let commands hear Ctrl-C: what a shell runs in the background ignores it, and what that starts does likewise."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_heard")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_engine_ends_with_the_command(project: Project, tmp_path: Path, number: signal.Signals) -> None:
    """Also one that would go on for a minute; temporary folders are gone, and no site came."""
    folder = project(roadmap(departments=2))
    program, temporary = tmp_path / "dot", tmp_path / "tmp"
    program.write_text(ENGINE.format(folder=tmp_path), encoding="utf-8")
    program.chmod(0o755)
    temporary.mkdir()
    command = [sys.executable, "-m", "stip", "build", "--engine", str(program), "--out", "site", "--no-posters"]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as running:
        engine = int(_waited(tmp_path / "pid"))
        running.send_signal(number)
        _, said = running.communicate(timeout=PATIENCE)
    assert said == ""
    assert running.returncode in {128 + number, -number}, "the latter when it was on its way out already"
    assert not _runs(engine)
    assert list(temporary.iterdir()) == []
    assert not (folder / "site").exists()
