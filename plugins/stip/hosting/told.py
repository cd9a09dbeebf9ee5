"""Told: what the files for servers have in common: their head, in the site's language, and where the frames stand."""

from __future__ import annotations

import re

from stip.hosting.built import Built

MARK = "stip headers"
"""What the head of every file of ours says, so that no other is written over."""


def head(site: Built, sign: str, server: str, end: str = "") -> list[str]:
    """Return the first lines of a file: what made it, when to make it again, and what it needs."""
    words = site.words
    made = words("hosting.file.made", command=MARK)
    return [f"{sign} {text}{end}" for text in (made, words(f"hosting.file.{server}"))]


def frame_pattern(site: Built) -> str:
    """Return a pattern of the addresses of pages for frames; empty when the site has none."""
    if not site.frames:
        return ""
    ends = (f"{re.escape(root)}{'' if root.endswith('/') else '$'}" for root in site.frames)
    return f"^{re.escape(site.base)}(?:{'|'.join(ends)})"


def is_ours(text: str) -> bool:
    """Tell whether a file for a server is one that we made."""
    return MARK in text[:400]
