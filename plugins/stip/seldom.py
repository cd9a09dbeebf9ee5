"""Look for rubbish seldom while much is made that stays: to go through all of it time and again finds hardly any."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MANY = 100_000
"""How many things are made before Python looks which of them hold only each other."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let Python look for rubbish seldom for a while."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], _MANY) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
