"""What a version of a site is: its program, its inputs and its files, each by a mark that no other content has."""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from stip import __version__
from stip.text.words import LANGUAGES, Words, words_for

FORM = 1
"""The form of the file; another number means that a program which reads it must change."""
HOST = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions")
"""What a site by MkDocs is made with besides."""
TOOLS = ("Babel", "graphviz-pure", "icalendar", "Jinja2", "openpyxl", "pydantic", "pypdf", "PyYAML", "segno", "typst")
"""What every site is made with."""
_MARK = 64


@dataclass(frozen=True)
class Version:
    """All that decides what a site is, and what it is. `inputs` and `outputs` are SHA-256 by slash path.

    An input counts from the folder of roadmap.yaml, an output from the root of the site.
    """

    program: str
    python: str
    tools: Mapping[str, str]
    engine: str
    language: str
    audience: str
    updated: str
    edition: str
    """The name of the edition that the roadmap is, exactly; empty when it is none."""
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]


def begun(language: str, audience: str, updated: str, edition: str, engine: str, host: Iterable[str] = ()) -> Version:
    """Return the version of a site that is about to be made: without inputs and outputs yet."""
    return Version(
        program=f"mkdocs-stip {__version__}",
        python=".".join(platform.python_version_tuple()[:2]),
        tools=tools_of((*TOOLS, *host)),
        engine=engine,
        language=language,
        audience=audience,
        updated=updated,
        edition=edition,
        inputs={},
        outputs={},
    )


def tools_of(names: Iterable[str]) -> dict[str, str]:
    """Return the versions of what is installed of these."""
    found = {}
    for name in sorted(names, key=str.casefold):
        with suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found


def hashed(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by slash path; a link to a folder counts as a file."""
    found = {}
    for root, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in (*files, *links):
            path = Path(root, name)
            found[path.relative_to(folder).as_posix()] = mark_of(path)
    return dict(sorted(found.items()))


def mark_of(path: Path) -> str:
    """Return the SHA-256 of a file; of a link to a folder, or one that leads nowhere, that of where it leads."""
    if not path.is_file():
        return hashlib.sha256(os.fsencode(path.readlink())).hexdigest() if path.is_symlink() else ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(version: Version) -> bytes:
    """Return the text of the file, in ASCII: the same bytes for the same version."""
    return (json.dumps({"version": FORM, **asdict(version)}, indent=1) + "\n").encode("ascii")


def path_of(words: Words) -> str:
    """Return the slash path of the file under the root of a site."""
    return f"{words('site.path.version')}.json"


def find_version(site: Path) -> Path | None:
    """Return the file of the version of a site, in whatever language; None when there is none."""
    files = [site / path_of(words_for(language)) for language in LANGUAGES]
    return next((file for file in files if file.is_file()), None)


def read(content: bytes) -> Version:
    """Read the text of the file. Raises ValueError when it is not one of ours, or of another form."""
    try:
        data: Any = json.loads(content)
        form = data.pop("version")
        version = Version(**data)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if form != FORM or not _is_whole(version):
        raise ValueError("not the version of a site")
    return version


def _is_whole(version: Version) -> bool:
    """Tell whether all of it is what it should be: the file may be of anybody."""
    maps: list[Any] = [version.inputs, version.outputs, version.tools]
    texts: list[Any] = [value for value in vars(version).values() if value not in maps]
    if not all(isinstance(one, dict) for one in maps):
        return False
    texts += [text for one in maps for pair in one.items() for text in pair]
    marks = [mark for one in maps[:2] for mark in one.values()]
    return (
        all(isinstance(text, str) for text in texts)
        and all(len(mark) == _MARK for mark in marks)
        and not any(_leaves(path) for path in version.outputs)
    )


def _leaves(path: str) -> bool:
    """Tell whether a path leads out of the site: then a stranger wrote it."""
    return ".." in Path(path).parts or Path(path).is_absolute() or "\0" in path
