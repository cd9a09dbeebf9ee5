"""A build tells what its pages ask of other servers, with the page and what to do."""

from __future__ import annotations

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from building import Project
from samples import mkdocs_yml, roadmap
from stip.adapters.mkdocs.outside import tell_of_fetching

MERMAID = "[{pymdownx.superfences: {custom_fences: [{name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format }]}}]"  # noqa: E501 - one line of YAML


def test_each_address_is_told_with_its_page(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    """An image, a style of all pages, what a style fetches, statistics, Mermaid; not what is allowed."""
    page = (
        "# Zz\n\n![a](https://img.example/x.png)\n\n[b](https://link.example/)\n\n"
        '<iframe src="https://video.example/v"></iframe>\n\n```mermaid\ngraph LR; a-->b\n```\n'
    )
    plugins = "[search, {stip: {posters: false, manual: false, outside: ['https://video.example']}}]"
    settings = mkdocs_yml(
        plugins=plugins,
        extra_css="[own.css, 'https://cdn.example/z.css']",
        extra="{analytics: {provider: google, property: G-1}}",
        markdown_extensions=MERMAID,
    )
    own = {"content/meer.md": page, "content/own.css": '@import "https://font.example/f.css";\n'}
    folder = project({**settings, **roadmap(departments=1, steps=1), **own})
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    told = [one.getMessage() for one in caplog.records if one.levelname == "WARNING" and one.name.endswith(".stip")]
    found = ("cdn.example", "font.example", "img.example", "www.googletagmanager.com", "unpkg.com")
    assert len(told) == len(found), told
    for name in found:
        [line] = [line for line in told if f"{name} (" in line or f"({name})" in line]
        assert ("meer.md" in line) == (name in {"img.example", "unpkg.com"}) or ", zoals " in line
        assert "own.css: " in line or name != "font.example"


@pytest.mark.parametrize("enabled", ["true", "false"])
def test_a_plugin_that_fetches_while_it_builds_is_told(
    enabled: str, project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """A site with a way out may want it: this is no warning."""
    folder = project(mkdocs_yml(plugins=f"[{{privacy: {{enabled: {enabled}}}}}]"))
    caplog.set_level("INFO")
    tell_of_fetching(load_config(str(folder / "mkdocs.yml")), "nl")
    assert [(one.levelname, "privacy" in one.getMessage()) for one in caplog.records] == [("INFO", True)] * (
        enabled == "true"
    )
