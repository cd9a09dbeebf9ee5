"""Take screenshots of a built site; a tool for developers, not a test.

    python tests/shots.py SITE_DIR OUT_DIR PAGE[,PAGE…] [--widths 360,768,1440] [--schemes light,dark]
                                                        [--selector CSS] [--no-full]

A page is an address within the site: "." or "" is the home page, "afdelingen/burgerzaken/" another.
Each picture is called PAGE-WIDTH-SCHEME.png. The site is served on 127.0.0.1 on a free port; every failed
request, error in the console and page wider than its window is told on standard error.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

# Run by path, this file's own folder is the first on the module path.
from browser import NoBrowserError, launch_arguments, provide_chromium
from serving import served

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, ConsoleMessage, Response


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that the arguments ask for; return the exit code."""
    options = _options(arguments)
    if not options.site.is_dir():
        print(f"There is no folder '{options.site}': build the site first.", file=sys.stderr)
        return 2
    try:
        executable = provide_chromium()
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    with served(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=launch_arguments())
        for scheme in options.schemes:
            for width in options.widths:
                _take_all(browser, address, width, scheme, options)
        browser.close()
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="shots.py", description="Take screenshots of a built site.")
    parser.add_argument("site", type=Path, metavar="SITE_DIR")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("pages", type=lambda text: text.split(","), metavar="PAGE[,PAGE…]")
    widths = parser.add_argument("--widths", default="360,768,1440", help="widths of the window in px")
    widths.type = lambda text: [int(width) for width in text.split(",")]
    schemes = parser.add_argument("--schemes", default="light,dark", help="light, dark or both")
    schemes.type = lambda text: text.split(",")
    parser.add_argument("--selector", help="take only the first thing that this CSS selector finds")
    parser.add_argument("--no-full", action="store_true", help="take the window, not the whole page")
    return parser.parse_args(arguments)


def _take_all(browser: Browser, address: str, width: int, scheme: str, options: argparse.Namespace) -> None:
    """Take every page in one window width (px) and one colour scheme."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.on("requestfailed", lambda request: _tell(f"failed: {request.url}"))
    page.on("response", _tell_of_answer)
    page.on("console", _tell_of_line)
    page.on("pageerror", lambda error: _tell(f"script: {error}"))
    for name in options.pages:
        page.goto(address + name.removeprefix(".").removeprefix("/"))
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            _tell(f"wider than {width} px: {page.url}")
        target = options.out / f"{_file_name(name)}-{width}-{scheme}.png"
        if options.selector:
            page.locator(options.selector).first.screenshot(path=target)
        else:
            page.screenshot(path=target, full_page=not options.no_full)
        print(target)
    context.close()


def _tell_of_answer(answer: Response) -> None:
    if answer.status >= 400:
        _tell(f"{answer.status}: {answer.url}")


def _tell_of_line(line: ConsoleMessage) -> None:
    if line.type == "error":
        _tell(f"console: {line.text}")


def _tell(message: str) -> None:
    print(message, file=sys.stderr)


def _file_name(page: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", page.lower().removesuffix(".html")).strip("-") or "home"


if __name__ == "__main__":
    sys.exit(main())
