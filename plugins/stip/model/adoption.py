"""Adoption: what every change tells in the same words, and from what on the checks call something a hole."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from stip.model.base import Audience, Record, Text, Whole


class Adoption(Record, audience=Audience.STAFF):
    """The adoption framework: default texts for the fixed headings of a step, and the measures of the checks.

    With it, a step that is announced must answer every heading: by itself, or by the text for all steps.
    """

    record: ClassVar[str] = "adoption"
    expect: Text | None = None
    todo: Text | None = None
    help: Text | None = None
    coverage: Annotated[Whole, Field(ge=0, le=100)] = 0
    """The least share of the coverage matrix that must be filled, in percent; less is an error."""
    smallest_group: Annotated[Whole, Field(ge=2, le=1000)] = 10
    """A measurement of fewer people is not shown."""
    people_share: Annotated[Whole, Field(ge=0, le=100)] = 50
    """The least share of an effort that goes to people, in percent."""
    weeks_ahead: Annotated[Whole, Field(ge=1, le=52)] = 8
    """In how many weeks before a change there must be an aid."""
    weeks_next: Annotated[Whole, Field(ge=1, le=260)] = 26
    """Within how many weeks the next step of every path begins."""
    months_fresh: Annotated[Whole, Field(ge=1, le=120)] = 24
    """After how many months talks, and ideas without a reply, are old."""
    months_leading: Annotated[Whole, Field(ge=1, le=120)] = 6
    """In how many months before today a leader must have done something."""
    weeks_updated: Annotated[Whole, Field(ge=1, le=520)] = 26
    """After how many weeks a department that was not updated is old."""
    most_changes: Annotated[Whole, Field(ge=1, le=50)] = 3
    """How many changes one team can have in a month."""
    most_load: Annotated[Whole, Field(ge=10, le=400)] = 100
    """How full a quarter of a team can be, in percent."""
    most_aims: Annotated[Whole, Field(ge=1, le=20)] = 3
    """How many aims a round can have."""
