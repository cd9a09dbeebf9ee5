"""Reading: what a search reads in a page, as the host's search would read it, in a fifth of its time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import islice
from typing import Final

KNOWN: Final = frozenset({"cc8a3ac0a8862662d11e87fefcdaa4a42d9ebd70a7943fa921c1c80e2661730b"})
"""Marks of the versions of the host's search of which we know that they read just so: a test compares them."""

_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*)>""")
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
    # Words, and four by four: whether a tag ends, its name, its attributes, the words after it.
    first, *parts = _TAG.split(content)
    if "<" in first or "<" in "".join(parts[3::4]):
        return None
    reader = _Reader()
    if first:
        reader.words(first)
    for end, name, attributes, words in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        tag = name.lower()
        if end:
            reader.end(tag)
        else:
            reader.start(tag, attributes)
            if attributes.endswith("/"):
                reader.end(tag)
        if words and not reader.hidden:
            reader.words(words)
    return reader.found


class _Reader:
    """Reads tags and words in their order. Elements are told apart by their names alone, as the host does."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.found: list[Section] = []
        self.hidden = 0
        """In how many elements of a name that is skipped."""
        self._section: Section | None = None
        self._around: list[str] = []
        self._titled = False
        """Whether in an element with the name of the heading of the section."""
        self._permalinks = 0
        self._links: list[bool] = []
        self._skipped: set[str] = set(_ALWAYS)

    def start(self, tag: str, attributes: str) -> None:
        """Go into an element."""
        if tag in _VOID:
            return
        self._around.append(tag)
        if tag in self._skipped:
            self.hidden += 1
        if tag == "a":
            self._links.append("headerlink" in attributes and _class(attributes) == "headerlink")
            self._permalinks += self._links[-1]
        excluded = "data-search-exclude" in attributes and bool(_EXCLUDED.search(_QUOTED.sub("", attributes)))
        if tag in _HEADS:
            self._head(tag, attributes, excluded=excluded)
        section = self._section or self._begin()
        if tag == section.tag:
            self._titled = True
        if excluded or ("linenodiv" in attributes and _class(attributes) == "linenodiv"):
            self._skip(tag)
        elif tag in _KEPT and not self.hidden:
            (section.title if self._titled else section.text).append(f"<{tag}>")

    def end(self, tag: str) -> None:
        """Leave an element."""
        around = self._around
        if not around or around[-1] != tag:
            return
        section = self._section or self._begin()
        if section.depth > len(around):
            section = self._back(section)
        around.pop()
        if tag == "a":
            self._permalinks -= self._links.pop()
        if tag == section.tag:
            self._titled = tag in around
        if tag in self._skipped:
            self._unskip(tag)
        elif tag in _KEPT and not self.hidden:
            words = section.title if self._titled else section.text
            index = words.index(f"<{tag}>")
            if not all(word.isspace() for word in islice(words, index + 1, None)):
                words.append(f"</{tag}>")
            else:
                del words[index:]

    def words(self, words: str) -> None:
        """Read words that are not hidden."""
        if "&" in words:
            words = unescape(words)
        fixed = "pre" in self._around
        if not fixed:
            words = " " if words.isspace() else words.replace("\n", " ")
        section = self._section or self._begin()
        if self._titled:
            if not self._permalinks:
                section.title.append(escape(words, quote=False))
        elif not words.isspace():
            section.text.append(escape(words, quote=False))
        elif fixed or not section.text or not section.text[-1].isspace():
            section.text.append(words)

    def _begin(self) -> Section:
        """Begin with what stands before any heading."""
        self._section = Section("hx")
        self.found.append(self._section)
        return self._section

    def _head(self, tag: str, attributes: str, *, excluded: bool) -> None:
        """Begin a section at a heading that has an address."""
        named = _ID.search(attributes)
        if not named:
            return
        depth = len(self._around)
        if tag != "h1" and not self.found:
            self.found.append(Section("hx", depth))
        self._section = Section(tag, depth, excluded)
        if self.found:
            self._section.id = unescape(named[1] if named[1] is not None else named[2])
        self.found.append(self._section)

    def _back(self, section: Section) -> Section:
        """Go back to the section around the one that ends here, when there is one."""
        for before in reversed(self.found):
            if before.depth <= len(self._around):
                section.depth = float("inf")
                self._section = before
                self._titled = before.tag in self._around
                return before
        return section

    def _skip(self, tag: str) -> None:
        """Pass by all that is in elements of a name."""
        if tag not in self._skipped:
            self._skipped.add(tag)
            self.hidden += self._around.count(tag)

    def _unskip(self, tag: str) -> None:
        """Leave an element that is passed by: the first to end is taken for the one that began it."""
        self.hidden -= 1
        if tag not in _ALWAYS:
            self._skipped.remove(tag)
            self.hidden -= self._around.count(tag)


def _class(attributes: str) -> str:
    found = _CLASS.search(attributes)
    return unescape(found[1]) if found else ""
