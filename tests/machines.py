"""Build a project as on another machine: everything that is not its content is different there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from building import ROOT

ELSEWHERE: Final = Path(__file__).parent / "elsewhere"
EXAMPLE: Final = ("mkdocs.yml", "roadmap.yaml", "roadmap", "sturing", "content", "editions", "site_overrides")
"""The files and folders that the example is made from."""
_LONG_AGO = 1_000_000_000


def copied(names: Iterable[str], folder: Path, *, cache: bool = False) -> Path:
    """Copy a project to a folder far away, the last file first, as if all of it were old; return it.

    With `cache` it has all that was kept between builds.
    """
    place = folder / "a folder with spaces" / "en diep" / "weg" / "project"
    place.mkdir(parents=True)
    roots = [ROOT / name for name in (*names, *([".cache"] if cache else []))]
    files = [path for root in roots for path in ([root] if root.is_file() else root.rglob("*")) if path.is_file()]
    for file in sorted(files, reverse=True):
        target = place / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        if ".cache" not in file.parts:
            os.utime(target, (_LONG_AGO, _LONG_AGO))
    return place


def environment(home: Path) -> Mapping[str, str]:
    """Return the variables of another machine: its language, its clock, its seed, its home and its order of files."""
    home.mkdir()
    path = os.pathsep.join([str(ELSEWHERE), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": path,
        "HOME": str(home),
        "USER": "iemand",
    }


def contents(site: Path) -> dict[str, bytes]:
    """Return what every file of a site holds."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
