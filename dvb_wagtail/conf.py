"""The package's settings, all named `DVB_WAGTAIL_…`: each a typed property, read when it is asked for.

Reading one that has the wrong type raises ImproperlyConfigured, which `checks` reports when the project starts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

PREFIX: Final = "DVB_WAGTAIL_"

LANGUAGE: Final = "{language}"
"""Stands for a language's code in the address of a client site."""

_SOURCE: Final = re.compile(r"[*]|'self'|(?:https?://)?(?:[*][.])?[A-Za-z0-9.-]+(?::(?:[0-9]+|[*]))?")


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

    @property
    def frame_ancestors(self) -> tuple[str, ...]:
        """The sites that may show frames, as sources of a Content Security Policy; `("*",)`, every one.

        For example `["https://kommun.example", "https://*.region.example"]`.
        """
        value = _setting("FRAME_ANCESTORS", ["*"])
        if not isinstance(value, list | tuple) or not value or not all(_is_source(each) for each in value):
            raise _wrong("FRAME_ANCESTORS", 'a list of sources such as "https://*.region.example"', value)
        return tuple(value)

    @property
    def client_urls(self) -> Mapping[str, str | Mapping[str, str]]:
        """The addresses of the front pages of client sites, by the host name of their Wagtail site; empty, none.

        The key may have a port ("cms.example:8000") or be "default". The value is an address, with `{language}` where
        a language's code belongs, or one address for each language.
        """
        value = _setting("CLIENT_URLS", {})
        expected = 'addresses by host name, such as {"cms.example": "https://www.example/"}'
        if not isinstance(value, Mapping):
            raise _wrong("CLIENT_URLS", expected, value)
        for name, said in value.items():
            addresses = list(said.values()) if isinstance(said, Mapping) else [said]
            if not isinstance(name, str) or not name or not addresses or not all(_is_front(each) for each in addresses):
                raise _wrong("CLIENT_URLS", expected, value)
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


def _is_source(value: object) -> bool:
    """Tell whether a value is one source of `frame-ancestors` (CSP Level 3): no more, and nothing round it."""
    return isinstance(value, str) and _SOURCE.fullmatch(value) is not None


def _is_front(value: object) -> bool:
    """Tell whether a value is the address of a front page: absolute, and nothing after its path."""
    if not isinstance(value, str):
        return False
    try:
        parts = urlsplit(value)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    known = parts.scheme in ("http", "https") and has_host and "@" not in parts.netloc
    return known and not parts.query and not parts.fragment and not any(each.isspace() for each in value)


def _setting(name: str, default: object) -> Any:
    return getattr(settings, PREFIX + name, default)


def _wrong(name: str, expected: str, value: object) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{PREFIX}{name} must be {expected}, not {value!r}.")


conf = Conf()
