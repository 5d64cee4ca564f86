"""Calendar programs that subscribe to the programme, or import it, show it as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from functools import partial
from typing import Any
from urllib.request import urlopen

import pytest

from dvb_wagtail.pages.models import SessionPage
from tests.clients.conftest import Desk
from tests.delivery.editing import republish, save_draft, unpublish

pytestmark = pytest.mark.clients

SUBSCRIPTION = """
[general]
status_path = "~/status/"

[pair programme]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"

[storage here]
type = "filesystem"
path = "~/calendar/"
fileext = ".ics"

[storage there]
type = "http"
url = "{address}"
"""

CALENDAR = """
[calendars]
[[programme]]
path = ~/calendar/
readonly = True

[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""

WHOLE_DAYS = ["2020-12-08 - 2020-12-09 Digitala Västerbotten 2020", "2020-12-09 - 2020-12-09 Visning av kulturhuset"]
IN_STOCKHOLM = [
    "2020-12-08 12:00 - 2020-12-08 13:00 Registrering och lunch",
    "2020-12-08 13:00 - 2020-12-08 13:20 Öppning: vår framgång",
    "2020-12-08 22:30 - 2020-12-09 00:30 Mingel; musik, dans",
    "2020-12-09 08:30 - 2020-12-09 09:45 AI och etik",
    "2020-12-09 08:30 - 2020-12-09 10:00 Leda politiskt",
    "2020-12-09 10:30 - 2020-12-09 11:30 Inställt: Panel om framtiden",
]
IN_NEW_YORK = [
    "2020-12-08 06:00 - 2020-12-08 07:00 Registrering och lunch",
    "2020-12-08 07:00 - 2020-12-08 07:20 Öppning: vår framgång",
    "2020-12-08 16:30 - 2020-12-08 18:30 Mingel; musik, dans",
    "2020-12-09 02:30 - 2020-12-09 03:45 AI och etik",
    "2020-12-09 02:30 - 2020-12-09 04:00 Leda politiskt",
    "2020-12-09 04:30 - 2020-12-09 05:30 Inställt: Panel om framtiden",
]
CLOCKS = pytest.mark.parametrize(
    ("zone", "sessions"), [("Europe/Stockholm", IN_STOCKHOLM), ("America/New_York", IN_NEW_YORK)]
)


@pytest.fixture
def synchronise(desk: Desk, programme: str) -> Callable[[], Any]:
    """A subscription to the programme by vdirsyncer, and the function that it is called with now and then."""
    desk.write(".config/vdirsyncer/config", SUBSCRIPTION.format(address=programme))
    for folder in ("status", "calendar"):
        (desk.home / folder).mkdir()
    desk.run("vdirsyncer", "discover")
    return lambda: desk.run("vdirsyncer", "sync")


def agenda(desk: Desk, form: str = "{start-long} - {end-long} {title}", zone: str = "Europe/Stockholm") -> list[str]:
    """Return what khal shows of 7 to 11 December on a computer in this zone, an event a line, sorted."""
    desk.write(".config/khal/config", CALENDAR.format(zone=zone))
    shown = desk.run("khal", "list", "--once", "--day-format", "", "--format", form, "2020-12-07", "5d", zone=zone)
    return sorted(line for line in shown.splitlines() if line)


@CLOCKS
def test_khal_shows_the_programme_on_the_clock_of_its_reader(desk, synchronise, zone, sessions):
    synchronise()
    assert agenda(desk, zone=zone) == sorted([*sessions, *WHOLE_DAYS])


def test_khal_shows_where_and_what_is_cancelled(desk, synchronise):
    synchronise()
    assert agenda(desk, "{cancelled}{title} ({location})") == [
        "AI och etik (Sal B, Kulturhuset, Storgatan 1)",
        "CANCELLED Inställt: Panel om framtiden (Kulturhuset, Storgatan 1)",
        "Digitala Västerbotten 2020 (Kulturhuset, Storgatan 1)",
        "Leda politiskt (Sal A, Kulturhuset, Storgatan 1)",
        "Mingel; musik, dans (Kulturhuset, Storgatan 1)",
        "Registrering och lunch (Kulturhuset, Storgatan 1)",
        "Visning av kulturhuset (Kulturhuset, Storgatan 1)",
        "Öppning: vår framgång (Kulturhuset, Storgatan 1)",
    ]
    assert "Inställt: Panel om framtiden. Orsak: Moderatorn är sjuk" in agenda(desk, "{title}. {description}")


def test_a_session_that_is_moved_is_moved_in_the_subscription_and_not_doubled(desk, synchronise):
    seminar = SessionPage.objects.get(title="Leda politiskt")
    before = "2020-12-09 08:30 - 2020-12-09 10:00 Leda politiskt"
    synchronise()
    save_draft(seminar, start=time(7), end=time(8))
    synchronise()
    assert agenda(desk) == sorted([*IN_STOCKHOLM, *WHOLE_DAYS])
    republish(seminar, start=time(10, 15), end=time(11, 45))
    synchronise()
    after = "2020-12-09 10:15 - 2020-12-09 11:45 Leda politiskt"
    assert agenda(desk) == sorted([after if line == before else line for line in [*IN_STOCKHOLM, *WHOLE_DAYS]])


def test_a_session_that_is_withdrawn_leaves_the_subscription(desk, synchronise):
    synchronise()
    unpublish(SessionPage.objects.get(title="Leda politiskt"))
    synchronise()
    assert agenda(desk) == sorted(line for line in [*IN_STOCKHOLM, *WHOLE_DAYS] if "Leda politiskt" not in line)


@CLOCKS
def test_calcurse_imports_the_programme_on_the_clock_of_its_reader(desk, programme, zone, sessions):
    with urlopen(programme) as answer:  # noqa: S310
        desk.write("programme.ics", answer.read().decode())
    calcurse = partial(desk.run, "calcurse", "--directory", "data", zone=zone)
    assert "6 apps / 2 events / 0 todos / 0 skipped" in calcurse("--import", "programme.ics")
    form = "%(start:%Y-%m-%d %H:%M) - %(end:%Y-%m-%d %H:%M) %m\\n"
    assert calcurse("--grep", "--filter-type", "apt", "--format-apt", form).splitlines() == sessions
    whole_days = calcurse("--grep", "--filter-type", "event,recur-event").splitlines()
    assert [re.sub(r">\w{40}", "", line) for line in whole_days] == [
        "12/08/2020 [1] {1D -> 12/09/2020}  Digitala Västerbotten 2020",
        "12/09/2020 [1]  Visning av kulturhuset",
    ]
