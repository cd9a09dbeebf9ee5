"""Roadmaps made in Python, and their pages as a reader gets them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import markdown
import pytest

from stip.diagrams.engine import find_engine
from stip.editions import Edition
from stip.model import Document, Mission, Persona, Question, Roadmap, Settings, Unit
from stip.pages import Page, placeholder, render_pages

Make = Callable[..., Roadmap]
Render = Callable[..., dict[str, Page]]

_MISSION: dict[str, Any] = {
    "programme": {"name": "Zzname"},
    "mission": "Zzmission.",
    "goals": [{"id": "goal", "title": "Zzgoal"}],
    "horizon": {"title": "Zzhorizon", "when": "2031"},
}


@pytest.fixture
def make() -> Make:
    """Return `make(*units, personas={}, questions={}, mission={}, language='nl', body='')`: a roadmap."""

    def roadmap(
        *units: Mapping[str, Any],
        personas: Mapping[str, Mapping[str, Any]] | None = None,
        questions: Mapping[str, Mapping[str, Any]] | None = None,
        mission: Mapping[str, Any] | None = None,
        language: str = "nl",
        body: str = "",
        **settings: object,
    ) -> Roadmap:
        read = [Unit.model_validate(unit) for unit in units]
        top = {"version": 1, "language": language, "updated": dt.date(2026, 11, 16), "start": "2025", **settings}
        return Roadmap(
            settings=Settings.model_validate(top),
            mission=Mission.model_validate(_MISSION | dict(mission or {})),
            mission_page=Document("missie.md", body),
            units={unit.id: unit for unit in read},
            personas={key: Persona.model_validate(value) for key, value in (personas or {}).items()},
            persona_pages={key: Document(f"personas/{key}.md", body) for key in personas or {}},
            questions={key: Question.model_validate(value) for key, value in (questions or {}).items()},
            question_pages={key: Document(f"vragen/{key}.md", body) for key in questions or {}},
        )

    return roadmap


@pytest.fixture
def render() -> Render:
    """Return `render(roadmap, directory_urls=True, templates=None, editions=())`: the pages by path."""

    def pages(
        roadmap: Roadmap,
        *,
        directory_urls: bool = True,
        templates: Path | None = None,
        editions: tuple[Edition, ...] = (),
    ) -> dict[str, Page]:
        made = render_pages(
            roadmap, directory_urls=directory_urls, engine=find_engine(), templates=templates, editions=editions
        )
        return {page.path: page for page in made}

    return pages


@pytest.fixture
def as_html() -> Callable[[Page], str]:
    """Return a function that gives a page's HTML, through Markdown and with its drawings."""

    def html(page: Page) -> str:
        body = page.markdown.split("---\n", 2)[2]
        text = markdown.markdown(body, extensions=["md_in_html", "attr_list", "tables", "toc"])
        for name, svg in page.fragments.items():
            text = text.replace(placeholder(name), svg)
        return text

    return html


@pytest.fixture
def full(make: Make) -> Roadmap:
    """Return a small roadmap that uses every field that a page shows."""
    return make(
        {"id": "cluster", "name": "Zzcluster", "kind": "cluster", "summary": "Zzsum"},
        {
            "id": "one",
            "name": "Zzone",
            "part_of": "cluster",
            "manager": "Zzmanager",
            "contact": {"role": "Zzrole", "email": "one@example.org", "phone": "0500"},
            "summary": "Zzsummary",
            "now": "Zznow",
            "stays": ["Zzstays"],
            "goes": ["Zzgoes"],
            "partners": ["Zzpartner"],
            "aliases": ["Zzalias"],
            "routes": [{"route": 1, "from": "2025", "until": "2026"}, {"route": 3, "from": "2027", "reason": "Zzwhy"}],
            "steps": [
                {"id": "done", "title": "Zzdone", "when": "2026-05", "status": "done", "kind": "celebration"},
                {"id": "off", "title": "Zzoff", "when": "2026-06", "status": "stopped", "reason": "Zzbecause"},
                {
                    "id": "late",
                    "title": "Zzlate",
                    "when": "2027-02-08",
                    "was": "2027-01-11",
                    "status": "delayed",
                    "reason": "Zzreason",
                    "after": ["first"],
                    "goals": ["goal"],
                    "personas": ["pers"],
                    "why": "Zzwhy",
                    "benefit": {"pers": "Zzbenefit"},
                    "todo": "Zztodo",
                    "help": "Zzhelp",
                    "fallback": "Zzfallback",
                    "links": [{"title": "Zzlink", "url": "https://example.org/zz"}],
                },
                {
                    "id": "care",
                    "title": "Zzcare",
                    "kind": "intervention",
                    "when": "2027-04-05",
                    "signal": "Zzsignal",
                    "threshold": "Zzthreshold",
                    "owner": "Zzowner",
                    "action": "Zzaction",
                    "latest": "2027-05",
                },
                {"id": "far", "title": "Zzfar", "when": "later", "status": "idea"},
            ],
        },
        {
            "id": "team",
            "name": "Zzteam",
            "part_of": "one",
            "steps": [{"id": "joins", "title": "Zzjoins", "when": "2027-spring", "leads_to": "far"}],
        },
        {
            "id": "two",
            "name": "Zztwo",
            "part_of": "cluster",
            "steps": [{"id": "first", "title": "Zzfirst", "when": "2027-Q1"}],
        },
        {"id": "gone", "name": "Zzgone", "until": "2025-12", "replaced_by": "two"},
        {
            "id": "alone",
            "name": "Zzalone",
            "routes": [{"route": 0}],
            "steps": [{"id": "last", "title": "Zzlast", "when": "2028", "leads_to": "none"}],
        },
        personas={
            "pers": {
                "name": "Zzpersona",
                "needs": ["Zzneed"],
                "barriers": ["Zzbarrier"],
                "day_now": "Zzdaynow",
                "day_later": "Zzdaylater",
                "interviews": {"count": 3, "period": "2026-Q1", "by": "Zzby"},
            },
            "guess": {"name": "Zzguess", "needs": ["Zzneed"]},
        },
        questions={
            "help": {"question": "Zzhelp?", "kind": "help", "steps": ["late"]},
            "why": {
                "question": "Zzwhy?",
                "kind": "why",
                "departments": ["one"],
                "personas": ["pers"],
                "goals": ["goal"],
                "related": ["help"],
            },
        },
        body="Zzbody *with* Markdown.",
    )
