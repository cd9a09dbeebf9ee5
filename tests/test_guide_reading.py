"""The manual is there for who looks for it, is found by nobody else, and reads easily."""

from __future__ import annotations

import re
from typing import Final

import pytest

from guidebook import FOLDER, MANUAL
from stip.loading.plain import LONGEST, hard_words, long_sentences, passives, prose
from stip.text.brevity import beginning

HEAD: Final = "---\nsearch:\n  exclude: true\n---\n\n# "
GENERATED: Final = {"lijsten"}
"""Pages with the words of the catalogue, which has tests of its own."""
WRITTEN: Final = sorted(set(MANUAL) - GENERATED)
TRADE: Final = {"roadmap"}
"""Words of the trade that a maintainer meets as the name of a file."""
_LINK: Final = re.compile(r"\]\(([\w-]+)\.md(?:#[\w-]+)?\)")
_SEEN: Final = ("## Wat je op de site ziet\n", "## Hoe je ziet dat het goed is\n")
_WRONG: Final = "## Wat er mis kan gaan\n"


@pytest.mark.parametrize("page", sorted(MANUAL))
def test_no_colleague_finds_it_by_searching(page: str) -> None:
    """It is for maintainers alone: who searches the site looks for something else."""
    assert MANUAL[page].startswith(HEAD)


def test_the_index_leads_to_every_page() -> None:
    """In the order in which a maintainer needs them."""
    linked = _LINK.findall(MANUAL["index"])
    assert sorted(linked) == sorted(set(MANUAL) - {"index"})
    first, week, quarter, once = (
        linked.index(name) for name in ("site-beginnen", "datum-veranderen", "poster-ophangen", "publiceren")
    )
    assert first < week < quarter < once


@pytest.mark.parametrize("page", sorted(MANUAL))
def test_its_links_lead_somewhere(page: str) -> None:
    assert [name for name in _LINK.findall(MANUAL[page]) if not (FOLDER / f"{name}.md").is_file()] == []


@pytest.mark.parametrize("page", [page for page in WRITTEN if page != "index"])
def test_a_task_tells_what_can_go_wrong(page: str) -> None:
    """And how one sees that it went well."""
    assert _WRONG in MANUAL[page]
    assert any(heading in MANUAL[page] for heading in _SEEN)


@pytest.mark.parametrize("page", WRITTEN)
def test_it_reads_easily(page: str) -> None:
    """In short sentences, in plain words, in which somebody does something."""
    text = prose(MANUAL[page].partition("---\n\n")[2])
    assert [spot.words for spot in long_sentences(text)] == [], LONGEST
    assert [hard for hard in hard_words(text, "nl") if hard.word.casefold() not in TRADE] == []
    assert [spot.words for spot in passives(text, "nl")] == []
    assert not re.search(r"\b(u|uw)\b", text), beginning(text, 60)
