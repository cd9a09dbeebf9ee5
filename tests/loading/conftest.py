"""Fixtures of loading: good files in a temporary folder, to which a test adds what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

CASES = Path(__file__).parents[1] / "cases"
Files = Mapping[str, str | bytes | None]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return `written(files, language="nl")`: writes good files with these changes; the folder is the current one."""

    def write(files: Files, language: str = "nl") -> Path:
        base: Files = yaml.safe_load((CASES / f"base.{language}.yaml").read_text("utf-8"))
        for name, text in {**base, **files}.items():
            if text is not None:
                path = tmp_path / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode() if isinstance(text, str) else text)
        monkeypatch.chdir(tmp_path)
        return tmp_path / "roadmap.yaml"

    return write
