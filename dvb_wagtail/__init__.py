"""Conferences and news for Wagtail, published as iCalendar, RSS and Atom."""

__version__ = "0.1.0"
