"""Reasons: why the system refuses a file, in the words of the reader."""

from __future__ import annotations

import errno

from stip.text.words import Words


def reason(error: OSError, words: Words) -> str:
    """Return why; what is so rare that there are no words for it, as the system says it."""
    key = f"reasons.{errno.errorcode.get(error.errno or 0, '')}"
    return words(key) if key in words else error.strerror or type(error).__name__
