"""Sides: what a name on the command line means: a file, a folder, an edition or a revision; and the side that it is."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from stip.comparison.compare import Side
from stip.comparison.git import GitError, Repository, open_repository, way
from stip.comparison.revisions import Revision, written, written_alone
from stip.editions import FOLDER, snapshot
from stip.loading import Loaded, load, load_edition, nearest
from stip.loading.files import shown
from stip.model import Audience
from stip.problems import Severity, StipError
from stip.text.dates import day_text
from stip.text.words import LANGUAGES, Words, words_for

_ROADMAP = "roadmap.yaml"
_EDITION = ".json"
_HEAD = "HEAD"
_HASH = 8
"""So many signs of the id of a commit are shown."""


class UnknownSideError(StipError):
    """A name means nothing that can be compared; `str()` says so in the user's language, and what to do."""


class WrongSideError(StipError):
    """A side has errors; `str()` tells each with its place, in the user's language."""


def file_of(name: str) -> Path | None:
    """Return the file that a name means on this disk: itself, or the roadmap in the folder; None when there is none."""
    places = (Path(name), Path(name) / _ROADMAP) if name else ()
    return next((place for place in places if _is_file(place)), None)


def _is_file(path: Path) -> bool:
    """Tell whether something is a file; what no disk can hold is none."""
    try:
        return path.is_file()
    except OSError:
        return False


@dataclass(frozen=True)
class Reader:
    """Reads sides: `roadmap` is the roadmap file, here and in a revision; the rest is as for `load`.

    `notes` gathers what the reader of a comparison must know of how a name was taken.
    """

    roadmap: Path
    content: Path | None = None
    language: str | None = None
    audience: Audience = Audience.STAFF
    notes: list[str] = dataclasses.field(default_factory=list)

    @property
    def words(self) -> Words:
        """The words for what is wrong with a name, before a roadmap tells its language."""
        return words_for(self.language or LANGUAGES[0])

    def read(self, name: str) -> Side:
        """Return the side that a name means. Raises UnknownSideError, WrongSideError and StipError."""
        if file := file_of(name):
            self._note("file", name, is_name=Path(name).name == name)
            return self._edition(file, name) if file.suffix == _EDITION else self._roadmap(file, file.as_posix())
        frozen = self.roadmap.parent / FOLDER / f"{name}{_EDITION}"
        if PurePosixPath(name).name == name and _is_file(frozen):
            self._note("edition", name, is_name=True)
            return self._edition(frozen, name)
        return self._revision(name)

    def _note(self, what: str, name: str, *, is_name: bool) -> None:
        """Tell it when a file or an edition has the name of a revision too."""
        try:
            taken = is_name and bool(self._repository.commit(name))
        except GitError:
            return
        if taken:
            self.notes.append(self.words(f"diff.sides.taken_{what}", name=name, file=self._within.as_posix()))

    @cached_property
    def _repository(self) -> Repository:
        return open_repository(self.roadmap.parent)

    @property
    def _within(self) -> PurePosixPath:
        """Where the roadmap file is in its repository."""
        return self._repository.prefix / way(self.roadmap.name)

    def _roadmap(self, file: Path, name: str) -> Side:
        same = self.content if file == self.roadmap else None
        return _side(name, load(file, same, self.language, audience=self.audience))

    def _edition(self, file: Path, name: str) -> Side:
        edition, problems = load_edition(file, self.words)
        if edition is None:
            raise WrongSideError("\n".join((*map(str, problems), self.words("diff.sides.wrong", name=name))))
        date = day_text(edition.date, self.words)
        return Side(self.words("diff.sides.edition", name=edition.name, date=date), edition)

    def _revision(self, name: str) -> Side:
        """Read a roadmap or an edition from git: of a revision, or of a file in one (`main:roadmap.yaml`)."""
        try:
            revision = self._found(name)
            return self._frozen_in(revision) if revision.file.suffix == _EDITION else self._roadmap_in(revision)
        except GitError as error:
            said = self.words(f"diff.git.{error.reason}", **error.values)
            if error.reason in {"missing", "no-repository"}:
                raise UnknownSideError(f"{self.words('diff.sides.unknown', name=name)} {said}") from error
            raise StipError(said) from error

    def _found(self, name: str) -> Revision:
        """Return the revision and file that a name means. Raises UnknownSideError and GitError."""
        repository = self._repository
        if commit := repository.commit(name):
            return _with_file(Revision(repository, name, commit, self._within), [self._within], self.words)
        before, colon, file = name.partition(":")
        if colon and (commit := repository.commit(before)):
            path = _from_root(file.replace("\\", "/"))
            places = [path, path / _ROADMAP, repository.prefix / path, repository.prefix / path / _ROADMAP]
            return _with_file(Revision(repository, before, commit, path), places, self.words)
        raise UnknownSideError(self._unknown(name, repository))

    def _unknown(self, name: str, repository: Repository) -> str:
        words = self.words
        said = [words("diff.sides.unknown", name=name)]
        known = repository.names()
        frozen = [path.stem for path in (self.roadmap.parent / FOLDER).glob(f"*{_EDITION}")]
        away = [one for one in known if one.endswith(f"/{name}")]
        old, dots, new = name.replace("...", "..").partition("..")
        if dots and old and new:
            said.append(words("diff.sides.range", old=old, new=new))
        elif repository.shallow and not away:
            said.append(words("diff.sides.shallow"))
        elif near := (away[0] if away else nearest(name, [_HEAD, *known, *frozen])):
            said.append(words("diff.sides.near", name=near))
        return " ".join(said)

    def _roadmap_in(self, revision: Revision) -> Side:
        with written(revision, self._content, self.audience) as file, _told_of(revision, file.parent):
            given = file.parent / self._content
            folder = given if self._content and given.is_dir() else None  # it may have had another name then
            return _side(self._named(revision), load(file, folder, self.language, audience=self.audience))

    def _frozen_in(self, revision: Revision) -> Side:
        with written_alone(revision) as file, _told_of(revision, file.parent):
            return self._edition(file, self._named(revision))

    def _named(self, revision: Revision) -> str:
        commit = revision.commit[:_HASH]
        same = revision.commit.startswith(revision.name.lower())
        return commit if same else self.words("diff.sides.revision", name=revision.name, commit=commit)

    @property
    def _content(self) -> str:
        """Where the content folder is from that of the roadmap; empty when it is not below it, or as usual."""
        if self.content is None:
            return ""
        content, beside = self.content.absolute(), self.roadmap.parent.absolute()
        return content.relative_to(beside).as_posix() if content.is_relative_to(beside) else ""


