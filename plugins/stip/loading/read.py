"""Read: plain data to a record, with every mistake translated to a finding at the place of the value."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ValidationError

from stip.loading.mistakes import findings_of
from stip.loading.paths import real_path
from stip.model import Record

if TYPE_CHECKING:
    from stip.loading.findings import Finding
    from stip.loading.source import DataPath, Source

R = TypeVar("R", bound=Record)
_ROUNDS = 40
"""How often to take out what is wrong; each time the thing around it goes, so this is more than any depth."""


@dataclass(frozen=True)
class Read(Generic[R]):
    """A record as far as it could be read: it lacks what was wrong, and is None when too little is left.

    `wrong` holds the paths (inside the record) of all that was wrong.
    """

    record: R | None
    findings: tuple[Finding, ...]
    wrong: tuple[DataPath, ...]

    def intact(self, path: DataPath = (), skip: str = "") -> bool:
        """Tell whether nothing at or under `path` was wrong, leaving out what lies under the key `skip`."""
        end = len(path)
        return not any(wrong[:end] == path and wrong[end : end + 1] != (skip,) for wrong in self.wrong)


def read_record(model: type[R], data: Any, source: Source, path: DataPath = ()) -> Read[R]:
    """Read the record at `path` of a source; what is wrong is reported and left out of the record."""
    spoilt = source.spoilt_in(path)
    try:
        return Read(model.model_validate(data), (), spoilt)
    except ValidationError as error:
        findings, wrong = findings_of(error, model, data, source, path)
    left = copy.deepcopy(data)
    for _ in range(_ROUNDS):
        try:
            return Read(model.model_validate(left), findings, (*spoilt, *wrong))
        except ValidationError as error:
            if not _prune(left, error):
                break
    return Read(None, findings, (*spoilt, *wrong))


def _prune(data: Any, error: ValidationError) -> bool:
    """Take out of `data` what is wrong, or what something is missing from; False when nothing could go."""
    pruned = False
    paths = {
        real_path(data, item["loc"], missing=item["type"] == "missing") for item in error.errors(include_url=False)
    }
    for path in sorted(paths, key=lambda path: [str(part).rjust(9, "0") for part in path], reverse=True):
        pruned |= _remove(data, path)
    return pruned


def _remove(data: Any, path: DataPath) -> bool:
    if not path:
        return False
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return False
    try:
        del data[path[-1]]
    except (KeyError, IndexError, TypeError):
        return False
    return True
