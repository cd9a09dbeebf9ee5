"""Prove the headers of `stip headers`: every page in Chromium with not one refusal, and every file on real servers.

    python tools/evidence/headers.py [--out DIR] [--quick]

Three sites are built: the example for both audiences, and a small one with what a site may switch on in the theme
(a blog, tags, instant navigation, a toggle for dark, buttons that copy code, tables with aligned columns). Each is
opened page by page behind a server that sends what the file for nginx, and then what that for IIS says; what works by
script is used.
nginx and Apache themselves answer for every file when they are installed. Ends with code 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from playwright.sync_api import Browser, Page, sync_playwright

from browser import find_chromium, launch_arguments
from building import ROOT, build_strictly, write_project
from hosting.servers import READ, Answer, answering
from samples import mkdocs_yml, roadmap
from stip import cli

NOTE: Final = """addEventListener("securitypolicyviolation", (event) => {
    console.error("refused", event.effectiveDirective, event.blockedURI, event.sample, location.href)
})"""
FRIEND: Final = "https://elzenmeer.sharepoint.com"
OWN: Final = """# Zzeigen

| links | midden | rechts |
| :---- | :----: | -----: |
| a     | b      | c      |

```python
print("Zzcode")
```

!!! note "Zznotitie"

    Zztekst.

=== "Een"

    Zzeen

=== "Twee"

    Zztwee

<details><summary>Zzmeer</summary><p style="font-weight: bold">Zzvet</p></details>

<script>document.documentElement.dataset.zzOwn = "ran"</script>
"""
BLOG: Final = {
    "content/blog/index.md": "# Zzblog\n",
    "content/blog/posts/een.md": "---\ndate: 2026-01-01\ntags: [zz]\n---\n# Zzpost\n\nZztext.\n",
}
EXTENSIONS: Final = (
    "[admonition, tables, pymdownx.highlight, pymdownx.superfences, {pymdownx.tabbed: {alternate_style: true}}]"
)
SWITCHED: Final = (
    "{name: material, features: [navigation.instant, navigation.instant.progress, content.code.copy, content.tooltips, "
    "search.suggest, search.highlight, navigation.top], palette: ["
    "{scheme: default, toggle: {icon: material/weather-sunny, name: Donker}}, "
    "{scheme: slate, toggle: {icon: material/weather-night, name: Licht}}]}"
)


class Report:
    """What was found: lines for people, and whether anything is wrong."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.wrong = 0

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Tell a line."""
        self.wrong += wrong
        line = f"{'WRONG: ' if wrong else ''}{text}"
        self.lines.append(line)
        print(line, flush=True)


def main() -> int:
    """Run the whole proof; return 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, help="a folder for headers.md, the report")
    parser.add_argument("--quick", action="store_true", help="every tenth page only")
    parser.add_argument("--only", help="one of the sites: staff, steering, switched")
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        for site_name, site in _sites(folder, options.only):
            frames = [] if site_name == "steering" else ["--frame-ancestors", FRIEND, "teams"]
            for server in ("nginx", "iis"):
                answer = _answer(site, server, folder / f"{site_name}.{server}", frames)
                with answering(site, answer) as address:
                    _open_all(browser, site, address, f"{site_name} ({server})", report, 10 if options.quick else 1)
                    _use(browser, site, address, site_name, report)
            _real(site, site_name, folder, report)
            _in_pages(browser, site, site_name, report)
        browser.close()
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        text = "\n".join(f"- {line}" for line in report.lines)
        (options.out / "headers.md").write_text(f"# Headers\n\n{text}\n", encoding="utf-8")
    return int(bool(report.wrong))


def _sites(folder: Path, only: str | None) -> Iterator[tuple[str, Path]]:
    """Build and yield the sites, by name."""
    for audience in ("staff", "steering"):
        if only not in {None, audience}:
            continue
        built = build_strictly(ROOT, folder / audience, environment={"STIP_AUDIENCE": audience})
        if not built.ok:
            raise SystemExit(built.log)
        yield audience, built.site
    if only not in {None, "switched"}:
        return
    plugins = "[search, tags, blog, meta, {stip: {posters: false, manual: false}}]"
    settings = mkdocs_yml(theme=SWITCHED, plugins=plugins, site_url="http://127.0.0.1/", markdown_extensions=EXTENSIONS)
    project = write_project(folder / "project", {**settings, **roadmap(), **BLOG, "content/eigen.md": OWN})
    built = build_strictly(project, folder / "switched")
    if not built.ok:
        raise SystemExit(built.log)
    yield "switched", built.site


