"""Clock: how much of a build is ours."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Clock:
    """Tells how long a build takes, and how much of that is spent in our own events, in seconds."""

    def __init__(self) -> None:
        """Begin a build."""
        self.began = time.perf_counter()
        self.own = 0.0
        self._inside = False

    def add(self, work: Callable[[], R]) -> R:
        """Do work of ours; what it does in turn counts once."""
        if self._inside:
            return work()
        self._inside, start = True, time.perf_counter()
        try:
            return work()
        finally:
            self._inside = False
            self.own += time.perf_counter() - start

    def told(self) -> str:
        """Say it in one line: `stip: 0.31 s of 4.20 s`."""
        return f"{self.own:.3f} s of {time.perf_counter() - self.began:.3f} s"


class _Timed(Protocol):
    clock: Clock


T = TypeVar("T", bound=_Timed)


def timed(event: Callable[Concatenate[T, P], R]) -> Callable[Concatenate[T, P], R]:
    """Let the clock of a plugin run as long as one of its events."""

    @functools.wraps(event)
    def inner(plugin: T, *args: P.args, **kwargs: P.kwargs) -> R:
        return plugin.clock.add(lambda: event(plugin, *args, **kwargs))

    return inner  # type: ignore[return-value]  # the name of the first parameter is nobody's business
