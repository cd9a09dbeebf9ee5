"""The accessibility page: what was done, what the organisation declared, where to report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.pages.views.items import ContactItem, contact_item
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view
from stip.text.dates import period_text

if TYPE_CHECKING:
    from stip.pages.links import Here


@as_view
class AccessibilityView:
    """All that the accessibility page shows; texts of what was not declared are empty."""

    frame: Frame
    lead: str
    done: tuple[str, ...]
    declared: bool
    status: str
    statement: str
    date: str
    contact: ContactItem | None
    manual: str
    """The address of the manual for maintainers; empty without one."""


def accessibility_view(here: Here) -> AccessibilityView:
    """Gather the page; without a contact of its own, reports go to the programme."""
    words, roadmap = here.context.words, here.context.roadmap
    declared = roadmap.settings.accessibility
    own = declared.contact if declared else None
    return AccessibilityView(
        frame=frame(here, words("site.accessibility.title"), words("site.accessibility.description")),
        lead=words("site.accessibility.lead"),
        done=tuple(words.section("site.accessibility.done_items").values()),
        declared=declared is not None and any((declared.status, declared.statement, declared.date)),
        status=words(f"site.accessibility.status_text.{declared.status}") if declared and declared.status else "",
        statement=here.file(declared.statement) if declared and declared.statement else "",
        date=period_text(declared.date, words) if declared and declared.date else "",
        contact=contact_item(own or roadmap.mission.programme.contact),
        manual=here.to(here.context.addresses.manual) if here.context.manual.chapters else "",
    )
