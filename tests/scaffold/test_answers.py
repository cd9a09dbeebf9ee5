"""An answer is taken as it is meant, or refused with a reason that says what to do."""

from __future__ import annotations

import datetime as dt

import pytest

from stip.scaffold import AnswerError, read_day, read_departments, read_name, read_programme
from stip.text.words import words_for

NL = words_for("nl")


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("  Súdwest  Fryslân\t", "Súdwest Fryslân"),
        ("Su\u0301dwest", "Súdwest"),
        ('O\'Brien & "Zn": #1', 'O\'Brien & "Zn": #1'),
        ("null", "null"),
        ("x" * 180, "x" * 180),
    ],
)
def test_a_name_is_taken_as_it_is_meant(written: str, taken: str) -> None:
    assert read_name(written, NL) == taken


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (" \t ", "Hier moet iets staan."),
        ("Een\nTwee", "Schrijf het op één regel."),
        ("Een\u2028Twee", "Schrijf het op één regel."),
        ("Een\0Twee", "Er staat een teken in dat je niet ziet (U+0000). Typ de naam opnieuw."),
        ("Een\u202eTwee", "Er staat een teken in dat je niet ziet (U+202E). Typ de naam opnieuw."),
        ("Een\udcffTwee", "Er staat een teken in dat je niet ziet (U+DCFF). Typ de naam opnieuw."),
        ("<b>Zorg</b>", "Haal < en > weg."),
        ("---", "Gebruik minstens één letter of cijfer."),
        ("x" * 181, "Dit is 181 tekens lang. Het mogen er 180 zijn."),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_a_reason(written: str, reason: str) -> None:
    with pytest.raises(AnswerError) as caught:
        read_name(written, NL)
    assert str(caught.value) == reason


def test_a_programme_has_a_shorter_name() -> None:
    assert read_programme("x" * 80, NL) == "x" * 80
    with pytest.raises(AnswerError, match=r"Dit is 81 tekens lang\. Het mogen er 80 zijn\."):
        read_programme("x" * 81, NL)


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        (["Zorg, Werk ,Wonen"], ("Zorg", "Werk", "Wonen")),
        (["Zorg, werk en inkomen; Wonen"], ("Zorg, werk en inkomen", "Wonen")),
        (["Zorg, werk en inkomen\r\nWonen; bouwen\r\n\r\n"], ("Zorg, werk en inkomen", "Wonen; bouwen")),
        (["Zorg", "Wonen,Werk"], ("Zorg", "Wonen", "Werk")),
        (["Zorg,,"], ("Zorg",)),
    ],
)
def test_departments_are_parted(written: list[str], taken: tuple[str, ...]) -> None:
    """By line ends, else by semicolons, else by commas: what comes later may stand in a name."""
    assert read_departments(written, NL) == taken


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ([" , "], "Noem minstens één afdeling."),
        ([",".join(map(str, range(1000)))], "Dit zijn er 1000. Het mogen er 999 zijn."),
        (["Zorg, zorg"], "'zorg' staat er twee keer in. Haal er één weg."),
        (["Zorg, <i>Werk"], "'<i>Werk': Haal < en > weg."),
        (["Zorg, We\ark"], "'We\ufffdrk': Er staat een teken in dat je niet ziet (U+0007). Typ de naam opnieuw."),
    ],
)
def test_departments_that_cannot_be_are_refused(written: list[str], reason: str) -> None:
    """The reason names which of them."""
    with pytest.raises(AnswerError) as caught:
        read_departments(written, NL)
    assert str(caught.value) == reason


@pytest.mark.parametrize("written", ["28-11-2026", "2026-02-30", "2026-11", "morgen", "", "1764288000"])
def test_a_day_has_one_form(written: str) -> None:
    assert read_day(" 2026-11-28 ", NL) == dt.date(2026, 11, 28)
    with pytest.raises(AnswerError, match="Schrijf de dag zo: 2026-11-28"):
        read_day(written, NL)


@pytest.mark.parametrize("written", ["1999-12-31", "2151-01-01"])
def test_a_day_lies_where_a_horizon_can_follow(written: str) -> None:
    with pytest.raises(AnswerError, match="Kies een jaar van 2000 tot en met 2150"):
        read_day(written, NL)
