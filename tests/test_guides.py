"""What the guide to posters tells to write and to type is what the program takes; the README stays short."""

from __future__ import annotations

import argparse
import re
import shlex
from typing import Final

import pytest
import yaml

from building import ROOT
from stip.adapters.mkdocs.options import StipConfig, print_settings
from stip.cli.edition import add_edition
from stip.cli.poster import add_poster
from stip.printing import PrintSettings

README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE: Final = (ROOT / "docs" / "posters.md").read_text(encoding="utf-8")
POSTERS: Final = [line for line in GUIDE.splitlines() if line.startswith("stip poster ")]


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


def test_the_readme_is_read_in_a_minute() -> None:
    assert len(README.splitlines()) <= 80
