"""Build the example, and run some tests, with other versions of what Stip needs: in an environment of their own.

    python tools/environments.py lowest|newest [--python python3.13] [--no-tests] [--quick]

`lowest` has what requirements/lowest.txt pins: the lowest versions that pyproject.toml says will do. `newest` asks the
package index for the newest of all. Stip itself comes from its wheel, as anyone installs it. `--quick` makes one print
of the example, and runs a few tests of each foreign tool: it is for the pipeline.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
KINDS = ("lowest", "newest")
EXTRAS = "site,poster,excel"
HOSTS = ("properdocs", "zensical")
EXAMPLE = ("mkdocs.yml", "roadmap.yaml", "roadmap", "content", "editions", "site_overrides")
SLICE = (
    "tests/diagrams",
    "tests/exports",
    "tests/spreadsheet",
    "tests/text",
    "tests/test_hosts.py",
    "tests/test_schema.py",
)
"""The tests of what hands over to foreign tools."""
QUICK = (
    "tests/diagrams",
    "tests/exports/test_calendar.py",
    "tests/loading/test_files.py",
    "tests/poster/test_code.py",
    "tests/poster/test_typesetting.py",
    "tests/spreadsheet/test_plan_sheet.py",
    "tests/text/test_dates.py",
)
"""A few of each tool: Graphviz, icalendar, PyYAML with pydantic, segno, typst with pypdf, openpyxl, Babel."""
_POSTERS = re.compile(r"^( +)posters:.*\n(?:\1 +.*\n)*", re.MULTILINE)
_ONE_PRINT = r"\1posters: {sizes: [a3], mono: [], tiles: [], teams: false}\n"


def main() -> int:
    """Set up, build, test; return 1 when anything fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--python", default=sys.executable, help="the Python to do it with")
    parser.add_argument("--tests", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--quick", action="store_true", help="one print of the example, and a few of the tests")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        python = environment(options.kind, Path(made) / "environment", options.python)
        project = example(Path(made) / "example")
        if options.quick:
            print_once(project / "mkdocs.yml")
        _run([python, "-m", "mkdocs", "build", "--strict", "--site-dir", str(Path(made) / "site")], project)
        if options.tests and options.python == sys.executable:
            add_tools(python)
            _run([python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(QUICK if options.quick else SLICE)], ROOT)
    return 0


def environment(kind: str, folder: Path, python: str = sys.executable) -> str:
    """Set up an environment with these versions and our wheel; return its Python."""
    _run([python, "-m", "venv", str(folder)], ROOT)
    own = str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")
    pip = [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "wheel")], ROOT)
    (wheel,) = (folder / "wheel").glob("*.whl")
    if kind == "lowest":
        _run([*pip, "--require-hashes", "--requirement", str(ROOT / "requirements" / "lowest.txt")], ROOT)
        _run([*pip, "--no-deps", "--no-index", str(wheel)], ROOT)
    else:
        _run([*pip, f"{wheel}[{EXTRAS}]", *HOSTS], ROOT)
    return own


def add_tools(python: str) -> None:
    """Let an environment find the tools of the tests here, behind all that it has itself."""
    told = subprocess.run(  # noqa: S603 - our own
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    here = [path for path in sys.path if path.endswith("site-packages")]
    Path(told.stdout.strip(), "zz_tools.pth").write_text("\n".join(here), encoding="utf-8")


def example(folder: Path) -> Path:
    """Copy the example municipality to a new folder and return it."""
    for name in EXAMPLE:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    return folder


def print_once(settings: Path) -> None:
    """Let a project make one small print, and none of the others."""
    text, count = _POSTERS.subn(_ONE_PRINT, settings.read_text(encoding="utf-8"))
    if count != 1:
        raise SystemExit(f"{settings}: there is no one place that tells which prints to make")
    settings.write_text(text, encoding="utf-8")


def _run(command: Sequence[str], folder: Path) -> None:
    """Run a command with nothing but what its Python has installed; raise SystemExit when it fails."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env={**kept, "NO_MKDOCS_2_WARNING": "1"}, check=False)  # noqa: S603 - our own
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {done.returncode}")


if __name__ == "__main__":
    sys.exit(main())
