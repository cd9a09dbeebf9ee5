"""Measures of the path drawing, in px of its view box."""

WIDTH = 1260.0
"""The drawing is shown from a window of 1280 px on, so that its letters, with a scroll bar beside it, only grow."""
MARGIN = 22.0
GAP = 10.0
"""Between neighbouring boxes on one side of the road."""

SIGN_WIDTHS = (148.0, 172.0)
"""A sign is narrow when there are many steps and all titles then fit in three lines, else wide."""
FEW = 6
TITLE = 16.0
TITLE_LINES = 4
LETTER = 14.0
ICON = 25.0
TRIANGLE = 31.0

PLANK = 172.0
PLANK_LINES = (2, 3)
PLANK_GAP = 6.0
MOST_PLANKS = 2

MARK_ROOM = 46.0
DEAD_ROOM = 80.0
DEAD_END = 58.0
"""How far a stopped step lies off the road."""

HORIZON = 200.0
DROP = 262.0
"""How far the road begins below the horizon, when it ends at it."""
RISE = 86.0
"""How much a road rises in a strip that goes on in the next."""
SUN_R = 50.0
SUN_FROM_RIGHT = 122.0
WORDS = 205.0
ROAD_HALF = (29.0, 3.0)
LATER_PART = 0.62
RULER = 46.0
GHOST_POST = 33.0
POSTS = (26.0, 44.0)
"""Lengths of the signposts in turn, so that the signs do not stand like soldiers."""
