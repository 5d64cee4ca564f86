"""The ways into a calendar, each an address of one and the same document.

How late each client is, and what it refuses, was measured and read up; it is said to visitors in the template.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.scope import Scope
from dvb_wagtail.delivery import addresses

GOOGLE = "https://calendar.google.com/calendar/u/0/r/settings/addbyurl"
"""Google's page "From URL", where the address is pasted: its link with `?cid=` fails for calendars of others."""

OUTLOOK_WORK = "https://outlook.office.com/calendar/0/addfromweb"
OUTLOOK_COM = "https://outlook.live.com/calendar/0/addfromweb"


@dataclass(frozen=True, slots=True)
class Subscription:
    """Where to subscribe to a selection. All empty, and `too_long`, where Google would silently refuse the address."""

    title: str
    address: str = ""
    webcal: str = ""
    file: str = ""
    google: str = ""
    google_address: str = ""
    outlook_work: str = ""
    outlook_com: str = ""
    too_long: bool = False


def subscription(title: str, acronym: str, language: str, scope: Scope, root_url: str) -> Subscription:
    """Return the ways to subscribe to an edition's programme, or a selection of it.

    `root_url` is scheme and host of the site; `title` is what Outlook calls the calendar.
    """
    try:
        address = addresses.programme(acronym, language, scope, root_url=root_url)
        kept = addresses.programme(acronym, language, scope, options=(Option.KEEP_CANCELLED,), root_url=root_url)
    except addresses.AddressTooLong:
        return Subscription(title, too_long=True)
    return _ways(title, address, kept, root_url)


def every_edition(title: str, key: str, language: str, root_url: str) -> Subscription:
    """Return the ways to subscribe to all editions of a series. As for `subscription`."""
    address = addresses.series(key, language, root_url=root_url)
    kept = addresses.series(key, language, options=(Option.KEEP_CANCELLED,), root_url=root_url)
    return _ways(title, address, kept, root_url)


def _ways(title: str, address: str, kept: str, root_url: str) -> Subscription:
    """Return the ways to one calendar.

    Google removes cancelled events from a calendar that it follows, so it gets the address that keeps them (`kept`),
    as confirmed, with a word before the title.
    """
    outlook = f"?url={quote(address, safe='')}&name={quote(title, safe='')}"
    return Subscription(
        title=title,
        address=address,
        webcal="webcal://" + address.partition("://")[2],
        file=address.removeprefix(root_url),
        google=GOOGLE,
        google_address=kept,
        outlook_work=OUTLOOK_WORK + outlook,
        outlook_com=OUTLOOK_COM + outlook,
    )
