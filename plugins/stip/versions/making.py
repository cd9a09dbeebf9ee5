"""What a site that is about to be made is made with, and from which files."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from contextlib import suppress
from importlib import metadata
from pathlib import Path

from stip import __version__
from stip.editions import FOLDER, Edition, edition_mark
from stip.loading import Loaded
from stip.model import Roadmap
from stip.versions.version import Version

HOST = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions")
"""What a site by MkDocs is made with besides."""
_TOOLS = ("Babel", "graphviz-pure", "icalendar", "Jinja2", "openpyxl", "pydantic", "pypdf", "PyYAML", "segno", "typst")


def marked(roadmap: Roadmap, editions: Iterable[Edition], engine: str, host: Iterable[str] = ()) -> Version:
    """Return the version of a site that is about to be made of a roadmap: without inputs and outputs yet."""
    mark, settings = edition_mark(roadmap, editions), roadmap.settings
    return Version(
        program=f"mkdocs-stip {__version__}",
        python=".".join(platform.python_version_tuple()[:2]),
        tools=tools_of((*_TOOLS, *host)),
        engine=engine,
        language=settings.language,
        audience=str(roadmap.audience),
        updated=settings.updated.isoformat(),
        edition=mark.name if mark.exact else "",
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


def input_files(loaded: Loaded, roadmap: Path, overrides: Path | None = None) -> list[Path]:
    """Return every file that was read of what people write, and the looks of the site itself."""
    files = [path for path in loaded.inputs if path.is_file()]
    editions = roadmap.parent / FOLDER
    files += [path for path in editions.glob("*.json") if path.name[0] != "."] if editions.is_dir() else []
    if overrides and overrides.is_dir():
        files += [path for path in overrides.rglob("*") if path.is_file()]
    return files
