"""Write team sheets as PDF: the picture on top, and below it the words that typst sets and fits on one A4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from stip import art
from stip.pen.sketch import board, hand
from stip.pen.svg import NAMESPACES, SVG, element, path
from stip.poster.breaks import breakable
from stip.poster.code import make_code
from stip.poster.lettering import Letters
from stip.poster.paint import light, paint
from stip.poster.sheets import INCH
from stip.poster.team_art import draw_stretch, draw_team
from stip.poster.team_places import UNIT, WIDTH
from stip.poster.team_spec import Other, TeamSpec, TeamStep
from stip.poster.typesetting import as_pdf
from stip.scene.marks import definitions, status_mark
from stip.scene.spec import Stop
from stip.text.fonts import measure, shorten

LEAST = 10 / 72 * INCH
"""The letter of the foot, in mm."""
LETTER = 4.7
"""The letter of titles, in mm."""
NARROW = 52.0
"""The narrowest line, in mm: a longer word is broken."""
_INKS = ("ink", "ink2", "line", "on-path")


def write_team(
    specs: Sequence[TeamSpec], colours: Mapping[str, tuple[str, str]] | None = None, *, title: str = ""
) -> bytes:
    """Return the PDF of team sheets, one A4 each, the same bytes every time. Raises what `as_pdf` raises."""
    files: dict[str, bytes] = {}
    sheets = [_sheet(spec, index, files, colours) for index, spec in enumerate(specs)]
    data = {
        "title": title or specs[0].title,
        "author": specs[0].imprint,
        "language": specs[0].language,
        "inks": {name: light(name, colours) for name in _INKS},
        "sheets": sheets,
    }
    made = as_pdf("team.typ", data, files, day=specs[0].day)
    from stip.poster.finish import finish  # noqa: PLC0415 - an optional extra, as typst is

    return finish(made, {href: name for spec in specs for href, name in _links(spec) if href})


def _links(spec: TeamSpec) -> Iterator[tuple[str, str]]:
    """Give each address of a sheet with the name of what it leads to."""
    yield from ((item.href, item.title) for item in (*spec.waits, *spec.needed))
    yield from ((step.stop.href, step.stop.title) for step in spec.steps)
    yield spec.address, spec.lane.name
    if spec.asked and spec.asked.email:
        yield f"mailto:{spec.asked.email}", spec.asked.email


def _sheet(
    spec: TeamSpec, index: int, files: dict[str, bytes], colours: Mapping[str, tuple[str, str]] | None
) -> dict[str, Any]:
    """Put the pictures of a sheet among the files, and return what it says."""
    picture = draw_team(spec)
    files[f"art-{index}.svg"] = paint(picture.svg, colours).encode()
    files["status-done.svg"] = paint(_status("done"), colours).encode()
    files[f"road-{index}.svg"] = paint(draw_stretch(spec), colours).encode()
    code = make_code(spec.address)
    if code:
        module = 30 / code.side
        square = element("rect", x=0, y=0, width=30, height=30, fill="#FFFFFF")
        dark = path(code.path(0, 0, module), "", fill=light("ink", colours))
        files[f"code-{index}.svg"] = element("svg", square, dark, xmlns=SVG, view_box="0 0 30 30").encode()
    steps = [_step(step, files, colours) for step in spec.steps]
    words = " ".join(_texts(spec)).split()
    return {
        "index": index,
        "hyphenate": any(measure(word, "plain-bold", LETTER) > NARROW for word in words),
        "alt": spec.alt,
        "art": [picture.width, picture.height],
        "letters": [_letters(item, colours) for item in picture.letters],
        "steps": steps,
        "end": spec.end,
        "done": [_broken(text) for text in spec.done],
        "some": spec.some,
        "waits": [_other(item, colours) for item in spec.waits],
        "needed": [_other(item, colours) for item in spec.needed],
        "asked": asdict(replace(spec.asked, role=_broken(spec.asked.role))) if spec.asked else None,
        "code": bool(code),
        "address": spec.address,
        "shown": spec.short_address,
        "imprint": shorten(spec.imprint, "plain", LEAST, WIDTH * UNIT),
        "more": spec.more,
        "others": spec.others,
        "details": spec.details,
        "words": dict(spec.words),
    }


def _texts(spec: TeamSpec) -> Iterator[str]:
    """Give every text that must break over lines."""
    for step in spec.steps:
        yield from (step.stop.title, step.todo, step.help)
    for item in (*spec.waits, *spec.needed):
        yield from (item.title, item.unit)
    yield from spec.done
    if spec.asked:
        yield spec.asked.role


def _step(step: TeamStep, files: dict[str, bytes], colours: Mapping[str, tuple[str, str]] | None) -> dict[str, Any]:
    """Put what stands before a step among the files, and return what it says; boxes are of a few hands."""
    stop, box = step.stop, f"box-{step.number % 7}.svg"
    square = path(board(1, 1, 28, 28, hand(box)), "stip-d-plate")
    files[box] = paint(element("svg", square, xmlns=SVG, view_box="0 0 30 30"), colours).encode()
    mark = f"status-{stop.status}.svg"
    files.setdefault(mark, paint(_status(stop.status), colours).encode())
    kind = ""
    if stop.kind != "milestone":
        kind = f"kind-{stop.kind}.svg"
        drawn = art.sign(stop.kind)
        body = element("svg", drawn.body.split("<text")[0], xmlns=SVG, view_box=drawn.view_box)
        files.setdefault(kind, paint(body, colours).encode())
    return {
        "number": step.number,
        "title": _broken(stop.title),
        "href": stop.href,
        "when": stop.when_text,
        "note": _broken(stop.note or ""),
        "status": stop.status_text,
        "mark": mark,
        "box": box,
        "kind": kind,
        "kind_text": step.kind_text,
        "todo": _broken(step.todo),
        "help": _broken(step.help),
    }


def _broken(text: str) -> str:
    return breakable(text, "plain-bold", LETTER, NARROW)


def _status(status: str) -> str:
    """Return the mark of a status by itself."""
    stop = Stop("mark", "", "milestone", status, "", "", "", "now", None)
    drawn = element("defs", definitions("mark", [stop], kinds=False)) + status_mark("mark", stop, 15, 15, 11)
    return element("svg", drawn, view_box="0 0 30 30", **NAMESPACES)


def _other(item: Other, colours: Mapping[str, tuple[str, str]] | None) -> dict[str, Any]:
    return {
        "title": _broken(item.title),
        "href": item.href,
        "unit": _broken(item.unit),
        "when": item.when,
        "number": str(item.lane_number),
        "colour": light(f"p{item.colour}", colours),
        "ours": item.ours,
    }


def _letters(item: Letters, colours: Mapping[str, tuple[str, str]] | None) -> dict[str, Any]:
    room = max(measure(line, item.font, item.size) for line in item.lines) * 1.2 + 1
    return {
        "lines": item.lines,
        "x": round(item.x, 3),
        "y": round(item.y, 3),
        "room": round(room, 3),
        "size": round(item.size, 3),
        "leading": round(item.leading, 3),
        "font": item.face,
        "weight": item.weight,
        "colour": light(item.colour, colours),
        "anchor": item.anchor,
        "role": item.role,
        "href": item.href,
    }
