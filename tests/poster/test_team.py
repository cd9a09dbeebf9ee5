"""A team sheet is one A4 that tells a department's next steps, and loses none in silence."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest

from posters import roadmap
from prints import bitmaps, faults, fonts, letters, links, mm, near, plain, tags
from roadmaps import deep, mixed, tiny
from samples import LONG_NAME
from stip.model import Status
from stip.poster.mono import grey_colours
from stip.poster.team_spec import TeamSpec
from stip.printing.team import LONGEST, team_pdf, team_prints, team_spec, team_units
from stip.problems import StipError

LEAST = 10 / 72 * 25.4
"""The smallest letter, in mm: 10 points."""
SITE = "https://dichterbij.elzenmeer.example/"


@cache
def specs() -> tuple[TeamSpec, ...]:
    """Return the team sheets of the example."""
    return tuple(team_spec(roadmap(), unit) for unit in team_units(roadmap()))


@cache
def written() -> bytes:
    """Return all team sheets of the example in one PDF."""
    return team_pdf(specs())


def pages(pdf: bytes) -> list[pypdf.PageObject]:
    """Return the pages of a PDF."""
    return list(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def told(page: pypdf.PageObject) -> str:
    """Return the text of a page without what breaking lines changes."""
    return plain(page.extract_text()).replace("\u00ad", "")


def left_out(text: str) -> int:
    """Return how many of our next steps a sheet says that it leaves out."""
    found = re.search(r"Ennog(\d+)stap(?:pen)?,nummer(\d+)", text)
    return int(found[1]) if found else 0


def check(spec: TeamSpec) -> str:
    """Hold one sheet to what holds for all: one page, and every next step there or counted. Return its text."""
    (page,) = pages(team_pdf([spec]))
    text = told(page)
    shown = len(spec.steps) - left_out(text)
    assert [step.stop.title for step in spec.steps[:shown] if plain(step.stop.title) not in text] == []
    assert plain(spec.lane.name) in text
    return text


def test_every_department_and_team_with_steps_has_one_page() -> None:
    units = [unit for unit in roadmap().units.values() if unit.steps]
    assert sorted(spec.id for spec in specs()) == sorted(unit.id for unit in units)
    found = pages(written())
    assert len(found) == len(units)
    for page in found:
        assert near(mm(page.mediabox), (0, 0, 210, 297))


def test_every_next_step_stands_on_its_sheet() -> None:
    for spec, page in zip(specs(), pages(written()), strict=True):
        text = told(page)
        assert left_out(text) == 0
        assert [step.stop.title for step in spec.steps if plain(step.stop.title) not in text] == []
        over = {Status.DONE, Status.STOPPED}
        assert len(spec.steps) == sum(step.status not in over for step in roadmap().units[spec.id].steps)


def test_what_waits_is_there_or_counted() -> None:
    for spec, page in zip(specs(), pages(written()), strict=True):
        text = told(page)
        others = [plain(item.title) for item in (*spec.waits, *spec.needed)]
        missing = sum(int(count) for count in re.findall(r"Ennog(\d+)stap(?:pen)?:zie", text))
        assert len(others) - sum(title in text for title in others) <= missing


def test_it_tells_whom_to_ask_and_where_to_read_on() -> None:
    for spec, page in zip(specs(), pages(written()), strict=True):
        text = told(page)
        assert spec.asked
        for part in (spec.asked.role, spec.asked.email, spec.short_address, spec.imprint):
            assert plain(part) in text
        found = dict(links(page))
        assert {found[step.stop.href] for step in spec.steps} == {step.stop.title for step in spec.steps}
        assert {f"mailto:{spec.asked.email}", spec.address} <= found.keys()
        assert all(link.startswith((SITE, "mailto:")) for link in found)


def test_letters_can_be_read_and_are_in_the_file() -> None:
    assert min(size for page in pages(written()) for _, size in letters(page)) >= LEAST - 0.01
    assert all(fonts(written()).values())
    assert {name.partition("-")[0] for name in fonts(written())} == {"AtkinsonHyperlegibleNext", "Kalam"}
    assert bitmaps(written()) == 0


def test_it_can_be_read_aloud(tmp_path: Path) -> None:
    assert faults(written(), tmp_path) == []
    reader = pypdf.PdfReader(io.BytesIO(written()))
    assert reader.trailer["/Root"]["/Lang"] == "nl"  # type: ignore[index]
    found = [tag for _, tag, _ in tags(written())]
    assert found.count("H1") == len(specs())
    assert found.count("H2") >= 4 * len(specs())
    assert found.count("LI") >= sum(len(spec.steps) for spec in specs())


def test_the_same_sheet_has_the_same_bytes() -> None:
    assert team_pdf(specs()[:2]) == team_pdf(specs()[:2])


def test_a_long_name_and_many_long_steps_fit_on_one_page(tmp_path: Path) -> None:
    whole = deep(tmp_path)
    for unit in team_units(whole)[::9]:
        check(team_spec(whole, unit))


def test_all_kinds_and_statuses_fit_on_one_page(tmp_path: Path) -> None:
    whole = mixed(tmp_path)
    for unit in team_units(whole)[::3]:
        check(team_spec(whole, unit))


def test_a_hundred_steps_are_counted() -> None:
    step = roadmap().steps["bz-dorpsbalie"]
    title = LONG_NAME[:170]
    steps = tuple(step.model_copy(update={"id": f"zz-{i}", "title": f"{i} {title}"}) for i in range(100))
    update = {"steps": steps, "name": LONG_NAME[:180]}
    unit = roadmap().units["streekarchief"].model_copy(update=update)
    text = check(team_spec(replace(roadmap(), units={**roadmap().units, unit.id: unit}), unit))
    assert left_out(text) > 80


def test_long_advice_is_shortened_to_whole_words() -> None:
    unit = roadmap().units["burgerzaken"]
    talk = tuple(step.model_copy(update={"todo": "Lang verhaal. " * 200}) for step in unit.steps)
    spec = team_spec(roadmap(), unit.model_copy(update={"steps": talk}))
    assert all(len(step.todo) <= LONGEST + 2 and step.todo.endswith((" Lang …", " verhaal …")) for step in spec.steps)
    check(spec)


def test_a_department_that_is_ready_says_so() -> None:
    unit = roadmap().units["streekarchief"]
    done = tuple(step.model_copy(update={"status": Status.DONE}) for step in unit.steps)
    text = check(team_spec(roadmap(), unit.model_copy(update={"steps": done})))
    assert plain("Er staan geen stappen meer open.") in text
    assert plain("3 stappen zijn klaar.") in text


def test_without_contact_there_is_a_line_to_write_on(tmp_path: Path) -> None:
    whole = tiny(tmp_path)
    spec = team_spec(whole, whole.units["een"])
    assert spec.asked is None
    assert spec.address == ""
    text = check(spec)
    assert plain("Vul zelf in:") in text
    assert "http" not in text
    (page,) = pages(team_pdf([spec]))
    assert "/Annots" not in page


def test_a_team_without_contact_asks_its_department() -> None:
    unit = roadmap().units["bz-balie"].model_copy(update={"contact": None})
    spec = team_spec(roadmap(), unit)
    assert spec.asked
    assert spec.asked.role == "Werkverdeler Burgerzaken"


def test_a_cluster_has_no_sheet_and_says_who_has() -> None:
    with pytest.raises(StipError) as caught:
        team_spec(roadmap(), roadmap().units["leefomgeving"])
    told_ = str(caught.value)
    assert told_.startswith("Leefomgeving heeft geen eigen stappen, en dus geen teamblad. Kies een ")
    assert "buitendienst" in told_
    assert "burgerzaken" not in told_


def test_of_many_sheets_a_few_are_named(tmp_path: Path) -> None:
    whole = deep(tmp_path)
    with pytest.raises(StipError) as caught:
        team_spec(whole, whole.units["t1"])
    assert str(caught.value).endswith(
        "t1-0-0, t1-0-1, t1-0-2, t1-0-3, t1-0-4, t1-1-0, t1-1-1, t1-1-2, t1-1-3, t1-1-4, t1-2-0, t1-2-1 \u2026."
    )


def test_each_has_its_own_file_and_there_is_one_with_all() -> None:
    units = [roadmap().units[key] for key in ("burgerzaken", "streekarchief")]
    made = list(team_prints(roadmap(), units, mono=True))
    assert [item.name for item in made] == [
        "team-burgerzaken-mono.pdf",
        "team-streekarchief-mono.pdf",
        "teams-mono.pdf",
    ]
    assert [len(pages(item.content)) for item in made] == [1, 1, 2]
    assert made[0].content == team_pdf([team_spec(roadmap(), units[0])], colours=grey_colours())


def test_odd_letters_do_no_harm() -> None:
    name = 'Súdwest & <b>#Wâlden</b> "*_$1$_*" \\n @rol [x]'
    spec = team_spec(roadmap(), roadmap().units["streekarchief"].model_copy(update={"name": name}))
    assert plain(name) in check(spec)


def test_words_without_end_stay_on_the_sheet() -> None:
    unit = roadmap().units["streekarchief"]
    steps = tuple(step.model_copy(update={"title": f"{i}{'verzekering' * 15}"}) for i, step in enumerate(unit.steps))
    spec = team_spec(roadmap(), unit.model_copy(update={"steps": steps}))
    spec = replace(spec, programme="W" * 80, imprint=f"Zz \u00b7 {'W' * 180}")
    assert check(spec)
    (page,) = pages(team_pdf([spec]))
    text = page.extract_text()
    assert "verzekering" * 5 not in text.replace("\u00ad\n", "\n")
    assert "W\u2026" in text
