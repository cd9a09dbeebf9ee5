"""`stip new` asks what it needs, writes a site or nothing, and says what to do next."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from stip.cli import GOOD, PROBLEMS, WRONG_USE, main
from stip.loading import load
from stip.text.words import words_for

INSTALL = "python3 -m venv .venv && .venv/bin/python -m pip install -r requirements.txt"
Captured = pytest.CaptureFixture[str]
Asked = list[str]
Answering = Callable[..., Asked]


class Terminal:
    """A place where somebody sits, or nobody."""

    def __init__(self, *, somebody: bool) -> None:
        self.somebody = somebody

    def isatty(self) -> bool:
        """Tell whether somebody can answer."""
        return self.somebody


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, with nobody to ask."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", Terminal(somebody=False))


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Return a function that lets somebody give these answers; it returns the list of what they are asked."""

    def answer(*given: str | BaseException) -> Asked:
        asked: Asked = []
        left = iter(given)

        def one(prompt: str) -> str:
            asked.append(prompt)
            said = next(left, EOFError())
            if isinstance(said, BaseException):
                raise said
            return said

        monkeypatch.setattr(sys, "stdin", Terminal(somebody=True))
        monkeypatch.setattr("builtins.input", one)
        return asked

    return answer


def everything() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*"))


def test_defaults_make_a_site_of_today(capsys: Captured) -> None:
    """The only place where a clock is read."""
    before = dt.date.today()  # noqa: DTZ011 - as the command does
    assert main(["new", "site", "--defaults"]) == GOOD
    loaded = load(Path("site/roadmap.yaml"))
    assert loaded.problems == ()
    assert loaded.roadmap is not None
    assert before <= loaded.roadmap.settings.updated <= dt.date.today()  # noqa: DTZ011
    count = sum(path.is_file() for path in Path("site").rglob("*"))
    assert capsys.readouterr().out.startswith(
        f"Je site staat in site: {count} bestanden, 4 afdelingen en 16 stappen.\n"
    )
    assert main(["check", "site/roadmap.yaml", "--strict"]) == GOOD


def test_options_say_it_all() -> None:
    """What is not given is an example; the language is that of the messages too."""
    asked = ["--name", 'Yes: "A" & B', "--municipality", "Súdwest", "--departments", "Zorg, werk; Wonen"]
    assert (
        main(["new", "site", *asked, "--departments", "Bouwen", "--updated", "2027-03-04", "--language", "en"]) == GOOD
    )
    roadmap = load(Path("site/roadmap.yaml")).roadmap
    assert roadmap is not None
    assert roadmap.mission.programme.name == 'Yes: "A" & B'
    assert roadmap.mission.programme.organisation == "Súdwest"
    assert [*roadmap.units] == ["bouwen", "wonen", "zorg-werk"]
    assert str(roadmap.settings.updated) == "2027-03-04"
    assert roadmap.settings.language == "en"


def test_questions_are_asked_with_an_answer_to_choose(answering: Answering, capsys: Captured) -> None:
    """Enter takes what stands between brackets."""
    asked = answering("", "", "", "", "")
    assert main(["new", "site"]) == GOOD
    assert len(asked) == 5
    assert "nl, en [nl] " in asked[0]
    assert asked[1:4] == [
        "Hoe heet jullie verandering? [Stap voor stap] ",
        "Voor welke gemeente is de site? [gemeente Voorbeeld] ",
        f"{words_for('nl')('new.ask.departments')} [Burgerzaken, Sociaal domein, Ruimte en wonen, Bedrijfsvoering] ",
    ]
    assert re.fullmatch(r"Van welke dag is het plan\? \[\d{4}-\d\d-\d\d\] ", asked[4])
    assert capsys.readouterr().out.startswith("Ik stel 5 vragen.")


