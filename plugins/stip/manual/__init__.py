"""The manual: what every key and every message means, for `stip explain` and for the site."""

from stip.manual.book import manual

__all__ = ["manual"]
