"""The plugin's events: the only place where MkDocs' order of events is known."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger

from stip import assets
from stip.adapters.mkdocs import options, theming
from stip.adapters.mkdocs.clock import Clock, timed
from stip.adapters.mkdocs.files import (
    add_asset,
    add_page,
    frame_links,
    navigation,
    remove_closed,
    remove_own,
    remove_settings,
)
from stip.adapters.mkdocs.live import problem_page, with_problems
from stip.adapters.mkdocs.outside import Outside, tell_of_fetching
from stip.adapters.mkdocs.renewing import renew
from stip.adapters.mkdocs.state import State
from stip.adapters.mkdocs.versions import with_pages, write_version
from stip.choices import Audience
from stip.fragments import fill
from stip.garbage import garbage_kept
from stip.stopping import stoppable
from stip.text.words import words_for

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


log = get_plugin_logger("stip")

_BUILD_DATE = "SOURCE_DATE_EPOCH"


class StipPlugin(BasePlugin[options.StipConfig]):
    """Adds the pages of a roadmap to a MkDocs site that uses Material."""

    def __init__(self) -> None:
        super().__init__()
        self.state = State()
        self.clock = Clock()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether a server runs; thanks to this event MkDocs keeps one instance for all builds."""
        del dirty
        self.state.serving = command == "serve"

    # Early, so that the search plugin learns the language.
    @event_priority(90)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything and make all pages, before MkDocs empties its folder."""
        self.clock = Clock()
        if self.state.serving:
            self.state.again.begin()
        return self.clock.add(lambda: self._configured(config))

    def _configured(self, config: MkDocsConfig) -> MkDocsConfig:
        theming.require_material(config)
        theming.set_addresses(config)
        with stoppable(), garbage_kept():  # the host tidies up when somebody stops it, not when the system does
            renew(self.state, self.config, config)
        if not self.state.serving:
            options.refuse_other_site(self.config, config, self.state.language)
        theming.set_language(config, self.state.language)
        theming.set_theme(config)
        theming.set_search(config)
        theming.add_assets(config, self.state.good.styles if self.state.good else assets.STYLES)
        config.extra["stip"] = dict(self.state.good.frame) if self.state.good else {}
        self.state.outside_before = self.state.outside
        self.state.outside = Outside.of(config, self.config.outside)
        tell_of_fetching(config, self.state.language)
        self._set_build_date()
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Keep the server, to watch files that a later roadmap includes; let it make only what changed."""
        del config
        self.state.server = server
        server.builder = self.state.again.builder(builder)
        return server

    # Late, so that the files of other plugins are seen.
    @event_priority(-50)
    @timed
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages and files."""
        self.state.pages = {}
        if self.state.entries:
            self.state.entries.attend(config)
        remove_closed(files, self.state.closed)
        if self.state.good is None:
            files.append(problem_page(config, self.state.language))
            return files
        remove_settings(files, options.overrides_folder(self.config, config))
        content = options.content_folder(self.config, config)
        for page in self.state.good.pages:
            if add_page(page, files, config, content):
                self.state.pages[page.path] = page
        if self.state.version:
            remove_own(self.state.good.version, files, words_for(self.state.language))
            roadmap = options.roadmap_file(self.config, config)
            self.state.version = with_pages(
                self.state.version, files, self.state.closed, roadmap, Path(config.docs_dir)
            )
        for path, asset in self.state.good.assets.items():
            add_asset(path, asset, files, config)
        if config.nav is None:
            config.nav = navigation(self.state.good, files)
        config.extra["stip"] |= frame_links(self.state.good, files)
        return files

    # Last, as with the files.
    @event_priority(-100)
    @timed
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let a live server pass what is as it was."""
        self.state.nav = nav
        if self.state.serving:
            self.state.again.nav(nav, config, files, self.state.pages)
        return nav

    @event_priority(-100)
    @timed
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compile our part of the frame once, and read pages; let a live server pass what looks as it did."""
        theming.compile_once(env)
        if not self.state.serving or self.state.nav is None:
            if self.state.entries:
                self.state.entries.read_ahead(page for file in files.documentation_pages() if (page := file.page))
            return env
        return self.state.again.frame(env, config, files, self.state.nav, self.state.problems)

    # Last, so that what others do with the Markdown they do with all of it.
    @event_priority(-100)
    @timed
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take out what is HTML already."""
        del config, files
        own = self.state.pages.get(page.file.src_uri)
        return markdown if own is None or own.prose is None else self.state.bodies.take(markdown, page, own)

    # First, so that others see the page as it is.
    @event_priority(100)
    @timed
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put it back."""
        whole = self.state.bodies.put_back(html, page)
        if whole is None:  # something in between changed a mark: the long way is always right
            page.render(config, files)
            return page.content or ""
        return whole

    @timed
    def _draw(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the drawings in; only here, because they would slow Markdown and litter the search index."""
        del config
        own = self.state.pages.get(page.file.src_uri)
        if own is not None:
            output = fill(output, own.fragments)
        if self.state.problems:
            output = with_problems(output, self.state.problems, self.state.language)
        return self._unlisted(output) if own is None or own.listed else theming.unlisted(output)

    # Late, so that what other plugins did is seen.
    @event_priority(-90)
    @timed
    def _look(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Note what a page asks of other servers."""
        del config
        self.state.outside.look(output, page.file.src_uri)
        return output

    on_post_page = CombinedEvent(_draw, _look)

    @timed
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mark what is a page too, such as that of an address where nothing lives."""
        del config
        return self._unlisted(output_content) if template_name.endswith(".html") else output_content

    @event_priority(100)
    @timed
    def _complete(self, *, config: MkDocsConfig) -> None:
        """Let the search know pages that a live server did not make again."""
        if self.state.serving and self.state.entries:
            self.state.entries.complete(config, self.state.again.order)

    @timed
    def _tell_outside(self, *, config: MkDocsConfig) -> None:
        """Tell what pages ask of other servers."""
        if self.state.serving:
            self.state.outside.complete(self.state.outside_before, self.state.again.order)
        self.state.outside.report(config, self.state.language)

    # Last: what is told of the time is of the whole build.
    @event_priority(-1001)
    def _end(self, *, config: MkDocsConfig) -> None:
        """Keep what the next build may need, and tell how long ours took."""
        if self.state.serving:
            self.state.again.end(config)
        if self.state.entries:
            self.clock.add(partial(self.state.entries.keep, on_disk=self.state.server is None))
            self.clock.add(self.state.entries.cache.tidy)  # now all is used that this build uses
        log.debug("%s", self.clock.told())

    # After all others, so that what they write is counted too.
    @event_priority(-1000)
    @timed
    def _write_version(self, *, config: MkDocsConfig) -> None:
        """Write which version this is."""
        if self.state.version and self.state.good:
            folder, serving = Path(config.site_dir), self.state.serving
            write_version(self.state.version, self.state.good.version, folder, whole=not serving)

    on_post_build = CombinedEvent(_complete, _tell_outside, _end, _write_version)

    def on_build_error(self, *, error: Exception) -> None:
        """Let a live server make all again: nobody knows what a build that failed has written."""
        del error
        if self.state.serving:
            self.state.again.fail()

    def _unlisted(self, output: str) -> str:
        return theming.unlisted(output) if self._audience is Audience.STEERING else output

    @property
    def _audience(self) -> Audience:
        return Audience(self.config.audience)

    def _set_build_date(self) -> None:
        """Give the host our only today, or its sitemap would differ per build; a date set by others stays."""
        if self.state.good is None or os.environ.get(_BUILD_DATE, "") != self.state.build_date:
            return
        day = datetime.fromisoformat(self.state.good.updated)
        self.state.build_date = str(int(day.replace(tzinfo=UTC).timestamp()))
        os.environ[_BUILD_DATE] = self.state.build_date
