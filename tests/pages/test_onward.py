"""Each step tells what is left of the way to the dot, and whom the path meets until there."""

from __future__ import annotations

from pathlib import Path

from building import write_project
from samples import roadmap
from stip.loading import load
from stip.pages.addresses import HOME
from stip.pages.context import Context
from stip.pages.views.onward import Onward, onward


def _told(folder: Path, step: str) -> Onward | None:
    write_project(folder / "p", roadmap(departments=3, steps=4))
    made = load(folder / "p" / "roadmap.yaml").roadmap
    assert made is not None
    context = Context.of(made, directory_urls=True)
    return onward(made.steps[step], context.at(HOME))


def test_the_rest_of_the_way(tmp_path: Path) -> None:
    """The next step by name and date, the number of steps left, and who is met."""
    told = _told(tmp_path, "unit-0-0")
    assert told is not None
    assert (
        told.next_text
        == "Daarna: \N{LEFT SINGLE QUOTATION MARK}Zzstep 0 1\N{RIGHT SINGLE QUOTATION MARK}, 2e kwartaal 2027"
    )
    assert told.next_href.endswith("#unit-0-1")
    assert told.rest == "Het zijn nog 3 stappen tot de stip."
    assert told.meets == "Onderweg komt dit pad tegen: Zzunit 1."


def test_nobody_is_met_after_the_last_tie(tmp_path: Path) -> None:
    """What lies behind is not ahead."""
    told = _told(tmp_path, "unit-0-2")
    assert told is not None
    assert told.rest == "Het is nog 1 stap tot de stip."
    assert told.meets == ""


def test_the_last_step(tmp_path: Path) -> None:
    """After it comes the dot."""
    told = _told(tmp_path, "unit-2-3")
    assert told == Onward("", "", "Dit is de laatste stap voor de stip.", "")
