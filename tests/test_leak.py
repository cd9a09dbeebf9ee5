"""Nothing that only those who steer may read is anywhere in what staff get; in the site for those who steer all is.

Words that occur nowhere else are planted in every field of every kind of record, and looked for in every byte.
"""

from __future__ import annotations

import functools
import gzip
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdf
import pytest

from building import build_strictly, write_project
from planting import WORD, Planted, planted
from stip.cli import GOOD, main
from stip.model import Audience, practice_kinds
from stip.model.practices import Shape
from stip.schema import KINDS


class Made(NamedTuple):
    """A project with planted words, and what was made of it: a folder for each way of building and audience."""

    project: Path
    planted: Planted
    folders: Mapping[tuple[str, Audience], Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Build everything, for both, in both ways."""
    folder = tmp_path_factory.mktemp("leak")
    what = planted()
    project = write_project(folder / "project", what.files)
    folders = {}
    for audience in Audience:
        built = build_strictly(project, folder / f"mkdocs-{audience}", environment={"STIP_AUDIENCE": audience})
        assert built.ok, built.log
        folders["mkdocs", audience] = built.site
        out = folder / f"stip-{audience}"
        stip(project, "build", "--audience", audience, "--out", str(out))
        folders["stip", audience] = out
    return Made(project, what, folders)


def stip(project: Path, *arguments: str) -> str:
    """Run a command in a project, and return what it printed."""
    command = [sys.executable, "-m", "stip", *arguments]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def written(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file and what it says: as it is, unpacked, and as a reader of its form finds it; its name too."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, raw = path.relative_to(folder).as_posix(), path.read_bytes()
        yield name, name.encode()
        yield name, raw
        if name.endswith(".gz"):
            yield name, gzip.decompress(raw)
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(path) as packed:
                yield from ((name, packed.read(part)) for part in packed.namelist())
        if name.endswith(".pdf"):
            yield name, _pdf(path)
        if name.endswith(".png"):
            yield name, b"".join(_png(raw))


def _pdf(path: Path) -> bytes:
    """Return the words of a PDF, what it says of itself, and every stream unpacked."""
    reader = pypdf.PdfReader(path)
    said = [page.extract_text() for page in reader.pages]
    said += [str(reader.metadata), *(str(outline) for outline in reader.outline)]
    with pikepdf.open(path) as pdf:
        parts: list[Any] = list(pdf.objects)
        streams = [part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream) and _is_plain(part)]
        said += [repr(part) for part in parts]
    return b"\n".join((*(text.encode() for text in said), *streams))


def _is_plain(stream: pikepdf.Stream) -> bool:
    """Tell whether a stream is no picture packed as one."""
    return "/DCTDecode" not in str(stream.get("/Filter", ""))


def _png(raw: bytes) -> Iterator[bytes]:
    """Yield every part of a picture that is not its points, unpacked where it is packed."""
    at = 8
    while at < len(raw):
        size, kind = int.from_bytes(raw[at : at + 4]), raw[at + 4 : at + 8]
        part = raw[at + 8 : at + 8 + size]
        at += size + 12
        if kind != b"IDAT":
            yield part
        if kind in {b"zTXt", b"iTXt"} and (packed := re.search(rb"x[\x01\x5e\x9c\xda]", part)):
            yield zlib.decompressobj().decompress(part[packed.start() :])


def found(folder: Path, ending: str = "") -> dict[str, set[str]]:
    """Return the planted words in each file of a folder that has any, in lower case."""
    return {name: words for name, words in _found(folder).items() if name.endswith(ending)}


@functools.cache
def _found(folder: Path) -> dict[str, set[str]]:
    words: dict[str, set[str]] = {}
    for name, said in written(folder):
        if here := {word.decode().lower() for word in WORD.findall(said)}:
            words.setdefault(name, set()).update(here)
    return words


def test_enough_is_planted(made: Made) -> None:
    """In every kind of practice, twice and more, and in what is confidential of what staff read."""
    assert len(made.planted.fields) >= 200


@pytest.mark.parametrize("way", ["mkdocs", "stip"])
def test_staff_get_no_planted_word(made: Made, way: str) -> None:
    """Pages, search, tables, calendars, feeds, pictures and prints: not one word, in not one byte."""
    folder = made.folders[way, Audience.STAFF]
    assert found(folder) == {}
    endings = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert {".json", ".csv", ".ics", ".dot", ".html", ".pdf", ".svg", ".png", ".js", ".css"} <= endings
    assert way != "mkdocs" or {".xml", ".gz"} <= endings


def test_prints_are_read(made: Made) -> None:
    """What looks for planted words finds other words in the prints: so it can read them."""
    folder = made.folders["mkdocs", Audience.STAFF]
    said = dict(written(folder))
    prints = [text for name, text in said.items() if name.endswith(".pdf")]
    assert prints
    assert all(b"Samen Vooruit" in text for text in prints)


_FIRST = ("id", "title", "text")
"""What the first column of every table says."""
_WHILE_OPEN = ("join", "sign_up")
"""Fields of which a page says nothing once it is over: nobody can join then."""
OFF_PAGES: Mapping[str, str] = {
    "celebration.contact": "what was celebrated stands in a list, by name and day",
    "celebration.text": "what was celebrated stands in a list, by name and day",
    "development.contact": "a curve tells by itself what it is about",
    "figure.contact": "a figure stands on the fact sheet, with its day",
    "figure.source": "a figure stands on the fact sheet, with its day",
    "figure.text": "a figure stands on the fact sheet, with its day",
    "measurement.unit": "it is said with a reading, and behind these stand too few people",
    "scenario.phase": "only the order of those that have a rank tells it",
    "self_assessment.contact": "it stands as a drawing",
    "stage.contact": "it stands as a drawing",
    "tension_arc.contact": "a curve tells by itself what it is about",
    "document": "a document is no page",
}
"""The fields with a word that no page shows, and why. The files for other programs have them all."""


def on_no_page(where: str) -> bool:
    """Tell whether a field is one that pages may leave out: it is listed, no column of a table, or of what is open."""
    record, _, rest = where.partition(".")
    key = rest.partition(".")[0]
    kind = next((kind for kind in practice_kinds().values() if kind.record == record), None)
    in_table = kind is not None and kind.shape is Shape.TABLE and key not in {*kind.columns, *_FIRST}
    return in_table or key in _WHILE_OPEN or f"{record}.{key}".rstrip(".") in OFF_PAGES


@pytest.mark.parametrize(("way", "ending"), [("mkdocs", ".html"), ("stip", ".md")])
def test_those_who_steer_get_every_planted_word(made: Made, way: str, ending: str) -> None:
    """Every word is somewhere, and on a page unless that is listed; what the host copies itself is his."""
    folder, hosts = made.folders[way, Audience.STEERING], {"document", "note"} if way == "stip" else set()
    fields = {word: where for word, where in made.planted.fields.items() if where not in hosts}
    anywhere, on_pages = (set().union(*found(folder, end).values()) for end in ("", ending))
    assert sorted({where for word, where in fields.items() if word not in anywhere}) == []
    missing = {where for word, where in fields.items() if word not in on_pages}
    assert sorted(where for where in missing if not on_no_page(where)) == []


def test_what_is_on_no_page_is_listed_for_a_reason(made: Made) -> None:
    """A field that a page shows after all is taken from the list."""
    on_pages: set[str] = set().union(*found(made.folders["mkdocs", Audience.STEERING], ".html").values())
    missing = {where for word, where in made.planted.fields.items() if word not in on_pages}
    assert [where for where in OFF_PAGES if not any(one.startswith(where) for one in missing)] == []


def test_an_edition_is_the_same_for_both(made: Made) -> None:
    """It is printed, and prints are for everyone."""
    files = []
    for audience in Audience:
        stip(made.project, "edition", "zz", "--audience", audience)
        file = made.project / "editions" / "zz.json"
        files.append(file.read_bytes())
        file.unlink()
    assert files[0] == files[1]
    assert WORD.findall(files[0]) == []


def test_prints_are_the_same_for_both(made: Made) -> None:
    """They hang where everyone walks by, whoever made them."""
    staff, steering = (dict(_raw(made.folders["mkdocs", one])) for one in Audience)
    assert staff == steering
    assert staff


def _raw(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.suffix in {".pdf", ".png"} or path.parent.name == "poster":
            yield path.relative_to(folder).as_posix(), b"" if path.suffix == ".html" else path.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_gets_no_planted_word(
    made: Made, kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The schema is of the form alone."""
    monkeypatch.chdir(made.project)
    assert main(["schema", kind]) == GOOD
    said = capsys.readouterr().out
    assert said
    assert WORD.findall(said.encode()) == []