def _answer(site: Path, server: str, file: Path, frames: list[str]) -> Answer:
    """Let the command write the file for a server, and read it as that server does."""
    if cli.main(["headers", str(site), "--for", server, *frames, "--out", str(file), "--strict"]):
        raise SystemExit(f"stip headers failed for {site}")
    return READ[server](file.read_text("utf-8"))


def _tab(browser: Browser) -> tuple[Page, list[str]]:
    """Open a tab; what it refuses, and each error of a script, comes into the list."""
    found: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    context.add_init_script(NOTE)
    context.on("console", lambda message: found.append(message.text) if "refused" in message.text.lower() else None)
    context.on("weberror", lambda error: found.append(f"error: {error.error}"))
    return context.new_page(), found


def _open_all(browser: Browser, site: Path, address: str, name: str, report: Report, every: int) -> None:
    """Open every page of a site, and one that is not there."""
    page, found = _tab(browser)
    paths = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))[::every]
    for path in [*paths, "er/is/niets/"]:
        page.goto(address + path.removesuffix("index.html"))
        page.evaluate("document.fonts.ready")
    report.say(f"{name}: {len(paths) + 1} pages opened, {len(found)} refusals or errors", wrong=bool(found))
    for line in sorted(set(found))[:20]:
        report.say(f"    {line}", wrong=True)
    page.context.close()


def _use(browser: Browser, site: Path, address: str, name: str, report: Report) -> None:
    """Do what works by script; each is a line."""
    sitemap = site / "sitemap.xml"  # instant navigation follows only what stands in it, with its port
    sitemap.write_text(re.sub(r"http://127\.0\.0\.1(:\d+)?/", address, sitemap.read_text("utf-8")), encoding="utf-8")
    page, found = _tab(browser)
    word = "Zzstep" if name == "switched" else "paspoort"
    page.goto(address)
    page.get_by_role("searchbox").fill(word)
    page.locator(".md-search-result__link").first.wait_for(state="attached")
    done = [f"search finds {page.locator('.md-search-result__link').count()} places"]
    if name == "switched":
        done += _use_switched(page, address)
    else:
        page.goto(f"{address}mijn-route/?afdeling=burgerzaken")
        page.locator(".stip-my__title").wait_for()
        with page.expect_download() as download:
            page.get_by_role("button", name="agenda").click()
        done.append(f"Mijn route shows its steps and gives {download.value.suggested_filename}")
        page.goto(f"{address}vragen/")
        page.locator("select[data-stip-filter]").first.select_option(index=1)
        done.append(f"the filter says '{page.locator('[data-stip-filtered] output').inner_text()}'")
    report.say(f"{name}: {'; '.join(done)}; {len(found)} refusals or errors", wrong=bool(found))
    for line in sorted(set(found))[:20]:
        report.say(f"    {line}", wrong=True)
    page.context.close()


def _use_switched(page: Page, address: str) -> list[str]:
    """Use the toggle, instant navigation, an own script, an aligned column and the button that copies code."""
    page.goto(address)
    page.evaluate("window.zzSame = true")
    before = page.url
    page.locator(".stip-nav a").nth(1).click()
    page.wait_for_function("url => location.href !== url", arg=before)
    page.wait_for_function("document.querySelector('h1')")
    same = page.evaluate("window.zzSame === true")
    page.goto(f"{address}eigen/")
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.locator("label[for^=__palette]:visible").first.click()
    page.wait_for_function("old => document.body.dataset.mdColorScheme !== old", arg=before)
    aligned = page.locator("td").nth(2).evaluate("(cell) => getComputedStyle(cell).textAlign")
    bold = page.locator("details p").evaluate("(text) => getComputedStyle(text).fontWeight")
    buttons = page.locator(".md-code__button, .md-clipboard").count()
    ran = page.evaluate("document.documentElement.dataset.zzOwn")
    if (same, aligned, bold, ran) != (True, "right", "700", "ran") or not buttons:
        raise SystemExit(f"switched: {same=} {aligned=} {bold=} {ran=} {buttons=}")
    return ["instant navigation keeps the page", "the toggle turns it dark", "own script, style and column work"]


def _in_pages(browser: Browser, site: Path, name: str, report: Report) -> None:
    """Put the policy into the pages, as for GitLab, and open a part of them behind a server that says nothing."""
    cli.main(["headers", str(site), "--for", "github"])
    kinds = READ["nginx"](_plain(site))
    with answering(site, lambda path: {"Content-Type": kinds(path)["Content-Type"]}) as address:
        _open_all(browser, site, address, f"{name} (in its pages)", report, 8)
        _use(browser, site, address, name, report)


