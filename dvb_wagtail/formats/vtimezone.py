"""VTIMEZONE (RFC 5545 §3.6.5) from the zone database that Python has.

A zone with a regular rule is a pair of yearly RRULEs with one BYDAY each, the only form that Outlook reads; what is
irregular is one sub-component for each change. Never lists of RDATE: ical.js, so Thunderbird, reads their first date
only, and Outlook none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vDatetime, vRecur, vUTCOffset

from dvb_wagtail.formats.ical_lines import serialise
from dvb_wagtail.formats.ical_values import Text

LISTED_YEARS = 30
"""Years after the first one for which the changes of a zone without a regular rule are listed."""

_YEARS_SEEN = 60
"""Years after the first one in which a rule is looked for: Stockholm's of today began in 1996."""

_REGULAR_YEARS = 10
"""So many years in a row make a rule: within them, each fourth weekday of a month is once not its last."""

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST = -1
_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class _Onset:
    """A change of the offset. `at` is the wall clock just before it, as RFC 5545 wants DTSTART."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def rule(self) -> tuple[object, ...]:
        """Return what is equal in every year of a regular rule, but for which of the month's weekdays it is."""
        return self.at.month, self.at.weekday(), self.at.time(), self.before, self.after

    @property
    def ordinals(self) -> frozenset[int]:
        """Return which of the month's weekdays it is: the first to the fourth, or the last."""
        last = (self.at + timedelta(days=7)).month != self.at.month
        number = (self.at.day - 1) // 7 + 1
        return frozenset(({_LAST} if last else set()) | ({number} if number < 5 else set()))


@lru_cache(maxsize=256)
def vtimezone(time_zone: str, first_year: int) -> bytes:
    """Return the VTIMEZONE of an IANA zone, right for every moment from January of `first_year`.

    Right without end where the zone has come to a regular rule, else for `LISTED_YEARS`. Raises ZoneInfoNotFoundError.
    """
    zone = ZoneInfo(time_zone)
    # From the year before, so that the first moment of `first_year` has an onset before it.
    start, last_year = first_year - 1, first_year + _YEARS_SEEN
    onsets = list(_onsets(zone, start, last_year))
    yearly = _yearly(onsets, last_year)
    listed_before = yearly[0][0].at.year if yearly else first_year + LISTED_YEARS + 1
    component = Timezone()
    component["TZID"] = Text(time_zone)
    if listed_before > start:
        component.add_component(_initial(zone, start))
    for onset in onsets:
        if onset.at.year < listed_before:
            component.add_component(_observance(onset))
    for onset, ordinal in yearly:
        component.add_component(_observance(onset, ordinal))
    return serialise(component)


def _onsets(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[_Onset]:
    """Yield every change of the offset in these years of UTC."""
    midnights = range(_midnight(first_year), _midnight(last_year + 1), _DAY)
    before = _offset(midnights[0], zone)
    for midnight in midnights:
        after = _offset(midnight + _DAY, zone)
        if after != before:
            change = _first_second(zone, midnight, midnight + _DAY)
            at = datetime.fromtimestamp(change, UTC).replace(tzinfo=None) + before
            yield _Onset(at, before, after, datetime.fromtimestamp(change, zone).tzname() or "")
        before = after


def _first_second(zone: ZoneInfo, start: int, end: int) -> int:
    """Return the first second of another offset than at `start`, all in POSIX time."""
    before = _offset(start, zone)
    return start + bisect_left(range(start, end + 1), 1, key=lambda second: int(_offset(second, zone) != before))


def _offset(second: int, zone: ZoneInfo) -> timedelta:
    return datetime.fromtimestamp(second, zone).utcoffset() or timedelta()


def _midnight(year: int) -> int:
    return int(datetime(year, 1, 1, tzinfo=UTC).timestamp())


def _yearly(onsets: list[_Onset], last_year: int) -> list[tuple[_Onset, int]]:
    """Return the two changes of the first year from which on they are the same in every year.

    Each with the ordinal of its weekday within its month. Empty if the zone has no such rule.
    """
    by_year = {year: tuple(of_year) for year, of_year in groupby(onsets, key=lambda onset: onset.at.year)}
    pattern = tuple(onset.rule for onset in by_year.get(last_year, ()))
    if len(pattern) != 2:
        return []
    ordinals = [frozenset(range(_LAST, 5))] * 2
    year = last_year
    while tuple(onset.rule for onset in by_year.get(year, ())) == pattern:
        common = [known & onset.ordinals for known, onset in zip(ordinals, by_year[year], strict=True)]
        if not all(common):
            break
        ordinals, year = common, year - 1
    if last_year - year < _REGULAR_YEARS:
        return []
    return list(zip(by_year[year + 1], (min(choices) for choices in ordinals), strict=True))


def _initial(zone: ZoneInfo, year: int) -> TimezoneStandard:
    """Return the offset in force as the year begins; for a zone without changes, that of all time."""
    moment = datetime(year, 1, 1, tzinfo=zone)
    offset = moment.utcoffset() or timedelta()
    component = TimezoneStandard()
    _fill(component, _Onset(moment.replace(tzinfo=None), offset, offset, moment.tzname() or ""))
    return component


def _observance(onset: _Onset, ordinal: int = 0) -> TimezoneStandard | TimezoneDaylight:
    """Return the sub-component of one change, or with an ordinal of that change every year.

    DAYLIGHT is the one that moves the clock forward: so it is for Dublin too, where by law summer time is the standard.
    """
    component = TimezoneDaylight() if onset.after > onset.before else TimezoneStandard()
    if ordinal:
        weekday = f"{ordinal}{_WEEKDAYS[onset.at.weekday()]}"
        component["RRULE"] = vRecur({"FREQ": "YEARLY", "BYMONTH": onset.at.month, "BYDAY": weekday})
    _fill(component, onset)
    return component


def _fill(component: TimezoneStandard | TimezoneDaylight, onset: _Onset) -> None:
    component["DTSTART"] = vDatetime(onset.at)
    component["TZOFFSETFROM"] = vUTCOffset(onset.before)
    component["TZOFFSETTO"] = vUTCOffset(onset.after)
    component["TZNAME"] = Text(onset.name)
