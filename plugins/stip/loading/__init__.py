"""Loading: from the files that people write to a roadmap, with every problem on the way."""

from stip.loading.load import Loaded, load

__all__ = ["Loaded", "load"]