def _plain(site: Path) -> str:
    file = site.parent / f"{site.name}.plain"
    cli.main(["headers", str(site), "--for", "nginx", "--out", str(file)])
    return file.read_text("utf-8")


# ---- Real servers ----

_MODULES: Final = Path("/usr/lib/apache2/modules")
_LOADED: Final = ("mpm_event", "authz_core", "dir", "mime", "headers", "alias")


def _nginx(folder: Path, site: Path, file: Path, port: int) -> list[str]:
    conf = folder / "nginx.conf"
    conf.write_text(
        f"user root; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;\nevents {{ }}\n"
        f"http {{ access_log off; server {{ listen 127.0.0.1:{port}; root {site}; include {file}; }} }}\n",
        encoding="utf-8",
    )
    return ["nginx", "-c", str(conf), "-p", str(folder)]


def _apache(folder: Path, site: Path, file: Path, port: int, *, in_folder: bool = False) -> list[str]:
    modules = "\n".join(f"LoadModule {name}_module {_MODULES}/mod_{name}.so" for name in _LOADED)
    if in_folder:
        shutil.copyfile(file, site / ".htaccess")
    allowed = "FileInfo Indexes" if in_folder else "None"
    conf = folder / "apache.conf"
    conf.write_text(
        f"ServerRoot {folder}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/apache.pid\n"
        f"ErrorLog {folder}/apache.log\nTypesConfig /dev/null\n{modules}\n<VirtualHost *:{port}>\nDocumentRoot {site}\n"
        f"<Directory {site}>\nAllowOverride {allowed}\nRequire all granted\n</Directory>\n"
        f"{'' if in_folder else f'Include {file}'}\n</VirtualHost>\n",
        encoding="utf-8",
    )
    return ["apache2", "-f", str(conf), "-DFOREGROUND"]


def _apache_in_folder(folder: Path, site: Path, file: Path, port: int) -> list[str]:
    return _apache(folder, site, file, port, in_folder=True)


_REAL: Final[tuple[tuple[str, str, Callable[[Path, Path, Path, int], list[str]]], ...]] = (
    ("nginx", "nginx", _nginx),
    ("apache", "apache2", _apache),
    ("apache", "apache2", _apache_in_folder),
)


def _real(site: Path, name: str, folder: Path, report: Report) -> None:
    """Let real servers answer for every file, and compare each header with what was read from the file for them."""
    frames = [] if name == "steering" else ["--frame-ancestors", FRIEND, "teams"]
    paths = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    for number, (kind, program, command) in enumerate(_REAL):
        if shutil.which(program) is None:
            report.say(f"{name}: {program} is not installed, so not tried")
            continue
        file = folder / f"{name}.{kind}.conf"
        answer = _answer(site, kind, file, frames)
        port = 18080 + number
        with _running(command(folder, site, file, port), port):
            wrong = [line for path in paths for line in _differences(f"http://127.0.0.1:{port}/", path, 200, answer)]
            for path in ("er/is/niets", "insluiten/map/er-is-niets"):
                wrong += _differences(f"http://127.0.0.1:{port}/", path, 404, partial(_missing, answer))
        (site / ".htaccess").unlink(missing_ok=True)
        way = "as .htaccess" if command is _apache_in_folder else "included"
        report.say(
            f"{name}: {program} ({way}) answered for {len(paths) + 2} paths, {len(wrong)} headers differ",
            wrong=bool(wrong),
        )
        for line in wrong[:10]:
            report.say(f"    {line}", wrong=True)


def _missing(answer: Answer, path: str) -> Mapping[str, str]:
    """Return what a server says of any path at which nothing is."""
    del path
    return answer("/404.html")


def _differences(address: str, path: str, code: int, answer: Answer) -> Iterator[str]:
    """Yield each header that is not as it should be; a page is asked for as people do, by its folder."""
    try:
        with urllib.request.urlopen(address + path.removesuffix("index.html")) as response:  # noqa: S310 - it is ours
            status, said = response.status, response.headers
    except urllib.error.HTTPError as error:
        status, said = error.code, error.headers
    if status != code:
        yield f"{path}: {status}"
    for name, value in answer(f"/{path}").items():
        if said.get_all(name) != [value]:
            yield f"{path}: {name} is {said.get_all(name)}, not {value}"


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    """Run a server until the context ends."""
    process = subprocess.Popen(command)  # noqa: S603 - our own
    try:
        for _ in range(100):
            time.sleep(0.1)
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/").close()
                break
            except OSError:
                continue
        yield
    finally:
        process.terminate()
        process.wait(20)


if __name__ == "__main__":
    sys.exit(main())
