"""Teams run beside the road of their department: clear of everything, in every strip, joined where they lead."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from scene.roads import LONG, lane, path_spec
from stip.diagrams import find_engine
from stip.pen.boxes import Rect
from stip.scene import draw_paths
from stip.scene import path_style as style
from stip.scene.path import place_paths
from stip.scene.spec import SUN, PathSpec, Strand


def with_teams(steps: int, *teams: tuple[int, str], title: str | None = None) -> PathSpec:
    """Invent a department with teams, each of so many steps that lead somewhere."""
    lanes = [replace(lane(20 + i, count, title=title), number=1) for i, (count, _) in enumerate(teams)]
    strands = tuple(Strand(one, end) for one, (_, end) in zip(lanes, teams, strict=True))
    return replace(path_spec(1, steps), strands=strands)


SPECS = {
    "one": with_teams(6, (3, "s1-4")),
    "first step": with_teams(6, (2, "s1-0")),
    "three": with_teams(12, (4, "s1-5"), (3, SUN), (5, "")),
    "long titles": with_teams(9, (6, "s1-8"), (6, SUN), title=LONG),
    "busy": with_teams(14, (40, SUN), (1, "s1-13"), (12, "s1-7")),
    "many teams": replace(path_spec(1, 5), teams_text="5 teams lopen mee.", teams_href="#teams"),
    "alone": with_teams(1, (5, SUN), (1, "s1-0")),
}


@pytest.mark.parametrize("name", SPECS)
def test_nothing_overlaps_and_nothing_leaves_the_picture(name: str) -> None:
    for strip in place_paths([SPECS[name]], find_engine())[0]:
        for one, other in itertools.combinations(strip.boxes, 2):
            assert not one.overlaps(other, -0.5), (one, other)
        picture = Rect(0, 0, style.WIDTH, strip.height)
        assert all(box.within(picture) for box in strip.boxes)
        for view in strip.strands:
            assert all(bead.rect.x <= bead.x <= bead.rect.right for bead in view.beads)


@pytest.mark.parametrize("name", [name for name in SPECS if SPECS[name].strands])
def test_no_team_is_lost_and_what_does_not_fit_is_counted(name: str) -> None:
    views = [view for strip in place_paths([SPECS[name]], find_engine())[0] for view in strip.strands]
    for strand in SPECS[name].strands:
        mine = [view for view in views if view.strand == strand]
        assert mine
        left_out = sum(
            int(view.name.partition(" + ")[2] or view.name.rpartition("+ ")[2]) for view in mine if "+" in view.name
        )
        assert sum(len(view.beads) for view in mine) + left_out == len(strand.lane.stops)
        assert [view.end == "on" for view in mine] == [True] * (len(mine) - 1) + [False]


def test_a_strand_joins_the_step_that_it_leads_to() -> None:
    strips = place_paths([SPECS["one"]], find_engine())[0]
    strip = next(strip for strip in strips if any(view.end == "step" for view in strip.strands))
    road = next(view.road for view in strip.strands if view.end == "step")
    assert road
    x, y = road.points[-1]
    at = strip.road.at(strip.road.distance_at_x(x))
    assert abs(at.y - y) <= at.half


def test_many_teams_are_one_board_that_is_a_link() -> None:
    svg = draw_paths([SPECS["many teams"]], find_engine())[0]
    assert 'xlink:href="#teams"' in svg
    assert svg.count("5 teams lopen mee.") == 2


def test_teams_leave_the_road_of_their_department_alone() -> None:
    without, with_them = place_paths([path_spec(1, 12), SPECS["three"]], find_engine())
    assert [strip.road for strip in without] == [strip.road for strip in with_them]
    assert [strip.spots for strip in without] == [strip.spots for strip in with_them]
