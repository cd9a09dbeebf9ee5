"""IIS: a `web.config` in the folder of the site."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from stip.hosting.built import Built
from stip.hosting.policy import PAPERS
from stip.hosting.sorts import ALWAYS, ASK, CHARSET, EXCEPTION, KEPT, NEVER, SORTS, has_letters
from stip.hosting.told import head

_POLICY = "Content-Security-Policy"
_FONTS = "assets/stip/fonts"
"""The folder of our fonts: here a place, not the end of a name, can have an age of its own."""


def iis(site: Built) -> str:
    """Write the file. A header is removed before it is added: one that is there already would be an error."""
    policy = site.shown.text()
    cache = NEVER if site.is_closed else ASK
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        *head(site, "<!--", "iis", " -->"),
        "<configuration>",
        "  <system.webServer>",
        '    <directoryBrowse enabled="false" />',
        "    <defaultDocument>",
        "      <files>",
        "        <clear />",
        '        <add value="index.html" />',
        "      </files>",
        "    </defaultDocument>",
        '    <httpErrors errorMode="Custom">',
        '      <remove statusCode="404" />',
        '      <error statusCode="404" path="404.html" responseMode="File" />',
        "    </httpErrors>",
        "    <staticContent>",
        f'      <clientCache cacheControlMode="NoControl" cacheControlCustom={quoteattr(cache)} />',
    ]
    for end, sort in SORTS.items():
        lines += _sort("      ", end, f"{sort}; charset={CHARSET}" if has_letters(sort) else sort)
    lines += [
        "    </staticContent>",
        *_headers("    ", (*ALWAYS, (_POLICY, policy))),
        "  </system.webServer>",
    ]
    lines += _place(
        EXCEPTION[0],
        [
            "      <staticContent>",
            *_sort("        ", "xml", f"{EXCEPTION[1]}; charset={CHARSET}"),
            "      </staticContent>",
        ],
    )
    if not site.is_closed:
        age = f'cacheControlMode="UseMaxAge" cacheControlMaxAge="{KEPT // 86400}.00:00:00" cacheControlCustom=""'
        lines += _place(_FONTS, ["      <staticContent>", f"        <clientCache {age} />", "      </staticContent>"])
    for roots, text in ((site.papers, PAPERS), (site.frames, site.framed.text())):
        for root in roots:
            lines += _place(root.rstrip("/"), _headers("      ", ((_POLICY, text),)))
    return "\n".join([*lines, "</configuration>", ""])


def _sort(space: str, end: str, sort: str) -> list[str]:
    return [
        f'{space}<remove fileExtension=".{end}" />',
        f'{space}<mimeMap fileExtension=".{end}" mimeType={quoteattr(sort)} />',
    ]


def _headers(space: str, headers: tuple[tuple[str, str], ...]) -> list[str]:
    named = [
        line
        for name, value in headers
        for line in (f'    <remove name="{name}" />', f'    <add name="{name}" value={quoteattr(value)} />')
    ]
    lines = [
        "<httpProtocol>",
        "  <customHeaders>",
        '    <remove name="X-Powered-By" />',
        *named,
        "  </customHeaders>",
        "</httpProtocol>",
    ]
    return [f"{space}{line}" for line in lines]


def _place(path: str, inside: list[str]) -> list[str]:
    return [
        f"  <location path={quoteattr(path)}>",
        "    <system.webServer>",
        *inside,
        "    </system.webServer>",
        "  </location>",
    ]
