"""Lookup: what a person asks to have explained, forgiven how it was typed."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stip.loading.codes import RULES
from stip.manual.keys import Key, Part, parts
from stip.manual.messages import Family, Message, families, messages
from stip.manual.options import options
from stip.model import Step, Unit
from stip.text.words import LANGUAGES

_OPTIONS = ("mkdocs", "mkdocs.yml", "stip")
"""What options of the plugin may be called by, before their own name."""
_CLOSE = 0.6
_FEW = 4


@dataclass(frozen=True)
class Found:
    """What is known by a name: at most one message or family, a record, and keys and options that are called so."""

    message: Message | None = None
    family: Family | None = None
    part: Part | None = None
    keys: tuple[tuple[Part, Key], ...] = ()
    options: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nobody knows what was asked for."""
        return not (self.message or self.family or self.part or self.keys or self.options)


def find(what: str, language: str) -> Found:
    """Return all that is meant by a code, rule, group of codes, record, list or key, however it was typed."""
    asked = _plain(what)
    if code := _codes().get(asked):
        return Found(message=messages(language)[code])
    if name := _families().get(asked):
        return Found(family=families(language)[name])
    before, dot, name = what.strip().rpartition(".")
    if dot and _plain(before) in _OPTIONS:
        return Found(options=_options(name, language))
    inside = _parts(language).get(_plain(before)) or _parts(language).get(_plain(before.rpartition(".")[2]))
    if dot and inside:
        return _of_part(inside, name) or Found(options=_options(what, language))
    part = _parts(language).get(asked)
    named = _keys(language).get(asked, ())
    # A list stands in roadmap.yaml as a key: who asks for it wants what is in it.
    keys = tuple((known, key) for known, key in named if part is None or not _leads_to(key, part))
    return Found(part=part, keys=keys, options=_options(what, language))


def _of_part(part: Part, name: str) -> Found | None:
    keys = tuple((part, key) for key in part.keys if _plain(key.name) == _plain(name))
    return Found(keys=keys) if keys else None


def _leads_to(key: Key, part: Part) -> bool:
    """Tell whether under a key stands the record itself."""
    return any(form.model is part.model for form in key.form.parts)


def _options(name: str, language: str) -> tuple[str, ...]:
    asked = _plain(name)
    return tuple(one for one in options(language) if asked in {_plain(one), _plain(one.rpartition(".")[2])})


def nearest(what: str, language: str) -> tuple[str, ...]:
    """Return the names that look most like what was asked for, at most a few."""
    known: dict[str, str] = {}
    for name in names(language):
        known.setdefault(_plain(name), name)
    before, dot, _ = what.rpartition(".")
    part = _parts(language).get(_plain(before)) if dot else None
    if part:
        known = {_plain(key.name): f"{part.label}.{key.name}" for key in part.keys}
    asked = _plain(what.rpartition(".")[2] if part else what)
    close = [known[name] for name in difflib.get_close_matches(asked, known, _FEW, _CLOSE)]
    if part and not close:  # the key may stand elsewhere
        close = [f"{one.label}.{key.name}" for one, key in _keys(language).get(asked, ())][:_FEW]
    return tuple(close)


def names(language: str) -> Iterator[str]:
    """Yield all that can be asked for: codes, groups, rules, records, lists, keys and options."""
    yield from messages(language)
    yield from families(language)
    for part in parts(language).values():
        yield part.label
    for part in parts(language).values():
        yield from (key.name for key in part.keys)
        yield from (f"{part.label}.{key.name}" for key in part.keys)
    yield from options(language)
    yield from RULES


def _plain(text: str) -> str:
    """Return a name without what people type otherwise: capitals, dashes, spaces, and noughts before a number."""
    return re.sub(r"0*(\d+)$", r"\1", re.sub(r"[\s_\u2013-]+", "", text.strip()).casefold())


@functools.cache
def _codes() -> Mapping[str, str]:
    """Return every code by how it and its rules may be typed."""
    found = {_plain(rule): known.code for rule, known in RULES.items()}
    return found | {_plain(known.code): known.code for known in RULES.values()}


@functools.cache
def _families() -> Mapping[str, str]:
    """Return every group of codes by how it may be typed."""
    return {_plain(name): name for name in families(LANGUAGES[0])}


@functools.cache
def _keys(language: str) -> Mapping[str, tuple[tuple[Part, Key], ...]]:
    """Return all keys by how they may be typed, each with the records that have it."""
    found: dict[str, list[tuple[Part, Key]]] = {}
    # Most who ask for a key mean that of a step or a department.
    every = sorted(parts(language).values(), key=lambda part: (part.model is not Step, part.model is not Unit))
    for part in every:
        for key in part.keys:
            found.setdefault(_plain(key.name), []).append((part, key))
    return {name: tuple(listed) for name, listed in found.items()}


@functools.cache
def _parts(language: str) -> Mapping[str, Part]:
    """Return every record by all that it may be called: itself, its list, the key above it, its name in words."""
    found: dict[str, Part] = {}
    every = parts(language).values()
    for part in every:
        found.setdefault(_plain(part.record), part)
    for part in every:
        found.setdefault(_plain(part.label), part)
    for part in every:
        for name in (*part.where.above[-1:], part.title, part.name):
            found.setdefault(_plain(name), part)
    return found
