"""Find the language server of YAML, or install it; `python tests/editor/install.py` prints where it is.

What is installed, and its hashes, stand in package-lock.json beside this file.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))  # run by path, this file's own folder is the first on the module path

from node_tools import NodeTool, NoToolError  # noqa: E402 - from there

SERVER: Final = NodeTool("editor", HERE, "yaml-language-server/bin/yaml-language-server")


def find_server() -> Path:
    """Return the script that is the server. Raises NoToolError when what is installed is not what the lock says."""
    try:
        return SERVER.find()
    except NoToolError as error:
        message = "There is no language server to ask: run `python tests/editor/install.py`."
        raise NoToolError(message) from error


def main() -> int:
    """Print where the server is, after installing it where needed; return the exit code."""
    try:
        print(SERVER.install())
    except (NoToolError, subprocess.SubprocessError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
