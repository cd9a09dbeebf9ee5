"""The files that a site offers of each thing it prints: where they stand, for whom they are, and what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from stip.editions import EditionMark
from stip.model import Roadmap
from stip.pages.addresses import Addresses
from stip.pages.prints import PrintFile, Use
from stip.poster import Drawing, plan_tiles, write_svg
from stip.poster.team_spec import TeamSpec
from stip.printing.finishes import A4, PICTURES
from stip.printing.make import poster_pdf, poster_png
from stip.printing.order import WHOLE
from stip.printing.press import OrderedPoster, Press
from stip.printing.subjects import subject_name
from stip.printing.team import ALL, team_pdf, team_specs, team_units
from stip.printing.tiles import proof_pdf, tiles_pdf
from stip.printing.workshop import form_pdf
from stip.text.words import words_for

AT_HOME = ("a3", "a4")
"""Paper that people have in their own printer."""


def pictures(poster: OrderedPoster) -> Iterator[PrintFile]:
    """Make a poster for screens, the SVG first: that needs no other program. Raises StipError."""
    drawn = _file(poster, "screen", "svg", ".svg", write_svg)
    yield drawn
    for kind, width in zip(("picture", "picture-2x"), PICTURES, strict=True):
        made = _file(poster, "screen", kind, f"-{width}.png", partial(poster_png, width=width))
        yield replace(made, width=width, height=round(width * drawn.height / drawn.width))


def papers(poster: OrderedPoster) -> Iterator[PrintFile]:
    """Make a poster for paper of its size. Raises StipError."""
    use: Use = "home" if poster.order.size in AT_HOME else "shop"
    yield replace(_file(poster, use, "poster", ".pdf", poster_pdf), notes=poster.told)
    if use == "shop" and poster.order.subject == WHOLE:
        yield _file(poster, use, "bleed", "-bleed.pdf", partial(poster_pdf, bleed=True))


def tiles(poster: OrderedPoster, wanted: Iterable[str]) -> Iterator[PrintFile]:
    """Make a poster in parts on smaller paper, and a sheet to try the printer with. Raises StipError."""
    for paper in wanted:
        made = _file(poster, "home", "tiles", f"-{paper}.pdf", partial(tiles_pdf, paper=paper))
        count = poster.file(f"sheets-{paper}", partial(_count, paper=paper))
        yield replace(made, sheets=int(count), on=paper)
    if wanted:
        yield replace(_file(poster, "home", "proof", "-proof.pdf", proof_pdf), sheets=1, on="a4")


def teams(press: Press, mark: EditionMark) -> Iterator[PrintFile]:
    """Make all team sheets in one file, and the sheet of each department and team. Raises StipError."""
    units = team_units(press.roadmap)
    specs = team_specs(press.roadmap, units, mark)
    if len(specs) > 1:
        yield _team(press, ALL, *specs)
    for unit, spec in zip(units, specs, strict=True):
        yield replace(_team(press, f"team-{unit.id}", spec), kind="team", name=unit.label, unit=unit.id)


def workshop(poster: OrderedPoster) -> Iterator[PrintFile]:
    """Make the poster of a workshop, and the form to write on what was stuck on it. Raises StipError."""
    poster.check()
    yield replace(_file(poster, "workshop", "workshop", ".pdf", poster_pdf), notes=poster.told)
    yield replace(_file(poster, "workshop", "form", "-form.pdf", form_pdf), width=A4[0], height=A4[1])


def _count(drawing: Drawing, paper: str) -> str:
    return str(plan_tiles(drawing, paper).count + 1)


def _team(press: Press, name: str, *specs: TeamSpec) -> PrintFile:
    content = press.keep(("team", *specs), lambda: team_pdf(specs, colours=press.colours))
    path = _path(press.roadmap, f"{name}.pdf")
    return PrintFile(path, content, "team", "teams", paper="a4", sheets=len(specs), on="a4")


def _file(
    poster: OrderedPoster, use: Use, kind: str, ending: str, write: Callable[[Drawing], bytes | str]
) -> PrintFile:
    order, roadmap = poster.order, poster.press.roadmap
    return PrintFile(
        _path(roadmap, order.stem + ending),
        poster.file(ending, write),
        use,
        kind,
        paper=order.size,
        width=order.sheet.width,
        height=order.sheet.height,
        name=subject_name(roadmap, order.subject),
        unit=order.subject.id if order.subject.kind == "unit" else "",
        mono=order.mono,
    )


def _path(roadmap: Roadmap, name: str) -> str:
    """Return where a file stands: under the page of posters."""
    return Addresses.of(words_for(roadmap.settings.language)).print_file(name)
