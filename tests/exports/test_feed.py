"""The feed holds what was celebrated, newest first, with all that a reader of feeds needs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from stip.exports import make_feed
from stip.exports.feed import MOST
from stip.model import Practice, Roadmap, Step

Make = Callable[..., Roadmap]

ROOT = "https://zz.example/route/"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = 'Zz <b>&amp; ]]> "x"\x07 Súdwest-Fryslân\n</summary>'


def write(roadmap: Roadmap) -> bytes:
    """Write the feed as the site does."""
    things: list[Step | Practice] = [*roadmap.steps.values(), *roadmap.practices]
    urls = {(one.record, one.id): f"{ROOT}#{one.id}" for one in things}
    return make_feed(roadmap, urls, page=f"{ROOT}vieringen/", feed=f"{ROOT}vieringen/feed.xml")


def read(text: bytes) -> ET.Element:
    """Read the feed again."""
    return ET.fromstring(text)  # noqa: S314 - our own text


def titles(text: bytes) -> list[str | None]:
    """Return the titles of the entries."""
    return [entry.findtext(f"{ATOM}title") for entry in read(text).iter(f"{ATOM}entry")]


def celebration(key: str, when: object, **more: Any) -> dict[str, Any]:
    """Make a celebration."""
    return {"id": key, "title": f"Zz{key}", "when": when, **more}


def step(key: str, when: object, **more: Any) -> dict[str, Any]:
    """Make a step that is a celebration."""
    return {"id": key, "title": f"Zz{key}", "when": when, "kind": "celebration", "status": "done", **more}


def test_what_was_celebrated_newest_first(make: Make) -> None:
    steps = (step("step", "2026-08-01"), step("coming", "2026-08-02", status="planned"), step("early", "later"))
    given = [celebration("old", "2025-Q4"), celebration("new", "2026-11-15"), celebration("today", "2026-11-16")]
    given += [celebration("later", "later"), celebration("year", "2026")]
    made = write(make(*steps, step("other", "2026-01-01", kind="milestone"), practices={"celebrations": given}))
    assert titles(made) == ["Zzearly", "Zznew", "Zzstep", "Zzold"]
    days = [entry.findtext(f"{ATOM}updated") for entry in read(made).iter(f"{ATOM}entry")]
    assert days[1:] == ["2026-11-15T00:00:00Z", "2026-08-01T00:00:00Z", "2025-12-31T00:00:00Z"]


def test_a_step_that_a_celebration_tells_stands_there_once(make: Make) -> None:
    given = {"celebrations": [celebration("told", "2026-09-04", steps=["cake"])]}
    assert titles(write(make(step("cake", "2026-09-04"), step("soup", "2026-09-01"), practices=given))) == [
        "Zztold",
        "Zzsoup",
    ]


def test_the_standard_is_kept(make: Make) -> None:
    given = [celebration("one", "2026-10-01", text=HOSTILE, report="Zzreport"), celebration("two", "2026-10-02")]
    root = read(write(make(practices={"celebrations": given})))
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Gemeente <Zz> & zo"
    assert root.findtext(f"{ATOM}updated") == "2026-11-16T00:00:00Z"
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "self": f"{ROOT}vieringen/feed.xml",
        "alternate": f"{ROOT}vieringen/",
    }
    two, one = root.findall(f"{ATOM}entry")
    for part in (root, one, two):
        assert [len(part.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    ids = [part.findtext(f"{ATOM}id", "") for part in (root, one, two)]
    assert len(set(ids)) == 3
    assert all(re.fullmatch(r"tag:zz\.example,2025:/route/[a-z/]+", name) for name in ids)
    link = one.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{ROOT}#one"
    assert one.findtext(f"{ATOM}summary") == HOSTILE.replace("\x07", "") + "\nZzreport"
    assert two.find(f"{ATOM}summary") is None


@pytest.mark.parametrize("given", [{"celebrations": []}, {"celebrations": [celebration("zz", "2027")]}])
def test_without_celebrations_there_is_no_feed(make: Make, given: dict[str, Any]) -> None:
    assert write(make(practices=given)) == b""


@pytest.mark.parametrize("address", [None, "zz/route"])
def test_without_an_address_there_is_no_feed(make: Make, address: str | None) -> None:
    assert write(make(address=address, practices={"celebrations": [celebration("zz", "2026-10-01")]})) == b""


def test_a_feed_is_not_endless_and_always_the_same(make: Make) -> None:
    given = {"celebrations": [celebration(f"n{number}", "2026-10-01") for number in range(MOST + 5)]}
    backwards = {"celebrations": given["celebrations"][::-1]}
    assert len(titles(write(make(practices=given)))) == MOST
    assert write(make(practices=given)) == write(make(practices=backwards))
