"""Comparison: what is different between two versions of a roadmap, told to who must agree with it."""

from stip.comparison.compare import Change, Comparison, Side, compare
from stip.comparison.formats import FORMATS
from stip.comparison.report import Report
from stip.comparison.sides import Reader, UnknownSideError, WrongSideError, file_of

__all__ = [
    "FORMATS",
    "Change",
    "Comparison",
    "Reader",
    "Report",
    "Side",
    "UnknownSideError",
    "WrongSideError",
    "compare",
    "file_of",
]
