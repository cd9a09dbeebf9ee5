"""The wheel: what people install has every file of the package and nothing else, and builds the example by itself."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from building import ROOT, build_strictly
from machines import ELSEWHERE, EXAMPLE, contents, copied, environment
from stip.versions.version import read
from tracked import PACKAGE, tracked_files

LARGEST: Final = 2_500_000
"""Bytes of the wheel: who adds a font or a picture looks at what it costs everyone."""
TOLD: Final = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
"""What a wheel tells of itself."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(file: Path) -> Iterator[zipfile.ZipFile]:
    """Open the wheel."""
    with zipfile.ZipFile(file) as opened:
        yield opened


def test_it_has_every_file_of_the_package_and_no_other(wheel: zipfile.ZipFile) -> None:
    ours = {path.relative_to(PACKAGE.parent).as_posix() for path in tracked_files() if path.is_relative_to(PACKAGE)}
    told = {name for name in wheel.namelist() if re.fullmatch(r"mkdocs_stip-[^/]+\.dist-info/.+", name)}
    assert set(wheel.namelist()) - told == ours
    assert {name.partition("/")[2] for name in told} == TOLD


def test_it_has_no_test_and_nothing_that_a_run_left(wheel: zipfile.ZipFile) -> None:
    left = re.compile(r"(^|/)(tests?|__pycache__|\.[^/]+)(/|$)|\.(pyc|orig|rej|tmp|part)$|(^|/)test_[^/]*\.py$")
    assert [name for name in wheel.namelist() if left.search(name)] == []


def test_it_stays_small(file: Path) -> None:
    assert file.stat().st_size < LARGEST


@pytest.mark.parametrize(
    "pattern",
    [
        r"stip/py\.typed",
        r"stip/text/words/nl/.+\.yaml",
        r"stip/text/words/en/.+\.yaml",
        r"stip/art/.+\.svg",
        r"stip/theme/.+\.html",
        r"stip/theme/.+\.css",
        r"stip/theme/.+\.woff2",
        r"stip/theme/.+(OFL|LICEN[CS]E).*\.txt",
        r"stip/poster/fonts/.+\.ttf",
        r"stip/poster/fonts/.+OFL\.txt",
        r"stip/poster/.+\.typ",
        r"stip/pages/templates/.+",
        r"stip/scaffold/templates/.+",
        r"stip/schemas/.+\.json",
        r"stip/manual/examples\.json",
    ],
)
def test_it_has_what_a_site_is_made_of(wheel: zipfile.ZipFile, pattern: str) -> None:
    assert [name for name in wheel.namelist() if re.fullmatch(pattern, name)]


def test_every_font_comes_with_its_licence(wheel: zipfile.ZipFile) -> None:
    fonts = {re.sub(r"-\d00(-italic)?\.\w+$", "", name) for name in wheel.namelist() if "/fonts/" in name}
    names = {name for name in fonts if not name.endswith(".txt")}
    assert names
    assert {f"{name}-OFL.txt" for name in names} <= set(wheel.namelist())


def test_it_tells_its_entry_points(wheel: zipfile.ZipFile) -> None:
    [name] = [name for name in wheel.namelist() if name.endswith("/entry_points.txt")]
    entry_points = configparser.ConfigParser()
    entry_points.read_string(wheel.read(name).decode())
    assert entry_points["console_scripts"]["stip"] == "stip.cli:main"
    assert entry_points["mkdocs.plugins"]["stip"] == "stip.adapters.mkdocs:StipPlugin"


def test_it_builds_the_example_by_itself(file: Path, example_site: Path, tmp_path: Path) -> None:
    """To the very same bytes, on a machine where all but the content is another: the sitemap and the version included.

    It has what the program needs, and none of these sources. Prints come from what is kept here:
    `tools/evidence/same.py` makes them there too. The files of those who steer are not there, and are missed nowhere.
    """
    python = _installed(file, tmp_path / "environment")
    where = "import stip; print(stip.__file__)"
    said = subprocess.run([python, "-c", where], env={"PYTHONPATH": ""}, check=True, capture_output=True, text=True)
    assert Path(said.stdout.strip()).is_relative_to(tmp_path)
    project = copied([name for name in EXAMPLE if name != "sturing"], tmp_path, cache=True)
    variables = {**environment(tmp_path / "home"), "PYTHONPATH": str(ELSEWHERE)}
    built = build_strictly(project, tmp_path / "site", environment=variables, python=python)
    assert built.ok, built.log
    here, there = contents(example_site), contents(built.site)
    assert sorted(path for path in {*here, *there} if here.get(path) != there.get(path)) == []
    assert [path for path in read(here["versie.json"]).inputs if path.startswith("sturing/")] == []


def _installed(wheel: Path, folder: Path) -> str:
    """Put the wheel into a new environment that finds what it needs where the tests do; return its Python."""
    venv.create(folder, symlinks=sys.platform != "win32")
    python = str(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    told = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(told, check=True, capture_output=True, text=True).stdout.strip())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    here = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "needed.pth").write_text("\n".join(here), encoding="utf-8")
    return python
