"""Stip draws how every department of an organisation travels to one shared horizon."""

from typing import Final

__version__: Final = "0.1.0"
