"""Fixtures of comparing: two versions of one small roadmap, read as sides."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from stip.comparison import Reader, Side
from stip.model import Audience
from versions import write

MakeSide = Callable[..., Side]


@pytest.fixture
def side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeSide:
    """Return `side(files, audience="staff")`: writes files to a folder of their own and reads them as a side."""
    monkeypatch.chdir(tmp_path)
    counter = itertools.count(1)

    def make(files: Mapping[str, str], audience: str = "staff") -> Side:
        folder = write(files, Path(f"side-{next(counter)}"))
        return Reader(folder / "roadmap.yaml", audience=Audience(audience)).read(folder.as_posix())

    return make
