"""Build a project with MkDocs in this process, each time as if it were a new one."""

from __future__ import annotations

import importlib
import logging
import traceback
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from click.testing import CliRunner

from building import HOST, Built
from stip import cache


def _of_host(name: str) -> Any:
    """Return a module of the host; loaded only now, for a fork must have taken the place of MkDocs before."""
    return importlib.import_module(f"{HOST}.{name}")


@contextmanager
def another_process() -> Iterator[None]:
    """Let nothing be left of builds before, nor anything be left of those in here."""
    with pytest.MonkeyPatch.context() as patch:
        settings = _of_host("config.defaults").MkDocsConfig
        patch.setattr(dict(settings._schema)["plugins"], "plugin_cache", {})  # noqa: SLF001 - MkDocs has no other way
        patch.setattr(cache, "_RUNNING", {})
        patch.setenv("SOURCE_DATE_EPOCH", "")
        patch.delenv("SOURCE_DATE_EPOCH")
        with _loggers():
            yield


@contextmanager
def _loggers() -> Iterator[None]:
    """Forget what the host said before, which it says once a process; take back how its command sets its loggers."""
    tops = [logging.getLogger(name) for name in sorted({"mkdocs", HOST})]  # there before those below them are listed
    known = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    loggers = [one for one in known if one.name.partition(".")[0] in {top.name for top in tops}]
    were = [(one, one.level, one.propagate, one.parent, list(one.filters), list(one.handlers)) for one in loggers]
    for one in loggers:
        for said in one.filters:
            getattr(said, "msgs", set()).clear()
    try:
        yield
    finally:
        for one, level, one.propagate, one.parent, one.filters, one.handlers in were:
            one.setLevel(level)


def build_here(project: Path, site: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Built:
    """Do what `build_strictly` does, by the same command, without the seconds that a process takes to load."""
    command = _of_host("__main__").cli
    line = ["build", "--strict", "--site-dir", str(site), *arguments]
    with another_process(), pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        patch.chdir(project)
        done = CliRunner().invoke(command, line, env=dict(environment or {}))
    log = done.output
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        log += "".join(traceback.format_exception(done.exception))
    return Built(CompletedProcess(line, done.exit_code, log, ""), site)


def build_inside(project: Path, site: Path, *, strict: bool = False) -> dict[str, bytes]:
    """Build a project and return all files of its site."""
    with another_process():
        config = _of_host("config").load_config(str(project / "mkdocs.yml"), site_dir=str(site), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        _of_host("commands.build").build(config)
    return files(site)


def files(site: Path) -> dict[str, bytes]:
    """Return all files of a site by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
