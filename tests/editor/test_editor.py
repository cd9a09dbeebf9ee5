"""What a maintainer sees in an editor: keys and values to choose from, what they mean, and what is wrong.

The real language server for YAML answers, over its protocol, with the settings of this repository. Editors send it
files of YAML. Front matter of Markdown they do not send by themselves: the extension for VS Code and IntelliJ treat a
.md file as Markdown. So the tests send what stands between the fences as a document of its own, as an editor with
support of front matter does; for all others `stip check` tells what is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from building import ROOT
from editor.client import Client, running
from editor.install import find_server
from node_tools import NoToolError, node
from stip.schema import KINDS, schema

STEP = """\
departments:
  - id: zz
    name: Zz
    steps:
      - id: zz-een
        title: Zz
        when: 2027
        """
Address = Callable[..., str]


@pytest.fixture(scope="module")
def editor() -> Iterator[Client]:
    """Return an editor that has this repository open; a server that is not installed is a failure, not a skip."""
    try:
        server = find_server()
    except NoToolError as error:
        pytest.fail(str(error), pytrace=False)
    offline = Path(__file__).parent / "offline.cjs"
    command = [str(node()), "--require", str(offline), str(server), "--stdio"]
    with running(command, ROOT, _settings()) as client:
        yield client


@pytest.fixture(scope="module")
def new() -> Address:
    """Return a function that makes the address of a document that nobody opened before."""
    count = iter(range(999))

    def address(folder: str = "roadmap") -> str:
        return (ROOT / folder / f"zz-{next(count)}.yaml").as_uri()

    return address


def _settings() -> dict[str, Any]:
    """Return the settings of this repository as an editor hands them out: nested, by section."""
    nested: dict[str, Any] = {}
    for name, value in json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8")).items():
        *way, last = [name] if name.startswith("[") else name.split(".")
        inner = nested
        for part in way:
            inner = inner.setdefault(part, {})
        inner[last] = value
    return nested


def _modeline(kind: str, up: str = "..") -> str:
    """Return the line by which a file says itself what may stand in it, for editors without settings of ours."""
    return f"# yaml-language-server: $schema={up}/plugins/stip/schemas/{kind}.nl.json\n"


def test_the_example_is_good(editor: Client) -> None:
    """Nothing is said of any file of the example, those of who steers among them."""
    files = [ROOT / "roadmap.yaml", *(ROOT / "roadmap").glob("*.yaml"), *(ROOT / "sturing").glob("*.yaml")]
    assert len(files) > 20
    assert editor.problems({path.as_uri(): path.read_text("utf-8") for path in files}) == {}


def test_keys_to_choose_from(editor: Client, new: Address) -> None:
    """Of a step, without those that are there; each with what it means."""
    offered = editor.complete(new(), f"{STEP}|")
    assert {"status", "kind", "leads_to", "benefit", "after"} <= set(offered)
    assert not {"id", "title", "when", "part_of"} & set(offered)
    assert "Hoe het ervoor staat" in json.dumps(offered["status"]["documentation"])
    assert "departments" in editor.complete(new(), "|")
    assert "strategy_lines" in editor.complete(new("sturing"), "|")


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("status", {"idea": "een idee, nog niet afgesproken", "done": "klaar", "stopped": "gestopt, met een reden"}),
        ("kind", {"milestone": "", "quick-win": "", "intervention": ""}),
    ],
)
def test_values_to_choose_from(editor: Client, new: Address, key: str, values: dict[str, str]) -> None:
    """Each fixed value, with its meaning in Dutch."""
    offered = editor.complete(new(), f"{STEP}{key}: |")
    assert set(values) <= set(offered)
    assert all(meaning in json.dumps(offered[value]["documentation"]) for value, meaning in values.items())
    assert all(one["documentation"] for one in offered.values())


@pytest.mark.parametrize("text", ["sta|tus: planned\n", "status: plan|ned\n"], ids=["key", "value"])
def test_what_it_means(editor: Client, new: Address, text: str) -> None:
    """What a key is for, and what each value means; no sign of Markdown shows as itself."""
    told = editor.hover(new(), f"{STEP}{text}")
    assert "Hoe het ervoor staat op de dag van 'updated'." in told
    assert "* `planned`: gepland" in told
    assert "\\" not in told
    assert told.startswith("#### een stap")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{STEP}statos: planned\n", "statos"),
        (f"{STEP}status: planed\n", '"planned"'),
        ("departments:\n  - id: Met Spaties\n    name: Zz\n", "pattern"),
        ("departments:\n  - id: zz\n", '"name"'),
        ("afdelingen: []\n", "afdelingen"),
    ],
    ids=["a key", "a value", "an id", "missing", "a list"],
)
def test_what_is_wrong(editor: Client, new: Address, text: str, told: str) -> None:
    """One message, at what is wrong."""
    address = new()
    [message] = editor.problems({address: text})[address]
    assert told in message


@pytest.mark.parametrize(
    ("kind", "file", "key", "value"),
    [
        ("persona", "content/personas/balie.md", "picture", "desk"),
        ("question", "content/vragen/appen.md", "kind", "what"),
        ("mission", "content/missie.md", "horizon", ""),
    ],
)
def test_front_matter(editor: Client, new: Address, kind: str, file: str, key: str, value: str) -> None:
    """With a line that says what it is: what the example has is good; keys, values and meanings are offered."""
    text = (ROOT / file).read_text("utf-8").split("---\n")[1]
    good, strange = new("x"), new("x")
    said = editor.problems({good: _modeline(kind) + text, strange: f"{_modeline(kind)}{text}zzkey: 1\n"})
    assert list(said) == [strange]
    assert "zzkey" in said[strange][0]
    meaning = schema(kind, "nl")["properties"][key]["description"].partition(".")[0]
    assert meaning in json.dumps(editor.complete(new("x"), f"{_modeline(kind)}|")[key], ensure_ascii=False)
    marked = text.replace(f"\n{key}:", f"\n{key[:2]}|{key[2:]}:", 1)
    assert meaning in editor.hover(new("x"), _modeline(kind) + marked)
    if value:
        offered = editor.complete(new("x"), f"{_modeline(kind)}{key}: |")
        assert offered[value]["documentation"]
        wrong = new("x")
        assert f'"{value}"' in " ".join(editor.problems({wrong: f"{_modeline(kind)}{key}: zz\n"})[wrong])


def test_settings_name_what_is_shipped() -> None:
    """Each schema that the settings name is there, and each file of the example has one."""
    schemas = _settings()["yaml"]["schemas"]
    assert all((ROOT / name).is_file() for name in schemas)
    assert {Path(name).name for name in schemas} <= {f"{kind}.nl.json" for kind in KINDS}
