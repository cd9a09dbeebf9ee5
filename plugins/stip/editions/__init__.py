"""Editions: a roadmap as it was frozen for print, and what has changed since."""

from stip.editions.changes import (
    TELLS_WHY,
    Changes,
    GoalChange,
    GoalChangeKind,
    StepChange,
    StepChangeKind,
    UnitChange,
    UnitChangeKind,
    WholeChange,
)
from stip.editions.difference import difference, has_old_reason, lacks_reason
from stip.editions.edition import VERSION, Edition, EditionGoal, EditionHorizon, EditionStep, EditionUnit
from stip.editions.files import FOLDER, read, write
from stip.editions.identity import NewIds, align, aligned, paired, renamed_edition
from stip.editions.mark import EditionMark, edition_mark, latest, reference
from stip.editions.snapshot import snapshot

__all__ = [
    "FOLDER",
    "TELLS_WHY",
    "VERSION",
    "Changes",
    "Edition",
    "EditionGoal",
    "EditionHorizon",
    "EditionMark",
    "EditionStep",
    "EditionUnit",
    "GoalChange",
    "GoalChangeKind",
    "NewIds",
    "StepChange",
    "StepChangeKind",
    "UnitChange",
    "UnitChangeKind",
    "WholeChange",
    "align",
    "aligned",
    "difference",
    "edition_mark",
    "has_old_reason",
    "lacks_reason",
    "latest",
    "paired",
    "read",
    "reference",
    "renamed_edition",
    "snapshot",
    "write",
]
