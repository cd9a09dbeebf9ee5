"""Discretion: what of a roadmap everyone may read; a site is made of nothing else."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from stip.model.practices import Ambassador, Audience, Iteration, Measurement, MeasurementKind

if TYPE_CHECKING:
    import datetime as dt

    from stip.model.adoption import Adoption
    from stip.model.practices import Practice
    from stip.model.roadmap import Roadmap


def for_staff(roadmap: Roadmap) -> Roadmap:
    """Return the roadmap without practices for who steers alone, names without consent, and figures of few people."""
    adoption, today = roadmap.adoption, roadmap.settings.updated
    kept = [one for one in roadmap.practices if one.audience is Audience.STAFF]
    return dataclasses.replace(roadmap, practices=tuple(discreet(one, adoption, today) for one in kept))


def discreet(practice: Practice, adoption: Adoption, today: dt.date) -> Practice:
    """Leave out a name whose owner does not consent today, and figures behind which too few people stand.

    A reading of use may be counted by a machine, so that nobody knows how many people there were; one of appreciation
    without a number of answers is not shown.
    """
    least = adoption.smallest_group
    if isinstance(practice, Ambassador):
        consent = practice.consent
        if practice.name and consent and consent.given <= today <= consent.until:
            return practice
        return practice.model_copy(update={"name": None, "consent": None})
    if isinstance(practice, Iteration) and (practice.respondents or 0) < least:
        return practice.model_copy(update={"energy": None, "respondents": None})
    if isinstance(practice, Measurement):
        counted = practice.kind is MeasurementKind.USAGE
        enough = tuple(
            one for one in practice.readings if (counted if one.respondents is None else one.respondents >= least)
        )
        return practice.model_copy(update={"readings": enough})
    return practice
