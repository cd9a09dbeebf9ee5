"""Measures of the path drawing, in px of its view box."""

WIDTH = 1440.0
MARGIN = 26.0
GAP = 14.0
"""Between neighbouring boxes on one side of the road."""

SIGN_WIDTHS = (156.0, 176.0)
"""A sign is narrow when all titles of the path then fit in three lines, else wide."""
TITLE = 16.5
TITLE_LINES = 4
LETTER = 14.0
ICON = 25.0

PLANK = 196.0
PLANK_HEIGHT = 28.0
PLANK_GAP = 6.0
MOST_PLANKS = 2

MARK_ROOM = 46.0
DEAD_END = 58.0
"""How far a stopped step lies off the road."""

HORIZON = 200.0
DROP = 262.0
"""How far the road begins below the horizon, when it ends at it."""
RISE = 86.0
"""How much a road rises in a strip that goes on in the next."""
SUN_R = 50.0
SUN_FROM_RIGHT = 122.0
WORDS = 250.0
ROAD_HALF = (29.0, 5.0)
LATER_PART = 0.62
RULER = 46.0
POSTS = (26.0, 44.0)
"""Lengths of the signposts in turn, so that the signs do not stand like soldiers."""
