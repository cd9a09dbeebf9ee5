"""The options that mkdocs.yml takes under `- stip:`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class StipConfig(Config):
    """What a site may set; without any of it a site works."""

    roadmap = c.Type(str, default="roadmap.yaml")
    """The roadmap file, from the folder of mkdocs.yml."""

    content = c.Optional(c.Type(str))
    """The folder with the mission, persona and question files; else MkDocs' own `docs_dir`."""

    engine = c.Type(str, default="embedded")
    """Graphviz: `embedded` (the same drawing on every machine), `system`, or the path of a `dot` command."""

    overrides = c.Optional(c.Type(str))
    """The folder with the site's own `pages/*.html`, `colours.yaml` and `logo.svg`.

    Without it: the folder `stip` in the theme's `custom_dir`.
    """


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
