"""Reading: what a search reads in a page, as the host's search would read it, in a fifth of its time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import islice
from typing import Final

KNOWN: Final = frozenset({"cc8a3ac0a8862662d11e87fefcdaa4a42d9ebd70a7943fa921c1c80e2661730b"})
"""Marks of the versions of the host's search of which we know that they read just so: a test compares them."""

_TOKEN = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)""")
_OTHER = re.compile(
    r"<(?:script|style|textarea|title|iframe|noscript|xmp|noembed|noframes|plaintext|!|\?)", re.IGNORECASE
)
"""What is read by rules of its own."""
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_EXCLUDED = re.compile(r"""(?:^|["'\s])data-search-exclude(?=[\s=/]|$)""")
_QUOTED = re.compile(r"""="[^"]*"|='[^']*'""")
_CLASS = re.compile(r"""\sclass\s*=\s*"([^"]*)\"""")
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"],
)
_ALWAYS = frozenset({"object", "script", "style"})


@dataclass(eq=False)
class Section:
    """A heading and what stands under it, up to the next."""

    tag: str
    depth: float = 0
    excluded: bool = False
    id: str | None = None
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def is_excluded(self) -> bool:
        """Tell whether a search must pass it by."""
        return self.excluded


def read(content: str) -> list[Section] | None:
    """Return the sections of a page; None when something in it is read by rules that are not ours to know."""
    if _OTHER.search(content):
        return None
    reader, at = _Reader(), 0
    for match in _TOKEN.finditer(content):
        if match.start() != at:
            return None
        at = match.end()
        end, tag, attributes, text = match.groups()
        if text is not None:
            reader.words(unescape(text) if "&" in text else text)
            continue
        tag = tag.lower()
        if end:
            reader.end(tag)
        else:
            reader.start(tag, attributes)
            if attributes.endswith("/"):
                reader.end(tag)
    return reader.found if at == len(content) else None


class _Reader:
    """Reads tags and words in their order. Elements are told apart by their names alone, as the host does."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.found: list[Section] = []
        self._section: Section | None = None
        self._around: list[str] = []
        self._permalinks = 0
        self._links: list[bool] = []
        self._skipped: set[str] = set(_ALWAYS)

    def start(self, tag: str, attributes: str) -> None:
        """Go into an element."""
        if tag in _VOID:
            return
        self._around.append(tag)
        self._links.append(tag == "a" and "headerlink" in attributes and _class(attributes) == "headerlink")
        self._permalinks += self._links[-1]
        names = _QUOTED.sub("", attributes) if "data-search-exclude" in attributes else ""
        excluded = bool(_EXCLUDED.search(names))
        if tag in _HEADS and (named := _ID.search(attributes)):
            depth = len(self._around)
            if tag != "h1" and not self.found:
                self.found.append(Section("hx", depth))
            self._section = Section(tag, depth, excluded)
            if self.found:
                self._section.id = unescape(named[1] if named[1] is not None else named[2])
            self.found.append(self._section)
        section = self._begun()
        if excluded or ("linenodiv" in attributes and _class(attributes) == "linenodiv"):
            self._skipped.add(tag)
        elif tag in _KEPT and self._skipped.isdisjoint(self._around):
            self._words_of(section).append(f"<{tag}>")

    def end(self, tag: str) -> None:
        """Leave an element."""
        around = self._around
        if not around or around[-1] != tag:
            return
        section = self._begun()
        if section.depth > len(around):
            for before in reversed(self.found):
                if before.depth <= len(around):
                    section.depth = float("inf")
                    self._section = section = before
                    break
        around.pop()
        self._permalinks -= self._links.pop()
        if tag in self._skipped:
            if tag not in _ALWAYS:
                self._skipped.remove(tag)
            return
        if tag in _KEPT and self._skipped.isdisjoint(around):
            words = self._words_of(section)
            index = words.index(f"<{tag}>")
            if not all(word.isspace() for word in islice(words, index + 1, None)):
                words.append(f"</{tag}>")
            else:
                del words[index:]

    def words(self, words: str) -> None:
        """Read words."""
        around = self._around
        if not self._skipped.isdisjoint(around):
            return
        fixed = "pre" in around
        if not fixed:
            words = " " if words.isspace() else words.replace("\n", " ")
        section = self._begun()
        if section.tag in around:
            if not self._permalinks:
                section.title.append(escape(words, quote=False))
        elif words.isspace():
            if not section.text or not section.text[-1].isspace() or fixed:
                section.text.append(words)
        else:
            section.text.append(escape(words, quote=False))

    def _begun(self) -> Section:
        if self._section is None:
            self._section = Section("hx")
            self.found.append(self._section)
        return self._section

    def _words_of(self, section: Section) -> list[str]:
        return section.title if section.tag in self._around else section.text


def _class(attributes: str) -> str:
    found = _CLASS.search(attributes)
    return unescape(found[1]) if found else ""
