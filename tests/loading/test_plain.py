"""What is hard to read is found, and what is not is left alone."""

from __future__ import annotations

import pytest

from stip.loading.plain import LONGEST, hard_words, long_sentences, passives, prose


def test_a_sentence_ends_where_a_reader_stops() -> None:
    """At a point, an empty line, a heading or an item of a list; not where an editor broke the line."""
    half = " ".join(["woord"] * 15)
    assert not list(long_sentences(f"{half}. {half}"))
    assert not list(long_sentences(f"{half}\n\n{half}"))
    assert not list(long_sentences(f"# {half}\n- {half}\n- {half}\n1. {half}"))
    assert not list(long_sentences(f"| {half} | {half} |"))
    assert [len(spot.words.split()) for spot in long_sentences(f"{half}\n{half}. {half}?")] == [30]


def test_the_longest_sentence_may_be_there() -> None:
    """The limit itself is no mistake, one word more is."""
    assert not list(long_sentences("- " + " ".join(["woord"] * LONGEST) + "."))
    assert len(list(long_sentences("- " + " ".join(["woord"] * (LONGEST + 1)) + "."))) == 1


def test_only_whole_words_are_hard() -> None:
    """A compound is another word; capitals and line ends make no other word."""
    found = list(hard_words("De Quick\n  wins van de pilotgroep, de co-pilot en de stakeholder.", "nl"))
    assert found == [("Quick wins", "snelle resultaten", 3), ("stakeholder", "betrokkene", 53)]
    assert [hard.plain for hard in hard_words("We will leverage it.", "en")] == ["use"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "Je aanvraag wordt binnen een week behandeld.", ["wordt binnen een week behandeld"]),
        ("nl", "Er staat waar gebouwd wordt.", ["gebouwd wordt"]),
        ("nl", "Het wordt steeds makkelijker, en je hebt het zo gedaan.", []),
        ("nl", "Het wordt een gewoonte. Wij hebben gebouwd.", []),
        ("en", "The card is made by the team.", ["is made by the"]),
        ("en", "The card is made by May, and by the end of June at the latest.", []),
        ("en", "The work is done by the end of June.", []),
    ],
)
def test_only_what_is_surely_passive_is(language: str, text: str, found: list[str]) -> None:
    """To become something is no passive, and a date is no actor."""
    assert [spot.words for spot in passives(text, language)] == found


def test_code_and_addresses_are_no_prose() -> None:
    """Nor is what stands in a comment, also when nobody closed it."""
    text = "Lees `de roadmap` [hier](https://a.example/roadmap).\n```\nroadmap\n```\n<!-- roadmap"
    assert not list(hard_words(prose(text), "nl"))
    assert "hier" in prose(text)


def test_what_is_left_keeps_its_place() -> None:
    """Also behind code in a list, in longer fences and between more than one backtick."""
    code = "- a\n\n    ```\n    roadmap\n    ```\n\n````\n```\nroadmap\n````\n``roadmap``"
    text = f"{code} en de <!-- roadmap\n--> pilot"
    assert len(prose(text)) == len(text)
    assert [text[hard.start :] for hard in hard_words(prose(text), "nl")] == ["pilot"]


def test_a_sentence_knows_where_it_begins() -> None:
    """Behind the mark of a list, and behind the sentence before it."""
    half = " ".join(["woord"] * 15)
    text = f"Kort.\n\n- Kort. Lang {half} {half}."
    assert [text[spot.start :].partition(" ")[0] for spot in long_sentences(text)] == ["Lang"]
