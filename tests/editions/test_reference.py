"""What readers saw before is the newest edition that differs from the roadmap as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from stip.editions import Edition, reference, snapshot
from stip.model import Roadmap

Make = Callable[..., Roadmap]


def frozen(roadmap: Roadmap, name: str, day: str) -> Edition:
    return snapshot(roadmap, name).model_copy(update={"date": dt.date.fromisoformat(day)})


def test_the_newest_edition_that_differs(make: Make) -> None:
    now, before = snapshot(make()), make(a={"when": "2026-10"})
    oldest = frozen(make(b=None), "zz-first", "2026-01-01")
    old, same = frozen(before, "aa-second", "2026-05-01"), frozen(make(), "mm-third", "2026-11-16")
    assert reference(now, (oldest, old, same)) is old
    assert reference(now, (same, old, oldest)) is old
    assert reference(now, (oldest, old)) is old


def test_no_edition_or_none_that_differs(make: Make) -> None:
    now = snapshot(make())
    assert reference(now, ()) is None
    assert reference(now, (frozen(make(), "same", "2026-01-01"),)) is None
