"""Plain YAML: a draft as the files that a person goes on with: short lines, no tricks, and a comment at every doubt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stip.loading.scalars import read_scalar
from stip.problems import Place

_PLAIN = re.compile(r"(?!.*(?::\s|\s#|:$))[A-Za-zÀ-ÖØ-öø-ÿ0-9€(][^\n\t\\]*")
_IN_LIST = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ0-9][\w .-]*")
_WIDTH = 100
_ESCAPE = re.compile(
    "[\x7f-\xa0\xad\u2028\u2029\ufeff\ue000-\uf8ff\ufff0-\uffff\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_NOWHERE = Place("")


class Bare(str):
    """A text that is written without quotes whatever it looks like: a period, which loading reads as one."""

    __slots__ = ()


def scalar(value: object, *, inside: bool = False) -> str:
    """Write one value so that loading reads exactly this; `inside` means between brackets, where a comma parts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Bare):
        return str(value)
    value = str(value)
    form = _IN_LIST if inside else _PLAIN
    if form.fullmatch(value) and value == value.strip() and _reads_as_itself(value):
        return value
    if ('"' in value or "\\" in value) and "'" not in value and value.isprintable() and not _ESCAPE.search(value):
        return f"'{value}'"
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _reads_as_itself(value: str) -> bool:
    found, trap = read_scalar(value, _NOWHERE, plain=True)
    return isinstance(found, str) and found == value and trap is None and not _ESCAPE.search(value)


def comment(text: str, indent: int) -> Iterator[str]:
    """Yield a text as lines of comment."""
    first, *rest = text.split("\n")
    space = " " * indent
    yield f"{space}# {_harmless(first)}".rstrip()
    yield from (f"{space}#   {_harmless(line)}".rstrip() for line in rest)


def _harmless(text: str) -> str:
    return _ESCAPE.sub(" ", text.replace("\t", " "))


def mapping(
    fields: Mapping[str, Any], indent: int, comments: Mapping[str, Sequence[str]] | None = None
) -> Iterator[str]:
    """Yield a mapping as lines, each key with its comments above it; `comments` under an empty key stand on top."""
    told = comments or {}
    for text in told.get("", ()):
        yield from comment(text, indent)
    for key, value in fields.items():
        for text in told.get(key, ()):
            yield from comment(text, indent)
        yield from _pair(key, value, indent)
    for key, texts in told.items():
        if key and key not in fields:
            for text in texts:
                yield from comment(text, indent)


def item(fields: Mapping[str, Any], indent: int, comments: Mapping[str, Sequence[str]] | None = None) -> Iterator[str]:
    """Yield a mapping as an item of a list: its first key stands behind a dash, its comments above that."""
    told = dict(comments or {})
    first = next(iter(fields))
    for text in (*told.pop("", ()), *told.pop(first, ())):
        yield from comment(text, indent)
    lines = list(mapping(fields, indent + 2, told))
    yield f"{' ' * indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _pair(key: str, value: Any, indent: int) -> Iterator[str]:
    space = " " * indent
    if isinstance(value, dict):
        short = _flow(value)
        if short and len(short) + len(key) + indent < _WIDTH:
            yield f"{space}{key}: {short}"
            return
        yield f"{space}{key}:"
        yield from mapping(value, indent + 2)
    elif isinstance(value, list):
        yield from _listed(key, value, indent)
    elif isinstance(value, str) and _is_block(value):
        yield f"{space}{key}: |-"
        yield from (f"{space}  {line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{space}{key}: {scalar(value)}"


def _listed(key: str, value: list[Any], indent: int) -> Iterator[str]:
    space = " " * indent
    if all(isinstance(one, str) for one in value):
        short = f"[{', '.join(scalar(one, inside=True) for one in value)}]"
        if len(short) + len(key) + indent < _WIDTH:
            yield f"{space}{key}: {short}"
            return
    yield f"{space}{key}:"
    for one in value:
        if isinstance(one, dict):
            yield from item(one, indent + 2)
        else:
            yield f"{space}  - {scalar(one)}"


def _flow(value: dict[str, Any]) -> str:
    """Return a small mapping between braces; nothing for one that holds more than words and numbers."""
    if not all(isinstance(one, str | int | float) for one in value.values()):
        return ""
    return f"{{{', '.join(f'{key}: {scalar(one, inside=True)}' for key, one in value.items())}}}"


def _is_block(text: str) -> bool:
    """Tell whether a text of more lines can stand as it is, line by line."""
    lines = text.split("\n")
    clean = all(line == line.rstrip() for line in lines) and not text.startswith((" ", "\t", "\n"))
    return len(lines) > 1 and clean and not _ESCAPE.search(text) and "\t" not in text and bool(lines[-1])
