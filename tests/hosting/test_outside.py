"""What a browser fetches by itself is told from what is only a link, and from what only looks like an address."""

from __future__ import annotations

import pytest

from stip.hosting.outside import asked, asked_by_style, draws_with_mermaid, server_of

FETCHED = (
    '<img alt="a = b" src="{}">',
    "<iframe src={} title=x></iframe>",
    '<img srcset="a.png 1x, {} 2x">',
    '<link href="{}" rel="stylesheet">',
    '<link rel="preconnect" href="{}" crossorigin>',
    '<script src="{}"></script>',
    '<script>load("{}")</script>',
    "<style>@import '{}'</style>",
    '<p style="background: url({})">',
    '<object data="{}"></object>',
    '<video poster="{}"></video>',
    '<svg><image xlink:href="{}"/></svg>',
)
NOT = (
    '<a href="{}">x</a>',
    '<svg><a xlink:href="{}"/></svg>',
    '<link rel="canonical" href="{}">',
    '<form action="{}">',
    "<code> {} </code>",
    "<code>src={} </code>",
    '<script type="application/json">"{}"</script>',
    '<p title="{}">',
    '<meta property="og:image" content="{}">',
)


@pytest.mark.parametrize("address", ["https://cdn.example/x.js", "//cdn.example:81/x", "HTTP://CDN.example/y"])
@pytest.mark.parametrize("text", FETCHED)
def test_what_is_fetched_is_found(text: str, address: str) -> None:
    page = f"<p>Zz</p>{text.format(address)}<p>Zz</p>"
    assert list(asked(page)) == [address]
    assert list(asked(page, {server_of(address)})) == []


@pytest.mark.parametrize("text", NOT)
def test_what_waits_for_a_click_is_not(text: str) -> None:
    assert list(asked(f"<p>{text.format('https://other.example/x')}")) == []


@pytest.mark.parametrize(
    "text", ["", "// not an address", '<img src="//">', '<svg xmlns="http://www.w3.org/2000/svg">']
)
def test_what_only_looks_like_an_address_is_not(text: str) -> None:
    assert list(asked(text)) == []


def test_a_style_sheet_fetches_too() -> None:
    text = '@import "https://a.example/a.css"; a { background: url( "//b.example/b.png" ) } /* see https://c.example */'
    assert list(asked_by_style(text)) == ["https://a.example/a.css", "//b.example/b.png"]
    assert list(asked_by_style(text, {"a.example"})) == ["//b.example/b.png"]


def test_mermaid_is_seen() -> None:
    assert draws_with_mermaid('<pre class="mermaid"><code>graph</code></pre>')
    assert not draws_with_mermaid("<pre><code>mermaid</code></pre>")
