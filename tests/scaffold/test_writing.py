"""Writing a site leaves all of it or nothing, and everything else as it was."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest

from failing import failures
from stip.scaffold import taken, write_site
from stip.writing import put_back, sweep

FILES = {"a.txt": b"A", "map/b.txt": b"B", "map/onder/c.txt": b"C", "z.txt": b"Z"}


def below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_new_folder_gets_all_files(tmp_path: Path) -> None:
    """Also when the folders above it are not there yet; everyone may read it that may read others."""
    site = tmp_path / "nieuw" / "mijn site"
    write_site(site, FILES)
    assert below(site) == FILES
    assert everything(tmp_path / "nieuw")[0] == "mijn site"
    assert [path.name for path in (tmp_path / "nieuw").iterdir()] == ["mijn site"]
    (tmp_path / "other").mkdir()
    assert stat.S_IMODE(site.stat().st_mode) == stat.S_IMODE((tmp_path / "other").stat().st_mode)


def test_a_folder_with_other_files_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "eigen.txt").write_bytes(b"eigen")
    assert taken(tmp_path, FILES) == ()
    write_site(tmp_path, FILES)
    assert below(tmp_path) == {**FILES, "map/eigen.txt": b"eigen"}


def test_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    """A file of the same name, a folder of that name, a file where a folder must come, a link that leads nowhere."""
    (tmp_path / "a.txt").write_bytes(b"eigen")
    (tmp_path / "map").write_bytes(b"eigen")
    (tmp_path / "z.txt").symlink_to(tmp_path / "nergens")
    assert taken(tmp_path, FILES) == ("a.txt", "map", "z.txt")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "map").symlink_to(tmp_path, target_is_directory=True)
    assert taken(tmp_path / "other", FILES) == ("map",)


@pytest.mark.parametrize(
    ("error", "there"),
    [(OSError(errno.ENOSPC, "full"), False), (KeyboardInterrupt(), False), (OSError(errno.ENOSPC, "full"), True)],
    ids=["full", "ctrl-c", "full-in-a-folder"],
)
def test_a_failure_leaves_nothing(tmp_path: Path, error: BaseException, *, there: bool) -> None:
    """At whichever change: neither of the site, nor of the folders above it; what was there before stays."""

    def work(place: Path) -> None:
        site = place / "nieuw" / "site"
        if place.exists():
            write_site(site, FILES)
            return
        place.mkdir()
        if there:
            (site / "map").mkdir(parents=True)
            (site / "eigen.txt").write_bytes(b"eigen")

    found = set()
    for place, out in failures(tmp_path, error, work):
        own = {"nieuw/site/eigen.txt": b"eigen"} if there else {}
        whole = {f"nieuw/site/{name}": content for name, content in FILES.items()} | own
        put_back(place / "nieuw" / "site")
        sweep(place / "nieuw")
        now = below(place)
        assert now in (own, whole)
        if out and isinstance(error, OSError):
            assert now == own
        found.add((out, now == own))
    assert (True, True) in found


def test_a_file_that_came_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    """Nobody asked `taken` first, or somebody was quicker."""
    (tmp_path / "z.txt").write_bytes(b"eigen")
    with pytest.raises(FileExistsError):
        write_site(tmp_path, FILES)
    assert below(tmp_path) == {"z.txt": b"eigen"}
    assert everything(tmp_path) == ["z.txt"]
