"""Say what the team sheet of a department shows, and make the sheets of one or of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from stip.editions import EditionMark
from stip.model import Contact, Roadmap, Status, Step, StepKind, Unit
from stip.model.discretion import for_staff
from stip.model.steps import OVER
from stip.pages.addresses import HOME
from stip.pages.context import Context
from stip.pages.drawings import horizon, path_lane
from stip.pages.links import page_url
from stip.pages.selection import by_date, still_waits
from stip.pages.views.items import kind_text, step_when
from stip.poster.mono import grey_colours
from stip.poster.team import write_team
from stip.poster.team_spec import Asked, Other, TeamSpec, TeamStep
from stip.printing.finishes import A4, Printed
from stip.printing.make import told
from stip.printing.order import CONCEPT
from stip.problems import StipError
from stip.text.brevity import beginning, few
from stip.text.dates import day_text
from stip.text.words import words_for

if TYPE_CHECKING:
    from stip.pages.links import Here

LONGEST = 220
"""So many characters of an advice stand on the sheet; the rest is on the department's page."""
ALL = "teams"
"""The name of the file with all sheets: no unit's file can have it."""
_NAMED = 12
"""So many ids stand in a sentence."""


def team_units(roadmap: Roadmap) -> tuple[Unit, ...]:
    """Return who has a team sheet: every department and team that still exists and has steps of its own."""
    today = roadmap.settings.updated
    units = [unit for unit in roadmap.units.values() if unit.steps and not unit.is_gone(today)]
    return tuple(sorted(units, key=lambda unit: (roadmap.number(unit) or 0, len(roadmap.ancestors(unit)))))


def team_spec(roadmap: Roadmap, unit: Unit, mark: EditionMark = CONCEPT) -> TeamSpec:
    """Say what the team sheet of a unit shows. Raises StipError when it has no steps of its own.

    `mark` tells which edition is printed.
    """
    return team_specs(roadmap, (unit,), mark)[0]


def team_specs(roadmap: Roadmap, units: Sequence[Unit], mark: EditionMark = CONCEPT) -> tuple[TeamSpec, ...]:
    """Say what the team sheets of units show. Raises StipError when one of them has no steps of its own."""
    context = Context.of(roadmap, directory_urls=True)
    return tuple(_spec(unit, context, mark) for unit in units)


def _spec(unit: Unit, context: Context, mark: EditionMark) -> TeamSpec:
    roadmap, words, here = context.roadmap, context.words, context.at(HOME)
    if not unit.steps:
        raise StipError(words("team.no_path", name=unit.label, ids=_choice(unit, roadmap)))
    root = roadmap.settings.root  # empty without an address: paper knows no other pages
    page = root + page_url(context.addresses.unit(unit.id), directory_urls=True) if root else ""
    lane = path_lane(unit, here)
    following = [step for step in by_date(unit.steps) if step.status not in OVER]
    stops = {stop.id: replace(stop, href=_full(root, stop.href)) for stop in lane.stops}
    steps = tuple(
        TeamStep(
            number,
            stops[step.id],
            "" if step.kind is StepKind.MILESTONE else kind_text(step, context.interventions.get(step.id), words),
            beginning(step.todo or "", LONGEST),
            beginning(step.help or "", LONGEST),
        )
        for number, step in enumerate(following, start=1)
    )
    programme = roadmap.mission.programme
    imprint = (
        mark.text(words),
        words("team.imprint", date=day_text(context.today, words)),
        programme.organisation,
    )
    where = words("team.where") if page else words("team.nowhere")
    waits = _others(following, here, root, context.graph.waits, "ours")
    needed = _others(following, here, root, context.graph.needed_by, "theirs")
    return TeamSpec(
        id=unit.id,
        language=words.language,
        day=context.today,
        programme=programme.name,
        lane=replace(lane, stops=tuple(step.stop for step in steps), href=page),
        horizon=horizon(here),
        steps=steps,
        done=_done(unit, context),
        some=any(step.status is Status.DONE for step in unit.steps),
        waits=waits,
        needed=needed,
        asked=_asked(unit, roadmap),
        address=page,
        imprint=" · ".join(filter(None, imprint)),
        title=words("team.title", name=unit.name),
        alt=words("team.alt", count=len(steps)) if steps else words("team.alt_none"),
        today_text=words("poster.today"),
        more=tuple(
            words("team.more", count=count, first=len(steps) - count + 1, last=len(steps), where=where)
            for count in range(1, len(steps) + 1)
        ),
        others=tuple(
            words("team.others", count=count, where=where) for count in range(1, max(len(waits), len(needed)) + 1)
        ),
        details=words("team.details") if page else "",
        words=words.section("team"),
        end=words("team.end", text=lane.open_end) if lane.open_end else "",
    )


