"""Serve a folder on 127.0.0.1 for the browser tests."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SiteServer = Callable[[Path], str]


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line in the log for each; shows the site's own page for a missing one."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class chose the name
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's 404.html, as a web server in production does."""
        from_site = self._page_for_missing() if code == HTTPStatus.NOT_FOUND else None
        if from_site is None:
            super().send_error(code, message, explain)
            return
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(from_site)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(from_site)

    def _page_for_missing(self) -> bytes | None:
        page = Path(self.directory) / "404.html"
        return page.read_bytes() if page.is_file() else None


class _Server(ThreadingHTTPServer):
    """Lets more requests wait than a browser makes at once, also while the machine is too busy to answer."""

    request_queue_size = 128
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a browser hangs up: it left the page before it had all of it."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port as long as the context lasts; give its address, ending in a slash."""
    with running(partial(_QuietHandler, directory=str(folder))) as address:
        yield address


@contextmanager
def running(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """Run a server that answers with this handler; give its address, ending in a slash."""
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
