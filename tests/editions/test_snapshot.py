"""An edition keeps what prints showed, in a file that is easy to compare and reads back as itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from building import ROOT
from stip.editions import edition_mark, read, snapshot, write
from stip.loading import load
from stip.model import Roadmap
from stip.periods import parse_period, written_period
from stip.text.words import words_for

Make = Callable[..., Roadmap]

WRITTEN = """\
{
 "version": 1,
 "name": "2026-najaar",
 "date": "2026-11-16",
 "programme": "Zzname",
 "mission": "Zzmission.",
 "horizon": {
  "title": "Zzhorizon",
  "when": "2031"
 },
 "goals": [
  {
   "id": "aim",
   "title": "Zzaim"
  },
  {
   "id": "goal",
   "title": "Zzgoal"
  }
 ],
 "units": [
  {
   "id": "one",
   "name": "Zzone",
   "number": 1,
   "steps": [
    {
     "id": "b",
     "title": "Zz “Súdwest” & <co>",
     "when": {
      "from": "2027-01-11",
      "until": "2027-Q2"
     },
     "goals": [
      "goal"
     ],
     "after": [
      "x"
     ]
    }
   ]
  },
  {
   "id": "two",
   "name": "Zztwo"
  }
 ]
}
"""


def test_the_file_is_plain_to_read(make: Make) -> None:
    """One value a line, nothing at its default, goals and units by id, names as people write them."""
    when = {"from": "2027-01-11", "until": "2027-Q2"}
    small = make(a=None, c=None, d=None, b={"title": "Zz “Súdwest” & <co>", "when": when}, two={"steps": []})
    assert write(snapshot(small, "2026-najaar")) == WRITTEN


def test_it_reads_back_as_itself() -> None:
    """Whatever the example holds survives the file, byte by byte the second time."""
    found = load(ROOT / "roadmap.yaml").roadmap
    assert found
    edition = snapshot(found, "2026-najaar")
    assert read(write(edition)) == edition
    assert write(read(write(edition))) == write(edition)
    assert set(edition.steps) == set(found.steps)


def test_order_in_files_means_nothing(make: Make) -> None:
    """Who lists departments, goals or dependencies in another order prints the same."""
    one = make(b={"after": ["x", "a"], "goals": ["goal", "aim"]})
    other = make(b={"after": ["a", "x"], "goals": ["aim", "goal"]})
    assert write(snapshot(one)) == write(snapshot(other))


@pytest.mark.parametrize(
    "written",
    [
        "2026",
        "2026-Q3",
        "2026-Q1",
        "2026-02",
        "2026-09-14",
        "2027-spring",
        "2027-winter",
        "later",
        {"from": "2026", "until": "2028-Q4"},
        {"from": "2026-04-06", "until": "2026-04-17"},
    ],
)
def test_a_period_is_written_as_its_author_did(written: object) -> None:
    """What was said is kept, not what it was counted to be."""
    assert written_period(parse_period(written)) == written


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 2}', '{"version": 1, "name": "zz"}'])
def test_what_is_no_edition_is_refused(text: str) -> None:
    """Half a file, or one of another version, is no edition."""
    with pytest.raises(ValueError, match=r"."):
        read(text)


def test_a_print_says_which_edition_it_is(make: Make) -> None:
    """An edition while nothing changed, then a draft after it; the last day counts, not the last name."""
    words = words_for("nl")
    first, second = (
        snapshot(make("2026-01-05"), "z-winter"),
        snapshot(make("2026-06-01", a={"title": "Zznew"}), "a-zomer"),
    )
    assert edition_mark(make(), ()).text(words) == "Concept"
    assert edition_mark(make(), (first,)).text(words) == "Editie z-winter"
    assert edition_mark(make(), (first, second)).text(words) == "Concept na editie a-zomer"
    assert edition_mark(make(a={"title": "Zznew"}), (second, first)).text(words) == "Editie a-zomer"
    assert edition_mark(make(a={"title": "Zznew"}), (second, first)).text(words_for("en")) == "Edition a-zomer"
