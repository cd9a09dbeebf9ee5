"""The version of a site by MkDocs: what it was made from, with the pages and looks that are the host's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from stip.adapters.mkdocs import options
from stip.versions.inputs import inputs_of
from stip.versions.version import Version, hashed, path_of, write

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from stip.loading import Closed, Loaded
    from stip.model import Roadmap
    from stip.text.words import Words


def version_of(roadmap: Roadmap, loaded: Loaded, chosen: options.StipConfig, config: MkDocsConfig) -> Version:
    """Return the version that is about to be made; of its inputs what Stip reads, and the settings and looks."""
    from stip.diagrams.engine import find_engine  # noqa: PLC0415 - only when a site is made
    from stip.versions.making import HOST, input_files, marked  # noqa: PLC0415 - as above

    file = options.roadmap_file(chosen, config)
    files = input_files(loaded, file, options.overrides_folder(chosen, config))
    files += [Path(config.config_file_path)] if config.config_file_path else []
    custom = config.theme.custom_dir
    files += [path for path in Path(custom).rglob("*") if path.is_file()] if custom else []
    engine = find_engine(chosen.engine)
    version = marked(roadmap, loaded.editions, f"{engine.name} {engine.version}", HOST)
    return replace(version, inputs=inputs_of(files, loaded.closed, file))


def with_pages(version: Version, files: Files, closed: Closed, roadmap: Path, docs: Path) -> Version:
    """Return it with all that the site publishes from the folder of its pages; `closed` is what stays out of it."""
    own = [Path(file.abs_src_path) for file in files if file.abs_src_path]
    found = inputs_of([path for path in own if path.is_relative_to(docs)], closed, roadmap)
    return replace(version, inputs=dict(sorted({**version.inputs, **found}.items())))


def write_version(version: Version, words: Words, site: Path, *, whole: bool = True) -> None:
    """Write it to a site of which all other files are there; unless `whole` without these, as while one edits."""
    path = path_of(words)
    (site / path).unlink(missing_ok=True)
    (site / path).write_bytes(write(replace(version, outputs=hashed(site)) if whole else version))
