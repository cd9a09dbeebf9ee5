"""Put texts that would run as code into every field of every kind of record, and see in Chromium that none does.

    python tools/evidence/hostile.py [--turns 6] [--browser 1] [--languages nl,en] [--audiences staff,steering]

Each turn puts other texts into each field (`tests/evil.py`), in both languages, for both audiences, into a site that
MkDocs builds strictly with the extensions that sites of Material use. Every page is read as HTML: nothing in it may
run, and what it shows of a text is the text as it was written. Every other file is read by what reads its form. In the
first turns (`--browser`) Chromium opens every page, points at every sign of a drawing, searches, and takes routes:
nothing runs, nothing asks outside, no window opens. First it opens each text as a page of its own, to see that what
looks for running texts finds them.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from _outputs import site_faults
from playwright.sync_api import Browser, Page, sync_playwright

from browser import launch_arguments, provide_chromium
from building import build_strictly
from evil import RUNNING, STRINGS, Sown, faults, seen, sown, unshown, write_sown
from serving import served

_EVIL = (
    "<img src=x data-xss onerror=window.__xss=1>",
    '"><script>window.__xss=1</script>',
    "javascript:window.__xss=1",
)
_ROUTE = {"nl": ("mijn-route", "afdeling", "persona"), "en": ("my-route", "department", "persona")}
"""The address of the route page, and what it takes."""
_POINT = """() => { for (const one of document.querySelectorAll(".stip-drawing a")) {
  for (const name of ["pointerenter", "pointerover", "mouseover", "focusin"])
    one.dispatchEvent(new PointerEvent(name, { bubbles: true, pointerType: "mouse" }))
  one.focus?.()
} }"""


def main() -> int:
    """Build and read every site; return 1 when something runs, or is not shown as it was written."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--turns", type=int, default=6, help="how often with other texts in each field; 6 (36: all)")
    parser.add_argument("--browser", type=int, default=1, help="in how many of these turns Chromium looks too; 1")
    parser.add_argument("--languages", default="nl,en")
    parser.add_argument("--audiences", default="staff,steering")
    parser.add_argument("--out", type=Path, help="where reports go; this proof only prints")
    options = parser.parse_args()
    wrong, counts, pairs = 0, Counter[str](), set[tuple[str, str]]()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=provide_chromium(), args=launch_arguments())
        ran = sum(_runs(text, chromium) for text in STRINGS)
        print(f"{ran} of the {len(STRINGS)} strings run or are seen when a page holds them as they are", flush=True)
        wrong += ran < len(STRINGS) // 3
        for turn, language, audience in itertools.product(
            range(options.turns), options.languages.split(","), options.audiences.split(",")
        ):
            begun = time.perf_counter()
            made = sown(turn, language, audience)
            with tempfile.TemporaryDirectory() as name:
                found = list(_site(made, Path(name), counts, pairs))
                if not found and turn < options.browser:
                    found = list(_looked(Path(name) / "site", language, counts, chromium))
            seconds = time.perf_counter() - begun
            print(f"turn {turn} {language} {audience}: {len(made.texts)} texts, {seconds:.0f} s", flush=True)
            for fault in found[:40]:
                print(f"    {fault[:300]}")
            wrong += len(found)
        chromium.close()
    fields = {where for where, _ in pairs}
    print(f"{len(fields)} fields, {len(STRINGS)} strings, {len(pairs)} of the {len(fields) * len(STRINGS)} pairs shown")
    print(", ".join(f"{count} {what}" for what, count in counts.items()))
    print(f"{wrong} wrong")
    return int(bool(wrong))


def _runs(text: str, chromium: Browser) -> bool:
    """Tell whether a text would be noticed in a page that holds it as it is."""
    page = chromium.new_page()
    page.set_content(f"<title>x</title><p title='{text}'>{text}</p><p title=\"{text}\">x</p>")
    found = bool(page.evaluate(RUNNING))
    page.close()
    return found


def _site(made: Sown, folder: Path, counts: Counter[str], pairs: set[tuple[str, str]]) -> Iterator[str]:
    """Build a site and read all of its files; yield what is wrong."""
    built = build_strictly(write_sown(folder / "project", made), folder / "site")
    if not built.ok:
        yield f"not built: {built.log[-1500:]}"
        return
    counts["sites"] += 1
    pages = sorted(built.site.rglob("*.html"))
    counts["pages"] += len(pages)
    yield from faults(built.site)
    yield from (f"{where} is not shown as it is: {text}" for where, text in unshown(built.site, made.texts))
    for fault in site_faults(built.site):
        if "search_index" not in fault:
            yield fault
    said = " ".join(seen(page)[0] for page in pages)
    for word, (where, text) in made.texts.items():
        if word in said:
            pairs.update((where, one) for one in STRINGS if one in text)


def _looked(site: Path, language: str, counts: Counter[str], chromium: Browser) -> Iterator[str]:
    """Open every page in Chromium, and do what people do; yield what ran."""
    with served(site) as address:
        profile = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        told: list[str] = []
        page = profile.new_page()
        page.on("dialog", lambda dialog: (told.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda _: told.append("a window opened"))
        inside = (address, "data:", "blob:")
        page.on("request", lambda one: None if one.url.startswith(inside) else told.append(f"asks {one.url[:80]}"))
        for path in sorted(site.rglob("*.html")):
            name = path.relative_to(site).as_posix().removesuffix("index.html")
            yield from _opened(page, f"{address}{name}", counts)
            if page.query_selector(".stip-drawing a"):
                page.evaluate(_POINT)
                counts["drawings pointed at"] += 1
                yield from (f"{name}, pointed at: {one}" for one in page.evaluate(RUNNING))
        route, unit, persona = _ROUTE[language]
        for query in (
            f"{unit}=een&{persona}=pers",
            *(f"{unit}={quote(one)}&{persona}={quote(one)}#{quote(one)}" for one in _EVIL),
        ):
            yield from _opened(page, f"{address}{route}/?{query}", counts, wait=700)
        for one in _EVIL:
            yield from _opened(page, f"{address}?{quote(one)}&persona={quote(one)}&q={quote(one)}#{quote(one)}", counts)
        yield from _searched(page, address, counts)
        profile.close()
        yield from told


def _opened(page: Page, address: str, counts: Counter[str], wait: int = 0) -> Iterator[str]:
    page.goto(address, wait_until="load")
    if wait:
        page.wait_for_timeout(wait)
    counts["pages opened"] += 1
    yield from (f"{address}: {one}" for one in page.evaluate(RUNNING))


def _searched(page: Page, address: str, counts: Counter[str]) -> Iterator[str]:
    """Search for texts that are on pages, and look at what the search shows."""
    page.goto(address, wait_until="load")
    for word in ("zqx0", "window", "onerror", "script", "iframe", "javascript", "<img", '"><script>'):
        box = page.locator("[data-md-component=search-query]").first
        box.focus()
        box.fill(word)
        page.wait_for_timeout(1500)
        counts["searches"] += 1
        counts["found by searching"] += page.locator(".md-search-result__item").count()
        yield from (f"search for {word}: {one}" for one in page.evaluate(RUNNING))


if __name__ == "__main__":
    sys.exit(main())
