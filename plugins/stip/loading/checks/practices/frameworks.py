"""Frameworks: a way to look at the whole has the parts that it says, in their order, with something behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stip.loading.checks.rings import rings
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.loading.suggest import nearest, suggestion
from stip.model import Audience, practice_kinds
from stip.model.frameworks import ROUTES, SHIPPED, WAYS_OF_WORKING, parts_of
from stip.model.practices import Framework, PartStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole
    from stip.model.frameworks import Part
    from stip.model.practices import FrameworkPart
    from stip.problems import Place

_PERSPECTIVES = ("employee", "technology", "organisation")
_BEGUN = frozenset({PartStatus.NOW, PartStatus.DONE})
_CHOICES = frozenset({ROUTES, WAYS_OF_WORKING})
"""Frameworks to choose from: of a part that nobody chose nothing lacks."""


def framework_parts_are_its_own(records: Records) -> Iterator[Finding]:
    """A fixed framework has exactly its parts: whoever adds one means another, or another framework."""
    for framework in records.of(Framework):
        if strange := _strange(framework):
            known = SHIPPED[framework.id].parts
            told = {"count": len(strange), "ids": listing(f"'{id_}'" for id_ in strange)}
            values = {"title": framework.title, "parts": len(known), **told}
            place = _place(records, framework, strange[0], "id")
            yield suggestion("framework_parts_are_its_own", place, strange[0], known, values)


def own_frameworks_have_parts(records: Records) -> Iterator[Finding]:
    """A framework of the site itself has parts; without them somebody probably means one that we know."""
    for framework in records.of(Framework):
        if framework.id not in SHIPPED and not framework.parts:
            near = nearest(framework.id, SHIPPED)
            values = {"title": framework.title, "id": framework.id, "suggestion": near, "known": ", ".join(SHIPPED)}
            place = records.practice(framework).place("id")
            yield Finding("own_frameworks_have_parts", place, values, "did_you_mean" if near else "")


def framework_parts_are_unique(records: Records) -> Iterator[Finding]:
    """No two parts of a framework have the same id."""
    for framework in records.of(Framework):
        seen: set[str] = set()
        for index, part in enumerate(framework.parts):
            if part.id in seen:
                place = records.practice(framework).place("parts", index, "id")
                yield Finding("framework_parts_are_unique", place, {"title": framework.title, "id": part.id})
            seen.add(part.id)


def framework_parts_wait_for_parts(records: Records) -> Iterator[Finding]:
    """A part comes after parts of its own framework."""
    for framework in records.of(Framework):
        known = _ids(framework)
        for part in framework.parts:
            for index, ref in enumerate(part.after):
                if ref not in known:
                    place = _place(records, framework, part.id, "after", index)
                    values = {"title": framework.title, "id": ref}
                    yield suggestion("framework_parts_wait_for_parts", place, ref, known, values)


def framework_parts_form_no_ring(records: Records) -> Iterator[Finding]:
    """No part waits, by way of others, for itself."""
    for framework in records.of(Framework):
        parts = {part.id: part for part in framework.parts}
        edges = {id_: tuple(ref for ref in part.after if ref in parts) for id_, part in parts.items()}
        for ring in rings(edges):
            at = parts[ring[0]].after.index(ring[1 % len(ring)])
            values = {"title": framework.title, "ring": " → ".join((*ring, ring[0]))}
            yield Finding("framework_parts_form_no_ring", _place(records, framework, ring[0], "after", at), values)


def framework_lists_exist(records: Records) -> Iterator[Finding]:
    """What stands behind a part stands in lists that there can be."""
    kinds = practice_kinds()
    for framework in records.of(Framework):
        for part in framework.parts:
            for index, key in enumerate(part.lists):
                if key not in kinds:
                    place = _place(records, framework, part.id, "lists", index)
                    values = {"title": framework.title, "key": key}
                    yield suggestion("framework_lists_exist", place, key, kinds, values)


def framework_parts_have_names(whole: Whole) -> Iterator[Finding]:
    """Of a framework of which not every name is publicly known, the site gives the others; said once a framework."""
    for framework, parts in _looking_at_everyone(whole):
        known = SHIPPED[framework.id].named
        lacking = [one.part.id for one in parts if known is not None and one.part.id not in known and not one.title]
        yield from _told(whole, "framework_parts_have_names", framework, lacking, lacking)


def near_parts_look_at_everyone(whole: Whole) -> Iterator[Finding]:
    """What is done now or next is looked at from all perspectives; said once a framework."""
    yield from _perspectives(whole, "near_parts_look_at_everyone", near=True)


def later_parts_look_at_everyone(whole: Whole) -> Iterator[Finding]:
    """What comes later will be looked at from all perspectives; said once a framework."""
    yield from _perspectives(whole, "later_parts_look_at_everyone", near=False)


def framework_parts_follow_their_order(whole: Whole) -> Iterator[Finding]:
    """No part has begun while one that comes before it has not, unless one of both says why."""
    for framework in whole.roadmap.of(Framework):
        own = {part.id: part for part in framework.parts}
        order = list(SHIPPED[framework.id].parts) if _is_ordered(framework) else []
        for part in framework.parts:
            if part.status in _BEGUN and not part.reason:
                earlier = order[: order.index(part.id)] if part.id in order else []
                before = [id_ for id_ in dict.fromkeys((*earlier, *part.after)) if id_ in own or id_ in order]
                waiting = [id_ for id_ in before if _is_open(own.get(id_))]
                values = {"title": framework.title, "id": part.id, "status": part.status, "ids": listing(waiting)}
                place = _place(whole, framework, part.id, "status")
                yield from [Finding("framework_parts_follow_their_order", place, values)] if waiting else ()


def framework_parts_say_why(whole: Whole) -> Iterator[Finding]:
    """Of a part on which people have a view, they say why it is done; said once a framework."""
    for framework, parts in _looking_at_everyone(whole):
        lacking = [one.part.id for one in parts if one.status is not None and not one.why]
        yield from _told(whole, "framework_parts_say_why", framework, lacking, lacking)


def framework_parts_have_evidence(whole: Whole) -> Iterator[Finding]:
    """Something of the roadmap stands behind every part; said once a framework.

    What stands in a list that only those who steer may read is not asked for by who cannot read it.
    """
    hidden = whole.roadmap.audience is Audience.STAFF
    lists = {key for key, kind in practice_kinds().items() if not (hidden and kind.audience is Audience.STEERING)}
    for framework in _sound(whole):
        if framework.id not in _CHOICES and not _is_ordered(framework):
            empty = (part for part in parts_of(framework, whole.roadmap) if part.is_empty)
            lacking = [part.id for part in empty if not part.own or lists.issuperset(part.own.lists)]
            yield from _told(whole, "framework_parts_have_evidence", framework, lacking, lacking)


class _Seen(NamedTuple):
    """A part of a framework that looks from all perspectives, with what the site says of it."""

    part: Part
    title: str | None
    status: PartStatus | None
    why: str | None

    @property
    def empty(self) -> tuple[str, ...]:
        """The perspectives from which nobody has looked."""
        return tuple(key for key in _PERSPECTIVES if not (self.part.own and getattr(self.part.own, key)))


def _looking_at_everyone(whole: Whole) -> Iterator[tuple[Framework, list[_Seen]]]:
    """Yield the frameworks of which each part looks from all perspectives, with their parts."""
    for framework in filter(_is_ordered, _sound(whole)):
        yield framework, [_seen(part) for part in parts_of(framework, whole.roadmap)]


def _seen(part: Part) -> _Seen:
    own = part.own
    return _Seen(part, own.title, own.status, own.why) if own else _Seen(part, None, None, None)


def _perspectives(whole: Whole, rule: str, *, near: bool) -> Iterator[Finding]:
    for framework, parts in _looking_at_everyone(whole):
        todo = [one for one in parts if one.status not in _BEGUN]
        now = [one for one in parts if one.status is PartStatus.NOW]
        lacking = [one for one in ((*now, *todo[:1]) if near else todo[1:]) if one.empty]
        told = [f"{one.part.id} ({', '.join(one.empty)})" for one in lacking]
        yield from _told(whole, rule, framework, [one.part.id for one in lacking], told)


def _told(
    whole: Whole, rule: str, framework: Framework, lacking: Sequence[str], told: Sequence[str]
) -> Iterator[Finding]:
    """Say once of a framework which of its parts lack something, at the first of them that the site declares."""
    if lacking:
        declared = {part.id for part in framework.parts}
        first = next((id_ for id_ in lacking if id_ in declared), None)
        place = _place(whole, framework, first) if first else whole.practice(framework).place()
        yield Finding(rule, place, {"title": framework.title, "count": len(lacking), "ids": listing(told)})


def _strange(framework: Framework) -> list[str]:
    """Return the ids of the parts that a fixed framework has not."""
    shipped = SHIPPED.get(framework.id)
    known = shipped.parts if shipped and shipped.fixed else {part.id: () for part in framework.parts}
    return [part.id for part in framework.parts if part.id not in known]


def _sound(whole: Whole) -> Iterator[Framework]:
    """Yield the frameworks of which every part is known: what lacks in the others, follows from that."""
    yield from (framework for framework in whole.roadmap.of(Framework) if not _strange(framework))


def _ids(framework: Framework) -> tuple[str, ...]:
    """Return the ids of the parts of a framework: those that come with the program, then the site's own."""
    shipped = SHIPPED.get(framework.id)
    return tuple(dict.fromkeys((*(shipped.parts if shipped else ()), *(part.id for part in framework.parts))))


def _is_ordered(framework: Framework) -> bool:
    """Tell whether the parts of a framework are steps, each of which looks from all perspectives."""
    return framework.id in SHIPPED and SHIPPED[framework.id].perspectives


def _is_open(part: FrameworkPart | None) -> bool:
    """Tell whether a part has not begun, and nobody says why."""
    return part is None or (part.status not in _BEGUN and not part.reason)


def _place(read: Whole | Records, framework: Framework, part: str, *path: str | int) -> Place:
    """Return the place of a part, or of something in it: of the first part with this id."""
    at = next(index for index, one in enumerate(framework.parts) if one.id == part)
    return read.practice(framework).place("parts", at, *path)


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (
    framework_parts_are_its_own,
    own_frameworks_have_parts,
    framework_parts_are_unique,
    framework_parts_wait_for_parts,
    framework_parts_form_no_ring,
    framework_lists_exist,
)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    framework_parts_have_names,
    near_parts_look_at_everyone,
    later_parts_look_at_everyone,
    framework_parts_follow_their_order,
    framework_parts_say_why,
    framework_parts_have_evidence,
)
