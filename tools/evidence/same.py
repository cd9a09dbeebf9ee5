"""Build the example here and as on another machine, for staff and for those who steer, and compare every byte.

    python tools/evidence/same.py [--out DIR]

The other machine has another language, clock, seed, home, umask, number of cores, order of files in folders and order
in which they came, and old files in another folder. Each site is made twice there: with nothing kept, and again
with all that is kept. What differs is named, and ends with code 1.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from building import ROOT, build_strictly
from machines import EXAMPLE, contents, copied, environment
from stip.model import Audience


def main() -> int:
    """Print a line for each site; return 1 when anything differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, help="where reports go; this proof only prints")
    parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        elsewhere, other = copied(EXAMPLE, folder), environment(folder / "home")
        for audience in Audience:
            here = _built(ROOT, folder / f"here-{audience}", {"STIP_AUDIENCE": audience})
            print(f"{audience}: {len(here)} files, {sum(map(len, here.values())) / 1e6:.1f} MB, version {_mark(here)}")
            for kept in ("nothing kept", "all kept"):
                there = _built(elsewhere, folder / f"{audience}-{kept[:3]}", {**other, "STIP_AUDIENCE": audience})
                differ = sorted(path for path in {*here, *there} if here.get(path) != there.get(path))
                print(f"    elsewhere, {kept}: version {_mark(there)}, {len(differ)} differ {differ[:5] or ''}")
                wrong += len(differ)
    return 1 if wrong else 0


def _built(project: Path, site: Path, variables: dict[str, str]) -> dict[str, bytes]:
    built = build_strictly(project, site, environment=variables)
    if not built.ok:
        raise SystemExit(built.log)
    return contents(site)


def _mark(files: dict[str, bytes]) -> str:
    return hashlib.sha256(files["versie.json"]).hexdigest()[:12]


if __name__ == "__main__":
    sys.exit(main())
