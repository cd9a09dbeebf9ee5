"""What the repository promises of itself: locked requirements, a complete wheel, a complete catalogue."""

import configparser
import re
import string
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
import yaml

from building import ROOT

PACKAGE: Final = ROOT / "plugins" / "stip"
WORDS: Final = PACKAGE / "text" / "words"
LANGUAGES: Final = ("nl", "en")
LOCKS: Final = ("dev", "evidence", "site")

# Put together here, or this file would be the first to name one.
INDEX_HOSTS: Final = tuple(".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org")))


def tracked_files() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("This is no git work tree, so there is no list of what is ours.")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def locked(name: str) -> dict[str, str]:
    """Return each requirement of a lock with its continuation lines."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    lines = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    return {line.split(" --hash")[0].strip(): line for line in lines if line.strip()}


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_requirement_is_pinned_and_hashed(name: str) -> None:
    requirements = locked(name)
    assert requirements
    for requirement, line in requirements.items():
        assert re.match(r"[A-Za-z0-9._-]+==\S+( ;|$)", requirement), requirement
        assert "--hash=sha256:" in line, requirement


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_no_index_and_no_folder_of_a_person(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert "http" not in text
    assert not re.search(r"(^|\s)(/|file:|--index|--extra-index|--find-links)", text, flags=re.MULTILINE)


def test_the_locks_agree() -> None:
    assert locked("site").items() <= locked("dev").items()


def test_no_file_names_a_package_index() -> None:
    named = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in tracked_files()
        for host in INDEX_HOSTS
        if host.encode() in path.read_bytes()
    ]
    assert named == []


def test_no_lock_of_npm_names_an_address() -> None:
    """Neither where a package came from nor who asks for money: both are others' business."""
    locks = [path.read_text(encoding="utf-8") for path in tracked_files() if path.name == "package-lock.json"]
    assert locks
    assert all('"integrity"' in lock and "://" not in lock for lock in locks)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as opened:
        yield opened


def test_the_wheel_has_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    ours = {path for path in tracked_files() if path.is_relative_to(PACKAGE)}
    assert {path.relative_to(PACKAGE.parent).as_posix() for path in ours} <= set(wheel.namelist())


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
        r"stip/pages/templates/.+",
        r".+\.dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_has_what_a_site_is_made_of(wheel: zipfile.ZipFile, pattern: str) -> None:
    assert [name for name in wheel.namelist() if re.fullmatch(pattern, name)]


def test_the_wheel_has_nothing_else(wheel: zipfile.ZipFile) -> None:
    assert not [name for name in wheel.namelist() if not re.match(r"stip/|mkdocs_stip-[^/]+\.dist-info/", name)]


def test_the_wheel_tells_its_entry_points(wheel: zipfile.ZipFile) -> None:
    [name] = [name for name in wheel.namelist() if name.endswith("/entry_points.txt")]
    entry_points = configparser.ConfigParser()
    entry_points.read_string(wheel.read(name).decode())
    assert entry_points["console_scripts"]["stip"] == "stip.cli:main"
    assert entry_points["mkdocs.plugins"]["stip"] == "stip.adapters.mkdocs:StipPlugin"


def entries(node: object, key: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a catalogue file with its dotted key."""
    if isinstance(node, Mapping):
        for name, below in node.items():
            # YAML reads a bare `on`, `no` or `1` as something else than text; the code asks for text.
            assert isinstance(name, str), f"{key}.{name}: put the key in quotes"
            yield from entries(below, f"{key}.{name}")
    else:
        assert isinstance(node, str), f"{key}: a text, not {node!r}"
        assert node.strip(), f"{key}: no text"
        yield key, node


def catalogue(language: str, topic: str) -> dict[str, str]:
    path = WORDS / language / f"{topic}.yaml"
    return dict(entries(yaml.safe_load(path.read_text(encoding="utf-8")), topic))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def topics(language: str) -> list[str]:
    return sorted(path.stem for path in (WORDS / language).glob("*.yaml"))


def test_both_languages_have_the_same_topics() -> None:
    assert topics("nl") == topics("en") != []


@pytest.mark.parametrize("topic", topics("nl"))
def test_both_languages_say_the_same_things(topic: str) -> None:
    dutch, english = (catalogue(language, topic) for language in LANGUAGES)
    assert sorted(dutch) == sorted(english)
    # A plural's "one" may leave the number out ("een stap"); every other text uses what it is given.
    assert {key: placeholders(dutch[key]) - {"count"} for key in dutch} == {
        key: placeholders(english[key]) - {"count"} for key in dutch
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_has_both_forms(language: str) -> None:
    for topic in topics(language):
        keys = set(catalogue(language, topic))
        alone = [key for key in keys if key.endswith(".one") and key.removesuffix("one") + "other" not in keys]
        assert alone == [], topic
