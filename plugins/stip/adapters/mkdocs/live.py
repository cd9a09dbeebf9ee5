"""What a live server shows when the newest roadmap is not good: the last good site, and the problems."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from stip.text.words import words_for

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def problem_page(config: MkDocsConfig, language: str) -> File:
    """Make the only page of a server that never had a good roadmap: its problems are put on top of it."""
    return File.generated(config, "index.md", content=f"# {words_for(language)('cli.nothing_yet')}\n")


def with_problems(output: str, problems: tuple[str, ...], language: str) -> str:
    """Show on a served page what keeps the newest roadmap from being shown."""
    head, mark, rest = output.partition("<body")
    tag, close, body = rest.partition(">")
    title = escape(words_for(language)("cli.last_good", count=len(problems)))
    lines = escape("\n".join(problems))
    box = f'<div class="stip-problems" role="alert"><p>{title}</p><pre tabindex="0">{lines}</pre></div>'
    return f"{head}{mark}{tag}{close}{box}{body}"
