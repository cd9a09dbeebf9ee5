"""What is kept beside the package: only what it made itself, found again as long as it was made of the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from stip import beside
from stip.adapters.mkdocs import theming
from stip.choices import Audience
from stip.compiling import Compiled
from stip.manual import manual
from stip.pages.templating import page_environment
from stip.text.words import words_for

WORDS = words_for("nl")
THEME = Path(beside.__file__).parent / "theme"
TEMPLATES = Path(beside.__file__).parent / "pages" / "templates"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep things in an empty folder, as where somebody lets Python keep what it compiled."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    beside._folder.cache_clear()  # noqa: SLF001 - as in another process
    yield tmp_path / "kept"
    beside._folder.cache_clear()  # noqa: SLF001


def kept(folder: Path) -> list[str]:
    return sorted(file.name.partition(".cpython")[0] for file in folder.rglob("*.kept"))


def test_what_is_kept_is_found_by_its_name_and_what_it_was_made_of(folder: Path) -> None:
    beside.keep("words", "a", b"content")
    assert beside.found("words", "a") == b"content"
    assert beside.found("words", "b") is None
    assert beside.found("other", "a") is None
    beside.keep("words", "b", b"newer")
    assert (beside.found("words", "a"), beside.found("words", "b")) == (None, b"newer")
    assert kept(folder) == ["words"]


def test_what_was_damaged_is_made_again(folder: Path) -> None:
    beside.keep("words", "a", b"content")
    file = next(folder.rglob("*.kept"))
    file.write_bytes(file.read_bytes()[:-1])
    assert beside.found("words", "a") is None


def test_nothing_is_written_where_python_may_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    beside.keep("words", "a", b"content")
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(folder: Path) -> None:
    folder.write_text("no folder")
    beside.keep("words", "a", b"content")
    assert beside.found("words", "a") is None


def test_a_template_of_ours_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page_environment(WORDS, None).get_template("embed.html")
    assert kept(folder) == ["pages.embed.html"]
    other = page_environment(WORDS, None)
    monkeypatch.setattr(type(other), "_parse", lambda *_: pytest.fail("it is compiled again"))
    assert other.get_template("embed.html").name == "embed.html"


def test_a_template_of_the_site_is_never_kept(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "pages"
    own.mkdir()
    (own / "embed.html").write_text("own")
    assert page_environment(WORDS, own).get_template("embed.html").render() == "own"
    assert kept(folder) == []


def test_our_part_of_the_frame_is_compiled_once_and_what_a_site_has_instead_is_not(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "404.html").write_text("own")
    environment = Environment(loader=FileSystemLoader([tmp_path / "own", THEME]), autoescape=True)
    theming.compile_once(environment)
    assert environment.get_template("404.html").render() == "own"
    environment.get_template("partials/logo.html")
    assert kept(folder) == ["stip.partials.logo.html"]


@pytest.mark.usefixtures("folder")
def test_code_of_another_language_of_templates_is_not_taken() -> None:
    plain, more = (Environment(autoescape=True, extensions=own) for own in ([], ["jinja2.ext.do"]))
    compiled, place = Compiled(THEME, "pages/templating.py"), str(THEME / "404.html")
    bucket = compiled.get_bucket(plain, "404.html", place, "a")
    bucket.code = compile("1", place, "exec")
    compiled.set_bucket(bucket)
    assert compiled.get_bucket(plain, "404.html", place, "a").code is not None
    assert compiled.get_bucket(more, "404.html", place, "a").code is None


def test_only_the_text_that_was_compiled_is_found(folder: Path) -> None:
    compiled, environment = Compiled(TEMPLATES, "pages/templating.py"), page_environment(WORDS, None)
    place = str(TEMPLATES / "embed.html")
    bucket = compiled.get_bucket(environment, "embed.html", place, "a")
    bucket.code = compile("1", place, "exec")
    compiled.set_bucket(bucket)
    assert compiled.get_bucket(environment, "embed.html", place, "a").code is not None
    assert compiled.get_bucket(environment, "embed.html", place, "b").code is None
    assert kept(folder) == ["pages.embed.html"]


@pytest.mark.parametrize("audience", Audience)
def test_the_manual_and_the_words_are_the_same_when_they_were_kept(folder: Path, audience: Audience) -> None:
    words_for.cache_clear()
    words, made = words_for("nl"), manual("nl", audience)
    assert kept(folder) == [f"manual.nl.{audience}", "words.nl"]
    words_for.cache_clear()
    assert (words_for("nl"), manual("nl", audience)) == (words, made)
