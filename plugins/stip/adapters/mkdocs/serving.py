"""Serving: after a change a live server makes only the pages that became other ones, and the site is as if all were."""

from __future__ import annotations

import inspect
import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

_HOST = build.__module__.partition(".")[0]
"""What the host is called in its own logs: one that continues MkDocs has another name."""
_KNOWN = {"stip", "search", "material/search"}
"""Plugins of which we know what they do to a page; with any other, or with hooks, all is made each time."""
_PLAIN = re.compile(
    r"(markdown\.extensions\.)?(abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_\w+"
    r"|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)|pymdownx\.(?!snippets|b64)\w+"
)
"""Extensions of Markdown that read nothing but the page; with any other all is made each time."""
_PLACES = {"get_config", "serve_url", "is_clean", "is_dirty"}
"""What the builder of a live server is made with."""
_MADE = ("markdown", "meta", "content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors")
"""What a page has after its Markdown was made to HTML."""


@dataclass
class _Before:
    """What the last build made, and of what."""

    site: str = ""
    config: str = ""
    """The file in which the site is configured."""
    """The folder that it wrote to."""
    files: object = None
    """All that decides what the Markdown of a page becomes, besides that Markdown."""
    frame: object = None
    """All that decides how a page looks, besides what is in it."""
    marks: dict[str, object] = field(default_factory=dict)
    """What each file was made of, by its path."""
    pages: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    """The files of the site, by their path in it."""
    templates: object = None
    environment: Environment | None = None


class Again:
    """Knows from the last build what a next one need not make again."""

    def __init__(self) -> None:
        self._last: _Before | None = None
        self._now = _Before()
        self._sparing = False
        self._listed: list[str] = []
        self._warned = _Warned()

    def builder(self, whole: Callable[[], None]) -> Callable[[], None]:
        """Return what a live server is to do after a change; where it is not one that we know, what it did before."""
        places = inspect.getclosurevars(whole).nonlocals
        if not places.keys() >= _PLACES or places["is_dirty"]:
            return whole

        def again() -> None:
            if self._last is None:
                whole()
                return
            logging.getLogger(f"{_HOST}.commands.serve").info("Building documentation...")
            config = places["get_config"]()
            config.site_url = places["serve_url"]
            self._sparing = True
            try:
                with _unsaid("A 'dirty' build"):
                    build(config, serve_url=None if places["is_clean"] else places["serve_url"], dirty=True)
            finally:
                self._sparing = False

        return again

    def begin(self) -> None:
        """Begin a build: what it says of pages must be said again, so with a warning nothing is spared."""
        self._now, self._listed = _Before(), []
        logging.getLogger(_HOST).addHandler(self._warned)
        self._warned.count = 0

    def nav(self, nav: Navigation, config: MkDocsConfig, files: Files, ours: Mapping[str, object]) -> None:
        """Learn all files and their places; those that are as before need not be read."""
        now, last = self._now, self._last
        now.site = config.site_dir
        now.config = _config(config)
        now.files = (now.config, tuple((file.src_uri, file.url, file.inclusion) for file in files))
        now.marks = {file.src_uri: _mark(file, ours) for file in files}
        now.written = {file.dest_uri for file in files if file.inclusion.is_in_serve()}
        same = self._sparing and last is not None and (last.site, last.files) == (now.site, now.files)
        for file in files if self._sparing else ():
            old = last.marks.get(file.src_uri) if same and last else None
            changed = old is None or old != now.marks[file.src_uri]
            _let(file, changed=changed)
            if changed or not file.is_documentation_page() or last is None:
                continue
            page = file.page or Page(None, file, config)
            made = last.pages.get(file.src_uri)
            if made is None:
                _let(file, changed=True)
            else:
                page.__dict__.update(made)
                links = made["links_to_anchors"] or {}
                page.links_to_anchors = {
                    there: anchors
                    for to, anchors in links.items()
                    if (there := files.get_file_from_path(to.src_uri)) is not None
                }
        pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self._listed = [file.src_uri for file in pages]
        del nav

    def frame(self, env: Environment, config: MkDocsConfig, files: Files, nav: Navigation, told: object) -> Environment:
        """Learn how every page is framed; when that is as before, a page that is as before need not be made."""
        now, last = self._now, self._last
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            if file.page is not None:
                now.pages[file.src_uri] = {name: getattr(file.page, name, None) for name in _MADE}
        now.templates = tuple(_looks(config))
        now.environment = env
        now.frame = (
            repr(list(_outline(nav.items))),
            repr(config.extra),
            repr(config.theme),
            list(map(str, config.extra_css)),
            list(map(str, config.extra_javascript)),
            told,
            now.templates,
        )
        if last is None or not self._sparing:
            return env
        if last.frame != now.frame:
            for file in files:
                if file.is_documentation_page():
                    _let(file, changed=True)
        if (last.templates, last.config) == (now.templates, now.config):
            now.environment = last.environment or env
        return now.environment

    @property
    def order(self) -> list[str]:
        """The paths of all pages in the order in which a build makes them."""
        return self._listed

    def end(self, config: MkDocsConfig) -> None:
        """Remove what is no longer of the site, and remember this build unless the next must make all."""
        now, last = self._now, self._last
        if self._sparing and last is not None:
            for path in last.written - now.written:
                _remove(Path(config.site_dir), path)
        logging.getLogger(_HOST).removeHandler(self._warned)
        known = config.plugins.keys() <= _KNOWN and not config.hooks and all(map(_is_plain, config.markdown_extensions))
        self._last = now if known and not self._warned.count and "INHERIT" not in _config(config) else None

    def fail(self) -> None:
        """Forget everything: nobody knows what a build that failed has written."""
        logging.getLogger(_HOST).removeHandler(self._warned)
        self._last = None


