"""What `stip check` prints for other programs is what these read: paths, signs, names and marks."""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from samples import roadmap
from stip.cli import main
from stip.cli.report import FORMATS
from stip.loading import Loaded
from stip.problems import Place, Problem, Severity

FOLDER = "vast, oud: 100%"
"""A name in which everything stands that means something in a workflow command."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a roadmap in a folder of it, in which the same is wrong twice."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()
    files: Mapping[str, str] = roadmap(departments=1)
    text = files["roadmap.yaml"].replace("goals: [doel]", "goals: [deol]", 2)
    for name, content in {**files, "roadmap.yaml": text}.items():
        path = tmp_path / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path / FOLDER)
    return tmp_path


def _checked(form: str, capsys: pytest.CaptureFixture[str], file: str = "roadmap.yaml") -> str:
    main(["check", file, "--format", form])
    return capsys.readouterr().out


def _read_command(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as the runner does: properties between commas, each with its signs unescaped."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert match
    kept = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}

    def plain(text: str, signs: Mapping[str, str]) -> str:
        for written, sign in signs.items():
            text = text.replace(written, sign)
        return text.replace("%25", "%")

    pairs = (pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {key: plain(value, kept) for key, value in pairs}, plain(match[3], {"%0D": "\r", "%0A": "\n"})


@pytest.mark.parametrize("file", ["roadmap.yaml", "absolute"])
def test_github(repository: Path, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A path counts from the repository, however the roadmap was named; no sign in it ends a property."""
    named = file if file != "absolute" else str(repository / FOLDER / "roadmap.yaml")
    read = [_read_command(line) for line in _checked("github", capsys, named).splitlines()]
    level, properties, message = next(one for one in read if one[1]["title"] == "ID-02")
    assert (level, message) == ("error", "doel 'deol' bestaat niet - bedoelde je 'doel'?")
    assert properties == {"file": f"{FOLDER}/roadmap.yaml", "line": "10", "col": properties["col"], "title": "ID-02"}


def test_the_folder_that_the_host_names(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a folder of git, as after a download of the files alone."""
    (repository / ".git").rmdir()
    assert json.loads(_checked("gitlab", capsys))[0]["location"]["path"] == "roadmap.yaml"
    for name in ("CI_PROJECT_DIR", "GITHUB_WORKSPACE"):
        with monkeypatch.context() as told:
            told.setenv(name, str(repository))
            assert json.loads(_checked("gitlab", capsys))[0]["location"]["path"] == f"{FOLDER}/roadmap.yaml"


def test_gitlab(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem has its own mark, which stays when lines move; all that GitLab asks for is there."""
    rows = json.loads(_checked("gitlab", capsys))
    marks = [row["fingerprint"] for row in rows]
    assert len(set(marks)) == len(rows)
    wrong = [row for row in rows if row["check_name"] == "ID-02"]
    assert [row["description"] for row in wrong] == ["doel 'deol' bestaat niet - bedoelde je 'doel'?"] * 2
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert row["location"]["lines"]["begin"] >= 1
    path = repository / FOLDER / "roadmap.yaml"
    path.write_text(f"# erbij\n\n{path.read_text('utf-8')}", encoding="utf-8")
    moved = json.loads(_checked("gitlab", capsys))
    assert [row["fingerprint"] for row in moved] == marks
    assert [row["location"] for row in moved] != [row["location"] for row in rows]


def test_gitlab_names_of_places_in_a_message_move_too(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where else an id stands is told with its line; that line is no part of the mark."""
    path = repository / FOLDER / "roadmap.yaml"
    text = path.read_text("utf-8").replace("deol", "doel").replace("id: unit-0-1", "id: unit-0-0")
    path.write_text(text, encoding="utf-8")
    marks = {row["fingerprint"] for row in json.loads(_checked("gitlab", capsys)) if row["check_name"] == "ID-01"}
    path.write_text(f"# erbij\n{text}", encoding="utf-8")
    assert marks
    assert {r["fingerprint"] for r in json.loads(_checked("gitlab", capsys)) if r["check_name"] == "ID-01"} == marks


def test_json(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The keys that the guide tells; a path counts from where the command was started."""
    rows = json.loads(_checked("json", capsys))
    assert {tuple(row) for row in rows} == {("file", "line", "column", "severity", "code", "message", "hint")}
    assert {row["file"] for row in rows if row["code"] == "ID-02"} == {"roadmap.yaml"}
    assert repository.is_dir()


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_name_of_a_file_that_is_no_text(form: str) -> None:
    """Linux has such names: they are told with their numbers, and are no crash."""
    problem = Problem(Place("roadmap/\udc80.yaml", 1, 1), "ID-02", Severity.ERROR, "Zz '\udc80'")
    loaded = Loaded(None, (problem,), ())
    told = FORMATS[form]((problem,), loaded, argparse.Namespace(all=True))
    assert b"udc80" in told.encode("ascii", "backslashreplace")


def test_nothing_wrong_is_an_empty_list(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So that a program that reads it needs no exception."""
    path = repository / FOLDER / "roadmap.yaml"
    path.write_text(path.read_text("utf-8").replace("deol", "doel"), encoding="utf-8")
    assert [row for row in json.loads(_checked("json", capsys)) if row["severity"] == "error"] == []


@pytest.mark.parametrize("form", ["text", "json", "gitlab", "github"])
def test_a_pipe_that_does_not_know_every_sign(repository: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a file of Windows, in its old encoding, a name with other letters is no crash."""
    path = repository / FOLDER / "roadmap.yaml"
    path.write_text(path.read_text("utf-8").replace("deol", "deöl→😀"), encoding="utf-8")
    raw = io.BytesIO()
    pipe = io.TextIOWrapper(raw, encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", pipe)
    assert main(["check", "--format", form]) == 1
    pipe.flush()
    assert b"ID-02" in raw.getvalue()
    if form == "github":  # its runner reads UTF-8
        assert "deöl→😀" in raw.getvalue().decode()
