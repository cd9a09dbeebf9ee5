"""Rename: another id for a record, wherever the files of a roadmap hold it; planned and proven before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from stip.editing.moves import Moves
from stip.editing.places import NewId
from stip.editing.texts import NoSuchTextError
from stip.editing.uses import FILES
from stip.loading import declare, judge
from stip.loading.codes import RULES
from stip.loading.files import instead
from stip.loading.findings import kind_word, worded
from stip.loading.ids import id_mistake
from stip.loading.includes import included_files
from stip.loading.roadmap import steering_patterns
from stip.loading.suggest import nearest
from stip.model import Audience, practice_kinds
from stip.model.frameworks import SHIPPED
from stip.problems import Place, Problem, Severity, StipError
from stip.text.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stip.editing.writing import Change
    from stip.editions import Edition
    from stip.loading.declared import Declared
    from stip.text.words import Words

_EDITION = "edition"
_SHIPPED = "framework"
"""The kind of which some ids mean something to the program."""


class UnwantedError(StipError):
    """The id that was asked for is not there, or cannot be: other words in the command are the remedy."""


@dataclass(frozen=True)
class Renaming:
    """What a new id changes: the files by path, and what else is to be told of it.

    With `problems` the roadmap is wrong as it is, and nothing can be changed. `moved` are the addresses of its page
    before and after, empty for what has none. `editions` are the names of those that hold the old id.
    """

    kind: str
    old: str
    new: str
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    language: str = "nl"
    moved: tuple[str, str] = ("", "")
    editions: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    """The patterns of files for those who steer, when there are none here."""
    steering: bool = False
    """Whether files for those who steer were searched too."""
    reordered: bool = False
    """Whether its file comes at another place among the others, which stand in the order of their names."""


def plan_rename(
    roadmap: Path, old: str, new: str, *, content: Path | None = None, language: str | None = None
) -> Renaming:
    """Return what must change so that the record `old` (`id`, or `kind:id`) is called `new`; nothing is written.

    Raises UnwantedError when `old` is unknown or is the id of more kinds, or `new` is no id or is taken; StipError
    when the files as they would become do not say the same.
    """
    declared, absent = _all_there_is(partial(declare, roadmap, content, language))
    loaded = judge(declared, language)
    words = words_for(loaded.language)
    if loaded.roadmap is None:
        return Renaming("", old, new, problems=loaded.problems, language=loaded.language)
    kind, old = _meant(declared, old, words)
    _refuse(declared, kind, old, new, words)
    moves = Moves.of(loaded.roadmap, kind, old, new)
    job = NewId(declared, kind, old, new, moves)
    try:
        changes = job.changes()
    except NoSuchTextError as error:
        raise StipError(words("rename.not_proven", place=error.place)) from None
    contents = {change.path.resolve(): None for change in changes} | {c.target.resolve(): c.content for c in changes}
    with instead(contents):
        _prove(job, declare(roadmap, content, language, declared.audience), language, words)
    return Renaming(
        kind,
        old,
        new,
        changes,
        language=loaded.language,
        moved=(f"{moves.page}/", f"{moves.page.removesuffix(moves.old)}{moves.new}/") if moves.page else ("", ""),
        editions=tuple(edition.name for edition in loaded.editions if _holds(edition, kind, old)),
        absent=absent,
        steering=declared.audience is Audience.STEERING and bool(steering_patterns(declared.files)),
        reordered=kind in FILES and _is_reordered(declared, kind, old, new),
    )


def _all_there_is(read: Callable[[Audience], Declared]) -> tuple[Declared, tuple[str, ...]]:
    """Read for those who steer, or for staff when none of their files are here; then the patterns of these too."""
    declared = read(Audience.STEERING)
    patterns = steering_patterns(declared.files)
    folder = declared.files.inputs[0].parent
    if not patterns or any(included_files(folder, pattern, Place(""))[0] for pattern in patterns):
        return declared, ()
    return read(Audience.STAFF), patterns


def _prove(job: NewId, after: Declared, language: str | None, words: Words) -> None:
    """Raise StipError unless the files as they would become are good, and say the same but for the id."""
    problems = [one for one in judge(after, language).problems if one.severity is Severity.ERROR]
    if problems:
        told = "\n".join(map(str, problems))
        raise StipError(f"{told}\n{words('rename.would_be_wrong', id=job.new)}")
    if (place := job.difference(after)) is not None:
        raise StipError(words("rename.not_proven", place=place))


def _is_reordered(declared: Declared, kind: str, old: str, new: str) -> bool:
    before = [entry.id for entry in declared.entries if entry.kind == kind]
    return sorted(new if id_ == old else id_ for id_ in before) != [
        new if id_ == old else id_ for id_ in sorted(before)
    ]


def _holds(edition: Edition, kind: str, id_: str) -> bool:
    ids = {
        "unit": {unit.id for unit in edition.units},
        "step": edition.steps,
        "goal": {one.id for one in edition.goals},
    }
    return id_ in ids.get(kind, ())


def _meant(declared: Declared, asked: str, words: Words) -> tuple[str, str]:
    """Return the kind and id that are asked for. Raises UnwantedError when there is none, or more than one."""
    given, mark, id_ = asked.rpartition(":")
    kinds = practice_kinds()
    given = kinds[given].record if given in kinds else given
    there = list(dict.fromkeys(entry.kind for entry in declared.entries if entry.id == id_))
    found = [kind for kind in there if not mark or kind == given]
    if not found:
        near = nearest(id_, {entry.id for entry in declared.entries if entry.kind != _EDITION})
        names = [f"{kind}:{id_}" for kind in there]
        hint = ", ".join(names) or near
        said = words("rename.unknown", id=asked)
        raise UnwantedError(f"{said} {words('rename.did_you_mean', id=hint)}" if hint else said)
    if found == [_EDITION]:
        raise UnwantedError(words("rename.edition", id=id_))
    found = [kind for kind in found if kind != _EDITION]
    if len(found) > 1:
        names = [f"{kind}:{id_} ({words(kind_word(kind).key)})" for kind in found]
        raise UnwantedError(words("rename.more", id=id_, choices=", ".join(names)))
    return found[0], id_


def _refuse(declared: Declared, kind: str, old: str, new: str, words: Words) -> None:
    """Raise UnwantedError for a new id that is none, that is taken, or that changes more than a name."""
    if finding := id_mistake(new, Place(""), "id"):
        problem = worded(finding, words, RULES[finding.rule].severity)
        raise UnwantedError(
            ". ".join(f"{said[0].upper()}{said[1:]}" for said in (problem.message, problem.hint) if said)
        )
    if old == new:
        raise UnwantedError(words("rename.same", id=new))
    if (entry := declared.known.get((kind, new))) is not None:
        raise UnwantedError(words("rename.taken", id=new, kind=words(kind_word(kind).key), place=entry.place("id")))
    if kind == _SHIPPED and (shipped := next((id_ for id_ in (old, new) if id_ in SHIPPED), None)):
        raise UnwantedError(words("rename.shipped", id=shipped))
