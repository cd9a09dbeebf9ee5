"""What a page holds that a policy must know: scripts and styles in the page itself, and what cannot be allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

_JAVASCRIPT = re.compile(r"[\s\x00-\x1f]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)
"""A link that runs a script; browsers pass by white space within the word."""
_LINKS = frozenset({"href", "xlink:href", "src", "action", "formaction"})
_RUNS = frozenset({"", "module", "importmap", "speculationrules"})
"""Kinds of script, besides the names of JavaScript, that a policy is asked about; any other kind is data."""
_NAMES = re.compile(r"(?:application|text)/(?:x-)?(?:java|ecma|j|live)script[\d.]*", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


@dataclass(frozen=True)
class Refused:
    """Something that no policy can allow without allowing everything: its line, what it is, and where it stands."""

    line: int
    kind: str
    """`handler` (`onclick=`), `link` (`javascript:`), `base`, or `plugin` (object, embed)."""
    tag: str
    name: str


@dataclass
class Held:
    """What one page holds, as the browser would see it."""

    scripts: list[str] = field(default_factory=list)
    """The text of each script in the page that runs."""
    styles: list[str] = field(default_factory=list)
    """The text of each `<style>`."""
    attributes: list[str] = field(default_factory=list)
    """The value of each `style=`."""
    refused: list[Refused] = field(default_factory=list)
    is_frame: bool = False
    """Whether the page is one of ours for a frame in another site."""


_PLAIN = re.compile(r"<script\b[^>]*>.*?</script\s*>|<body\b[^>]*>", re.DOTALL | re.IGNORECASE)
_MORE = (
    re.compile(r"<(?:!--|!\[|/?[sS][tT][yY][lL][eE]|[oO][bB][jJ]|[eE][mM][bB]|[bB][aA][sS][eE])"),
    re.compile(r"\s(?:[oO][nN][a-zA-Z]+|[sS][tT][yY][lL][eE])\s*="),
    re.compile(r"""=\s*["']?[\x00-\x20]*(?:[jJ]\s*(?:&|[aA]\s*[vV&])|&(?:\#|[TN]))"""),
)
"""What takes a page to be read whole, tag by tag; most pages hold thousands of tags, and none of this."""


def held(text: str) -> Held:
    """Read a page."""
    reader = _Reader()
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # as browsers do, before they take a fingerprint
    plain = "".join(_PLAIN.findall(text))
    if "<svg" not in plain and not any(_has_more(part) for part in _PLAIN.split(text)):
        text = plain
    reader.feed(text)
    reader.close()
    return reader.held


def _has_more(part: str) -> bool:
    """Tell whether a page must be read whole because of what stands in this part, between two scripts."""
    is_open = part.count("<svg") != part.count("</svg")  # the script that follows stands in a drawing
    return is_open or any(more.search(part) for more in _MORE)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.held = Held()
        self._texts: list[str] | None = None
        self._drawings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._drawings += tag == "svg"
        for name, value in attrs:
            if name[:2] == "on" and name.isalpha():
                self._refuse("handler", tag, name)
            elif name == "style" and value:
                self.held.attributes.append(value)
            elif value and name in _LINKS and _JAVASCRIPT.match(value):
                self._refuse("link", tag, name)
        if tag in {"script", "style"}:
            self._texts = [] if tag == "style" or _runs(dict(attrs)) else None
        elif tag in {"object", "embed"}:
            self._refuse("plugin", tag, "")
        elif tag == "base":
            self._refuse("base", tag, "")
        elif tag == "body":
            self.held.is_frame = "stip-embed" in (dict(attrs).get("class") or "").split()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in {"svg", "style", "script"}:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if self._texts is not None:
            self._texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._drawings -= tag == "svg"
        if tag not in {"script", "style"} or self._texts is None:
            return
        text = "".join(self._texts)
        if self._drawings > 0:  # there a browser reads it as any other text
            text = "".join(part if odd else unescape(part) for odd, part in _parts(text))
        (self.held.scripts if tag == "script" else self.held.styles).append(text)
        self._texts = None

    def _refuse(self, kind: str, tag: str, name: str) -> None:
        self.held.refused.append(Refused(self.getpos()[0], kind, tag, name))


def _parts(text: str) -> list[tuple[bool, str]]:
    """Return the text outside (False) and inside (True) of CDATA, in order."""
    return [(bool(place % 2), part) for place, part in enumerate(_CDATA.split(text))]


def _runs(attributes: dict[str, str | None]) -> bool:
    """Tell whether a script stands in the page itself and runs: one with an address is known by its address."""
    kind = (attributes.get("type") or "").strip().lower()
    return "src" not in attributes and (kind in _RUNS or _NAMES.fullmatch(kind) is not None)
