"""What the proof of accessibility looks at, and the report that it writes."""
