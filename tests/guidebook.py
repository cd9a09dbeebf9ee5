"""Guidebook: the pages for maintainers as tests read them: their examples, and mistakes with their message."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from mkdocs.utils.yaml import yaml_load

from building import ROOT
from stip.model import Audience, Mission, practice_kinds

FOLDER: Final = ROOT / "content" / "handleiding"
MANUAL: Final = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
_SMALL: Final = Path(__file__).with_name("guidebook.yaml")
_FENCE: Final = re.compile(r"^```([\w-]*)\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)
_NAMED: Final = re.compile(r"# ([\w./-]+\.(?:ya?ml|md))\n")
_MESSAGE: Final = re.compile(r"^(?P<file>[\w./-]+?)(?::\d+:\d+)?: (?:error|warning|hint) [A-Z]{2}-\d+: ", re.MULTILINE)
_PLACE: Final = re.compile(r"^([\w./-]+\.\w+):(\d+):(\d+): ")
_MISSION: Final = "content/missie.md"
_MERGED: Final = {"roadmap.yaml", _MISSION}
"""Files of which an example is a few keys, that stand in place of those of the small municipality."""
_UNIT: Final = """\
departments:
  - id: {name}
    name: {name}
    part_of: {above}
    manager: Teamleider
    contact: {{role: Teamleider}}
    steps:
"""
"""In what stand the steps of an example."""


@dataclass(frozen=True)
class Fence:
    """A part of a page between fences: its language, its text, and its place among those of its page."""

    page: str
    at: int
    language: str
    text: str

    @property
    def name(self) -> str:
        """How a test calls it, and the file that it becomes."""
        return f"{self.page}-{self.at}"

    @property
    def file(self) -> str:
        """The file that its first line says it is of; empty without such a line."""
        named = _NAMED.match(self.text)
        return named[1] if named else ""

    @property
    def data(self) -> Any:
        """What its YAML says, as MkDocs reads it too."""
        return yaml_load(self.text.split("---\n")[1] if self.is_page else self.text)

    @property
    def is_page(self) -> bool:
        """Whether it is a page that begins with its data."""
        return self.text.startswith("---\n")

    @property
    def is_list(self) -> bool:
        """Whether it is a list of steps, as it stands in the file of a department."""
        return bool(re.match(r"(?:#.*\n)* +- ", self.text))

    @property
    def is_loose(self) -> bool:
        """Whether it is a few keys of a step or a department."""
        return bool(re.match(r" +\w", self.text))

    @property
    def keys(self) -> set[str]:
        """The lists that it has, or the settings; none when it is a list of steps itself."""
        return set() if self.is_list else set(self.data)

    @property
    def is_mission(self) -> bool:
        """Whether it is a part of the file with the mission."""
        return not (self.is_list or self.is_page or self.is_loose) and self.keys <= set(Mission.model_fields)

    def head(self, name: str = "", above: str = "burgerzaken") -> str:
        """Return what stands before it in its file, when it is a list of steps."""
        return _UNIT.format(name=name or self.name, above=above) if self.is_list else ""

    @property
    def path(self) -> str:
        """The file in which a maintainer would write it; empty for settings, options and a few loose keys."""
        kinds = practice_kinds()
        if self.is_page:
            return f"content/{'personas' if 'needs' in self.keys else 'vragen'}/{self.name}.md"
        if self.is_list or "departments" in self.keys:
            return f"roadmap/{self.name}.yaml"
        if not self.keys <= set(kinds):
            return ""
        closed = any(kinds[key].audience is Audience.STEERING for key in self.keys)
        return f"{'sturing' if closed else 'roadmap'}/{self.name}.yaml"

    @property
    def records(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What it declares in lists, by the name of its kind and its id."""
        kinds = practice_kinds()
        lists = {} if self.is_page else {key: self.data[key] for key in self.keys & set(kinds)}
        return {(kinds[key].record, item["id"]): item for key, items in lists.items() for item in items}


@dataclass(frozen=True)
class Mistake:
    """An example with something wrong, and what its page says that `stip check` says of it."""

    fence: Fence
    message: str

    @property
    def path(self) -> str:
        """The file in which it stands, as its first line says, or the message."""
        found = _MESSAGE.match(self.message)
        assert found is not None
        return self.fence.file or ("roadmap.yaml" if found["file"].startswith("editions/") else found["file"])

    @property
    def head(self) -> str:
        """What stands before it in its file."""
        if self.path == _MISSION and not self.fence.is_page:
            return "---\n"
        return self.fence.head(Path(self.path).stem, "dienstverlening")

    @property
    def audience(self) -> Audience:
        """For whom it must be checked to be found."""
        return Audience.STEERING if self.path.startswith("sturing/") else Audience.STAFF

    def files(self) -> Mapping[str, str]:
        """Return the small municipality with this example in it."""
        files = dict(small())
        before = files.get(self.path, "") if self.path in _MERGED and not self.fence.is_page else ""
        rest = _without(before.removeprefix(self.head), self.fence.text)
        return {**files, self.path: self.head + self.fence.text + rest}

    def told(self, problem: str) -> str:
        """Return a problem as the page tells it: a line counts from the top of the example."""
        found = _PLACE.match(problem)
        if not found or found[1] != self.path:
            return problem
        return f"{found[1]}:{int(found[2]) - self.head.count(chr(10))}:{found[3]}: {problem[found.end() :]}"


def small() -> Mapping[str, str]:
    """Return a small municipality, {path: text}, with a few of the ids of the example."""
    files: Mapping[str, str] = yaml.safe_load(_SMALL.read_text(encoding="utf-8"))
    return files


def _without(text: str, other: str) -> str:
    """Return YAML without the outermost keys that another has too."""
    keys = re.findall(r"^(\w+):", other, flags=re.MULTILINE)
    return re.sub(rf"^(?:{'|'.join(keys)}):.*\n(?:(?: |- ).*\n)*", "", text, flags=re.MULTILINE) if keys else text


def fences(pages: Mapping[str, str]) -> Iterator[Fence]:
    """Yield all that stands between fences, in order."""
    for page, text in pages.items():
        for at, (language, inside) in enumerate(_FENCE.findall(text), start=1):
            yield Fence(page, at, language, inside)


def is_message(fence: Fence) -> bool:
    """Tell whether it is what `stip check` prints."""
    return fence.language == "text" and bool(_MESSAGE.match(fence.text))


def quoted(text: str) -> int:
    """Return how many problems a page quotes, wherever they stand."""
    return len(_MESSAGE.findall(text))


FENCES: Final = tuple(fences(MANUAL))
MISTAKES: Final = tuple(
    Mistake(one, after.text)
    for one, after in itertools.pairwise(FENCES)
    if is_message(after) and one.page == after.page
)
_WRONG: Final = {mistake.fence for mistake in MISTAKES}
EXAMPLES: Final = tuple(one for one in FENCES if one.language in {"yaml", "markdown"} and one not in _WRONG)
"""Examples that are right as they stand."""
