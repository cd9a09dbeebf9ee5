"""What stands in a page is read as a browser reads it, or its fingerprint would be another."""

from __future__ import annotations

import pytest

from stip.hosting.held import held
from stip.hosting.policy import fingerprint, is_origin, policy_of


def test_a_fingerprint_is_that_of_the_browsers() -> None:
    """The example of the standard itself."""
    assert fingerprint("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("<script>a < b && c</script>", ["a < b && c"]),
        ("<script>\na\r\nb\rc</script>", ["\na\nb\nc"]),
        ('<script type="module">a</script><script type="Text/JavaScript">b</script>', ["a", "b"]),
        ('<script type="importmap">{}</script>', ["{}"]),
        ('<script type="application/json">{}</script><script type="text/template">x</script>', []),
        ('<script src="a.js">ignored</script><script src>nothing</script>', []),
        ("<!-- <script>a</script> --><p>&lt;script&gt;b</p>", []),
        ("<script></script>", [""]),
        ("<svg><script>a &amp; b</script></svg>", ["a & b"]),
        ("<svg><script><![CDATA[a && b]]> &lt;</script></svg><script>a &amp; b</script>", ["a && b <", "a &amp; b"]),
    ],
)
def test_scripts_that_run(text: str, scripts: list[str]) -> None:
    assert held(text).scripts == scripts


def test_styles() -> None:
    page = held(
        '<style>p{}</style><td style="text-align: right;"><p style=""><svg><path style="fill:&quot;x&quot;"/></svg>'
    )
    assert page.styles == ["p{}"]
    assert page.attributes == ["text-align: right;", 'fill:"x"']


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>\n<a onclick='x()'>", (2, "handler", "a", "onclick")),
        ('<body onLoad="x()">', (1, "handler", "body", "onload")),
        ('<a href="java&#10;script:x()">', (1, "link", "a", "href")),
        ('<svg><a xlink:href=" JavaScript:x()"/></svg>', (1, "link", "a", "xlink:href")),
        ("<object data=x></object>", (1, "plugin", "object", "")),
        ('<base href="/">', (1, "base", "base", "")),
    ],
)
def test_what_no_policy_can_allow(text: str, found: tuple[int, str, str, str]) -> None:
    [one] = held(text).refused
    assert (one.line, one.kind, one.tag, one.name) == found


@pytest.mark.parametrize("text", ['<a href="#on-x" data-on="y">', '<p title="javascript: een taal">', "onclick="])
def test_what_only_looks_like_it(text: str) -> None:
    assert held(text).refused == []


def test_a_policy_never_allows_whatever_stands_in_a_page() -> None:
    policy = policy_of(["b", "a", "a"], [], ["x"], ("https://video.example",))
    text = policy.text()
    assert "unsafe-inline" not in text
    assert "unsafe-eval" not in text
    assert text.count("sha256-") == 3
    assert f"style-src-attr 'unsafe-hashes' {fingerprint('x')}" in text
    assert text.count("https://video.example") == 3
    assert "frame-ancestors 'none'" in text
    assert "frame-ancestors" not in policy.text(in_page=True)
    assert policy_of(["a", "b"], [], ["x"], ("https://video.example",)) == policy


@pytest.mark.parametrize(
    "text", ["https://a.example", "http://intranet", "https://*.teams.microsoft.com", "https://a:8443"]
)
def test_a_server(text: str) -> None:
    assert is_origin(text)


@pytest.mark.parametrize(
    "text", ["*", "a.example", "https://a.example/x", "https://a;script-src *", "'self'", "data:", ""]
)
def test_no_server(text: str) -> None:
    assert not is_origin(text)


ODD = (
    "<svg><g><script>a &amp; b</script></g></svg>",
    "<p>january j&#97;vascript</p><script>a</script>",
    '<a href="&#106;avascript:x()">a</a><script>a</script>',
    "<A HREF=jav&#9;ascript:x()>a</A>",
    "<IMG SRC=x ONERROR=x()><SCRIPT>b</SCRIPT>",
    "<p\nonclick=x()>",
    "<script>a</script/><p style=x>",
    "<!--<script>a</script>--><script>b</script>",
    "<script>'<svg' + '<p onclick=x>'</script>",
)


@pytest.mark.parametrize("text", ODD)
def test_most_pages_are_not_read_tag_by_tag_and_give_the_same(text: str) -> None:
    """What stands beside the scripts decides that; with a comment in front a page is always read whole."""
    whole, quick = held(f"<!-- zz -->{text}"), held(text)
    assert (quick.scripts, quick.styles, quick.attributes) == (whole.scripts, whole.styles, whole.attributes)
    assert quick.refused == whole.refused
