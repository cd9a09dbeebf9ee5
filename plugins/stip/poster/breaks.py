"""Give long words that no dictionary knows to break, as codes and foreign words, places where they may be broken."""

from __future__ import annotations

import re

from stip.text.fonts import Font, measure, wrap

SOFT = "\u00ad"
"""A hyphen that is only seen where a line ends."""
PIECES = 4
"""So many pieces go on a line."""
_OWN = re.compile(r"[-/]")
_KNOWN = re.compile(r"[a-z\u00c0-\u017e]+", re.IGNORECASE)
"""What typst breaks by its dictionaries; a digit or a foreign letter keeps it from that."""
_STUCK = re.compile(r"[^aeiouy\u00c0-\u017e]{12}", re.IGNORECASE)
"""But not without vowels."""


def breakable(text: str, font: Font, size: float, width: float) -> str:
    """Return a text of which every word can be broken so that it fits in `width`, in the unit of `size`."""
    return "".join(_word(word, font, size, width) for word in re.split(r"(\s+)", text))


def _word(word: str, font: Font, size: float, width: float) -> str:
    parts = [part.strip(".,:;!?()'\"\u2018\u2019\u201c\u201d") for part in _OWN.split(word)]
    if all(measure(part, font, size) <= width or _is_known(part) for part in parts):
        return word
    pieces, rest = [], word
    for line in wrap(word, font, size, width / PIECES, len(word)):
        piece = line if rest.startswith(line) else line[:-1]
        pieces.append(piece)
        rest = rest[len(piece) :]
    return SOFT.join(pieces)


def _is_known(part: str) -> bool:
    return _KNOWN.fullmatch(part) is not None and not _STUCK.search(part)
