"""A step says wherever it is shown that it is new, or that it moved and where it stood."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pages.past import FIRST, SECOND, quoted, standing, three_times, unit
from stip.editions import Edition, snapshot
from stip.model import Roadmap
from stip.pages import Page
from stip.pages.route_data import route_data

Make = Callable[..., Roadmap]
Render = Callable[..., dict[str, Page]]
Html = Callable[[Page], str]


@pytest.fixture
def three(make: Make) -> tuple[Roadmap, tuple[Edition, ...]]:
    """Return a roadmap that was another twice before, with its editions."""
    return three_times(make)


def test_a_step_says_that_it_is_new_or_moved(
    three: tuple[Roadmap, tuple[Edition, ...]], render: Render, as_html: Html
) -> None:
    """In words with a sign, in the list, the timeline and the name of its sign in the drawing."""
    pages = render(three[0], editions=three[1])
    page = as_html(pages["afdelingen/one.md"])
    states = re.findall(r'<span class="stip-step__state">(.*?)</summary>', page, re.DOTALL)
    said = [" ".join(re.sub(r"<[^>]+>", " ", state).split()) for state in states]
    assert said == [
        "Klaar · september 2026 · Mijlpaal",
        "Vertraagd · juni 2027 (stond op maart 2027) · Mijlpaal Verschoven",
        "Gestopt · 2028 · Mijlpaal",
        "Gepland · februari 2028 (stond op 2030) · Mijlpaal Verschoven",
        "Gepland · 2031 · Mijlpaal Nieuw",
    ]
    assert page.count('<span class="stip-mark"><svg') >= 3
    names = re.findall(r"<title>(Zz[^<]+)</title>", pages["afdelingen/one.md"].fragments["path"])
    assert "Zzbeta, Vertraagd, juni 2027, Verschoven, stond op maart 2027" in names
    assert "Zzbeta, stond hier: maart 2027" in names
    assert "Zzfresh, Gepland, 2031, Nieuw" in names
    times = as_html(pages["tijdlijn.md"])
    assert times.count('class="stip-mark"') == 3
    assert "stond op maart 2027" in times


def test_a_stopped_step_has_no_mark(make: Make) -> None:
    """It is not new in any way that matters to who reads."""
    before, steps = make(unit("one", FIRST[0])), (FIRST[0], SECOND[2])
    here = standing(make(unit("one", *steps)), (snapshot(before, "2026-lente"),))
    assert not here.context.history.marks


def test_the_path_in_words_shows_where_a_step_stood(
    three: tuple[Roadmap, tuple[Edition, ...]], render: Render, as_html: Html
) -> None:
    """In order of time between the steps that are there now, for a phone, which has no drawing."""
    html = as_html(render(three[0], editions=three[1])["afdelingen/one.md"])
    order = re.findall(r'(?:stip-step__title" id="(\w+)"|stip-step__ghost" href="#(\w+)"|class="(stip-today)")', html)
    assert ["".join(one) for one in order if "".join(one)] == ["a", "stip-today", "b", "b", "c", "e", "e", "f"]
    assert f"{quoted('Zzbeta')} stond hier: maart 2027. Nu: juni 2027." in html


def test_a_place_before_today_stands_before_today(make: Make, render: Render, as_html: Html) -> None:
    """Also when the step itself now comes after it, or no step is left in its stretch of time."""
    before = make(unit("one", FIRST[0], {**FIRST[1], "when": "2026-10"}, {**FIRST[2], "when": "2027-09"}))
    now = make(unit("one", FIRST[0], {**FIRST[1], "when": "2029"}, {**FIRST[2], "when": "later"}))
    html = as_html(render(now, editions=(snapshot(before, "2026-lente"),))["afdelingen/one.md"])
    order = re.findall(r'(?:stip-step__title" id="(\w+)"|stip-step__ghost" href="#(\w+)"|class="(stip-today)")', html)
    assert ["".join(one) for one in order if "".join(one)] == ["a", "b", "stip-today", "c", "b", "c"]


def test_my_route_says_it_too(three: tuple[Roadmap, tuple[Edition, ...]]) -> None:
    files = dict(route_data(three[0], "", {}, directory_urls=True, editions=three[1]))
    data = files["mijn-route/afdelingen/one.js"]
    assert '"changed":"later","changed_text":"Verschoven"' in data
    assert '"was":"stond op maart 2027"' in data
