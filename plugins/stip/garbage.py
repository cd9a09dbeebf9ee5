"""Garbage: the search for it put off while a roadmap becomes millions of values, hardly one of which goes to waste."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def garbage_kept() -> Iterator[None]:
    """Put off the search: of a large roadmap it took a quarter of the time of loading, and a tenth of making the site.

    When it goes on, what was made is old, or everything would be searched three times before it is.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
