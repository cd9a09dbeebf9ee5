"""Mutation: files as a maintainer has them, with something in them that nobody expected.

All of it follows from the dice: the same seed gives the same input.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import yaml
from _words import DAYS, KEYS, MARK, PATTERNS, TOKENS, WORDS

Files = dict[str, bytes]
Dice = random.Random
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_SAYS = re.compile(r"[\s\"-]*(title|name|text|why|now|mission|role|reason)\"?: \S")
_SHORT = ("\u2067zz\u2069", *(word for word in WORDS if len(word) < 60))
_DEEP = (200, 2_000, 20_000)


def mutated(files: Mapping[str, bytes], dice: Dice) -> tuple[Files, list[str]]:
    """Return the files with one to four things changed, and what was done."""
    found, done = dict(files), []
    for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 4))):
        name = dice.choice(sorted(found)) if found else "roadmap.yaml"
        make = dice.choices(*zip(*_WAYS, strict=True))[0]
        found[name] = make(found.get(name, b""), found, dice)[:4_000_000]
        done.append(f"{make.__name__.strip('_')} {name}")
    return found, done


_BYTES = re.compile("([\udc80-\udcff]+)")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def as_bytes(text: str) -> bytes:
    """Encode a text in which bytes that were no text stand as half signs, and in which there may be others too."""
    return b"".join(
        part.encode("utf-8", "surrogateescape" if _BYTES.match(part) else "surrogatepass")
        for part in _BYTES.split(text)
    )


def flipped(data: bytes, _: Files, dice: Dice) -> bytes:
    """Change, put in or take out a few bytes."""
    found = bytearray(data or b"x")
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(found) or 1)
        way = dice.randrange(3)
        if way == 0:
            found[at : at + 1] = bytes([dice.randrange(256)])
        elif way == 1:
            found[at:at] = bytes([dice.randrange(256)])
        else:
            del found[at : at + dice.randint(1, 4)]
    return bytes(found)


def _token(data: bytes, files: Files, dice: Dice) -> bytes:
    """Put another word in place of one: an evil one, or one of a file of the same roadmap."""
    tokens = _TOKEN.findall(_text(data)) or [""]
    for _ in range(dice.randint(1, 3)):
        other = _TOKEN.findall(_text(files[dice.choice(sorted(files))])) or [""]
        new = dice.choice(TOKENS) if dice.random() < 0.7 else dice.choice(other)
        at = dice.randrange(len(tokens))
        tokens[at] = new if dice.random() < 0.6 else tokens[at] + new
    return as_bytes("".join(tokens))


def _line(data: bytes, _: Files, dice: Dice) -> bytes:
    """Take out, double, swap or move a line to another depth."""
    lines = _text(data).split("\n")
    at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    way = dice.randrange(5)
    if way == 0:
        del lines[at : at + dice.randint(1, 5)]
    elif way == 1:
        lines[at:at] = lines[at : at + dice.randint(1, 20)] * dice.choice((1, 1, 3))
    elif way == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif way == 3:
        lines[at] = " " * dice.randint(0, 12) + lines[at].lstrip()
    else:
        lines[at] = dice.choice(("\t", "  ", "- ", "> ", "# ")) + lines[at]
    return as_bytes("\n".join(lines))


def _splice(data: bytes, files: Files, dice: Dice) -> bytes:
    """Go on with another file halfway."""
    other = files[dice.choice(sorted(files))]
    return data[: dice.randrange(len(data) + 1)] + other[dice.randrange(len(other) + 1) :]


def _value(data: bytes, _: Files, dice: Dice) -> bytes:
    """Put a value of another kind in place of one, or move, double or take out a part."""
    text = _text(data)
    try:
        if text.startswith("{"):
            return json.dumps(_changed(json.loads(text), dice), ensure_ascii=dice.random() < 0.3).encode(
                "utf-8", "surrogatepass"
            )
        head, mark, rest = (
            text.removeprefix("---\n").partition("\n---\n") if text.startswith("---\n") else (text, "", "")
        )
        tree = yaml.load(head, Loader=yaml.CSafeLoader)
        made = yaml.dump(_changed(tree, dice), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    except (yaml.YAMLError, ValueError, RecursionError):
        return flipped(data, {}, dice)
    return as_bytes(f"---\n{made}---\n{rest}" if mark else made)


def _slots(data: Any) -> Iterator[tuple[Any, Any]]:
    todo = [data]
    while todo:
        one = todo.pop()
        items = list(one.items()) if isinstance(one, dict) else list(enumerate(one)) if isinstance(one, list) else []
        for key, value in items:
            yield one, key
            todo.append(value)


def _changed(data: Any, dice: Dice) -> Any:
    for _ in range(dice.choice((1, 1, 2, 3))):
        slots = list(_slots(data))
        if not slots:
            return _odd(dice)
        inside, key = dice.choice(slots)
        way = dice.randrange(7)
        if way <= 2:
            inside[key] = _odd(dice)
        elif way == 3:
            del inside[key]
        elif way == 4:
            other, place = dice.choice(slots)
            if place in other if isinstance(other, dict) else place < len(other):
                inside[key] = json.loads(json.dumps(other[place], default=str))
        elif way == 5 and isinstance(inside, dict):
            inside[dice.choice((*KEYS, dice.choice(TOKENS)))] = inside.pop(key)
        elif isinstance(inside, list):
            inside.extend(inside[key : key + 1] * dice.choice((1, 2, 50)))
        else:
            inside[key] = f"{inside[key]}{dice.choice(TOKENS)}"
    return data


def _odd(dice: Dice, depth: int = 0) -> Any:
    ways: tuple[Callable[[], Any], ...] = (
        lambda: dice.choice(TOKENS),
        lambda: dice.choice(DAYS),
        lambda: dice.choice(WORDS),
        lambda: dice.choice(PATTERNS),
        lambda: dice.choice((None, True, False, 0, -1, 10**18, 1.5, float("nan"), float("inf"), "", " ", [], {}, [[]])),
        lambda: [_odd(dice, depth + 1) for _ in range(dice.randint(0, 3))] if depth < 3 else [],
        lambda: {dice.choice(KEYS): _odd(dice, depth + 1) for _ in range(dice.randint(1, 3))} if depth < 3 else {},
    )
    return dice.choice(ways)()


def _deep(data: bytes, _: Files, dice: Dice) -> bytes:
    """Put something in that is nested or repeated thousands of times."""
    many = dice.choice(_DEEP)
    piece = dice.choice(
        (
            "[" * many,
            "{a: " * many,
            "- " * many,
            "> " * many + "x",
            '{"a":' * many,
            "*" * many,
            "_" * many,
            "`" * many,
            "![" * many,
            "<" * many,
            "<div>" * many,
            "&amp;" * many,
            " " * many,
            "\n" * many,
            "x " * many,
            "a: &a [*a]\n" * 50,
            "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 9)),
            "".join("  " * n + "a:\n" for n in range(many // 20)),
            "<!--" * many,
            "|" * many,
            ": " * many,
            "'" * many,
            "1." * many,
            "@" * many,
        )
    )
    text = _text(data)
    at = dice.randrange(len(text) + 1)
    return as_bytes(text[:at] + piece + text[at:])


def saved(data: bytes, _: Files, dice: Dice) -> bytes:
    """Save a file in another encoding, with other line ends, or with a mark before it."""
    text = data.decode("utf-8", "replace")
    ways = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-7", "utf-8-sig")
    if dice.random() < 0.5:
        return text.encode(dice.choice(ways), "replace")
    return text.replace("\n", dice.choice(("\r\n", "\r", "\x85", "\u2028", "\v", "\n\n"))).encode()


def _empty(_: bytes, files: Files, dice: Dice) -> bytes:
    """Leave nothing, or what another file holds."""
    return dice.choice((b"", b"\n", b"---\n---\n", b"---", b"{}", b"[]", b"null", files[dice.choice(sorted(files))]))


def worded_oddly(files: Mapping[str, bytes], dice: Dice) -> tuple[Files, list[str]]:
    """Return the files with other words in some of their texts: mostly still good, so that it can be built."""
    found, done = dict(files), []
    names = [name for name in found if name.endswith((".yaml", ".md", ".json")) and "overrides" not in name]
    for _ in range(dice.randint(1, 12)):
        name = dice.choice(names)
        lines = _text(found[name]).split("\n")
        texts = [at for at, line in enumerate(lines) if _SAYS.match(line)]
        if texts:
            at = dice.choice(texts)
            head, _, _ = lines[at].partition(": ")
            tail = "," if lines[at].endswith(",") else ""
            odd = dice.choice((MARK, MARK, *_SHORT, dice.choice(_SHORT) + MARK))
            lines[at] = f"{head}: {json.dumps(odd + ' Zz', ensure_ascii=False)}{tail}"
            found[name] = as_bytes("\n".join(lines))
            done.append(f"{head.strip()} of {name}")
    return found, done


Way = Callable[[bytes, Files, Dice], bytes]
_WAYS: Sequence[tuple[Way, int]] = (
    (flipped, 10), (_token, 25), (_line, 12), (_splice, 6), (_value, 40), (_deep, 5), (saved, 3), (_empty, 2)
)  # fmt: skip
