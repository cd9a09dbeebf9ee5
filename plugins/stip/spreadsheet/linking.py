"""Linking: the words in a cell to the step that they mean; what cannot be found, or would run in a ring, is told."""

from __future__ import annotations

import difflib
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model import ENDS_HERE, Status
from stip.spreadsheet.draft import Draft, DraftStep, Waiting
from stip.spreadsheet.headings import plain
from stip.spreadsheet.row_parts import BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIKE = 0.87
_SHORTEST = 6
_MOST_COMPARED = 600_000
"""How much is compared at most to find what looks alike: titles, times the letters of what is looked for."""
_ROW = re.compile(r"(?:rij|row|regel|line|nr\.?|no\.?|stap|step|#)?\s*(\d{1,7})(?:[.,]0)?", re.IGNORECASE)
_AND = re.compile(r"\s(?:en|and|&)\s")
_NOTHING = re.compile(r"geen|none|no|nee|n\.?v\.?t\.?|n/a|-+|\u2013|nothing|niets")
_QUOTES = "'\"\u201c\u201d\u2018\u2019"
_SUFFIX = re.compile(r"(\d+)\s*(?:FS|SS|FF|SF|EB|BB|EE|BE)\s*(?:[+-].*)?", re.IGNORECASE)
"""How a program for projects says after what, and how."""


@dataclass
class _Found:
    step: DraftStep
    code: str = ""


class _Index:
    """Every step by what a cell may call it."""

    def __init__(self, draft: Draft) -> None:
        self.unit_of = {id(step): unit for unit in draft.units.values() for step in unit.steps}
        self.steps = [step for unit in draft.units.values() for step in unit.steps]
        self.by_id = {str(step.fields["id"]): step for step in self.steps}
        self.by_number: dict[str, list[DraftStep]] = {}
        self.by_title: dict[str, list[DraftStep]] = {}
        self.by_row: dict[tuple[str, int], list[DraftStep]] = {}
        for step in self.steps:
            if step.number:
                self.by_number.setdefault(step.number.casefold(), []).append(step)
            self.by_title.setdefault(plain(str(step.fields["title"])), []).append(step)
            self.by_row.setdefault((step.spot.sheet, step.spot.row), []).append(step)
        self.compared = 0

    def find(self, text: str, asking: DraftStep) -> _Found | None:
        """Return the step that a text means, and the code of the doubt about it."""
        word = text.strip().strip(_QUOTES).strip()
        if word in self.by_id:
            return _Found(self.by_id[word])
        if found := self._first(self.by_number.get(word.casefold()), asking):
            return found
        if found := self._first(self.by_title.get(plain(word)), asking):
            return found
        match = _SUFFIX.fullmatch(word) or _ROW.fullmatch(word)
        if match:
            if (found := self._first(self.by_number.get(match[1]), asking)) is not None:
                return found
            there = self.by_row.get((asking.spot.sheet, int(match[1])))
            return _Found(there[0], "after_row") if there else None
        return self._like(word)

    def find_after_name(self, text: str, asking: DraftStep) -> _Found | None:
        """Return the step of a text that begins with a name and a colon: that of its department, mostly."""
        _, colon, title = text.partition(": ")
        found = self.find(title, asking) if colon else None
        return _Found(found.step, "after_like") if found else None

    def _first(self, steps: list[DraftStep] | None, asking: DraftStep) -> _Found | None:
        others = [step for step in steps or () if step is not asking]
        if not others:
            return None
        near = [step for step in others if self.unit_of[id(step)] is self.unit_of[id(asking)]] or others
        return _Found(near[0], "after_many" if len(others) > 1 else "")

    def _like(self, word: str) -> _Found | None:
        """Return the step whose title looks like a text, or holds it, when there is one."""
        wanted = plain(word)
        if len(wanted) < _SHORTEST:
            return None
        held = [
            steps
            for title, steps in self.by_title.items()
            if wanted in title or (title in wanted and len(title) >= _SHORTEST)
        ]
        if len(held) == 1 and len(held[0]) == 1:
            return _Found(held[0][0], "after_like")
        self.compared += len(self.by_title) * len(wanted)
        if self.compared > _MOST_COMPARED:
            return None
        near = difflib.get_close_matches(wanted, self.by_title, 1, _LIKE)
        return _Found(self.by_title[near[0]][0], "after_like") if near else None


def link_steps(draft: Draft) -> None:
    """Resolve for what each step waits and where each path leads, and see that nothing waits for itself."""
    index = _Index(draft)
    for step in index.steps:
        for waiting in step.after:
            _wait(step, waiting, index)
    for unit in draft.units.values():
        for step in unit.steps:
            _lead(step, step is unit.steps[-1], index)
    _break_rings(draft, index)
    for unit in draft.units.values():
        _end_stopped(unit.steps, has_routes=bool(unit.fields.get("routes")))


def _wait(step: DraftStep, waiting: Waiting, index: _Index) -> None:
    if is_nothing(waiting.text):
        return
    for part, found in _found_in(waiting.text, step, index):
        if found is None or found.step is step:
            step.doubt("after_unclear", waiting.spot, "after", text=part)
            continue
        target = str(found.step.fields["id"])
        if found.code:
            values = {"text": part, "title": found.step.fields["title"], "row": found.step.spot.row}
            step.doubt(found.code, waiting.spot, "after", **values, name=index.unit_of[id(found.step)].name)
        after = step.fields.setdefault("after", [])
        if target not in after:
            after.append(target)


