"""Problems: what is wrong with an input, where, and what to do about it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(enum.StrEnum):
    """How bad a problem is; only an error (or, when strict, a warning) fails a build."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, order=True)
class Place:
    """A place in an input file: its slash path, line and column from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `file:line:column`, the form that editors and terminals turn into a link."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, order=True)
class Problem:
    """One finding: sortable by place, with a stable code, a message and a remedy in the user's language."""

    place: Place
    code: str
    severity: Severity = field(compare=False)
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Return the two lines (one without a hint) that `stip check` prints."""
        line = f"{self.place}: {self.severity} {self.code}: {self.message}"
        return f"{line}\n    {self.hint}" if self.hint else line


class StipError(Exception):
    """Base of all errors that are the user's to mend: shown as a sentence, never as a traceback."""


def failing(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether these problems must fail a build: any error, or when strict any warning."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in bad for problem in problems)
