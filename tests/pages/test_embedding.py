"""A page for a frame says what a department is at and shows its path, leads to the site, and brings nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from pages.past import three_times
from stip.model import Audience, Roadmap
from stip.site import Site, build

Make = Callable[..., Roadmap]

HOSTILE = "Zz \"Súdwest\" <b>&amp;</b> 'Ljouwert'"
UNITS: tuple[dict[str, Any], ...] = (
    {
        "id": "one",
        "name": HOSTILE,
        "steps": [
            {"id": "past", "title": "Zzpast", "when": "2026-03", "status": "done"},
            {"id": "going", "title": "Zzgoing <i>", "when": "2026-11", "status": "running"},
            {"id": "coming", "title": "Zzcoming", "when": "2027-02-08", "after": ["other"]},
            {"id": "last", "title": "Zzlast", "when": "later", "status": "idea"},
        ],
    },
    {"id": "two", "name": "Zztwo", "steps": [{"id": "other", "title": "Zzother", "when": "2027"}]},
    {
        "id": "gone",
        "name": "Zzgone",
        "until": "2025",
        "replaced_by": "two",
        "steps": [{"id": "g", "title": "Zzg", "when": "2025"}],
    },
    {"id": "empty", "name": "Zzempty"},
)


@dataclass
class Read(HTMLParser):
    """What stands in a page: every element with its attributes, and the words."""

    html: str
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        """Read it at once."""
        super().__init__(convert_charrefs=True)
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]


def frames(site: Site) -> dict[str, str]:
    """Return the pages for frames by path."""
    return {file.path: str(file.content) for file in site.assets if file.path.endswith(".html")}


@pytest.fixture
def made(make: Make) -> Site:
    return build(make(*UNITS, address="https://zz.example/route"))


def test_there_is_one_for_the_map_and_for_each_path(made: Site) -> None:
    assert set(frames(made)) == {
        "insluiten/map/index.html",
        "insluiten/afdelingen/one/index.html",
        "insluiten/afdelingen/two/index.html",
        "insluiten/afdelingen/gone/index.html",
    }


def test_a_department_says_where_it_is_and_what_comes(made: Site) -> None:
    page = Read(frames(made)["insluiten/afdelingen/one/index.html"])
    assert page.words.index("Nu") < page.words.index("Zzgoing <i>") < page.words.index("Zzcoming")
    assert page.html.count("<h1") == 1
    assert HOSTILE in page.words
    assert page.all("b") == page.all("i") == []
    assert "Bijgewerkt op 16 november 2026" in page.words
    assert "Zztwo is" not in page.words
    assert "Zzgone is opgegaan in Zztwo." in Read(frames(made)["insluiten/afdelingen/gone/index.html"]).words


def test_what_is_new_or_moved_is_marked_as_on_the_site(make: Make) -> None:
    """In the list that a narrow frame shows, with the word, and with when it was in the last edition."""
    roadmap, editions = three_times(make)
    html = frames(build(roadmap, editions=editions))["insluiten/afdelingen/one/index.html"]
    rows = {re.findall("Zz[a-z]+", row)[0]: row for row in re.findall(r"<li>.*?</li>", html, re.DOTALL)}
    read = {title: " ".join(Read(row).words.split()) for title, row in rows.items()}
    assert read["Zzbeta"].endswith("(stond op maart 2027) Verschoven")
    assert read["Zzfresh"].endswith("Nieuw")
    assert read["Zzalpha"].endswith("september 2026")
    assert '<span class="stip-mark"><svg' in rows["Zzfresh"]


def test_nothing_stands_around_it(made: Site) -> None:
    """No header, menu, search or script; machines pass it by; the letters and colours are the site's own."""
    for path, html in frames(made).items():
        page = Read(html)
        assert not {"header", "footer", "nav", "form", "script", "iframe"} & {tag for tag, _ in page.elements}, path
        assert {"name": "robots", "content": "noindex"} in page.all("meta")
        assert page.all("html") == [{"lang": "nl"}]
        assert page.all("body")[0]["data-md-color-scheme"] == "stip-auto"
        assert not any(name.startswith("data-") for link in page.all("a") for name in link), "only a script asks for it"
        ids = [attributes["id"] for _, attributes in page.elements if attributes.get("id")]
        assert len(ids) == len(set(ids)), path
        published = {file.path for file in made.assets}
        for sheet in page.all("link"):
            assert urlsplit(urljoin(f"/{path}", sheet["href"])).path.removeprefix("/") in published


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_opens_the_site_in_a_new_tab(make: Make, *, directory_urls: bool) -> None:
    """Also those in the drawings, of which the map stands elsewhere than on the site."""
    site = build(make(*UNITS), directory_urls=directory_urls)
    pages = {_address(page.path, directory_urls=directory_urls): page for page in site.pages}
    wanted = {"insluiten/map": {"", "afdelingen/one", "afdelingen/two"}, "insluiten/afdelingen/one": {"afdelingen/one"}}
    for path, html in frames(site).items():
        links = Read(html).all("a")
        assert links
        found = set()
        for link in links:
            assert link["target"] == "_blank"
            target = urlsplit(urljoin(f"/{path}", link.get("href") or link.get("xlink:href")))
            page = pages[target.path]
            text = page.markdown + "".join(page.fragments.values())
            assert not target.fragment or f'id="{target.fragment}"' in text, link
            found.add(target.path.strip("/").removesuffix(".html").removesuffix("index"))
        assert wanted.get(path.removesuffix(".html").removesuffix("/index"), set()) <= found


