"""Values of iCalendar properties, where icalendar's own would write something else than was meant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import vCategory, vDatetime, vGeo, vText, vUri

UTC_NAMES = frozenset({"UTC", "UCT", "Universal", "Zulu", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu"})
"""Zones whose times are written with a Z: RFC 5545 §3.2.19 forbids a TZID for them."""


class Text(vText):
    r"""TEXT (RFC 5545 §3.3.11). icalendar takes the two characters `\N` in a text for a line end; here they stay."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


class Categories(vCategory):
    """A list of TEXT, each escaped as `Text`."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__([])
        self.cats = [Text(name) for name in names]


class Position(vGeo):
    """GEO (RFC 5545 §3.8.1.6): six decimals, never the exponent that Python writes small numbers with."""

    def to_ical(self) -> str:
        return f"{self.latitude:.6f};{self.longitude:.6f}"


def position(latitude: float | None, longitude: float | None) -> Position | None:
    """Return where on Earth it is, in decimal degrees, or None where that is unknown or no such point exists."""
    if latitude is None or longitude is None or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Position((latitude, longitude))


def text(value: str, language: str = "") -> Text:
    """Return a TEXT; `language` is named (LANGUAGE) only where it is not the document's own."""
    return Text(value, params={"LANGUAGE": language} if language else None)


def uri(address: str, **parameters: str | list[str]) -> vUri:
    """Return a URI that says so: RFC 7986 requires `VALUE=URI` of every property but URL."""
    return vUri(address, params={"VALUE": "URI", **parameters})


def in_utc(moment: datetime) -> vDatetime:
    """Return an instant in UTC, as a history of changes is written."""
    return vDatetime(moment.astimezone(UTC))


def period(start: datetime, end: datetime, time_zone: str) -> tuple[vDatetime, vDatetime]:
    """Return DTSTART and DTEND as wall-clock times of `time_zone`, an IANA name.

    In UTC where such a time occurs twice, in autumn: RFC 5545 §3.3.5 takes it for the first of the two, ical.js (so
    Thunderbird) for the second.
    """
    zone = ZoneInfo(time_zone)
    # By way of UTC, which moves a wall-clock time that a change skips to one that exists.
    local = [moment.astimezone(UTC).astimezone(zone) for moment in (start, end)]
    if time_zone in UTC_NAMES or any(_occurs_twice(moment) for moment in local):
        return in_utc(start), in_utc(end)
    return _in_zone(local[0], time_zone), _in_zone(local[1], time_zone)


def _occurs_twice(moment: datetime) -> bool:
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _in_zone(moment: datetime, time_zone: str) -> vDatetime:
    """Return a wall-clock time with its TZID, also for Reykjavik and others that icalendar would write in UTC."""
    value = vDatetime(moment.replace(tzinfo=None))
    value.params["TZID"] = time_zone
    return value