class _Warned(logging.Handler):
    """Counts the warnings of others: ours are told in every build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.count += not record.name.endswith(".stip")


@contextmanager
def _unsaid(beginning: str) -> Iterator[None]:
    """Keep one sentence of the host unsaid: that such a build is inaccurate is not so here."""
    logger = logging.getLogger(build.__module__)

    def others(record: logging.LogRecord) -> bool:
        return not str(record.msg).startswith(beginning)

    logger.addFilter(others)
    try:
        yield
    finally:
        logger.removeFilter(others)


def _is_plain(extension: object) -> bool:
    return isinstance(extension, str) and bool(_PLAIN.fullmatch(extension))


def _mark(file: File, ours: Mapping[str, object]) -> object:
    """Return what a file is made of: our page itself, other content, or how the file looks on the disk."""
    if file.src_uri in ours:
        return (ours[file.src_uri], file.edit_uri)
    if file.abs_src_path is None:
        return file.content_bytes
    try:
        told = Path(file.abs_src_path).stat()
    except OSError:
        return object()  # like nothing before
    return (file.abs_src_path, told.st_mtime_ns, told.st_size, told.st_ino)


def _let(file: File, *, changed: bool) -> None:
    """Answer for a file when the host asks whether it must be made."""
    file.is_modified = lambda: changed  # type: ignore[method-assign]


def _config(config: MkDocsConfig) -> str:
    return Path(config.config_file_path).read_text("utf-8") if config.config_file_path else ""


def _looks(config: MkDocsConfig) -> Iterator[object]:
    """Yield how the site's own templates look on the disk, and ours."""
    for folder in (config.theme.custom_dir, str(resources.files("stip") / "theme")):
        for root, _, names in os.walk(folder) if folder else ():
            for name in sorted(names):
                told = Path(root, name).lstat()  # an editor's lock is a link that leads nowhere
                yield root, name, told.st_mtime_ns, told.st_size


def _outline(items: Any) -> Iterator[object]:
    """Yield what a menu shows."""
    for item in items:
        yield (
            type(item).__name__,
            item.title,
            getattr(item, "url", None),
            list(_outline(item.children or ())),
            (getattr(item, "meta", None) or {}).get("icon"),
            (getattr(item, "meta", None) or {}).get("status"),
        )


def _remove(site: Path, path: str) -> None:
    """Remove a file of the site, and the folders that are empty without it."""
    place = site / path
    place.unlink(missing_ok=True)
    for folder in place.parents:
        if folder == site or not folder.is_relative_to(site) or any(folder.iterdir()):
            return
        folder.rmdir()