def test_an_answer_that_cannot_be_is_asked_again(answering: Answering, capsys: Captured) -> None:
    """With the reason; in the language that was chosen."""
    asked = answering(
        "fr", "EN", "x" * 81, "<b>", "Better", "Here", "A, a", "Zorg", "Werk, wonen", "", "soon", "2027-03-04"
    )
    assert main(["new", "site"]) == GOOD
    out = capsys.readouterr().out
    for reason in (
        "Dat kan niet: Kies nl of en.",
        "That cannot be: This has 81 characters. It may have 80.",
        "That cannot be: Take away < and >.",
        "That cannot be: 'a' stands in it twice. Take one away.",
        "That cannot be: Write the day like this: 2026-11-28.",
    ):
        assert reason in out
    assert len(asked) == 12
    roadmap = load(Path("site/roadmap.yaml")).roadmap
    assert roadmap is not None
    assert {unit.name for unit in roadmap.units.values()} == {"Zorg", "Werk, wonen"}


def test_what_cannot_be_read_is_asked_again(answering: Answering, capsys: Captured) -> None:
    """A terminal that writes other signs than it says."""
    wrong = UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "invalid")
    answering("", wrong, "Beter", "", "", "")
    assert main(["new", "site"]) == GOOD
    assert "Dat kan niet: Dit antwoord is niet te lezen. Typ het opnieuw." in capsys.readouterr().out


def test_only_what_is_not_given_is_asked(answering: Answering) -> None:
    """Language and day do not answer the other questions."""
    asked = answering("", "", "")
    assert main(["new", "site", "--language", "en", "--updated", "2027-03-04"]) == GOOD
    assert [prompt.split("?")[0] for prompt in asked] == [
        "What is your change called",
        "For which municipality is the site",
        "Which departments take part",
    ]


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), EOFError()])
@pytest.mark.parametrize("after", [0, 2, 4])
def test_who_stops_leaves_nothing(answering: Answering, capsys: Captured, stop: BaseException, after: int) -> None:
    """Ctrl+C or the end of the input, at any question: one sentence, in the language that was chosen."""
    answering(*["en", "", "", ""][:after], stop)
    assert main(["new", "site"]) == PROBLEMS
    said = {True: "Stopped. Nothing was written.\n", False: "Gestopt. Er is niets geschreven.\n"}
    assert capsys.readouterr().err == said[after > 0]
    assert everything() == []


@pytest.mark.parametrize("stdin", [None, Terminal(somebody=False)])
def test_without_anybody_to_ask_it_says_what_to_give(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured, stdin: Terminal | None
) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["new", "site"]) == WRONG_USE
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert all(option in said for option in ("--name", "--municipality", "--departments", "--defaults"))
    assert everything() == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--name", ""], "--name: Hier moet iets staan."),
        (["--name", "A\nB"], "--name: Schrijf het op één regel."),
        (["--municipality", "x" * 181], "--municipality: Dit is 181 tekens lang. Het mogen er 180 zijn."),
        (["--departments", "A,B,a"], "--departments: 'a' staat er twee keer in. Haal er één weg."),
        (["--departments", ""], "--departments: Noem minstens één afdeling."),
        (["--updated", "28-11-2026", "--defaults"], "--updated: Schrijf de dag zo: 2026-11-28."),
        (["--name", "", "--language", "en"], "--name: Something must stand here."),
    ],
)
def test_an_option_that_cannot_be_is_wrong_use(options: list[str], said: str, capsys: Captured) -> None:
    assert main(["new", "site", *options]) == WRONG_USE
    assert capsys.readouterr().err == f"{said}\n"
    assert everything() == []


def test_a_file_is_never_written_over(capsys: Captured) -> None:
    """What stands in the way is named, and nothing is written."""
    Path("site/roadmap").mkdir(parents=True)
    Path("site/README.md").write_bytes(b"eigen")
    Path("site/roadmap/burgerzaken.yaml").write_bytes(b"eigen")
    Path("site/eigen.txt").write_bytes(b"eigen")
    before = everything()
    assert main(["new", "site", "--defaults"]) == WRONG_USE
    assert capsys.readouterr().err == (
        "In site staat al iets met dezelfde naam: README.md, roadmap/burgerzaken.yaml. Er is niets geschreven. "
        "Kies een andere map, of zet dit eerst ergens anders neer.\n"
    )
    assert everything() == before
    assert Path("site/README.md").read_bytes() == b"eigen"


