"""A few inputs of the long proof: whatever is changed in good files, each command reads or refuses them rightly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from building import ROOT


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="its sandbox needs what only Linux has")
def test_nothing_is_found(tmp_path: Path) -> None:
    """`python tools/evidence fuzz` tries thousands, and builds sites and posters too."""
    command = [sys.executable, "tools/evidence/fuzz.py", "--inputs", "20", "--seed", "7", "--out", str(tmp_path)]
    command += ["--only", "check,steering,diff,rename,edition,import,new"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "20 inputs" in done.stdout
