"""The page of an edition tells everything that changed since, each step once, and links to what still exists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from stip.editions import GoalChangeKind, StepChangeKind, UnitChangeKind, WholeChange, snapshot
from stip.model import Roadmap
from stip.pages import Page
from stip.pages.context import Context
from stip.pages.views.edition import EditionView, edition_view
from stip.text.words import words_for

Make = Callable[..., Roadmap]

_OLD: tuple[Mapping[str, Any], ...] = (
    {"id": "a", "title": "Zzalpha", "when": "2026-11", "status": "running"},
    {"id": "b", "title": "Zzbeta", "when": "2027-Q1", "goals": ["goal"]},
    {"id": "c", "title": "Zzgamma", "when": "2028"},
    {"id": "d", "title": "Zzdelta & <co>", "when": "2029"},
)
_NEW: tuple[Mapping[str, Any], ...] = (
    {**_OLD[0], "status": "done"},
    {**_OLD[1], "title": "Zzbetter", "when": "2027-06", "was": "2027-Q1", "status": "delayed", "reason": "Zzreason."},
    {**_OLD[2], "status": "stopped", "reason": "Zzbecause."},
    {"id": "e", "title": "Zzfresh", "when": "2030-Q1", "after": ["x"]},
)


def _unit(id_: str, *steps: Mapping[str, Any], **more: object) -> dict[str, Any]:
    return {"id": id_, "name": f"Zz{id_}", "steps": list(steps), **more}


def _quoted(title: str) -> str:
    return words_for("nl")("edition.quoted", title=title)


def _team(title: str) -> dict[str, Any]:
    return _unit("team", {"id": "x", "title": title, "when": "2029", "leads_to": "a"}, part_of="one")


@pytest.fixture
def view() -> Callable[..., EditionView]:
    """Return `view(old, new)`: the page of a snapshot of `old`, on the site of `new`."""

    def seen(old: Roadmap, new: Roadmap) -> EditionView:
        edition = snapshot(old, "2026-lente")
        context = Context.of(new, directory_urls=True, editions=(edition,))
        return edition_view(edition, snapshot(new), context.at(context.addresses.edition(edition.name)))

    return seen


def test_every_change_is_told_once_with_its_step(make: Make, view: Callable[..., EditionView]) -> None:
    """By department, its own steps before those of its teams; what is gone is only text."""
    old = make(_unit("one", *_OLD), _team("Zzteamwork"), _unit("two", {"id": "y", "title": "Zzy", "when": "2029"}))
    new = make(_unit("one", *_NEW), _team("Zzteamplay"), _unit("two", {"id": "y", "title": "Zzy", "when": "2029"}))
    seen = view(old, new)
    (unit,) = seen.units
    assert [(step.link.text, step.sentences) for step in unit.steps] == [
        ("Zzalpha", ("Dit is klaar.",)),
        (
            "Zzbetter",
            (
                "Dit komt later: juni 2027. Op papier staat 1e kwartaal 2027. Waarom? Zzreason.",
                f"De naam is anders. Op papier staat {_quoted('Zzbeta')}.",
            ),
        ),
        ("Zzgamma", ("Dit gaat niet door. Waarom? Zzbecause.",)),
        ("Zzfresh", ("Dit is nieuw op het pad: 1e kwartaal 2030.",)),
        ("Zzdelta & <co>", ("Dit staat niet meer op het pad.",)),
        ("Zzteamplay", (f"De naam is anders. Op papier staat {_quoted('Zzteamwork')}.",)),
    ]
    assert [step.team for step in unit.steps] == ["", "", "", "", "", "Zzteam"]
    assert [bool(step.link.href) for step in unit.steps] == [True, True, True, True, False, True]
    assert unit.steps[0].link.href == "../../afdelingen/one/#a"
    assert (unit.id, unit.number, unit.count) == ("one", 1, "6 veranderingen")
    assert [link.text for _, link in seen.same] == ["Zztwo"]
    assert seen.counts == (
        "1 stap is klaar",
        "1 stap is nieuw",
        "1 stap komt later",
        "1 stap gaat niet door",
        "1 stap is weg",
        "2 stappen hebben een andere naam",
    )


def test_departments_come_and_go(make: Make, view: Callable[..., EditionView]) -> None:
    """A department that is gone has no link, a team that is gone is told with its department."""
    old = make(_unit("one", *_OLD), _team("Zzteamwork"), _unit("old", {"id": "y", "title": "Zzy", "when": "2029"}))
    new = make(_unit("one", *_OLD), _unit("new", {"id": "z", "title": "Zzz", "when": "2029", "status": "idea"}))
    seen = view(old, new)
    assert [(unit.id, bool(unit.link.href), unit.sentences) for unit in seen.units] == [
        ("one", True, ("Zzteam staat niet meer op de tekening.",)),
        ("new", True, ("Zznew staat nieuw op de tekening.",)),
        ("old", False, ("Zzold staat niet meer op de tekening.",)),
    ]
    assert [step.team for step in seen.units[0].steps] == ["Zzteam"]


def test_nothing_changed(make: Make, view: Callable[..., EditionView]) -> None:
    """Then the page says just that."""
    seen = view(make(_unit("one", *_OLD)), make(_unit("one", *_OLD), updated="2026-12-01"))
    assert (seen.changed, seen.units, seen.counts, seen.shared) == (False, (), (), ())


def test_what_all_share(make: Make, view: Callable[..., EditionView]) -> None:
    """The goals and the dot stand apart from the departments."""
    mission = {"goals": [{"id": "goal", "title": "Zzaim"}], "horizon": {"title": "Zzhorizon", "when": "2032"}}
    seen = view(make(_unit("one", *_OLD)), make(_unit("one", *_OLD), mission=mission))
    renamed = f"Het doel {_quoted('Zzgoal')} heet nu {_quoted('Zzaim')}."
    assert seen.shared == ("De stip is nu 2032. Op papier staat 2031.", renamed)
    assert seen.changed
    assert seen.units == ()


def test_the_page_is_there_for_every_edition(
    make: Make, render: Callable[..., dict[str, Page]], as_html: Callable[[Page], str]
) -> None:
    """Also for one that is long past, each with a link to the others and to the places where it hangs."""
    prints = [{"place": "Zzcanteen", "edition": "2026-lente"}, {"place": "Zzhall", "edition": "2026-zomer"}]
    new = make(_unit("one", *_NEW), _team("Zzx"), prints=prints)
    old = make(_unit("one", *_OLD), _team("Zzx"), updated="2026-03-01")
    editions = (snapshot(old, "2026-lente"), snapshot(new, "2026-zomer"))
    pages = render(new, editions=editions)
    lente, zomer = (as_html(pages[f"poster/{edition.name}.md"]) for edition in editions)
    assert "Dit is er veranderd sinds de poster van 2026-lente" in lente
    assert "editie 2026-lente, van 1 maart 2026" in lente
    assert "Zzdelta &amp; &lt;co&gt;" in lente
    assert 'href="../2026-zomer/"' in lente
    assert ("Zzcanteen" in lente, "Zzhall" in lente) == (True, False)
    assert "De poster van 2026-zomer klopt nog" in zomer
    assert "Er is niets veranderd" in zomer
    assert "Er is niets veranderd" not in lente
    assert ("Zzcanteen" in zomer, "Zzhall" in zomer) == (False, True)
    poster = as_html(pages["poster/index.md"])
    assert poster.rindex('href="2026-zomer/"') < poster.rindex('href="2026-lente/"')
    assert not [path for path in render(new) if path.startswith("poster/2026")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_change_has_its_words(language: str) -> None:
    """A new kind without a sentence would only be found when it happens."""
    words = words_for(language)
    wanted = {f"step.{kind}" for kind in StepChangeKind} | {f"count.{kind}" for kind in StepChangeKind}
    wanted |= {f"unit.{kind}" for kind in UnitChangeKind} | {f"goal.{kind}" for kind in GoalChangeKind}
    wanted |= {f"whole.{kind}" for kind in WholeChange}
    assert [key for key in sorted(wanted) if f"edition.{key}" not in words] == []
