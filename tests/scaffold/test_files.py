"""A new site is whole and without a problem, whatever is answered."""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mkdocs.utils.yaml import yaml_load

from scaffold.sites import answers, made
from stip.model import Roadmap, StepKind
from stip.scaffold import AnswerError, file_names, read_departments, read_name, read_programme, site_files, text_files
from stip.schema import KINDS
from stip.text.words import LANGUAGES, words_for

TRAPS = ["Yes", "12:30", 'O\'Brien & "Zn": #1', "null", "- x", "@x", "2026-11-28", "«name»", "{{ x }}", "!ENV x"]
TRAPS += ["con", "INDEX", "部门", "---a", "~1", "0x1F", "1e3", "é: [x", "% a", "`a`", "*a*", "\\n", "\u200ba"]


def whole(roadmap: Roadmap | None) -> Roadmap:
    assert roadmap is not None
    return roadmap


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 2, 40])
def test_a_new_site_has_no_problem(tmp_path: Path, language: str, count: int) -> None:
    """No error, no warning and no hint: whoever begins has nothing to mend."""
    names = tuple(f"{words_for(language)('new.word')} {number}" for number in range(count))
    loaded = made(tmp_path / "site", answers(language, departments=names))
    assert loaded.problems == ()
    numbered = sorted(whole(loaded.roadmap).units.values(), key=lambda unit: unit.number or 0)
    assert tuple(unit.name for unit in numbered) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_usual_answers_have_no_problem(tmp_path: Path, language: str) -> None:
    loaded = made(tmp_path / "site", answers(language))
    assert loaded.problems == ()
    roadmap = whole(loaded.roadmap)
    assert {unit.name for unit in roadmap.units.values()} == set(answers(language).departments)
    assert (len(roadmap.personas), len(roadmap.questions)) == (2, 5)
    asked = sorted(roadmap.questions.values(), key=lambda question: question.order)
    assert [str(question.kind) for question in asked] == ["why", "benefit", "how", "help", "stays"]
    named = {id_ for question in asked for id_ in question.steps}
    assert named <= roadmap.steps.keys()
    assert named


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_path_begins_with_something_sensible(tmp_path: Path, language: str) -> None:
    """Each has a training, a celebration and a step that waits for another department, and says that it is a start."""
    roadmap = whole(made(tmp_path / "site", answers(language)).roadmap)
    word = {"nl": "voorbeeld", "en": "example"}[language]
    for unit in roadmap.units.values():
        kinds = {step.kind for step in unit.steps}
        assert {StepKind.TRAINING, StepKind.CELEBRATION} < kinds
        waits = [roadmap.unit_of[other].id for step in unit.steps for other in step.after]
        assert waits
        assert unit.id not in waits
        assert all(word in (step.text or "") for step in unit.steps)
    assert len({unit.steps[0].title for unit in roadmap.units.values()}) == 4


@pytest.mark.parametrize(
    "day", [dt.date(2000, 1, 1), dt.date(2028, 2, 29), dt.date(2026, 12, 31), dt.date(2150, 12, 31)]
)
def test_it_may_begin_on_any_day(tmp_path: Path, day: dt.date) -> None:
    loaded = made(tmp_path / "site", answers(updated=day, departments=("A", "B", "C", "D", "E")))
    assert loaded.problems == ()
    assert whole(loaded.roadmap).settings.updated == day


@settings(max_examples=60)
@given(
    language=st.sampled_from(LANGUAGES),
    names=st.lists(st.text(max_size=200) | st.sampled_from(TRAPS), min_size=3, max_size=6),
    day=st.dates(dt.date(2000, 1, 1), dt.date(2150, 12, 31)),
)
def test_any_name_that_is_taken_stands_in_the_site_as_it_is(language: str, names: list[str], day: dt.date) -> None:
    """A name that YAML, Markdown, Jinja or Windows reads as something else is still that name."""
    words = words_for(language)
    try:
        name, municipality = read_programme(names[0], words), read_name(names[1], words)
        departments = read_departments([re.sub("[,;]", "", name) for name in names[2:]], words)
    except AnswerError:
        return
    asked = answers(language, name=name, municipality=municipality, departments=departments, updated=day)
    with tempfile.TemporaryDirectory() as folder:
        loaded = made(Path(folder, "site"), asked)
        told = yaml_load(Path(folder, "site", "mkdocs.yml").read_text("utf-8"))["site_name"]
    assert {problem.severity for problem in loaded.problems} <= {"hint"}
    roadmap = whole(loaded.roadmap)
    assert told == roadmap.mission.programme.name == name
    assert roadmap.mission.programme.organisation == municipality
    assert sorted(unit.name for unit in roadmap.units.values()) == sorted(departments)


