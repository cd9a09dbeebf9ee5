"""Writing: files and folders that are there as they were or as they become, whenever a machine stops."""

from stip.writing.swapping import swap
from stip.writing.together import WORK, put_back, write_together
from stip.writing.whole import stage, sweep, write_whole

__all__ = ["WORK", "put_back", "stage", "swap", "sweep", "write_together", "write_whole"]
