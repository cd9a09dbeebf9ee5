"""What changed is told on a page of its own, at each department, and by a mark on each step that is new or moved."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pages.past import FIRST, NOW, quoted, standing, three_times, unit
from stip.editions import Edition, snapshot
from stip.model import Roadmap
from stip.pages import Page
from stip.pages.history import MOST, stretch
from stip.pages.views.changes import ChangesView, changes_view, unit_history
from stip.site import build
from stip.text.words import words_for

Make = Callable[..., Roadmap]
Render = Callable[..., dict[str, Page]]
Html = Callable[[Page], str]


@pytest.fixture
def three(make: Make) -> tuple[Roadmap, tuple[Edition, ...]]:
    """Return a roadmap that was another twice before, with its editions."""
    return three_times(make)


@pytest.fixture
def view(three: tuple[Roadmap, tuple[Edition, ...]]) -> ChangesView:
    """Return the page of that roadmap."""
    return changes_view(standing(*three))


def test_the_last_stretch_comes_first_and_each_one_once(view: ChangesView) -> None:
    """The newest edition is the roadmap as it is: what counts is what happened since the one before it."""
    assert view.last is not None
    assert view.last.title == "Veranderd sinds 1 juli 2026"
    assert view.last.sides == (
        "We vergelijken editie 2026-zomer van 1 juli 2026 met editie 2026-winter van 16 november 2026."
    )
    assert [one.title for one in view.earlier] == ["Van 1 april 2026 tot 1 juli 2026"]
    assert view.first == "Editie 2026-lente van 1 april 2026 is de eerste. Wat daarvoor veranderde, staat hier niet."


def test_a_roadmap_after_its_last_edition_is_told_as_now(three: tuple[Roadmap, tuple[Edition, ...]]) -> None:
    """Then its own side has no name but the day, and every pair of editions is told."""
    now, editions = three
    seen = changes_view(standing(now, editions[:2]))
    assert seen.last is not None
    assert seen.last.sides.endswith("met de paden van nu, 16 november 2026.")
    assert len(seen.earlier) == 1


def test_what_goes_elsewhere_is_told_where_it_was_too(make: Make) -> None:
    """A department that loses a step, or a team, reads that."""
    team = unit("team", FIRST[3], part_of="one")
    old = snapshot(make(unit("one", FIRST[0], FIRST[1]), unit("two", FIRST[2]), team), "oud")
    now = make(unit("one", FIRST[0]), unit("two", FIRST[1], FIRST[2]), {**team, "part_of": "two"})
    told = stretch(old, snapshot(now), now)
    assert {head: [one[0].step.id for one in steps] for head, steps in told.steps.items()} == {
        "one": ["b"],
        "two": ["b"],
    }
    assert {head: [one.unit.id for one in units] for head, units in told.units.items()} == {
        "one": ["team"],
        "two": ["team"],
    }
    seen = changes_view(standing(now, (old,)))
    assert seen.last is not None
    [lost] = [one for one in seen.last.units if one.id == "one"]
    assert [step.sentences for step in lost.steps] == [("Dit hoort nu bij Zztwo. Eerst hoorde het bij Zzone.",)]
    assert [step.team for step in lost.steps] == [""]


def test_changes_are_told_from_then_to_later_with_their_reason(view: ChangesView) -> None:
    """Not from paper to now, as the page of a print tells them."""
    assert view.last is not None
    (one,) = view.last.units
    told = {step.link.text: step.sentences for step in one.steps}
    assert told == {
        "Zzbeta": ("Dit komt later: juni 2027. Eerst was dit maart 2027. Waarom? Zzlastreason.",),
        "Zzepsilon": ("Dit komt eerder: februari 2028. Eerst was dit 2030.",),
        "Zzfresh": ("Dit is nieuw op het pad: 2031.",),
        "Zzplay": (
            "We weten preciezer wanneer: februari 2029. Eerst was dit 2029.",
            f"De naam is anders. Eerst was dit {quoted('Zzwork')}.",
        ),
    }
    assert [step.team for step in one.steps] == ["", "", "", "Zzteam"]


def test_what_is_gone_leads_nowhere(view: ChangesView) -> None:
    """A step, a department: an older edition has what the site has no place for."""
    found = {one.id: one for one in view.earlier[0].units}
    assert (found["old"].link.text, found["old"].link.href) == ("Zzold", "")
    assert {step.link.text: bool(step.link.href) for step in found["one"].steps} == {
        "Zzalpha": True,
        "Zzbeta": True,
        "Zzgamma": True,
        "Zzdelta & <co>": False,
    }
    assert found["two"].link.href


def test_each_department_has_one_jump_and_every_anchor_is_its_own(view: ChangesView) -> None:
    """The jump leads to what changed last; the count is of all that is told."""
    assert [(jump.link.href, jump.count) for jump in view.jumps] == [
        ("#one", "8 veranderingen"),
        ("#two", "2 veranderingen"),
        ("#old", "2 veranderingen"),
    ]
    assert view.last is not None
    anchors = [one.anchor for stretch in (view.last, *view.earlier) for one in stretch.units]
    assert anchors == ["one", "2026-zomer_one", "two", "old"]


def test_the_page_works_without_a_script_and_can_be_filtered_with_one(
    three: tuple[Roadmap, tuple[Edition, ...]], render: Render, as_html: Html
) -> None:
    html = as_html(render(three[0], editions=three[1])["wijzigingen/index.md"])
    assert html.count('<details class="stip-details stip-changes__fold">') == 1
    assert 'href="#old"' in html
    assert 'id="old"' in html
    assert "Zzdelta &amp; &lt;co&gt;" in html
    assert "papier" not in html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    shown = re.findall(r'data-stip-unit="([^"]+)"', html)
    assert len(shown) == 12
    assert "12 veranderingen gevonden" in html


def test_there_is_a_way_to_the_page(three: tuple[Roadmap, tuple[Edition, ...]], render: Render) -> None:
    """From home, the timeline, the poster and what a print leads to; the menu has no room for it."""
    pages = render(three[0], editions=three[1])
    for path in ("index.md", "tijdlijn.md", "poster/index.md", "poster/2026-lente.md"):
        assert re.search(r'href="[./]*wijzigingen/">Wat er veranderde sinds 1 juli 2026<', pages[path].markdown), path
    assert not pages["wijzigingen/index.md"].in_nav


def test_without_editions_nothing_is_said(full: Roadmap, render: Render) -> None:
    """No page, no link, no block, no mark, no style."""
    pages = render(full)
    assert "wijzigingen/index.md" not in pages
    for page in pages.values():
        whole = page.markdown + "".join(page.fragments.values())
        assert not [part for part in ("wijzigingen", '"stip-mark"', "stip_history", "ghost") if part in whole], (
            page.path
        )


def test_nothing_changed(make: Make, render: Render, as_html: Html) -> None:
    """The page is there, and says since when; nobody is told of a change that was none."""
    roadmap = make(unit("one", *NOW))
    pages = render(roadmap, editions=(snapshot(roadmap, "2026-winter"),))
    html = as_html(pages["wijzigingen/index.md"])
    assert "Er is niets veranderd" in html
    assert "De paden zijn nog zoals in editie 2026-winter van 16 november 2026." in html
    assert "stip_history" not in pages["afdelingen/one.md"].markdown
    assert "Wat er eerder veranderde" in pages["index.md"].markdown


def test_a_department_shows_its_last_times(three: tuple[Roadmap, tuple[Edition, ...]]) -> None:
    """With its teams, a team only its own; what does not fit is counted, and the rest is where the link leads."""
    here = standing(*three)
    units = here.context.roadmap.units
    one = unit_history(units["one"], here)
    assert one is not None
    assert [stretch.title for stretch in one.stretches] == [
        "Veranderd sinds 1 juli 2026",
        "Van 1 april 2026 tot 1 juli 2026",
    ]
    assert [[step.link.text for step in stretch.steps] for stretch in one.stretches] == [
        ["Zzbeta", "Zzepsilon", "Zzfresh", "Zzplay"],
        ["Zzalpha", "Zzbeta", "Zzgamma", "Zzdelta & <co>"],
    ]
    assert one.href == "#one"
    own = unit_history(units["team"], here)
    assert own is not None
    assert [[step.link.text for step in stretch.steps] for stretch in own.stretches] == [["Zzplay"]]
    assert own.href == "#one"


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_page_leads_to_its_feed(make: Make, *, directory_urls: bool) -> None:
    """In sight and for a news reader; a site without address has no feed."""

    def made(**more: str) -> tuple[dict[str, str], set[str]]:
        _, editions = three_times(make)
        now = make(unit("one", *NOW), unit("still", FIRST[0]), **more)
        site = build(now, editions=editions, directory_urls=directory_urls)
        return {page.path: page.markdown for page in site.pages}, {file.path for file in site.assets}

    pages, files = made(address="https://zz.example/route")
    up = ("", "../") if directory_urls else ("", "")
    for path, feed, link, text in (
        ("wijzigingen/index.md", "wijzigingen/feed.xml", "feed.xml", "Volg de wijzigingen in je nieuwslezer"),
        ("afdelingen/one.md", "afdelingen/one.xml", f"{up[1]}one.xml", "Volg dit pad in je nieuwslezer"),
    ):
        assert feed in files
        assert f'<a href="{link}">{text}</a>' in pages[path]
        assert f'stip_feed: "{feed}"' in pages[path]
    assert "nieuwslezer" not in pages["index.md"] + pages["afdelingen/index.md"]
    pages, files = made()
    assert not any("nieuwslezer" in text or "stip_feed" in text for text in pages.values())


def test_more_than_a_few_are_counted(make: Make) -> None:
    before = make(unit("one", FIRST[0]))
    steps = [{"id": f"s{place}", "title": f"Zz{place}", "when": "2029"} for place in range(9)]
    here = standing(make(unit("one", FIRST[0], *steps)), (snapshot(before, "2026-lente"),))
    found = unit_history(here.context.roadmap.units["one"], here)
    assert found is not None
    assert [(len(stretch.steps), stretch.rest) for stretch in found.stretches] == [(4, "En nog 5 stappen")]


def test_what_is_too_much_for_a_page_has_pages_of_its_own(make: Make, render: Render, as_html: Html) -> None:
    """Then the page of all leads to them, and a department to the one on which it changed last."""

    def filled(title: str, count: int = 3) -> Roadmap:
        steps = [{"id": f"s{place}", "title": f"Zz{title}{place}", "when": "2029"} for place in range(MOST // 2 + 1)]
        return make(unit("one", *steps), unit("two", {"id": "y", "title": f"Zz{count}", "when": "2029"}))

    editions = (
        snapshot(filled("a", 1), "2026-lente").model_copy(update={"date": dt.date(2026, 4, 1)}),
        snapshot(filled("b", 2), "2026-zomer").model_copy(update={"date": dt.date(2026, 7, 1)}),
    )
    now = filled("c", 2)
    pages = render(now, editions=editions)
    assert 'href="2026-zomer/"' in pages["wijzigingen/index.md"].markdown
    own = as_html(pages["wijzigingen/2026-zomer.md"])
    assert f"Eerst was dit {quoted('Zza0')}" in own
    assert f"Eerst was dit {quoted('Zzb0')}" in as_html(pages["wijzigingen/index.md"])
    assert 'href="../../wijzigingen/#one"' in pages["afdelingen/one.md"].markdown
    assert 'href="../../wijzigingen/2026-zomer/#two"' in pages["afdelingen/two.md"].markdown
    assert 'id="two"' in own


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_said_otherwise_says_the_same_things(language: str) -> None:
    """A sentence for this page fills in no more than the one for paper does."""
    words = words_for(language)
    keys = [key.removeprefix("changes.said.") for key in words.entries if key.startswith("changes.said.")]
    assert keys
    for key in keys:
        ours, theirs = (
            set(re.findall(r"\{\w+\}", str(words.entries[f"{of}.{key}"]))) for of in ("changes.said", "edition")
        )
        assert ours == theirs, key


def test_the_example_tells_its_moved_step_everywhere(example_site: Path) -> None:
    """On its path, on the page of changes, and where a print of the edition before leads."""

    def text(path: str) -> str:
        return (example_site / path / "index.html").read_text(encoding="utf-8")

    feed = '<link rel="alternate" type="application/atom+xml" href="{}">'
    path, changes, print_ = (text(page) for page in ("afdelingen/burgerzaken", "wijzigingen", "poster/2026-najaar"))
    assert 'id="stip-path-ghost-bz-zaaksysteem"' in path
    assert "stond hier: 11 januari 2027" in path
    assert feed.format("../burgerzaken.xml") in path.partition("</head>")[0]
    assert feed.format("feed.xml") in changes.partition("</head>")[0]
    assert re.search(r'href="\.\./afdelingen/burgerzaken/#bz-zaaksysteem">Werken in één zaaksysteem</a>', changes)
    assert "Dit komt later: rond 1 maart 2027. Eerst was dit rond 11 januari 2027. Waarom? We wachten op" in changes
    assert "Dit komt later: rond 1 maart 2027. Op papier staat rond 11 januari 2027." in print_
