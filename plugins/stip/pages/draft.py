"""Draft: a page before its drawings are made and its template is filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stip.charts import Chart
    from stip.model import Document
    from stip.pages.views.layout import Frame
    from stip.scene.spec import Lane, MapSpec, PathSpec

_CHARTS_STYLE = "assets/stip/charts.css"


@dataclass(frozen=True)
class Draft:
    """A page before its drawings are made: what it shows, and what must be drawn for it."""

    path: str
    template: str
    view: object
    frame: Frame
    section: str = ""
    menu: str = ""
    source: str = ""
    body: str = ""
    maps: Mapping[str, MapSpec] = field(default_factory=dict)
    route: PathSpec | None = None
    banner: Lane | None = None
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Drawings that are finished already, by name."""
    has_banner: bool = True
    hidden: bool = False
    """Whether the site's search, and that of others, passes it by: it is not for employees."""
    apart: str = ""
    """The template of a part that is put in after Markdown, which would take seconds over it."""
    script: str = ""
    """The path of a script that only this page needs."""
    styles: tuple[str, ...] = ()
    """The paths of style sheets that only this page needs, after the one of all pages below home."""


Part = Callable[[], Iterable[Draft]]
"""What drafts some pages: several parts can be made at once."""


def charted(draft: Draft, charts: Iterable[Chart]) -> Draft:
    """Add the charts of a page, with their style."""
    pictures = {name: svg for chart in charts for name, svg in chart.pictures.items()}
    return replace(draft, pictures=pictures, styles=(*draft.styles, _CHARTS_STYLE)) if pictures else draft


def written(draft: Draft, document: Document | None) -> Draft:
    """Add the text that a person wrote for this page."""
    return draft if document is None else replace(draft, source=document.path, body=document.body)
