"""Sites as a build leaves them, in few files: what a server must know of them is in them, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import Final

HEAD: Final = '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>Zz</title>\n</head>\n'
PAGE: Final = HEAD + "<body><script>scope()</script><p>Zz</p>{own}</body>\n</html>\n"
FRAME: Final = HEAD + '<body class="stip-embed"><p>Zz</p></body>\n</html>\n'
MISSING: Final = (
    HEAD + '<body><script type="application/json">{{"base": "{base}"}}</script><script>missing()</script></body>\n'
)


def built(
    folder: Path, *, own: str = "", audience: str = "staff", language: str = "nl", base: str = "/", frames: bool = True
) -> Path:
    """Write a site with pages, frames and one file of some other sorts; `own` stands in the page `eigen/`."""
    files = {
        "index.html": PAGE.format(language=language, own=""),
        "eigen/index.html": PAGE.format(language=language, own=own),
        "404.html": MISSING.format(language=language, base=base),
        "assets/stip/audience.txt": f"{audience}\n",
        "assets/stip/icon.svg": "<svg/>",
        "assets/stip/fonts/zz.woff2": "",
        "gegevens/plan.xlsx": "",
        "gegevens/roadmap.json": "{}",
        "gegevens/steps.csv": "",
        "gegevens/dot/map.dot": "",
        "poster/index.html": PAGE.format(language=language, own=""),
        "poster/poster.pdf": "",
        "afdelingen/zz.ics": "",
        "afdelingen/zz.xml": "",
        "sitemap.xml": "",
        "insluiten/index.html": PAGE.format(language=language, own=""),
    }
    if frames:
        files |= {
            "insluiten/map/index.html": FRAME.format(language=language),
            "insluiten/afdelingen/zz/index.html": FRAME.format(language=language),
        }
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return folder
