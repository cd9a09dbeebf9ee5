"""What everyone may read of a record: nothing confidential, at any depth, and no trace that it was there."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, ClassVar

import pytest

from roadmaps import tiny
from stip.model import Audience, Mission, Persona, Question, Record, Roadmap, Settings, Unit
from stip.model.base import CONFIDENTIAL, Line, records_in
from stip.model.discretion import for_staff, open_part, published, steering_parts
from stip.model.practices import Tool, practice_kinds


class _Price(Record, audience=Audience.STEERING):
    record: ClassVar[str] = "price"
    amount: int


class _Part(Record, audience=Audience.STAFF):
    record: ClassVar[str] = "part"
    name: Line
    owner: Annotated[Line | None, CONFIDENTIAL] = None


class _Plain(Record, audience=Audience.STAFF):
    record: ClassVar[str] = "plain"
    name: Line


class _Thing(Record, audience=Audience.STAFF):
    record: ClassVar[str] = "thing"
    name: Line
    secret: Annotated[tuple[Line, ...], CONFIDENTIAL] = ()
    price: _Price | None = None
    prices: tuple[_Price, ...] = ()
    part: _Part | None = None
    parts: tuple[_Part, ...] = ()
    plain: _Plain | None = None


def test_nothing_confidential_is_left_at_any_depth() -> None:
    """Fields, records of those who steer, and both inside a record of everyone."""
    part = {"name": "Deel", "owner": "zqx1"}
    given = {"name": "Ding", "secret": ["zqx2"], "price": {"amount": 77}, "prices": [{"amount": 78}]}
    thing = _Thing.model_validate({**given, "part": part, "parts": [part, part], "plain": {"name": "Gewoon"}})
    shown = open_part(thing)
    left = {"part": {"name": "Deel"}, "parts": [{"name": "Deel"}, {"name": "Deel"}], "plain": {"name": "Gewoon"}}
    assert shown == _Thing.model_validate({"name": "Ding", **left})
    assert not any(word in repr(shown) for word in ("zqx", "77", "78"))
    assert open_part(shown) is shown


def test_a_record_without_any_is_itself() -> None:
    """What has nothing to hide costs nothing."""
    one = _Plain(name="Gewoon")
    assert open_part(one) is one
    assert not any(steering_parts(_Plain))


def test_a_confidential_field_is_empty_when_it_is_not_given() -> None:
    """Else everyone would read what nobody wrote, or there would be no record without it."""

    class _Wrong(Record, audience=Audience.STAFF):
        amount: Annotated[int, CONFIDENTIAL] = 3

    class _Needed(Record, audience=Audience.STAFF):
        amount: Annotated[int, CONFIDENTIAL]

    for model in (_Wrong, _Needed):
        with pytest.raises(TypeError, match="amount"):
            steering_parts(model)


def test_every_record_can_be_shown_to_everyone() -> None:
    """Whatever is confidential, in whatever kind, can be left out."""
    kinds: list[type[Record]] = [kind for kind in practice_kinds().values() if kind.audience is Audience.STAFF]
    kinds += [Unit, Persona, Question, Mission, Settings]
    models = {part for kind in kinds for part in records_in(kind)}
    models = {model for model in models if model.audience is Audience.STAFF}
    for model in models:
        steering_parts(model)
    assert any(any(steering_parts(model)) for model in models)


@pytest.fixture
def whole(tmp_path: Path) -> Callable[..., Roadmap]:
    """Return `whole(audience)`: a small roadmap with a tool for everyone and one for those who steer."""

    def make(audience: Audience) -> Roadmap:
        tools = [
            Tool.model_validate({"id": "een", "title": "Een", "status": "allowed", "audience": "staff"}),
            Tool.model_validate({"id": "zqx3", "title": "Twee", "status": "allowed", "audience": "steering"}),
        ]
        return dataclasses.replace(tiny(tmp_path), practices=tuple(tools), audience=audience)

    return make


def test_what_is_published_is_for_its_audience(whole: Callable[..., Roadmap]) -> None:
    """Staff get what is theirs, and are not told that it could have been otherwise; who steers gets all."""
    shown = published(whole(Audience.STAFF))
    assert [(one.id, one.shown_to) for one in shown.practices] == [("een", None)]
    assert published(shown) == shown
    assert [one.id for one in published(whole(Audience.STEERING)).practices] == ["een", "zqx3"]


def test_staff_get_the_same_of_either(whole: Callable[..., Roadmap]) -> None:
    """A print, an edition: for whomever the roadmap was loaded, everyone reads the same."""
    assert for_staff(whole(Audience.STEERING)) == for_staff(whole(Audience.STAFF))
    assert "zqx" not in repr(for_staff(whole(Audience.STEERING)))
