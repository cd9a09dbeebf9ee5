"""Plain: what commands print, with every sign that a terminal would obey written out."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from typing import Any, TextIO, cast

from stip.problems import visible


class _Plain:
    """A stream that writes to another what people may safely see; all else is as it is there."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write a text. A message may quote what anyone has put into a file, or into its name."""
        return self.stream.write(visible(text))

    def __getattr__(self, name: str) -> Any:
        """Return what the stream itself has."""
        return getattr(self.stream, name)


@contextlib.contextmanager
def plainly() -> Iterator[None]:
    """Write out what a terminal would obey, in all that is printed."""
    out, err = (cast("TextIO", _Plain(stream)) for stream in (sys.stdout, sys.stderr))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield


def print_utf8() -> None:
    """Print UTF-8 from here on: programs read it, whatever Windows would write."""
    out: object = sys.stdout
    stream = out.stream if isinstance(out, _Plain) else out
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
