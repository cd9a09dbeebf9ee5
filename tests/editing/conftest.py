"""Fixtures of editing: good files in a folder of their own, and the renaming of something in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from editing.files import put
from stip.cli import main

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder with the good files of the cases, which is the current one."""
    put(tmp_path, yaml.safe_load((CASES / "base.nl.yaml").read_text("utf-8")))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def rename(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return `rename(*arguments)`: runs the command there; returns its code, output and complaints."""
    del folder

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["rename", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
