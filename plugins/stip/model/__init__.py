"""The model: what a roadmap is made of, as frozen values."""

from stip.model.adoption import Adoption
from stip.model.base import Record, Ref, references
from stip.model.people import Glossary, Interviews, Persona, Picture, Question, QuestionKind, Term
from stip.model.practices import Audience, Practice, practice_kinds
from stip.model.prints import Print
from stip.model.programme import Goal, GoalKind, Horizon, Indicator, Measure, Mission, Programme, Support, Value, Vision
from stip.model.roadmap import Accessibility, AccessibilityStatus, Bands, Document, Included, Roadmap, Settings, Weight
from stip.model.steps import ENDS_HERE, Link, Sourcing, Status, Step, StepKind
from stip.model.units import Contact, RouteStretch, Unit, WayOfWorking

__all__ = [
    "ENDS_HERE",
    "Accessibility",
    "AccessibilityStatus",
    "Adoption",
    "Audience",
    "Bands",
    "Contact",
    "Document",
    "Glossary",
    "Goal",
    "GoalKind",
    "Horizon",
    "Included",
    "Indicator",
    "Interviews",
    "Link",
    "Measure",
    "Mission",
    "Persona",
    "Picture",
    "Practice",
    "Print",
    "Programme",
    "Question",
    "QuestionKind",
    "Record",
    "Ref",
    "Roadmap",
    "RouteStretch",
    "Settings",
    "Sourcing",
    "Status",
    "Step",
    "StepKind",
    "Support",
    "Term",
    "Unit",
    "Value",
    "Vision",
    "WayOfWorking",
    "Weight",
    "practice_kinds",
    "references",
]
