"""The rows of drawings: what each costs, beside the embedded engine alone on the same graphs."""

from __future__ import annotations

from collections.abc import Iterator

import targets
from figures import Figure
from organisations import Organisation
from running import python


def measure(organisation: Organisation, rounds: int) -> Iterator[Figure]:
    """Make every map and path of the site with nothing kept, and let the engine lay out the same graphs."""
    told = [python("draw.py", folder=organisation.own).told for _ in range(rounds)]
    own = tuple(one["drawing"] / one["count"] * 1e3 for one in told)
    engine = tuple(one["engine"] / one["count"] * 1e3 for one in told)
    yield Figure(targets.DRAWING, organisation.name, own, "ms")
    yield Figure(targets.DRAWING_ENGINE, organisation.name, own, "ms", against=engine)
