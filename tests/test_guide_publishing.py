"""What the guide to publishing gives to copy is whole, and says what `stip headers` does."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
import yaml

from guidebook import FENCES, MANUAL, Fence
from stip import cli
from stip.hosting.sorts import SORTS

PAGE: Final = "publiceren"
OWN: Final = [one for one in FENCES if one.page == PAGE]
SUFFIXES: Final = {"woff2", "ics", "xml", "svg", "json", "csv", "xlsx", "dot", "pdf", "png", "html", "css", "js"}
"""What a site may publish, also when this one does not."""


INVENTED: Final = {"/afdelingen/belastingen-voorbeeld/", "/dit-bestaat-niet", "/sturing/"}
"""Addresses of examples, of a mistake, and of what git must not keep."""
_ADDRESS: Final = re.compile(r"`(/(?!etc/)[a-z][\w./-]*)`")


def _blocks(language: str) -> list[Fence]:
    return [one for one in OWN if one.language == language]


def test_a_server_knows_every_file(example_site: Path) -> None:
    """Of whatever the site publishes it says what it is; a file without a suffix there is not."""
    published = {path.suffix.lstrip(".") for path in example_site.rglob("*") if path.is_file()}
    assert (published | SUFFIXES) - set(SORTS) == set()


@pytest.mark.parametrize("server", ["nginx", "apache", "iis", "gitlab", "github"])
def test_every_server_has_its_command(server: str) -> None:
    assert any(re.search(rf"^.*stip headers \S+ --for {server}\b", one.text, re.MULTILINE) for one in OWN)


@pytest.mark.parametrize("server", ["nginx", "apache"])
def test_the_site_of_who_steers_stands_apart(server: str) -> None:
    """It has an example of its own, which asks who comes, and a folder that is not the other's."""
    staff, steering = _blocks(server)
    asks = {"nginx": "auth_basic_user_file", "apache": "Require group"}
    assert asks[server] not in staff.text
    assert asks[server] in steering.text
    folders = [set(re.findall(r"/srv/(\w+)", one.text)) for one in (staff, steering)]
    assert not folders[0] & folders[1]
    assert '<add accessType="Allow" roles=' in _blocks("xml")[0].text


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


def test_one_line_tells_who_may_frame(example_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The guide, the site's own page and the file for a server name the same programs of an office."""
    page = unescape((example_site / "insluiten" / "index.html").read_text("utf-8"))
    given = ["--for", "nginx", "--frame-ancestors", "https://elzenmeer.sharepoint.com", "teams"]
    assert all(word in MANUAL[PAGE] for word in given)
    assert cli.main(["headers", str(example_site), *given]) == cli.GOOD
    texts = MANUAL["insluiten"], page.replace("JOUW-ORGANISATIE", "elzenmeer"), capsys.readouterr().out
    lines = [re.findall(r"frame-ancestors ('self' https[^\"\n<]*)", text) for text in texts]
    assert [len(found) for found in lines] == [1, 1, 1]
    assert len({line for found in lines for line in found}) == 1


@pytest.mark.parametrize("page", sorted(MANUAL))
def test_what_a_page_names_on_the_site_is_there(page: str, example_site: Path) -> None:
    """A page, a file or a folder of files."""
    named = {address for address in _ADDRESS.findall(MANUAL[page]) if address not in INVENTED}
    assert {address for address in named if not (example_site / address.lstrip("/")).exists()} == set()
