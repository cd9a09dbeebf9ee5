"""Together: practices with the same hole are one finding, for there may be many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import quoted
from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stip.loading.checks.whole import Whole
    from stip.model import Practice


def together(rule: str, whole: Whole, lacking: Iterable[Practice]) -> Iterator[Finding]:
    """Yield one finding, at the first of the practices, with their number and the first few titles."""
    found = list(lacking)
    if found:
        titles = quoted(practice.title for practice in found)
        yield Finding(rule, whole.practice(found[0]).place(), {"count": len(found), "titles": titles})
