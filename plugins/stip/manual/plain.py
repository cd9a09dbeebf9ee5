"""Plain: explanations as lines for a terminal, wrapped to its width and readable without colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from stip.manual.keys import Key, Part, parts
from stip.manual.lookup import Found
from stip.manual.messages import Family, Message, families
from stip.manual.options import option_sample, options
from stip.model import Audience, Settings
from stip.text.brevity import few
from stip.text.words import Words, words_for

if TYPE_CHECKING:
    from stip.manual.examples import Lines

_MANY = 3


class Plain:
    """Tells in one language, in lines of at most `width` characters (code excepted)."""

    def __init__(self, language: str, width: int) -> None:
        self.words: Words = words_for(language)
        self.language = language
        self.width = max(width, 40)

    def found(self, found: Found, what: str) -> str:
        """Tell all that is meant by what was asked."""
        if found.message:
            return self._join(self._message(found.message))
        if found.family:
            return self._join(self._family(found.family))
        blocks = [self._join(self._part(found.part))] if found.part else []
        if len(found.keys) + len(found.options) > 1 or (found.part and found.keys):
            blocks.append(self._join(self._choices(found, what)))
        else:
            blocks += [self._join(self._key(*one)) for one in found.keys]
            blocks += [self._join(self._option(name)) for name in found.options]
        return "\n\n".join(blocks)

    def usage(self) -> str:
        """Tell how to ask, and the groups of codes."""
        lines = [*self.words("manual.explain.usage").split("\n"), "", self.words("manual.explain.groups")]
        lines += [self._one_family(family) for family in families(self.language).values()]
        return self._join(lines)

    def everything(self) -> str:
        """Tell all that can be asked for."""
        lines = [self.words("manual.explain.groups")]
        for family in families(self.language).values():
            lines.append(self._one_family(family))
            lines += self._wrapped(" ".join(message.code for message in family.messages), 8)
        lines += ["", self.words("manual.explain.lists")]
        for part in parts(self.language).values():
            lines += self._hanging(f"  {part.label:<18}", part.title)
        lines += ["", self.words("manual.keys.plugin")]
        lines += [
            line for name, told in options(self.language).items() for line in self._hanging(f"  {name:<21}", told)
        ]
        return self._join(lines)

    def unknown(self, what: str, close: Sequence[str]) -> str:
        """Tell that nobody knows what was asked for, and what looks like it."""
        lines = [self.words("manual.explain.unknown", what=what)]
        lines += [self.words("manual.explain.meant", names=", ".join(close))] if close else []
        return self._join([*lines, self.words("manual.explain.unknown_help")])

    def _one_family(self, family: Family) -> str:
        return f"  {family.name:<5} {family.title}"

    def _family(self, family: Family) -> Iterator[str]:
        yield self.words("manual.explain.family", name=family.name, title=family.title)
        yield from self._wrapped(family.why, 2)
        yield ""
        for message in family.messages:
            yield from self._hanging(f"{message.code}  ", f"({self._severity(message)}) {message.variants[0].text}")

    def _message(self, message: Message) -> Iterator[str]:
        words = self.words
        yield f"{message.code}  {self._severity(message)}"
        yield words("manual.explain.says")
        hints = dict.fromkeys(variant.hint for variant in message.variants)
        for variant in message.variants:
            yield from self._hanging("  - ", variant.text)
        yield words("manual.explain.do")
        for hint in hints:
            yield from self._hanging("  - ", hint or words("manual.messages.do_differs"))
        yield words("manual.explain.weight")
        yield from (line for told in weights(message, words) for line in self._wrapped(told, 2))
        yield words("manual.explain.why")
        yield from (line for told in reasons(message, self.language) for line in self._wrapped(told, 2))
        if message.example:
            example = message.example
            if example.wrong:
                yield words("manual.explain.wrong", file=example.wrong.file)
                yield from _code(example.wrong)
            yield words("manual.explain.said")
            for line in example.said[self.language].split("\n"):
                yield from self._hanging("    ", line.strip()) if line.startswith(" ") else self._hanging("  ", line)
            if example.right:
                yield words("manual.explain.right", file=example.right.file)
                yield from _code(example.right)
        rules = ", ".join(variant.rule for variant in message.variants)
        yield from self._wrapped(words("manual.explain.rule", rules=rules), 0)

    def _severity(self, message: Message) -> str:
        return self.words(f"manual.severity.{message.severity}")

    def _part(self, part: Part) -> Iterator[str]:
        words = self.words
        yield f"{part.label}  {part.title}"
        yield from self._wrapped(part.meaning, 2)
        yield from self._wrapped(place_of(part, words), 2)
        yield words("manual.explain.keys")
        for key in part.keys:
            must = f" ({words('manual.keys.required')})" if key.required else ""
            yield from self._hanging(f"  {key.name:<16} ", f"{key.meaning}{must}")
        yield words("manual.explain.example")
        yield from (f"    {line}" for line in part.sample)
        if part.codes:
            yield from self._wrapped(f"{words('manual.keys.codes')} {' '.join(part.codes)}", 0)
        yield from self._wrapped(words("manual.explain.more", name=f"{part.label}.{part.keys[0].name}"), 0)

    def _key(self, part: Part, key: Key) -> Iterator[str]:
        words = self.words
        yield f"{part.label}.{key.name}  {words('manual.keys.required' if key.required else 'manual.keys.optional')}"
        yield from (line for told in key_lines(key, words) for line in self._wrapped(told, 2))
        yield from self._wrapped(place_of(part, words), 2)
        if key.values:
            yield f"  {words('manual.keys.allowed')}"
            for value, meaning in key.values:
                yield from self._hanging("    - ", f"{value}: {meaning}" if meaning else value)
        yield words("manual.explain.example")
        yield from (f"    {line}" for line in part.example(key.name, words))

    def _option(self, name: str) -> Iterator[str]:
        yield f"{name}  ({self.words('manual.files.plugin')})"
        yield from self._wrapped(options(self.language)[name], 2)
        yield self.words("manual.explain.example")
        yield from (f"    {line}" for line in option_sample(name))

    def _choices(self, found: Found, what: str) -> Iterator[str]:
        """Yield where a key stands: those that mean the same together."""
        words, told = self.words, dict[str, list[str]]()
        for part, key in found.keys:
            told.setdefault(key.meaning, []).append(f"{part.label}.{key.name}")
        for name in found.options:
            told.setdefault(options(self.language)[name], []).append(f"mkdocs.{name}")
        count = len(found.keys) + len(found.options)
        also = "also" if found.part else "many"
        yield from self._wrapped(words(f"manual.explain.{also}", what=what, count=count), 0)
        for meaning, places in told.items():
            named = few(places, _MANY) + (f" ({len(places)})" if len(places) > _MANY else "")
            yield from self._hanging("  ", words("manual.explain.one_of", name=named))
            yield from self._wrapped(meaning, 6)

    def _wrapped(self, text: str, indent: int) -> list[str]:
        return self._hanging(" " * indent, text, " " * indent)

    def _hanging(self, first: str, text: str, after: str | None = None) -> list[str]:
        """Wrap a text behind a beginning; the lines under it begin as deep."""
        under = " " * len(first) if after is None else after
        # Codes and addresses stay whole, so that they can be copied.
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=under,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [first.rstrip()]

    @staticmethod
    def _join(lines: Iterable[str]) -> str:
        return "\n".join(line.rstrip() for line in lines)


def weights(message: Message, words: Words) -> tuple[str, ...]:
    """Return how bad a message is, with the adoption framework, and whether a site may say otherwise."""
    told = [words(f"manual.weights.{message.severity}")]
    if message.asked:
        told.append(words("manual.weights.asked", severity=words(f"manual.severity.{message.asked}")))
    told.append(words("manual.weights.free", code=message.code) if message.free else words("manual.weights.fixed"))
    return tuple(told)


def reasons(message: Message, language: str) -> tuple[str, ...]:
    """Return why a message matters, and which records it is about."""
    told = [message.why]
    if message.about:
        records = ", ".join(name for _, name in message.about)
        told.append(words_for(language)("manual.messages.about", records=records))
    return tuple(told)


def place_of(part: Part, words: Words) -> str:
    """Say in which file a record stands, and under which keys."""
    kind = part.where.file
    if part.where.above and part.where.above[0] not in Settings.model_fields and kind == "roadmap":
        kind = "steering" if part.audience is Audience.STEERING else "included"
    file = words(f"manual.files.{kind}")
    if not part.where.above:
        return words("manual.keys.where_top", file=file)
    return words("manual.keys.where", file=file, way=part.where.way)


def key_lines(key: Key, words: Words) -> tuple[str, ...]:
    """Return what a key means, the form of its value, and what holds without it."""
    told = [key.meaning, words("manual.form", form=key.told)]
    if any(form.kind == "period" for form in key.form.parts):
        told.append(words("schema.forms.period"))
    if key.default:
        told.append(words("manual.keys.default", value=key.default))
    if key.steering:
        told.append(words("manual.keys.steering"))
    return tuple(told)


def _code(lines: Lines) -> Iterator[str]:
    """Yield the lines of an example with their numbers; `>` stands before those that it is about."""
    for at, line in enumerate(lines.lines):
        number = str(lines.numbers[at] or "")
        yield f"  {'>' if at in lines.marked else ' '} {number:>3}  {line}"
