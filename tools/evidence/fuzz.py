"""Give every command thousands of inputs that nobody expected, and see that each is read or refused as it should be.

    python tools/evidence/fuzz.py [--minutes 2] [--seed 1] [--out DIR]

The minutes are of a processor. An input is the files of a good roadmap in which something was changed (`_mutation.py`),
and a command that reads them in a sandbox (`_sandbox.py`). It must end by itself with code 0, 1 or 2 within 5 seconds
and 1 GB; say what is wrong in lines with their places, and nothing of the program's insides; and open, write or ask
nothing outside its folder. What it builds must be read by what reads its form (`_outputs.py`). What is wrong is kept in
`DIR/fuzz/`, with the files and the command, and ends with code 1. Only where there is `fork`, as on Linux.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

import openpyxl.reader.excel  # noqa: F401 - before a process is made for each input
from _judging import faults_of
from _mutation import Dice, Files, mutated, worded_oddly
from _outputs import site_faults
from _places import place_oddly, strange_name
from _sandbox import Outcome, run_inside
from _seeds import CANARY, seeds
from _sheets import table_mutated, workbook_mutated
from _words import MARK

from building import ROOT
from spreadsheet import shapes
from stip import site  # noqa: F401 - likewise
from stip.cli import main as stip

_BUILD_SECONDS = 20


KINDS = {"check": 50, "steering": 12, "diff": 8, "rename": 7, "edition": 4, "import": 12}
KINDS |= {"build": 1.5, "poster": 0.4, "explain": 0.5, "new": 1}
"""How often each command is tried; `steering` is a check for those who steer."""


class Try(NamedTuple):
    """A command on files, of what kind it is, and what of the folder is odd."""

    kind: str
    arguments: list[str]
    files: Files
    done: list[str]
    places: int = 0


def main() -> int:
    """Try inputs until the time is up; return 1 when one of them did what none may do."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=2.0, help="minutes of a processor; 2")
    parser.add_argument("--seed", type=int, default=1, help="which inputs: the same seed gives the same; 1")
    parser.add_argument("--inputs", type=int, default=10**9, help="no more than so many")
    parser.add_argument("--only", default="", help=f"only these commands: {', '.join(KINDS)}")
    parser.add_argument("--out", type=Path, default=ROOT / ".build" / "evidence", help="where findings are kept")
    options = parser.parse_args()
    only = options.only.split(",") if options.only else KINDS
    fuzzer = Fuzzer(options.out / "fuzz", {kind: KINDS[kind] for kind in only})
    number = 0
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
    while fuzzer.seconds < options.minutes * 60 and number < options.inputs and not stopped:
        fuzzer.turn(options.seed, number)
        number += 1
        if number % 500 == 0:
            print(f"{number} inputs, {fuzzer.seconds:.0f} s, {len(fuzzer.found)} findings", flush=True)
    print(fuzzer.report())
    return 1 if fuzzer.found else 0


