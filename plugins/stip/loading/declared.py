"""Declared: everything that could be read, with its places, for the checks and for the roadmap itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from stip.closed import Closed
from stip.loading.editions import EditionFiles
from stip.loading.ids import near_id
from stip.loading.paths import Reference, written_references
from stip.loading.roadmap import steering_patterns
from stip.loading.source import Source
from stip.model import Glossary, Mission, Persona, Question, Roadmap, Settings, Unit, practice_kinds
from stip.model.base import Audience
from stip.model.discretion import of_audience, withheld
from stip.model.practices import Download

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from stip.loading.content import ContentFiles
    from stip.loading.findings import Finding
    from stip.loading.read import Read
    from stip.loading.roadmap import ItemRead, RoadmapFiles
    from stip.loading.source import DataPath
    from stip.model import Practice, Record, Step
    from stip.problems import Place


class Entry(NamedTuple):  # a large roadmap has tens of thousands
    """A record in a file: `read` is what was read at `base`, and this record stands at `inside` of that."""

    kind: str
    id: str
    source: Source
    read: Read[Any] | None = None
    base: DataPath = ()
    inside: DataPath = ()

    def place(self, *path: str | int) -> Place:
        """Return the place of a value in the record."""
        return self.source.place((*self.base, *self.inside, *path))

    def key_place(self, *path: str | int) -> Place:
        """Return the place of a key in the record."""
        return self.source.key_place((*self.base, *self.inside, *path))

    @property
    def intact(self) -> bool:
        """Whether nothing in the record was wrong (what is wrong in a unit's steps is theirs)."""
        skip = "steps" if self.kind == "unit" else ""
        return self.read is not None and self.read.intact(self.inside, skip)


class Written(NamedTuple):
    """A record as it is written: its type, its data, and where it stands."""

    model: type[Record]
    data: Any
    source: Source
    path: DataPath = ()

    @property
    def for_staff(self) -> bool:
        """Whether everyone may read it, as it is written; of a file for those who steer it does not tell."""
        return Audience.STEERING not in {self.model.audience, str(self.data.get("audience"))}


@dataclass(frozen=True)
class Declared:
    """The files of one run, as read."""

    files: RoadmapFiles
    pages: ContentFiles
    editions: EditionFiles = field(default_factory=EditionFiles)

    @property
    def audience(self) -> Audience:
        """For whom the files were read."""
        return self.files.audience

    @cached_property
    def steering(self) -> frozenset[tuple[str, str]]:
        """The (kind, id) of every practice that only those who steer may read, also of one with mistakes."""
        kinds = practice_kinds()
        named = ((kinds[str(one.path[0])], _id(one.data), one) for one in self.files.practices)
        return frozenset((kind.record, id_) for kind, id_, one in named if id_ and not _is_open(kind, one))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every record with an id, in listed order, also when it has mistakes."""
        frozen = (Entry("edition", one.id, Source(one.file)) for one in self.editions.read)
        return (*self._entries(), *frozen)

    @cached_property
    def known(self) -> Mapping[tuple[str, str], Entry]:
        """The first record of each (kind, id)."""
        return {(entry.kind, entry.id): entry for entry in reversed(self.entries)}

    @cached_property
    def meant(self) -> frozenset[tuple[str, str]]:
        """Every (kind, id) that is declared, also as what a wrong id was probably meant to be."""
        return frozenset((entry.kind, id_) for entry in self.entries for id_ in (entry.id, near_id(entry.id)))

    def _entries(self) -> Iterator[Entry]:
        for unit in self.files.units:
            data = unit.data
            if (id_ := _id(data)) is not None:
                yield Entry("unit", id_, unit.source, unit.read, unit.path)
            for index, step in enumerate(_list(data.get("steps"))):
                if (id_ := _id(step)) is not None:
                    yield Entry("step", id_, unit.source, unit.read, unit.path, ("steps", index))
        kinds = practice_kinds()
        for practice in self.files.practices:
            if (id_ := _id(practice.data)) is not None:
                yield Entry(kinds[str(practice.path[0])].record, id_, practice.source, practice.read, practice.path)
        yield from self._content_entries()

    def _content_entries(self) -> Iterator[Entry]:
        if (mission := self.pages.mission) is not None:
            data = mission.source.data if isinstance(mission.source.data, dict) else {}
            for index, goal in enumerate(_list(data.get("goals"))):
                if (id_ := _id(goal)) is not None:
                    yield Entry("goal", id_, mission.source, mission.read, (), ("goals", index))
        for persona in self.pages.personas:
            yield Entry("persona", persona.id, persona.source, persona.read)
        for question in self.pages.questions:
            yield Entry("question", question.id, question.source, question.read)

    @cached_property
    def unsure(self) -> frozenset[str]:
        """The kinds of record of which more may be declared than could be read."""
        kinds: set[str] = set()
        listed = {kind.record for kind in practice_kinds().values()}
        if any(map(_loses_records, self.files.findings)):
            kinds |= {"unit", "step"} | listed
        if any(map(_loses_records, self.pages.findings)):
            kinds.add("goal")
        if not self.files.complete or any(not _all_have_ids(unit) for unit in self.files.units):
            kinds |= {"unit", "step"}
        if not self.files.complete:
            kinds |= listed
        named = practice_kinds()
        kinds |= {named[str(one.path[0])].record for one in self.files.practices if _id(one.data) is None}
        mission = self.pages.mission
        if mission is None:
            kinds |= {"goal", "persona", "question"}
        elif not isinstance(mission.source.data, dict) or not _ids_given(mission.source.data.get("goals", [])):
            kinds.add("goal")
        return frozenset(kinds)

    @cached_property
    def units(self) -> tuple[tuple[Unit, Entry], ...]:
        """The units in which nothing is wrong, each with where it stands."""
        return tuple(self._units())

    def _units(self) -> Iterator[tuple[Unit, Entry]]:
        for unit in self.files.units:
            record = unit.read.record
            if record is not None:
                entry = Entry("unit", record.id, unit.source, unit.read, unit.path)
                if entry.intact:
                    yield record, entry

    @cached_property
    def practices(self) -> tuple[tuple[Practice, Entry], ...]:
        """The practices in which nothing is wrong, each with where it stands."""
        found = []
        for practice in self.files.practices:
            record = practice.read.record
            if record is not None:
                entry = Entry(record.record, record.id, practice.source, practice.read, practice.path)
                found += [(record, entry)] if entry.intact else []
        return tuple(found)

    @cached_property
    def steps(self) -> tuple[tuple[Step, Entry], ...]:
        """The steps in which nothing is wrong, each with where it stands."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[tuple[Step, Entry]]:
        for unit in self.files.units:
            found = {step.id: step for step in unit.read.record.steps} if unit.read.record else {}
            for index, data in enumerate(_list(unit.data.get("steps"))):
                step = found.get(_id(data) or "")
                if step is not None:
                    entry = Entry("step", step.id, unit.source, unit.read, unit.path, ("steps", index))
                    if entry.intact:
                        yield step, entry

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Every record that stands by itself in a file or a list, as it is written, right or wrong."""
        found: list[Written] = [Written(Unit, unit.data, unit.source, unit.path) for unit in self.files.units]
        kinds = practice_kinds()
        found += [Written(kinds[str(one.path[0])], one.data, one.source, one.path) for one in self.files.practices]
        found.append(Written(Settings, self.files.source.data, self.files.source))
        found += [Written(Persona, page.source.data, page.source) for page in self.pages.personas]
        found += [Written(Question, page.source.data, page.source) for page in self.pages.questions]
        if (mission := self.pages.mission) is not None:
            found.append(Written(Mission, mission.source.data, mission.source))
        if (glossary := self.pages.glossary) is not None:
            found.append(Written(Glossary, glossary.source.data, glossary.source))
        return tuple(written for written in found if isinstance(written.data, dict))

    @cached_property
    def open_references(self) -> tuple[tuple[Written, tuple[Reference, ...]], ...]:
        """All that everyone may read, with what it names in what everyone may read of it."""
        shown = (written for written in self.written if written.for_staff)
        return tuple((one, tuple(written_references(one.model, one.data, is_open=True))) for one in shown)

    def _sizes(self) -> Iterator[tuple[str, int]]:
        """Yield (address, bytes) of the documents that are in the content folder."""
        for practice, _ in self.practices:
            if isinstance(practice, Download) and (path := self.pages.document(practice.file)) and path.is_file():
                yield practice.file, path.stat().st_size

    @cached_property
    def closed(self) -> Closed:
        """What of the content folder the site for staff leaves out: it knows no file of `include_steering`."""
        kept = tuple(one.read.record for one in self._open_practices if one.read.record)
        hidden = withheld(replace(self._whole, practices=kept), self.document) if self._whole else ()
        documents = frozenset(path for path in hidden if path)
        folder, patterns = self.files.inputs[0].parent, steering_patterns(self.files)
        return Closed(folder, self.pages.folder, patterns, documents, self.pages.steering)

    def document(self, address: str) -> Path | None:
        """Return where a document of the site's own is, as the content tells; its whole address leads there too."""
        settings = self.files.settings.record if self.files.settings else None
        return self.pages.document(address.removeprefix(settings.root) if settings else address)

    @property
    def _open_practices(self) -> Iterator[ItemRead[Practice]]:
        yield from (one for one in self.files.practices if one.audience is Audience.STAFF)

    def roadmap(self) -> Roadmap | None:
        """Return the roadmap of its audience, as the checks see it: also what is not published of people.

        None when a part without which there is none could not be read.
        """
        return self._of_audience

    @cached_property
    def _of_audience(self) -> Roadmap | None:
        return of_audience(self._whole) if self._whole else None

    @cached_property
    def _whole(self) -> Roadmap | None:
        """All that was read; nobody else may have it, for not everyone may read it."""
        settings = self.files.settings.record if self.files.settings else None
        mission = self.pages.mission
        if settings is None or mission is None or mission.record is None:
            return None
        units = [unit.read.record for unit in self.files.units]
        glossary = self.pages.glossary
        return Roadmap(
            settings=settings,
            mission=mission.record,
            mission_page=mission.page,
            units={unit.id: unit for unit in units if unit},
            personas={page.id: page.record for page in self.pages.personas if page.record},
            persona_pages={page.id: page.page for page in self.pages.personas},
            practices=tuple(practice.read.record for practice in self.files.practices if practice.read.record),
            questions={page.id: page.record for page in self.pages.questions if page.record},
            question_pages={page.id: page.page for page in self.pages.questions},
            sizes=dict(self._sizes()),
            glossary=(glossary.record if glossary else None) or Glossary(),
            glossary_page=glossary.page if glossary else None,
            places={key: entry.place() for key, entry in self.known.items()},
            audience=self.audience,
        )


def _loses_records(finding: Finding) -> bool:
    """Tell whether records with ids may stand where nobody looks for them."""
    meant = finding.values.get("suggestion") in {"departments", "steps", "goals", *practice_kinds()}
    return finding.rule in {"repeated_keys", "unknown_keys"} or (finding.rule == "unknown_key" and meant)


def _is_open(kind: type[Practice], item: ItemRead[Practice]) -> bool:
    """Tell whether everyone may read a practice, as it is written: by its kind, its file and its own word."""
    return Audience.STEERING not in {kind.audience, item.audience, str(item.data.get("audience"))}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


_ID = (str, int)


def _id(data: object) -> str | None:
    """Return the id of what is written as a record; a number is an id too."""
    given = data.get("id") if isinstance(data, dict) else None
    return str(given) if isinstance(given, _ID) and not isinstance(given, bool) else None


def _ids_given(items: object) -> bool:
    return isinstance(items, list) and all(_id(item) is not None for item in items)


def _all_have_ids(unit: ItemRead[Unit]) -> bool:
    return _id(unit.data) is not None and _ids_given(unit.data.get("steps", []))
