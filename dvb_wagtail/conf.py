"""The package's settings, all named `DVB_WAGTAIL_…`: each a typed property, read when it is asked for.

Reading one that has the wrong type raises ImproperlyConfigured, which `checks` reports when the project starts.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

PREFIX: Final = "DVB_WAGTAIL_"


class Conf:
    """What a project may set. A property's docstring says what its value does and what holds without it."""

    @property
    def base_template(self) -> str:
        """The template that every page extends, with blocks `title` and `content` and `{% dvb_head %}` in its head."""
        value = _setting("BASE_TEMPLATE", "dvb_wagtail/base.html")
        if not isinstance(value, str) or not value:
            raise _wrong("BASE_TEMPLATE", "the name of a template", value)
        return value

    @property
    def max_age(self) -> int:
        """For how many seconds a document may be shown before it is asked for again; 300."""
        value = _setting("MAX_AGE", 300)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise _wrong("MAX_AGE", "a whole number of seconds", value)
        return value

    @property
    def max_age_on_conference_days(self) -> int:
        """The same while a conference is going on, when a change of room is news: a minute at most."""
        return min(60, self.max_age)

    @property
    def gzip_ics(self) -> bool:
        """Whether calendars are compressed for clients that ask for it; False for one that asks but cannot read it."""
        value = _setting("GZIP_ICS", True)  # noqa: FBT003
        if not isinstance(value, bool):
            raise _wrong("GZIP_ICS", "True or False", value)
        return value

    def now(self) -> datetime:
        """Return the time, aware, in UTC: the clock's, or what `DVB_WAGTAIL_NOW` says, for demonstrations and tests.

        That is an ISO 8601 date and time; without an offset it is in the project's `TIME_ZONE`.
        """
        value = _setting("NOW", None)
        if value is None or value == "":
            return timezone.now().astimezone(UTC)
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise _wrong("NOW", "a date and time such as 2020-12-08T13:05", value) from error
        return (moment if moment.tzinfo else timezone.make_aware(moment, timezone.get_default_timezone())).astimezone(
            UTC
        )


def _setting(name: str, default: object) -> Any:
    return getattr(settings, PREFIX + name, default)


def _wrong(name: str, expected: str, value: object) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{PREFIX}{name} must be {expected}, not {value!r}.")


conf = Conf()
