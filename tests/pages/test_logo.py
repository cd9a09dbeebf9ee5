"""A logo is a picture: whatever is in it, it does nothing to the page around it."""

from __future__ import annotations

import pytest

from building import ROOT
from stip.pages.logo import LogoError, safe_logo

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>body{display:none}</style>",
        "<foreignObject><b>x</b></foreignObject>",
        '<path onclick="alert(1)"/>',
        '<a href="javascript:alert(1)"><path/></a>',
        '<a xlink:href="&#106;avascript:alert(1)"><path/></a>',
        '<a href=" java&#10;script:alert(1)"><path/></a>',
        '<use href="data:image/svg+xml,zz#x"/>',
        '<image href="https://example.org/x.png"/>',
        '<path fill="url(https://example.org/x)"/>',
        '<path style="background:url(//example.org/x)"/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        "<desc><iframe src='https://example.org'/></desc>",
        "<title><b>x</b></title>",
        "<!--><iframe src='https://example.org'></iframe>-->",
        "<?x ><iframe src='https://example.org'></iframe>?>",
        "<title><![CDATA[<iframe src='https://example.org'>]]></title>",
        "</svg><iframe src='https://example.org'></iframe><svg>",
        "<iframe src='https://example.org'/>",
        "<p/>",
        "&zz;",
        "<path>",
        "\0",
    ],
)
def test_what_is_no_picture_is_refused(inside: str) -> None:
    with pytest.raises(LogoError):
        safe_logo(f"{HEAD}>{inside}</svg>".encode())


@pytest.mark.parametrize("data", [b"", b"zz", b"<svg", b"<svg><path/>", f"{HEAD}/>".encode("utf-16"), b"<svg>" * 9_999])
def test_what_is_no_svg_is_refused(data: bytes) -> None:
    with pytest.raises(LogoError):
        safe_logo(data)


@pytest.mark.parametrize(
    "inside",
    [
        "<!-- made with a program --><title>Elzenmeer</title><path d='M0 0'/>",
        '<defs><linearGradient id="a"/></defs><path fill="url(#a)"/><use xlink:href="#a"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<a href="https://example.org"><path/></a>',
        '<metadata><rdf:RDF xmlns:rdf="zz"><rdf:x>y</rdf:x></rdf:RDF></metadata><i:view xmlns:i="q"/>',
        '<text x="1">Wâlden &amp; &lt;zee&gt;</text>',
    ],
)
def test_a_picture_is_taken_as_it_is(inside: str) -> None:
    text = f"{HEAD}>{inside}</svg>"
    assert safe_logo(f'\ufeff<?xml version="1.0"?>\n<!DOCTYPE svg>\n{text}\n'.encode()) == text


def test_the_logo_of_the_example_is_one() -> None:
    data = (ROOT / "site_overrides" / "stip" / "logo.svg").read_bytes()
    assert safe_logo(data) == data.decode().rstrip()
