"""`stip theme`: the frame for a host that runs no plugins, in a folder of its own."""

from pathlib import Path

import pytest

from stip.cli import main


def test_it_writes_the_frame_and_writes_it_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "theme"
    assert main(["theme", "--out", str(folder)]) == 0
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"stip.html", "404.html", "partials/header.html"} <= names
    assert not any(name.startswith("assets/stip/") for name in names)
    (folder / "stip.html").write_text("older", encoding="utf-8")
    assert main(["theme", "--out", str(folder), "--language", "en"]) == 0
    assert "older" not in (folder / "stip.html").read_text("utf-8")
    assert capsys.readouterr().out.splitlines()[1] == f"{len(names)} files stand in {folder.as_posix()}"


@pytest.mark.parametrize("name", ["own.html", "partials/own.html"])
def test_what_others_made_is_left_alone(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / name
    own.parent.mkdir(exist_ok=True)
    own.write_text("own", encoding="utf-8")
    assert main(["theme", "--out", str(tmp_path)]) == 2
    assert "niet leeg en niet door stip gemaakt" in capsys.readouterr().err
    assert not (tmp_path / "stip.html").exists()
    assert main(["theme", "--out", str(own)]) == 2


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["theme", "--out", str(tmp_path / "file" / "theme")]) == 1
    assert "kan niet worden geschreven" in capsys.readouterr().err
