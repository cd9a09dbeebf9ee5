"""Run every long proof, one after the other, and keep what each says: nothing here is needed for a site.

    python tools/evidence [NAME ...] [--out .build/evidence]

Each module of this folder is a proof: it prints what it found and ends with code 1 when anything is wrong. What it
prints is kept as `OUT/NAME.txt`; a proof that has a report for people writes it there itself, as `OUT/NAME.md`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PROOFS = sorted(file.stem for file in HERE.glob("*.py") if not file.stem.startswith("_"))
OUT = HERE.parents[1] / ".build" / "evidence"


def main() -> int:
    """Run the proofs that are named, or all; return 1 when one of them found something wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PROOFS))
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if unknown := set(options.names) - set(PROOFS):
        parser.error(f"no such proof: {', '.join(sorted(unknown))}")
    options.out.mkdir(parents=True, exist_ok=True)
    wrong = [name for name in options.names or PROOFS if _run(name, options.out)]
    print(f"wrong: {', '.join(wrong)}" if wrong else "every proof holds")
    return int(bool(wrong))


def _run(name: str, out: Path) -> int:
    """Run one proof, show its lines as they come and keep them; return its code."""
    print(f"== {name}", flush=True)
    command = [sys.executable, str(HERE / f"{name}.py"), "--out", str(out)]
    with (out / f"{name}.txt").open("w", encoding="utf-8") as kept:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")  # noqa: S603 - our own
        for line in process.stdout or ():
            print(line, end="", flush=True)
            kept.write(line)
        return process.wait()


if __name__ == "__main__":
    sys.exit(main())
