"""The MkDocs plugin: options in, pages out; everything else happens in the core."""

from stip.adapters.mkdocs.plugin import StipPlugin

__all__ = ["StipPlugin"]
