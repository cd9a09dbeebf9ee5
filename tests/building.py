"""Write a MkDocs project to a folder and build it, strictly, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
HOST: Final = os.environ.get("STIP_HOST", "mkdocs")
"""The host that builds and serves in these tests, as Python knows it: `mkdocs`, or a fork that runs its plugins."""
LOGGER: Final = f"{HOST}.plugins.stip"
"""Where the plugin logs: a host names it after itself."""

# What a project of one file needs besides that file; written where a test gives no mkdocs.yml. Posters take time.
_MKDOCS_YML: Final = """\
site_name: Test
docs_dir: content
theme: {name: material, language: nl}
plugins: [search, {stip: {posters: false, manual: false}}]
"""


@dataclass(frozen=True)
class Built:
    """What a build left behind."""

    process: subprocess.CompletedProcess[str]
    site: Path

    @property
    def ok(self) -> bool:
        """Tell whether the build succeeded."""
        return self.process.returncode == 0

    @property
    def log(self) -> str:
        """Return all that the build said."""
        return self.process.stdout + self.process.stderr

    def text(self, path: str) -> str:
        """Return the text of one file of the site."""
        return (self.site / path).read_text(encoding="utf-8")


Project = Callable[[Mapping[str, str]], Path]
Build = Callable[..., Built]


def write_project(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files, {slash path: text}, to a new folder and return it.

    Texts are dedented. A minimal mkdocs.yml and an empty content/ are there unless the files say otherwise.
    """
    (folder / "content").mkdir(parents=True)
    for path, text in {"mkdocs.yml": _MKDOCS_YML, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(textwrap.dedent(text), encoding="utf-8", newline="\n")
    return folder


def build_strictly(
    project: Path,
    site: Path,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    host: str = HOST,
    python: str = sys.executable,
) -> Built:
    """Run `mkdocs build --strict` in the project, into the folder `site`; a failing build is no exception."""
    process = subprocess.run(
        [python, "-m", host, "build", "--strict", "--site-dir", str(site), *arguments],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Built(process, site)


def contents(makers: Iterable[tuple[str, Callable[[], bytes]]]) -> dict[str, bytes]:
    """Return files by their path, each made."""
    return {path: make() for path, make in makers}
