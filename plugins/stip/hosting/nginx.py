"""nginx: a file to include within `server`: sorts, headers, and the site's own page for a wrong address."""

from __future__ import annotations

from stip.hosting.built import Built
from stip.hosting.policy import PAPERS, PICTURES
from stip.hosting.sorts import ALWAYS, ASK, CHARSET, EXCEPTION, FONTS, KEPT, NEVER, SORTS, has_letters
from stip.hosting.told import frame_pattern, head


def nginx(site: Built) -> str:
    """Write the file. It sets variables, because a header in a `location` would take away those of the server."""
    lines = [
        *head(site, "#", "nginx"),
        "index index.html;",
        f"error_page 404 {site.base}404.html;",
        "",
        f"charset {CHARSET};",
        f"charset_types {' '.join(_with_letters())};",
        "types {",
        *(f"    {sort} {' '.join(ends)};" for sort, ends in _by_sort().items()),
        "}",
        f"location = {site.base}{EXCEPTION[0]} {{",
        "    types { }",
        f"    default_type {EXCEPTION[1]};",
        "}",
        "",
        f'set $stip_cache "{NEVER if site.is_closed else ASK}";',
        f'set $stip_policy "{site.shown.text()}";',
        r'if ($uri ~* "\.svg$") {',
        f'    set $stip_policy "{PICTURES}";',
        "}",
        r'if ($uri ~* "\.pdf$") {',
        f'    set $stip_policy "{PAPERS}";',
        "}",
    ]
    if not site.is_closed:
        lines += [f'if ($uri ~* "\\.{FONTS}$") {{', f'    set $stip_cache "max-age={KEPT}";', "}"]
    if pattern := frame_pattern(site):
        lines += [f'if ($uri ~ "{pattern}") {{', f'    set $stip_policy "{site.framed.text()}";', "}"]
    lines += [f'add_header {name} "{value}" always;' for name, value in ALWAYS]
    lines += ["add_header Cache-Control $stip_cache always;", "add_header Content-Security-Policy $stip_policy always;"]
    return "\n".join([*lines, ""])


def _with_letters() -> list[str]:
    """Return the sorts of text, without the one that it knows by itself."""
    return sorted({EXCEPTION[1], *(sort for sort in SORTS.values() if has_letters(sort))} - {"text/html"})


def _by_sort() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for end, sort in SORTS.items():
        found.setdefault(sort, []).append(end)
    return found
