"""Exports: the roadmap in the forms that other programs read."""

from stip.exports.calendar import Calendars, make_calendars
from stip.exports.feed import Entry, make_feed, write_feed
from stip.exports.plan import plan_files
from stip.exports.records import record_files

__all__ = ["Calendars", "Entry", "make_calendars", "make_feed", "plan_files", "record_files", "write_feed"]
