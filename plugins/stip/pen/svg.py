"""Write SVG: elements, escaped text, numbers, links."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
NAMESPACES = {"xmlns": SVG, "xmlns:xlink": XLINK}
"""What the outermost element of a drawing declares."""
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def rounded(value: float) -> str:
    """Write a coordinate to a tenth."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


class _Short(dict[str, str]):
    """What is written for each coordinate to a tenth: a drawing has thousands of them, and few that differ."""

    def __missing__(self, tenth: str) -> str:
        short = "0" if tenth == "-0.0" else tenth.removesuffix(".0")
        if short.startswith("0."):
            short = short[1:]
        elif short.startswith("-0."):
            short = f"-{short[2:]}"
        self[tenth] = short
        return short


SHORT = _Short()
"""Coordinates as short as they go, by how `format(value, ".1f")` writes them."""


def number(value: float) -> str:
    """Write a coordinate to a tenth, as short as it goes: without the zero before the point."""
    return SHORT[f"{value:.1f}"]


def clean(text: str) -> str:
    """Return text on one line and safe between tags."""
    return escape(_xml(" ".join(text.split())), quote=False)


def _xml(text: str) -> str:
    """Leave out what XML has no place for; what can be printed has none of it, and that is known sooner."""
    return text if text.isprintable() else _NO_XML.sub("", text)


class _Classes(dict[str, str]):
    """The attribute of each class: few words, said of thousands of elements."""

    def __missing__(self, cls: str) -> str:
        self[cls] = written = f' class="{escape(_xml(cls))}"' if cls else ""
        return written


_CLASSES = _Classes()


class _Names(dict[str, str]):
    """How attributes are written, by their names in Python."""

    def __missing__(self, key: str) -> str:
        self[key] = written = key.replace("_", "-")
        return written


_NAMES = _Names({"cls": "class", "xlink_href": "xlink:href", "view_box": "viewBox"})


def element(name: str, *children: str, **attributes: str | float | None) -> str:
    """Write an element; attributes that are None or empty are left out, numbers are rounded to a tenth."""
    parts = [name]
    for key, value in attributes.items():
        if value is None or value == "":
            continue
        shown = escape(_xml(value)) if isinstance(value, str) else SHORT[f"{value:.1f}"]
        parts.append(f'{_NAMES[key]}="{shown}"')
    start = " ".join(parts)
    return f"<{start}>{''.join(children)}</{name}>" if children else f"<{start}/>"


def group(*children: str, cls: str = "", **attributes: str | float | None) -> str:
    """Write a group, or nothing when it would be empty."""
    inside = "".join(children)
    return element("g", inside, cls=cls, **attributes) if inside else ""


def path(d: str, cls: str, **attributes: str | float | None) -> str:
    """Write a path of the given class; `d` is path data of a pen, in which nothing needs escaping."""
    if attributes:
        return element("path", cls=cls, d=d, **attributes) if d else ""
    return f'<path{_CLASSES[cls]} d="{d}"/>' if d else ""


def rect(cls: str, x: float, y: float, w: float, h: float, r: float) -> str:
    """Write a rectangle of the given class with rounded corners."""
    place = f'x="{SHORT[f"{x:.1f}"]}" y="{SHORT[f"{y:.1f}"]}"'
    size = f'width="{SHORT[f"{w:.1f}"]}" height="{SHORT[f"{h:.1f}"]}"'
    return f'<rect{_CLASSES[cls]} {place} {size} rx="{SHORT[f"{r:.1f}"]}"/>'


def text(words: str, x: float, y: float, size: float, cls: str, anchor: str = "") -> str:
    """Write one line of text; `anchor` is middle or end, else it starts at x."""
    at = f'x="{SHORT[f"{x:.1f}"]}" y="{SHORT[f"{y:.1f}"]}" font-size="{SHORT[f"{size:.1f}"]}"'
    end = f' text-anchor="{anchor}"' if anchor else ""
    return f"<text{_CLASSES[cls]} {at}{end}>{clean(words)}</text>"


def lines(words: Sequence[str], x: float, y: float, size: float, leading: float, cls: str, anchor: str = "") -> str:
    """Write lines of text under each other; y is the base line of the first."""
    return "".join(text(line, x, y + i * leading, size, cls, anchor) for i, line in enumerate(words))


def leads(href: str) -> bool:
    """Tell whether an address leads anywhere: to a page or file, or by mail; none that runs something."""
    return bool(href) and (not _SCHEME.match(href) or href.lower().startswith(_SAFE_SCHEMES))


def link(href: str, name: str, *children: str, cls: str, **attributes: str | float | None) -> str:
    """Write a link whose name, for screen readers and as a tooltip, is `name`; an odd address gives no link."""
    title = element("title", clean(name)) if name else ""
    if not leads(href):
        return element("g", title, *children, cls=cls, **attributes)
    # `xlink:href` on purpose: plain `href` in SVG breaks the host's instant navigation.
    return element("a", title, *children, cls=cls, xlink_href=href, **attributes)


def data(values: Mapping[str, str]) -> dict[str, str]:
    """Return values as data attributes."""
    return {f"data-{name}": value for name, value in values.items()}


def drawing(
    id: str,  # noqa: A002
    width: float,
    height: float,
    *children: str,
    cls: str,
    title: str = "",
    description: str = "",
    fit: str = "",
) -> str:
    """Write the whole drawing: named by its title and description, or hidden when it has no title."""
    attributes: dict[str, str | float | None] = {
        "cls": f"stip-drawing {cls}",
        "id": id,
        "view_box": f"0 0 {number(width)} {number(height)}",
        "preserveAspectRatio": fit,
        **NAMESPACES,
    }
    if not title:
        return element("svg", *children, aria_hidden="true", focusable="false", **attributes)
    names = [element("title", clean(title), id=f"{id}-title")]
    described = None
    if description:
        names.append(element("desc", clean(description), id=f"{id}-desc"))
        described = f"{id}-desc"
    return element(
        "svg",
        *names,
        *children,
        role="group",
        aria_labelledby=f"{id}-title",
        aria_describedby=described,
        **attributes,
    )
