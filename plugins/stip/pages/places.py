"""Places: the address of everything that has one, from the site's root, for files that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.pages.addresses import Addresses, goal_anchor
from stip.pages.links import page_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.editions import Edition
    from stip.model import Roadmap
    from stip.text.words import Words


def places(
    roadmap: Roadmap, words: Words, editions: tuple[Edition, ...] = (), *, directory_urls: bool
) -> dict[tuple[str, str], str]:
    """Return the address of every record by (record, id), from the site's root; an edition by its name."""
    return {
        key: page_url(page, directory_urls=directory_urls) + (f"#{anchor}" if anchor else "")
        for key, page, anchor in _places(roadmap, Addresses.of(words), editions)
    }


def _places(
    roadmap: Roadmap, addresses: Addresses, editions: tuple[Edition, ...]
) -> Iterator[tuple[tuple[str, str], str, str]]:
    """Yield (record, id), the path of a page, and the anchor on it; empty when the page is its own."""
    for unit in roadmap.units.values():
        page = addresses.unit(unit.id)
        yield (unit.record, unit.id), page, ""
        yield from (((step.record, step.id), page, step.id) for step in unit.steps)
    yield from (((goal.record, goal.id), addresses.mission, goal_anchor(goal.id)) for goal in roadmap.mission.goals)
    yield from (((one.record, key), addresses.persona(key), "") for key, one in roadmap.personas.items())
    yield from (((one.record, key), addresses.question(key), "") for key, one in roadmap.questions.items())
    for practice in roadmap.practices:
        yield (practice.record, practice.id), *addresses.practice(practice)
    yield from ((("edition", edition.name), addresses.edition(edition.name), "") for edition in editions)
