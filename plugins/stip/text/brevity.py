"""Say less of what is long: the beginning of a text, and a few of many names."""

from __future__ import annotations

from collections.abc import Sequence


def beginning(text: str, most: int) -> str:
    """Return a text on one line; of one with more than `most` characters the beginning, up to a whole word."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    # One character more, for a word may end right there.
    whole = text[: most + 1].rpartition(" ")[0]
    return (whole or text[:most]).rstrip(" ,.:;-") + " …"


def few(names: Sequence[str], most: int) -> str:
    """Return names as a list in a sentence, the first `most` of them."""
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")
