"""A client of a language server over standard input and output, as an editor is one: it asks, answers and waits."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

PATIENCE = 60
"""Seconds to wait for an answer: far more than it takes, on a machine on which much runs."""


class Client:
    """An editor with one workspace and its settings, by section; each document has one version."""

    def __init__(self, process: subprocess.Popen[bytes], settings: Mapping[str, Any]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._to, self._settings = process, process.stdin, settings
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._opened: set[str] = set()
        self._asked = 0
        threading.Thread(target=self._listen, args=(process.stdout,), daemon=True).start()

    def start(self, folder: Path) -> None:
        """Open a folder as the workspace."""
        workspace = {"uri": folder.as_uri(), "name": folder.name}
        wants = {"workspace": {"configuration": True, "workspaceFolders": True}, "textDocument": _ABILITIES}
        told = {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": [workspace], "capabilities": wants}
        self.ask("initialize", told)
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {}})

    def problems(self, texts: Mapping[str, str]) -> dict[str, list[str]]:
        """Show documents to the server; return what it says of each, without what it says nothing of."""
        for uri, text in texts.items():
            self._open(uri, text)
        while not texts.keys() <= self._diagnostics.keys():
            self._handle()
        found = {uri: [one["message"] for one in self._diagnostics[uri]] for uri in texts}
        return {uri: messages for uri, messages in found.items() if messages}

    def complete(self, uri: str, text: str) -> dict[str, dict[str, Any]]:
        """Return what the server offers at the mark `|` of a document, by label."""
        found = self.ask("textDocument/completion", self._at_mark(uri, text))
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: item for item in items}

    def hover(self, uri: str, text: str) -> str:
        """Return what the server tells of what stands at the mark `|` of a document; empty for nothing."""
        found = self.ask("textDocument/hover", self._at_mark(uri, text))
        return str(found["contents"]["value"]) if found else ""

    def _at_mark(self, uri: str, text: str) -> dict[str, Any]:
        """Show a document without its mark; return where that was."""
        before, _, after = text.partition("|")
        self._open(uri, before + after)
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return {"textDocument": {"uri": uri}, "position": place}

    def _open(self, uri: str, text: str) -> None:
        """Show a document; each must have an address of its own, for what is said of it comes later."""
        assert uri not in self._opened
        self._opened.add(uri)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def ask(self, method: str, params: object) -> Any:
        """Return the answer of the server, after dealing with what it says in between."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._handle()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message["error"]
                return message.get("result")

    def tell(self, method: str, params: object) -> None:
        """Tell the server something that it does not answer."""
        self._send({"method": method, "params": params})

    def _handle(self) -> dict[str, Any]:
        """Take the next message, and answer it or keep it where it asks for that."""
        message = self._messages.get(timeout=PATIENCE)
        assert message is not None, f"the language server stopped ({self._process.wait()})"
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            found = [self._settings.get(item["section"], {}) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": found})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _send(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to.flush()

    def _listen(self, stream: IO[bytes]) -> None:
        while head := stream.readline():
            length = int(head.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(length)))
        self._messages.put(None)


_ABILITIES = {
    "hover": {"contentFormat": ["markdown"]},
    "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
    "publishDiagnostics": {},
}


@contextlib.contextmanager
def running(command: list[str], folder: Path, settings: Mapping[str, Any]) -> Iterator[Client]:
    """Run a language server for a folder as long as somebody needs it."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
    try:
        client = Client(process, settings)
        client.start(folder)
        yield client
        client.ask("shutdown", None)
        client.tell("exit", None)
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.communicate()
