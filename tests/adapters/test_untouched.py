"""Whatever is wrong with an input or a tool is told before the host touches the last site: a sentence, no traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from building import Project
from inside import another_process
from samples import mkdocs_yml, roadmap
from stip.diagrams import engine

PLUGINS = "[{{stip: {{posters: {posters}, manual: false, engine: {engine}}}}}]"
Attempt = Callable[..., tuple[bool, str]]


@pytest.fixture
def attempt(project: Project, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Attempt:
    """Return a function that builds in this process, over a site that stands there: whether it went well, and the log.

    A build that fails must have left that site untouched.
    """

    def run(files: Mapping[str, str], program: str = "embedded", posters: str = "false") -> tuple[bool, str]:
        plugins = PLUGINS.format(engine=program, posters=posters)
        folder = project({**mkdocs_yml(plugins=plugins), **roadmap(departments=2), **files})
        site = tmp_path / "site"
        site.mkdir()
        (site / "index.html").write_text("last", encoding="utf-8")
        caplog.set_level(logging.INFO)
        good = True
        try:
            with another_process():
                build(load_config(str(folder / "mkdocs.yml"), site_dir=str(site), strict=True))
        except Abort:
            good = False
            assert [file.read_text("utf-8") for file in site.iterdir()] == ["last"]
        assert "Traceback" not in caplog.text
        return good, caplog.text

    return run


SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
CUSTOM = {"site_overrides/stip/pages/home.html": "{{ nothing_there() }}"}
WRONG = {
    "roadmap": ({"roadmap.yaml": "version: 1\n: ["}, "roadmap.yaml:2"),
    "mission": ({"content/missie.md": "geen begin"}, "content/missie.md:1"),
    "persona": ({"content/personas/pers.md": "---\nzz: 1\n---\n"}, "content/personas/pers.md:"),
    "question": ({"content/vragen/zzq.md": "---\nkind: zz\n---\n"}, "content/vragen/zzq.md:"),
    "glossary": ({"content/begrippen.md": "---\nterms: 1\n---\n"}, "content/begrippen.md:2"),
    "edition": ({"editions/zz.json": "{"}, "editions/zz.json:1"),
    "colours": ({"site_overrides/stip/colours.yaml": "zz: 1"}, "site_overrides/stip/colours.yaml:1"),
    "logo": ({"site_overrides/stip/logo.svg": SCRIPT}, "een logo mag geen script bevatten"),
    "template": ({"site_overrides/stip/pages/zz.html": ""}, "zo heet geen sjabloon van ons"),
    "template that cannot be filled": (CUSTOM, "dit sjabloon kan niet worden gevuld"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_input(attempt: Attempt, name: str) -> None:
    files, said = WRONG[name]
    looks = mkdocs_yml(
        "{name: material, custom_dir: site_overrides}", PLUGINS.format(posters="false", engine="embedded")
    )
    good, told = attempt({**files, **(looks if "site_overrides" in next(iter(files)) else {})})
    assert not good
    assert said in told


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("", "Graphviz is niet gevonden"),
        ("exec sleep 20", "gaf binnen 0.2 seconden geen antwoord"),
        ("kill -SEGV $$", "kan de tekening"),
        ("echo rubbish", "is niet te lezen"),
    ],
    ids=["missing", "hangs", "crashes", "rubbish"],
)
def test_an_engine_that_fails(
    attempt: Attempt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    program = tmp_path / "dot"
    if script:
        program.write_text(f'#!/bin/sh\n[ "$1" = -V ] && echo "zz version 1" && exit\n{script}\n', encoding="utf-8")
        program.chmod(0o755)
    seconds = engine._lay_out_together  # noqa: SLF001 - nobody wants to wait as long as a user does
    monkeypatch.setattr(
        engine, "_lay_out_together", lambda graphs, found, _, crew: seconds(graphs, found, 0.2 / len(graphs), crew)
    )
    good, told = attempt({}, program=str(program))
    assert not good
    assert said in told


def test_a_poster_that_fails_is_left_out_and_told(attempt: Attempt, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else of the site is there."""
    monkeypatch.setattr("stip.poster.document._files", lambda _: {"ground.svg": b"<svg"})
    posters = "{sizes: [a3], mono: [], tiles: [], teams: false}"
    good, told = attempt({}, posters=posters)
    assert good
    assert "typst meldt" in told
