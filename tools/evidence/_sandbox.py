"""Sandbox: one command of ours on one folder, in a process that may use little and whose every open file is noted.

Only where there is `fork`, as on Linux: what the program imports is there already, so that a thousand inputs a minute
can be tried.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import stip

MEGABYTES = 1000
"""How much more memory than the program itself an input may ask for."""
SECONDS = 5
"""How much time of a processor an input may take."""
BLOCKED = 30
"""After how many seconds in which a command does nothing it is stopped: it waits for what never comes."""
_LONG = 0.05
"""The longest pause, in seconds, between looking whether a command has ended."""
CRASHED = 70
"""The exit code of a command that ended with an exception."""
_READ = [
    Path(path).resolve() for path in (sys.prefix, sys.base_prefix, Path(stip.__file__).parent, *filter(None, sys.path))
]
_READ += [Path("/dev/null"), Path("/dev/urandom"), Path("/usr/share/zoneinfo"), Path("/usr/lib"), Path("/lib")]
_PROGRAMS = ("graphviz-pure", "dot", "git")
_PATHS = {
    "open": 1,
    **dict.fromkeys(("os.listdir", "os.scandir", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.truncate"), 1),
    **dict.fromkeys(("os.rename", "os.link", "os.symlink", "shutil.copyfile", "shutil.move"), 2),
    "shutil.rmtree": 1,
}
"""How many of the values of an event are paths."""
_NEVER = ("socket.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "urllib.", "ftplib.", "smtplib.", "pty.")


@dataclass(frozen=True)
class Outcome:
    """What came of a command: its code (or minus the signal that ended it), what it said, and what it took."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: int
    outside: tuple[str, ...]
    """What it opened, wrote, asked or started that is no part of its folder or of the program."""

    @property
    def said(self) -> str:
        """All that it printed."""
        return self.out + self.err


def run_inside(
    box: Path,
    arguments: Sequence[str],
    *,
    seconds: int = SECONDS,
    start: Callable[[Sequence[str]], int],
    environment: Mapping[str, str] | None = None,
) -> Outcome:
    """Run a command in `box/project`; its folder for what is temporary is `box/tmp`. `start` is the command itself."""
    names = {name: box / name for name in ("out", "err", "notes")}
    child = os.fork()
    if not child:
        _become(box, names, arguments, seconds, start, environment or {})
    code, used = _waited(child)
    texts = {name: file.read_bytes().decode("utf-8", "replace") for name, file in names.items()}
    outside = tuple(dict.fromkeys(texts["notes"].splitlines()))
    return Outcome(code, texts["out"], texts["err"], used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, outside)


def _waited(child: int) -> tuple[int, resource.struct_rusage]:
    """Wait for the end of a command; one that used no processor for a long time is stopped."""
    pause, busy, since = 0.001, -1, time.monotonic()
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status), used
        if pause >= _LONG and (now := _used(child)) != busy:
            busy, since = now, time.monotonic()
        if time.monotonic() - since > BLOCKED:
            os.kill(child, signal.SIGALRM)
            _, status, used = os.wait4(child, 0)
            return os.waitstatus_to_exitcode(status), used
        time.sleep(pause)
        pause = min(pause * 1.5, _LONG)


def _used(child: int) -> int:
    """Return how many ticks of a processor a process has used, with the processes that it started and that ended."""
    parts = Path(f"/proc/{child}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, parts[11:15]))


def _become(
    box: Path,
    names: Mapping[str, Path],
    arguments: Sequence[str],
    seconds: int,
    start: Callable[[Sequence[str]], int],
    environment: Mapping[str, str],
) -> None:
    """Be the command, and never return."""
    code = CRASHED
    try:
        (box / "tmp").mkdir(exist_ok=True)
        os.chdir(box / "project")
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(names[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        notes = os.open(names["notes"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.environ.update({"TMPDIR": str(box / "tmp"), "HOME": str(box / "project"), **environment})
        tempfile.tempdir = str(box / "tmp")
        sys.dont_write_bytecode = True  # what Python and the program keep beside their own modules is no input's doing
        size = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + MEGABYTES * 1_000_000,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        sys.addaudithook(_noting(box, notes))
        code = start(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    except SystemExit as stop:  # of argparse
        code = stop.code if isinstance(stop.code, int) else 2
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001 - whatever it is, it is what we look for
        os.write(2, traceback.format_exc().encode("utf-8", "backslashreplace"))
    finally:
        os._exit(code)


def _noting(box: Path, notes: int) -> Callable[[str, tuple[Any, ...]], None]:
    """Return a hook that notes what a command reaches for outside its own folder."""
    own = box.resolve()
    here = (own / "project", own / "tmp")

    def note(event: str, path: object, mode: object = "") -> None:
        os.write(notes, f"{event} {path} {mode}\n".encode("utf-8", "backslashreplace"))

    def hook(event: str, values: tuple[Any, ...]) -> None:
        if event == "subprocess.Popen":
            if Path(str(values[0])).name not in _PROGRAMS:
                note(event, values[0])
        elif event.startswith(_NEVER) and not (event == "os.posix_spawn" and Path(str(values[0])).name in _PROGRAMS):
            note(event, values[0] if values else "")
        elif count := _PATHS.get(event, 0):
            changes = event not in {"open", "os.listdir", "os.scandir"} or (
                event == "open" and isinstance(values[2], int) and values[2] & (os.O_WRONLY | os.O_RDWR)
            )
            for value in values[:count]:
                if isinstance(value, int) or value is None:
                    continue
                path = Path(os.path.realpath(os.fsdecode(value)))
                good = [*here, Path("/dev/null")] if changes else [*here, *_READ]
                if not any(path.is_relative_to(root) for root in good):
                    note(event, path, "to change" if changes else "")

    return hook
