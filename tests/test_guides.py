"""What the guides tell to write and to type is what the program takes; the README stays short."""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from building import ROOT
from stip.adapters.mkdocs.options import StipConfig, print_settings
from stip.cli.check import add_check
from stip.cli.diff import add_diff
from stip.cli.edition import add_edition
from stip.cli.poster import add_poster
from stip.loading import Loaded, load
from stip.loading.codes import RULES
from stip.model import Audience, Settings, practice_kinds
from stip.model.discretion import steering_parts
from stip.model.money import reckon
from stip.model.practices import BusinessCase
from stip.printing import PrintSettings
from stip.problems import Severity
from stip.text.numbers import money_text
from stip.text.words import Words, words_for

README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE: Final = (ROOT / "Makefile").read_text(encoding="utf-8")
GUIDE: Final = (ROOT / "docs" / "posters.md").read_text(encoding="utf-8")
POSTERS: Final = [line for line in GUIDE.splitlines() if line.startswith("stip poster ")]
MANUAL: Final = {
    path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "content" / "handleiding").glob("*.md")
}
_INPUTS: Final = ("roadmap", "sturing", "content", "editions")
_UNIT: Final = """\
departments:
  - id: {name}
    name: {name}
    part_of: burgerzaken
    manager: Teamleider
    contact: {{role: Teamleider}}
    steps:
"""
"""In what stand the steps of an example."""


@dataclass(frozen=True)
class Example:
    """An example in the manual: YAML, or a page that begins with it."""

    name: str
    text: str

    @property
    def data(self) -> Any:
        """What its YAML says, as MkDocs reads it too."""
        return yaml_load(self.text.split("---\n")[1] if self.is_page else self.text)

    @property
    def is_page(self) -> bool:
        """Whether it is a page: of a question, for of no other there is an example."""
        return self.text.startswith("---\n")

    @property
    def keys(self) -> set[str]:
        """The lists that it has, or the settings; none when it is a list of steps itself."""
        return set() if isinstance(self.data, list) else set(self.data)

    @property
    def head(self) -> str:
        """What stands before it when it is a list of steps."""
        return _UNIT.format(name=self.name) if isinstance(self.data, list) else ""

    @property
    def path(self) -> str:
        """The file in which a maintainer would write it; empty for settings and options."""
        kinds = practice_kinds()
        if self.is_page:
            return f"content/vragen/{self.name}.md"
        if not self.keys <= set(kinds):
            return ""
        closed = any(kinds[key].audience is Audience.STEERING for key in self.keys)
        return f"{'sturing' if closed else 'roadmap'}/{self.name}.yaml"

    @property
    def records(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What it declares in lists, by the name of its kind and its id."""
        kinds = practice_kinds()
        lists = {key: self.data[key] for key in self.keys & set(kinds)}
        return {(kinds[key].record, item["id"]): item for key, items in lists.items() for item in items}


def examples() -> list[Example]:
    """Return every example of the manual, named by its page and its place on it."""
    block = re.compile(r"```(?:yaml|markdown)\n(.*?)```", flags=re.DOTALL)
    found = {page: block.findall(text) for page, text in sorted(MANUAL.items())}
    return [Example(f"{page}-{at}", text) for page, texts in found.items() for at, text in enumerate(texts, start=1)]


EXAMPLES: Final = examples()
WRITTEN: Final = [one for one in EXAMPLES if one.path]
OPTIONS: Final = [one for one in EXAMPLES if not one.path and "plugins" in one.keys]
SETTINGS: Final = [one for one in EXAMPLES if not one.path and "plugins" not in one.keys]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the example municipality, with all that the manual tells to write."""
    made = tmp_path_factory.mktemp("manual")
    for name in _INPUTS:
        shutil.copytree(ROOT / name, made / name)
    shutil.copy(ROOT / "roadmap.yaml", made)
    for one in WRITTEN:
        (made / one.path).write_text(one.head + one.text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def loaded(folder: Path) -> Loaded:
    """Return what came of it for those who steer."""
    return load(folder / "roadmap.yaml", audience=Audience.STEERING)


@pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.name)
def test_what_the_manual_writes_is_right(one: Example, loaded: Loaded) -> None:
    """Nothing is wrong with it, nor missing: it can be copied."""
    above = one.head.count("\n")
    own = [
        found for found in loaded.problems if found.place.file.endswith(one.path) and (found.place.line or 0) > above
    ]
    assert [str(found) for found in own if found.severity is not Severity.HINT] == []
    assert loaded.roadmap is not None
    steps = {step["id"] for step in one.data} if isinstance(one.data, list) else set()
    questions = {one.name} if one.is_page else set()
    assert steps or questions or one.records
    assert steps <= set(loaded.roadmap.steps)
    assert questions <= set(loaded.roadmap.questions)
    assert set(one.records) <= set(loaded.roadmap.practice)


def test_the_manual_has_examples_of_every_sort() -> None:
    assert min(map(len, (WRITTEN, OPTIONS, SETTINGS))) > 0
    assert {Path(one.path).parts[0] for one in WRITTEN} == {"roadmap", "sturing", "content"}


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.name)
def test_settings_in_the_manual_are_taken(one: Example) -> None:
    given = {
        key: yaml.safe_load((ROOT / "roadmap.yaml").read_text("utf-8"))[key] for key in ("version", "updated", "start")
    }
    settings = Settings.model_validate({"language": "nl", **given, **one.data})
    assert set(one.data) <= settings.model_fields_set
    assert set(settings.checks) <= {rule.code for rule in RULES.values()}