def team_prints(
    roadmap: Roadmap,
    units: Sequence[Unit] = (),
    *,
    mark: EditionMark = CONCEPT,
    colours: Mapping[str, tuple[str, str]] | None = None,
    mono: bool = False,
) -> Iterator[Printed]:
    """Yield the team sheet of each unit as a file, those of all units when none is named; then all in one file.

    They show what staff may read. Raises StipError for a unit without steps, and when the PDF cannot be made.
    """
    roadmap = for_staff(roadmap)
    specs = team_specs(roadmap, units or team_units(roadmap), mark)
    inks, ending = (grey_colours(), "-mono.pdf") if mono else (colours, ".pdf")
    for spec in specs:
        yield Printed(f"team-{spec.id}{ending}", team_pdf([spec], colours=inks), "a4", *A4)
    if len(specs) > 1:
        yield Printed(f"{ALL}{ending}", team_pdf(specs, colours=inks), "a4", *A4, sheets=len(specs))


def team_pdf(specs: Sequence[TeamSpec], *, colours: Mapping[str, tuple[str, str]] | None = None) -> bytes:
    """Write one or more team sheets as one PDF. Raises StipError in their language."""
    with told(specs[0].language):
        return write_team(specs, colours, title=_whole_title(specs))


def _whole_title(specs: Sequence[TeamSpec]) -> str:
    if len(specs) == 1:
        return specs[0].title
    return words_for(specs[0].language)("team.all_title", programme=specs[0].programme)


def _choice(unit: Unit, roadmap: Roadmap) -> str:
    """Return the ids of who has a team sheet, those under a unit when there are; a few of them when there are many."""
    units = team_units(roadmap)
    found = [item.id for item in units if unit in roadmap.ancestors(item)] or [item.id for item in units]
    return few(found, _NAMED)


def _full(root: str, href: str) -> str:
    return root + href if root else ""


def _done(unit: Unit, context: Context) -> tuple[str, ...]:
    words = context.words
    done = [step for step in by_date(unit.steps) if step.status is Status.DONE]
    stopped = sum(step.status is Status.STOPPED for step in unit.steps)
    found = [words("team.done_count", count=len(done)) if done else words("team.done_none")]
    if done:
        found.append(words("team.done_last", title=done[-1].title, when=step_when(done[-1], words)))
    if stopped:
        found.append(words("team.stopped", count=stopped))
    return tuple(found)


def _others(
    steps: Sequence[Step], here: Here, root: str, related: Mapping[str, tuple[str, ...]], key: str
) -> tuple[Other, ...]:
    """Return the steps of others to which ours are related, each once, by date, with the numbers of ours."""
    numbers: dict[str, list[int]] = {}
    for number, step in enumerate(steps, start=1):
        for ref in related.get(step.id, ()):
            if _elsewhere(step, ref, here):
                numbers.setdefault(ref, []).append(number)
    words = here.context.words
    return tuple(
        _other(ref, here, root, words(f"team.{key}", count=len(own), numbers=", ".join(map(str, own))))
        for ref, own in sorted(numbers.items(), key=lambda item: here.context.roadmap.steps[item[0]].when)
    )


def _elsewhere(step: Step, ref: str, here: Here) -> bool:
    """Tell whether another step is of another unit and something still has to wait."""
    roadmap = here.context.roadmap
    return roadmap.unit_of[ref].id != roadmap.unit_of[step.id].id and still_waits(step, roadmap.steps[ref])


def _other(ref: str, here: Here, root: str, ours: str) -> Other:
    roadmap = here.context.roadmap
    step, unit = roadmap.steps[ref], roadmap.unit_of[ref]
    return Other(
        title=step.title,
        href=_full(root, here.step(step)),
        unit=unit.label,
        when=step_when(step, here.context.words),
        lane_number=roadmap.number(unit) or 1,
        colour=roadmap.colour(unit) or 1,
        ours=ours,
    )


def _asked(unit: Unit, roadmap: Roadmap) -> Asked | None:
    """Return the nearest contact: of the unit, of what it is part of, of the programme; else the manager's role."""
    contacts = (unit.contact, *(above.contact for above in roadmap.ancestors(unit)), roadmap.mission.programme.contact)
    found: Contact | None = next((contact for contact in contacts if contact), None)
    if found:
        return Asked(found.role, found.email or "", found.phone or "")
    return Asked(unit.manager) if unit.manager else None
