"""The page of the poster: look at it, download it, print it, and find the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from stip.pages.prints import USES, PrintFile, Use
from stip.pages.views.changes import changes_link
from stip.pages.views.drawing import DrawingView
from stip.pages.views.edition import edition_links
from stip.pages.views.items import LinkItem, size_text
from stip.pages.views.layout import Frame, frame
from stip.pages.views.view import as_view

if TYPE_CHECKING:
    from stip.model.prints import Print
    from stip.pages.links import Here
    from stip.text.words import Words

_PICTURES = ("picture", "picture-2x")
_STANDING = ("form",)
"""What stands upright by its nature."""
PICTURE = "poster"
"""The name of the place for the drawing."""


@as_view
class Download:
    """A file to download: what it is, what it is for, and how large."""

    title: str
    text: str
    format: str
    size: str
    facts: str
    href: str
    notes: tuple[str, ...]


@as_view
class DownloadGroup:
    """Files for one kind of user."""

    use: Use
    title: str
    text: str
    downloads: tuple[Download, ...]
    folded: tuple[Download, ...]
    """Those of which a reader wants one of many."""


@as_view
class Manual:
    """What to do, one thing after another."""

    id: str
    title: str
    steps: tuple[str, ...]


@as_view
class Place:
    """Where a print hangs, and which edition it is."""

    name: str
    edition: LinkItem


@as_view
class Teaser:
    """What another page shows of the poster: a small picture, in mm, and where to find it."""

    href: str
    picture: str
    width: float
    height: float


@as_view
class PosterView:
    """All that the page shows."""

    frame: Frame
    lead: str
    drawing: DrawingView | None
    groups: tuple[DownloadGroup, ...]
    first: Download | None
    """The file that most people come for."""
    first_paper: str
    manuals: tuple[Manual, ...]
    places: tuple[Place, ...]
    editions: tuple[LinkItem, ...]
    changes: LinkItem | None
    in_words: tuple[LinkItem, ...]


def poster_view(here: Here) -> PosterView:
    """Gather the page; without prints it says that this build has none."""
    context, words = here.context, here.context.words
    prints, addresses = context.prints, context.addresses
    name = context.roadmap.mission.programme.name
    first = next((file for file in prints.files if file.kind == "poster"), None)
    pages = (
        (words("site.timeline.title"), addresses.timeline),
        (words("site.unit.index"), addresses.departments),
        (words("prints.accessibility"), addresses.accessibility),
    )
    return PosterView(
        frame=frame(here, words("prints.heading"), words("prints.description", name=name)),
        lead=words("prints.lead"),
        drawing=_drawing(here) if prints.preview else None,
        groups=tuple(_groups(here)),
        first=download(first, here) if first else None,
        first_paper=first.paper.upper() if first else "",
        manuals=tuple(_manuals(prints.files, words)),
        places=tuple(_place(item, here) for item in context.roadmap.settings.prints),
        editions=edition_links(here),
        changes=changes_link(here),
        in_words=tuple(LinkItem(title, here.to(path)) for title, path in pages),
    )


def poster_teaser(here: Here) -> Teaser | None:
    """Return what leads to the poster; None when this build makes none."""
    picture = here.context.prints.picture
    if picture is None:
        return None
    return Teaser(here.to(here.context.addresses.poster), here.file(picture.path), picture.width, picture.height)


def unit_downloads(unit_id: str, here: Here) -> tuple[Download, ...]:
    """Return what there is to print for one unit."""
    return tuple(download(file, here) for file in here.context.prints.files if file.unit == unit_id)


def _place(item: Print, here: Here) -> Place:
    context = here.context
    page = context.addresses.edition(item.edition)
    name = context.words("edition.named", name=item.edition)
    return Place(item.place, LinkItem(name, here.to(page) if page in context.paths else ""))


def _drawing(here: Here) -> DrawingView:
    words_href = here.to(here.context.addresses.timeline)
    return DrawingView(PICTURE, PICTURE, choices=(), statuses=(), kinds=(), words_href=words_href)


def _groups(here: Here) -> list[DownloadGroup]:
    words, found = here.context.words, []
    for use in USES:
        files = [file for file in here.context.prints.files if file.use == use]
        if files:
            whole = tuple(download(file, here) for file in files if not file.unit)
            parts = tuple(download(file, here) for file in files if file.unit)
            title, text = words(f"prints.use.{use}"), words(f"prints.use_text.{use}")
            found.append(DownloadGroup(use, title, text, whole, parts))
    return found


def download(file: PrintFile, here: Here) -> Download:
    """Tell of one file."""
    words = here.context.words
    title = words(f"prints.kind.{file.kind}", paper=file.paper.upper(), on=file.on.upper(), name=file.name)
    if file.name and file.kind != "team":
        title = words("prints.of", title=title, name=file.name)
    if file.height > file.width and file.kind not in _STANDING:
        title = words("prints.portrait", title=title)
    if file.mono:
        title = words("prints.mono", title=title)
    kind = PurePosixPath(file.path).suffix.removeprefix(".").upper()
    size = size_text(file.size, words)
    return Download(
        title=title,
        text=words(f"prints.paper_text.{file.paper}" if file.kind == "poster" else f"prints.kind_text.{file.kind}"),
        format=kind,
        size=size,
        facts=words("prints.facts", format=kind, shape=_shape(file, words), size=size),
        href=here.file(file.path),
        notes=file.notes,
    )


def _shape(file: PrintFile, words: Words) -> str:
    if file.kind in _PICTURES:
        return words("prints.pixels", width=f"{file.width:g}", height=f"{file.height:g}")
    if file.sheets:
        return words("prints.sheets", count=file.sheets, paper=file.on.upper())
    return words("prints.size", width=round(file.width / 10), height=round(file.height / 10))


def _manuals(files: tuple[PrintFile, ...], words: Words) -> Iterator[Manual]:
    """Say how to print what there is, and how to glue it when it is in parts."""
    kinds, uses = {file.kind for file in files}, {file.use for file in files}
    if "shop" in uses:
        yield Manual("stip_how_shop", words("prints.how_shop"), tuple(words.section("prints.how_shop_steps").values()))
    if "home" in uses:
        told = words.section("prints.how_home_steps")
        steps = [text for key, text in told.items() if key != "proof" or "proof" in kinds]
        yield Manual("stip_how_home", words("prints.how_home"), tuple(steps))
    if "tiles" in kinds:
        glue = tuple(words(f"tiles.steps.{step}") for step in ("cut", "rows", "below", "trim"))
        yield Manual("stip_how_glue", words("tiles.heading"), glue)
