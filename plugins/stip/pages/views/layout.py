"""What every page shows around its subject: title, description, breadcrumb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.pages.views.items import LinkItem
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class Frame:
    """The frame of a page; the last crumb is the page itself and has no link."""

    title: str
    description: str
    crumbs: tuple[LinkItem, ...]


def frame(here: Here, title: str, description: str, *above: LinkItem) -> Frame:
    """Make the frame of a page under home and `above`."""
    home = LinkItem(here.context.words("site.home.title"), here.home())
    return Frame(title, " ".join(description.split()), (home, *above, LinkItem(title)))
