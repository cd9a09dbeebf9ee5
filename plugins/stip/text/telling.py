"""Telling: problems as the lines that people read, of which many are gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stip.problems import MOST_LINES, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stip.problems import Problem, Severity
    from stip.text.words import Words


class Told(NamedTuple):
    """The lines of a problem and how bad it is; None where the lines tell what is left out."""

    severity: Severity | None
    text: str


def told(problems: Sequence[Problem], words: Words, most: int = MOST_LINES) -> Iterator[Told]:
    """Yield every error, the others in at most so many lines, and at last what else there is and where to read it."""
    found = gathered(problems, most)
    for problem, more in found.shown:
        yield Told(problem.severity, f"{problem} {words('cli.more', count=more)}" if more else str(problem))
    if not found.whole:
        codes = ", ".join(f"{code} ({count})" for code, count in found.rest.items())
        yield Told(None, words("cli.rest", codes=codes) if codes else words("cli.more_there"))


def other_site(folder: object, there: str, here: str, words: Words) -> str:
    """Say that a folder holds the site for another audience, and what to do."""
    names = {"there": words(f"cli.audience.{there}"), "here": words(f"cli.audience.{here}")}
    return words("cli.other_site", folder=folder, **names)
