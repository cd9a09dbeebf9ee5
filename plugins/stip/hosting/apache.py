"""Apache 2.4: one file that is a `.htaccess` in the folder of the site, or is included in its `VirtualHost`."""

from __future__ import annotations

from stip.hosting.built import Built
from stip.hosting.policy import PAPERS, PICTURES
from stip.hosting.sorts import ALWAYS, ASK, CHARSET, EXCEPTION, FONTS, KEPT, NEVER, SORTS, has_letters
from stip.hosting.told import frame_pattern, head


def apache(site: Built) -> str:
    """Write the file. Sections come in the order in which the server reads them: the last that fits wins."""
    letters = [f".{end}" for end, sort in SORTS.items() if has_letters(sort)]
    lines = [
        *head(site, "#", "apache"),
        "DirectoryIndex index.html",
        f"ErrorDocument 404 {site.base}404.html",
        "",
        f"AddDefaultCharset {CHARSET}",
        f"AddCharset {CHARSET} {' '.join(letters)}",
        *(f"AddType {sort} .{end}" for end, sort in SORTS.items()),
        f'<Files "{EXCEPTION[0]}">',
        f'    ForceType "{EXCEPTION[1]}; charset={CHARSET}"',
        "</Files>",
        # Of two ends of a name it would take the sort of the last and the letters of the first.
        r'<FilesMatch "\.gz$">',
        f'    ForceType "{SORTS["gz"]}"',
        "</FilesMatch>",
        "",
        *(f'Header always set {name} "{value}"' for name, value in ALWAYS),
        f'Header always set Cache-Control "{NEVER if site.is_closed else ASK}"',
        f'Header always set Content-Security-Policy "{site.shown.text()}"',
        r'<FilesMatch "\.svg$">',
        f'    Header always set Content-Security-Policy "{PICTURES}"',
        "</FilesMatch>",
        r'<FilesMatch "\.pdf$">',
        f'    Header always set Content-Security-Policy "{PAPERS}"',
        "</FilesMatch>",
    ]
    if not site.is_closed:
        lines += [
            rf'<FilesMatch "\.{FONTS}$">',
            f'    Header always set Cache-Control "max-age={KEPT}"',
            "</FilesMatch>",
        ]
    if pattern := frame_pattern(site):
        lines += [
            f'<If "%{{REQUEST_URI}} =~ m#{pattern}#">',
            f'    Header always set Content-Security-Policy "{site.framed.text()}"',
            "</If>",
        ]
    return "\n".join([*lines, ""])
