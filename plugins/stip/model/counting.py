"""Counting: the figures that a roadmap tells of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model.graph import living
from stip.model.practices import Counted, Coupling, Experiment, Service, Session, Training
from stip.model.steps import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stip.model.roadmap import Roadmap


@dataclass(frozen=True)
class Adapted:
    """How many services are wholly coupled to what lies behind them, of those of which it is said how far they are."""

    full: int
    said: int

    @property
    def share(self) -> int | None:
        """The share in whole percents, rounded down, so that 100 means all; None when it is said of none."""
        return self.full * 100 // self.said if self.said else None


def counted(roadmap: Roadmap, what: Counted) -> int:
    """Count something of a roadmap, for the audience that reads it.

    A path is a unit, teams included, with a step that was not stopped; a step that was stopped does not count.
    Participants are those of every session that tells how many there were: who came twice counts twice.
    """
    return _COUNTS[what](roadmap)


def adapted_services(roadmap: Roadmap) -> Adapted:
    """Count the services that are wholly coupled; a service that does not tell its coupling counts nowhere."""
    said = [service.coupling for service in roadmap.of(Service) if service.coupling]
    return Adapted(said.count(Coupling.FULL), len(said))


_COUNTS: Mapping[Counted, Callable[[Roadmap], int]] = {
    Counted.PATHS: lambda roadmap: sum(bool(living(unit)) for unit in roadmap.units.values()),
    Counted.STEPS: lambda roadmap: sum(len(living(unit)) for unit in roadmap.units.values()),
    Counted.DONE: lambda roadmap: sum(step.status is Status.DONE for step in roadmap.steps.values()),
    Counted.TRAININGS: lambda roadmap: len(roadmap.of(Training)),
    Counted.PARTICIPANTS: lambda roadmap: sum(session.participants or 0 for session in roadmap.of(Session)),
    Counted.EXPERIMENTS: lambda roadmap: len(roadmap.of(Experiment)),
    Counted.QUESTIONS: lambda roadmap: len(roadmap.questions),
}