def _from_root(file: str) -> PurePosixPath:
    """Return the way to a file in a revision; as for git it counts from the root, or from here when it says so."""
    here = open_repository(Path.cwd()).prefix if file.startswith(("./", "../")) else PurePosixPath()
    return way(posixpath.normpath((here / file).as_posix()))


def _with_file(revision: Revision, places: Sequence[PurePosixPath], words: Words) -> Revision:
    """Return a revision with the first of these places where it has a file. Raises UnknownSideError and GitError."""
    files = revision.files
    found = next((place for place in places if place in files), None)
    if found is None:
        raise UnknownSideError(words("diff.sides.not_there", name=revision.name, file=revision.file.as_posix()))
    return dataclasses.replace(revision, file=found)


@contextmanager
def _told_of(revision: Revision, folder: Path) -> Iterator[None]:
    """Tell what is wrong in a folder as what is wrong in the revision that was written there."""
    try:
        yield
    except WrongSideError as error:
        beside = revision.file.parent.as_posix()
        there = f"{revision.name}:{'' if beside == '.' else f'{beside}/'}"
        raise WrongSideError(str(error).replace(f"{shown(folder)}/", there)) from error


def _side(name: str, loaded: Loaded) -> Side:
    if loaded.roadmap is None:
        errors = (problem for problem in loaded.problems if problem.severity is Severity.ERROR)
        words = words_for(loaded.language)
        raise WrongSideError("\n".join((*map(str, errors), words("diff.sides.wrong", name=name))))
    prints = loaded.roadmap.settings.prints
    return Side(name, snapshot(loaded.roadmap), loaded.roadmap, loaded.editions, prints)
