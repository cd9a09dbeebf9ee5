"""The rows of `stip check` and `stip diff`: what reading costs beside what the parser of YAML costs alone."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import targets
from figures import Figure, compared, memory
from organisations import Organisation
from running import Run, python, run


def check(organisation: Organisation, rounds: int) -> Iterator[Figure]:
    """Check the whole roadmap, with and without what an earlier run may have kept."""
    folder, name = organisation.own, organisation.name
    _stip(folder, "check", "roadmap.yaml")  # compiles the modules
    first: list[Run] = []
    again: list[Run] = []
    bare: list[Run] = []
    for _ in range(rounds):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        first.append(_stip(folder, "check", "roadmap.yaml"))
        bare.append(python("compose.py", ".", folder=folder))
        again.append(_stip(folder, "check", "roadmap.yaml"))
    yield compared(targets.CHECK, name, first, bare)
    yield compared(targets.CHECK_AGAIN, name, again, bare)
    yield memory(targets.CHECK_MEMORY, name, first)


def diff(organisation: Organisation, rounds: int) -> Iterator[Figure]:
    """Compare the roadmap with a copy in which one word is another."""
    folder, name = organisation.own, organisation.name
    other = organisation.folder / "edited"
    if not other.exists():
        organisation.copied(folder, other.name)
        edit_word(other, "Zx")
    old, new = str(folder / "roadmap.yaml"), str(other / "roadmap.yaml")
    _stip(folder, "diff", old, new)
    own: list[Run] = []
    bare: list[Run] = []
    for _ in range(rounds):
        own.append(_stip(folder, "diff", old, new))
        bare.append(python("compose.py", str(folder), str(other), folder=folder))
    yield compared(targets.DIFF, name, own, bare)


def edit_word(project: Path, word: str) -> None:
    """Make the first word of the title of the first step of the first department another one.

    It must be short: the title may be as long already as a title can be.
    """
    file = project / "roadmap" / "afdelingen-0000.yaml"
    head, mark, rest = file.read_text("utf-8").partition("  - id: u0-0\n")
    before, key, title = rest.partition("title: ")
    quote = title[0] if title[0] in "'\"" else ""
    _, space, after = title.partition(" ")
    file.write_text(f"{head}{mark}{before}{key}{quote}{word}{space}{after}", encoding="utf-8")


def _stip(folder: Path, *arguments: str) -> Run:
    return run([sys.executable, "-m", "stip", *arguments], folder)
