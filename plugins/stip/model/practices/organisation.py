"""Organisation: what it is good at and what not, and with which others it could join. For who steers."""

from __future__ import annotations

import enum

from stip.model.base import Audience, Score, Text
from stip.model.practices.base import Group, Practice, Shape, Topic


class TraitSide(enum.StrEnum):
    """What a trait is to the organisation."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    PREFERENCE = "preference"
    CULTURE = "culture"


class Trait(
    Practice,
    record="trait",
    key="traits",
    grouped="side",
    audience=Audience.STEERING,
    topic=Topic.ORGANISATION,
    group=Group.STEER,
    shape=Shape.TABLE,
    columns=("side", "score", "steps"),
):
    """A strong or weak side, a preference or a habit of the organisation, with a score from 1 to 5."""

    side: TraitSide
    score: Score | None = None


class Candidate(
    Practice,
    record="candidate",
    key="candidates",
    audience=Audience.STEERING,
    topic=Topic.ORGANISATION,
    group=Group.STEER,
    shape=Shape.TABLE,
    columns=("departments", "size", "suppliers", "culture", "governance", "judgement"),
):
    """An organisation with which a department could join: how well it fits, and what came of the talks."""

    size: Score | None = None
    suppliers: Score | None = None
    culture: Score | None = None
    governance: Score | None = None
    judgement: Text | None = None
