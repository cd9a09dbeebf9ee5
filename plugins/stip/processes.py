"""Processes: long work done by several at once, where a system can copy a process; what comes out is the same.

A copy has all that its original had, so that nothing need be handed to it, and hands back what it made. Whatever goes
wrong in one (no memory, killed, a fault in the work) counts for nothing: its share is done here after all, and a fault
in it shows itself as if there were one process.
"""

from __future__ import annotations

import functools
import gc
import multiprocessing
import os
import pickle
import sys
import threading
import warnings
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, Self, TypeVar, cast

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from types import TracebackType

T = TypeVar("T")
R = TypeVar("R")

ASKED = "STIP_PROCESSES"
"""The variable of the environment that tells how many processes there may be; 1 for no other than this one."""
MOST = 4
"""More are hardly faster, for what they made is gathered by one, and each takes memory."""


def count() -> int:
    """Return how many processes may work at once: one where a copy is not safe, or too dear."""
    # A copy holds only the thread that made it, and the locks of all: beside other threads that may never end. Only
    # Linux copies a process whole; elsewhere each would read everything again.
    if sys.platform != "linux" or _Copy.is_one or threading.active_count() > 1:
        return 1
    asked = os.environ.get(ASKED, "")
    return max(1, int(asked)) if asked.isdecimal() else min(MOST, len(os.sched_getaffinity(0)))


class _Copy:
    is_one = False


class Begun(Generic[R]):
    """Work that another process does meanwhile, or that is done here when asked for; it ends with its context."""

    def __init__(self, work: Callable[[], R]) -> None:
        """Begin."""
        self._work = work
        self._process = None
        if count() == 1:
            return
        context = multiprocessing.get_context("fork")
        self._made, end = context.Pipe(duplex=False)
        process = context.Process(target=_hand_over, args=(work, end), daemon=True)
        try:
            with warnings.catch_warnings():  # of threads of libraries that rest, and that no copy asks for anything
                warnings.simplefilter("ignore", DeprecationWarning)
                process.start()
            self._process = process
        except OSError:  # no memory or no more processes
            self._made.close()
        finally:
            end.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def done(self) -> R:
        """Wait for it, and return what it came to; raise what the work raises."""
        if self._process is None:
            return self._work()
        try:
            return cast("R", self._made.recv())
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._work()
        finally:
            self.end()

    def end(self) -> None:
        """Stop it, whatever it came to."""
        if self._process is not None:
            self._made.close()
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None


def _hand_over(work: Callable[[], R], end: Connection) -> None:
    """Work in a copy, and send what it came to; a fault is told by sending nothing."""
    _Copy.is_one = True
    gc.disable()  # it would write to all memory that is shared with the original, and that is soon given back
    try:
        made = pickle.dumps(work(), protocol=pickle.HIGHEST_PROTOCOL)
    except BaseException:  # noqa: BLE001 - the original meets it again, and tells it
        return
    end.send_bytes(made)


def in_shares(work: Callable[[Sequence[T]], list[R]], items: Sequence[T], *, least: int) -> list[R]:
    """Return what work makes of the items, one for each and in their order, worked on by several processes at once.

    `work` must make of each item the same whatever the others are. No process gets fewer than the `least` number.
    """
    shares = max(1, min(count(), len(items) // least))
    if shares == 1:
        return work(items)
    others = [Begun(functools.partial(work, items[number::shares])) for number in range(1, shares)]
    found: list[R | None] = [None] * len(items)
    try:
        found[::shares] = work(items[::shares])
        for number, other in enumerate(others, 1):
            found[number::shares] = other.done()
    finally:
        for other in others:
            other.end()
    return cast("list[R]", found)
