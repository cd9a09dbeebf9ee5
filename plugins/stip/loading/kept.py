"""Kept: what YAML held when it was read before, so that after an edit only the files that changed are parsed again."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from stip.cache import Maker
from stip.loading.findings import Finding
from stip.loading.source import PARSER, Source, read_source
from stip.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.cache import Cache

LEAST = 2_000
"""Characters from which it is quicker to find a text than to parse it."""
_MAKER = Maker(("loading/files.py", "loading/kept.py", "loading/scalars.py", "loading/source.py", "loading/syntax.py"))
_CACHE: ContextVar[Cache | None] = ContextVar("cache", default=None)


@contextmanager
def keeping(cache: Cache | None) -> Iterator[None]:
    """Take what was read before from a cache, and keep in it what is not there."""
    token = _CACHE.set(cache)
    try:
        yield
    finally:
        _CACHE.reset(token)


def read_kept(text: str, file: str) -> tuple[Source, list[Finding]]:
    """Return what `read_source` does, and take no notice of what the file is called in what is kept."""
    cache = _CACHE.get()
    if cache is None or len(text) < LEAST:
        return read_source(text, file)
    key = _MAKER.key(PARSER, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    kept = cache.read(key)
    if kept is not None:
        return _unpacked(json.loads(kept), text, file)
    source, findings = read_source(text, file)
    cache.write(key, json.dumps(_packed(source, findings), separators=(",", ":")).encode("ascii"))
    return source, findings


def _packed(source: Source, findings: list[Finding]) -> list[Any]:
    """Return what came of reading a text, as numbers, texts and lists."""
    told = [[one.rule, one.place[1:], one.values, one.hint] for one in findings]
    spoilt = sorted(source.spoilt, key=repr)
    return [source.data, source.spots, [*source.forms.items()], spoilt, told]


def _unpacked(packed: list[Any], text: str, file: str) -> tuple[Source, list[Finding]]:
    data, spots, forms, spoilt, told = packed
    if spots is None:
        text = ""
    forms = {tuple(path): form for path, form in forms}
    source = Source(file, data, text, spots, forms, frozenset(map(tuple, spoilt)))
    return source, [Finding(rule, Place(file, *place), values, hint) for rule, place, values, hint in told]
