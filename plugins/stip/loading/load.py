"""Load: read everything, check everything, return the roadmap and all problems in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from stip.closed import Closed
from stip.garbage import garbage_kept
from stip.loading.checks import check
from stip.loading.colours import FILE as COLOURS_FILE
from stip.loading.colours import load_colours
from stip.loading.content import content_folder, read_content
from stip.loading.declared import Declared
from stip.loading.editions import read_editions
from stip.loading.findings import worded
from stip.loading.kept import keeping
from stip.loading.roadmap import read_roadmap
from stip.loading.weights import weights_are_of_codes, weights_of
from stip.model.base import Audience
from stip.model.discretion import published
from stip.problems import Problem, Severity
from stip.text.words import LANGUAGES, words_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stip.cache import Cache
    from stip.editions import Edition
    from stip.model import Roadmap


_ORDER = attrgetter("place", "code", "message", "hint")
"""How problems compare with each other; given as a key it is asked once for each."""
_ABSENT = frozenset({"file_missing", "file_is_folder", "file_outside"})


@dataclass(frozen=True)
class Loaded:
    """What came of loading: the roadmap (None when anything is wrong) and all problems, sorted by place.

    Of the roadmap there is only what is published, so that nobody who gets it here can tell more.
    `inputs` are the files and folders whose change makes another roadmap. `colours` are the (light, dark)
    values of the tokens that the site gives its own. `language` is that of the problems. `editions` are those
    that were frozen before, oldest first.
    """

    roadmap: Roadmap | None
    problems: tuple[Problem, ...]
    inputs: tuple[Path, ...]
    colours: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    language: str = "nl"
    editions: tuple[Edition, ...] = ()
    closed: Closed = field(default_factory=Closed)
    """What of the content folder the audience may not read."""


@garbage_kept()
def load(
    roadmap: Path,
    content: Path | None = None,
    language: str | None = None,
    overrides: Path | None = None,
    audience: Audience = Audience.STAFF,
    *,
    coming: str = "",
    cache: Cache | None = None,
    hints: bool = True,
) -> Loaded:
    """Load the roadmap at `roadmap` with its content folder; `language` forces the language of the problems.

    `overrides` is the folder in which the site keeps its own `colours.yaml`. `audience` is for whom: the files that
    only those who steer may read are opened for them alone. `coming` is the name of an edition that is about to be made
    of it, which the roadmap may name already. `cache` keeps what files held, so that only what changed is parsed the
    next time; it makes no other difference. `hints` tells whether the problems have them: all that a text could say
    better takes a while to find. Never raises for what people wrote: every mistake is a problem.
    """
    with keeping(cache):
        return judge(declare(roadmap, content, language, audience, coming), language, overrides, hints=hints)


@garbage_kept()
def declare(
    roadmap: Path, content: Path | None, language: str | None, audience: Audience, coming: str = ""
) -> Declared:
    """Read all that `load` reads, and judge nothing yet: who changes files needs what is written, and where."""
    files = read_roadmap(roadmap, audience)
    spoken = files.language or language or LANGUAGES[0]
    beside = roadmap.parent
    within = (beside, content) if content else (beside,)
    pages = read_content(content or content_folder(beside, spoken), spoken, within)
    return Declared(files, pages, read_editions(beside, coming))


@garbage_kept()
def judge(
    declared: Declared, language: str | None = None, overrides: Path | None = None, *, hints: bool = True
) -> Loaded:
    """Return what comes of all that was read, as `load` does."""
    files, pages, frozen, audience = declared.files, declared.pages, declared.editions, declared.audience
    spoken = files.language or language or LANGUAGES[0]
    colours, wrong = load_colours(overrides, files.inputs[0].parent) if overrides else ({}, [])
    read = [*files.findings, *pages.findings, *frozen.findings]
    words = words_for(language or spoken)
    settings = files.settings.record if files.settings else None
    read += weights_are_of_codes(settings, files.source)
    weights = weights_of(settings)
    # Where there is no roadmap, nothing else is wrong.
    absent = [finding for finding in files.findings if finding.rule in _ABSENT]
    told = {one: severity for one, severity in weights.all.items() if hints or severity is not Severity.HINT}
    every = absent or (*read, *check(declared, read, told.__contains__), *wrong)
    found = {worded(one, words, told[one.rule]) for one in every if one.rule in told}
    problems = tuple(sorted(found, key=_ORDER))
    bad = any(problem.severity is Severity.ERROR for problem in problems)
    own = [overrides / COLOURS_FILE] if overrides else []
    whole = None if bad else declared.roadmap()
    return Loaded(
        roadmap=published(whole) if whole else None,
        problems=problems,
        inputs=tuple(dict.fromkeys([*files.inputs, *pages.inputs, *frozen.inputs, *own])),
        colours=colours,
        language=words.language,
        editions=frozen.editions,
        closed=declared.closed if audience is Audience.STAFF else Closed(),
    )
