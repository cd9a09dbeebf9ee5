"""Audience: what everyone may read names nothing of those who steer, and what is theirs stays theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.whole import listing
from stip.loading.files import real
from stip.loading.findings import Finding, record_word
from stip.loading.paths import written_references
from stip.model import practice_kinds
from stip.model.base import Audience
from stip.model.discretion import addresses_in, withheld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.checks.whole import Whole
    from stip.loading.declared import Declared
    from stip.problems import Place


def staff_names_no_steering(declared: Declared) -> Iterator[Finding]:
    """What everyone may read names nothing that only those who steer may read."""
    if not declared.steering:
        return
    files = {item.source.file for item in declared.files.practices if item.audience is Audience.STEERING}
    for written in declared.written:
        model, data, source, base = written
        if source.file in files or not written.for_staff:
            continue
        for path, kind, id_, is_key in written_references(model, data, is_open=True):
            if (kind, id_) in declared.steering:
                at = (*base, *path)
                place = source.key_place(at) if is_key else source.place(at)
                yield Finding("staff_names_no_steering", place, {"record": record_word(kind), "id": id_})


def steering_stays_steering(declared: Declared) -> Iterator[Finding]:
    """A list or a file for those who steer holds nothing that says to be for everyone."""
    kinds = practice_kinds()
    for item in declared.files.practices:
        kind = kinds[str(item.path[0])]
        if item.data.get("audience") != Audience.STAFF:
            continue
        if kind.audience is Audience.STEERING:
            yield Finding("steering_lists_stay_so", item.place("audience"), {"record": record_word(kind.record)})
        elif item.audience is Audience.STEERING:
            yield Finding("steering_files_stay_so", item.place("audience"))


def steering_documents_lie_apart(whole: Whole) -> Iterator[Finding]:
    """A document that only those who steer may read lies where the site for staff leaves it out; said once.

    That site does not know what a file of `include_steering` names. A page is no document: it is in its menu.
    """
    pages, closed = whole.declared.pages, whole.declared.closed
    lead = whole.declared.document
    hidden = withheld(whole.roadmap, lead)
    taken: dict[str, Place] = {}
    for practice in whole.roadmap.practices:
        for path in hidden.intersection(map(lead, addresses_in(practice))):
            if path and path.is_file() and path.suffix != ".md" and not closed.holds(path):
                address = path.relative_to(real(pages.folder)).as_posix()
                taken.setdefault(address, whole.practice(practice).place())
    if taken:
        folder = f"{pages.folder.name}/{pages.steering}"
        values = {"count": len(taken), "files": listing(sorted(taken)), "folder": folder}
        yield Finding("steering_documents_lie_apart", next(iter(taken.values())), values)
