"""The version of a site by MkDocs: what it was made from, with the pages and looks that are the host's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils.yaml import get_yaml_loader

from stip.adapters.mkdocs import options
from stip.versions.inputs import input_files, inputs_of
from stip.versions.version import HOST, Version, begun, hashed, write

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from stip.adapters.mkdocs.published import Found, Published
    from stip.closed import Closed


def version_of(made: Published, found: Found, chosen: options.StipConfig, config: MkDocsConfig) -> Version:
    """Return the version that is about to be made; of its inputs what Stip reads, and the settings and looks."""
    file = options.roadmap_file(chosen, config)
    files = input_files(found.inputs, file, options.overrides_folder(chosen, config))
    files += _settings(config)
    custom = config.theme.custom_dir
    files += [path for path in Path(custom).rglob("*") if path.is_file()] if custom else []
    version = begun(made.language, str(made.audience), made.updated, made.edition, made.engine, HOST)
    return replace(version, inputs=inputs_of(files, found.closed, file))


def _settings(config: MkDocsConfig) -> list[Path]:
    """Return the file with the host's settings, and those that it inherits from."""
    found: list[Path] = []
    file = Path(config.config_file_path).resolve() if config.config_file_path else None
    while file is not None and file not in found and file.is_file():
        found.append(file)
        with file.open("rb") as stream:
            held = get_yaml_loader()(stream).get_single_data()
        parent = held.get("INHERIT") if isinstance(held, dict) else None
        file = (file.parent / str(parent)).resolve() if parent else None
    return found


def with_pages(version: Version, files: Files, closed: Closed, roadmap: Path, docs: Path) -> Version:
    """Return it with all that the site publishes from the folder of its pages; `closed` is what stays out of it."""
    own = [Path(file.abs_src_path) for file in files if file.abs_src_path and file.inclusion.is_included()]
    found = inputs_of([path for path in own if path.is_relative_to(docs)], closed, roadmap)
    return replace(version, inputs=dict(sorted({**version.inputs, **found}.items())))


def write_version(version: Version, path: str, site: Path, *, whole: bool = True) -> None:
    """Write it to a site of which all other files are there; unless `whole` without these, as while one edits."""
    (site / path).unlink(missing_ok=True)
    (site / path).write_bytes(write(replace(version, outputs=hashed(site)) if whole else version))
