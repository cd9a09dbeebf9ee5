"""What cannot be renamed is told, and then no file has changed; nor when writing fails, wherever that is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from editing.files import contents, put
from stip.editing import Change, plan_rename, write_all

Rename = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("burgerzakn", "bz", "Er is niets met het id 'burgerzakn'. Bedoelde je burgerzaken?"),
        ("step:burgerzaken", "bz", "Er is niets met het id 'step:burgerzaken'. Bedoelde je unit:burgerzaken?"),
        ("burgerzaken", "Burger Zaken", "'Burger Zaken' kan geen id zijn. Bedoelde je 'burger-zaken'?"),
        ("burgerzaken", "con", "'con' kan geen id zijn, want Windows gebruikt die naam zelf. Kies een ander id"),
        ("burgerzaken", "ict", "Er is al een afdeling met het id 'ict' (roadmap/ict.yaml:2:9). Kies een ander id."),
        ("burgerzaken", "burgerzaken", "Het id is al 'burgerzaken'."),
    ],
)
def test_wrong_use(rename: Rename, folder: Path, old: str, new: str, told: str) -> None:
    """Another word in the command is the remedy."""
    before = contents(folder)
    assert rename(old, new) == (2, "", f"{told}\n")
    assert contents(folder) == before


def test_one_id_of_more_kinds(rename: Rename, folder: Path) -> None:
    """The choices are listed, and each can be asked for; the other keeps its id."""
    put(
        folder,
        {"roadmap/x.yaml": "frameworks:\n  - {id: ict, title: X, departments: [ict], parts: [{id: a, title: A}]}\n"},
    )
    code, _, told = rename("ict", "qq")
    assert (code, told) == (
        2,
        "Er is meer met het id 'ict'. Kies wat je bedoelt: unit:ict (afdeling), framework:ict (kader).\n",
    )
    assert rename("frameworks:ict", "qq")[0] == 0
    text = (folder / "roadmap/x.yaml").read_text("utf-8")
    assert text == "frameworks:\n  - {id: qq, title: X, departments: [ict], parts: [{id: a, title: A}]}\n"


def test_a_framework_of_the_program_keeps_its_id(rename: Rename, folder: Path) -> None:
    """Its id says what it is."""
    put(folder, {"roadmap/x.yaml": "frameworks:\n  - {id: routes, title: X}\n"})
    assert "hoort" in rename("routes", "qq")[2]


@pytest.mark.parametrize(("old", "new"), [("step:bz-afspraak", "none"), ("persona:balie", "readme")])
def test_an_id_with_which_the_roadmap_would_be_wrong(rename: Rename, folder: Path, old: str, new: str) -> None:
    """What the checks say of the files as they would become is told."""
    before = contents(folder)
    code, out, told = rename(old, new)
    assert (code, out) == (1, "")
    assert "error" in told
    assert "Er is niets veranderd." in told
    assert contents(folder) == before


def test_a_roadmap_with_errors(rename: Rename, folder: Path) -> None:
    """The errors come first, as `stip check` tells them."""
    text = (folder / "roadmap.yaml").read_text("utf-8")
    put(folder, {"roadmap.yaml": text.replace("goals: [kort-wachten]", "goals: [kort-wahcten]", 1)})
    before = contents(folder)
    code, _, told = rename("burgerzaken", "bz")
    assert code == 1
    assert "roadmap.yaml:17:17: error ID-02" in told
    assert "Los ze eerst op" in told
    assert contents(folder) == before


def test_a_place_that_is_not_what_reading_told(rename: Rename, folder: Path) -> None:
    """Two marks before a file shift what stands on its first line: then nothing is guessed."""
    put(folder, {"roadmap/x.yaml": "\ufeff\ufeff{tools: [{id: t, title: T, status: allowed}]}"})
    before = contents(folder)
    code, _, told = rename("t", "qq")
    assert (code, told.startswith("Bij roadmap/x.yaml:1:15 kan Stip het id niet veilig veranderen.")) == (1, True)
    assert contents(folder) == before


def test_no_roadmap(rename: Rename, folder: Path) -> None:
    """A sentence, and no traceback."""
    code, _, told = rename("burgerzaken", "bz", "elders.yaml")
    assert code == 1
    assert "elders.yaml" in told
    assert "Traceback" not in told
    assert folder.is_dir()


def test_a_file_that_was_saved_in_between(folder: Path) -> None:
    """What an editor saved just now is not lost."""
    changes = plan_rename(folder / "roadmap.yaml", "ict", "qq").changes
    put(folder, {"roadmap/ict.yaml": "# nieuw\n"})
    before = contents(folder)
    with pytest.raises(FileExistsError):
        write_all(changes, folder)
    assert contents(folder) == before


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Of a file that stands elsewhere, that file is written; who may read it stays the same."""
    real, link = tmp_path / "a" / "x.yaml", tmp_path / "y.yaml"
    put(tmp_path, {"a/x.yaml": "een"})
    real.chmod(0o640)
    link.symlink_to(real)
    write_all([Change(link, b"een", b"twee", 1)], tmp_path)
    assert link.is_symlink()
    assert real.read_bytes() == b"twee"
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(contents(tmp_path)) == ["a/x.yaml", "y.yaml"]


def test_a_file_that_cannot_be_written(rename: Rename, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name and the reason are told, and what else to do."""
    before = contents(folder)
    monkeypatch.setattr("os.access", lambda path, _: not str(path).endswith("ict.yaml"))
    code, _, told = rename("ict", "qq")
    assert code == 1
    assert told.startswith("roadmap/ict.yaml kan niet worden geschreven (")
    assert contents(folder) == before
