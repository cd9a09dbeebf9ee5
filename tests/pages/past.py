"""A roadmap that was another before, twice, and the editions of those times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from stip.editions import Edition, snapshot
from stip.model import Roadmap
from stip.pages.context import Context
from stip.pages.links import Here
from stip.text.words import words_for

FIRST: tuple[Mapping[str, Any], ...] = (
    {"id": "a", "title": "Zzalpha", "when": "2026-09", "status": "running"},
    {"id": "b", "title": "Zzbeta", "when": "2027-01", "goals": ["goal"]},
    {"id": "c", "title": "Zzgamma", "when": "2028"},
    {"id": "d", "title": "Zzdelta & <co>", "when": "2029"},
    {"id": "e", "title": "Zzepsilon", "when": "2030"},
)
SECOND: tuple[Mapping[str, Any], ...] = (
    {**FIRST[0], "status": "done"},
    {**FIRST[1], "when": "2027-03", "was": "2027-01", "status": "delayed", "reason": "Zzearlyreason."},
    {**FIRST[2], "status": "stopped", "reason": "Zzbecause."},
    FIRST[4],
)
NOW: tuple[Mapping[str, Any], ...] = (
    SECOND[0],
    {**SECOND[1], "when": "2027-06", "reason": "Zzlastreason."},
    SECOND[2],
    {**SECOND[3], "when": "2028-02"},
    {"id": "f", "title": "Zzfresh", "when": "2031"},
)


def unit(id_: str, *steps: Mapping[str, Any], **more: object) -> dict[str, Any]:
    return {"id": id_, "name": f"Zz{id_}", "steps": list(steps), **more}


def quoted(title: str) -> str:
    return words_for("nl")("edition.quoted", title=title)


def team(title: str, when: str = "2029") -> dict[str, Any]:
    return unit("team", {"id": "x", "title": title, "when": when, "leads_to": "a"}, part_of="one")


def other(title: str = "Zzy") -> dict[str, Any]:
    return unit("two", {"id": "y", "title": title, "when": "2029"})


def three_times(make: Callable[..., Roadmap]) -> tuple[Roadmap, tuple[Edition, ...]]:
    """Return a roadmap that was another twice before: its editions are of those, and of itself."""
    first = make(unit("one", *FIRST), team("Zzwork"), unit("old", {"id": "o", "title": "Zzo", "when": "2028"}))
    second = make(unit("one", *SECOND), team("Zzwork"), other())
    now = make(unit("one", *NOW), team("Zzplay", "2029-02"), other())
    editions = (
        snapshot(first, "2026-lente").model_copy(update={"date": dt.date(2026, 4, 1)}),
        snapshot(second, "2026-zomer").model_copy(update={"date": dt.date(2026, 7, 1)}),
        snapshot(now, "2026-winter"),
    )
    return now, editions


def standing(roadmap: Roadmap, editions: tuple[Edition, ...] = ()) -> Here:
    context = Context.of(roadmap, directory_urls=True, editions=editions)
    return context.at(context.addresses.changes)
