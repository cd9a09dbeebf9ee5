"""Servers as tests read them: what each would answer for a path, by the file that we give it, and one that does so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path, PurePosixPath
from typing import Any, Final
from xml.etree import ElementTree as ET

from serving import running

Answer = Callable[[str], Mapping[str, str]]
"""The headers for the path of a file, with a slash in front."""

_ADDED = re.compile(r'^add_header ([\w-]+) "?([^";]*|[^"]*)"? always;', re.MULTILINE)


def nginx(text: str) -> Answer:
    """Read what stands within `server`, and no more than what we write there."""
    block = re.search(r"^types \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL)
    assert block
    rows = [line.strip().rstrip(";").split() for line in block[1].splitlines()]
    types = {end: sort for sort, *ends in rows for end in ends}
    letters = {"text/html", *re.findall(r"^charset_types (.*);", text, re.MULTILINE)[0].split()}
    exact = dict(re.findall(r"location = (\S+) \{\s+types \{ \}\s+default_type (\S+);", text))
    steps = re.findall(r'(?:if \(\$uri (~\*?) "(.*)"\) \{\s+)?set \$(\w+) "(.*)";', text)

    def answer(path: str) -> dict[str, str]:
        values = {
            name: value
            for how, pattern, name, value in steps
            if not how or re.search(pattern, path, re.IGNORECASE if how == "~*" else 0)
        }
        sort = exact.get(path) or types[PurePosixPath(path).suffix[1:]]
        found = {name: values.get(value[1:], value) for name, value in _ADDED.findall(text)}
        return {**found, "Content-Type": f"{sort}; charset=utf-8" if sort in letters else sort}

    return answer


def apache(text: str) -> Answer:
    """Read sections in their order: whole server, then files, then expressions."""
    types = {end: sort for sort, end in re.findall(r"^AddType (\S+) \.(\w+)$", text, re.MULTILINE)}
    letters = set(re.findall(r"^AddCharset utf-8 (.*)$", text, re.MULTILINE)[0].replace(".", "").split())
    forced = re.findall(r'<Files(Match)? "(.*)">\s+ForceType "(.*)"', text)
    line = r'Header always set ([\w-]+) "(.*)"'
    files = re.findall(rf'<FilesMatch "(.*)">\s+{line}', text)
    asked = re.findall(rf'<If "%\{{REQUEST_URI\}} =~ m#(.*)#">\s+{line}', text)

    def answer(path: str) -> dict[str, str]:
        found = dict(re.findall(rf"^{line}$", text, re.MULTILINE))
        found |= {name: value for pattern, name, value in (*files, *asked) if re.search(pattern, path)}
        end = PurePosixPath(path).suffix[1:]
        for is_pattern, name, sort in forced:
            if re.search(name, path) if is_pattern else PurePosixPath(path).name == name:
                return {**found, "Content-Type": sort}
        return {**found, "Content-Type": f"{types[end]}; charset=utf-8" if end in letters else types[end]}

    return answer


def iis(text: str) -> Answer:
    """Read what holds for the whole, and the places within it."""
    root = ET.fromstring(text.encode())  # noqa: S314 - it is ours
    whole, *places = [(one.attrib.get("path"), one.find("system.webServer")) for one in (root, *root.iter("location"))]

    def read(node: Any, types: dict[str, str], headers: dict[str, str]) -> None:
        types.update({one.attrib["fileExtension"][1:]: one.attrib["mimeType"] for one in node.iter("mimeMap")})
        headers.update({one.attrib["name"]: one.attrib["value"] for one in node.iterfind(".//customHeaders/add")})
        for cache in node.iter("clientCache"):
            age = cache.attrib.get("cacheControlMaxAge")
            days = int(age.partition(".")[0]) if age else 0
            headers["Cache-Control"] = f"max-age={days * 86400}" if age else cache.attrib["cacheControlCustom"]

    def answer(path: str) -> dict[str, str]:
        types: dict[str, str] = {}
        headers: dict[str, str] = {}
        read(whole[1], types, headers)
        for place, node in places:
            if path[1:] == place or path[1:].startswith(f"{place}/"):
                read(node, types, headers)
        return {**headers, "Content-Type": types[PurePosixPath(path).suffix[1:]]}

    return answer


READ: Final[Mapping[str, Callable[[str], Answer]]] = {"nginx": nginx, "apache": apache, "iis": iis}


@contextmanager
def answering(folder: Path, answer: Answer) -> Iterator[str]:
    """Serve a folder with exactly these headers, and its own page for a wrong address; give its address."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, directory=str(folder), **named)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class chose the name
            """Say nothing."""

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if (folder / path.strip("/")).is_dir() and not path.endswith("/"):
                self.send_response(301)
                self.send_header("Location", f"{path}/")
                self.end_headers()
                return
            file = f"{path}index.html" if path.endswith("/") else path
            code = 200 if (folder / file.strip("/")).is_file() else 404
            file = file if code == 200 else "/404.html"
            content = (folder / file.strip("/")).read_bytes() if (folder / file.strip("/")).is_file() else b""
            self.send_response(code)
            for name, value in answer(file).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    with running(Handler) as address:
        yield address
