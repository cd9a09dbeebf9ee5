"""Versions: what a site was made from, with what, and what came of it, so that a published one can be checked."""

from stip.versions.inputs import input_files, inputs_of
from stip.versions.verify import Difference, Kind, differences, input_differences
from stip.versions.version import HOST, Version, find_version, hashed, marked, read, tools_of, write

__all__ = [
    "HOST",
    "Difference",
    "Kind",
    "Version",
    "differences",
    "find_version",
    "hashed",
    "input_differences",
    "input_files",
    "inputs_of",
    "marked",
    "read",
    "tools_of",
    "write",
]