def is_nothing(text: str) -> bool:
    """Tell whether a cell says that there is nothing to say."""
    return bool(_NOTHING.fullmatch(text.strip().casefold()))


def _found_in(text: str, step: DraftStep, index: _Index) -> list[tuple[str, _Found | None]]:
    """Return the steps that a cell names: one by all of its words, else one for every part of it."""
    whole = index.find(text, step)
    if whole and whole.code != "after_like":
        return [(text, whole)]
    found: list[tuple[str, _Found | None]] = []
    for part in _parts(text):
        known = index.find(part, step)
        both = [one.strip() for one in _AND.split(part)]
        more = [(one, index.find(one, step)) for one in both] if known is None and len(both) > 1 else []
        found += more if more and all(one for _, one in more) else [(part, known or index.find_after_name(part, step))]
    return [(text, whole)] if whole and not all(one for _, one in found) else found


def _parts(text: str) -> Iterator[str]:
    parts = re.split(r"[\n;,]|\+(?=\s?\d)", text)
    yield from (part.strip().lstrip(BULLETS).strip() for part in parts if part.strip(f"{BULLETS}"))


def _lead(step: DraftStep, is_last: bool, index: _Index) -> None:  # noqa: FBT001 - it is what the caller knows
    if step.leads is None:
        return
    text, spot = step.leads.text, step.leads.spot
    if text.strip() == ENDS_HERE:
        if is_last:
            step.fields["leads_to"] = ENDS_HERE
        else:
            step.doubt("leads_middle", spot, "leads_to", text=text)
        return
    found = index.find(text, step)
    if found is None or found.step is step:
        step.doubt("leads_unclear", spot, "leads_to", text=text)
    elif not is_last:
        step.doubt("leads_middle", spot, "leads_to", text=text)
    elif found.step.fields.get("status") == Status.STOPPED:
        step.doubt("leads_stopped", spot, "leads_to", text=text)
    else:
        step.fields["leads_to"] = str(found.step.fields["id"])
        if found.code:
            values = {"text": text, "title": found.step.fields["title"], "row": found.step.spot.row}
            step.doubt(found.code, spot, "leads_to", **values, name=index.unit_of[id(found.step)].name)


def _break_rings(draft: Draft, index: _Index) -> None:
    """Leave out what would let a step wait for itself, by way of others: the last one that closes the ring."""
    ahead: dict[str, list[str]] = {key: [] for key in index.by_id}
    for unit in draft.units.values():
        for one, following in itertools.pairwise(unit.steps):
            ahead[str(one.fields["id"])].append(str(following.fields["id"]))
    for step in index.steps:
        _join(step, ahead, index)
    whole = {key: list(to) for key, to in ahead.items()}
    for step in index.steps:
        for other in step.fields.get("after", ()):
            whole[other].append(str(step.fields["id"]))
    if not _has_no_ring(whole):
        for step in index.steps:
            _wait_without_ring(step, ahead, index)


def _join(step: DraftStep, ahead: dict[str, list[str]], index: _Index) -> None:
    target, own = str(step.fields.get("leads_to", ENDS_HERE)), str(step.fields["id"])
    if target == ENDS_HERE:
        return
    if not _reaches(ahead, target, own):
        ahead[own].append(target)
        return
    del step.fields["leads_to"]
    spot = step.leads.spot if step.leads else None
    step.doubt("leads_stopped", spot, "leads_to", text=index.by_id[target].fields["title"])


def _wait_without_ring(step: DraftStep, ahead: dict[str, list[str]], index: _Index) -> None:
    own = str(step.fields["id"])
    for other in list(step.fields.get("after", ())):
        if _reaches(ahead, own, other):
            step.fields["after"].remove(other)
            spot = step.after[0].spot if step.after else None
            step.doubt("after_ring", spot, "after", title=index.by_id[other].fields["title"])
        else:
            ahead[other].append(own)


def _has_no_ring(edges: dict[str, list[str]]) -> bool:
    """Tell whether the steps can stand in a row in which none waits for a later one."""
    counts = dict.fromkeys(edges, 0)
    for to in edges.values():
        for one in to:
            counts[one] += 1
    free = [key for key, count in counts.items() if not count]
    seen = 0
    while free:
        seen += 1
        for one in edges[free.pop()]:
            counts[one] -= 1
            if not counts[one]:
                free.append(one)
    return seen == len(edges)


def _reaches(ahead: dict[str, list[str]], start: str, end: str) -> bool:
    todo, seen = [start], {start}
    while todo:
        one = todo.pop()
        if one == end:
            return True
        for other in ahead[one]:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return False


def _end_stopped(steps: list[DraftStep], *, has_routes: bool) -> None:
    """Say of a path of which every step was stopped that it ends; and of no other."""
    if not steps:
        return
    last = steps[-1]
    stopped = [step.fields.get("status") == Status.STOPPED for step in steps]
    ends = last.fields.get("leads_to")
    if all(stopped) and ends != ENDS_HERE:
        if ends:
            last.doubt("leads_stopped", last.leads.spot if last.leads else None, "leads_to", text=ends)
        last.fields["leads_to"] = ENDS_HERE
        last.doubt("ends_stopped", None, "leads_to")
    elif ends == ENDS_HERE and not stopped[-1] and not has_routes:
        del last.fields["leads_to"]
        last.doubt("leads_unclear", last.leads.spot if last.leads else None, "leads_to", text=ends)
