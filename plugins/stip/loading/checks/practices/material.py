"""Material: documents that are there for everyone, and moments to which one can come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from stip.loading.checks.practices.gathered import quoted
from stip.loading.findings import Finding
from stip.model.practices import Download, Session, SessionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.whole import Whole

_ELSEWHERE = re.compile(r"https?://|mailto:", re.IGNORECASE)


def documents_are_there(whole: Whole) -> Iterator[Finding]:
    """A document that the site offers itself is a file in the content folder."""
    folder = whole.declared.pages.folder.resolve()
    for document in whole.roadmap.of(Download):
        if _ELSEWHERE.match(document.file):
            continue
        path = (folder / unquote(re.split(r"[?#]", document.file)[0])).resolve()
        values = {"title": document.title, "file": document.file, "folder": whole.declared.pages.folder.name}
        rule = "documents_are_there" if path.is_relative_to(folder) else "documents_stay_inside"
        if rule == "documents_stay_inside" or not path.is_file():
            yield Finding(rule, whole.practice(document).place("file"), values)


def documents_are_accessible(whole: Whole) -> Iterator[Finding]:
    """Everyone can read a document, also who cannot see it."""
    if closed := [document for document in whole.roadmap.of(Download) if not document.accessible]:
        values = {"count": len(closed), "titles": quoted(document.title for document in closed)}
        yield Finding("documents_are_accessible", whole.practice(closed[0]).place("accessible"), values)


def past_sessions_have_a_result(whole: Whole) -> Iterator[Finding]:
    """Who came to a session can read what came of it; one for pleasure needs no result."""
    lacking = []
    for session in whole.roadmap.of(Session):
        ends = [moment.when.last for moment in session.dates]
        past = bool(ends) and all(end and end < whole.today for end in ends)
        if past and not session.result and session.kind is not SessionKind.LEISURE:
            lacking.append(session)
    if lacking:
        values = {"count": len(lacking), "titles": quoted(session.title for session in lacking)}
        yield Finding("past_sessions_have_a_result", whole.practice(lacking[0]).place(), values)


def moments_have_real_hours(whole: Whole) -> Iterator[Finding]:
    """Hours are those of one day, and end after they begin, or nobody can come."""
    for practice in whole.roadmap.practices:
        for index, moment in enumerate(getattr(practice, "dates", ())):
            values = {"title": practice.title, "start": moment.start, "end": moment.end}
            place = whole.practice(practice).place
            if moment.start and (moment.when.first is None or moment.when.first != moment.when.last):
                yield Finding("moments_with_hours_are_days", place("dates", index, "when"), values)
            elif moment.start and moment.end and moment.end <= moment.start:
                yield Finding("moments_have_real_hours", place("dates", index, "end"), values)


CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    documents_are_there,
    documents_are_accessible,
    past_sessions_have_a_result,
    moments_have_real_hours,
)
