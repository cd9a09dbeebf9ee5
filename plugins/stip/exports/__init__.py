"""Exports: the roadmap in the forms that other programs read."""

from stip.exports.calendar import Calendars, make_calendars

__all__ = ["Calendars", "make_calendars"]
