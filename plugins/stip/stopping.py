"""Stopping: a request of the system to end is a way out on which everything is tidied up, as Ctrl-C is."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = ("SIGTERM", "SIGHUP")
"""What a system, a pipeline or a terminal that closes sends; Windows has only the first."""


class StoppedError(KeyboardInterrupt):
    """The system asked the program to end; `signal` is the number of the request."""

    def __init__(self, number: int) -> None:
        """Keep the number."""
        super().__init__(number)
        self.signal = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise StoppedError in what runs when the system asks to end; where others listen already, they go on."""
    if threading.current_thread() is not threading.main_thread():  # only there signals arrive
        yield
        return
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    taken = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, _frame: object) -> NoReturn:
    raise StoppedError(number)
