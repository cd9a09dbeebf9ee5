"""The page of the poster: look at it, download it, print it, and find the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from stip.pages.prints import USES, PrintFile, Use
from stip.pages.views.drawing import DrawingView
from stip.pages.views.items import LinkItem
from stip.pages.views.layout import Frame, frame

if TYPE_CHECKING:
    from stip.pages.links import Here
    from stip.text.words import Words

_PICTURES = ("picture", "picture-2x")
PICTURE = "poster"
"""The name of the place for the drawing."""


@dataclass(frozen=True)
class Download:
    """A file to download: what it is, what it is for, and how large."""

    title: str
    text: str
    facts: str
    href: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class DownloadGroup:
    """Files for one kind of user."""

    use: Use
    title: str
    text: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True)
class Manual:
    """What to do, one thing after another."""

    id: str
    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class PosterView:
    """All that the page shows."""

    frame: Frame
    lead: str
    drawing: DrawingView | None
    groups: tuple[DownloadGroup, ...]
    manuals: tuple[Manual, ...]
    in_words: tuple[LinkItem, ...]


def poster_view(here: Here) -> PosterView:
    """Gather the page; without prints it says that this build has none."""
    context, words = here.context, here.context.words
    prints, addresses = context.prints, context.addresses
    name = context.roadmap.mission.programme.name
    uses = {file.use for file in prints.files}
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
        manuals=tuple(_manual(use, words) for use in ("shop", "home") if use in uses),
        in_words=tuple(LinkItem(title, here.to(path)) for title, path in pages),
    )


def _drawing(here: Here) -> DrawingView:
    words_href = here.to(here.context.addresses.timeline)
    return DrawingView(PICTURE, PICTURE, choices=(), statuses=(), kinds=(), words_href=words_href)


def _groups(here: Here) -> list[DownloadGroup]:
    words, found = here.context.words, []
    for use in USES:
        files = [file for file in here.context.prints.files if file.use == use]
        if files:
            downloads = tuple(download(file, here) for file in files)
            found.append(DownloadGroup(use, words(f"prints.use.{use}"), words(f"prints.use_text.{use}"), downloads))
    return found


def download(file: PrintFile, here: Here) -> Download:
    """Tell of one file."""
    words = here.context.words
    title = words(f"prints.kind.{file.kind}", paper=file.paper.upper(), name=file.name)
    if file.name:
        title = words("prints.of", title=title, name=file.name)
    if file.height > file.width:
        title = words("prints.portrait", title=title)
    if file.mono:
        title = words("prints.mono", title=title)
    text = words(f"prints.kind_text.{file.kind}")
    return Download(title, text, _facts(file, words), here.file(file.path), file.notes)


def _facts(file: PrintFile, words: Words) -> str:
    kind = PurePosixPath(file.path).suffix.removeprefix(".").upper()
    if file.kind in _PICTURES:
        shape = words("prints.pixels", width=f"{file.width:g}", height=f"{file.height:g}")
    elif file.sheets:
        shape = words("prints.sheets", count=file.sheets, paper=file.on.upper())
    else:
        shape = words("prints.size", width=round(file.width / 10), height=round(file.height / 10))
    return words("prints.facts", format=kind, shape=shape, size=size_text(file.size, words))


def size_text(size: int, words: Words) -> str:
    """Write a number of bytes in thousands, or in millions with one digit more."""
    if size < 1_000_000:
        return words("prints.kilobytes", count=max(1, round(size / 1000)))
    tenths = round(size / 100_000)
    return words("prints.megabytes", count=tenths // 10, tenths=tenths % 10)


def _manual(use: Use, words: Words) -> Manual:
    return Manual(
        f"stip_how_{use}", words(f"prints.how_{use}"), tuple(words.section(f"prints.how_{use}_steps").values())
    )
