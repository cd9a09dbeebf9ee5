"""The model: what a roadmap is made of, as frozen values."""

from stip.model.base import Record, Ref, references
from stip.model.people import Glossary, Interviews, Persona, Picture, Question, QuestionKind, Term
from stip.model.prints import Print
from stip.model.programme import Goal, GoalKind, Horizon, Indicator, Measure, Mission, Programme, Value
from stip.model.roadmap import Accessibility, AccessibilityStatus, Bands, Document, Included, Roadmap, Settings
from stip.model.steps import ENDS_HERE, Link, Status, Step, StepKind
from stip.model.units import Contact, RouteStretch, Unit

__all__ = [
    "ENDS_HERE",
    "Accessibility",
    "AccessibilityStatus",
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
    "Print",
    "Programme",
    "Question",
    "QuestionKind",
    "Record",
    "Ref",
    "Roadmap",
    "RouteStretch",
    "Settings",
    "Status",
    "Step",
    "StepKind",
    "Term",
    "Unit",
    "Value",
    "references",
]
