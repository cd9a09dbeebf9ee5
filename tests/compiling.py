"""Compile each template once for all tests of a process: most of the time of a small site goes into that."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment


def remember(patch: pytest.MonkeyPatch) -> None:
    """Let Jinja give what it compiled before, for the same text under the same name with the same settings."""
    compiled: dict[object, Any] = {}
    compile_anew = Environment.compile

    def once(self: Environment, source: Any, name: str | None = None, filename: str | None = None, **more: Any) -> Any:
        if not isinstance(source, str) or more:
            return compile_anew(self, source, name, filename, **more)
        key = (source, name, filename, *_settings(self))
        if key not in compiled:
            compiled[key] = compile_anew(self, source, name, filename)
        return compiled[key]

    patch.setattr(Environment, "compile", once)


def _settings(environment: Environment) -> tuple[object, ...]:
    """Return all of an environment that decides what a template becomes; Jinja may reckon values out then."""
    return (
        type(environment),
        environment.lexer,  # one for all environments that read alike
        environment.autoescape,
        environment.optimized,
        environment.is_async,
        tuple(environment.extensions),
        frozenset(environment.filters.items()),
        frozenset(environment.tests.items()),
    )
