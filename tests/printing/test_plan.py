"""What does not fit is told with what to do about it; nothing gets too small and no step is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from posters import roadmap
from roadmaps import deep, organisation
from stip.diagrams import Engine, find_engine
from stip.model import Roadmap, Unit
from stip.poster import PosterSpec, Sheet, TooSmallError
from stip.printing import Order, Subject, draw_poster, draw_told
from stip.printing.plan import plan_poster
from stip.problems import StipError

ENGINE = find_engine()
Refuse = Callable[[Callable[[PosterSpec, Sheet], str]], None]


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Return what says, in place of the layout, why a poster does not fit on a sheet; empty when it does."""

    def take(reason: Callable[[PosterSpec, Sheet], str]) -> None:
        def refusal(spec: PosterSpec, paper: Sheet, engine: Engine) -> TooSmallError | None:
            del engine
            found = reason(spec, paper)
            return TooSmallError(found, "Zz") if found else None

        monkeypatch.setattr("stip.printing.plan.refusal", refusal)

    return take


def refused(made: Roadmap, order: Order) -> str:
    """Return the sentences with which an order is refused."""
    with pytest.raises(StipError) as caught:
        plan_poster(made, order, ENGINE)
    return str(caught.value)


def english(made: Roadmap) -> Roadmap:
    """Return a roadmap as if it were in English."""
    return replace(made, settings=made.settings.model_copy(update={"language": "en"}))


def test_the_sheet_that_does_fit_is_named(refuse: Refuse) -> None:
    refuse(lambda _, paper: "" if paper.name in {"a0", "a1"} and paper.landscape else "too_small")
    assert refused(roadmap(), Order("a3")) == (
        "Niet alle stappen passen leesbaar op A3 liggend. "
        "Op A1 liggend past alles wel: kies `--size a1 --orientation landscape`."
    )
    assert refused(english(roadmap()), Order("a1", "portrait")) == (
        "Not all steps fit legibly on A1 portrait. "
        "Everything does fit on A1 landscape: choose `--size a1 --orientation landscape`."
    )


def test_the_same_sheet_turned_comes_before_a_larger_one(refuse: Refuse) -> None:
    refuse(lambda _, paper: "" if paper.name == "a0" or not paper.landscape else "too_small")
    assert "`--size a2 --orientation portrait`" in refused(roadmap(), Order("a2"))


def test_when_no_sheet_is_large_enough_the_parts_that_fit_are_named(refuse: Refuse) -> None:
    refuse(lambda spec, _: "too_small" if len(spec.map.lanes) > 8 else "")
    without = replace(roadmap(), units={key: unit.model_copy(update={"part_of": None}) for key, unit in flat().items()})
    assert refused(without, Order("a3")) == (
        "Niet alle stappen passen leesbaar op A3 liggend. Op een groter vel of met een andere stand ook niet. "
        "Maak met `--unit` een poster per onderdeel: buitendienst, burgerzaken, communicatie, financien, "
        "informatie-en-automatisering, mens-en-organisatie, ruimte-en-wonen, sociaal-domein, streekarchief, "
        "vergunningen-en-toezicht. "
        "Zet afdelingen bij een cluster (`part_of`); dan is elk cluster een weg als dat nodig is."
    )


def flat() -> dict[str, Unit]:
    """Return the departments of the example, without clusters and teams."""
    return {key: unit for key, unit in roadmap().units.items() if unit.steps and roadmap().path_head(unit) is unit}


def test_when_no_part_fits_either_dividing_helps(refuse: Refuse) -> None:
    refuse(lambda _spec, _paper: "too_small")
    assert refused(roadmap(), Order()) == (
        "Niet alle stappen passen leesbaar op A0 liggend. Op een groter vel of met een andere stand ook niet. "
        "Verdeel de afdelingen over clusters of de stappen over teams (`part_of`), en maak van elk een poster."
    )


