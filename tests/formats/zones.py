"""Hours to hold a time zone's description against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

NEAR = timedelta(days=1)
"""Before and after a change each hour is told."""


def unambiguous_hours(zone: ZoneInfo, year: int) -> Iterator[datetime]:
    """Yield wall-clock times of a year, but for those that occur twice or not at all.

    Each hour about a change of the offset, and elsewhere every seventh, so that all hours of a day are among them.
    """
    wall = datetime(year, 1, 1, 0, 15)  # noqa: DTZ001
    while wall.year == year:
        instants = {wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
        if len(instants) == 1 and instants.pop().astimezone(zone).replace(tzinfo=None) == wall:
            yield wall
        before, after = ((wall + away).replace(tzinfo=zone).utcoffset() for away in (-NEAR, timedelta(hours=7) + NEAR))
        wall += timedelta(hours=1 if before != after else 7)
