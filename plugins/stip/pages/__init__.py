"""Pages: what the site shows, as Markdown with named drawings."""

from stip.pages.page import Page, placeholder
from stip.pages.render import render_pages

__all__ = ["Page", "placeholder", "render_pages"]
