"""What the guides tell to write and to type is what the program takes; the README stays short."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from building import ROOT
from guidebook import EXAMPLES, MANUAL, Fence
from stip.adapters.mkdocs.options import StipConfig, print_settings
from stip.loading import Loaded, load
from stip.loading.codes import RULES
from stip.model import Audience, Mission, Settings, Step, Unit, practice_kinds
from stip.model.discretion import steering_parts
from stip.model.money import reckon
from stip.model.practices import BusinessCase
from stip.printing import PrintSettings
from stip.problems import Severity
from stip.text.numbers import money_text
from stip.text.words import Words, words_for

README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE: Final = (ROOT / "docs" / "posters.md").read_text(encoding="utf-8")
_INPUTS: Final = ("roadmap", "sturing", "content", "editions")
WRITTEN: Final = [one for one in EXAMPLES if one.path]
_REST: Final = [one for one in EXAMPLES if not one.path and not one.file.startswith(".")]
NEXT: Final = {RULES["personas_have_steps"].code}
"""What a page says to do after its example."""
LOOSE: Final = [one for one in _REST if one.is_loose]
OPTIONS: Final = [one for one in _REST if one.file == "mkdocs.yml" or "plugins" in one.keys]
MISSION: Final = [one for one in _REST if one.is_mission]
SETTINGS: Final = [one for one in _REST if one not in (*LOOSE, *OPTIONS, *MISSION)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the example municipality, with all that the manual tells to write."""
    made = tmp_path_factory.mktemp("manual")
    for name in _INPUTS:
        shutil.copytree(ROOT / name, made / name)
    shutil.copy(ROOT / "roadmap.yaml", made)
    for one in WRITTEN:
        (made / one.path).write_text(one.head() + one.text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def loaded(folder: Path) -> Loaded:
    """Return what came of it for those who steer."""
    return load(folder / "roadmap.yaml", audience=Audience.STEERING)


@pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.name)
def test_what_the_manual_writes_is_right(one: Fence, loaded: Loaded) -> None:
    """Nothing is wrong with it, nor missing: it can be copied."""
    above = one.head().count("\n")
    told = [found for found in loaded.problems if found.severity is not Severity.HINT and found.code not in NEXT]
    own = [found for found in told if found.place.file.endswith(one.path) and found.place.line > above]
    assert [str(found) for found in own] == []
    roadmap = loaded.roadmap
    assert roadmap is not None
    units = [] if one.is_list or one.is_page else one.data.get("departments", [])
    steps = one.data if one.is_list else [step for unit in units for step in unit.get("steps", [])]
    pages = {one.name} if one.is_page else set()
    assert steps or units or pages or one.records
    assert {step["id"] for step in steps} <= set(roadmap.steps)
    assert {unit["id"] for unit in units} <= set(roadmap.units)
    assert pages <= {*roadmap.questions, *roadmap.personas}
    assert set(one.records) <= set(roadmap.practice)


def test_the_manual_has_examples_of_every_sort() -> None:
    assert min(map(len, (WRITTEN, LOOSE, OPTIONS, MISSION, SETTINGS))) > 0
    assert {Path(one.path).parts[0] for one in WRITTEN} == {"roadmap", "sturing", "content"}


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.name)
def test_settings_in_the_manual_are_taken(one: Fence) -> None:
    given = {
        key: yaml.safe_load((ROOT / "roadmap.yaml").read_text("utf-8"))[key] for key in ("version", "updated", "start")
    }
    settings = Settings.model_validate({"language": "nl", **given, **one.data})
    assert set(one.data) <= settings.model_fields_set
    assert set(settings.checks) <= {rule.code for rule in RULES.values()}


@pytest.mark.parametrize("one", LOOSE, ids=lambda one: one.name)
def test_loose_keys_in_the_manual_are_taken(one: Fence) -> None:
    """They are of a step or of a department, with values that these may have."""
    step, unit = {"id": "one", "title": "One", "when": "2027"}, {"id": "one", "name": "One"}
    if one.keys <= set(Step.model_fields):
        Step.model_validate({**step, **one.data})
    else:
        Unit.model_validate({**unit, **one.data})


@pytest.mark.parametrize("one", MISSION, ids=lambda one: one.name)
def test_parts_of_the_mission_in_the_manual_are_taken(one: Fence) -> None:
    _, data, _ = (ROOT / "content" / "missie.md").read_text(encoding="utf-8").split("---\n", 2)
    mission = Mission.model_validate({**yaml.safe_load(data), **one.data})
    assert one.keys <= mission.model_fields_set


@pytest.mark.parametrize("one", OPTIONS, ids=lambda one: one.name)
def test_options_in_the_manual_are_taken(one: Fence, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs knows them. A variable decides for whom, as the manual says; without it the site is for everyone."""
    assert one.keys <= set(MkDocsConfig().data)
    known = {entry.name.removeprefix("material/") for entry in entry_points(group="mkdocs.plugins")}
    for value, audience in (("", Audience.STAFF), ("steering", Audience.STEERING)):
        monkeypatch.setenv("STIP_AUDIENCE", value) if value else monkeypatch.delenv("STIP_AUDIENCE", raising=False)
        plugins = [{plugin: {}} if isinstance(plugin, str) else plugin for plugin in one.data.get("plugins", [])]
        assert {name for plugin in plugins for name in plugin} <= known
        for options in [plugin["stip"] for plugin in plugins if plugin.get("stip")]:
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
    lines = (one.head() + one.text).splitlines()
    bare = [line for line in lines if line.split(":")[0].strip() not in needed]
    try:
        (folder / one.path).write_text("\n".join(bare), encoding="utf-8")
        problems = load(folder / "roadmap.yaml").problems
    finally:
        (folder / one.path).write_text(one.head() + one.text, encoding="utf-8")
    [problem] = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert problem.code == RULES["interventions_are_complete"].code
    assert problem.message.endswith(f": {', '.join(needed)}")


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


def test_the_readme_counts_the_lists() -> None:
    audiences = [kind.audience for kind in practice_kinds().values()]
    assert re.findall(r"\((\d+) kinds\)", README) == [str(audiences.count(one)) for one in Audience]


def test_the_readme_leads_to_every_guide() -> None:
    guides = {path.name for path in (ROOT / "docs").glob("*.md")}
    assert guides == set(re.findall(r"\]\(docs/([\w.-]+\.md)\)", README))


def test_the_readme_is_read_in_a_minute() -> None:
    assert len(README.splitlines()) <= 80
