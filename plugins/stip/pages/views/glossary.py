"""The glossary: the organisation's own words, and the words of this site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class TermView:
    """A word, what it means, and other words for it."""

    term: str
    text: str
    also: str


@as_view
class GlossaryView:
    """All that the glossary shows."""

    frame: Frame
    lead: str
    own: tuple[TermView, ...]
    built_in: tuple[TermView, ...]


def glossary_view(here: Here) -> GlossaryView:
    """Gather the terms in alphabetical order; an own term replaces the built-in one of that name."""
    words = here.context.words
    own = [_term(term.term, term.text, ", ".join(term.aliases), here) for term in here.context.roadmap.glossary.terms]
    taken = {view.term.casefold() for view in own}
    built_in = [view for view in _built_in(here) if view.term.casefold() not in taken]
    return GlossaryView(
        frame=frame(here, words("site.glossary.title"), words("site.glossary.description")),
        lead=words("site.glossary.lead"),
        own=_sorted(own),
        built_in=_sorted(built_in),
    )


def _built_in(here: Here) -> list[TermView]:
    entries = here.context.words.section("glossary")
    keys = dict.fromkeys(key.split(".")[0] for key in entries)
    return [_term(entries[f"{key}.term"], entries[f"{key}.text"], entries.get(f"{key}.also", ""), here) for key in keys]


def _term(term: str, text: str, also: str, here: Here) -> TermView:
    return TermView(term, text, here.context.words("site.glossary.also", names=also) if also else "")


def _sorted(terms: list[TermView]) -> tuple[TermView, ...]:
    return tuple(sorted(terms, key=lambda view: view.term.casefold()))
