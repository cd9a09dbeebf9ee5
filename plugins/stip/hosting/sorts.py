"""Sorts: what each kind of file is, for servers that would guess, and how long a browser may keep it."""

from __future__ import annotations

from typing import Final

_OFFICE = "application/vnd.openxmlformats-officedocument"

SORTS: Final = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "csv": "text/csv",
    "ics": "text/calendar",
    "dot": "text/vnd.graphviz",
    "xml": "application/atom+xml",
    "atom": "application/atom+xml",
    "json": "application/json",
    "map": "application/json",
    "pdf": "application/pdf",
    "gz": "application/gzip",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "zip": "application/zip",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "vtt": "text/vtt",
}
"""The sort of a file by the end of its name: what a site publishes, and what people put beside it."""
EXCEPTION: Final = ("sitemap.xml", "text/xml")
"""The one file of that end that is no feed."""
_WORDS: Final = frozenset({"application/json", "application/atom+xml", "image/svg+xml"})


def has_letters(sort: str) -> bool:
    """Tell whether a file of this sort is text, of which a server says that it is UTF-8."""
    return sort.startswith("text/") or sort in _WORDS


CHARSET: Final = "utf-8"
FONTS: Final = "woff2"
"""The files that keep their content under their name."""
KEPT: Final = 30 * 24 * 60 * 60
"""For how many seconds a browser keeps those without asking."""
ASK: Final = "no-cache"
"""Of everything else it asks each time whether there is something newer, and fetches nothing when there is not."""
NEVER: Final = "no-store"
"""Of what only those who steer may read nothing stays on a computer."""

ALWAYS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
"""What every answer says, whatever it holds."""
