"""Every page is whole: one title, headings in order, links that lead somewhere, text that stays text."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pages.reading import dead, parsed
from stip.model import Roadmap
from stip.pages import Page, placeholder

NASTY = "**a** _b_ `c` <script>alert(1)</script> \"d\" 'e' &amp; [f](javascript:g) # h $x$ {{ y }}"

WORDS = re.findall(
    r"\S+",
    "Zzdone Zzoff Zzlate Zzcare Zzfar Zzmanager Zzrole Zzsummary Zznow Zzstays Zzgoes Zzpartner Zzalias Zzwhy "
    "Zzbecause Zzreason Zzbenefit Zztodo Zzhelp Zzfallback Zzlink Zzsignal Zzthreshold Zzowner Zzaction "
    "Zzpersona Zzgoal Zzfirst Zzteam Zzhorizon",
)

AsHtml = Callable[[Page], str]
Make = Callable[..., Roadmap]
Render = Callable[..., dict[str, Page]]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_leads_somewhere(full: Roadmap, render: Render, as_html: AsHtml, *, directory_urls: bool) -> None:
    pages = render(full, directory_urls=directory_urls)
    assert dead(pages, as_html, directory_urls=directory_urls) == []


def test_headings(full: Roadmap, render: Render, as_html: AsHtml) -> None:
    for path, page in render(full).items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", as_html(page))]
        assert levels.count(1) == 1, path
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, (path, levels)


def test_ids_are_unique(full: Roadmap, render: Render, as_html: AsHtml) -> None:
    for path, page in render(full).items():
        ids = parsed(as_html(page)).ids
        assert sorted(ids) == sorted(set(ids)), path


def test_blocks_hold_no_blank_lines(full: Roadmap, render: Render) -> None:
    """Markdown would end an HTML block at one; each block begins at the margin with a tag."""
    for path, page in render(full).items():
        body = page.markdown.split("---\n", 2)[2].strip()
        for block in body.split("\n\n"):
            assert re.match(r"<|</div>|Zzbody", block), (path, block)


def test_each_drawing_has_its_place(full: Roadmap, render: Render) -> None:
    for page in render(full).values():
        assert re.findall(r'data-stip="([^"]+)"', page.markdown) == sorted(
            page.fragments, key=lambda name: page.markdown.index(placeholder(name))
        )


def test_everything_that_a_step_says_is_there(full: Roadmap, render: Render, as_html: AsHtml) -> None:
    text = " ".join(parsed(as_html(render(full)["afdelingen/one.md"])).texts)
    for word in WORDS:
        assert word in text
    assert "rond" not in text.split("Zzlate")[0]
    assert "was 11 januari 2027" in text
    assert "\u2018Zzfirst\u2019 van Zztwo, 1e kwartaal 2027" in text


def test_a_merged_unit_says_where_it_went(full: Roadmap, render: Render) -> None:
    pages = render(full)
    assert "Zzgone is opgegaan in Zztwo." in pages["afdelingen/gone.md"].markdown
    assert "Zzgone" in pages["afdelingen/index.md"].markdown
    assert "Zzgone" not in pages["index.md"].markdown


def test_how_a_path_ends(full: Roadmap, render: Render) -> None:
    pages = render(full)
    assert "sluit dit pad aan op \u2018Zzfar\u2019 van Zzone" in pages["afdelingen/team.md"].markdown
    assert "De stip: Zzhorizon" in pages["afdelingen/one.md"].markdown
    assert "zoekt deze afdeling aansluiting" in pages["afdelingen/alone.md"].markdown


def test_an_assumption_is_called_one(full: Roadmap, render: Render) -> None:
    pages = render(full)
    assert "Aanname" in pages["personas/guess.md"].markdown
    assert "Aanname" not in pages["personas/pers.md"].markdown
    assert "3 gesprekken" in pages["personas/pers.md"].markdown


def test_why_comes_before_help(full: Roadmap, render: Render) -> None:
    text = render(full)["vragen/index.md"].markdown
    assert text.index("Zzwhy?") < text.index("Zzhelp?")


def test_the_menu(full: Roadmap, render: Render) -> None:
    menu = [page.title for page in render(full).values() if page.in_nav]
    assert menu == ["Mijn route", "Afdelingen", "Voor wie", "Vragen", "Tijdlijn", "Poster", "Missie"]


def test_least_roadmap(make: Make, render: Render, as_html: AsHtml) -> None:
    """Without departments there are no pages about them, and nothing that leads to those."""
    pages = render(make())
    assert sorted(pages) == ["begrippen.md", "index.md", "missie.md", "toegankelijkheid.md"]
    assert dead(pages, as_html, directory_urls=True) == []


def test_unit_without_steps(make: Make, render: Render, as_html: AsHtml) -> None:
    pages = render(make({"id": "a", "name": "Zza"}))
    assert "Zza" in pages["index.md"].markdown
    assert not pages["afdelingen/a.md"].fragments.get("path")
    assert dead(pages, as_html, directory_urls=True) == []


def nasty(make: Make, language: str = "nl") -> Roadmap:
    text = {"why": NASTY, "todo": NASTY, "benefit": {"p": NASTY}, "help": NASTY}
    steps: list[dict[str, Any]] = [{"id": "s", "title": NASTY, "when": "2027", **text}]
    unit = {"id": "u", "name": NASTY, "summary": NASTY, "stays": [NASTY], "manager": NASTY, "steps": steps}
    return make(
        unit,
        personas={"p": {"name": NASTY, "needs": [NASTY], "day_now": NASTY}},
        questions={"q": {"question": NASTY, "kind": "why", "departments": ["u"]}},
        mission={"programme": {"name": NASTY[:80]}, "mission": NASTY},
        language=language,
    )


def test_text_stays_text(make: Make, render: Render, as_html: AsHtml) -> None:
    """Neither HTML nor Markdown nor a template in what a person wrote is obeyed."""
    for path, page in render(nasty(make)).items():
        html = as_html(page)
        assert "<script" not in html, path
        assert 'href="javascript' not in html, path
        for word in ("<strong>a</strong>", "<em>b</em>", "<code>c</code>"):
            assert word not in html, path
    html = as_html(render(nasty(make))["afdelingen/u.md"])
    assert NASTY in " ".join(parsed(html).texts)


def test_text_cannot_be_a_placeholder(make: Make, render: Render, as_html: AsHtml) -> None:
    trick = placeholder("path")
    pages = render(make({"id": "u", "name": trick, "steps": [{"id": "s", "title": trick, "when": "2027"}]}))
    assert pages["afdelingen/u.md"].markdown.count(trick) == 1
    assert as_html(pages["afdelingen/u.md"]).count('id="stip-path"') <= 1


def test_long_names(make: Make, render: Render) -> None:
    long = "Samenwerkingsverband " * 8 + "einde"
    pages = render(make({"id": "u", "name": long, "steps": [{"id": "s", "title": long, "when": "2027"}]}))
    assert long in pages["afdelingen/u.md"].markdown


def test_english(make: Make, render: Render, as_html: AsHtml) -> None:
    pages = render(nasty(make, "en"))
    assert {"departments/u.md", "personas/p.md", "questions/q.md", "timeline.md", "mission.md"} <= set(pages)
    assert dead(pages, as_html, directory_urls=True) == []


def test_same_input_same_pages(full: Roadmap, render: Render) -> None:
    assert render(full) == render(full)


def test_own_template(full: Roadmap, render: Render, tmp_path: Path) -> None:
    (tmp_path / "accessibility.html").write_text("<h1>{{ view.frame.title }} van ons</h1>", encoding="utf-8")
    pages = render(full, templates=tmp_path)
    assert "<h1>Toegankelijkheid van ons</h1>" in pages["toegankelijkheid.md"].markdown
    assert "stip-tree" in pages["afdelingen/index.md"].markdown


def test_many_departments_are_drawn_by_cluster(make: Make, render: Render) -> None:
    clusters = [{"id": f"c{i}", "name": f"Zzcluster {i}"} for i in range(4)]
    units = [
        {
            "id": f"u{i}",
            "name": f"Zzunit {i}",
            "part_of": f"c{i % 4}",
            "steps": [{"id": f"s{i}", "title": f"Zzstep {i}", "when": "2027"}],
        }
        for i in range(16)
    ]
    home = render(make(*clusters, *units))["index.md"]
    assert "Alle 4 paden" in home.markdown
    assert all(f"Zzunit {i}" in home.markdown for i in range(16))
