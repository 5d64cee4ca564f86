"""Which year the next edition of the example is."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

LAST_RECORDED_YEAR = 2021
"""The editions until then are history, with dates of their own in `content`."""


def next_year(now: datetime) -> int:
    """Return the year of the next conference of 8 to 9 December that is not over at `now` (aware).

    It ends after lunch on the 9th, at 13:00 in Stockholm. A clock set back to a recorded year gives the first one
    after them, so that no edition is there twice.
    """
    zone = ZoneInfo("Europe/Stockholm")
    end = datetime(now.astimezone(zone).year, 12, 9, 13, tzinfo=zone)
    year = end.year if now.astimezone(UTC) < end else end.year + 1
    return max(year, LAST_RECORDED_YEAR + 1)
