"""The commands keep their contracts: exit codes, formats, languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from building import ROOT, Project
from samples import roadmap
from stip.cli import main


def _broken() -> dict[str, str]:
    files = roadmap(departments=1)
    return {**files, "roadmap.yaml": files["roadmap.yaml"].replace("goals: [doel]", "goals: [deol]", 1)}


def _run(folder: Path, *arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main([arguments[0], str(folder / "roadmap.yaml"), *arguments[1:]])
    return code, capsys.readouterr().out


def test_the_example_is_good(capsys: pytest.CaptureFixture[str]) -> None:
    """No error and no warning, strict or not."""
    code, text = _run(ROOT, "check", "--strict", capsys=capsys)
    assert code == 0
    assert "in orde" in text


def test_problems_are_told_with_place_and_remedy(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, in the language asked."""
    folder = project(_broken())
    code, text = _run(folder, "check", capsys=capsys)
    assert code == 1
    assert "error ID-02" in text
    assert "bedoelde je 'doel'?" in text
    code, text = _run(folder, "check", "--language", "en", capsys=capsys)
    assert code == 1
    assert "did you mean 'doel'?" in text


def test_formats_for_machines(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON, workflow commands and a code quality report carry the same finding."""
    folder = project(_broken())
    _, text = _run(folder, "check", "--format", "json", capsys=capsys)
    (row,) = [row for row in json.loads(text) if row["severity"] == "error"]
    assert (row["code"], row["line"]) == ("ID-02", 10)
    _, text = _run(folder, "check", "--format", "gitlab", capsys=capsys)
    assert [row["check_name"] for row in json.loads(text) if row["severity"] == "critical"] == ["ID-02"]
    _, text = _run(folder, "check", "--format", "github", capsys=capsys)
    assert "::error file=" in text
    assert "title=ID-02::" in text


def test_strict_lets_warnings_fail(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning alone is no failure, unless asked."""
    files = roadmap(departments=1)
    folder = project({**files, "roadmap.yaml": files["roadmap.yaml"].replace("goals: [doel], ", "", 1)})
    assert _run(folder, "check", capsys=capsys)[0] == 0
    assert _run(folder, "check", "--strict", capsys=capsys)[0] == 1


def test_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown command or option is wrong use, not a problem of the roadmap."""
    with pytest.raises(SystemExit) as caught:
        main(["chekc"])
    assert caught.value.code == 2
    capsys.readouterr()


def test_a_missing_roadmap_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a traceback."""
    code, text = _run(tmp_path, "check", capsys=capsys)
    assert code == 1
    assert "roadmap.yaml" in text


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """Both languages, for editors."""
    assert main(["schema"]) == 0
    dutch = json.loads(capsys.readouterr().out)
    assert main(["schema", "--language", "en"]) == 0
    assert dutch != json.loads(capsys.readouterr().out)
