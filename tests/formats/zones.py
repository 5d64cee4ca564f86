"""Hours to hold a time zone's description against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def unambiguous_hours(zone: ZoneInfo, year: int) -> Iterator[datetime]:
    """Yield the wall-clock time of each hour of a year, but for those that occur twice or not at all."""
    wall = datetime(year, 1, 1, 0, 15)  # noqa: DTZ001
    while wall.year == year:
        instants = {wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
        if len(instants) == 1 and instants.pop().astimezone(zone).replace(tzinfo=None) == wall:
            yield wall
        wall += timedelta(hours=1)
