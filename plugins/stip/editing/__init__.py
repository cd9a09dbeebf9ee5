"""Editing: change what people wrote at known places, and leave every other byte as it is."""

from stip.editing.rename import Renaming, UnwantedError, plan_rename
from stip.editing.writing import Change, write_all

__all__ = ["Change", "Renaming", "UnwantedError", "plan_rename", "write_all"]
