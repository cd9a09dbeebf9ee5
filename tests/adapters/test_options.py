"""The options of mkdocs.yml: what a site gets without any, and how posters are switched off."""

from __future__ import annotations

from typing import Any

import pytest

from stip.adapters.mkdocs.options import StipConfig, print_settings
from stip.printing import PrintSettings


def read(**given: Any) -> tuple[StipConfig, list[str]]:
    """Read options as MkDocs does; return them with what is wrong."""
    config = StipConfig()
    config.load_dict(given)
    errors, warnings = config.validate()
    return config, [str(problem) for _, problem in (*errors, *warnings)]


def test_posters_are_made_by_a_build_and_not_by_a_server() -> None:
    config, wrong = read()
    assert wrong == []
    assert print_settings(config, serving=False) == PrintSettings()
    assert print_settings(config, serving=True) is None


@pytest.mark.parametrize("off", [False, {"enabled": False}])
def test_they_can_be_switched_off(off: Any) -> None:
    config, wrong = read(posters=off)
    assert wrong == []
    assert print_settings(config, serving=False) is None


def test_a_server_makes_them_when_asked() -> None:
    config, _ = read(posters={"serve": True, "sizes": ["a2"], "teams": False})
    assert print_settings(config, serving=True) == PrintSettings(sizes=("a2",), teams=False)


def test_pages_for_frames_are_made_unless_switched_off() -> None:
    assert read()[0].embed is True
    assert read(embed=False)[0].embed is False
    assert read(embed="misschien")[1]


@pytest.mark.parametrize("wrong", [{"sizes": ["a9"]}, {"papers": ["a4"]}, "yes", {"tiles": "a4"}])
def test_a_slip_is_told(wrong: Any) -> None:
    assert read(posters=wrong)[1]
