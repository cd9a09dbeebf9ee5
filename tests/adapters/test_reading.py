"""What we read in a page for the search is what the host's own reader reads, or we do not read it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plugins.search import plugin as host  # type: ignore[import-untyped]

from stip.adapters.mkdocs.reading import KNOWN, read


def by_host(content: str) -> list[tuple[object, ...]]:
    parser = host.Parser()
    parser.feed(content)
    parser.close()
    return [(one.id, one.title, one.text, one.is_excluded()) for one in parser.data]


def by_us(content: str) -> list[tuple[object, ...]]:
    found = read(content)
    assert found is not None
    return [(one.id, one.title, one.text, one.is_excluded()) for one in found]


def test_the_version_of_the_host_is_one_that_we_know() -> None:
    """Another version costs only time; add its mark when the tests below hold for it."""
    assert hashlib.sha256(Path(host.__file__).read_bytes()).hexdigest() in KNOWN


TAGS = ("div", "p", "h1", "h2", "h3", "ul", "li", "a", "span", "section", "pre", "code", "svg", "object")
ATTRIBUTES = ("", ' id="a-b"', ' class="headerlink"', " data-search-exclude", ' title="data-search-exclude > b"')
WORDS = ("Zoë &amp; co", " ", "\n", "a &lt;b&gt; c\nd", "<br>", '<img src="a.png" alt="x"/>', '<path d="M0 0"/>', "")


def elements() -> st.SearchStrategy[str]:
    """Return well-formed HTML: elements in elements, with words between."""

    def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        tags, attributes = st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)
        return st.builds(
            lambda tag, attribute, within: f"<{tag}{attribute}>{''.join(within)}</{tag}>",
            tags,
            attributes,
            st.lists(inner, max_size=4),
        )

    return st.recursive(st.sampled_from(WORDS), around, max_leaves=25)


@settings(max_examples=150, deadline=None)
@given(st.lists(elements(), max_size=4))
def test_the_host_reads_the_same(parts: list[str]) -> None:
    content = "\n".join(parts)
    try:
        told = by_host(content)
    except ValueError:  # the host's own reader stumbles over a heading in a heading
        return
    assert by_us(content) == told


@pytest.mark.parametrize(
    "strange", ["<script>a<b</script>", "<!-- a -->", "a < b", "<svg><title>a</title></svg>", "<p"]
)
def test_what_has_rules_of_its_own_is_left_to_the_host(strange: str) -> None:
    assert read(f"<p>a</p>{strange}") is None
