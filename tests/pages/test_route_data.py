"""What the route page loads: data that no text can break out of, for everyone who can be chosen."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from stip.model import Roadmap
from stip.pages import Page
from stip.pages.route_data import route_data

NASTY = "</script><!-- \u2028\u2029 \\ ' \" Súdwest"

Make = Callable[..., Roadmap]
Render = Callable[..., dict[str, Page]]


def read(roadmap: Roadmap, *, directory_urls: bool = True) -> dict[str, Any]:
    """Return what each file holds, by path."""
    found = {}
    for path, text in route_data(roadmap, "BEGIN", {"late": "EVENT"}, directory_urls=directory_urls):
        assert text.isascii()
        assert "<" not in text
        match = re.fullmatch(r"stipRoute\((.*)\)\n", text)
        assert match, path
        found[path] = json.loads(match[1])
    return found


def steps(data: dict[str, Any]) -> list[str]:
    """Return the titles of the steps."""
    return [step["title"] for step in data["steps"]]


def test_everyone_who_can_be_chosen_has_a_file(full: Roadmap, render: Render) -> None:
    files = read(full)
    assert sorted(files) == [
        "mijn-route/afdelingen/alone.js",
        "mijn-route/afdelingen/one.js",
        "mijn-route/afdelingen/team.js",
        "mijn-route/afdelingen/two.js",
        "mijn-route/personas/guess.js",
        "mijn-route/personas/pers.js",
    ]
    named = re.findall(r'data-stip-data="([^"]+)"', render(full)["mijn-route.md"].markdown)
    assert {f"mijn-route/{name}" for name in named} == set(files)


def test_a_department_holds_its_own_steps_and_its_teams_by_date(full: Roadmap) -> None:
    files = read(full)
    assert steps(files["mijn-route/afdelingen/one.js"]) == ["Zzdone", "Zzoff", "Zzlate", "Zzjoins", "Zzcare", "Zzfar"]
    assert steps(files["mijn-route/afdelingen/team.js"]) == steps(files["mijn-route/afdelingen/one.js"])
    assert steps(files["mijn-route/personas/pers.js"]) == ["Zzlate"]


def test_a_step_says_for_whom_it_is(full: Roadmap) -> None:
    late = read(full)["mijn-route/afdelingen/one.js"]["steps"][2]
    assert late["for"] == {"pers": "Zzbenefit"}
    assert (late["due"], late["event"]) == ("maandag 8 februari 2027", "EVENT")
    assert [plank["text"] for plank in late["planks"]] == ["wacht op: Zzfirst"]


def test_only_what_comes_has_a_turn(full: Roadmap) -> None:
    ranked = [step["title"] for step in read(full)["mijn-route/afdelingen/one.js"]["steps"] if "rank" in step]
    assert ranked == ["Zzlate", "Zzjoins", "Zzcare"]


def test_route_0_is_said(full: Roadmap) -> None:
    alone = read(full)["mijn-route/afdelingen/alone.js"]
    assert "We zoeken anderen" in alone["notice"]
    assert "dot" not in alone["end"]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_links_fit_the_style_of_addresses(full: Roadmap, *, directory_urls: bool) -> None:
    href = read(full, directory_urls=directory_urls)["mijn-route/afdelingen/one.js"]["href"]
    assert href == ("../afdelingen/one/" if directory_urls else "afdelingen/one.html")


def test_no_text_breaks_out(make: Make) -> None:
    step = {"id": "s", "title": NASTY, "when": "2027", "todo": NASTY, "benefit": NASTY}
    files = read(make({"id": "u", "name": NASTY, "steps": [step]}))
    data = files["mijn-route/afdelingen/u.js"]
    assert data["name"] == data["steps"][0]["title"] == data["steps"][0]["todo"] == NASTY


def test_without_steps_there_is_no_route(make: Make, render: Render) -> None:
    empty = make({"id": "u", "name": "Zzu"})
    assert read(empty) == {}
    assert "mijn-route.md" not in render(empty)


def test_a_calendar_is_linked_only_when_it_exists(full: Roadmap, render: Render) -> None:
    assert ".ics" not in render(full)["afdelingen/one.md"].markdown
