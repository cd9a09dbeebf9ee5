"""The file of an edition: its folder, its text, and the edition that a text holds."""

from __future__ import annotations

import json

from stip.editions.edition import Edition

FOLDER = "editions"
"""The folder beside roadmap.yaml with a file for each edition, `<name>.json`."""


def write(edition: Edition) -> str:
    """Return the text of an edition's file: what is at its default is left out, one value a line."""
    data = edition.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> Edition:
    """Read the text of an edition's file.

    Raises ValueError: as json.JSONDecodeError when the text is no JSON, and as pydantic's ValidationError when
    it is no edition of this version.
    """
    return Edition.model_validate(json.loads(text))