def test_of_many_files_in_the_way_a_few_are_named(capsys: Captured) -> None:
    assert main(["new", "site", "--defaults"]) == GOOD
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    capsys.readouterr()
    assert main(["new", "site", "--defaults", "--updated", "2027-01-01"]) == WRONG_USE
    assert f"en nog {len(before) - 8} meer." in capsys.readouterr().err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_a_site_may_come_where_you_stand(capsys: Captured) -> None:
    """Beside what is there, a repository for instance; then there is nowhere to go first."""
    Path(".git").mkdir()
    Path(".git/config").write_bytes(b"eigen")
    assert main(["new", ".", "--defaults"]) == GOOD
    assert Path(".git/config").read_bytes() == b"eigen"
    assert Path("roadmap.yaml").is_file()
    assert "  cd " not in capsys.readouterr().out


def test_a_file_is_no_folder(answering: Answering, capsys: Captured) -> None:
    """That is told before anything is asked."""
    Path("site").write_bytes(b"eigen")
    asked = answering()
    assert main(["new", "site"]) == WRONG_USE
    assert capsys.readouterr().err == "site is geen map. Kies een andere naam.\n"
    assert asked == []


def test_who_breaks_off_while_it_is_written_keeps_nothing(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def broken(self: Path, *arguments: Any, **options: Any) -> IO[Any]:
        if self.name == "roadmap.yaml":
            raise KeyboardInterrupt
        opened: IO[Any] = real(self, *arguments, **options)
        return opened

    monkeypatch.setattr(Path, "open", broken)
    assert main(["new", "site", "--defaults"]) == PROBLEMS
    assert capsys.readouterr().err == "Gestopt. Er is niets geschreven.\n"
    assert everything() == []


def test_no_name_is_not_where_you_stand(capsys: Captured) -> None:
    """A variable of a script that is empty must not fill a folder."""
    with pytest.raises(SystemExit) as caught:
        main(["new", "", "--defaults"])
    assert caught.value.code == WRONG_USE
    assert "no name" in capsys.readouterr().err
    assert everything() == []


def test_what_is_surely_in_the_way_is_told_before_anything_is_asked(answering: Answering, capsys: Captured) -> None:
    """Nobody answers five questions for nothing."""
    Path("mkdocs.yml").write_bytes(b"eigen")
    asked = answering()
    assert main(["new", "."]) == WRONG_USE
    assert capsys.readouterr().err.startswith("In . staat al iets met dezelfde naam: mkdocs.yml. ")
    assert asked == []


def test_a_folder_whose_name_is_no_text_can_be_told(capsys: Captured) -> None:
    """A disk from elsewhere has such names."""
    code = main(["new", "site\udcff", "--defaults"])
    told = capsys.readouterr()
    assert (told.out + told.err).encode()
    assert code in {GOOD, PROBLEMS}  # some systems have no such names at all


def test_a_folder_that_cannot_be_written_is_told(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and nothing is left."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "open", full)
    assert main(["new", "site", "--defaults"]) == PROBLEMS
    monkeypatch.undo()
    said = capsys.readouterr().err
    assert said.startswith("Stip kan de site niet in site schrijven (de schijf is vol: maak ruimte).")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("platform", "folder", "commands"),
    [
        (
            "linux",
            "mijn site's",
            [
                f"  cd 'mijn site'\"'\"'s' && {INSTALL}",
                "  .venv/bin/mkdocs serve",
            ],
        ),
        (
            "win32",
            "mijn site's",
            [
                "  cd 'mijn site''s'; py -3 -m venv .venv; .venv\\Scripts\\python -m pip install -r requirements.txt",
                "  .venv\\Scripts\\mkdocs serve",
            ],
        ),
    ],
)
def test_it_ends_with_two_commands_for_this_system(
    platform: str, folder: str, commands: list[str], capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They work in a folder of any name, and the README has them too."""
    monkeypatch.setattr("stip.cli.new.sys.platform", platform)
    assert main(["new", folder, "--defaults"]) == GOOD
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line.startswith("  ")] == commands
    assert ("PowerShell" in out) == (platform == "win32")
    readme = Path(folder, "README.md").read_text("utf-8")
    for command in commands:
        assert re.sub(r"^ *(cd '.*'(;| &&) )?", "", command) in readme
