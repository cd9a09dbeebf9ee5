"""The row of a live server: from saving one other word to the page on which it stands."""

from __future__ import annotations

import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import targets
from checks import edit_word
from figures import Figure
from organisations import Organisation
from running import environment

from stip.pages.addresses import Addresses
from stip.text.words import words_for

EDITS = {"L": 1}
"""Edits in each round, where a bare site takes a minute for each; elsewhere `USUAL`."""
USUAL = 3
PATIENCE = 600.0
"""Seconds to wait for a page."""
TRIES = 5


def measure(organisation: Organisation, rounds: int) -> Iterator[Figure]:
    """Change a word, in turns in the roadmap and in a page of the bare site, and ask for the page until it is there."""
    bare_project = organisation.bare
    path = Addresses.of(words_for("nl")).unit("u0").removesuffix(".md")
    own, bare = (organisation.copied(project, f"serve-{project.name}") for project in (organisation.own, bare_project))
    page = bare / "content" / f"{path}.md"
    seconds: list[float] = []
    reference: list[float] = []
    with _serving(own) as ours, _serving(bare) as theirs:
        _settle(lambda word: edit_word(own, word), f"{ours}{path}/")
        _settle(lambda word: _edit_page(page, word), f"{theirs}{path}/")
        for turn in range(EDITS.get(organisation.name, USUAL) * rounds):
            word = f"Zx{turn}"
            # Servers look for changes twice a second: no edit may always come at the same moment of that.
            time.sleep(1 + turn % 5 / 10)
            seconds.append(_seen(lambda word=word: edit_word(own, word), f"{ours}{path}/", word))
            time.sleep(1 + turn % 5 / 10)
            reference.append(_seen(lambda word=word: _edit_page(page, word), f"{theirs}{path}/", word))
    yield Figure(targets.EDIT, organisation.name, tuple(seconds), against=tuple(reference))


def _edit_page(page: Path, word: str) -> None:
    """Make the last word of the first heading another one."""
    head, newline, rest = page.read_text("utf-8").partition("\n")
    page.write_text(f"{head.rpartition(' ')[0]} {word}{newline}{rest}", encoding="utf-8")


def _settle(edit: Callable[[str], None], address: str) -> None:
    """Edit until an edit is seen: a server answers a moment before it knows how its files look."""
    _wait(address, "</html>")
    for turn in range(TRIES):
        edit(f"Zq{turn}")
        with suppress(TimeoutError):
            _wait(address, f"Zq{turn}", PATIENCE / TRIES)
            return
    raise TimeoutError(f"{address} shows no edit")


def _seen(edit: Callable[[], None], address: str, word: str) -> float:
    start = time.perf_counter()
    edit()
    _wait(address, word)
    return time.perf_counter() - start


def _wait(address: str, word: str, patience: float = PATIENCE) -> None:
    """Ask for a page until it has a word; the server itself lets a question wait while it builds."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own
            if word in answer.read().decode("utf-8"):
                return
        time.sleep(0.02)
    raise TimeoutError(f"{address} never had {word!r}")


@contextmanager
def _serving(project: Path) -> Iterator[str]:
    """Serve a project on this machine as long as the block lasts; give its address."""
    port = _free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    log = project.with_suffix(".log")
    with log.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(command, cwd=project, env=environment(), stdout=told, stderr=told)  # noqa: S603 - our own
        try:
            yield f"http://127.0.0.1:{port}/"
        except TimeoutError as error:
            raise SystemExit(f"{error}\n{log.read_text('utf-8')[-4000:]}") from error
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    """Return a port on which nothing listens, and which no system gives out by itself."""
    while True:
        port = 20_000 + secrets.randbelow(10_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
