"""Many problems: those of one code are gathered, and nothing is left out unsaid."""

from __future__ import annotations

from collections import Counter

import pytest

from stip.problems import Gathered, Place, Problem, Severity, gathered
from stip.text.telling import told
from stip.text.words import words_for


def _problem(line: int, code: str, severity: Severity = Severity.WARNING, hint: str = "Zzhint") -> Problem:
    return Problem(Place("zz.yaml", line, 1), code, severity, "Zzmessage", hint)


def _lines(found: Gathered) -> int:
    return sum(one.lines for one, _ in found.shown if one.severity is not Severity.ERROR)


def test_few_are_shown_as_they_are() -> None:
    problems = [_problem(line, "ZZ-01") for line in range(30)]
    assert gathered(problems).shown == tuple((one, 0) for one in problems)
    assert gathered(problems).whole
    assert gathered([]) == Gathered(())


def test_a_problem_without_a_hint_takes_one_line() -> None:
    problems = [_problem(line, "ZZ-01", hint="") for line in range(60)]
    assert gathered(problems).whole
    assert not gathered([*problems, _problem(99, "ZZ-01")]).whole


def test_of_one_code_the_first_few_stand_for_all() -> None:
    problems = [_problem(line, "ZZ-01") for line in range(40)] + [_problem(50, "ZZ-02")]
    found = gathered(problems, 11)
    assert [(one.place.line, one.code, more) for one, more in found.shown] == [
        (0, "ZZ-01", 0),
        (1, "ZZ-01", 0),
        (2, "ZZ-01", 0),
        (3, "ZZ-01", 36),
        (50, "ZZ-02", 0),
    ]
    assert not found.rest


def test_every_error_is_shown() -> None:
    errors = [_problem(line, "ZZ-09", Severity.ERROR) for line in range(100)]
    found = gathered([*errors, *(_problem(200 + line, "ZZ-01") for line in range(100))], 10)
    assert sum(one.severity is Severity.ERROR for one, _ in found.shown) == 100
    assert all(not more for one, more in found.shown if one.severity is Severity.ERROR)


def test_the_least_severe_wait_when_there_are_too_many_codes() -> None:
    """Their codes are counted all the same."""
    hints = [_problem(line, f"ZA-{line:02}", Severity.HINT) for line in range(20)]
    warnings = [_problem(100 + line, f"ZZ-{line:02}") for line in range(20)]
    found = gathered([*hints, *warnings], 60)
    codes = {one.code for one, _ in found.shown}
    assert {one.code for one in warnings} < codes
    assert set(found.rest) == {one.code for one in hints} - codes


@pytest.mark.parametrize("most", [2, 3, 10, 59, 60])
@pytest.mark.parametrize("codes", [1, 7, 40, 90])
def test_no_more_lines_than_asked_and_nothing_lost(most: int, codes: int) -> None:
    problems = [_problem(n, f"ZZ-{n % codes:02}", hint="Zzhint" if n % 3 else "") for n in range(200)]
    found = gathered(problems, most)
    assert _lines(found) <= most - 1
    counts = Counter(one.code for one, _ in found.shown)
    counts.update({one.code: more for one, more in reversed(found.shown) if more})
    assert counts + Counter(found.rest) == Counter(one.code for one in problems)


@pytest.mark.parametrize("most", [10, 30, 60])
@pytest.mark.parametrize("codes", [2, 90])
def test_what_is_printed_takes_no_more_lines(most: int, codes: int) -> None:
    problems = [_problem(n, f"ZZ-{n % codes:02}") for n in range(200)]
    text = "\n".join(one.text for one in told(problems, words_for("nl"), most))
    assert len(text.splitlines()) <= most
    assert all(f"ZZ-{n:02}" in text for n in range(codes))
    assert "--all" in text.splitlines()[-1]
