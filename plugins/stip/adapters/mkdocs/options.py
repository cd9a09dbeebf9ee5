"""The options that mkdocs.yml takes under `- stip:`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError

from stip.adapters.mkdocs.inputs import Request
from stip.assets import AUDIENCE_FILE
from stip.choices import ORIENTATIONS, PAPERS, SIZES, Audience, PrintSettings
from stip.text.telling import other_site
from stip.text.words import words_for

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class PosterConfig(Config):
    """What the site offers to print, on its page of the poster. `posters: false` is short for `enabled: false`."""

    enabled = c.Type(bool, default=True)
    """Whether a build makes posters. It takes seconds the first time; what has not changed comes from `.cache/stip`."""

    serve = c.Type(bool, default=False)
    """Whether `mkdocs serve` makes them too."""

    sizes = c.ListOfItems(c.Choice(SIZES), default=list(PrintSettings.sizes))
    """The sheets of the poster: `a0`, `a1`, `a2`, `a3`. What is too small for all steps is left out, with a note."""

    orientations = c.ListOfItems(c.Choice(ORIENTATIONS), default=list(PrintSettings.orientations))
    """How they hang: `landscape`, `portrait`."""

    mono = c.ListOfItems(c.Choice(SIZES), default=list(PrintSettings.mono))
    """Which of these sheets there is in black and white too."""

    departments = c.ListOfItems(c.Choice(SIZES), default=list(PrintSettings.departments))
    """The sheets of a poster of each department; none by default: each takes a second or more."""

    tiles = c.ListOfItems(c.Choice(PAPERS), default=list(PrintSettings.tiles))
    """The paper (`a4`, `a3`) on which the first poster can be printed in parts to glue together."""

    teams = c.Type(bool, default=PrintSettings.teams)
    """Whether each department and team has an A4 of its own."""

    workshop = c.ListOfItems(c.Choice(SIZES), default=list(PrintSettings.workshop))
    """The sheets of a poster with numbered places for stickers, with a form to write on what was stuck there."""


class _Posters(c.SubConfig[PosterConfig]):
    """Takes true and false too."""

    def run_validation(self, value: object) -> PosterConfig:
        """Read the short form as the long one."""
        return super().run_validation({"enabled": value} if isinstance(value, bool) else value)


class StipConfig(Config):
    """What a site may set; without any of it a site works."""

    roadmap = c.Type(str, default="roadmap.yaml")
    """The roadmap file, from the folder of mkdocs.yml."""

    content = c.Optional(c.Type(str))
    """The folder with the mission, persona and question files; else MkDocs' own `docs_dir`."""

    audience = c.Choice([str(one) for one in Audience], default=str(Audience.STAFF))
    """For whom the site is: `staff`, every employee, or `steering`, only those who steer.

    With `!ENV [STIP_AUDIENCE, staff]` a command decides: `STIP_AUDIENCE=steering mkdocs build --site-dir OTHER`.
    """

    engine = c.Type(str, default="embedded")
    """Graphviz: `embedded` (the same drawing on every machine), `system`, or the path of a `dot` command."""

    overrides = c.Optional(c.Type(str))
    """The folder with the site's own `pages/*.html`, `colours.yaml` and `logo.svg`.

    Without it: the folder `stip` in the theme's `custom_dir`.
    """

    manual = c.Type(bool, default=True)
    """Whether the site has a manual for maintainers: every key and every message, with an example."""

    embed = c.Type(bool, default=True)
    """Whether there are pages for frames in other sites: the map, and the path of each department."""

    outside = c.ListOfItems(c.Type(str), default=[])
    """Addresses of other servers that pages may ask for something without a warning, as `https://video.example`."""

    posters = _Posters()
    """What the site offers to print."""


def project_folder(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml, from which every path in it counts."""
    return Path(config.config_file_path or "mkdocs.yml").parent


def roadmap_file(options: StipConfig, config: MkDocsConfig) -> Path:
    """Return the roadmap file."""
    return project_folder(config) / options.roadmap


def content_folder(options: StipConfig, config: MkDocsConfig) -> Path:
    """Return the folder in which people write Markdown."""
    return project_folder(config) / options.content if options.content else Path(config.docs_dir)


def overrides_folder(options: StipConfig, config: MkDocsConfig) -> Path | None:
    """Return the folder in which the site changes our looks, if it has one."""
    if options.overrides:
        return project_folder(config) / options.overrides
    custom = Path(config.theme.custom_dir or "") / "stip"
    return custom if config.theme.custom_dir and custom.is_dir() else None


def refuse_other_site(options: StipConfig, config: MkDocsConfig, language: str) -> None:
    """Raise PluginError when the folder to write to holds the site for the other audience."""
    made = Path(config.site_dir) / AUDIENCE_FILE
    there = made.read_text("utf-8").strip() if made.is_file() else options.audience
    if there != options.audience:
        words = words_for(language)
        raise PluginError(other_site(config.site_dir, there, options.audience, words))


def print_settings(options: StipConfig, *, serving: bool) -> PrintSettings | None:
    """Return what to print; None when this run makes no posters."""
    posters = options.posters
    if not posters.enabled or (serving and not posters.serve):
        return None
    return PrintSettings(
        sizes=tuple(posters.sizes),
        orientations=tuple(posters.orientations),
        mono=tuple(posters.mono),
        departments=tuple(posters.departments),
        tiles=tuple(posters.tiles),
        teams=posters.teams,
        workshop=tuple(posters.workshop),
    )


def request(options: StipConfig, config: MkDocsConfig, *, serving: bool) -> Request:
    """Return what a build asks for."""
    return Request(
        project=project_folder(config),
        roadmap=roadmap_file(options, config),
        content=content_folder(options, config),
        overrides=overrides_folder(options, config),
        site=Path(config.site_dir),
        audience=Audience(options.audience),
        directory_urls=config.use_directory_urls,
        engine=options.engine,
        manual=options.manual,
        embed=options.embed,
        prints=print_settings(options, serving=serving),
    )
