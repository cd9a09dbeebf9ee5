"""Problems: what is wrong with an input, where, and what to do about it."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal or editor obeys instead of showing it: escapes, line ends, and what turns round a line."""


def visible(text: str) -> str:
    """Return text in which every sign that would be obeyed is written out as its number, in the way of JSON.

    Tabs and ends of lines stay.
    """
    return _OBEYED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def one_line(text: str) -> str:
    """Return text as `visible` does, its ends of lines and tabs written out too."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")


class Severity(enum.StrEnum):
    """How bad a problem is; only an error (or, when strict, a warning) fails a build."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(NamedTuple):  # a large roadmap has half a million: a tuple is made three times as fast as a dataclass
    """A place in an input file: its slash path, line and column from 1 (0: the whole file)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `file:line:column`, the form that editors and terminals turn into a link."""
        file = self.file if self.file.isprintable() else one_line(self.file)
        return f"{file}:{self.line}:{self.column}" if self.line else file


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

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        hint = self.hint.count("\n") + 1 if self.hint else 0
        return self.place.file.count("\n") + self.message.count("\n") + 1 + hint


class StipError(Exception):
    """Base of all errors that are the user's to mend: shown as a sentence, never as a traceback."""


def failing(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether these problems must fail a build: any error, or when strict any warning."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in bad for problem in problems)


MOST_LINES = 60
"""So many lines of warnings and hints can be read at once; of more, those of one code are gathered."""


class Gathered(NamedTuple):
    """What to show of problems, each with how many more of its code are not; and the codes of which none is shown."""

    shown: tuple[tuple[Problem, int], ...]
    rest: Mapping[str, int] = MappingProxyType({})

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return not self.rest and not any(more for _, more in self.shown)


def gathered(problems: Sequence[Problem], most: int = MOST_LINES) -> Gathered:
    """Gather problems so that all but the errors take at most so many lines, in their order.

    Every error is shown. When the others take more lines, the first few of each code stand for all of it, as many of
    each as fit, and a line is kept to tell where the rest is. When not even one of each fits, the least severe wait.
    """
    listed: dict[str, list[int]] = {}
    for place, one in enumerate(problems):
        if one.severity is not Severity.ERROR:
            listed.setdefault(one.code, []).append(place)

    def lines(places: Iterable[int]) -> int:
        return sum(problems[place].lines for place in places)

    if sum(map(lines, listed.values())) <= most:
        return Gathered(tuple((one, 0) for one in problems))
    room = max(1, most - 1)
    each = max((k for k in range(1, room + 1) if sum(lines(at[:k]) for at in listed.values()) <= room), default=1)
    few: dict[int, int] = {}
    for code, places in sorted(listed.items(), key=lambda item: list(Severity).index(problems[item[1][0]].severity)):
        if lines(places[:each]) <= room:
            room -= lines(places[:each])
            few |= dict.fromkeys(places[:each], 0) | {places[:each][-1]: len(places[each:])}
            del listed[code]
    kept = ((place, one) for place, one in enumerate(problems) if one.severity is Severity.ERROR or place in few)
    return Gathered(
        tuple((one, few.get(place, 0)) for place, one in kept), {code: len(at) for code, at in listed.items()}
    )
