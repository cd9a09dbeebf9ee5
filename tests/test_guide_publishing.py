"""What the guide to publishing gives to copy is whole: every sort of file, for every server."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
import yaml

from guidebook import FENCES, MANUAL, Fence

PAGE: Final = "publiceren"
OWN: Final = [one for one in FENCES if one.page == PAGE]
SERVERS: Final = ("nginx", "apache", "xml")
SUFFIXES: Final = {"woff2", "ics", "xml", "svg", "json", "csv", "xlsx", "dot", "pdf", "png", "html", "css", "js"}
"""What a site may publish, also when this one does not."""
HEADERS: Final = ("X-Content-Type-Options", "nosniff", "Referrer-Policy", "Content-Security-Policy", "frame-ancestors")


INVENTED: Final = {"/afdelingen/belastingen-voorbeeld/", "/dit-bestaat-niet", "/sturing/"}
"""Addresses of examples, of a mistake, and of what git must not keep."""
_ADDRESS: Final = re.compile(r"`(/(?!etc/)[a-z][\w./-]*)`")


def _sort(mime: str) -> str:
    return mime.partition(";")[0]


def _nginx(text: str) -> dict[str, str]:
    [block] = re.findall(r"^    types \{\n(.*?)^    \}", text, flags=re.DOTALL | re.MULTILINE)
    lines = [line.strip().rstrip(";").split() for line in block.splitlines()]
    return {suffix: mime for mime, *suffixes in lines for suffix in suffixes}


def _apache(text: str) -> dict[str, str]:
    lines = re.findall(r"^ +AddType (\S+) +(.+)$", text, flags=re.MULTILINE)
    return {suffix.lstrip("."): mime for mime, suffixes in lines for suffix in suffixes.split()}


def _iis(text: str) -> dict[str, str]:
    static = ET.fromstring(text.encode()).find("system.webServer/staticContent")  # noqa: S314 - it is ours
    assert static is not None
    maps = {one.attrib["fileExtension"].lstrip("."): _sort(one.attrib["mimeType"]) for one in static.iter("mimeMap")}
    assert [one.attrib["fileExtension"].lstrip(".") for one in static.iter("remove")] == list(maps)
    return maps


READ: Final = {"nginx": _nginx, "apache": _apache, "xml": _iis}


def _blocks(language: str) -> list[Fence]:
    return [one for one in OWN if one.language == language]


def _types() -> Mapping[str, Mapping[str, str]]:
    """Return the sort of each kind of file, by server; the first example of a server is its site for everyone."""
    return {name: READ[name](_blocks(name)[0].text) for name in SERVERS}


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_knows_every_file(name: str, example_site: Path) -> None:
    """Of whatever the site publishes it says what it is; a file without a suffix there is not."""
    published = {path.suffix.lstrip(".") for path in example_site.rglob("*") if path.is_file()}
    assert (published | SUFFIXES) - set(_types()[name]) == set()


def test_servers_agree() -> None:
    first, *rest = _types().values()
    assert all(one == first for one in rest)
    assert first["ics"] == "text/calendar"
    assert first["woff2"] == "font/woff2"


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_tells_what_a_browser_must_know(name: str) -> None:
    """No guessing, frames for whom they are, no old pages, the site's own page for a wrong address, feeds as feeds."""
    text = _blocks(name)[0].text
    assert [header for header in HEADERS if header not in text] == []
    assert "404.html" in text
    assert "application/atom+xml" in text
    assert "DisableCache" in text if name == "xml" else "no-cache" in text


@pytest.mark.parametrize("name", SERVERS)
def test_the_site_of_who_steers_stands_apart(name: str) -> None:
    """It has an example of its own, which asks who comes, and a folder that is not the other's."""
    staff, steering = _blocks(name)
    asks = {"nginx": "auth_basic_user_file", "apache": "Require group", "xml": '<add accessType="Allow" roles='}
    assert asks[name] not in staff.text
    assert asks[name] in steering.text
    folders = [set(re.findall(r"/srv/(\w+)", one.text)) for one in (staff, steering)]
    assert not folders[0] & folders[1]


@pytest.mark.parametrize("one", _blocks("xml"), ids=lambda one: one.name)
def test_xml_is_whole(one: Fence) -> None:
    assert len(ET.fromstring(one.text.encode())) > 0  # noqa: S314 - it is ours


def test_what_builds_the_site_is_yaml_and_checks_first() -> None:
    """In GitLab and in GitHub: who writes a mistake sees it before the site is made."""
    made = {one.file: yaml.safe_load(one.text) for one in OWN if one.file.startswith(".")}
    assert set(made) == {".gitlab-ci.yml", ".github/workflows/site.yml"}
    gitlab, github = made.values()
    assert gitlab["controle"]["artifacts"]["reports"]["codequality"] in gitlab["controle"]["script"][-1]
    assert gitlab["pages"]["artifacts"]["paths"][0] in gitlab["pages"]["script"][-1]
    runs = [step.get("run", "") for step in github["jobs"]["bouwen"]["steps"]]
    assert runs.index("stip check --format github") < runs.index("mkdocs build --strict")


def test_settings_of_an_editor_are_json() -> None:
    found = [json.loads(one.text) for one in FENCES if one.language == "json"]
    assert found
    for settings in found:
        globs = [pattern for patterns in settings["yaml.schemas"].values() for pattern in patterns]
        assert globs == ["roadmap.yaml", "roadmap/*.yaml", "sturing/*.yaml"]


def test_one_line_tells_who_may_frame(example_site: Path) -> None:
    """Every place that lets the programs of an office frame the site names the same, and so does its own page."""
    page = unescape((example_site / "insluiten" / "index.html").read_text("utf-8"))
    texts = MANUAL[PAGE], MANUAL["insluiten"], page.replace("JOUW-ORGANISATIE", "elzenmeer")
    lines = [re.findall(r"frame-ancestors ('self' https[^\"\n<]*)", text) for text in texts]
    assert [len(found) for found in lines] == [3, 1, 1]
    assert len({line for found in lines for line in found}) == 1


@pytest.mark.parametrize("page", sorted(MANUAL))
def test_what_a_page_names_on_the_site_is_there(page: str, example_site: Path) -> None:
    """A page, a file or a folder of files."""
    named = {address for address in _ADDRESS.findall(MANUAL[page]) if address not in INVENTED}
    assert {address for address in named if not (example_site / address.lstrip("/")).exists()} == set()
