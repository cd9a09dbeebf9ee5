"""Pages: what the site shows, as Markdown with named drawings."""

from stip.fragments import placeholder
from stip.pages.page import Page
from stip.pages.render import render_pages
from stip.pages.templating import template_names

__all__ = ["Page", "placeholder", "render_pages", "template_names"]
