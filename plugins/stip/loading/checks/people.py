"""People: mailboxes are of roles, and questions are answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.declared import Declared
    from stip.loading.source import DataPath

_NESTED = (dict, list)
_PERSON = re.compile(r"(?P<first>[a-z]+)\.(?:[a-z]+[._-])*(?P<last>[a-z-]{2,})", re.IGNORECASE)


def mailboxes_are_of_roles(declared: Declared) -> Iterator[Finding]:
    """A mailbox is that of a role: `name.surname@` is the address of a person."""
    for _, data, source, base in declared.written:
        found: list[tuple[DataPath, dict[str, Any]]] = []
        _add_contacts(found, data, base)
        for path, contact in found:
            email = str(contact["email"])
            match = _PERSON.fullmatch(email.partition("@")[0])
            if match is None:
                continue
            known = f"{contact.get('role', '')} {data.get('name', '')}".casefold()
            if not any(part.casefold() in known for part in match.groups()):
                place = source.place((*path, "email"))
                yield Finding("mailboxes_are_of_roles", place, {"email": email})


def personas_have_a_contact(declared: Declared) -> Iterator[Finding]:
    """Who recognises themselves in a persona has someone to ask, if need be for the whole programme."""
    mission = declared.pages.mission
    if mission is None or mission.record is None or mission.record.programme.contact:
        return
    for page in declared.pages.personas:
        if page.record is not None and page.record.contact is None:
            yield Finding("personas_have_a_contact", page.start, {"name": page.record.name})


def questions_have_answers(declared: Declared) -> Iterator[Finding]:
    """The text of a question's file is its answer, so there is one."""
    for page in declared.pages.questions:
        if page.read is not None and not page.page.body.strip():
            yield Finding("questions_have_answers", page.start)


def _add_contacts(
    found: list[tuple[DataPath, dict[str, Any]]], data: dict[str, Any] | list[Any], path: DataPath
) -> None:
    """Add all that has a mailbox, and where it stands."""
    if isinstance(data, dict):
        if isinstance(data.get("email"), str):
            found.append((path, data))
        for key, item in data.items():
            if isinstance(item, _NESTED):
                _add_contacts(found, item, (*path, key))
    elif any(isinstance(item, _NESTED) for item in data):
        for index, item in enumerate(data):
            if isinstance(item, _NESTED):
                _add_contacts(found, item, (*path, index))
