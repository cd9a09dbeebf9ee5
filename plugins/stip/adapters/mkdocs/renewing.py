"""Renewing: the site as it is kept when nothing changed, or read and made anew; what is wrong is told."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from stip.adapters.mkdocs import options
from stip.adapters.mkdocs.keeping import Shelf
from stip.adapters.mkdocs.searching import Entries
from stip.adapters.mkdocs.versions import version_of
from stip.problems import Severity, StipError, visible
from stip.text.reasons import reason
from stip.text.words import LANGUAGES, words_for
from stip.writing import put_back

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from stip.adapters.mkdocs.inputs import Request
    from stip.adapters.mkdocs.published import Found
    from stip.adapters.mkdocs.state import State

log = get_plugin_logger("stip")

_LEVELS = {str(Severity.ERROR): 40, str(Severity.WARNING): 30, str(Severity.HINT): 20}


def renew(state: State, chosen: options.StipConfig, config: MkDocsConfig) -> None:
    """Load and build; a live server keeps its last good site when that fails."""
    request = options.request(chosen, config, serving=state.serving)
    _put_back(request.roadmap.parent, config)
    shelf = Shelf.of(request)
    if state.entries is None:
        state.entries = Entries(shelf.cache, (shelf.mark, request.asked()))
    inputs = shelf.digest()
    last = state.last
    kept = last[1:] if last and inputs == last[0] else shelf.find(inputs)
    if kept is not None:
        found, made = kept
        state.last = (inputs, found, made)
        _take(state, found, config)
        if not state.problems:
            for note in made.notes:
                log.info("%s", note)
            state.good = made
    else:
        _make_anew(state, request, shelf, config)
    if state.good and state.found and not state.problems:
        state.version = version_of(state.good, state.found, chosen, config)


def _put_back(folder: Path, config: MkDocsConfig) -> None:
    """Put back what a command broke off, before anything is read, and tell it."""
    words = words_for(language if (language := str(config.theme["language"])) in LANGUAGES else LANGUAGES[0])
    try:
        undone = put_back(folder)
    except OSError as error:
        why = words("cli.disk", file=error.filename or folder, reason=reason(error, words))
        raise PluginError(visible(why)) from error
    if undone is not None:
        log.info("%s", visible(words("cli.put_back", folder=os.path.relpath(folder))))
        for path in undone:
            log.info("%s", visible(words("cli.stays", file=os.path.relpath(path))))


def _make_anew(state: State, request: Request, shelf: Shelf, config: MkDocsConfig) -> None:
    from stip.adapters.mkdocs import making  # noqa: PLC0415 - all that is heavy, and often not needed

    before = shelf.before(making.named_now)
    done = making.read(request, shelf.cache)
    _take(state, done.found, config)
    if state.problems:
        return
    try:
        made, settled = making.make(request, done, shelf.cache, lambda note: log.info("%s", note))
    except StipError as error:
        if not state.serving:
            raise PluginError(visible(str(error))) from error
        log.error("%s", visible(str(error)))  # noqa: TRY400 - a sentence, not a traceback
        state.problems = (str(error),)
        return
    state.good = made
    if settled and (inputs := shelf.digest_of(before, done.named)):
        state.last = (inputs, done.found, made)
        if state.server is None:  # else every change of an hour of work would be kept
            shelf.keep(inputs, done.named, done.found, made)
        else:
            shelf.name(done.named)


def _take(state: State, found: Found, config: MkDocsConfig) -> None:
    """Take over what loading came to, and tell what it found."""
    state.language, state.found = found.language, found
    if not found.told.failing or state.good is None:
        state.closed = found.closed
    if state.serving:
        _watch(state, found, config)
    state.problems = _report(state, found, strict=bool(config.strict))


def _report(state: State, found: Found, *, strict: bool) -> tuple[str, ...]:
    """Log what was found; return what makes this build fail, or raise it when no server must live on."""
    told = found.told
    fatal = told.failing_strictly if strict else told.failing
    if fatal and not state.serving:
        words = words_for(found.language)
        strictly = "" if told.failing else words("cli.strictly") + "\n"
        head = strictly + words("cli.problems", count=told.count)
        raise PluginError("\n".join((head, *(text for _, text in told.lines))))
    for severity, text in told.lines:
        log.log(_LEVELS.get(severity, logging.INFO), "%s", text)
    return tuple(text for _, text in told.lines) if fatal else ()


def _watch(state: State, found: Found, config: MkDocsConfig) -> None:
    """Rebuild when an input changes: the files themselves, never the project's root folder."""
    docs = Path(config.docs_dir).resolve()
    there = [path for path in found.inputs if path.exists()]
    folders = {docs, *(path.resolve() for path in there if path.is_dir())}
    # Each is looked at twice a second, in a thread of its own: a file in a folder that is watched needs none.
    paths = [str(path) for path in there if not folders & {*path.resolve().parents} and path.resolve() != docs]
    config.watch.extend(path for path in paths if path not in config.watch)
    for path in paths:
        if state.server is not None and path not in state.watched:
            state.server.watch(path)
    state.watched.update(paths)
