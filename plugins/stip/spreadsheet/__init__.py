"""Spreadsheet: a plan that people keep in Excel or CSV, read to a roadmap; and a roadmap written as such a plan.

What reads and what writes is loaded by itself: a site only writes.
"""
