"""What tests of practices share: the roadmap of the example."""

from __future__ import annotations

import pytest

from practices.walking import example
from stip.model import Roadmap


@pytest.fixture(scope="session")
def roadmap() -> Roadmap:
    """Return what the example declares, to compare its pages with."""
    return example()
