"""A side from git: any revision, whatever its names; what is not there is said, and what to do."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from stip.cli import GOOD, PROBLEMS, WRONG_USE, main
from stip.comparison import git
from versions import edited, write

FOLDER = "plan Súdwest-Fryslân"
LATER = ("roadmap.yaml", "when: 2027-Q2", "when: 2027-Q4")
BROKEN = ("roadmap/ict.yaml", "title: Veilig inloggen", "titel: Veilig inloggen")
DOCUMENTS = "documents:\n  - {id: uitleg, title: Uitleg, file: uitleg.pdf, accessible: true, contact: {role: Balie}}\n"
NAMES = {
    "GIT_AUTHOR_NAME": "Rol",
    "GIT_AUTHOR_EMAIL": "rol@example.org",
    "GIT_COMMITTER_NAME": "Rol",
    "GIT_COMMITTER_EMAIL": "rol@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
Told = Callable[..., str]


def run(folder: Path, *options: str) -> str:
    """Run git in a folder and return what it says."""
    answer = subprocess.run(
        ["git", "-C", str(folder), *options], env={**os.environ, **NAMES}, check=True, capture_output=True
    )
    return answer.stdout.decode().strip()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository with three commits: good (also the tag v1), broken (the branch kapot), and later."""
    root = tmp_path_factory.mktemp("repo")
    run(root, "init", "-q", "-b", "hoofd")
    (root / "anders.txt").write_text("Niet van ons.", encoding="utf-8")
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 4000\n"
    write({"roadmap/documenten.yaml": DOCUMENTS, "content/uitleg.pdf": pointer}, root / FOLDER)
    link = root / FOLDER / "roadmap" / "ook.yaml"
    write(edited([]), root / FOLDER)
    link.symlink_to("ict.yaml") if os.name != "nt" else None
    for edits, label in (([], ("tag", "v1")), ([BROKEN], ("branch", "kapot")), ([LATER], ("branch", "2026-najaar"))):
        write(edited(edits), root / FOLDER)
        run(root, "add", "-A")
        run(root, "commit", "-qm", "Anders")
        run(root, *label)
    (root / FOLDER / "content" / "uitleg.pdf").write_bytes(b"%" * 4000)
    return root


