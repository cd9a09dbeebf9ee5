"""Links between pages are relative, in both styles of address."""

from __future__ import annotations

import pytest

from stip.pages.links import page_url, relative, relative_file


@pytest.mark.parametrize(
    ("path", "folder", "file"),
    [
        ("index.md", "", "index.html"),
        ("a/index.md", "a/", "a/index.html"),
        ("a/b.md", "a/b/", "a/b.html"),
        ("a/index-.md", "a/index-/", "a/index-.html"),
    ],
)
def test_address_of_a_page(path: str, folder: str, file: str) -> None:
    assert page_url(path, directory_urls=True) == folder
    assert page_url(path, directory_urls=False) == file


@pytest.mark.parametrize(
    ("origin", "target", "folder", "file"),
    [
        ("index.md", "index.md", "./", "index.html"),
        ("index.md", "a/b.md", "a/b/", "a/b.html"),
        ("a/b.md", "index.md", "../../", "../index.html"),
        ("a/b.md", "a/index.md", "../", "index.html"),
        ("a/b.md", "a/c.md", "../c/", "c.html"),
        ("a/index.md", "a/b.md", "b/", "b.html"),
        ("m.md", "a/b.md", "../a/b/", "a/b.html"),
    ],
)
def test_relative_link(origin: str, target: str, folder: str, file: str) -> None:
    assert relative(origin, target, directory_urls=True) == folder
    assert relative(origin, target, directory_urls=False) == file


def test_anchor() -> None:
    assert relative("a/b.md", "a/b.md", directory_urls=True, anchor="x") == "#x"
    assert relative("a/b.md", "a/c.md", directory_urls=False, anchor="x") == "c.html#x"


@pytest.mark.parametrize("address", ["https://example.org/a.md", "mailto:a@example.org", "#here"])
def test_an_address_elsewhere_stays(address: str) -> None:
    assert relative_file("a/b.md", address, directory_urls=True) == address


def test_a_path_counts_from_the_root() -> None:
    assert relative_file("a/b.md", "files/x.pdf", directory_urls=True) == "../../files/x.pdf"
    assert relative_file("a/b.md", "/a/c.md#d", directory_urls=False) == "c.html#d"
