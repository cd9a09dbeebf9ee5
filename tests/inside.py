"""Build a project with MkDocs in this process, each time as if it were a new one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from stip import cache


@contextmanager
def another_process() -> Iterator[None]:
    """Let nothing be left of builds before, nor anything be left of those in here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dict(MkDocsConfig._schema)["plugins"], "plugin_cache", {})  # noqa: SLF001 - MkDocs has no other way
        patch.setattr(cache, "_RUNNING", {})
        patch.setenv("SOURCE_DATE_EPOCH", "")
        patch.delenv("SOURCE_DATE_EPOCH")
        yield


def build_inside(project: Path, site: Path, *, strict: bool = False) -> dict[str, bytes]:
    """Build a project and return all files of its site."""
    with another_process():
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(site), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return files(site)


def files(site: Path) -> dict[str, bytes]:
    """Return all files of a site by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
