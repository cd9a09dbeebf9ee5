"""Programme: what the roadmap says about itself and about the one horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stip.loading.declared import Declared


def bands_grow(declared: Declared) -> Iterator[Finding]:
    """The band soon ends after the band now."""
    read = declared.files.settings
    bands = read.record.bands if read and read.record else None
    if bands and bands.soon <= bands.now:
        place = declared.files.source.place(("bands", "soon"))
        yield Finding("bands_grow", place, {"now": bands.now, "soon": bands.soon})


def address_is_given(declared: Declared) -> Iterator[Finding]:
    """The roadmap knows the address of its site, for the code on posters."""
    source = declared.files.source
    if isinstance(source.data, dict) and "address" not in source.data:
        yield Finding("address_is_given", source.place(()))


def picture_has_words(declared: Declared) -> Iterator[Finding]:
    """The picture of the horizon is told in words too."""
    mission = declared.pages.mission
    horizon = mission.record.horizon if mission and mission.record else None
    if mission and mission.read and mission.read.intact() and horizon and horizon.picture and not horizon.words:
        yield Finding("picture_has_words", mission.source.key_place(("horizon", "picture")))


def horizon_lies_ahead(declared: Declared) -> Iterator[Finding]:
    """The horizon lies after the start and has not passed."""
    mission, read = declared.pages.mission, declared.files.settings
    if mission is None or mission.record is None or read is None or read.record is None:
        return
    last, first = mission.record.horizon.when.last, read.record.start.first
    place = mission.source.place(("horizon", "when"))
    if last and first and last < first:
        yield Finding("horizon_after_start", place, {"day": first.isoformat()})
    elif last and last < read.record.updated:
        yield Finding("horizon_lies_ahead", place, {"day": read.record.updated.isoformat()})


def updated_lies_in_programme(declared: Declared) -> Iterator[Finding]:
    """The reference date does not lie before the start."""
    read = declared.files.settings
    settings = read.record if read else None
    if settings and settings.start.first and settings.updated < settings.start.first:
        place = declared.files.source.place(("updated",))
        yield Finding("updated_lies_in_programme", place, {"day": settings.start.first.isoformat()})