class Fuzzer:
    """Makes inputs, runs them, and keeps what is wrong: each sort once, with its files."""

    def __init__(self, out: Path, kinds: Mapping[str, float]) -> None:
        self.out, self.kinds = out, kinds
        self.seeds = seeds()
        self.books = {name: make() for name, (make, _) in shapes.SHAPES.items()}
        self.counts: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.seconds, self.slowest, self.largest = 0.0, (0.0, ""), (0, "")

    def turn(self, seed: int, number: int) -> None:
        """Make and run one input."""
        dice = random.Random(f"{seed}/{number}")  # noqa: S311 - a sample, not a secret
        one = self._input(dice)
        with tempfile.TemporaryDirectory(prefix="stip-fuzz-") as name:
            box = Path(name)
            project = box / "project"
            project.mkdir()
            write_files(box, one.files)
            done = [*one.done, *(place_oddly(project, dice) for _ in range(one.places))]
            limit = _BUILD_SECONDS if one.kind in {"build", "poster"} else 5
            outcome = run_inside(box, one.arguments, seconds=limit, start=stip)
            title = f"{seed}/{number} {' '.join(one.arguments)} ({'; '.join(done)})"
            self.seconds += outcome.seconds
            self.counts[one.kind] += 1
            self.codes[f"{one.kind} {outcome.code}"] += 1
            if one.kind not in {"build", "poster"}:
                self.slowest = max(self.slowest, (outcome.seconds, title))
            self.largest = max(self.largest, (outcome.megabytes, title))
            faults = list(faults_of(one.kind, one.arguments, outcome))
            if outcome.code == 0 and (project / "out-zz").is_dir():
                faults += [f"built {fault}" for fault in site_faults(project / "out-zz", MARK)]
            for fault in faults:
                self._keep(fault, title, one, outcome)
            _open_again(project)

    def _keep(self, fault: str, title: str, one: Try, outcome: Outcome) -> None:
        sort = re.sub(r"\d+", "N", re.sub(r"'[^']*'|\"[^\"]*\"", "_", fault))[:160]
        self.found[f"{one.kind}: {sort}"] += 1
        if self.found[f"{one.kind}: {sort}"] > 1:
            return
        print(f"FINDING {one.kind}: {fault[:400]}\n    {title[:400]}", flush=True)
        kept = self.out / f"{len(self.found):03}"
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        for name, data in one.files.items():
            path = kept / "files" / name
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            except (OSError, ValueError):
                continue
        said = f"{fault}\n{title}\ncode {outcome.code}, {outcome.seconds:.1f} s, {outcome.megabytes} MB\n{outcome.said}"
        (kept / "said.txt").write_text(said[:200_000], encoding="utf-8", errors="backslashreplace")

    def _input(self, dice: Dice) -> Try:
        kind = dice.choices([*self.kinds], [*self.kinds.values()])[0]
        seed = dice.choice(self.seeds)
        if kind == "import":
            return self._import(dice)
        gently = kind in {"build", "poster", "edition", "diff", "rename"} and dice.random() < 0.8
        files, done = worded_oddly(seed, dice) if gently else mutated(seed, dice)
        if dice.random() < 0.04:
            name, new = dice.choice(sorted(files)), strange_name(dice)
            folder, _, ending = name.rpartition("/")
            path = f"{folder}/{new}.{ending.rpartition('.')[2]}".lstrip("/")
            files[path] = files.pop(name) if dice.random() < 0.5 else files[name]
            done.append(f"{name} as {new!r}")
        places = int(dice.random() < 0.06)
        odd = dice.choice(
            ("zz", "ict", "balie", "../x", "con", MARK, "a" * 61, "\x1b[1m", "-", "unit:ict", "x:y", "é", "\udc80", "")
        )
        arguments = {
            "check": lambda: ["check", "--format", dice.choice(("text", "text", "json", "github", "gitlab")),
                              *dice.choice(([], ["--strict"], ["--hints"], ["--language", "en"]))],
            "steering": lambda: ["check", "--audience", "steering"],
            "diff": lambda: ["diff", "old", ".", "--format", dice.choice(("text", "markdown", "json"))],
            "rename": lambda: ["rename", "--", dice.choice(self._ids(seed)) if dice.random() < 0.8 else odd,
                               odd if dice.random() < 0.4 else "zz-nieuw"],
            "edition": lambda: ["edition", "--", odd if dice.random() < 0.4 else "zz-druk"],
            "build": lambda: ["build", "--out", "out-zz", "--no-manual", "--no-posters",
                              *dice.choice(([], ["--audience", "steering"], ["--urls", "html"]))],
            "poster": lambda: ["poster", "--size", "a3", "--out", "out-zz"],
            "explain": lambda: ["explain", "--", odd],
            "new": lambda: ["new", "new-zz", "--name", odd or "x", "--departments", f"{odd};{dice.choice(_NAMES)}"],
        }[kind]()  # fmt: skip
        if kind == "diff":
            files |= {f"old/{name}": data for name, data in seed.items()}
            if dice.random() < 0.3 and (edition := next((n for n in files if n.startswith("editions/")), "")):
                arguments[1] = edition
        return Try(kind, arguments, files, done, places)

    def _ids(self, seed: Mapping[str, bytes]) -> list[str]:
        found = re.findall(rb"\bid: *([a-z0-9-]+)", b"".join(seed.values()))
        return sorted({one.decode() for one in found}) or ["zz"]

    def _import(self, dice: Dice) -> Try:
        name = dice.choice(sorted(self.books))
        data = self.books[name]
        if data.startswith(b"PK"):
            file, data = "plan.xlsx", workbook_mutated(data, dice)
        else:
            file, data = "plan.csv", table_mutated(data.decode("utf-8", "replace"), dice)
        more = dice.choice(([], ["--dry-run"], ["--format", "json", "--dry-run"], ["--language", "en"]))
        return Try("import", ["import", file, "--out", "in-zz", *more], {file: data}, [name])

    def report(self) -> str:
        """Say what was tried and what was found."""
        lines = [f"{self.counts.total()} inputs, {self.seconds:.0f} s of a processor"]
        lines += [f"    {kind:<10} {count:>7}" for kind, count in self.counts.most_common()]
        lines += ["codes: " + ", ".join(f"{kind} {count}" for kind, count in sorted(self.codes.items()))]
        lines += [f"slowest {self.slowest[0]:.1f} s: {self.slowest[1][:200]}"]
        lines += [f"most memory {self.largest[0]} MB: {self.largest[1][:200]}"]
        lines += [f"{count:>6} x {sort}" for sort, count in self.found.most_common()]
        return "\n".join((*lines, f"{len(self.found)} sorts of findings"))


_NAMES = ("Balie", "Werf", "<b>x</b>", "con", "É", "x" * 200, "a\x07b", "\u202eabc", "Balie", "=1+1", "")


def write_files(box: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a project, and beside it something that nothing may read."""
    outside = box / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text(f"departments: [{{id: {CANARY}, name: {CANARY}}}]\n", encoding="utf-8")
    for name, data in files.items():
        path = box / "project" / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except (OSError, ValueError):  # a name that this disk does not take
            continue


def _open_again(project: Path) -> None:
    for path in project.rglob("*"):
        if not path.is_symlink() and path.is_file():
            path.chmod(0o600)


if __name__ == "__main__":
    sys.exit(main())
