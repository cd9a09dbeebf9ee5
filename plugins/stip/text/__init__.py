"""Words, dates and letters: everything about text that no other part should know."""
