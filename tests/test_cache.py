"""What is kept between builds: found again, made again when damaged, and not kept for ever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stip import cache as cache_module
from stip.cache import RUNS, Cache, Maker

OLD = 1_000_000_000
MAKER = Maker(("art/signs", "cache.py"), tools=("typst",))


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("??/*"))


def grow_old(folder: Path) -> None:
    """Make every entry older than any build could last."""
    for entry in entries(folder):
        os.utime(entry, (OLD, OLD))


def run(folder: Path, *texts: str) -> None:
    """Let a build use these."""
    cache_module._RUNNING.clear()  # noqa: SLF001 - as in another process
    cache = Cache(folder)
    for text in texts:
        cache.read(MAKER.key(text)) or cache.write(MAKER.key(text), text.encode())
    cache.tidy()


def test_what_was_written_is_read_by_a_later_build(tmp_path: Path) -> None:
    key = MAKER.key("poster", 1)
    assert Cache(tmp_path).read(key) is None
    Cache(tmp_path).write(key, b"one\ntwo")
    assert Cache(tmp_path).read(key) == b"one\ntwo"


def test_each_part_of_a_key_counts() -> None:
    assert len({MAKER.key("a", "b"), MAKER.key("ab"), MAKER.key("b", "a"), MAKER.key("a", 1), MAKER.key("a", "1")}) == 5


def test_the_mark_of_the_program_is_the_same_in_another_process() -> None:
    code = "from stip.cache import Maker; print(Maker(('art/signs', 'cache.py'), tools=('typst',)).mark)"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == MAKER.mark


@pytest.mark.parametrize("damaged", [b"", b"\n", b"0123\npdf", b"\xff\xfe\npdf"])
def test_a_damaged_entry_is_no_entry(tmp_path: Path, damaged: bytes) -> None:
    key = MAKER.key("pdf")
    Cache(tmp_path).write(key, b"pdf")
    (entry,) = entries(tmp_path)
    entry.write_bytes(damaged)
    assert Cache(tmp_path).read(key) is None
    Cache(tmp_path).write(key, b"pdf")
    assert Cache(tmp_path).read(key) == b"pdf"


def test_what_the_last_runs_used_stays_and_the_rest_goes(tmp_path: Path) -> None:
    run(tmp_path, "always", "once")
    for number in range(RUNS):
        assert Cache(tmp_path).read(MAKER.key("once")) == b"once"
        run(tmp_path, "always", f"of run {number}")
        grow_old(tmp_path)
    run(tmp_path, "always")
    assert Cache(tmp_path).read(MAKER.key("once")) is None
    assert Cache(tmp_path).read(MAKER.key("of run 0")) is None
    assert Cache(tmp_path).read(MAKER.key(f"of run {RUNS - 1}")) is not None
    assert Cache(tmp_path).read(MAKER.key("always")) == b"always"


def test_the_same_run_again_pushes_nothing_out(tmp_path: Path) -> None:
    run(tmp_path, "of a branch")
    for _ in range(2 * RUNS):
        run(tmp_path, "of the other")
    grow_old(tmp_path)
    run(tmp_path, "of the other")
    assert Cache(tmp_path).read(MAKER.key("of a branch")) is not None


def test_what_another_build_has_just_written_stays(tmp_path: Path) -> None:
    other = Cache(tmp_path)
    other.write(MAKER.key("other"), b"other")
    for number in range(2 * RUNS):
        run(tmp_path, str(number))
    assert Cache(tmp_path).read(MAKER.key("other")) == b"other"


def test_a_cache_that_is_taken_away_or_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.write(MAKER.key("one"), b"one")
    for entry in entries(tmp_path / "cache"):
        entry.unlink()
    assert cache.read(MAKER.key("one")) is None
    cache.tidy()
    (tmp_path / "file").write_text("a file where the folder would be", encoding="utf-8")
    blocked = Cache(tmp_path / "file")
    assert blocked.write(MAKER.key("one"), b"one") == b"one"
    assert blocked.read(MAKER.key("one")) is None
    blocked.tidy()


def test_builds_at_once_never_read_half_of_what_another_writes(tmp_path: Path) -> None:
    """Four processes write, read and tidy the same folder; each finds what is whole, or nothing."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from stip.cache import Cache, Maker\n"
        "for turn in range(12):\n"
        "    cache = Cache(Path(sys.argv[1]))\n"
        "    for number in range(6):\n"
        '        key, content = Maker(("cache.py",)).key(number), bytes([number]) * 200_000\n'
        "        found = cache.read(key)\n"
        "        assert found in (None, content), number\n"
        "        cache.write(key, content)\n"
        "    cache.tidy()\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    told = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0, 0], told
    assert all(
        Cache(tmp_path).read(Maker(("cache.py",)).key(number)) == bytes([number]) * 200_000 for number in range(6)
    )
    assert [entry.name for entry in tmp_path.rglob(".*")] == []


def test_a_place_that_takes_nothing_costs_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where the folder must come, or a full disk: what is made is returned, and made again next time."""
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    key = MAKER.key("pdf")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    for folder in (tmp_path / "cache", tmp_path / "cache" / "stip", tmp_path / "full"):
        with monkeypatch.context() as patched:
            if folder.name == "full":
                patched.setattr("tempfile.mkstemp", full)
            cache = Cache(folder)
            assert cache.read(key) is None
            assert cache.write(key, b"pdf") == b"pdf"
            cache.tidy()
    assert (tmp_path / "cache").read_text("utf-8") == "a file"
