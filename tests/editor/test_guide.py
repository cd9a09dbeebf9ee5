"""What the guide says to type, to write and to read is so."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from building import ROOT
from stip.cli.check import add_check
from stip.cli.rename import add_rename
from stip.cli.schema import add_schema
from stip.schema import KINDS

GUIDE: Final = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
COMMANDS: Final = {"check": add_check, "rename": add_rename, "schema": add_schema}
TYPED: Final = re.findall(r"stip (?:check|rename|schema)(?: [\w:.-]+)+", GUIDE)


@pytest.mark.parametrize("typed", sorted(set(TYPED)))
def test_commands_can_be_typed(typed: str) -> None:
    """Every command of the guide, with its options, is one of the program."""
    _, name, *rest = shlex.split(typed)
    parser = argparse.ArgumentParser(exit_on_error=False)
    COMMANDS[name](parser)
    if rest == ["--format"]:
        return  # named in a sentence, without its value
    assert vars(parser.parse_args(rest))


def test_settings_name_what_is_written() -> None:
    """The settings of the guide are JSON, and their schemas are files that `stip schema --out schema` writes."""
    block = re.search(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    assert block
    settings = json.loads(block[1])
    named = [*settings["yaml.schemas"], *re.findall(r"\bschema/\w+\.json", GUIDE)]
    assert {Path(name).stem for name in named} <= set(KINDS)
    assert all(f"`{kind}`" in GUIDE for kind in KINDS)


def test_keys_of_json_are_told() -> None:
    """The table has the keys of a row, in their order."""
    keys = re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE)
    assert keys == ["file", "line", "column", "severity", "code", "message", "hint"]
