"""Files of a roadmap on disk, to the byte."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def put(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files, {slash path: text or bytes}, without any change of line ends."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, by its slash path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
