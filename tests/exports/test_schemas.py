"""A site brings the schemas of its own version, so that an editor can point to them."""

from __future__ import annotations

import dataclasses
import json

from exports.conftest import Make
from stip.schema import KINDS, schema
from stip.site import Site, build

STEP = {"id": "zz-step", "title": "Zzstep", "when": "2027"}


def _schemas(site: Site) -> dict[str, str]:
    return {file.path: str(file.content) for file in site.assets if "/schema/" in file.path}


def test_a_site_brings_its_schemas(make: Make) -> None:
    """One for each kind of file, in the language of the site; with an address each says what its own is."""
    roadmap = make(STEP)
    files = _schemas(build(roadmap))
    assert sorted(files) == sorted(f"gegevens/schema/{kind}.json" for kind in KINDS)
    for kind in KINDS:
        told = json.loads(files[f"gegevens/schema/{kind}.json"])
        assert told.pop("$id") == f"{roadmap.settings.root}gegevens/schema/{kind}.json"
        assert told == schema(kind, "nl")
    settings = roadmap.settings.model_copy(update={"address": None})
    nowhere = _schemas(build(dataclasses.replace(roadmap, settings=settings)))
    assert "$id" not in json.loads(nowhere["gegevens/schema/persona.json"])
