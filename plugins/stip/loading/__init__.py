"""Loading: from the files that people write to a roadmap, with every problem on the way."""

from stip.loading.colours import load_colours
from stip.loading.editions import name_mistake
from stip.loading.includes import Closed
from stip.loading.load import Loaded, declare, judge, load

__all__ = ["Closed", "Loaded", "declare", "judge", "load", "load_colours", "name_mistake"]
