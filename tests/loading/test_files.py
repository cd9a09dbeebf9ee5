"""Files that are no good text, and files that lie where they may not."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from stip.loading import files, load, source

Write = Callable[..., Path]
PERSONA = b"---\nname: Medewerker aan de balie\nneeds: [Rust]\n---\n"
PLACE = "content/personas/balie.md"


def _said(path: Path) -> str:
    return "\n".join(map(str, load(path).problems))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(
            PERSONA.replace(b"Rust", b"Caf\xe9"),
            f"{PLACE}:3:12: error YM-05: hier staat een teken dat niet in UTF-8 is opgeslagen (byte 0xE9)\n"
            "    sla het bestand op als UTF-8; kijk daarna of letters als é en ë nog kloppen",
            id="latin-1",
        ),
        pytest.param(
            PERSONA.decode().encode("utf-16"),
            f"{PLACE}: error YM-05: dit bestand is opgeslagen als UTF-16\n    sla het op als UTF-8",
            id="utf-16",
        ),
        pytest.param(
            PERSONA.decode().encode("utf-16-le"),
            f"{PLACE}: error YM-05: dit bestand is opgeslagen als UTF-16\n    sla het op als UTF-8",
            id="utf-16 without a mark",
        ),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff",
            f"{PLACE}: error YM-04: dit is geen tekstbestand\n    sla het op als gewone tekst (UTF-8)",
            id="binary",
        ),
        pytest.param(
            PERSONA.replace(b"Rust", b"Ru\x07st"),
            f"{PLACE}:3:11: error YM-16: hier staat een onzichtbaar stuurteken (U+0007)\n"
            "    haal het weg; typ de tekst opnieuw als je het niet ziet",
            id="control character",
        ),
        pytest.param(
            PERSONA.replace(b"Rust", "Ru\u202est".encode()),
            f"{PLACE}:3:11: error YM-16: hier staat een onzichtbaar stuurteken (U+202E)\n"
            "    haal het weg; typ de tekst opnieuw als je het niet ziet",
            id="a sign that turns round the rest of its line",
        ),
        pytest.param(
            PERSONA.replace(b"Rust", "Caf\x82 \ufffd".encode()),
            f"{PLACE}:3:12: warning TX-03: hier en verderop staan 2 tekens die niemand kan lezen (U+0082)\n"
            "    typ ze opnieuw; vaak is de tekst een keer verkeerd opgeslagen",
            id="damaged characters",
        ),
        pytest.param(b"\xef\xbb\xbf" + PERSONA, "", id="byte order mark"),
        pytest.param(PERSONA.replace(b"\n", b"\r\n"), "", id="Windows line ends"),
        pytest.param(PERSONA.replace(b"Rust", "Rust \U0001f333".encode()), "", id="a tree"),
    ],
)
def test_bytes(data: bytes, said: str, written: Write) -> None:
    """Only UTF-8 text is read; the place of a wrong byte or character is told."""
    assert _said(written({PLACE: data})) == said


def test_large_file(written: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that nobody wrote by hand is refused before it is read."""
    monkeypatch.setattr(files, "LARGEST", 1_000_000)
    path = written({PLACE: PERSONA + b"x" * 2_000_000})
    assert _said(path).startswith(f"{PLACE}: error YM-03: dit bestand is 2 MB; meer dan 1 MB lezen we niet")


