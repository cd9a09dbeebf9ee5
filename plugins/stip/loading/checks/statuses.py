"""Statuses: what a step must tell beside its status or its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.findings import Finding
from stip.model import Status, StepKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.declared import Declared

_NEEDED = ("signal", "threshold", "owner", "action", "latest")
_WARNING_FIELDS = (*_NEEDED, "effect", "outcome", "stands")


def delay_and_stop_have_reason(declared: Declared) -> Iterator[Finding]:
    """A delayed or stopped step says why."""
    for step, entry in declared.steps:
        if step.status in {Status.DELAYED, Status.STOPPED} and not step.reason:
            values = {"title": step.title, "status": step.status}
            yield Finding("delay_and_stop_have_reason", entry.place("status"), values)


def delay_has_first_date(declared: Declared) -> Iterator[Finding]:
    """A delayed step says for when it was planned."""
    for step, entry in declared.steps:
        if step.status is Status.DELAYED and step.was is None:
            yield Finding("delay_has_first_date", entry.place("status"), {"title": step.title})


def delay_moves_later(declared: Declared) -> Iterator[Finding]:
    """What is delayed was planned for an earlier moment."""
    for step, entry in declared.steps:
        if step.status is Status.DELAYED and step.was and step.was > step.when:
            yield Finding("delay_moves_later", entry.place("was"), {"title": step.title})


def interventions_are_complete(declared: Declared) -> Iterator[Finding]:
    """An intervention names its signal, from where on it is too much, its owner, what is done and until when."""
    for step, entry in declared.steps:
        lacking = [name for name in _NEEDED if getattr(step, name) is None]
        if step.kind is StepKind.INTERVENTION and lacking:
            values = {"title": step.title, "keys": ", ".join(lacking)}
            yield Finding("interventions_are_complete", entry.place("kind"), values)


def interventions_leave_time(declared: Declared) -> Iterator[Finding]:
    """The latest moment to step in does not lie before the moment of the intervention itself."""
    for step, entry in declared.steps:
        if step.latest and step.latest.last and step.when.first and step.latest.last < step.when.first:
            values = {"title": step.title, "day": step.when.first.isoformat()}
            yield Finding("interventions_leave_time", entry.place("latest"), values)


def warning_fields_are_of_interventions(declared: Declared) -> Iterator[Finding]:
    """Only an intervention tells how it is noticed, who steps in and how, until when, and what came of it."""
    for step, entry in declared.steps:
        given = [name for name in _WARNING_FIELDS if getattr(step, name) is not None]
        if step.kind is not StepKind.INTERVENTION and given:
            values = {"key": given[0], "kind": step.kind}
            yield Finding("warning_fields_are_of_interventions", entry.key_place(given[0]), values)


def benefits_are_for_named_personas(declared: Declared) -> Iterator[Finding]:
    """Whoever benefits from a step is among its personas."""
    for step, entry in declared.steps:
        named = [id_ for id_ in step.benefits if ("persona", id_) in declared.known]
        if lacking := [id_ for id_ in named if id_ not in step.personas]:
            values = {"ids": ", ".join(lacking)}
            place = entry.key_place("benefit", lacking[0])
            yield Finding("benefits_are_for_named_personas", place, values)
