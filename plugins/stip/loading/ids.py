"""Ids: whether a text can be an id, and which id was probably meant."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from stip.loading.findings import Finding
from stip.model.base import Id

if TYPE_CHECKING:
    from stip.problems import Place

_ID: TypeAdapter[str] = TypeAdapter(Id)


def id_mistake(text: str, place: Place, prefix: str) -> Finding | None:
    """Return what is wrong with `text` as an id, by the rule `<prefix>_form` or `_device`; else None."""
    if not text.isascii():  # of half a sign, as a file may have in its name, pydantic makes another error
        return id_finding(f"{prefix}_form", text, place)
    try:
        _ID.validate_python(text)
    except ValidationError as error:
        kind = str(error.errors(include_url=False)[0]["type"]).removeprefix("id_")
        return id_finding(f"{prefix}_{kind}", text, place)
    return None


def id_finding(rule: str, text: str, place: Place) -> Finding:
    """Make the finding for a text that is no id, with the id that comes nearest."""
    near = near_id(text)
    values = {"value": text[:60], "suggestion": near}
    return Finding(rule, place, values, "id_signs" if rule.endswith("_form") and not near else "")


def near_id(text: str) -> str:
    """Return the id that comes nearest to a text: the text itself when it is one, empty when nothing is left."""
    return re.sub(r"[^a-z0-9-]+", "-", _plain(text)).strip("-")[:60].strip("-")


def _plain(text: str) -> str:
    """Lower the case and drop the accents."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
