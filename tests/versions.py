"""Versions: one small roadmap, and what it becomes when somebody changes a few words of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

HERE = Path(__file__).parent / "comparison"
BASE: Mapping[str, str] = yaml.safe_load((HERE / "base.yaml").read_text("utf-8"))
"""The files of the roadmap, by their names."""
Edit = Sequence[str]
"""A file, what is in it, and what stands there instead; where the second is empty, the third comes at the end."""


def edited(edits: Sequence[Edit], files: Mapping[str, str] = BASE) -> dict[str, str]:
    """Return files with these changes; each must find what it changes."""
    found = dict(files)
    for file, old, new in edits:
        text = found.get(file, "")
        assert old in text, f"{file} does not say {old!r}"
        found[file] = text.replace(old, new, 1) if old else text + new
    return found


def write(files: Mapping[str, str], folder: Path) -> Path:
    """Write files to a folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder
