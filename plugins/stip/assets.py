"""Assets: what our own styles, scripts and fonts are called, and where they stand in a site."""

from __future__ import annotations

FOLDER = "assets/stip"
"""Folder of our own styles, script and fonts, under the site's root."""
STYLES = ("tokens.css", "base.css", "chrome.css", "pages.css", "drawings.css", "drawing.css")
"""Our style sheets in the order in which they must be read."""
STEERING_STYLE = "ribbon.css"
"""The style sheet of what only those who steer read: no other site loads it."""
SCRIPTS = ("stip.js", "drawing.js")
AUDIENCE_FILE = f"{FOLDER}/audience.txt"
"""The file that tells for whom a site was made, so that no site is written in place of the other."""
