"""Every command that the guides show is one that the program, MkDocs or the Makefile takes."""

from __future__ import annotations

import itertools
import re
import shlex
from collections.abc import Iterator
from typing import Final, NamedTuple

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from building import ROOT
from guidebook import MANUAL, fences
from stip import cli

MAKEFILE: Final = (ROOT / "Makefile").read_text(encoding="utf-8")
PAGES: Final = {
    **MANUAL,
    **{
        path.stem: path.read_text(encoding="utf-8")
        for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
        if not path.stem.startswith("reference.")
    },
}
SHELLS: Final = {"sh", "powershell"}
OURS: Final = {"stip", "mkdocs", "make"}
OTHERS: Final = {
    "git",
    "rsync",
    "ssh",
    "robocopy",
    "Remove-Item",
    "Rename-Item",
    "properdocs",
    "py",
    "python",
    "zensical",
}
"""Programs of others that a guide may show; what they take is theirs to say."""
PARSER: Final = cli._parser()  # noqa: SLF001 - nothing else gives it without running a command
NAMES: Final = {name for name, *_ in cli._COMMANDS}  # noqa: SLF001 - nor are these told elsewhere
_FENCED: Final = re.compile(r"^```.*?^```$", flags=re.DOTALL | re.MULTILINE)
_INLINE: Final = re.compile(rf"`((?:[\w.\\]+\\)?(?:{'|'.join(OURS)}) [^`]+)`")
_RUN: Final = re.compile(r"^ *- (?:run: )?(\w+ .+)$", flags=re.MULTILINE)
"""A command in a file of GitLab or GitHub."""


class Command(NamedTuple):
    """A command as a page shows it: the name of its program, and the words after that."""

    page: str
    program: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        """Return how a test calls it."""
        return f"{self.page}: {self.program} {' '.join(self.words)}"


def commands() -> Iterator[Command]:
    """Yield every command of every page: between fences and within a line."""
    for fence in fences(PAGES):
        if fence.language in SHELLS:
            lines = [part for line in fence.text.splitlines() for part in line.partition("  #")[0].split("; ")]
        else:
            lines = _RUN.findall(fence.text) if fence.file.startswith(".") else []
        yield from (_command(fence.page, line) for line in lines if _words(line))
    for page, text in PAGES.items():
        for line in _INLINE.findall(_FENCED.sub("", text)):
            command = _command(page, line)
            # In a sentence the first words are what a command is called; with this it is known, or not.
            yield command._replace(words=(*command.words, "--help")) if len(command.words) == 1 else command


def _command(page: str, line: str) -> Command:
    program, *words = _words(line)
    return Command(page, program.rpartition("/")[2], tuple(words))


def _words(line: str) -> list[str]:
    """Return the words of a line without its comment, its variables, and where its output goes."""
    if line.startswith("$env:"):
        return []
    found = shlex.split(line.replace("\\", "/").split(" > ")[0], comments=True)
    return [word for word in found if not re.match(r"STIP_\w+=", word)]


SHOWN: Final = [
    (_command(one.page, one.text.strip()), after.text)
    for one, after in itertools.pairwise(fences(MANUAL))
    if one.text.startswith("stip ")
    and one.text.count("\n") == 1
    and after.language == "text"
    and one.page == after.page
]
"""What a page shows of what a command prints."""
COMMANDS: Final = tuple(dict.fromkeys(commands()))


def _of(program: str) -> list[Command]:
    return [command for command in COMMANDS if command.program == program]


@pytest.mark.parametrize("command", _of("stip"), ids=str)
def test_stip_takes_it(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """The parser of the program itself does, with these options; nothing runs."""
    name, last = command.words[0], command.words[-1]
    assert name in NAMES
    code = _parsed(command.words)
    if code and last.startswith("--"):  # a sentence may name an option without a value
        capsys.readouterr()
        code = _parsed((name, "--help")) or last not in capsys.readouterr().out
    assert not code


def _parsed(words: tuple[str, ...]) -> object:
    """Return the exit code of the parser alone: 0 for what it takes."""
    try:
        PARSER.parse_args(words)
    except SystemExit as stopped:
        return stopped.code
    return 0


@pytest.mark.parametrize(("command", "told"), SHOWN, ids=lambda one: str(one) if isinstance(one, Command) else "")
def test_a_command_tells_what_a_page_shows(
    command: Command, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line, of the example municipality as it is; nothing is written."""
    assert command.words[0] in {"diff", "explain"}
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    assert cli.main(command.words) == cli.GOOD
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in told.splitlines() if line not in printed] == []


@pytest.mark.parametrize("command", _of("mkdocs"), ids=str)
def test_mkdocs_takes_it(command: Command) -> None:
    """Asked to explain a command it runs nothing; what it explains has these options."""
    told = CliRunner().invoke(mkdocs, [command.words[0], "--help"])
    assert told.exit_code == 0, told.output
    assert [word for word in command.words if word.startswith("-") and word not in told.output] == []


@pytest.mark.parametrize("command", _of("make"), ids=str)
def test_make_has_it(command: Command) -> None:
    targets = [word for word in command.words if "=" not in word and word != "--help"]
    assert targets
    assert [name for name in targets if not re.search(rf"^{name}: ", MAKEFILE, flags=re.MULTILINE)] == []


def test_nothing_else_is_typed() -> None:
    """A line that is no command of ours is of a program that people know."""
    programs = {command.program for command in COMMANDS}
    assert programs <= {*OURS, *OTHERS}
    assert programs >= OURS


def test_the_manual_names_every_command() -> None:
    """Who only reads the manual finds all that the program can do; these are for another host."""
    shown = {command.words[0] for command in _of("stip") if command.page in MANUAL}
    assert NAMES - shown <= {"build", "theme"}