def test_folder(written: Write) -> None:
    """A folder where a file belongs."""
    path = written({"content/missie.md": None, "content/missie.md/foto.txt": "x"})
    assert "content/missie.md: error YM-02: dit is een map, geen bestand" in _said(path)
    assert _said(path.parent).startswith(".: error YM-02: dit is een map, geen bestand")


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there")
def test_link_that_leaves(written: Write, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link to a file elsewhere is not followed."""
    path = written({})
    outside = tmp_path_factory.mktemp("elders") / "geheim.yaml"
    outside.write_text("departments: []\n", encoding="utf-8")
    (path.parent / "roadmap" / "link.yaml").symlink_to(outside)
    assert _said(path).startswith(
        "roadmap.yaml:6:11: error IN-01: 'roadmap/link.yaml' ligt buiten de map van de roadmap"
    )


LINKED = ("content/missie.md", "content/personas/zz.md", "content/begrippen.md", "editions/zz.json")
LINUX = pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there, and a pipe has no place")


@LINUX
@pytest.mark.parametrize("name", ["roadmap.yaml", *LINKED, "content/personas", "editions"])
def test_a_link_out_of_the_folder_stays_shut(
    name: str, written: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Of what it leads to not one word is told, whatever kind of file it is in the place of."""
    outside = tmp_path_factory.mktemp("elders")
    (outside / "geheim.md").write_text("---\ngeheim: zzsecret\n---\n", encoding="utf-8")
    path = written({})
    place = path.parent / name
    place.parent.mkdir(exist_ok=True)
    if place.exists():
        place.rename(path.parent / "weg")
    place.symlink_to(outside if "." not in name else outside / "geheim.md")
    said = _said(path)
    assert f"{name}: error IN-01: dit is een koppeling naar iets buiten de map van de roadmap" in said
    assert "zzsecret" not in said


@LINUX
def test_a_link_inside_the_folder_is_followed(written: Write) -> None:
    """Also of the whole content folder, when it is told which that is."""
    path = written({})
    (path.parent / "content" / "personas").rename(path.parent / "mensen")
    (path.parent / "content" / "personas").symlink_to("../mensen")
    assert _said(path) == ""


@LINUX
@pytest.mark.parametrize("name", [*LINKED, "roadmap.yaml", "roadmap/zz.yaml", "site_overrides/stip/colours.yaml"])
def test_what_has_no_end_is_not_read(name: str, written: Write) -> None:
    """A pipe waits for who never writes; a device gives without end; a link may lead to itself."""
    path = written({name: "zz"} if name != "roadmap.yaml" else {})
    place, overrides = path.parent / name, path.parent / "site_overrides" / "stip"
    for make in (os.mkfifo, lambda one: one.symlink_to("/dev/zero"), lambda one: one.symlink_to(one.name)):
        place.unlink()
        make(place)
        loaded = load(path, overrides=overrides if overrides.is_dir() else None)
        told = {problem.code for problem in loaded.problems if problem.place.file == name}
        unnamed = name.startswith("roadmap/") or (name.startswith("site") and not place.exists())
        assert unnamed or told & {"YM-01", "YM-02", "IN-01", "SC-10"}, loaded.problems


def test_what_a_terminal_obeys_is_written_out(written: Write) -> None:
    """In a message that quotes a value, and in the name of a file: neither can make lines or colours of its own."""
    evil = "ict\n::error file=x::zz\x1b[31m\u202e"
    path = written({f"content/vragen/{evil[:3]}\x1b[31m.md": "---\nquestion: Zz?\nkind: why\n---\nZz.\n"})
    text = path.read_text("utf-8").replace("id: burgerzaken", 'id: "ict\\n::error file=x::zz\\u2067"')
    path.write_text(text, encoding="utf-8")
    said = _said(path)
    assert "content/vragen/ict\\u001b[31m.md" in said
    assert "'ict\\n::error file=x::zz\\u2067'" in said
    assert all(line.isprintable() for line in said.split("\n"))


@pytest.mark.parametrize(
    "pattern", ["./", "roadmap/./*.yaml", "/".join(["**"] * 40) + "/x", "[", "*" * 3000, "a" * 3000]
)
def test_an_odd_pattern(pattern: str, written: Write) -> None:
    """It names files or none, and never takes long: every folder is looked into once for each of its parts."""
    path = written({"/".join(["roadmap", *"d" * 30, "zz.txt"]): "zz"})
    text = path.read_text("utf-8").replace("[roadmap/*.yaml]", f"[roadmap/*.yaml, '{pattern}']")
    path.write_text(text, encoding="utf-8")
    start = time.process_time()
    assert {problem.code for problem in load(path).problems} <= {"IN-02"}
    assert time.process_time() - start < 5


def test_alias_bomb(written: Write) -> None:
    """What would unfold to a billion values is refused at once."""
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    path = written({"roadmap/ict.yaml": bomb})
    start = time.process_time()
    said = _said(path)
    # Its own work alone counts, whatever else runs; to unfold it would take hours, if memory allowed it.
    assert time.process_time() - start < 10
    assert "roadmap/ict.yaml:1:5: error YM-10:" in said


def test_deep_nesting(written: Write) -> None:
    """A hundred thousand brackets are refused at once, not by running out of stack."""
    path = written({"roadmap/ict.yaml": "departments: " + "[" * 100_000})
    assert "roadmap/ict.yaml:1:54: error YM-14:" in _said(path)


def test_python_parser(written: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the C parser the one in Python reads the same."""
    monkeypatch.setattr(source, "LOADER", yaml.SafeLoader)
    assert _said(written({})) == ""
    said = _said(written({"roadmap/ict.yaml": "departments:\n  - id: ict\n    name: Keuze: veilig\n"}))
    assert said.startswith("roadmap/ict.yaml:3:16: error YM-09: midden in deze tekst staat een dubbele punt")


def test_forced_language(written: Write) -> None:
    """The one who asks chooses the language of the problems, not of the files."""
    path = written({"content/vragen/waarom.md": "Daarom.\n"})
    loaded = load(path, language="en")
    assert loaded.language == "en"
    assert str(loaded.problems[0]).startswith(
        "content/vragen/waarom.md:1:1: error YM-15: the data at the top of this file are missing"
    )


def test_docs_folder(written: Write) -> None:
    """Content may lie in docs, where MkDocs has it by default, or anywhere when it is told."""
    path = written({})
    (path.parent / "content").rename(path.parent / "docs")
    assert load(path).problems == ()
    (path.parent / "docs").rename(path.parent / "teksten")
    assert load(path).roadmap is None
    assert load(path, path.parent / "teksten").problems == ()


def test_inputs(written: Write) -> None:
    """A live server watches the files, the folders of include patterns and the content, never the root."""
    path = written({})
    inputs = {item.relative_to(path.parent).as_posix() for item in load(path).inputs}
    assert inputs == {
        *("roadmap.yaml", "roadmap", "roadmap/ict.yaml", "editions", "content/missie.md", "content/begrippen.md"),
        *("content/personas", "content/personas/balie.md", "content/vragen", "content/vragen/waarom.md"),
    }


def test_documents(written: Write) -> None:
    """A page keeps its text and its address in the content folder."""
    roadmap = load(written({})).roadmap
    assert roadmap is not None
    page = roadmap.question_pages["waarom"]
    assert (page.path, page.body) == ("vragen/waarom.md", "Omdat niemand graag wacht.")
    assert str(roadmap.places["step", "ict-inloggen"]) == "roadmap/ict.yaml:7:9"
