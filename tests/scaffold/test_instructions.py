"""What a new site tells to do can be done: its README, its pipelines and its hook call what there is."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from building import ROOT
from scaffold.sites import answers
from stip import __version__, cli
from stip.scaffold import file_names, text_files
from stip.text.words import LANGUAGES, words_for

BLOCK = re.compile(r"^```(?:sh|powershell)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAMS = {"stip", "mkdocs", "python", "python3", "py", "cd", "pre-commit", "Remove-Item"}


def text(name: str, language: str = "nl") -> str:
    return text_files(answers(language))[name].decode()


def commands(language: str) -> Iterator[list[str]]:
    """Yield every command in a block of the READMEs, as the words of its line."""
    for name in ("README.md", "editions/README.md"):
        for block in BLOCK.findall(text(name, language)):
            for line in re.split(r"\n|&&|; ", block.strip()):
                words = [word for word in shlex.split(line.replace("\\", "/")) if not re.match(r"STIP_\w+=", word)]
                if not words[0].startswith("$env:"):  # what a variable is, on Windows
                    yield words


def program(command: list[str]) -> str:
    return command[0].rsplit("/", 1)[-1]


def scripts(node: Any) -> Iterator[str]:
    """Yield every line that a pipeline runs."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in {"script", "before_script"}:
                yield from value
            elif key == "run":
                yield value
            else:
                yield from scripts(value)
    elif isinstance(node, list):
        for item in node:
            yield from scripts(item)


def understood(line: str) -> bool:
    """Let the real parser read what `stip` is called with; it leaves the program when it does not know it."""
    words = shlex.split(re.sub(r"\s*(>|\|\|).*", "", line))
    return cli._parser().parse_args(words[1:]) is not None  # noqa: SLF001 - nobody else needs it


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_calls_what_there_is(language: str) -> None:
    """Every command exists, with those options."""
    found = list(commands(language))
    assert {program(command) for command in found} <= PROGRAMS
    called = {shlex.join(command) for command in found if program(command) == "stip"}
    assert {command.split()[1] for command in called} >= {"check", "diff", "edition", "poster", "schema"}
    for command in sorted(called):
        assert understood(command), command


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_commands_are_all_on_every_system(language: str) -> None:
    """The first makes and fills an environment, the second serves; on Windows likewise."""
    windows, other = (block.strip().splitlines() for block in BLOCK.findall(text("README.md", language))[:2])
    assert windows == [
        r"py -3 -m venv .venv; .venv\Scripts\python -m pip install -r requirements.txt",
        r".venv\Scripts\mkdocs serve",
    ]
    assert other == [
        "python3 -m venv .venv && .venv/bin/python -m pip install -r requirements.txt",
        ".venv/bin/mkdocs serve",
    ]
    assert text("requirements.txt", language) == f"mkdocs-stip[site,poster,excel]>={__version__}\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [".gitlab-ci.yml", ".github/workflows/site.yml"])
def test_pipelines_call_what_there_is(name: str, language: str) -> None:
    """They check in the form of their host, and build strictly."""
    lines = list(scripts(yaml.safe_load(text(name, language))))
    form = "gitlab" if "gitlab" in name else "github"
    ours = [line for line in lines if line.startswith("stip ")]
    assert any(f"--format {form}" in line for line in ours)
    assert any("--strict" in line for line in ours)
    assert all(understood(line) for line in ours)
    assert [line for line in lines if line.startswith("mkdocs ")] == ["mkdocs build --strict --site-dir public"]
    assert all(line.startswith(("stip ", "mkdocs ", "python -m pip install ", "echo ")) for line in lines)


def test_gitlab_shows_problems_in_a_merge_request() -> None:
    pipeline = yaml.safe_load(text(".gitlab-ci.yml"))
    report = pipeline["check"]["artifacts"]["reports"]["codequality"]
    assert any(
        line.startswith("stip check --format gitlab >") and report in line for line in pipeline["check"]["script"]
    )
    assert pipeline["check"]["artifacts"]["when"] == "always"
    assert {rule["if"] for rule in pipeline["workflow"]["rules"]} >= {'$CI_PIPELINE_SOURCE == "merge_request_event"'}


def test_nothing_is_published_before_somebody_says_so() -> None:
    """A site for colleagues must not stand on the internet because it was pushed."""
    gitlab = yaml.safe_load(text(".gitlab-ci.yml"))
    assert all('$STIP_PUBLISH == "yes"' in rule["if"] for rule in gitlab["pages"]["rules"])
    github = yaml.safe_load(text(".github/workflows/site.yml"))
    assert "vars.STIP_PUBLISH == 'yes'" in github["jobs"]["publish"]["if"]
    deploying = [name for name, job in github["jobs"].items() if "pages" in job.get("permissions", {})]
    assert deploying == ["publish"]


def test_the_hook_checks_the_whole_plan() -> None:
    """Here and in the repository of Stip, from where others can take it."""
    (local,) = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]
    shared = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in (*local["hooks"], *shared):
        assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("stip-check", "python", False)
        assert understood(hook["entry"])
        for name in ("roadmap.yaml", "content/missie.md", "editions/2026.json"):
            assert re.search(hook["files"], name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_names_files_that_are_there(language: str) -> None:
    """Also those that it links to in a table."""
    files = file_names(answers(language))
    folders = {name.rsplit("/", 1)[0] + "/" for name in files if "/" in name} | {".venv/", ".venv/bin/"}
    named = re.findall(r"`([\w./-]+(?:\.\w+|/))`", text("README.md", language))
    assert {name for name in named if name not in files} <= folders
    assert words_for(language)("new.after").count("README.md") == 1
