"""Marking: which version of a site a roadmap makes."""

from __future__ import annotations

from collections.abc import Iterable

from stip.editions import Edition, edition_mark
from stip.model import Roadmap
from stip.versions.version import Version, begun


def marked(roadmap: Roadmap, editions: Iterable[Edition], engine: str, host: Iterable[str] = ()) -> Version:
    """Return the version of a site that is about to be made of a roadmap: without inputs and outputs yet."""
    settings, edition = roadmap.settings, exact_edition(roadmap, editions)
    return begun(settings.language, str(roadmap.audience), settings.updated.isoformat(), edition, engine, host)


def exact_edition(roadmap: Roadmap, editions: Iterable[Edition]) -> str:
    """Return the name of the edition that a roadmap is, exactly; nothing when it is none."""
    mark = edition_mark(roadmap, editions)
    return mark.name if mark.exact else ""
