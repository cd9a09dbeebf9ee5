"""A poster is called after its subject, and an id that there is not is told with what was meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from posters import roadmap
from roadmaps import organisation
from stip.model import Roadmap
from stip.printing import Subject, poster_spec
from stip.printing.subjects import goal_subject, unit_subject
from stip.problems import StipError


def test_the_title_says_whose_poster_it_is() -> None:
    assert poster_spec(roadmap()).name == "Dichterbij"
    assert poster_spec(roadmap(), Subject("unit", "burgerzaken")).name == "Dichterbij · Burgerzaken"
    assert poster_spec(roadmap(), Subject("goal", "kort-wachten")).name == "Dichterbij · Korter wachten"


def test_who_is_there_only_because_others_wait_has_a_white_board() -> None:
    spec = poster_spec(roadmap(), Subject("unit", "financien"))
    assert spec.guests == {lane.id for lane in spec.map.lanes} - {"financien"}
    assert spec.note == "Een wit bord: van die afdeling staan hier alleen de stappen waar wij op wachten."
    assert poster_spec(roadmap()).guests == frozenset()


def test_known_ids_are_found() -> None:
    assert unit_subject(roadmap(), "burgerzaken") == Subject("unit", "burgerzaken")
    assert goal_subject(roadmap(), "kort-wachten") == Subject("goal", "kort-wachten")


@pytest.mark.parametrize("asked", ["burgerzakn", "Burgerzaken", "BURGERZAKEN"])
def test_an_id_that_is_almost_right_is_told(asked: str) -> None:
    with pytest.raises(StipError) as caught:
        unit_subject(roadmap(), asked)
    assert str(caught.value) == (f"Er is geen cluster, afdeling of team met het id `{asked}`. Bedoel je `burgerzaken`?")


def test_without_anything_near_all_are_told() -> None:
    with pytest.raises(StipError) as caught:
        goal_subject(english(), "zzz")
    assert str(caught.value) == (
        "There is no goal with the id `zzz`. Choose from: in-een-keer-goed, kort-wachten, open-en-duidelijk, "
        "meer-tijd, iedereen-kan-mee, veilig-en-op-orde."
    )


def test_of_many_the_first_are_told(tmp_path: Path) -> None:
    with pytest.raises(StipError) as caught:
        unit_subject(organisation(tmp_path, 40, 1), "qqq")
    told = str(caught.value)
    assert "Kies uit: d0, d1, " in told
    assert told.endswith(", d23 \u2026.")


def test_a_roadmap_without_goals_says_so() -> None:
    made = roadmap()
    without = replace(made, mission=made.mission.model_copy(update={"goals": ()}))
    with pytest.raises(StipError) as caught:
        goal_subject(without, "zzz")
    assert str(caught.value) == "Er is geen doel met het id `zzz`. In deze roadmap staan nog geen doelen."


def english() -> Roadmap:
    """Return the example as if it were in English."""
    made = roadmap()
    return replace(made, settings=made.settings.model_copy(update={"language": "en"}))


def test_the_road_of_a_team_ends_in_the_step_of_its_department_that_it_leads_to() -> None:
    drawn = poster_spec(roadmap(), Subject("unit", "burgerzaken")).map
    joins = {lane.id: lane.joins for lane in drawn.lanes if lane.joins}
    assert joins == {"bz-balie": "bz-brieven", "bz-telefoon": "bz-een-scherm"}
    assert {("bzb-beeldbellen", "bz-brieven"), ("bzt-direct", "bz-een-scherm")} <= set(drawn.links)
    assert len(set(drawn.links)) == len(drawn.links)
    assert not any(lane.joins for lane in poster_spec(roadmap()).map.lanes)
