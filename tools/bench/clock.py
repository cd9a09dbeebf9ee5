"""Build the MkDocs project of this folder, and clock in this process what our plugin takes of it: one line of JSON.

The clock starts when MkDocs is loaded. What ours takes is all that happens in its events; loading our modules, which a
process does once, is told apart.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main() -> None:
    """Build, and print what it took."""
    spent: dict[str, float] = {}
    start = time.perf_counter()
    loading = 0.0
    if "stip" in Path("mkdocs.yml").read_text("utf-8"):
        __import__("stip.adapters.mkdocs")
        loading = time.perf_counter() - start
    config = load_config("mkdocs.yml", site_dir="site")
    for event, methods in config.plugins.events.items():
        methods[:] = [_clocked(method, event, spent) if _is_ours(method) else method for method in methods]
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    whole = time.perf_counter() - start
    print(json.dumps({"whole": whole, "loading": loading, "ours": sum(spent.values()), "events": spent}))


def _is_ours(method: Callable[..., Any]) -> bool:
    return type(getattr(method, "__self__", None)).__module__.startswith("stip.")


def _clocked(method: Callable[..., Any], event: str, spent: dict[str, float]) -> Callable[..., Any]:
    def clocked(*arguments: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            return method(*arguments, **named)
        finally:
            spent[event] = spent.get(event, 0.0) + time.perf_counter() - start

    return clocked


if __name__ == "__main__":
    main()
