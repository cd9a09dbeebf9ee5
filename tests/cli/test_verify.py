"""`stip verify` finds every file that is not as it was made; `stip swap` puts a whole site in place, and no other."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from building import write_project
from samples import roadmap
from stip.assets import AUDIENCE_FILE
from stip.cli import GOOD, PROBLEMS, WRONG_USE, main
from stip.versions.version import find_version, hashed, read

Run = Callable[..., tuple[int, str, str]]
BUILD = ("build", "--no-posters", "--no-manual", "--no-embed")
HIDDEN = "geheim-zz.yaml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a project with its site, built once: a test takes a copy."""
    folder = tmp_path_factory.mktemp("versions") / "project"
    steering = {"sturing/" + HIDDEN: "budgets: []\n"}
    files = roadmap(departments=2)
    files["roadmap.yaml"] += "include_steering: [sturing/*.yaml]\n"
    write_project(folder, {**files, **steering})
    assert main([*BUILD, str(folder / "roadmap.yaml"), "--out", str(folder / "site")]) == GOOD
    return folder


@pytest.fixture
def here(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a copy of the project, which shares its files until they are written anew."""
    for path in sorted(built.rglob("*")):
        target = tmp_path / path.relative_to(built)
        if path.is_dir():
            target.mkdir()
        else:
            os.link(path, target)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def work(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return work


def put(path: str, text: str) -> None:
    """Write a file anew: the copy shares what it holds with others."""
    Path(path).unlink(missing_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def test_a_site_says_what_it_was_made_from(here: Path) -> None:
    """Every input that staff may know of and every file, with the program and its tools; the same every time."""
    version = read((here / "site" / "versie.json").read_bytes())
    assert sorted(version.inputs) == [
        "content/missie.md",
        "content/personas/pers.md",
        "content/vragen/zzq.md",
        "roadmap.yaml",
    ]
    assert version.outputs == {path: mark for path, mark in hashed(here / "site").items() if path != "versie.json"}
    assert (version.audience, version.updated, version.edition) == ("staff", "2026-11-16", "")
    assert version.program.startswith("mkdocs-stip ")
    assert version.tools["graphviz-pure"]
    assert HIDDEN not in (here / "site" / "versie.json").read_text("ascii")
    assert str(here) not in (here / "site" / "versie.json").read_text("ascii")
    assert "versie.json" in (here / "site" / "gegevens" / "index.md").read_text("utf-8")


def test_a_site_that_is_as_it_was_made(here: Path, run: Run) -> None:
    code, out, err = run("verify", "site", "roadmap.yaml")
    assert (code, err) == (GOOD, "")
    assert "bestanden zijn zoals ze zijn gemaakt door mkdocs-stip" in out
    assert "stand van 16 november 2026" in out
    assert "precies deze 4 bestanden" in out
    assert here.is_dir()


def test_every_difference_is_named(here: Path, run: Run) -> None:
    put("site/tijdlijn.md", "anders")
    Path("site/missie.md").unlink()
    put("site/nieuw.html", "erbij")
    put("content/vragen/zzq.md", Path("content/vragen/zzq.md").read_text("utf-8") + "Zz.\n")
    Path("content/personas/pers.md").unlink()
    put("content/vragen/meer.md", Path("content/vragen/zzq.md").read_text("utf-8"))
    code, out, _ = run("verify", "site", "roadmap.yaml")
    assert code == PROBLEMS
    assert out.splitlines() == [
        "missie.md hoort bij de site, maar is er niet.",
        "nieuw.html hoort niet bij de site.",
        "tijdlijn.md is anders dan toen de site werd gemaakt.",
        "content/personas/pers.md is gebruikt voor de site, maar is er niet meer.",
        "content/vragen/meer.md wordt nu gelezen, maar is niet gebruikt voor deze site.",
        "content/vragen/zzq.md is anders dan toen de site ervan werd gemaakt.",
        "6 bestanden kloppen niet. Bouw de site opnieuw, of zet terug wat er was.",
    ]
    assert (
        run("verify", "site", "--language", "en")[1].splitlines()[0]
        == "missie.md belongs to the site, but is not there."
    )
    assert here.is_dir()


def test_many_are_counted(here: Path, run: Run) -> None:
    for path in (here / "site").rglob("*.*"):
        if path.name != "versie.json":
            path.unlink()
    count = len(read((here / "site" / "versie.json").read_bytes()).outputs)
    code, out, _ = run("verify", "site")
    assert code == PROBLEMS
    assert f"En nog {count - 20} van zulke bestanden" in out
    assert len(run("verify", "site", "--all")[1].splitlines()) == count + 1


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"version": 1}',
        lambda data: {**data, "version": 2},
        lambda data: {**data, "outputs": {"../../etc/hosts": "0" * 64}},
        lambda data: {**data, "outputs": {"a": 1}},
        lambda data: {**data, "inputs": ["a"]},
        lambda data: {**data, "updated": 1},
    ],
)
def test_a_damaged_version_is_told(here: Path, run: Run, damage: str | Callable[[dict[str, object]], object]) -> None:
    file = here / "site" / "versie.json"
    put(str(file), damage if isinstance(damage, str) else json.dumps(damage(json.loads(file.read_bytes()))))
    code, _, err = run("verify", "site")
    assert code == PROBLEMS
    assert err.count("\n") == 1
    assert "is beschadigd of van een andere versie van Stip" in err


def test_wrong_use(here: Path, run: Run) -> None:
    (here / "leeg").mkdir()
    for arguments, said in ((["nergens"], "bestaat niet"), (["leeg"], "geen site"), (["site", "zz.yaml"], "zz.yaml")):
        code, _, err = run("verify", *arguments)
        assert (code, err.count("\n")) == (WRONG_USE, 1)
        assert said in err


def test_another_name_in_english(tmp_path: Path) -> None:
    write_project(tmp_path / "p", roadmap("en", departments=1))
    assert main([*BUILD, str(tmp_path / "p" / "roadmap.yaml"), "--out", str(tmp_path / "site")]) == GOOD
    assert find_version(tmp_path / "site") == tmp_path / "site" / "version.json"


def test_a_new_site_comes_in_place_in_one_step(here: Path, run: Run) -> None:
    """What stood there is gone, and so is the folder in which the new one was built."""
    (here / "last" / AUDIENCE_FILE).parent.mkdir(parents=True)
    put(f"last/{AUDIENCE_FILE}", "staff\n")
    put("last/oud.html", "oud")
    assert run("swap", "site", "last")[0] == GOOD
    assert not (here / "site").exists()
    assert (here / "last" / "versie.json").is_file()
    assert not (here / "last" / "oud.html").exists()
    assert run("verify", "last")[0] == GOOD
    (here / "last").rename(here / "site")
    assert run("swap", "site", "first/time")[0] == GOOD
    assert run("verify", "first/time")[0] == GOOD


def test_where_a_system_knows_no_such_step(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two moves do it; who is killed between them finds the last site put back by the next swap."""
    monkeypatch.setattr("stip.writing.swapping._exchange", lambda *_: False)
    (here / "place" / AUDIENCE_FILE).parent.mkdir(parents=True)
    put(f"place/{AUDIENCE_FILE}", "staff\n")
    put("place/oud.html", "oud")
    real, calls = Path.rename, iter(range(9))

    def killed(path: Path, target: Path) -> Path:
        if next(calls) == 3:  # the third lays it aside, after the one step was tried
            raise SystemError
        return real(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", killed)
        with pytest.raises(SystemError):
            run("swap", "site", "place")
    assert (here / "place" / "oud.html").is_file(), "it goes back when it can"
    (here / "place").rename(here / "last-site")  # and when it could not: killed
    assert run("swap", "site", "place")[0] == GOOD
    assert sorted(path.name for path in here.iterdir()) == ["content", "mkdocs.yml", "place", "roadmap.yaml", "sturing"]


def test_a_folder_that_is_no_site_stays(here: Path, run: Run) -> None:
    (here / "www" / "other").mkdir(parents=True)
    put("www/other/boek.txt", "boek")
    code, _, err = run("swap", "site", "www")
    assert (code, "www" in err) == (WRONG_USE, True)
    assert (here / "www" / "other" / "boek.txt").is_file()
    assert (here / "site").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there")
def test_behind_a_link_the_folder_is_swapped(here: Path, run: Run) -> None:
    """Web servers are pointed at a link; it stays, and leads to the new site."""
    (here / "2027" / AUDIENCE_FILE).parent.mkdir(parents=True)
    put(f"2027/{AUDIENCE_FILE}", "staff\n")
    (here / "now").symlink_to("2027")
    assert run("swap", "site", "now")[0] == GOOD
    assert (here / "now").is_symlink()
    assert run("verify", "now")[0] == GOOD
    assert sorted(path.name for path in here.iterdir()) == [
        "2027",
        "content",
        "mkdocs.yml",
        "now",
        "roadmap.yaml",
        "sturing",
    ]


def test_what_is_not_whole_stays_out(here: Path, run: Run) -> None:
    (here / "place").mkdir()
    put("place/oud.html", "oud")
    Path("site/missie.md").unlink()
    code, _, err = run("swap", "site", "place")
    assert (code, err.count("\n")) == (PROBLEMS, 1)
    assert "missie.md hoort bij de site, maar is er niet. De site in place blijft zoals hij is." in err
    Path("site/versie.json").unlink()
    assert run("swap", "site", "place")[0] == PROBLEMS
    assert (here / "place" / "oud.html").is_file()


def test_no_site_comes_in_place_of_that_for_the_other_audience(here: Path, run: Run) -> None:
    (here / "place" / AUDIENCE_FILE).parent.mkdir(parents=True)
    put(f"place/{AUDIENCE_FILE}", "steering\n")
    code, _, err = run("swap", "site", "place")
    assert code == WRONG_USE
    assert "stuurgroep" in err
    assert (here / "site").is_dir()
