"""Built: a site as it stands in its folder, whatever plugins made of it: read for what its server must say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from stip.assets import AUDIENCE_FILE
from stip.hosting.held import Held, held
from stip.hosting.outside import asked, draws_with_mermaid
from stip.hosting.policy import Policy, policy_of
from stip.model import Audience
from stip.problems import StipError
from stip.text.words import LANGUAGES, Words, words_for

_LANGUAGE = re.compile(r"<html[^>]*\slang=[\"']?(\w+)")
_BASE = re.compile(r'"base":\s*"([^"]*)"')
_PAGES = ("*.html", "*.htm", "*.xhtml")
_MISSING = "404.html"


@dataclass(frozen=True)
class Built:
    """What a server must know of a site."""

    folder: Path
    language: str
    audience: Audience
    base: str
    """The path under which the site is served, with a slash at both ends."""
    frames: tuple[str, ...]
    """The folders, with a slash at the end, and files that hold nothing but pages for frames in other sites."""
    papers: tuple[str, ...]
    """The same of PDF files, for a server that knows no ends of names."""
    pages: tuple[str, ...]
    """Every page, as a slash path."""
    framed: Policy
    shown: Policy
    """The policies of pages for frames and of all other pages."""
    told: tuple[str, ...]
    """What no policy can allow, in sentences."""

    @property
    def words(self) -> Words:
        """The catalogue of its language."""
        return words_for(self.language)

    @property
    def is_closed(self) -> bool:
        """Whether only those who steer may read it."""
        return self.audience is Audience.STEERING


def read_built(folder: Path, ancestors: tuple[str, ...] = (), servers: tuple[str, ...] = ()) -> Built:
    """Read a built site; `ancestors` may frame its pages for frames, `servers` may be asked for pictures and films.

    Raises StipError for a folder that is no site of ours, and OSError when it cannot be read.
    """
    audience, home = folder / AUDIENCE_FILE, folder / "index.html"
    if not audience.is_file() or not home.is_file():
        raise StipError("\n".join(words_for(one)("hosting.no_site", folder=folder) for one in LANGUAGES))
    found = _LANGUAGE.search(home.read_text("utf-8", errors="replace"))
    language = found[1] if found and found[1] in LANGUAGES else LANGUAGES[0]
    files = sorted({file.relative_to(folder).as_posix() for form in _PAGES for file in folder.rglob(form)})
    allowed = frozenset(urlsplit(one).netloc.lower() for one in servers)
    frames: dict[str, Held] = {}
    others: dict[str, Held] = {}
    told: list[str] = []
    for path in files:
        text = (folder / path).read_bytes().decode("utf-8", errors="replace")
        page = held(text)
        (frames if page.is_frame else others)[path] = page
        told += _told(path, page, text, allowed, words_for(language))
    return Built(
        folder=folder,
        language=language,
        audience=Audience(audience.read_text("utf-8").strip()),
        base=_base(folder / _MISSING),
        frames=tuple(_roots(frames, others)),
        papers=tuple(_roots(*_split(folder, ".pdf"))),
        pages=tuple(files),
        framed=_policy(frames.values(), servers, ("'self'", *ancestors) if ancestors else ("'none'",)),
        shown=_policy(others.values(), servers),
        told=tuple(told),
    )


def _policy(pages: Iterable[Held], servers: tuple[str, ...], frames: tuple[str, ...] = ("'none'",)) -> Policy:
    found = [*pages]
    return policy_of(
        (text for page in found for text in page.scripts),
        (text for page in found for text in page.styles),
        (text for page in found for text in page.attributes),
        servers,
        frames,
    )


def _told(path: str, page: Held, text: str, allowed: frozenset[str], words: Words) -> Iterator[str]:
    """Yield a sentence for each thing in a page that no policy can allow."""
    for one in page.refused:
        yield words(f"hosting.refused.{one.kind}", place=f"{path}:{one.line}", tag=one.tag, name=one.name)
    if draws_with_mermaid(text):
        yield words("hosting.refused.mermaid", place=path)
    for address in dict.fromkeys(asked(text, allowed)):
        yield words("hosting.refused.outside", place=path, address=address)


def _split(folder: Path, end: str) -> tuple[list[str], list[str]]:
    """Return the files of this end, and all others."""
    files = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return [file for file in files if file.lower().endswith(end)], [
        file for file in files if not file.lower().endswith(end)
    ]


def _base(missing: Path) -> str:
    """Return the path under which the site is served: only the page of a wrong address knows it."""
    found = _BASE.search(missing.read_text("utf-8", errors="replace")) if missing.is_file() else None
    path = unquote(urlsplit(found[1]).path).strip("/") if found else ""
    return f"/{path}/" if path else "/"


def _roots(inside: Iterable[str], outside: Iterable[str]) -> Iterator[str]:
    """Yield the highest folders that hold only files of `inside`, and the files that share theirs with others."""
    mixed = {str(folder) for path in outside for folder in PurePosixPath(path).parents}
    roots = set()
    for path in inside:
        places = [folder for folder in PurePosixPath(path).parents if str(folder) not in mixed]
        roots.add(f"{places[-1]}/" if places else path)
    yield from sorted(roots)
