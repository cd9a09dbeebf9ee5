"""Logo: the site's own mark, as SVG that does nothing inside a page but be seen."""

from __future__ import annotations

import re
from xml.parsers import expat

_ELEMENTS = frozenset({
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "pattern",
    "clipPath", "mask", "marker", "image", "a", "switch", "view", "filter", "feBlend", "feColorMatrix",
    "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
    "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
    "feSpotLight", "feTile", "feTurbulence",
})  # fmt: skip
"""What a picture is made of. A style would hold for the whole page, and what moves could change an address."""
_BARE = frozenset({"title", "desc"})
"""In these a page reads HTML, so they may hold text alone."""
_OUT = re.compile(r"(?!#|data:image/(?:png|jpeg|gif|webp);)", re.IGNORECASE)
_ASKS = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|expression\(", re.IGNORECASE)
LARGEST = 1_000_000
"""Largest logo, in bytes: it stands in every page."""


class LogoError(ValueError):
    """A logo that cannot be put into a page; its text is the part that may not be there, empty when it is no SVG."""


def safe_logo(data: bytes) -> str:
    """Return a logo from its `<svg` on: what an editor puts before it has no place inside a page. Raises LogoError."""
    _, mark, rest = data.decode("utf-8", errors="replace").partition("<svg")
    if not mark or len(data) > LARGEST:
        raise LogoError
    text = (mark + rest).rstrip("\ufeff\0 \r\n\t")
    _read(text)
    return text


def _read(text: str) -> None:
    """Read a picture as XML, and refuse in it all that is no part of a picture. Raises LogoError."""
    reader = expat.ParserCreate()
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if (":" not in name and name not in _ELEMENTS) or (inside and inside[-1] in _BARE):
            raise LogoError(f"<{name}")
        inside.append(name)
        for key, value in attributes.items():
            local = key.rpartition(":")[2].lower()
            leads = local == "href" and _OUT.match(value.strip()) and not (name == "a" and _is_page(value))
            if local.startswith("on") or local in {"src", "srcdoc"} or leads or _ASKS.search(value):
                raise LogoError(f"{key}=")

    def end(_: str) -> None:
        inside.pop()

    def refuse(*_: object) -> None:
        raise LogoError("<!")  # a page reads these otherwise than XML does, and could find more in them

    def comment(said: str) -> None:
        if said.startswith((">", "->")) or "--!" in said or "<!--" in said:
            refuse()

    reader.StartElementHandler, reader.EndElementHandler = start, end
    reader.StartCdataSectionHandler, reader.ProcessingInstructionHandler = refuse, refuse
    reader.StartDoctypeDeclHandler, reader.CommentHandler = refuse, comment
    try:
        reader.Parse(text.encode("utf-8"), True)  # noqa: FBT003 - that the text ends here
    except expat.ExpatError as error:
        raise LogoError from error


def _is_page(address: str) -> bool:
    return address.strip().lower().startswith(("https:", "http:", "mailto:"))
