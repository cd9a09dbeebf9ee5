"""Draw figures: small charts as inline SVG in the colours of the page, each with the table that says the same."""

from stip.charts.arc import draw_arc
from stip.charts.bars import draw_bars
from stip.charts.levels import draw_levels
from stip.charts.line import draw_line
from stip.charts.matrix import draw_matrix
from stip.charts.quadrant import draw_quadrant
from stip.charts.road import draw_road
from stip.charts.spans import draw_spans
from stip.charts.spec import (
    About,
    ArcPoint,
    ArcSpec,
    Axis,
    Bar,
    BarsSpec,
    Chart,
    Ends,
    Figure,
    Level,
    LevelsSpec,
    LinePoint,
    LineSpec,
    Mark,
    MatrixSpec,
    QuadrantSpec,
    RoadSpec,
    Row,
    Span,
    SpansSpec,
    Stack,
    StackedSpec,
    State,
    Warned,
    Way,
)
from stip.charts.stacked import draw_stacked

__all__ = (
    "About",
    "ArcPoint",
    "ArcSpec",
    "Axis",
    "Bar",
    "BarsSpec",
    "Chart",
    "Ends",
    "Figure",
    "Level",
    "LevelsSpec",
    "LinePoint",
    "LineSpec",
    "Mark",
    "MatrixSpec",
    "QuadrantSpec",
    "RoadSpec",
    "Row",
    "Span",
    "SpansSpec",
    "Stack",
    "StackedSpec",
    "State",
    "Warned",
    "Way",
    "draw_arc",
    "draw_bars",
    "draw_levels",
    "draw_line",
    "draw_matrix",
    "draw_quadrant",
    "draw_road",
    "draw_spans",
    "draw_stacked",
)
