"""`conferences.ics`: every edition of a series, in one calendar to subscribe to once."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.http import parse_http_date

from dvb_wagtail.core.channel import Option
from dvb_wagtail.delivery import addresses
from dvb_wagtail.publication.tables import PublishedSeries
from tests import pages_factory as make
from tests.delivery.editing import make_private, republish, unpublish
from tests.delivery.reading import calendar, events

SERIES = "series/digitala-vasterbotten/sv/conferences.ics"


@pytest.fixture(scope="module")
def series(home):
    return make.make_series(home, mission="Lunch till lunch om digitalisering.")


@pytest.fixture(scope="module", autouse=True)
def editions(series):
    days = {"dv2019": date(2019, 11, 21), "dv2020": date(2020, 12, 8), "dv2027": date(2027, 12, 7)}
    return {
        acronym: make.make_conference(series, acronym, title=f"DV {day.year}", start_date=day, end_date=day)
        for acronym, day in days.items()
    }


def test_every_edition_is_an_event_of_whole_days_the_newest_first(get):
    found = events(get(SERIES))
    assert {title: event.decoded("DTSTART") for title, event in found.items()} == {
        "DV 2027": date(2027, 12, 7),
        "DV 2020": date(2020, 12, 8),
        "DV 2019": date(2019, 11, 21),
    }
    assert list(found) == ["DV 2027", "DV 2020", "DV 2019"]


def test_an_edition_has_the_identity_that_it_has_in_its_own_calendar(get):
    own = events(get("conferences/dv2020/sv/programme.ics"))["DV 2020"]
    assert events(get(SERIES))["DV 2020"]["UID"] == own["UID"]


def test_the_calendar_is_named_after_the_series(get):
    head = calendar(get(SERIES))
    assert (head["X-WR-CALNAME"], head["X-WR-CALDESC"]) == (
        "Digitala Västerbotten",
        "Lunch till lunch om digitalisering.",
    )
    assert str(head["SOURCE"]).endswith(SERIES)


def test_a_change_of_an_edition_is_a_new_document(get, editions):
    before = get(SERIES)
    assert get(SERIES, if_none_match=before["ETag"]).status_code == 304
    republish(editions["dv2027"], title="DV 2027 i Umeå")
    after = get(SERIES, if_none_match=before["ETag"])
    assert "DV 2027 i Umeå" in events(after)


def test_a_change_of_a_session_is_none(get, editions):
    before = get(SERIES)
    make.make_session(editions["dv2020"], "Ny")
    assert get(SERIES, if_none_match=before["ETag"]).status_code == 304


@pytest.mark.parametrize("hide", [unpublish, make_private])
def test_an_edition_that_nobody_may_see_is_not_there(get, editions, hide):
    before = get(SERIES)
    hide(editions["dv2019"])
    after = get(SERIES, if_none_match=before["ETag"])
    assert "DV 2019" not in events(after)
    assert parse_http_date(after["Last-Modified"]) >= parse_http_date(before["Last-Modified"])


def test_a_series_without_editions_is_a_calendar_that_is_valid(get, home):
    make.make_series(home, "tom-serie", title="Tom")
    empty = calendar(get("series/tom-serie/sv/conferences.ics"))
    assert empty.walk("VEVENT") == []
    assert len(empty.walk("VTIMEZONE")) == 1


def test_an_edition_moved_to_another_series_is_in_that_one(get, editions, home, django_capture_on_commit_callbacks):
    other = make.make_series(home, "andra", title="Andra")
    before = get(SERIES), get("series/andra/sv/conferences.ics")
    with django_capture_on_commit_callbacks(execute=True):
        editions["dv2019"].move(other, pos="last-child")
    left = get(SERIES, if_none_match=before[0]["ETag"])
    right = get("series/andra/sv/conferences.ics", if_none_match=before[1]["ETag"])
    assert "DV 2019" not in events(left)
    assert list(events(right)) == ["DV 2019"]


def test_a_cancelled_edition_can_be_kept_for_calendars_that_drop_it(get, editions):
    republish(editions["dv2027"], status="cancelled", status_reason="Storm.")
    kept = addresses.series("digitala-vasterbotten", "sv", options=[Option.KEEP_CANCELLED])
    assert kept.endswith("conferences.ics?cancelled=keep")
    assert events(get(SERIES))["Inställt: DV 2027"]["STATUS"] == "CANCELLED"
    assert events(get(f"{SERIES}?cancelled=keep"))["Inställt: DV 2027"]["STATUS"] == "CONFIRMED"


@pytest.mark.parametrize(
    "address",
    [
        "series/unknown/sv/conferences.ics",
        "series/digitala-vasterbotten/xx/conferences.ics",
        "series/digitala-vasterbotten/sv/programme.ics",
        f"{SERIES}?day=2020-12-08",
        f"{SERIES}?cancelled=drop",
    ],
)
def test_what_is_not_there_is_a_problem_document(get, address):
    response = get(address)
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_it_costs_two_queries_and_one_for_who_has_it_however_many_editions(get, series):
    def queries(**headers):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response = get(SERIES, **headers)
        return response, len(captured)

    first, few = queries()
    for number in range(12):
        make.make_conference(series, f"more{number:02}")
    whole, many = queries()
    assert (few, many) == (2, 2)
    assert queries(if_none_match=whole["ETag"])[1] == 1
    assert first["ETag"] != whole["ETag"]


def test_a_former_key_still_answers(get, series):
    assert PublishedSeries.objects.get(identity=series.translation_key).key == "digitala-vasterbotten"
    republish(series, key="dv")
    assert str(calendar(get(SERIES))["SOURCE"]).endswith("series/dv/sv/conferences.ics")
