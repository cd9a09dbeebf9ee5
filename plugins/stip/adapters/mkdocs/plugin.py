"""The plugin's events: the only place where MkDocs' order of events is known."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from stip import site
from stip.adapters.mkdocs import options, theming
from stip.adapters.mkdocs.files import add_asset, add_page, frame_links, navigation, remove_closed, remove_settings
from stip.adapters.mkdocs.live import problem_page, with_problems
from stip.cache import FOLDER, Cache
from stip.loading import Closed, Loaded, load
from stip.model import Audience
from stip.pages import Page as OurPage
from stip.printing import Shelf, fill_shelf
from stip.problems import Severity, StipError, failing, visible
from stip.text.telling import told
from stip.text.words import words_for

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from stip.model import Roadmap

log = get_plugin_logger("stip")

_BUILD_DATE = "SOURCE_DATE_EPOCH"
_MANY = 30
"""Of more team sheets it is told that they take time: a build that says nothing for a minute seems to hang."""
_LEVELS = {Severity.ERROR: 40, Severity.WARNING: 30, Severity.HINT: 20}


@dataclass
class _State:
    """What must outlive one build of a live server."""

    serving: bool = False
    server: LiveReloadServer | None = None
    watched: set[str] = field(default_factory=set)
    build_date: str = ""
    good: site.Site | None = None
    problems: tuple[str, ...] = ()
    language: str = "nl"
    pages: dict[str, OurPage] = field(default_factory=dict)
    closed: Closed = field(default_factory=Closed)


class StipPlugin(BasePlugin[options.StipConfig]):
    """Adds the pages of a roadmap to a MkDocs site that uses Material."""

    def __init__(self) -> None:
        super().__init__()
        self.state = _State()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether a server runs; thanks to this event MkDocs keeps one instance for all builds."""
        del dirty
        self.state.serving = command == "serve"

    # Early, so that the search plugin learns the language.
    @event_priority(90)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything and make all pages, before MkDocs empties its folder."""
        theming.require_material(config)
        self._make(config)
        if not self.state.serving:
            options.refuse_other_site(self.config, config, self.state.language)
        theming.set_language(config, self.state.language)
        theming.set_theme(config)
        theming.set_search(config)
        theming.add_assets(config, self.state.good.styles if self.state.good else site.STYLES)
        config.extra["stip"] = dict(self.state.good.frame) if self.state.good else {}
        self._set_build_date()
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Keep the server, to watch files that a later roadmap includes."""
        del config, builder
        self.state.server = server
        return server

    # Late, so that the files of other plugins are seen.
    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages and files."""
        self.state.pages = {}
        remove_closed(files, self.state.closed)
        if self.state.good is None:
            files.append(problem_page(config, self.state.language))
            return files
        remove_settings(files, options.overrides_folder(self.config, config))
        content = options.content_folder(self.config, config)
        for page in self.state.good.pages:
            if add_page(page, files, config, content):
                self.state.pages[page.path] = page
        for asset in self.state.good.assets:
            add_asset(asset, files, config)
        if config.nav is None:
            config.nav = navigation(self.state.good, files)
        config.extra["stip"] |= frame_links(self.state.good, files)
        return files

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the drawings in; only here, because they would slow Markdown and litter the search index."""
        del config
        own = self.state.pages.get(page.file.src_uri)
        if own is not None:
            output = site.fill(output, own.fragments)
        if self.state.problems:
            output = with_problems(output, self.state.problems, self.state.language)
        return self._unlisted(output) if own is None or own.listed else theming.unlisted(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mark what is a page too, such as that of an address where nothing lives."""
        del config
        return self._unlisted(output_content) if template_name.endswith(".html") else output_content

    def _unlisted(self, output: str) -> str:
        return theming.unlisted(output) if self._audience is Audience.STEERING else output

    @property
    def _audience(self) -> Audience:
        return Audience(self.config.audience)

    def _make(self, config: MkDocsConfig) -> None:
        """Load and build; a live server keeps its last good site when that fails."""
        overrides = options.overrides_folder(self.config, config)
        content = options.content_folder(self.config, config)
        file = options.roadmap_file(self.config, config)
        loaded = load(file, content, overrides=overrides, audience=self._audience)
        self.state.language = loaded.language
        if loaded.roadmap is not None or self.state.good is None:
            self.state.closed = loaded.closed
        self._watch(loaded, overrides, config)
        self.state.problems = self._report(loaded, strict=bool(config.strict))
        if loaded.roadmap is None or self.state.problems:
            return
        try:
            shelf = self._print(loaded.roadmap, loaded, config)
            self.state.good = site.build(
                loaded.roadmap,
                directory_urls=config.use_directory_urls,
                engine=self.config.engine,
                overrides=overrides,
                colours=loaded.colours,
                editions=loaded.editions,
                prints=shelf.prints,
                problems=loaded.problems,
                manual=self.config.manual,
                embed=self.config.embed,
            )
            for note in self.state.good.notes:
                log.info("%s", note)
        except StipError as error:
            if not self.state.serving:
                raise PluginError(visible(str(error))) from error
            log.error("%s", visible(str(error)))  # noqa: TRY400 - a sentence, not a traceback
            self.state.problems = (str(error),)

    def _print(self, roadmap: Roadmap, loaded: Loaded, config: MkDocsConfig) -> Shelf:
        """Make what the site offers to print; what cannot be made is told and left out."""
        settings = options.print_settings(self.config, serving=self.state.serving)
        if settings is None:
            return Shelf()
        count = sum(bool(unit.steps) for unit in roadmap.units.values()) * settings.teams
        if count > _MANY:
            log.info("%s", words_for(loaded.language)("prints.many", count=count))
        cache = Cache(options.project_folder(config) / FOLDER)
        shelf = fill_shelf(
            roadmap,
            settings,
            cache,
            engine=self.config.engine,
            colours=loaded.colours,
            editions=loaded.editions,
        )
        for note in shelf.notes:
            log.info("%s", note)
        return shelf

    def _report(self, loaded: Loaded, *, strict: bool) -> tuple[str, ...]:
        """Log what was found; return what makes this build fail, or raise it when no server must live on."""
        fatal = loaded.roadmap is None or failing(loaded.problems, strict=strict)
        problems = tuple(problem for problem in loaded.problems if problem.severity is not Severity.HINT)
        words = words_for(loaded.language)
        lines = [*told(problems, words)]
        if fatal and not self.state.serving:
            strictly = "" if failing(loaded.problems) else words("cli.strictly") + "\n"
            head = strictly + words("cli.problems", count=len(problems))
            raise PluginError("\n".join((head, *(text for _, text in lines))))
        for severity, text in lines:
            log.log(_LEVELS[severity] if severity else logging.INFO, "%s", text)
        return tuple(text for _, text in lines) if fatal else ()

    def _watch(self, loaded: Loaded, overrides: Path | None, config: MkDocsConfig) -> None:
        """Rebuild when an input changes: the files themselves, never the project's root folder."""
        docs = Path(config.docs_dir).resolve()
        inputs = (*loaded.inputs, *([overrides] if overrides else ()))
        there = (path for path in inputs if path.exists())
        paths = [str(path) for path in there if not path.resolve().is_relative_to(docs)]
        config.watch.extend(path for path in paths if path not in config.watch)
        for path in paths:
            if self.state.server is not None and path not in self.state.watched:
                self.state.server.watch(path)
        self.state.watched.update(paths)

    def _set_build_date(self) -> None:
        """Give the host our only today, or its sitemap would differ per build; a date set by others stays."""
        if self.state.good is None or os.environ.get(_BUILD_DATE, "") != self.state.build_date:
            return
        day = self.state.good.roadmap.settings.updated
        self.state.build_date = str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
        os.environ[_BUILD_DATE] = self.state.build_date
