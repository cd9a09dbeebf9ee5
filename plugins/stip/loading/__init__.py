"""Loading: from the files that people write to a roadmap, with every problem on the way."""

from stip.closed import Closed, is_named
from stip.loading.colours import load_colours
from stip.loading.editions import load_edition, name_mistake
from stip.loading.load import Loaded, declare, judge, load
from stip.loading.roadmap import named_files
from stip.loading.suggest import nearest

__all__ = [
    "Closed",
    "Loaded",
    "declare",
    "is_named",
    "judge",
    "load",
    "load_colours",
    "load_edition",
    "name_mistake",
    "named_files",
    "nearest",
]
