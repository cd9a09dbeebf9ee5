"""Seeds: good roadmaps of all sorts, from which every input is made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import yaml
from _mutation import Files

from building import ROOT
from large import Size, large
from planting import planted
from stip.model import practice_kinds

CASES = ROOT / "tests" / "cases"
CANARY = "canary-7f3a"
"""A word that stands only in a file that nothing may read."""


def seeds() -> list[Files]:
    """Return good roadmaps of all sorts: small ones, every kind of practice, every case, editions, own looks."""
    bases = {name: _encoded(_loaded((CASES / f"base.{name}.yaml").read_text("utf-8"))) for name in ("nl", "en")}
    kinds = practice_kinds()
    many = _encoded(large(Size(units=2, steps=6, practices=len(kinds), personas=2, questions=1)))
    steering = _encoded({name: text for name, text in planted().files.items() if name != "mkdocs.yml"})
    edition = min((ROOT / "editions").glob("*.json"))
    looks = {
        f"site_overrides/stip/{path.relative_to(ROOT / 'site_overrides' / 'stip').as_posix()}": path.read_bytes()
        for path in (ROOT / "site_overrides" / "stip").rglob("*")
        if path.is_file()
    }
    own = json.dumps(
        {
            "version": 1,
            "name": "zz-oud",
            "date": "2026-05-01",
            "programme": "Dichterbij",
            "mission": "We helpen.",
            "horizon": {"title": "Iedereen geholpen", "when": "2031"},
            "goals": [{"id": "zz", "title": "Zz"}],
            "units": [{"id": "ict", "name": "ICT", "steps": [{"id": "ict-inloggen", "title": "Zz", "when": "2027"}]}],
        },
        indent=1,
    ).encode()
    found = [bases["nl"], bases["nl"], bases["en"], many, steering]
    found += [{**bases["nl"], "editions/zz-oud.json": own}, {**bases["nl"], **looks, "editions/zz-oud.json": own}]
    found += [{**bases["nl"], f"editions/{edition.name}": edition.read_bytes()}]
    for path in sorted(CASES.glob("*/*.yaml")):
        case = _loaded(path.read_text("utf-8"))
        files: dict[str, Any] = {**_loaded((CASES / f"base.{case.get('language', 'nl')}.yaml").read_text("utf-8"))}
        files |= case.get("files", {})
        if all(isinstance(text, str) for text in files.values()):
            found.append(_encoded(files))
    return found


def _loaded(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def _encoded(files: Mapping[str, str]) -> Files:
    return {name: text.encode() for name, text in files.items() if isinstance(text, str)}
