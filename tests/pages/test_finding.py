"""In a browser: one of many departments is found by a part of its name, from the home page on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from building import Build, Project
from samples import mkdocs_yml, roadmap
from serving import SiteServer
from tabs import OpenTab


@pytest.mark.browser
def test_a_department_of_many_is_found_by_its_name(
    project: Project, build: Build, site_server: SiteServer, open_tab: OpenTab
) -> None:
    """Letters with and without signs are the same; what was typed on the home page goes along."""
    names = {7: "Súdwest Balie", 8: "Balie Noord"}
    built = build(project({**mkdocs_yml(), **roadmap(departments=61, steps=17, names=names)}))
    assert built.ok, built.log
    page = open_tab(viewport={"width": 360, "height": 700})
    page.goto(site_server(built.site))
    page.get_by_role("searchbox", name="Zoek je afdeling of team").fill("balie sudw")
    page.get_by_role("button", name="Zoek", exact=True).click()
    shown = page.locator(".stip-tree__item:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Súdwest Balie")
    expect(page.locator(".stip-find output")).to_have_text("1 afdeling of team gevonden")
    field = page.get_by_role("searchbox", name="Zoek je afdeling of team")
    field.fill("BALIE")
    expect(shown).to_have_count(2)
    expect(page.locator(".stip-find output")).to_have_text("2 afdelingen en teams gevonden")
    field.fill("zzniets")
    expect(shown).to_have_count(0)
    expect(page.locator(".stip-find output")).to_have_text("Niets gevonden. Probeer een deel van de naam.")
    field.fill("")
    expect(shown).to_have_count(61)
