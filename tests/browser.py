"""Find a Chromium for the browser tests, or install one; `python tests/browser.py` prints where it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

VARIABLE: Final = "STIP_CHROMIUM"

# The first is Chromium without windows: the same engine, and a new tab costs a third of the processor.
_NAMES: Final = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
_MAC: Final = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS: Final = (
    r"Chromium\Application\chrome.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
_WINDOWS_FOLDERS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")

# A browser under test fetches nothing of its own accord: its requests would be counted as the site's.
_QUIET: Final = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowserError(RuntimeError):
    """No Chromium is here and none could be installed."""


def is_root() -> bool:
    """Tell whether this process is run by the superuser (never on Windows)."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def launch_arguments() -> list[str]:
    """Return the arguments to start Chromium with, besides Playwright's own."""
    # Chromium's sandbox refuses to start for root, as in a container.
    # Letters as wide as their font says, as with windows: the one without would round each to whole px.
    return ["--headless", "--font-render-hinting=none", *_QUIET, *(["--no-sandbox"] if is_root() else [])]


def find_chromium() -> Path | None:
    """Return the Chromium to test with, or None.

    Raises:
        NoBrowserError: STIP_CHROMIUM names something that is not a file.

    """
    if named := os.environ.get(VARIABLE):
        if not Path(named).is_file():
            message = f"{VARIABLE} names '{named}', but there is no such file."
            raise NoBrowserError(message)
        return Path(named)
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((place for place in _usual_places() if place.is_file()), None)


def provide_chromium() -> Path:
    """Return the Chromium to test with; install one when there is none.

    Raises:
        NoBrowserError: there is none and installing failed.

    """
    return find_chromium() or _install()


def _usual_places() -> list[Path]:
    """List where Chromium stands on macOS, on Windows and after `playwright install`."""
    windows = [
        Path(os.environ[folder]) / place for folder in _WINDOWS_FOLDERS if folder in os.environ for place in _WINDOWS
    ]
    return [*map(Path, _MAC), *windows, *_playwrights_own()]


def _playwrights_own() -> list[Path]:
    """List the Chromium that Playwright would install, there or not."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - needed only where no browser is on the path

    with sync_playwright() as playwright:
        return [Path(playwright.chromium.executable_path)]


def _install() -> Path:
    """Install Chromium with apt-get for root on Debian and Ubuntu; elsewhere, or when that fails, with Playwright.

    Raises:
        NoBrowserError: no installer left a browser behind.

    """
    for commands in _installers():
        if all(map(_succeeds, commands)) and (found := find_chromium()):
            return found
    message = (
        "The browser tests need Chromium, Chrome or Edge and none could be installed: "
        f"install one, or put the path of one in {VARIABLE}."
    )
    raise NoBrowserError(message)


def _installers() -> Iterator[list[list[str]]]:
    """Yield the ways to install Chromium, each as commands to run in order."""
    if is_root() and shutil.which("apt-get"):
        # Another program that installs something, as on a machine that has just started, holds the lock for a while.
        apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"]
        yield [[*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", _NAMES[0]]]
        yield [[*apt, "install", "-y", "--no-install-recommends", "chromium"]]
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]


def _succeeds(command: list[str]) -> bool:
    """Run a command and tell whether it did what it was asked."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Standard output carries the answer only; what an installer tells goes where a person sees it.
    return subprocess.run(command, stdout=sys.stderr, env=environment, check=False).returncode == 0


def main() -> int:
    """Print the path of Chromium after installing it where needed; return the exit code."""
    try:
        print(provide_chromium())
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
