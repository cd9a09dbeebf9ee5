"""What our look asks of MkDocs' configuration: theme, language, styles and script."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.utils.yaml import yaml_load

from stip import assets
from stip.compiling import Compiled
from stip.text.words import LANGUAGES, words_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

_FOLDER = Path(str(resources.files("stip") / "theme"))
_HOST_ICON = "assets/images/favicon.png"


def require_material(config: MkDocsConfig) -> None:
    """Raise PluginError with one sentence a language when the site's theme is not Material."""
    if not any((Path(folder) / "partials" / "search.html").is_file() for folder in config.theme.dirs):
        raise PluginError("\n".join(words_for(language)("cli.needs_material") for language in LANGUAGES))


def set_language(config: MkDocsConfig, language: str) -> None:
    """Let the roadmap's language rule the theme's; raise PluginError when mkdocs.yml says otherwise."""
    declared = _declared_language(config)
    if declared not in {None, language}:
        raise PluginError(words_for(language)("cli.language_differs", theme=declared, roadmap=language))
    config.theme["language"] = language


def _declared_language(config: MkDocsConfig) -> str | None:
    """Return the theme language that mkdocs.yml declares; the loaded theme does not tell a default apart."""
    file = Path(config.config_file_path or "mkdocs.yml")
    if not file.is_file():
        return None
    with file.open("rb") as stream:
        written = stream.read()
        if b"language" not in written and b"INHERIT" not in written:
            return None  # nothing is declared, and nothing need be parsed to know it
        stream.seek(0)
        theme = yaml_load(stream).get("theme")
    return theme.get("language") if isinstance(theme, dict) else None


def set_addresses(config: MkDocsConfig) -> None:
    """End addresses on `.html` for a site that is read from a file share, before anything is made of them.

    The host's plugin for that does so itself, but later than we need to know.
    """
    if _is_offline(config):
        config.use_directory_urls = False


def _is_offline(config: MkDocsConfig) -> bool:
    """Tell whether the host's plugin for file shares is on."""
    plugin = config.plugins.get("material/offline")
    return plugin is not None and bool(plugin.config.enabled)


def set_theme(config: MkDocsConfig) -> None:
    """Switch off what would ask the outside for something, and add our templates behind the site's own."""
    config.theme["font"] = False
    config.extra.setdefault("generator", False)
    if config.theme.get("favicon") == _HOST_ICON:
        config.theme["favicon"] = f"{assets.FOLDER}/icon.svg"
    if not config.theme.get("palette"):
        config.theme["palette"] = {"scheme": "stip-auto"}
    folder = str(_FOLDER)
    if folder not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, folder)


def compile_once(env: Environment) -> None:
    """Let the host take the code of our templates from where it is kept, unless it keeps code itself."""
    if env.bytecode_cache is None:
        env.bytecode_cache = Compiled(_FOLDER, "adapters/mkdocs/theming.py")


def set_search(config: MkDocsConfig) -> None:
    """Let the search know word stems and sentence ends, and work from a file share without asking outside.

    What the site sets itself stays.
    """
    polyfills = config.extra.setdefault("polyfills", [])
    if _is_offline(config) and not any("iframe-worker" in str(name) for name in polyfills):
        polyfills.append(f"{assets.FOLDER}/iframe-worker.js")
    search = config.plugins.get("material/search")
    if search is None:
        return
    if search.config.get("pipeline") is None:
        search.config["pipeline"] = ["stemmer", "stopWordFilter"]
    if search.config.get("separator") is None:
        search.config["separator"] = r"[\s\-,:;!?()\[\]\"]+|\.(?!\d)"


def unlisted(output: str) -> str:
    """Ask machines not to list a page: it is not for everyone."""
    return output.replace("<head>", '<head><meta name="robots" content="noindex">', 1)


def add_assets(config: MkDocsConfig, names: Iterable[str]) -> None:
    """Add our styles of these names before the site's own, so that the site's win, and our script."""
    if "md_in_html" not in config.markdown_extensions:
        config.markdown_extensions.append("md_in_html")
    styles = [f"{assets.FOLDER}/{name}" for name in names]
    config.extra_css[:] = [*styles, *(style for style in config.extra_css if style not in styles)]
    known = {str(script) for script in config.extra_javascript}
    scripts = [f"{assets.FOLDER}/{name}" for name in assets.SCRIPTS]
    config.extra_javascript.extend(script for script in scripts if script not in known)