def _address(path: str, *, directory_urls: bool) -> str:
    stem = path.removesuffix(".md")
    if not directory_urls:
        return f"/{stem}.html"
    return f"/{stem.removesuffix('index')}" if stem.endswith("index") else f"/{stem}/"


def test_a_site_can_do_without(make: Make) -> None:
    site = build(make(*UNITS), embed=False)
    assert frames(site) == {}
    assert not any(page.path.startswith("insluiten/") for page in site.pages)


def test_without_steps_there_is_nothing_to_frame(make: Make) -> None:
    site = build(make({"id": "empty", "name": "Zz"}))
    assert frames(site) == {}
    assert not any(page.path.startswith("insluiten/") for page in site.pages)


def test_who_steers_sees_that_it_is_for_them_alone(make: Make) -> None:
    roadmap = make(*UNITS)
    object.__setattr__(roadmap, "audience", Audience.STEERING)
    for html in frames(build(roadmap)).values():
        assert "Alleen voor stuurgroep en directie." in html
        assert "ribbon.css" in html


def snippets(site: Site) -> Mapping[str, Read]:
    """Return what the page for editors says to paste, by its address."""
    text = next(page.markdown for page in site.pages if page.path == "insluiten/index.md")
    code = [Read(Read(one).words) for one in re.findall(r"<pre[^>]*><code>(.*?)</code>", text, re.DOTALL)]
    return {str(read.all("iframe")[0]["src"]): read for read in code if read.all("iframe")}


def test_what_to_paste_leads_to_what_is_there(made: Site) -> None:
    pasted = snippets(made)
    root = "https://zz.example/route/"
    assert {f"{address.removeprefix(root)}index.html" for address in pasted} == set(frames(made)) - {
        "insluiten/afdelingen/gone/index.html"
    }
    (frame,) = pasted[f"{root}insluiten/afdelingen/one/"].all("iframe")
    assert frame["title"] == f"Het pad van {HOSTILE}"
    assert frame["loading"] == "lazy"


def test_a_department_leads_to_what_to_paste(made: Site, make: Make) -> None:
    """Only one of which there is a frame to offer, and only where a site has frames."""
    pages = {page.path: page.markdown for page in made.pages}
    for key, there in (("one", True), ("two", True), ("gone", False), ("empty", False)):
        link = f'<a href="../../insluiten/#{key}">Zet dit pad op je intranet</a>'
        assert (link in pages[f"afdelingen/{key}.md"]) == there, key
        assert (f'<details class="stip-details stip-paster" id="{key}">' in pages["insluiten/index.md"]) == there, key
    ids = re.findall(r'\bid="([^"]+)"', pages["insluiten/index.md"])
    assert len(ids) == len(set(ids))
    assert not any("op je intranet" in page.markdown for page in build(make(*UNITS), embed=False).pages)


def test_a_site_without_address_says_where_to_put_it(make: Make) -> None:
    site = build(make(*UNITS))
    assert all(address.startswith("https://ADRES-VAN-DEZE-SITE/insluiten/") for address in snippets(site))
    text = next(page.markdown for page in site.pages if page.path == "insluiten/index.md")
    assert "Vervang https://ADRES-VAN-DEZE-SITE/ in de code" in text