@pytest.fixture
def told(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """Return `told(*arguments, code=0)`: stands in the folder of the roadmap, compares, and returns what it says."""
    monkeypatch.chdir(repository / FOLDER)

    def ask(*arguments: str, code: int = GOOD) -> str:
        assert main(["diff", *arguments]) == code
        said = capsys.readouterr()
        assert not (said.out and said.err)
        return said.out or said.err

    return ask


MOVED = "Komt later: van 2e kwartaal 2027 naar 4e kwartaal 2027."


@pytest.mark.parametrize(
    "old", ["v1", "HEAD~2", "hoofd~2", f"v1:{FOLDER}/roadmap.yaml", f"v1:{FOLDER}", "v1:roadmap.yaml"]
)
def test_a_revision(told: Told, old: str) -> None:
    """A tag, a commit before, or a file in one: names with spaces and other letters make no difference."""
    said = told(old)
    assert said.startswith("Wat er anders is: van ")
    assert MOVED in said


def test_a_document_that_lies_elsewhere(told: Told, repository: Path) -> None:
    """Of a document in large file storage git holds a pointer: it is the same document, until it has another size."""
    assert "Uitleg" not in told("v1")
    document = repository / FOLDER / "content" / "uitleg.pdf"
    document.write_bytes(b"%" * 5000)
    assert "Uitleg: Het bestand zelf is veranderd." in told("v1")
    document.write_bytes(b"%" * 4000)


def test_a_hash(told: Told, repository: Path) -> None:
    """A hash is a name, whole or its beginning; it is told short, and once."""
    commit = run(repository, "rev-parse", "v1")
    for name in (commit, commit[:10]):
        assert told(name).startswith(f"Wat er anders is: van {commit[:8]} naar roadmap.yaml")


def test_two_revisions(told: Told, repository: Path) -> None:
    """Both sides can be revisions, and a roadmap that is the same is told in one sentence."""
    commit = run(repository, "rev-parse", "hoofd")[:8]
    assert told("hoofd", "HEAD") == f"Er is niets anders: hoofd ({commit}) en HEAD ({commit}) zijn gelijk.\n"
    assert MOVED in told("v1", "hoofd", "--exit-code", code=PROBLEMS)
    assert "hoofd" in told("HEAD", "hoofd", "--exit-code")


def test_from_elsewhere(told: Told, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands elsewhere says which file is the roadmap; the new side says it as well."""
    monkeypatch.chdir(repository)
    assert MOVED in told("v1", "--roadmap", f"{FOLDER}/roadmap.yaml")
    assert MOVED in told("v1", f"{FOLDER}/roadmap.yaml")
    assert MOVED in told("v1", FOLDER)
    assert "In 'HEAD' is er geen bestand 'roadmap.yaml'. Zeg met --roadmap" in told("v1", "HEAD", code=WRONG_USE)


def test_an_edition_in_a_revision(told: Told) -> None:
    """The file of an edition can be read from a revision too."""
    said = told(f"v1:{FOLDER}/editions/2026-najaar.json")
    assert said.splitlines()[1].startswith("Hier staat alleen het plan")


def test_a_name_of_two_things(told: Told) -> None:
    """An edition goes before a branch of the same name; it is told that, and how the branch is written."""
    said = told("2026-najaar")
    assert said.startswith("Wat er anders is: van editie 2026-najaar (2 november 2026) naar roadmap.yaml\n")
    assert f"Schrijf '2026-najaar:{FOLDER}/roadmap.yaml' voor de versie in git." in said
    assert told(f"2026-najaar:{FOLDER}/roadmap.yaml").startswith("Er is niets anders: 2026-najaar (")


def test_what_steers_is_read_for_who_steers_alone(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """A revision tells each audience its own; for staff the files of those who steer are not even written."""
    seen: list[str] = []
    write_bytes = Path.write_bytes

    def watched(path: Path, data: bytes) -> int:
        seen.append(path.name)
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", watched)
    told("v1")
    assert "missie.md" in seen
    assert "geld.yaml" not in seen
    told("v1", "--audience", "steering")
    assert "geld.yaml" in seen


def test_a_side_with_errors(told: Told) -> None:
    """Its errors have their place, after the name of the side, in the folder of the repository."""
    said = told("kapot", code=PROBLEMS)
    assert said.startswith(f"kapot:{FOLDER}/roadmap/ict.yaml:9:9: error SC-01: de sleutel 'titel' bestaat niet")
    assert said.rstrip().endswith("deze kant heeft fouten. Los ze eerst op, dan kan stip vergelijken.")
    assert "stip-" not in said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hoofdd", "Bedoelde je 'hoofd'?"),
        ("2026-najar", "Bedoelde je '2026-najaar'?"),
        ("v1..hoofd", "stip diff v1 hoofd"),
        ("zomaar iets", "'zomaar iets' is geen bestand, map met roadmap.yaml, editie of versie in git."),
        ("roadmap", "'roadmap' is geen bestand"),
        ("v1:nergens.yaml", "geen bestand 'nergens.yaml'"),
        (":roadmap.yaml", "':roadmap.yaml' is geen bestand"),
        ("", "'' is geen bestand"),
        ("a" * 300, "is geen bestand"),
    ],
)
def test_what_is_not_there(told: Told, name: str, said: str) -> None:
    """What means nothing is wrong use, and what was meant is told."""
    assert said in told(name, code=WRONG_USE)


def test_a_name_that_looks_like_an_option(told: Told) -> None:
    """It is a name that means nothing, and never reaches git as an option."""
    assert "'--output=x' is geen bestand" in told("--", "--output=x", code=WRONG_USE)
    assert not Path("x").exists()


def test_a_shallow_copy(told: Told, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy with the last commit alone says how to get the rest."""
    run(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "ondiep")
    monkeypatch.chdir(tmp_path / "ondiep" / FOLDER)
    assert "git fetch --unshallow" in told("v1", code=WRONG_USE)
    run(Path(), "checkout", "-q", "-b", "werk")
    run(Path(), "branch", "-q", "-D", "hoofd")
    assert "Bedoelde je 'origin/hoofd'?" in told("hoofd", code=WRONG_USE)


def test_without_git(told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git, or outside a repository, files and editions can be compared, and revisions cannot: it says why."""
    write(edited([LATER]), tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    assert "Deze map hoort niet bij een git-repository" in told("v1", code=WRONG_USE)
    monkeypatch.setenv("PATH", "")
    assert "is het programma git nodig, en dat is er niet" in told("v1", code=WRONG_USE)
    assert told(".") == "Er is niets anders: roadmap.yaml en roadmap.yaml zijn gelijk.\n"
    assert "editie 2026-najaar" in told("2026-najaar")


def test_git_takes_too_long(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said after how long."""
    monkeypatch.setattr(git, "SECONDS", 0.000001)
    assert "Git gaf na 1e-06 seconden nog geen antwoord" in told("v1", code=PROBLEMS)
