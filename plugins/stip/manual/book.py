"""The book: the manual as the pages of a site: keys by file and topic, messages by group of codes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from stip.manual.keys import Part, parts
from stip.manual.messages import Family, Message, families
from stip.manual.options import option_sample, options
from stip.manual.plain import key_lines, place_of, reasons, weights
from stip.model import Practice, Unit
from stip.model.base import Audience, records_in
from stip.model.practices import Topic
from stip.pages.manual import Chapter, KeyRow, Manual, MessageEntry, RecordEntry, Sample, code_anchor
from stip.text.words import Words, words_for

if TYPE_CHECKING:
    from stip.manual.examples import Lines


@functools.cache
def manual(language: str, audience: Audience) -> Manual:
    """Return the manual of a site in a language: for staff without the lists that only those who steer may read.

    The names of keys are no secret; but who keeps the site for staff alone has no use for those lists.
    """
    words = words_for(language)
    told = [family for family in map(_of(audience), families(language).values()) if family.messages]
    codes = {
        message.code: _path(words, "messages", family.name.lower()) for family in told for message in family.messages
    }
    keys = _key_chapters(parts(language), audience, words, codes)
    return Manual((*keys, *(_messages(family, words) for family in told)), codes)


def _of(audience: Audience) -> Callable[[Family], Family]:
    """Return what leaves out of a group of codes those that are not for an audience."""

    def narrowed(family: Family) -> Family:
        own = tuple(one for one in family.messages if audience is Audience.STEERING or one.audience is Audience.STAFF)
        return Family(family.name, family.title, family.why, own)

    return narrowed


def _path(words: Words, folder: str, name: str) -> str:
    return f"{words('site.path.manual')}/{words(f'manual.paths.{folder}')}/{name}.md"


def _key_chapters(
    known: Mapping[str, Part], audience: Audience, words: Words, codes: Mapping[str, str]
) -> Iterator[Chapter]:
    """Yield the pages of keys: each record stands on one, beside what it is part of."""
    units = {model.record for model in records_in(Unit)}
    texts = ("mission", "persona", "question", "glossary")
    own = [part for part in known.values() if part.where.file == "roadmap" and not _topic(part)]
    yield _keys("roadmap", [part for part in own if part.record not in units], words, codes)
    yield _keys("units", [part for part in own if part.record in units], words, codes)
    yield _keys("texts", [part for file in texts for part in known.values() if part.where.file == file], words, codes)
    for topic in Topic:
        if audience is Audience.STEERING or topic.audience is Audience.STAFF:
            listed = [part for part in known.values() if _topic(part) is topic]
            yield _lists(topic, listed, words, codes)
    yield _plugin(words)


def _topic(part: Part) -> Topic | None:
    """Return the topic of the list in which a record stands; None for one that stands in no list."""
    models = (*part.where.models, part.model)
    return next((model.topic for model in models if issubclass(model, Practice)), None)


def _keys(name: str, listed: list[Part], words: Words, codes: Mapping[str, str]) -> Chapter:
    title = words(f"manual.keys.{name}")
    return Chapter(
        path=_path(words, "keys", words(f"manual.paths.{name}")),
        menu=title,
        title=title,
        lead=words(f"manual.keys.{name}_lead"),
        description=words("manual.keys.description", title=title),
        records=tuple(_record(part, words, codes) for part in listed),
    )


def _lists(topic: Topic, listed: list[Part], words: Words, codes: Mapping[str, str]) -> Chapter:
    title = words("manual.keys.lists", title=words(f"site.topic.{topic}.title"))
    lead = "steering_lead" if topic.audience is Audience.STEERING else "lists_lead"
    return Chapter(
        path=_path(words, "keys", words(f"site.path.{topic}").rpartition("/")[2]),
        menu=title,
        title=title,
        lead=words(f"manual.keys.{lead}"),
        description=words("manual.keys.description", title=title),
        records=tuple(_record(part, words, codes) for part in sorted(listed, key=_order(listed))),
    )


def _order(listed: list[Part]) -> Callable[[Part], tuple[int, int]]:
    """Return what puts each list before the records that it is made of."""
    lists = [part.model for part in listed if issubclass(part.model, Practice)]

    def key(part: Part) -> tuple[int, int]:
        outer = next(model for model in (*part.where.models, part.model) if model in lists)
        return lists.index(outer), len(part.where.models)

    return key


def _record(part: Part, words: Words, codes: Mapping[str, str]) -> RecordEntry:
    return RecordEntry(
        anchor=part.record.replace("_", "-"),
        title=part.title,
        told=(part.meaning, place_of(part, words)),
        keys=tuple(KeyRow(key.name, key_lines(key, words), key.required, key.values) for key in part.keys),
        sample=Sample("", tuple(_indented(part.sample))),
        codes=tuple(code for code in part.codes if code in codes),
    )


def _plugin(words: Words) -> Chapter:
    title = words("manual.keys.plugin")
    known = options(words.language)
    entry = RecordEntry(
        anchor="stip",
        title=words("manual.files.plugin"),
        told=(),
        keys=tuple(KeyRow(name, (meaning,), required=False, values=()) for name, meaning in known.items()),
        sample=Sample("", tuple(_indented(option_sample("posters.sizes")))),
        codes=(),
    )
    return Chapter(
        path=_path(words, "keys", words("manual.paths.plugin")),
        menu=title,
        title=title,
        lead=words("manual.keys.plugin_lead"),
        description=words("manual.keys.description", title=title),
        records=(entry,),
    )


def _messages(family: Family, words: Words) -> Chapter:
    return Chapter(
        path=_path(words, "messages", family.name.lower()),
        menu=words("manual.explain.family", name=family.name, title=family.title),
        title=words("manual.messages.page", family=family.name, title=family.title),
        lead=family.why,
        description=words("manual.messages.description", family=family.name),
        messages=tuple(_message(message, words) for message in family.messages),
    )


def _message(message: Message, words: Words) -> MessageEntry:
    example = message.example
    hints = dict.fromkeys(variant.hint or words("manual.messages.do_differs") for variant in message.variants)
    return MessageEntry(
        anchor=code_anchor(message.code),
        code=message.code,
        severity=words(f"manual.severity.{message.severity}"),
        says=tuple(variant.text for variant in message.variants),
        does=tuple(hints),
        weights=weights(message, words),
        reasons=reasons(message, words.language)[1:],
        wrong=_sample(example.wrong) if example else None,
        said=tuple(line.strip() for line in example.said[words.language].split("\n")) if example else (),
        right=_sample(example.right) if example else None,
    )


def _sample(lines: Lines | None) -> Sample | None:
    if lines is None:
        return None
    return Sample(lines.file, tuple(_indented(lines.lines, lines.marked)))


def _indented(lines: Iterable[str], marked: Container[int] = ()) -> Iterator[tuple[str, str, bool]]:
    for at, line in enumerate(lines):
        rest = line.lstrip()
        yield line[: len(line) - len(rest)], rest, at in marked
