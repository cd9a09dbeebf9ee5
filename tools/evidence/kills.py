"""Kill every command at every moment at which it changes something on the disk, and see what is there then.

    python tools/evidence/kills.py [--out DIR] [--only NAME,NAME]

What stands there must be all of the old or all of the new. Where a command changes many files, some may be new and some
old when it is killed: then the next command that looks there must put all back. When the same command runs again
everything must be new and nothing may be left over. Files are broken off in the middle too, by a limit of the system.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from building import write_project
from moments import Moment, moments
from samples import mkdocs_yml, roadmap
from spreadsheet.shapes import write_shape

SMALL = ("--no-posters", "--no-manual", "--no-embed")


@dataclass(frozen=True)
class Case:
    """A command, the one that looks next, and the folder in which something is there already."""

    name: str
    command: tuple[str, ...]
    look: tuple[str, ...] = ()
    many: bool = False
    """Whether it changes many files that are there, one after the other: between is put back, not impossible."""
    each: bool = False
    """Whether each of its files is of use alone: then some may be there, and the others not yet."""
    watch: str = "."
    """What must be old or new; what goes may be half gone elsewhere."""


CASES = (
    Case("edition", ("edition", "2026-zz"), ("check",)),
    Case("rename", ("rename", "unit:unit-0", "een"), ("check",), many=True),
    Case("rename a file", ("rename", "persona:pers", "mens"), ("check",), many=True),
    Case("new", ("new", "a/site", "--defaults", "--updated", "2026-11-28")),
    Case(
        "new in a folder",
        ("new", "leeg", "--defaults", "--updated", "2026-11-28"),
        ("check", "leeg/roadmap.yaml"),
        many=True,
    ),
    Case("import", ("import", "plain_list.xlsx", "--updated", "2026-11-28")),
    Case(
        "import in a folder",
        ("import", "plain_list.xlsx", "--updated", "2026-11-28", "--out", "leegte"),
        ("check", "leegte/roadmap.yaml"),
        many=True,
    ),
    Case("schema", ("schema", "--out", "schemas"), each=True),
    Case("diff", ("diff", "editions/2026-oud.json", "--out", "verschil.md")),
    Case("build", ("build", *SMALL, "--out", "site"), ("verify", "site"), many=True),
    Case("build again", ("build", *SMALL, "--out", "gebouwd"), ("verify", "gebouwd"), many=True),
    Case("swap", ("swap", "beside/site", "published"), ("verify", "published"), watch="published"),
    Case("swap the first time", ("swap", "beside/site", "first"), ("verify", "first"), watch="first"),
    Case("poster", ("poster", "--size", "a3", "--out", "print"), each=True),
)


def main() -> int:
    """Print a line for each command; return 1 when anything is lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, help="where reports go; this proof only prints")
    parser.add_argument("--only", default="", help="names of commands, with commas")
    parser.add_argument("--every", type=int, default=1, help="take only each so many moments")
    options = parser.parse_args()
    only = [name for name in options.only.split(",") if name]
    wrong = total = 0
    with tempfile.TemporaryDirectory() as name:
        source = _prepared(Path(name))
        for case in CASES:
            if only and case.name not in only:
                continue
            start = time.perf_counter()
            found = moments(source, Path(name) / "work", case.command, case.look, every=options.every, watch=case.watch)
            faults = [one for one in found if _faults(one, case)]
            states = Counter(f"{one.state}, then {one.looked}" if case.look else one.state for one in found)
            told = "; ".join(f"{state}: {count}" for state, count in sorted(states.items()))
            print(f"{case.name:<20} {len(found):>4} moments  {time.perf_counter() - start:>6.0f} s  {told}", flush=True)
            for one in faults:
                print(f"    <<< {one}")
            wrong, total = wrong + len(faults), total + len(found)
    print(f"{total} moments, {wrong} with a loss")
    return 1 if wrong else 0


def _faults(one: Moment, case: Case) -> bool:
    """Tell whether something was lost, or left over."""
    if one.again != "new" or one.left:
        return True
    if case.each:
        return False  # each file is whole: the command again makes the same of all of them
    if case.many and "build" not in case.command:
        return one.looked == "between"
    return not case.many and "between" in {one.state, one.looked}


def _prepared(folder: Path) -> Path:
    """Make a project with all that the commands work on."""
    source = folder / "source"
    write_project(source, {**mkdocs_yml(), **roadmap(departments=1, steps=3)})
    write_shape("plain_list", source)
    for name in ("leeg", "leegte"):
        (source / name).mkdir()
        (source / name / ".gitkeep").touch()
    (source / "leegte" / ".gitkeep").unlink()
    _stip(source, "edition", "2026-oud")
    _stip(source, "build", *SMALL, "--out", "gebouwd")
    text = (source / "roadmap.yaml").read_text("utf-8")
    (source / "roadmap.yaml").write_text(text.replace("Zzstep 0 0", "Zznew 0 0"), encoding="utf-8")
    _stip(source, "build", *SMALL, "--out", "beside/site")
    shutil.copytree(source / "gebouwd", source / "published")
    return source


def _stip(folder: Path, *arguments: str) -> None:
    command: Sequence[str] = [sys.executable, "-m", "stip", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(main())
