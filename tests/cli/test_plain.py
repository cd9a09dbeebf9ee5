"""What a terminal would obey is written out, whoever wrote it: in a file, in the name of one, or as an argument."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stip.cli import main
from stip.problems import one_line, visible

EVIL = "\x1b[31m\u202e"
Write = Callable[..., Path]


def test_signs_are_written_as_json_does() -> None:
    assert visible("a\tb\nc\x1b\x85\u2028\u202e\u2069\udc80") == "a\tb\nc\\u001b\\u0085\\u2028\\u202e\\u2069\\udc80"
    assert one_line("a\tb\nc") == "a\\tb\\nc"


@pytest.mark.parametrize(
    "arguments", [["edition", EVIL], ["rename", "zz", EVIL], ["rename", EVIL, "zz"], ["diff", EVIL], ["explain", EVIL],
                  ["import", EVIL], ["new", "--name", EVIL, "zz"], ["check", EVIL]]
)  # fmt: skip
def test_no_command_repeats_them(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) in {1, 2}
    said = capfd.readouterr()
    assert (said.out + said.err).strip()
    assert all(line.isprintable() for line in (said.out + said.err).split("\n"))


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there, and a pipe has no place")
@pytest.mark.parametrize("file", ["logo.svg", "pages/home.html"])
def test_looks_that_have_no_end_are_told(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipe, a device, a link to what lies outside: none is read, and none is shown."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "site", "--defaults", "--language", "en", "--updated", "2026-11-28"]) == 0
    monkeypatch.chdir("site")
    (tmp_path / "secret").write_text("<svg>zzsecret</svg>", encoding="utf-8")
    place = Path("site_overrides/stip") / file
    place.parent.mkdir(parents=True, exist_ok=True)
    for make in (os.mkfifo, lambda one: one.symlink_to("/dev/zero"), lambda one: one.symlink_to(tmp_path / "secret")):
        place.unlink(missing_ok=True)
        make(place)
        capsys.readouterr()
        assert main(["build", "--out", "zz", "--no-manual", "--no-posters"]) == 1
        said = capsys.readouterr().err
        assert f"{place.as_posix()}: this is not read" in said
        assert "zzsecret" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there")
@pytest.mark.parametrize("place", ["pages", "pages/parts", "pages/text.txt"])
def test_looks_stay_inside(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also a folder of templates, and what one takes in; the mark of an editor that a file is open may stay."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "site", "--defaults", "--language", "en", "--updated", "2026-11-28"]) == 0
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "home.html").write_text("zzsecret", encoding="utf-8")
    monkeypatch.chdir("site")
    link = Path("site_overrides/stip") / place
    link.parent.mkdir(parents=True)
    if place != "pages":
        (link.parent / ".#home.html").symlink_to("somebody@machine.123")
        assert main(["build", "--out", "zz", "--no-manual", "--no-posters"]) == 0
    link.symlink_to(outside / "home.html" if link.suffix else outside)
    capsys.readouterr()
    assert main(["build", "--out", "yy", "--no-manual", "--no-posters"]) == 1
    assert "is not read" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there")
def test_what_a_version_names_lies_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link in the folder of the looks is not followed to mark what it leads to."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "site", "--defaults", "--updated", "2026-11-28"]) == 0
    (tmp_path / "outside.txt").write_text("zz", encoding="utf-8")
    monkeypatch.chdir("site")
    Path("site_overrides/stip").mkdir(parents=True)
    Path("site_overrides/stip/notes.txt").write_text("zz", encoding="utf-8")
    Path("site_overrides/stip/pages").symlink_to(tmp_path / "outside.txt")
    assert main(["build", "--out", "zz", "--no-manual", "--no-posters"]) == 0
    inputs = json.loads(Path("zz/versie.json").read_text("ascii"))["inputs"]
    assert [name for name in inputs if name.startswith("site_overrides")] == ["site_overrides/stip/notes.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there")
def test_a_list_of_files_removes_nothing_elsewhere(tmp_path: Path) -> None:
    """What an earlier run wrote is taken away, but never behind a link that leads out of its folder."""
    from stip.cli.build import _removed  # noqa: PLC0415 - nobody else asks for it

    (tmp_path / "out").mkdir()
    (tmp_path / "other").mkdir()
    for name in ("out/mine", "other/theirs"):
        (tmp_path / name).touch()
    (tmp_path / "out" / "link").symlink_to(tmp_path / "other")
    assert _removed(tmp_path / "out", ["mine", "link/theirs"]) == [tmp_path / "out" / "mine"]
