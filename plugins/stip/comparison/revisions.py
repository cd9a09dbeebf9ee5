"""Revisions: the files of a roadmap at a revision, in a folder for as long as it takes to read them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from stip.comparison.git import Blob, Repository
from stip.editions import FOLDER
from stip.loading import is_named, named_files
from stip.loading.files import LARGEST
from stip.model import Audience

_CONTENT = ("content", "docs")
_TEXT = ".md"
_READ = 64_000
"""Of other files in the content folder, such as documents, only the size counts once they are larger, in bytes."""
_POINTER = b"version https://git-lfs.github.com/spec/"
_STRANGE = frozenset('<>:"|?*\\')
"""What a name cannot have on Windows."""


@dataclass(frozen=True)
class Revision:
    """A commit in a repository, as it was asked for, and the file in it by its way from the root."""

    repository: Repository
    name: str
    commit: str
    file: PurePosixPath

    @property
    def files(self) -> dict[PurePosixPath, Blob]:
        """Every file of the commit. Raises GitError."""
        return self.repository.files(self.commit)


@contextmanager
def written(revision: Revision, content: str = "", audience: Audience = Audience.STAFF) -> Iterator[Path]:
    """Write a roadmap and all that belongs to it to a folder of its own, and return where the roadmap is in it.

    `content` is the folder with the mission from that of the roadmap, if it has another name than usual. What only
    those who steer may read is written for them alone. Raises GitError, and OSError when the folder cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="stip-", ignore_cleanup_errors=True) as made:
        beside, into = revision.file.parent, Path(made)
        files = {path.relative_to(beside): blob for path, blob in revision.files.items() if path.is_relative_to(beside)}
        main = PurePosixPath(revision.file.name)
        _write(revision, {main: files[main]}, into)
        named = named_files(into / main)
        folders = {FOLDER, *_CONTENT, *([content] if content else [])}

        def is_wanted(path: PurePosixPath) -> bool:
            if is_named(into / path, into, named.everyone):
                return True
            if is_named(into / path, into, named.steering):
                return audience is Audience.STEERING
            return any(path.is_relative_to(folder) for folder in folders)

        rest = {path: blob for path, blob in files.items() if path != main and is_wanted(path)}
        _write(revision, rest, into)
        yield into / main


@contextmanager
def written_alone(revision: Revision) -> Iterator[Path]:
    """Write one file to a folder of its own, and return where it is. Raises GitError and OSError."""
    with tempfile.TemporaryDirectory(prefix="stip-", ignore_cleanup_errors=True) as made:
        name = PurePosixPath(revision.file.name)
        _write(revision, {name: revision.files[revision.file]}, Path(made))
        yield Path(made) / name


def _write(revision: Revision, files: Mapping[PurePosixPath, Blob], into: Path) -> None:
    files = {path: blob for path, blob in files.items() if _is_possible(path)}
    beside = revision.file.parent
    aims = ((path, _aim(blob, beside)) for path, blob in files.items())
    links = {path: aim for path, aim in aims if aim and aim in files}
    found = {path: blob for path, blob in files.items() if path not in links}
    read = {path: blob for path, blob in found.items() if blob.size <= _READ or _is_read(path, blob)}
    contents = revision.repository.contents(revision.commit, [blob.id for blob in read.values()])
    for path in found:
        (into / path).parent.mkdir(parents=True, exist_ok=True)
    for path, content in zip(read, contents, strict=True):
        if content.startswith(_POINTER):
            _write_size(into / path, _pointed(content))
        else:
            (into / path).write_bytes(content)
    for path in found.keys() - read.keys():
        _write_size(into / path, found[path].size)
    for path, aim in links.items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):  # not everyone may make links, and what it leads to is there
            (into / path).symlink_to(into / aim)


def _aim(blob: Blob, beside: PurePosixPath) -> PurePosixPath | None:
    """Return where a link leads, from the folder of the roadmap; a file that is written too is then there twice."""
    return blob.aim.relative_to(beside) if blob.aim and blob.aim.is_relative_to(beside) else None


def _is_read(path: PurePosixPath, blob: Blob) -> bool:
    """Tell whether a file is read as a text; in the content folder that is Markdown alone."""
    return blob.size <= LARGEST and (path.suffix.lower() == _TEXT or path.parts[0] not in _CONTENT)


def _is_possible(path: PurePosixPath) -> bool:
    """Tell whether this machine can have a file of this name."""
    return os.name != "nt" or not any(_STRANGE.intersection(part) or part[-1] in " ." for part in path.parts)


def _write_size(path: Path, size: int) -> None:
    """Write a file of a size with nothing in it."""
    with path.open("wb") as file:
        file.truncate(size)


def _pointed(pointer: bytes) -> int:
    """Return the size of the file that lies elsewhere, as its pointer tells."""
    sizes = [line.split()[1] for line in pointer.splitlines() if line.startswith(b"size ")]
    return int(sizes[0]) if sizes and sizes[0].isdigit() else len(pointer)