@pytest.mark.parametrize("one", OPTIONS, ids=lambda one: one.name)
def test_options_in_the_manual_are_taken(one: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable decides for whom, as the manual says; without it the site is for everyone."""
    for value, audience in (("", Audience.STAFF), ("steering", Audience.STEERING)):
        monkeypatch.setenv("STIP_AUDIENCE", value) if value else monkeypatch.delenv("STIP_AUDIENCE", raising=False)
        [options] = [plugin["stip"] for plugin in one.data["plugins"] if "stip" in plugin]
        config = StipConfig()
        config.load_dict(options)
        assert config.validate() == ([], [])
        assert config.audience == audience


def test_the_manual_names_all_that_only_those_who_steer_may_read() -> None:
    text = MANUAL["sturing"]
    kinds = practice_kinds()
    named = re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)
    assert named == [key for key, kind in kinds.items() if kind.audience is Audience.STEERING]
    fields = {name for kind in kinds.values() if kind.audience is Audience.STAFF for name in steering_parts(kind).out}
    assert fields
    assert {name for name in fields if f"`{name}`" not in text} == set()


def test_what_the_manual_keeps_apart_is_not_for_everyone(folder: Path, loaded: Loaded) -> None:
    """Neither what stands in a file of those who steer, nor what says so itself."""
    staff = load(folder / "roadmap.yaml").roadmap
    assert staff is not None
    assert loaded.roadmap is not None
    closed = [one for one in WRITTEN if one.path.startswith("sturing")]
    own = [key for one in closed for key in one.records]
    said = [key for one in WRITTEN for key, item in one.records.items() if item.get("audience") == Audience.STEERING]
    assert own
    assert said
    assert [key for key in (*own, *said) if key in staff.practice] == []


def test_the_manual_reckons_as_the_site_does(loaded: Loaded) -> None:
    """Its table, its year of payback and its worth today are those of its example."""
    text, words = MANUAL["geld-invullen"], words_for("nl")
    assert loaded.roadmap is not None
    case = loaded.roadmap.practice[BusinessCase.record, "zk-voorbeeld"]
    assert isinstance(case, BusinessCase)
    found = reckon(case)
    told = [re.split(r" *\| *", line)[1:-1] for line in re.findall(r"^\| 2\d{3} \|.*$", text, flags=re.MULTILINE)]
    amounts = [(year.year, year.cost, year.gain, year.net, year.cumulative) for year in found.years]
    assert told == [[str(year), *(_money(amount, words) for amount in rest)] for year, *rest in amounts]
    assert f"Hier is dat {found.payback}." in text
    assert f"Hier is de uitkomst {_money(found.present_value, words)}." in text


def _money(amount: Decimal, words: Words) -> str:
    return money_text(amount, words).replace("\N{NO-BREAK SPACE}", " ")


def test_the_manual_tells_what_an_intervention_needs(folder: Path) -> None:
    """Each of the fields that it calls needed is; the rest of its example is not asked for."""
    needed = re.findall(r"^\| `(\w+)` \|", MANUAL["ingrijppunt-toevoegen"], flags=re.MULTILINE)
    [one] = [one for one in WRITTEN if "kind: intervention" in one.text]
    lines = (one.head + one.text).splitlines()
    bare = [line for line in lines if line.split(":")[0].strip() not in needed]
    try:
        (folder / one.path).write_text("\n".join(bare), encoding="utf-8")
        problems = load(folder / "roadmap.yaml").problems
    finally:
        (folder / one.path).write_text(one.head + one.text, encoding="utf-8")
    [problem] = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert problem.code == RULES["interventions_are_complete"].code
    assert problem.message.endswith(f": {', '.join(needed)}")


def test_commands_of_the_manual_are_understood() -> None:
    blocks = [block for text in MANUAL.values() for block in re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL)]
    lines = [line for block in blocks for line in block.splitlines()]
    assert lines
    for line in lines:
        words = [word for word in shlex.split(line) if not word.startswith("STIP_AUDIENCE=")]
        if words[:2] == ["stip", "check"]:
            parser = argparse.ArgumentParser()
            add_check(parser)
            assert parser.parse_args(words[2:]).audience == Audience.STEERING
        elif words[:2] == ["stip", "diff"]:
            parser = argparse.ArgumentParser()
            add_diff(parser)
            assert parser.parse_args(words[2:]).old
        elif words[0] == "make":
            assert re.search(rf"^{words[1]}: ", MAKEFILE, flags=re.MULTILINE)
        else:
            assert words[:2] == ["mkdocs", "build"]


def test_the_options_for_posters_are_all_there_with_what_holds_without_them() -> None:
    blocks = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", GUIDE, flags=re.DOTALL)]
    [given] = [
        plugin["stip"]["posters"]
        for block in blocks
        for plugin in block.get("plugins", [])
        if isinstance(plugin, dict) and "stip" in plugin
    ]
    config = StipConfig()
    config.load_dict({"posters": given})
    assert config.validate() == ([], [])
    assert set(given) == set(config.posters.keys()) - {"enabled"}
    assert print_settings(config, serving=False) == PrintSettings()
    assert print_settings(config, serving=True) is None


@pytest.mark.parametrize("line", POSTERS)
def test_a_command_is_understood(line: str) -> None:
    parser = argparse.ArgumentParser()
    add_poster(parser)
    assert parser.parse_args(shlex.split(line, comments=True)[2:]).out


def test_commands_are_shown() -> None:
    assert len(POSTERS) > 1


def test_an_edition_takes_a_name() -> None:
    parser = argparse.ArgumentParser()
    add_edition(parser)
    assert "`stip edition NAME`" in GUIDE
    assert parser.parse_args(["NAME"]).name == "NAME"


def test_the_readme_counts_the_lists() -> None:
    audiences = [kind.audience for kind in practice_kinds().values()]
    assert re.findall(r"\((\d+) kinds\)", README) == [str(audiences.count(one)) for one in Audience]


def test_the_readme_is_read_in_a_minute() -> None:
    assert len(README.splitlines()) <= 80
