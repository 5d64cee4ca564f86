"""Addresses of the documents that the fixtures publish, and what stands in them, by parsers of others."""

from __future__ import annotations

import feedparser
import icalendar
from django.http import HttpResponse

PROGRAMME = "conferences/dv2020/sv/programme.ics"
NEWS = "news/nyheter/sv/articles.rss"


def calendar(response: HttpResponse) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(response.content)


def events(response: HttpResponse) -> dict[str, icalendar.Event]:
    """Return a calendar's events by SUMMARY, in order."""
    return {str(event["SUMMARY"]): event for event in calendar(response).walk("VEVENT")}


def titles(response: HttpResponse) -> list[str]:
    """Return the titles of a feed's articles, in order."""
    return [entry.title for entry in feedparser.parse(response.content).entries]
