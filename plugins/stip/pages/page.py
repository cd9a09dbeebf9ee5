"""A page: Markdown with placeholders, and the drawings that belong in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """One page of the site, as a value; whoever hosts it fills the placeholders and writes it.

    `path` is a slash path such as `afdelingen/burgerzaken.md`. `markdown` begins with front matter and holds
    `placeholder(name)` once for every name in `fragments`. `source` is the slash path of the file that a
    person edits to change the page, or empty. `section` is the path of the menu page under which it stands. Of a page
    that is not `listed` no search, of the site or of others, tells.
    """

    path: str
    title: str
    markdown: str
    fragments: Mapping[str, str]
    source: str
    section: str
    in_nav: bool
    description: str
    listed: bool = True
    prose: str = ""
    """What a person wrote, as it stands in the Markdown; all the rest of the body is HTML already."""
    sources: Mapping[str, bytes] = field(default_factory=dict)
    """What the engine gets for its drawings, as files beside the pages: their content by path."""