def test_the_traps_are_names_that_are_taken(tmp_path: Path) -> None:
    """So that the test above is about them too."""
    departments = tuple(read_name(name, words_for("nl")) for name in TRAPS)
    loaded = made(tmp_path / "site", answers(departments=departments))
    assert {problem.code for problem in loaded.problems} == {"ID-04"}  # '- x' and '@x' look much alike
    assert {unit.name for unit in whole(loaded.roadmap).units.values()} == set(departments)


def test_the_readme_shows_a_name_as_it_is() -> None:
    """In Markdown as hosts of repositories read it."""
    for name in (*TRAPS, "a ##", "x &amp; y", "&#38;", "[a](b)", "~~weg~~", "Súdwest-Fryslân"):
        text = text_files(answers(name=name, municipality=name))["README.md"].decode()
        shown = unescape(MarkdownIt().render(text)).splitlines()
        assert shown[0] == f"<h1>{name}</h1>"
        assert shown[1].startswith(f"<p>De site van {name}: ")


def test_the_same_answers_give_the_same_bytes() -> None:
    assert text_files(answers()) == text_files(answers())


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_known_by_name_before_they_are_made(language: str) -> None:
    files = text_files(answers(language))
    schemas = {name for name in file_names(answers(language)) if name.startswith("schema/")}
    assert {*files} | schemas == {*file_names(answers(language))}
    assert not schemas & files.keys()
    for name, content in files.items():
        assert content.endswith(b"\n"), name
        assert b"\r" not in content, name
        assert not re.search(rb"dot-git|\xc2\xab|\xc2\xbb|\{%", content), name
        assert not any(line.endswith((b" ", b"\t")) for line in content.splitlines()), name


def test_both_languages_have_the_same_files() -> None:
    """Each in its own words, but as many, and of the same kinds."""
    dutch, english = (file_names(answers(language, departments=("A", "B"))) for language in LANGUAGES)
    assert [Path(name).suffix for name in dutch] == [Path(name).suffix for name in english]
    assert {name for name in dutch if not name.startswith("content/")} == {
        name for name in english if not name.startswith("content/")
    }


def test_editors_find_the_schemas() -> None:
    """The files that an editor is told of are there, of those kinds, in the language of the site."""
    told = json.loads(text_files(answers("en"))[".vscode/settings.json"])["yaml.schemas"]
    files = site_files(answers("en"))
    schemas = {name: json.loads(files[name.removeprefix("./")])["title"] for name in told}
    titles = {named: schemas[name] for name, globs in told.items() for named in globs}
    meant = {"roadmap.yaml": "roadmap", "roadmap/*.yaml": "included", "sturing/*.yaml": "included"}
    assert titles == {name: words_for("en")(f"schema.kinds.{kind}") for name, kind in meant.items()}
    assert {name for name in files if name.startswith("schema/")} == {f"schema/{kind}.json" for kind in KINDS}
    assert (*files,) == file_names(answers("en"))


def test_every_department_has_an_owner_to_fill_in() -> None:
    """Behind a hash, for the groups are not there yet."""
    lines = text_files(answers(departments=("Zorg", "Wonen")))["CODEOWNERS"].decode().splitlines()
    assert "# /roadmap/zorg.yaml @gemeente/zorg" in lines
    assert "# /roadmap/wonen.yaml @gemeente/wonen" in lines
    assert all(line.startswith("#") for line in lines if line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_names_an_address_of_its_own(language: str) -> None:
    """Two programs that are explained elsewhere, this machine itself, and a gap to fill in; no index of packages."""
    named = {"www.mkdocs.org", "pre-commit.com", "127.0.0.1", "het-adres-van-je-site", "the-address-of-your-site"}
    for name, content in text_files(answers(language)).items():
        assert set(re.findall(r"https?://([\w.-]+)", content.decode())) <= named, name


def test_the_day_is_the_only_date_that_is_given() -> None:
    """A later day moves every step: the texts hold no year of their own."""
    for name, content in text_files(answers(updated=dt.date(2040, 5, 6))).items():
        years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", content.decode())}
        assert years <= {*range(2040, 2045)}, name
