"""The options of mkdocs.yml are explained: those that the plugin takes, and no others."""

from __future__ import annotations

import pytest

from stip.adapters.mkdocs.options import PosterConfig, StipConfig
from stip.manual.options import option_sample, options
from stip.text.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_is_explained(language: str) -> None:
    own = set(StipConfig())
    inner = {f"posters.{name}" for name in PosterConfig()}
    assert set(options(language)) == own | inner


def test_an_option_stands_where_it_belongs() -> None:
    assert option_sample("posters.sizes")[-2:] == ("      posters:", "        sizes: …")
