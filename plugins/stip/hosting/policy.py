"""Policy: what a browser may load and run for a page, and who may frame it; never everything that stands in a page."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

NOBODY = ("'none'",)
"""Whom a page that may stand in no frame names."""


def fingerprint(text: str) -> str:
    """Return how a policy names a script or style that stands in a page: by its content."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@dataclass(frozen=True)
class Policy:
    """The sources of one kind of page, each a tuple of what a policy names."""

    scripts: tuple[str, ...] = ()
    """Fingerprints of scripts in the pages."""
    styles: tuple[str, ...] = ()
    """Fingerprints of styles in the pages."""
    attributes: tuple[str, ...] = ()
    """Fingerprints of `style=` in the pages."""
    servers: tuple[str, ...] = ()
    """Other servers of which pages may show pictures, films and frames."""
    frames: tuple[str, ...] = NOBODY
    """Who may frame the pages."""

    def directives(self, *, in_page: bool = False) -> tuple[str, ...]:
        """Return the directives; with `in_page` those that a page can give for itself, which are not all."""
        own = ("'self'",)
        shown = {
            "default-src": NOBODY,
            "script-src": (*own, *self.scripts),
            "style-src": (*own, *self.styles),
            "style-src-attr": ("'unsafe-hashes'", *self.attributes) if self.attributes else (),
            "img-src": (*own, "data:", *self.servers),
            "media-src": (*own, *self.servers),
            "frame-src": (*own, *self.servers),
            "font-src": own,
            "connect-src": own,
            "worker-src": own,
            "manifest-src": own,
            "form-action": own,
            "base-uri": NOBODY,
            "frame-ancestors": () if in_page else self.frames,
        }
        return tuple(f"{name} {' '.join(sources)}" for name, sources in shown.items() if sources)

    def text(self, *, in_page: bool = False) -> str:
        """Return the value of the header."""
        return "; ".join(self.directives(in_page=in_page))


PAPERS = "frame-ancestors 'self'"
"""The policy of a PDF: it stands in frames of the site itself at most; what shows it brings scripts of its own."""
PICTURES = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of a picture (SVG) that is opened by itself: nothing in it runs; its own styles are its own affair."""

_ORIGIN = re.compile(r"https?://(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?", re.IGNORECASE)


def is_origin(text: str) -> bool:
    """Tell whether a text names a server as a policy does: with its scheme, without a path."""
    return _ORIGIN.fullmatch(text) is not None


def policy_of(
    scripts: Iterable[str],
    styles: Iterable[str],
    attributes: Iterable[str],
    servers: tuple[str, ...] = (),
    frames: tuple[str, ...] = NOBODY,
) -> Policy:
    """Make the policy of pages that hold these texts, in an order that follows from the texts alone."""
    return Policy(_marks(scripts), _marks(styles), _marks(attributes), servers, frames)


def _marks(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({fingerprint(text) for text in texts}))
