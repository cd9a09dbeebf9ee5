"""Systems: since when each is there, until when it is supported, and when something else comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.charts import About, Span, SpansSpec, State, draw_spans
from stip.model.practices import System
from stip.pages.views.blocks.block import Block, ChartRow, block
from stip.pages.views.items import when_text

if TYPE_CHECKING:
    import datetime as dt

    from stip.pages.links import Here
    from stip.periods import Period


def systems(here: Here) -> Block:
    """Show the life of every system on one axis of time; the first to lose its support comes first."""
    words, found = here.context.words, here.context.roadmap.of(System)
    listed = sorted(found, key=lambda one: (_last(one.support_until) is None, _last(one.support_until) or 0))
    spans = tuple(_span(one, here) for one in listed if one.since or one.support_until or one.replaced)
    if not spans:
        return block("charts", "systems", (), here)
    late = sum(is_unsupported(one) for one in found)
    summary = words("insight.systems_late", count=late) if late else words("insight.systems_fine")
    chart = draw_spans(
        SpansSpec(
            about=About("systems", words("insight.block.systems"), summary),
            spans=spans,
            what_word=words("insight.system"),
            first_word=words("insight.since"),
            last_word=words("insight.until"),
            support_word=words("insight.support_until"),
            replaced_word=words("insight.replaced"),
            unsupported_word=words("insight.unsupported"),
            today=here.context.today,
            today_word=words("insight.today"),
            state_word=words("insight.state"),
            from_=_year_before(here),
        )
    )
    return block("charts", "systems", (ChartRow(chart),), here, beside=System.record)


def _year_before(here: Here) -> dt.date | None:
    """Return the first day of the year before the roadmap: what began long ago would leave no room for what is near."""
    start = here.context.roadmap.settings.start.first
    return start.replace(year=start.year - 1, month=1, day=1) if start else None


def is_unsupported(system: System) -> bool:
    """Tell whether a system stays for a time in which nobody supports it."""
    end = system.support_until.last if system.support_until else None
    replaced = system.replaced.last if system.replaced else None
    return end is not None and (replaced is None or replaced > end)


def _span(system: System, here: Here) -> Span:
    words = here.context.words
    late = State(words("insight.too_late")) if is_unsupported(system) else None
    return Span(
        label=system.title,
        first=system.since.first if system.since else None,
        last=_day(system.replaced),
        support_end=_day(system.support_until),
        replaced=_day(system.replaced),
        state=late,
        href=here.practice(system),
        cells=(
            _text(system.since, here),
            _text(system.replaced, here),
            _text(system.support_until, here),
            system.successor or "",
        ),
    )


def _day(period: Period | None) -> dt.date | None:
    return period.last if period else None


def _last(period: Period | None) -> int | None:
    return period.last.toordinal() if period and period.last else None


def _text(period: Period | None, here: Here) -> str:
    return when_text(period, here.context.words) if period else ""
