"""What files held is kept between builds: that saves time, and nobody can tell the difference otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import ROOT
from large import Size, large
from stip.cache import FOLDER, Cache
from stip.cli import main
from stip.loading import Loaded, kept, load
from stip.loading.source import Source, read_source

UNTIDY = Size(units=30, steps=120, practices=250, personas=3, questions=6)
MISTAKES = """\
departments:
  - id: zza
    name: Zza
    name: Zzother
    manager:
    steps:
      - {id: zzstep, title: 1.10, when: 2027-0x, impact: yes, unknown: "\\0"}
      - {id: zzlast, title: ~, when: {from: 2027, until: true}, tools: [null, 2_000]}
"""
BROKEN = {
    "zz-anchor": "tools: &x []\n",
    "zz-quote": 'tools:\n  - id: on\n    title: "open\n',
    "zz-tag": "tools: !!seq []\n",
}


@pytest.fixture(scope="module")
def untidy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a roadmap of many files, of which some have mistakes, long enough to be kept."""
    folder = tmp_path_factory.mktemp("untidy")
    filler = f"# {'x' * kept.LEAST}\n"
    broken = {f"roadmap/{name}.yaml": text + filler for name, text in BROKEN.items()}
    _write(folder, {**large(UNTIDY), **broken, "roadmap/zz-mistakes.yaml": MISTAKES + filler})
    return folder / "roadmap.yaml"


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _same(one: Loaded, other: Loaded) -> bool:
    return (one.problems, one.roadmap, one.inputs) == (other.problems, other.roadmap, other.inputs)


@pytest.mark.parametrize("which", ["example", "untidy", "tidied"])
def test_it_makes_no_difference(which: str, untidy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether nothing was kept, all of it, or what somebody damaged: the same problems at the same places."""
    if which == "tidied":
        _write(tmp_path, large(UNTIDY))
    roadmap = {"example": ROOT / "roadmap.yaml", "untidy": untidy, "tidied": tmp_path / "roadmap.yaml"}[which]
    monkeypatch.chdir(roadmap.parent)
    folder = tmp_path / "kept"
    plain = load(roadmap)
    assert (plain.roadmap is None) == (which == "untidy")
    assert _same(load(roadmap, cache=Cache(folder)), plain)
    entries = [entry for entry in folder.rglob("*") if entry.is_file()]
    assert len(entries) > 5
    assert _same(load(roadmap, cache=Cache(folder)), plain)
    for number, entry in enumerate(entries):
        entry.write_bytes(entry.read_bytes()[: -1 - number] if number % 2 else b"[]")
    assert _same(load(roadmap, cache=Cache(folder)), plain)
    assert _same(load(roadmap, cache=Cache(tmp_path / "file" / "kept")), plain)


def test_only_what_changed_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One word in one file, and all else is found; under another name too."""
    _write(tmp_path, large(UNTIDY))
    cache = Cache(tmp_path / "kept")
    load(tmp_path / "roadmap.yaml", cache=cache)
    parsed: list[str] = []

    def read(text: str, file: str) -> Any:
        if len(text) >= kept.LEAST:
            parsed.append(Path(file).name)
        return read_source(text, file)

    monkeypatch.setattr(kept, "read_source", read)
    (tmp_path / "roadmap" / "trainings.yaml").rename(tmp_path / "roadmap" / "zz-trainings.yaml")
    changed = tmp_path / "roadmap" / "tools.yaml"
    changed.write_text(f"{changed.read_text('utf-8')}# zz\n", encoding="utf-8")
    assert load(tmp_path / "roadmap.yaml", cache=cache).roadmap
    assert parsed == ["tools.yaml"]


def test_a_check_only_reads_what_a_build_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It makes no folder, and adds nothing to one that is there."""
    _write(tmp_path, large(UNTIDY))
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    assert not FOLDER.exists()
    FOLDER.mkdir(parents=True)
    assert main(["check"]) == 0
    assert list(FOLDER.iterdir()) == []
    load(Path("roadmap.yaml"), cache=Cache(FOLDER))
    capsys.readouterr()
    monkeypatch.setattr(kept, "read_source", _short_alone)
    assert main(["check"]) == 0
    assert capsys.readouterr().out


def _short_alone(text: str, file: str) -> Any:
    assert len(text) < kept.LEAST
    return read_source(text, file)


def _twice(text: str, file: str) -> Any:
    source, findings = read_source(text, file)
    return kept._unpacked(json.loads(json.dumps(kept._packed(source, findings))), text, file)  # noqa: SLF001 - without a disk


@pytest.mark.parametrize("read", [read_source, _twice])
def test_everything_stands_where_the_parser_says(read: Callable[[str, str], tuple[Source, Any]]) -> None:
    """Every key and value of every file of the example, and of an untidy one."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "roadmap").glob("*.yaml"))]
    texts += [text for name, text in large(UNTIDY).items() if name.endswith(".yaml")]
    count = 0
    for text in texts:
        source, _ = read(text, "zz.yaml")
        for path, node, is_key in _nodes(yaml.compose(text, Loader=yaml.CSafeLoader), ()):
            place = source.key_place(path) if is_key else source.place(path)
            assert place[1:] == (node.start_mark.line + 1, node.start_mark.column + 1), path
            count += 1
        assert source.place(("zz", 1, "zz")) == source.place(())
    assert count > 10_000


def _nodes(node: Any, path: tuple[str | int, ...]) -> Any:
    yield path, node, False
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), key, True
            yield from _nodes(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _nodes(item, (*path, index))
