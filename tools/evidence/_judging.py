"""Judging: what a command did that none may do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from _sandbox import CRASHED, MEGABYTES, Outcome
from _seeds import CANARY

from stip.text.words import LANGUAGES, words_for

_INSIDES = ("Traceback", "pydantic", "Input should", "Field required", "<class '", "object at 0x", "yaml.", "errors.")
_PLACED = re.compile(r"[^\n]*?(:\d+(:\d+)?)?: (error|warning|hint) [A-Z][A-Z0-9]+-\d\d: \S")
_REST = tuple(
    words_for(language)(key, codes="\0").partition("\0")[0]
    for language in LANGUAGES
    for key in ("cli.rest", "cli.more_there")
)
"""How the line begins that tells of what is not shown."""
_SUMMED = re.compile(r"  |\S+ \d+|… |\.\.\. ")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028-\u202e\u2066-\u2069]")


def faults_of(kind: str, arguments: Sequence[str], outcome: Outcome) -> Iterator[str]:
    """Yield what a command did that none may do."""
    yield from _end_faults(outcome)
    if outcome.megabytes > MEGABYTES:
        yield f"{outcome.megabytes} MB"
    yield from (f"outside: {re.sub(r'stip-fuzz-[^/ ]*', 'BOX', reached)}" for reached in outcome.outside)
    if CANARY in outcome.said:
        yield "tells what stands outside"
    if outcome.code == CRASHED:
        return
    told = kind in {"check", "steering"}
    yield from (f"says {word!r}" for word in (_INSIDES if told else _INSIDES[:1]) if word in outcome.said)
    if control := _CONTROL.search(outcome.said):
        yield f"prints U+{ord(control[0]):04X}"
    if told and outcome.code in {0, 1}:
        yield from _lines_faults(arguments, outcome)


def _end_faults(outcome: Outcome) -> Iterator[str]:
    """Yield what is wrong with how a command ended."""
    if outcome.code == CRASHED or "Traceback (most recent" in outcome.said:
        lines = [line for line in outcome.err.splitlines() if line.strip()]
        frames = [line.strip() for line in lines if line.startswith('  File "')]
        near = next((line for line in reversed(frames) if "plugins/stip" in line), frames[-1] if frames else "")
        yield f"traceback: {lines[-1][:120] if lines else ''} at {re.sub(r'.*/stip/', '', near)}"
    elif outcome.code < 0:
        yield f"ended by signal {-outcome.code} after {outcome.seconds:.0f} s"
    elif outcome.code not in {0, 1, 2}:
        yield f"code {outcome.code}"
    elif outcome.code and not outcome.said.strip():
        yield "fails without a word"


def _lines_faults(arguments: Sequence[str], outcome: Outcome) -> Iterator[str]:
    form = arguments[arguments.index("--format") + 1] if "--format" in arguments else "text"
    if form in {"json", "gitlab"}:
        try:
            rows = json.loads(outcome.out)
        except ValueError:
            yield "no JSON"
            return
        if form == "json":
            places = [(row["file"], row["line"], row["column"]) for row in rows]
            if places != sorted(places):
                yield "problems that are not sorted"
        return
    for line in (line[:1000] for line in outcome.out.splitlines()[:-1]):
        if form == "github":
            if not line.startswith(("::error ", "::warning ", "::notice ")):
                yield f"a line that is no command: {line[:80]!r}"
        elif not (line.startswith(("    ", *_REST)) or _PLACED.match(line) or _SUMMED.match(line)):
            yield f"a line without a place: {line[:80]!r}"
