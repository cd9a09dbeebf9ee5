"""The commands keep their contracts: exit codes, formats, languages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

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
    """Not a traceback, and nothing else: where there is no roadmap, nothing can be wrong with it."""
    code, text = _run(tmp_path, "check", capsys=capsys)
    assert code == 1
    assert "roadmap.yaml: error YM-01" in text
    assert text.count(" error ") == 1


def test_a_folder_stands_for_the_roadmap_in_it(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project(roadmap(departments=1))
    assert main(["check", str(folder)]) == 0
    assert "roadmap.yaml: in orde" in capsys.readouterr().out


def test_whoever_reads_along_or_stops_it_sees_no_traceback(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`| head` closes the pipe before all is written; Ctrl-C comes at any moment."""
    folder = project(_broken())
    started = [sys.executable, "-m", "stip", "schema"]
    with subprocess.Popen(started, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    monkeypatch.setattr("stip.cli.check.read", Mock(side_effect=KeyboardInterrupt))
    assert main(["check", str(folder)]) == 130
    assert capsys.readouterr().err == ""


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """Both languages, for editors."""
    assert main(["schema"]) == 0
    dutch = json.loads(capsys.readouterr().out)
    assert main(["schema", "--language", "en"]) == 0
    assert dutch != json.loads(capsys.readouterr().out)


def _froze(folder: Path, name: str, *more: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["edition", name, str(folder / "roadmap.yaml"), *more])
    out, err = capsys.readouterr()
    return code, out.replace(folder.as_posix(), "."), err.replace(folder.as_posix(), ".")


def test_an_edition_is_frozen_once(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """It says where the edition is and what changed since the last one, and never writes over one."""
    folder = project(roadmap(departments=2))
    code, out, err = _froze(folder, "2026-najaar", capsys=capsys)
    assert (code, err) == (0, "")
    assert out.startswith("Editie '2026-najaar' staat in ./editions/2026-najaar.json\nDit is de eerste editie.\n")
    frozen = (folder / "editions" / "2026-najaar.json").read_text("utf-8")
    code, out, _ = _froze(folder, "2026-winter", capsys=capsys)
    assert "Er is niets veranderd sinds editie '2026-najaar' van 16 november 2026." in out
    written = folder / "roadmap.yaml"
    text = written.read_text("utf-8").replace("Zzstep 0 0", "Zznew").replace("2026-11-16", "2026-12-01")
    written.write_text(text.replace("when: 2027-Q2", "when: 2027-Q3, reason: Zz"), encoding="utf-8")
    code, out, err = _froze(folder, "2026-najaar", capsys=capsys)
    assert (code, out) == (2, "")
    assert err == (
        "De editie '2026-najaar' bestaat al (./editions/2026-najaar.json). "
        "Een editie verandert niet meer: kies een andere naam.\n"
    )
    assert (folder / "editions" / "2026-najaar.json").read_text("utf-8") == frozen
    code, out, _ = _froze(folder, "2027", capsys=capsys)
    assert "van 16 november 2026:\n  2 stappen komen later\n  1 stap heeft een andere naam\n" in out
    assert _run(folder, "check", "--strict", capsys=capsys)[0] == 0


def test_an_edition_may_be_named_before_it_is_made(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Who writes first where a poster will hang, makes its edition after; another that is not there is still told."""
    files = roadmap(departments=1)
    hangs = "prints: [{place: Kantine, edition: 2026-winter}]\ndepartments:"
    files["roadmap.yaml"] = files["roadmap.yaml"].replace("departments:", hangs)
    folder = project(files)
    code, _, err = _froze(folder, "2026-najaar", capsys=capsys)
    assert code == 1
    assert "editie '2026-winter' bestaat niet" in err
    assert _froze(folder, "2026-winter", capsys=capsys)[::2] == (0, "")
    assert _run(folder, "check", "--strict", capsys=capsys)[0] == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Najaar 2026", "Een editie kan niet 'Najaar 2026' heten. Noem de editie, en het bestand, 'najaar-2026'.\n"),
        ("../x", "Een editie kan niet '../x' heten. Noem de editie, en het bestand, 'x'.\n"),
        ("nul", "Een editie kan niet 'nul' heten, want Windows gebruikt die naam zelf. Kies een andere naam.\n"),
    ],
)
def test_the_name_of_an_edition_is_an_id(
    name: str, said: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """It becomes a file and an address."""
    folder = project(roadmap(departments=1))
    assert _froze(folder, name, capsys=capsys) == (2, "", said)
    assert not (folder / "editions").exists()


def test_an_edition_that_cannot_be_kept_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A file where the folder should be is a sentence, not a traceback."""
    folder = project({**roadmap(departments=1), "editions": "Zz"})
    code, out, err = _froze(folder, "2026-najaar", capsys=capsys)
    assert (code, out) == (1, "")
    assert err.startswith("De editie kan niet worden bewaard als ./editions/2026-najaar.json: ")


def test_a_wrong_roadmap_is_not_frozen(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """First the mistakes, then the reason; nothing is written."""
    folder = project(_broken())
    code, out, err = _froze(folder, "2026-najaar", capsys=capsys)
    assert (code, out) == (1, "")
    assert "error ID-02" in err
    assert err.endswith("Een roadmap met fouten kan geen editie worden. Los ze eerst op.\n")
    assert not (folder / "editions").exists()
    _, _, err = _froze(folder, "2026-najaar", "--language", "en", capsys=capsys)
    assert err.endswith("A roadmap with errors cannot become an edition. Mend them first.\n")


def test_a_folder_that_cannot_be_written_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in the way is a sentence with what to do, not a traceback."""
    folder = project({**roadmap(departments=1), "zz": "Zz"})
    out = ["build", str(folder / "roadmap.yaml"), "--no-posters", "--out", str(folder / "zz" / "site")]
    assert main(out) == 1
    assert "Kies met `--out` een map waarin dat mag." in capsys.readouterr().err


@pytest.mark.parametrize("listed", ['["index', '["../roadmap.yaml"]', "{}"])
def test_a_list_that_is_not_ours_removes_nothing(
    listed: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an earlier run wrote is known by a list; one that is broken is no leave to remove anything."""
    folder = project({**roadmap(departments=1), "site/.stip-files.json": listed})
    assert main(["build", str(folder / "roadmap.yaml"), "--no-posters", "--out", str(folder / "site")]) == 2
    assert "is niet leeg en niet door stip gemaakt" in capsys.readouterr().err
    assert (folder / "roadmap.yaml").exists()


def test_a_command_loads_nothing_of_another() -> None:
    """So that a check in an editor or a hook answers at once."""
    told = "import sys, stip.cli; stip.cli._parser('check'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True).stdout.split()
    assert "stip.cli.check" in loaded
    assert not {"stip.pages", "stip.poster", "stip.scene", "stip.comparison", "icalendar", "typst", "graphviz"} & {
        *loaded
    }
