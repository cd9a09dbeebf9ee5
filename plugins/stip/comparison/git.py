"""Git: read what a repository holds at a revision; starts git, and nothing else here does."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from stip.problems import StipError
from stip.text.brevity import beginning

SECONDS = 60.0
"""So long one question to git may take."""
_LINK, _MODULE = "120000", "160000"
_SAID = 300
_LINKS = 10
"""So many links to links are followed."""
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What a hook sets, and would lead git away from the folder that was asked for."""
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
"""What keeps git from writing, asking, fetching, and from taking a name for a pattern."""


class GitError(StipError):
    """Git is not there, takes too long or cannot read what was asked.

    `reason` is a key under `diff.git` of the catalogue, `values` fill its text; `str()` is plain English.
    """

    def __init__(self, reason: str, **values: str) -> None:
        """Keep the reason and what goes with it."""
        self.reason, self.values = reason, values
        super().__init__(f"git, {reason}: " + ", ".join(f"{key} {value}" for key, value in values.items()))


class Blob(NamedTuple):
    """A file in a revision: its id, its size in bytes, and where it is when it is reached by a link."""

    id: str
    size: int
    aim: PurePosixPath | None = None


@dataclass(frozen=True)
class Repository:
    """The repository in which a folder lies; `prefix` is the way to that folder from its root, with slashes."""

    program: str
    folder: Path
    prefix: PurePosixPath
    shallow: bool

    def commit(self, revision: str) -> str:
        """Return the id of the commit that a revision is; empty when there is none."""
        if not revision or revision.startswith("-") or any(sign in revision for sign in "\0\n"):
            return ""  # no name begins so, but an option does
        answer = _run(self.program, self.folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        return answer.stdout.decode("ascii", "replace").strip() if answer.returncode == 0 else ""

    def files(self, commit: str) -> dict[PurePosixPath, Blob]:
        """Return every file of a commit, by its path from the root; a link counts as what it leads to. GitError."""
        answer = self._ask(commit, "ls-tree", "-r", "-l", "-z", "--full-tree", commit)
        found, links = {}, {}
        for row in answer.decode("utf-8", "surrogateescape").split("\0"):
            about, _, name = row.partition("\t")
            if not name:
                continue
            mode, _, id_, size = about.split()
            path = way(name)
            if mode == _LINK:
                links[path] = id_
            elif mode != _MODULE and not {"..", ".git"}.intersection(path.parts) and _is_text(name):
                found[path] = Blob(id_, int(size))
        return {**found, **dict(self._linked(commit, links, found))}

    def _linked(
        self, commit: str, links: dict[PurePosixPath, str], files: dict[PurePosixPath, Blob]
    ) -> Iterator[tuple[PurePosixPath, Blob]]:
        aims = dict(zip(links, self.contents(commit, links.values()), strict=True)) if links else {}
        for link in links:
            path: PurePosixPath | None = link
            for _ in range(_LINKS):
                if path is None or path not in aims:
                    break
                path = _followed(path.parent, aims[path].decode("utf-8", "surrogateescape"))
            if path in files:
                yield link, files[path]._replace(aim=path)

    def contents(self, commit: str, ids: Iterable[str]) -> list[bytes]:
        """Return what is in files of a commit, in order. Raises GitError, also when this copy does not hold one."""
        ids = list(ids)
        text = self._ask(commit, "cat-file", "--batch", given="".join(f"{id_}\n" for id_ in ids).encode())
        found, at = [], 0
        for _ in ids:
            end = text.index(b"\n", at)
            head = text[at:end].split()
            if len(head) != 3:
                raise GitError("failed", name=commit, detail=text[at:end].decode("ascii", "replace"))
            size = int(head[2])
            found.append(text[end + 1 : end + 1 + size])
            at = end + size + 2
        return found

    def names(self) -> tuple[str, ...]:
        """Return the names of all branches and tags, those elsewhere too."""
        kinds = ("refs/heads", "refs/tags", "refs/remotes")
        answer = _run(self.program, self.folder, "for-each-ref", "--format=%(refname:short)", *kinds)
        return tuple(answer.stdout.decode("utf-8", "replace").split())

    def _ask(self, name: str, *options: str, given: bytes = b"") -> bytes:
        answer = _run(self.program, self.folder, *options, given=given)
        if answer.returncode != 0:
            raise GitError("failed", name=name, detail=_said(answer.stderr))
        return answer.stdout


def way(name: str) -> PurePosixPath:
    """Return the way to a file by its name, in the form in which letters with signs are one, as on most disks."""
    return PurePosixPath(unicodedata.normalize("NFC", name))


def _is_text(name: str) -> bool:
    """Tell whether a name is written in UTF-8: any other means something else on each machine."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def open_repository(folder: Path) -> Repository:
    """Return the repository in which a folder lies, or the nearest folder above it that is there. Raises GitError."""
    program = _find()
    there = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
    rest = folder.absolute().relative_to(there.absolute()) if there != folder else Path()
    answer = _run(program, there, "rev-parse", "--show-prefix", "--is-shallow-repository")
    if answer.returncode != 0:
        raise GitError("no-repository", detail=_said(answer.stderr))
    prefix, shallow = answer.stdout.decode("utf-8", "surrogateescape").split("\n")[:2]
    return Repository(program, there, way(prefix) / way(rest.as_posix()), shallow.strip() == "true")


def _find() -> str:
    """Find git on the path; never in the folder itself, where Windows looks first and anybody may have put it."""
    found = shutil.which("git")
    if found is None or Path(found).resolve().parent == Path.cwd().resolve():
        raise GitError("missing")
    return found


def _run(program: str, folder: Path, *options: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - git itself, with a list of arguments that no shell reads
            [program, "--no-pager", "-C", str(folder), *options],
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={name: value for name, value in os.environ.items() if name not in _ELSEWHERE} | _QUIET,
        )
    except subprocess.TimeoutExpired as error:
        raise GitError("timeout", seconds=f"{SECONDS:g}") from error
    except OSError as error:
        raise GitError("failed", name=program, detail=error.strerror or str(error)) from error


def _followed(folder: PurePosixPath, aim: str) -> PurePosixPath | None:
    """Return where a link leads; None for out of the repository."""
    parts = [*folder.parts]
    for part in way(aim).parts:
        if part == "/" or (part == ".." and not parts):
            return None
        parts = parts[:-1] if part == ".." else [*parts, part]
    return PurePosixPath(*parts)


def _said(text: bytes) -> str:
    """Return what git said, on one line."""
    return beginning(text.decode("utf-8", "replace"), _SAID) or "?"
