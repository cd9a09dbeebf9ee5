"""Any roadmap makes a good poster or a clear refusal: one road or thirty, short names or long, dated or not."""

from __future__ import annotations

import itertools
import random
import time
from dataclasses import replace

import pytest

from posters import roadmap
from stip.diagrams import find_engine
from stip.pen.boxes import Rect
from stip.poster import TooSmallError, sheet
from stip.poster.dependencies import find_lines
from stip.poster.layout import Poster, lay_out_poster
from stip.poster.routes import crosses
from stip.printing import poster_spec
from stip.scene.spec import Lane, MapSpec, Stop

TEXT = """samen werken aan een digitale balie voor alle inwoners met duidelijke brieven en snelle antwoorden
zonder papieren formulieren vergunningverlening dienstverleningsconcept ûnderfining wind & water "klaar" """
WORDS = TEXT.split()
SECONDS = 30.0


def text(dice: random.Random, length: int) -> str:
    """Return words of about so many letters together."""
    words: list[str] = []
    while len(" ".join(words)) < length:
        words.append(dice.choice(WORDS))
    return " ".join(words)[:length].strip()


def kind(lanes: int, steps: int, *, name: int = 14, title: int = 28, dates: bool = True, links: bool = True) -> MapSpec:
    """Return a roadmap of so many roads with so many steps each."""
    dice, example = random.Random(7), poster_spec(roadmap()).map  # noqa: S311 - a sample, not a secret
    first, last = example.years[0].first_day, example.years[-1].last_day
    made = []
    for i in range(lanes):
        days = sorted(dice.randint(first, last) for _ in range(steps))
        kinds = [dice.choice(["milestone", "pilot", "decision", "intervention"]) for _ in days]
        stops = tuple(
            Stop(f"s{i}-{j}", text(dice, title), kinds[j], "planned", "", "", "", "now", day if dates else None)
            for j, day in enumerate(days)
        )
        own = text(dice, name)
        made.append(Lane(f"l{i}", i + 1, i % 12 + 1, own, own, "", stops))
    ids = [(lane.id, stop.id) for lane in made for stop in lane.stops]
    pairs = [dice.sample(ids, 2) for _ in range(len(ids) // 4)] if links and lanes > 1 else []
    found = tuple((one[1], other[1]) for one, other in pairs if one[0] != other[0])
    return replace(example, lanes=tuple(made), links=found)


def laid_out(spec: MapSpec, orientation: str = "landscape", size: str = "a0") -> Poster | None:
    """Return the places of everything, or None when it is said that they do not fit; either comes soon."""
    start = time.process_time()
    try:
        poster = lay_out_poster(spec, sheet(size, orientation), find_engine())
    except TooSmallError:
        poster = None
    assert time.process_time() - start < SECONDS
    return poster


def assert_good(spec: MapSpec, poster: Poster) -> None:
    """See that nothing is lost, and nothing lies over anything else."""
    stops = [stop.id for lane in spec.lanes for stop in lane.stops]
    assert sorted(sign.stop.id for _, sign in poster.signs) == sorted(stops)
    paper = Rect(0, 0, poster.width, poster.height)
    assert all(box.within(paper) for box in poster.obstacles)
    assert not any(one.overlaps(other) for one, other in itertools.combinations(poster.obstacles, 2))
    for view in poster.roads:
        others = [board.rect for board in poster.boards if board.lane != view.lane]
        boxes = [*(sign.rect for _, sign in poster.signs), *others]
        for (x, y), half in zip(view.road.points, view.road.halves, strict=True):
            assert not any(Rect(box.x - half, box.y, box.w + 2 * half, box.h).holds(x, y) for box in boxes)
    lines = find_lines(spec, poster, [])
    assert {(line.first, line.second) for line in lines} == set(spec.links)
    assert not any(crosses(line.corners, sign.rect) for line in lines for _, sign in poster.signs)


@pytest.mark.parametrize("steps", [5, 12, 40])
@pytest.mark.parametrize("lanes", [1, 3, 9, 14, 22, 30])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_six_kinds_of_roadmaps(lanes: int, steps: int, orientation: str) -> None:
    spec = kind(lanes, steps)
    poster = laid_out(spec, orientation)
    if poster is not None:
        assert_good(spec, poster)
    else:
        assert lanes * steps >= 70


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize(
    "spec",
    [
        kind(3, 12, name=180),
        kind(3, 10, title=180),
        kind(9, 12, dates=False),
        kind(9, 12, links=False),
        kind(3, 0),
        kind(0, 0),
        kind(1, 1),
    ],
    ids=["long names", "long titles", "no dates", "no links", "no steps", "nothing", "one step"],
)
def test_odd_roadmaps(spec: MapSpec, orientation: str) -> None:
    poster = laid_out(spec, orientation)
    assert poster is not None
    assert_good(spec, poster)


def test_one_road_has_signs_at_both_sides_and_stands_in_the_middle() -> None:
    poster = laid_out(kind(1, 12))
    assert poster is not None
    assert {sign.left for _, sign in poster.signs} == {True, False}
    assert abs(poster.roads[0].x - poster.width / 2) < 5
    assert poster.letter > 15


def test_who_has_more_steps_has_more_room() -> None:
    spec = kind(9, 4)
    busy = replace(spec.lanes[4], stops=kind(5, 18).lanes[4].stops)
    poster = laid_out(replace(spec, lanes=(*spec.lanes[:4], busy, *spec.lanes[5:]), links=()))
    assert poster is not None
    wide = [max(sign.rect.w for i, sign in poster.signs if i == lane) for lane in range(9)]
    assert wide[4] >= sorted(wide)[4]


def test_long_titles_are_told_when_shorter_ones_would_fit() -> None:
    with pytest.raises(TooSmallError) as caught:
        lay_out_poster(kind(10, 8, title=180), sheet("a0"), find_engine())
    assert caught.value.reason == "long_steps"
    assert len(caught.value.name) > 170
