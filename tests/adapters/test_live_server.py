"""`mkdocs serve`: every change of an input is seen; a mistake costs nothing; never a loop."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from building import HOST, Project
from samples import mkdocs_yml, roadmap
from tabs import PATIENCE


@dataclass
class Live:
    """A running server: its address, its log file and the project that it serves."""

    address: str
    log: Path
    folder: Path

    def get(self, path: str = "") -> str:
        """Ask for one page; an unreachable server answers an empty page.

        The server lets a question wait as long as it builds: who hangs up before that makes it log a traceback.
        """
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode("utf-8"))
        except OSError:
            return ""

    def shows(self, *texts: str, path: str = "", without: str | None = None) -> bool:
        """Wait until the page holds all texts, and not the one that must be gone, or until patience ends."""

        def is_so() -> bool:
            page = self.get(path)
            return all(text in page for text in texts) and (without is None or without not in page)

        return _soon(is_so)

    def builds(self) -> tuple[int, int]:
        """Count the builds that began and those that ended so far."""
        log = self.log.read_text(encoding="utf-8")
        # Not by "Documentation built in": the host leaves a line out that it wrote before, with the very same time.
        ended = sum(map(log.count, ("Serving on", "Reloading browsers", "An error happened during the rebuild")))
        return log.count("Building documentation..."), ended

    def rests(self) -> bool:
        """Tell whether no build runs and none begins for longer than the server needs to see a change."""
        before = self.builds()
        time.sleep(3)
        return self.builds() == before and before[0] == before[1]


def _soon(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.1)
    return False


def _free_port() -> int:
    """Return a port on which nothing listens.

    The server takes it after its first build only. So it is none of those that a system gives out by itself: another
    server or browser may ask for one of those meanwhile.
    """
    while True:
        port = 20_000 + secrets.randbelow(10_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@contextmanager
def serving(folder: Path, log: Path) -> Iterator[Live]:
    """Serve a project on a free port until the block ends."""
    port = _free_port()
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", HOST, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Live(f"http://127.0.0.1:{port}/", log, folder)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _change(file: Path, old: str, new: str, *, atomic: bool = False) -> None:
    text = file.read_text(encoding="utf-8").replace(old, new)
    if not atomic:
        file.write_text(text, encoding="utf-8")
        return
    beside = file.with_suffix(".tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def test_a_change_of_any_input_is_seen(project: Project, tmp_path: Path) -> None:
    """The roadmap, an included file, a persona, the mission; saved in place or by renaming."""
    unit = (
        "departments:\n  - id: extra\n    name: Zzextra\n    steps: [{id: e, title: Zze, when: 2028, goals: [doel]}]\n"
    )
    files = {**mkdocs_yml(), **roadmap()}
    files["roadmap.yaml"] = files["roadmap.yaml"].replace("departments:", "include: [parts/*.yaml]\ndepartments:")
    folder = project({**files, "parts/extra.yaml": unit})
    with serving(folder, tmp_path / "log") as live:
        assert live.shows("Zzunit 0"), live.log.read_text(encoding="utf-8")
        _change(folder / "roadmap.yaml", "Zzunit 0", "Zzrenamed")
        assert live.shows("Zzrenamed")
        _change(folder / "roadmap.yaml", "Zzrenamed", "Zzatomic", atomic=True)
        assert live.shows("Zzatomic")
        _change(folder / "roadmap.yaml", "Zzatomic", "Zztwice", atomic=True)
        assert live.shows("Zztwice")
        _change(folder / "parts/extra.yaml", "Zzextra", "Zzincluded", atomic=True)
        assert live.shows("Zzincluded")
        (folder / "parts/new.yaml").write_text(unit.replace("extra", "fresh").replace("{id: e,", "{id: f,"))
        assert live.shows("Zzfresh", path="afdelingen/")
        _change(folder / "content/personas/pers.md", "Zzpersona", "Zzsomeone")
        assert live.shows("Zzsomeone")
        _change(folder / "content/missie.md", "Zzmission", "Zzwhy")
        assert live.shows("Zzwhy")
        # A file that is written in place may be seen twice: half written, and whole.
        assert _soon(live.rests), "the server never rests"
        assert live.rests(), "the server builds without a change"


def test_a_mistake_keeps_the_last_good_site(project: Project, tmp_path: Path) -> None:
    """The server lives, shows what is wrong on top of what was right, and recovers, also when it starts with a mistake.

    What keeps the newest site from being shown stands on the page, whatever it is: so with a mistake in a template.
    """
    theme = mkdocs_yml(theme="{name: material, custom_dir: own}")
    files = {**theme, **roadmap(), "own/stip/pages/glossary.html": "<section><h1>Zzown</h1></section>"}
    good = files["roadmap.yaml"]
    folder = project({**files, "roadmap.yaml": good.replace("title: Zzstep 0 0,", "")})
    with serving(folder, tmp_path / "log") as live:
        assert live.shows("stip-problems"), live.log.read_text(encoding="utf-8")
        (folder / "roadmap.yaml").write_text(good, encoding="utf-8")
        assert live.shows("Zzunit 0", path="afdelingen/")
        assert live.shows("Zzown", path="begrippen/")
        _change(folder / "roadmap.yaml", "goals: [doel]", "goals: [deol]")
        assert live.shows("stip-problems", "error ID-02", "Zzunit 0")
        _change(folder / "roadmap.yaml", "goals: [deol]", "goals: [doel]")
        assert live.shows("Zzunit 0", without="stip-problems")
        _change(folder / "own/stip/pages/glossary.html", "Zzown", "{{ zznothing }}")
        assert live.shows("stip-problems", "Zzunit 0")
        _change(folder / "own/stip/pages/glossary.html", "{{ zznothing }}", "Zzmended")
        assert live.shows("Zzmended", path="begrippen/")
        assert "Traceback" not in live.log.read_text(encoding="utf-8")
