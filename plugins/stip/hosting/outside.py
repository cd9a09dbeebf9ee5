"""Outside: what a page would ask of another server by itself, on a network that may have no way out.

Every page of every build is looked through, so this looks for addresses, and reads a tag only around one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"""//(?!www\.w3\.org/)[\w\[][^\s"'<>)]*""")
"""An address from its server on; names of XML are not asked for. It begins with plain letters: that is found fast."""
_BEFORE = re.compile(r"""(?:^|["'=(,\s])((?:https?:)?)$""", re.IGNORECASE)
"""What stands before it where a tag, a style or a script may have an address."""
_TAG = re.compile(r"<([a-zA-Z][\w:-]*)")
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*["']?[^"'=]*$""")
_RELATION = re.compile(r"""\brel\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_FETCHED = frozenset({"src", "srcset", "imagesrcset", "poster", "style", "background"})
"""Attributes of which a browser fetches the address by itself, on whatever tag they stand."""
_PICTURES = frozenset({"image", "use", "feimage"})
"""Tags of SVG that fetch what their link leads to."""
_RELATIONS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect"}
    | {"dns-prefetch", "mask-icon"}
)
_SCRIPTS = frozenset({"", "module", "text/javascript", "application/javascript"})
_IN_STYLES = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])((?:https?:)?//[^\s"')]+)""", re.IGNORECASE)


def asked(text: str, allowed: Container[str] = ()) -> Iterator[str]:
    """Yield each address outside of which a browser that shows this page asks something without a click.

    `allowed` holds the servers that it may ask, as `server_of` names them. A link to another site asks nothing.
    """
    for match in _ADDRESS.finditer(text):
        before = _BEFORE.search(text[max(0, match.start() - 7) : match.start()])
        if before is None or not _is_fetched(text, match.start() - len(before[1])):
            continue
        address = before[1] + match[0].rstrip(",;")
        if server_of(address) not in allowed:
            yield address


def asked_by_style(text: str, allowed: Container[str] = ()) -> Iterator[str]:
    """Yield each address outside of which a style sheet makes a browser ask something."""
    for match in _IN_STYLES.finditer(text):
        if server_of(match[1]) not in allowed:
            yield match[1]


def server_of(address: str) -> str:
    """Return the server of an address, in small letters, with its port; empty when it has none."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:  # not an address at all
        return ""


def draws_with_mermaid(text: str) -> bool:
    """Tell whether a page has a drawing for which the theme would fetch Mermaid from the internet."""
    return '<pre class="mermaid"' in text or '<div class="mermaid"' in text


def _is_fetched(text: str, place: int) -> bool:
    """Tell whether the address at a place of a page stands where a browser fetches it."""
    start = text.rfind("<", 0, place)
    tag = _TAG.match(text, start) if start >= 0 else None
    if tag is None:
        return False
    name, inside = tag[1].lower(), text[start:place]
    if ">" in inside:
        head = inside.partition(">")[0]
        return name == "style" or (name == "script" and _is_script(head))
    found = _ATTRIBUTE.search(inside)
    if found is None:
        return False
    attribute = found[1].lower()
    if attribute in {"href", "xlink:href"}:
        relation = _RELATION.search(text, start, text.find(">", place) + 1)
        relations = set(relation[1].lower().split()) if relation else set()
        return name in _PICTURES or (name == "link" and bool(relations & _RELATIONS))
    return attribute in _FETCHED or (name, attribute) == ("object", "data")


def _is_script(head: str) -> bool:
    """Tell whether what stands in this tag runs; data that a script reads does not."""
    kind = _TYPE.search(head)
    return (kind[1].lower() if kind else "") in _SCRIPTS
