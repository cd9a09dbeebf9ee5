"""Material: documents that are there for everyone, and moments to which one can come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import together
from stip.loading.content import is_elsewhere
from stip.loading.files import is_there
from stip.loading.findings import Finding
from stip.model.practices import Download, Session, SessionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole


def documents_are_there(whole: Whole) -> Iterator[Finding]:
    """A document that the site offers itself is a file in the content folder."""
    pages = whole.declared.pages
    for document in whole.roadmap.of(Download):
        if is_elsewhere(document.file):
            continue
        path = pages.document(document.file)
        values = {"title": document.title, "file": document.file, "folder": pages.folder.name}
        rule = "documents_are_there" if path else "documents_stay_inside"
        if path is None or not is_there(path):
            yield Finding(rule, whole.practice(document).place("file"), values)


def documents_lie_open(whole: Whole) -> Iterator[Finding]:
    """A document for everyone does not lie where the site for staff leaves everything out."""
    pages = whole.declared.pages
    for document in whole.roadmap.of(Download):
        path = pages.document(document.file)
        if document.for_staff and path and path.is_file() and whole.declared.closed.holds(path):
            values = {"title": document.title, "file": document.file, "folder": pages.folder.name}
            yield Finding("documents_lie_open", whole.practice(document).place("file"), values)


def documents_are_accessible(whole: Whole) -> Iterator[Finding]:
    """Everyone can read a document, also who cannot see it."""
    closed = (document for document in whole.roadmap.of(Download) if not document.accessible)
    yield from together(whole, "documents_are_accessible", closed, "accessible")


def past_sessions_have_a_result(whole: Whole) -> Iterator[Finding]:
    """Who came to a session can read what came of it; one for pleasure needs no result."""
    past = (session for session in whole.roadmap.of(Session) if session.is_over(whole.today))
    lacking = (session for session in past if not session.result and session.kind is not SessionKind.LEISURE)
    yield from together(whole, "past_sessions_have_a_result", lacking)


def moments_have_real_hours(records: Records) -> Iterator[Finding]:
    """Hours are those of one day, and end after they begin, or nobody can come."""
    for practice in records.practices:
        for index, moment in enumerate(practice.moments):
            values = {"title": practice.title, "start": moment.start, "end": moment.end}
            place = records.practice(practice).place
            if moment.start and (moment.when.first is None or moment.when.first != moment.when.last):
                yield Finding("moments_with_hours_are_days", place("dates", index, "when"), values)
            elif moment.start and moment.end and moment.end <= moment.start:
                yield Finding("moments_have_real_hours", place("dates", index, "end"), values)


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (moments_have_real_hours,)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    documents_are_there,
    documents_lie_open,
    documents_are_accessible,
    past_sessions_have_a_result,
)
