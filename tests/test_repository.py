"""What the repository promises of itself: locked requirements, true lower bounds, a complete catalogue."""

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from typing import Final

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from building import ROOT
from tracked import PACKAGE, tracked_files

WORDS: Final = PACKAGE / "text" / "words"
LANGUAGES: Final = ("nl", "en")
LOCKS: Final = ("dev", "evidence", "lowest", "site")

# Put together here, or this file would be the first to name one.
INDEX_HOSTS: Final = tuple(".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org")))


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


def test_the_lowest_lock_has_what_is_declared() -> None:
    """Each bound that we declare is what `make lowest` builds and tests with: none is a guess."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    declared = [*project["project"]["dependencies"], *(one for extra in extras for one in extra)]
    pins = dict(name.split("==") for name in (one.split(" ;")[0] for one in locked("lowest")))
    for requirement in map(Requirement, declared):
        pinned = Version(pins[canonicalize_name(requirement.name)])
        lowest = [Version(one.version) for one in requirement.specifier if one.operator in {">=", "=="}]
        assert lowest == [pinned], requirement


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
