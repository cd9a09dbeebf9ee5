"""Asking: the questions of `stip new`, each asked again until its answer can be used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from stip.problems import StipError
from stip.scaffold import AnswerError, Answers, defaults, read_day, read_departments, read_name, read_programme
from stip.text.words import LANGUAGES, Words, words_for

Answer = TypeVar("Answer")


def ask_answers(given: Mapping[str, Any], today: dt.date) -> Answers:
    """Ask all that is not given, by the fields of `Answers`. Raises StipError when there comes no answer any more."""
    words = words_for(given.get("language", LANGUAGES[0]))
    print(words("new.ask.begin", count=len(Answers.__dataclass_fields__) - len(given)))
    try:
        words = words_for(given.get("language") or _ask("language", LANGUAGES[0], _language, words))
        return _asked(given, today, words)
    except (KeyboardInterrupt, EOFError) as stop:
        print()  # away from the question
        raise StipError(words("new.stopped")) from stop


def _asked(given: Mapping[str, Any], today: dt.date, words: Words) -> Answers:
    usual = defaults(words, today)
    departments = ", ".join(usual.departments)

    def ask(field: str, default: str, read: Callable[[str, Words], Any]) -> Any:
        return given[field] if field in given else _ask(field, default, read, words)

    return Answers(
        language=words.language,
        name=ask("name", usual.name, read_programme),
        municipality=ask("municipality", usual.municipality, read_name),
        departments=ask("departments", departments, _departments),
        updated=ask("updated", today.isoformat(), read_day),
    )


def _ask(field: str, default: str, read: Callable[[str, Words], Answer], words: Words) -> Answer:
    while True:
        try:
            return read(_line(f"{words(f'new.ask.{field}')} [{default}] ", words).strip() or default, words)
        except AnswerError as error:
            print(words("new.ask.again", reason=error))


def _line(prompt: str, words: Words) -> str:
    """Return one line that was typed. Raises AnswerError for signs that the terminal and we write differently."""
    try:
        return input(prompt)
    except UnicodeDecodeError as error:
        raise AnswerError(words("new.wrong.unreadable")) from error


def _language(text: str, words: Words) -> str:
    if text.lower() not in LANGUAGES:
        raise AnswerError(words("new.wrong.language"))
    return text.lower()


def _departments(text: str, words: Words) -> tuple[str, ...]:
    """Read departments from one line that parts them, or from this line and those that follow, up to an empty one."""
    lines = [text]
    if not {",", ";"} & {*text}:
        while line := _line("  ", words).strip():
            lines.append(line)
    return read_departments(["\n".join(lines)], words)
