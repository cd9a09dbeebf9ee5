"""Kill a command at every moment at which it changes something on the disk, and see what is there then.

A process of its own forks for each moment, so that nothing is loaded twice: `moments(...)` starts it.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

KILLED_WRITING = (1, 700, 5000)
"""Besides, a file of more bytes than these is broken off in the middle."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_EVENTS = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate"}
)
_LEFT = (".stip-",)
"""How what is left over is called; the list of `stip build` is none."""
_KEPT = ".stip-files.json"


@dataclass(frozen=True)
class Moment:
    """What one kill left: `old`, `new` or `between`; then after a look at it, and after the command ran again.

    `left` names what was left over after that.
    """

    number: int
    event: str
    state: str
    looked: str
    again: str
    left: tuple[str, ...]


def moments(
    source: Path, folder: Path, command: Sequence[str], look: Sequence[str] = (), *, every: int = 1, watch: str = "."
) -> list[Moment]:
    """Run `stip COMMAND` in copies of a folder and kill it at every moment, or every so many.

    `look` is another command, which reads what the first left. What `watch` names in the folder is compared.
    Raises AssertionError when the command itself fails.
    """
    asked = {
        "source": str(source), "folder": str(folder), "command": list(command), "look": list(look), "every": every,
        "watch": watch,
    }  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, __file__, json.dumps(asked)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Moment(**{**one, "left": tuple(one["left"])}) for one in map(json.loads, done.stdout.splitlines())]


class _Killer:
    """Ends this process without a word at one of its changes below a folder."""

    def __init__(self, folder: Path, number: int, told: int) -> None:
        self.folder, self.number, self.told, self.count = str(folder), number, told, 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not (event in _EVENTS or (event == "open" and (arguments[2] or 0) & _WRITES)):
            return
        named = [os.fsdecode(one) for one in arguments[:2] if isinstance(one, (str, bytes, os.PathLike))]
        if not any(os.path.realpath(name).startswith(self.folder) for name in named):
            return
        self.count += 1
        if self.count == self.number:
            os.write(self.told, f"{event} {Path(named[-1]).name}".encode("utf-8", "replace"))
            os.kill(os.getpid(), signal.SIGKILL)


def _run(command: Sequence[str], cwd: Path, before: Callable[[int], None] = lambda _: None) -> tuple[int | None, str]:
    """Run a command in a process that is a copy of this one; return its code, None when it was killed, and where."""
    from stip.cli import main  # noqa: PLC0415 - loaded once, in the process that forks

    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            os.close(read)
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            os.chdir(cwd)
            before(write)
            code = main(command)
        except SystemExit as stop:
            code = int(stop.code or 0)
        finally:
            os._exit(code)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        said = told.read().decode()
    _, status = os.waitpid(child, 0)
    return (None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)), said


def _state(folder: Path) -> dict[str, bytes]:
    """Return what every file holds, but for what is left over."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not _is_left(path.relative_to(folder))
    }


def _is_left(path: Path) -> bool:
    return any(part.startswith(_LEFT) and part != _KEPT for part in path.parts)


@dataclass(frozen=True)
class _Job:
    """What is run, where, and what is there before and after."""

    source: Path
    folder: Path
    watch: Path
    command: Sequence[str]
    look: Sequence[str]
    old: Mapping[str, bytes]
    new: Mapping[str, bytes]

    def fresh(self) -> None:
        """Make the folder as it was."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.source, self.folder, symlinks=True)

    def report(self, number: int, event: str) -> None:
        """Print what a kill left, what another command makes of it, and what the same one makes of that."""
        state = self._name()
        if self.look:
            _run(self.look, self.folder)
        looked = self._name()
        _run(self.command, self.folder)
        ways = [path.relative_to(self.folder) for path in self.folder.rglob("*")]
        left = tuple(way.as_posix() for way in ways if _is_left(way))
        sys.stdout.write(json.dumps(asdict(Moment(number, event, state, looked, self._name(), left))) + "\n")
        sys.stdout.flush()

    def _name(self) -> str:
        now = _state(self.watch)
        return "old" if now == self.old else "new" if now == self.new else "between"


def _main(asked: Mapping[str, Any]) -> None:
    _load(asked["command"])
    folder = Path(asked["folder"]).resolve()
    job = _Job(Path(asked["source"]), folder, folder / asked["watch"], asked["command"], asked["look"], {}, {})
    job.fresh()
    old = _state(job.watch)
    code, _ = _run(job.command, job.folder)
    assert code == 0, f"{job.command} ends with {code}"
    job = replace(job, old=old, new=_state(job.watch))
    assert job.new != job.old, "it changes nothing"
    for size in KILLED_WRITING:
        job.fresh()
        if _run(job.command, job.folder, partial(_limit, size))[0] is None:
            job.report(0, f"in the middle of a file, after {size} bytes")
    for number in itertools.count(1, asked["every"]):
        job.fresh()
        code, event = _run(job.command, job.folder, partial(_kill_at, folder, number))
        if code is not None:
            return
        job.report(number, event)


def _load(command: Sequence[str]) -> None:
    """Load once, before it forks, what every run needs."""
    from stip.text.words import LANGUAGES, words_for  # noqa: PLC0415 - only in the process that forks

    if "build" in command:
        import stip.site  # noqa: F401, PLC0415 - as above
    for language in LANGUAGES:
        _ = words_for(language).entries


def _kill_at(folder: Path, number: int, told: int) -> None:
    sys.addaudithook(_Killer(folder, number, told))


def _limit(size: int, _told: int) -> None:
    """Let the system end this process when it writes more than so many bytes to a file."""
    import resource  # noqa: PLC0415 - not on every system

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)


if __name__ == "__main__":
    assert threading.active_count() == 1
    _main(json.loads(sys.argv[1]))
