"""Every key is explained, and every example of a record is good YAML that loads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from building import ROOT
from stip.loading import load
from stip.manual.forms import form_of
from stip.manual.keys import parts
from stip.manual.samples import as_yaml, sample, scalar
from stip.model import Audience, Unit, practice_kinds
from stip.problems import Severity
from stip.text.words import LANGUAGES, words_for

BASE = {language: ROOT / "tests" / "cases" / f"base.{language}.yaml" for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_of_every_list_loads(language: str, tmp_path: Path) -> None:
    """All together, for they name each other: no error."""
    files: dict[str, str] = yaml.safe_load(BASE[language].read_text("utf-8"))
    files["roadmap.yaml"] = files["roadmap.yaml"].replace(
        "departments:\n", "include_steering: [s/*.yaml]\ndepartments:\n", 1
    )
    for folder, audience in (("roadmap", Audience.STAFF), ("s", Audience.STEERING)):
        kinds = [kind for kind in practice_kinds().values() if kind.audience is audience]
        lines = [line for kind in kinds for line in parts(language)[kind.record].sample]
        files[f"{folder}/lists.yaml"] = "\n".join(lines) + "\n"
    for name, text in files.items():
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    loaded = load(tmp_path / "roadmap.yaml", audience=Audience.STEERING)
    assert [str(problem) for problem in loaded.problems if problem.severity is Severity.ERROR] == []
    assert loaded.roadmap is not None
    assert {type(one) for one in loaded.roadmap.practices} == set(practice_kinds().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_with_any_key_is_good(language: str) -> None:
    """The record takes it, as YAML reads it: whatever the key, it has a value of the form that it asks."""
    words = words_for(language)
    for part in parts(language).values():
        for name in part.model.model_fields:
            key = part.model.model_fields[name].alias or name
            tree = sample(part.model, words, key=key)
            read = yaml.load("\n".join(as_yaml(tree)), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
            assert key in tree
            part.model.model_validate(_typed(read, tree))


def _typed(read: Any, meant: Any) -> Any:
    """Give what was read as text the type that was meant, for our own reader does that."""
    if isinstance(meant, dict):
        return {key: _typed(read[key], part) for key, part in meant.items()}
    if isinstance(meant, list):
        return [_typed(one, part) for one, part in zip(read, meant, strict=True)]
    assert read == (str(meant).lower() if isinstance(meant, bool) else str(meant))
    return meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_meaning_and_a_form(language: str) -> None:
    """None is left out, and none is told with a hole in it."""
    for part in parts(language).values():
        own = {field.alias or name for name, field in part.model.model_fields.items()}
        assert own <= {key.name for key in part.keys}
        assert all(key.meaning and key.told and "{of" not in key.told for key in part.keys)
        assert all(code in part.codes for code in part.codes)


def test_every_list_stands_in_the_roadmap() -> None:
    """Who reads about roadmap.yaml reads which lists there are."""
    keys = {key.name: key for key in parts("nl")["settings"].keys}
    assert set(practice_kinds()) < set(keys)
    assert keys["budgets"].steering
    assert not keys["trainings"].steering


def test_a_key_says_what_it_takes() -> None:
    """Fixed values with their meaning, what holds without it, a range, the kind of record that it names."""
    keys = {key.name: key for key in parts("nl")["step"].keys}
    assert dict(keys["status"].values)["done"] == "klaar"
    assert keys["status"].default == "planned"
    assert keys["impact"].told == "een heel getal van 1 tot en met 5"
    assert keys["after"].told == "een lijst, met telkens het id van een stap"
    assert keys["when"].required
    assert "of een blok met regels" in keys["benefit"].told


def test_the_place_is_the_nearest() -> None:
    """A moment stands in many lists; an example shows it in one, under all keys that it needs."""
    part = parts("en")["contact"]
    assert part.where.above == ("departments", "contact")
    lines = part.example("phone", words_for("en"))
    assert lines[0] == "departments:"
    assert lines[-1] == '      phone: "14 000"'
    assert parts("en")["goal"].sample[0] == "---"


def test_forms_follow_the_class() -> None:
    """A department's short name is a short line."""
    form = form_of(Unit.model_fields["short"])
    assert (form.kind, form.most) == ("line", 40)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Een training", "Een training"),
        ("2027-Q1", "2027-Q1"),
        ("2026-12-08", "2026-12-08"),
        ("09:30", '"09:30"'),
        ("14 000", '"14 000"'),
        ("ja: nee", '"ja: nee"'),
        ("no", '"no"'),
        ('zeg "ja"', '"zeg \\"ja\\""'),
        (True, "true"),
        (3, "3"),
    ],
)
def test_values_are_quoted_where_they_must(value: object, written: str) -> None:
    assert scalar(value) == written
