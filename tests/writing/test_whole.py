"""Files are written wholly, and nothing else is lost for it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from stip.writing import write_whole


def test_what_was_there_is_replaced_with_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)
    (tmp_path / ".plan.md.part").write_text("of somebody", encoding="utf-8")
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == [".plan.md.part", "plan.md"]


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    write_whole(tmp_path / "new.md", b"new")
    (tmp_path / "usual.md").write_text("", encoding="utf-8")
    assert (tmp_path / "new.md").stat().st_mode == (tmp_path / "usual.md").stat().st_mode


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    write_whole(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """And so is any device: it is never replaced."""
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"new")
    reader.join()
    assert read == [b"new"]
    assert pipe.is_fifo()


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.md").write_text("old", encoding="utf-8")

    def stopped(_self: Path, _target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "plan.md", b"new")
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("plan.md", "old")]