def test_names_that_are_too_long_can_be_made_short(refuse: Refuse) -> None:
    refuse(lambda _spec, _paper: "long_names")
    assert refused(english(roadmap()), Order()) == (
        "The names at the start of the roads do not fit beside each other on A0 landscape, “Zz” for instance. "
        "Nor do they on a larger sheet or the other way round. "
        "Divide the departments over clusters or the steps over teams (`part_of`), and make a poster of each. "
        "A short name (`short`) helps too."
    )


def test_clusters_are_roads_when_departments_do_not_fit(tmp_path: Path) -> None:
    made = organisation(tmp_path, 60, 1, clusters=3)
    drawing, told = draw_told(made, Order())
    assert told == (
        (
            "De afdelingen passen niet naast elkaar op A0 liggend; daarom is elk cluster een weg, met daarop de "
            "stappen van zijn afdelingen (60 stappen)."
        ),
    )
    assert [lane.name for lane in drawing.spec.map.lanes] == ["Cluster 0", "Cluster 1", "Cluster 2"]
    assert sum(len(lane.stops) for lane in drawing.spec.map.lanes) == 60


def test_teams_join_the_road_of_their_department_when_they_do_not_fit(refuse: Refuse) -> None:
    refuse(lambda spec, _: "too_small" if len(spec.map.lanes) > 1 else "")
    plan = plan_poster(roadmap(), Order(subject=Subject("unit", "burgerzaken")), ENGINE)
    assert plan.told == (
        (
            "De teams passen niet naast elkaar op A0 liggend; daarom staan hun stappen op de weg van de afdeling "
            "(19 stappen)."
        ),
        "Op A0 liggend is geen plaats voor de 6 stappen van andere afdelingen waar deze op wachten.",
    )


def test_what_waits_elsewhere_makes_room_before_teams_do(refuse: Refuse) -> None:
    refuse(lambda spec, _: "too_small" if len(spec.map.lanes) > 3 else "")
    plan = plan_poster(english(roadmap()), Order("a3", subject=Subject("unit", "burgerzaken")), ENGINE)
    assert plan.told == ("There is no room on A3 landscape for the 6 steps of other departments that these wait for.",)
    assert len(plan.spec.map.lanes) == 3


def test_what_fits_needs_no_word() -> None:
    assert plan_poster(roadmap(), Order(subject=Subject("unit", "bz-balie")), ENGINE).told == ()


@pytest.mark.parametrize(
    ("subject", "sentence"),
    [
        (
            Subject("unit", "belastingen"),
            (
                "Belastingen heeft geen stappen, en niets wat eronder valt ook niet. "
                "Een poster is er pas te maken als die er zijn."
            ),
        ),
        (
            Subject("goal", "leeg"),
            (
                "Geen stap werkt mee aan het doel “Leeg”. "
                "Zet het bij een stap (`goals`); dan is er een poster van te maken."
            ),
        ),
    ],
)
def test_what_has_no_steps_is_told(subject: Subject, sentence: str) -> None:
    goals = roadmap().mission.goals
    empty = goals[0].model_copy(update={"id": "leeg", "title": "Leeg"})
    made = replace(roadmap(), mission=roadmap().mission.model_copy(update={"goals": (*goals, empty)}))
    assert refused(made, Order(subject=subject)) == sentence


def test_a_roadmap_without_steps_is_told() -> None:
    units = {key: unit.model_copy(update={"steps": ()}) for key, unit in roadmap().units.items()}
    with pytest.raises(StipError) as caught:
        draw_poster(replace(roadmap(), units=units), Order())
    assert str(caught.value) == (
        "Deze roadmap heeft nog geen stappen. Zet ze bij een afdeling (`steps`); dan is er een poster van te maken."
    )


def test_a_thousand_steps_are_refused_with_what_can_be_printed(tmp_path: Path) -> None:
    said = refused(deep(tmp_path), Order())
    assert said.startswith("Niet alle stappen passen leesbaar op A0 liggend. ")
    assert "`--unit`" in said
