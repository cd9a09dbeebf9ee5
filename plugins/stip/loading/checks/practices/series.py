"""Series: moments that are listed one after the other, where they do not follow time and where two are one."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stip.periods import Period


def first_too_early(moments: Sequence[Period]) -> int | None:
    """Return the place of the first moment that begins before the one that is listed before it."""
    pairs = enumerate(itertools.pairwise(moments), start=1)
    return next((at for at, (one, other) in pairs if other.sort_key[0] < one.sort_key[0]), None)


def first_repeated(moments: Sequence[Period]) -> int | None:
    """Return the place of the first moment that is the same as an earlier one."""
    seen: set[object] = set()
    for at, moment in enumerate(moments):
        if (span := (moment.first, moment.last)) in seen:
            return at
        seen.add(span)
    return None
