"""Build the example, and run some tests, with other versions of what Stip needs: in an environment of their own.

    python tools/environments.py lowest|newest [--python python3.13] [--no-tests]

`lowest` has what requirements/lowest.txt pins: the lowest versions that pyproject.toml says will do. `newest` asks the
package index for the newest of all. Stip itself comes from its wheel, as anyone installs it.
"""

from __future__ import annotations

import argparse
import os
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


def main() -> int:
    """Set up, build, test; return 1 when anything fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--python", default=sys.executable, help="the Python to do it with")
    parser.add_argument("--tests", action=argparse.BooleanOptionalAction, default=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        python = environment(options.kind, Path(made) / "environment", options.python)
        project = example(Path(made) / "example")
        _run([python, "-m", "mkdocs", "build", "--strict", "--site-dir", str(Path(made) / "site")], project)
        if options.tests and options.python == sys.executable:
            add_tools(python)
            _run([python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *SLICE], ROOT)
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


def _run(command: Sequence[str], folder: Path) -> None:
    """Run a command with nothing but what its Python has installed; raise SystemExit when it fails."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env={**kept, "NO_MKDOCS_2_WARNING": "1"}, check=False)  # noqa: S603 - our own
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {done.returncode}")


if __name__ == "__main__":
    sys.exit(main())
