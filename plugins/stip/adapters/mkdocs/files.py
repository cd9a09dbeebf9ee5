"""Our pages as MkDocs files: who wins, what the menu shows, and where the edit links point."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from stip.problems import visible

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from stip.adapters.mkdocs.published import HostPage, Published
    from stip.closed import Closed
    from stip.text.words import Words

log = get_plugin_logger("stip")


def add_page(page: HostPage, files: Files, config: MkDocsConfig, content: Path) -> bool:
    """Add a page of ours and tell whether it is used.

    It replaces the file in the content folder that it was made from, but never another page that the user
    wrote at its address.
    """
    source = _source(page, content)
    existing = files.get_file_from_path(page.path)
    if existing is not None:
        if source is None or existing.abs_src_path is None or not source.samefile(existing.abs_src_path):
            log.info("%s: your own page is used instead of ours", page.path)
            return False
        files.remove(existing)
    level = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.path, content=page.markdown, inclusion=level)
    if source is not None:
        file.edit_uri = Path(os.path.relpath(source, config.docs_dir)).as_posix()
    files.append(file)
    return True


def _source(page: HostPage, content: Path) -> Path | None:
    """Return the file that made a page: Markdown from the content folder, YAML from the working folder."""
    if not page.source:
        return None
    return (content / page.source if page.source.endswith(".md") else Path(page.source)).resolve()


def add_asset(path: str, content: bytes, files: Files, config: MkDocsConfig) -> None:
    """Add a file of ours, unless the site has its own at that address."""
    if path not in files.src_uris:
        files.append(File.generated(config, path, content=content))


def remove_own(path: str, files: Files, words: Words) -> None:
    """Leave out a file that the site has where one of ours must stand, and tell it."""
    file = files.get_file_from_path(path)
    if file is not None and file.abs_src_path is not None:
        files.remove(file)
        where = os.path.relpath(file.abs_src_path)
        log.warning("%s", visible(words("cli.own_version", file=Path(where).as_posix(), path=path)))


def remove_settings(files: Files, overrides: Path | None) -> None:
    """Keep the folder with the site's own templates and colours from being published with the theme's files."""
    if overrides is None:
        return
    folder = overrides.resolve()
    for file in list(files):
        if file.abs_src_path and Path(os.path.realpath(file.abs_src_path)).is_relative_to(folder):
            files.remove(file)


def remove_closed(files: Files, closed: Closed) -> None:
    """Keep what only those who steer may read from being copied along with the content folder."""
    here = (closed.folder.resolve(), closed.content.resolve())
    folders: dict[str, bool] = {}
    for file in list(files):
        # What comes with a theme from elsewhere is none of the organisation's: its many files need no look.
        if file.src_dir and file.src_dir not in folders:
            real = Path(file.src_dir).resolve()
            folders[file.src_dir] = any(real.is_relative_to(one) or one.is_relative_to(real) for one in here)
        if file.abs_src_path and folders.get(file.src_dir or "", True) and closed.holds(Path(file.abs_src_path)):
            files.remove(file)
            log.info("%s: left out, it is only for those who steer", file.src_uri)


def navigation(made: Published, files: Files) -> list[Any]:
    """Our pages first, in the order employees look for them; then the user's own pages, by folder."""
    # A page that the user wrote in place of one that stands in no menu is a page of theirs.
    own = {page.path for page in made.pages if page.listed or not _is_written(page.path, files)}
    nav: list[Any] = [{page.title: page.path} for page in made.pages if page.in_nav]
    folders: dict[str, list[str]] = {}
    for file in files.documentation_pages():
        if file.src_uri not in own and not file.inclusion.is_excluded():
            folder, slash, _ = file.src_uri.partition("/")
            folders.setdefault(folder if slash else "", []).append(file.src_uri)
    nav.extend(sorted(folders.pop("", [])))
    for folder, paths in sorted(folders.items()):
        # A menu leads to the first: the index, which leads to the others.
        first = [path for path in paths if path == f"{folder}/index.md"]
        nav.append({folder.replace("-", " ").capitalize(): [*first, *sorted({*paths} - {*first})]})
    return nav


def _is_written(path: str, files: Files) -> bool:
    """Tell whether a page is one that the user wrote: ours are in no folder."""
    file = files.get_file_from_path(path)
    return file is not None and file.abs_src_path is not None


def frame_links(made: Published, files: Files) -> dict[str, object]:
    """Return the links of header and footer, as addresses from the site's root."""
    found = ((title, files.get_file_from_path(path)) for path, title in made.footers)
    links = [{"title": title, "url": file.url} for title, file in found if file]
    helps = ((files.get_file_from_path(path), after) for path, after in made.helps)
    return {"footer_links": links, "help_url": next((f"{file.url}{after}" for file, after in helps if file), "")}
