"""Many files are written, or none: whatever fails, whoever stops it, and also when the program is killed."""

from __future__ import annotations

import errno
import json
import shutil
import stat
from pathlib import Path

import pytest

from failing import failures
from stip.writing import WORK, put_back, write_together

BEFORE = {"a.md": b"een", "map/b.md": b"twee", "eigen.md": b"eigen"}
AFTER = {"a.md": b"1", "map/c.md": b"2", "nieuw/diep/d.md": b"3", "eigen.md": b"eigen"}


def below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def prepare(folder: Path) -> None:
    for name, content in BEFORE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "map" / "b.md").chmod(0o640)


def write(folder: Path) -> None:
    contents: dict[Path, bytes | None] = {
        folder / name: AFTER[name] for name in ("a.md", "map/c.md", "nieuw/diep/d.md")
    }
    write_together(folder, {folder / "map" / "b.md": None, **contents}, like={folder / "map/c.md": folder / "map/b.md"})


def work(folder: Path) -> None:
    """Prepare a folder, or write in one that is prepared."""
    if folder.exists():
        write(folder)
    else:
        prepare(folder)


def test_all_of_it(tmp_path: Path) -> None:
    """What is new has the rights of what it is called like."""
    prepare(tmp_path)
    write(tmp_path)
    assert below(tmp_path) == AFTER
    assert stat.S_IMODE((tmp_path / "map" / "c.md").stat().st_mode) == 0o640


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()], ids=["full", "ctrl-c"])
def test_a_failure_changes_nothing(tmp_path: Path, error: BaseException) -> None:
    """Whether the disk is full or somebody stops it, at whichever change."""
    count = 0
    for folder, out in failures(tmp_path, error, work):
        put_back(folder)  # what could not be tidied up is by whoever comes next
        assert below(folder) in ([BEFORE] if out and isinstance(error, OSError) else [BEFORE, AFTER])
        assert not (folder / "nieuw").exists() or below(folder) == AFTER
        count += out
    assert count > 8


def _broken_off(folder: Path) -> None:
    """Leave what a program leaves that is killed half-way."""
    prepare(folder)
    calls = iter(range(99))
    real = Path.replace

    class KilledError(BaseException):
        pass

    def killed(path: Path, target: Path) -> Path:
        if target.parent.name != WORK and next(calls) == 1:
            raise KilledError
        return real(path, target)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        patched.setattr("stip.writing.together._undo", lambda _: ())
        with pytest.raises(KilledError):
            write(folder)
    assert below(folder) != BEFORE


def test_what_was_broken_off_is_put_back(tmp_path: Path) -> None:
    """By whoever looks there next, once."""
    _broken_off(tmp_path)
    assert put_back(tmp_path) == ()
    assert below(tmp_path) == BEFORE
    assert put_back(tmp_path) is None


def test_what_somebody_changed_since_stays(tmp_path: Path) -> None:
    """And is named."""
    _broken_off(tmp_path)
    (tmp_path / "a.md").write_bytes(b"later")
    assert put_back(tmp_path) == (tmp_path / "a.md",)
    assert below(tmp_path) == {**BEFORE, "a.md": b"later"}


@pytest.mark.parametrize("listed", [b"", b"{", b"[]", b'{"files": 1}', b"\xff"])
def test_a_damaged_list_puts_nothing_back_and_throws_nothing_away(tmp_path: Path, listed: bytes) -> None:
    prepare(tmp_path)
    (tmp_path / WORK).mkdir()
    (tmp_path / WORK / "held").touch()
    (tmp_path / WORK / "list.json").write_bytes(listed)
    with pytest.raises(OSError, match=r"list\.json"):
        put_back(tmp_path)
    assert (tmp_path / WORK / "list.json").read_bytes() == listed


def test_a_list_of_a_stranger_touches_nothing_outside_the_folder(tmp_path: Path) -> None:
    """A project comes from somewhere: what lies in it must not write elsewhere."""
    project, victim = tmp_path / "project", tmp_path / "victim.sh"
    (project / WORK).mkdir(parents=True)
    (project / WORK / "held").touch()
    (project / WORK / "0.old").write_text("evil", "utf-8")
    victim.write_text("mine", "utf-8")
    one = {"path": str(victim), "old": True, "new": False, "mark": ""}
    listed = {"files": [one], "folders": [], "at": [0, 0]}
    (project / WORK / "list.json").write_text(json.dumps(listed), "utf-8")
    with pytest.raises(OSError, match=r"list\.json"):
        put_back(project)
    assert victim.read_text("utf-8") == "mine"


def test_a_copy_of_what_was_broken_off_puts_itself_back(tmp_path: Path) -> None:
    """And leaves the folder alone that it was copied from."""
    (tmp_path / "first").mkdir()
    _broken_off(tmp_path / "first")
    half = below(tmp_path / "first")
    shutil.copytree(tmp_path / "first", tmp_path / "second")
    put_back(tmp_path / "second")
    assert below(tmp_path / "first") == half
    assert below(tmp_path / "second") == BEFORE


def test_who_is_still_at_it_is_left_alone(tmp_path: Path) -> None:
    """Another program that looks there meanwhile undoes nothing, and one that wants to write is told to wait."""
    prepare(tmp_path)
    told = []

    class Contents(dict[Path, bytes | None]):
        """Looks round while it is read."""

        def items(self):  # type: ignore[no-untyped-def]
            told.append(put_back(tmp_path))
            with pytest.raises(OSError, match="busy"):
                write(tmp_path)
            return super().items()

    write_together(tmp_path, Contents({tmp_path / "a.md": b"1"}))
    assert told == [None]
    assert below(tmp_path) == {**BEFORE, "a.md": b"1"}
