"""Which files are ours: those that git keeps."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

import pytest

from building import ROOT

PACKAGE: Final = ROOT / "plugins" / "stip"


def tracked_files() -> list[Path]:
    """Return every file that git keeps and that is there."""
    if not (ROOT / ".git").exists():
        pytest.skip("This is no git work tree, so there is no list of what is ours.")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]
