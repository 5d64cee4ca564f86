from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from example_project.reading import Content
from example_project.years import next_year

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("now", "year"),
    [
        pytest.param(datetime(2026, 3, 1, 12, tzinfo=STOCKHOLM), 2026, id="in spring"),
        pytest.param(datetime(2026, 12, 8, 23, tzinfo=STOCKHOLM), 2026, id="on the first evening"),
        pytest.param(datetime(2026, 12, 9, 12, 59, tzinfo=STOCKHOLM), 2026, id="at the last lunch"),
        pytest.param(datetime(2026, 12, 9, 13, tzinfo=STOCKHOLM), 2027, id="when it is over"),
        pytest.param(datetime(2026, 12, 9, 12, 30, tzinfo=UTC), 2027, id="when it is over, by another clock"),
        pytest.param(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), 2027, id="on New Year's night in Stockholm"),
        pytest.param(datetime(2020, 12, 8, 13, 30, tzinfo=STOCKHOLM), 2022, id="during a recorded edition"),
        pytest.param(datetime(2019, 1, 1, tzinfo=UTC), 2022, id="before all of them"),
        pytest.param(datetime(2021, 12, 31, tzinfo=UTC), 2022, id="after the last of them"),
    ],
)
def test_the_next_edition_is_the_first_that_is_not_over(now, year):
    assert next_year(now) == year


def test_the_coming_editions_have_the_days_of_their_years():
    content = Content(datetime(2026, 11, 21, 12, tzinfo=UTC))
    editions = {folder: content.edition(folder) for folder in ("next", "after")}
    days = {folder: (edition["start_date"], edition["end_date"]) for folder, edition in editions.items()}

    assert days == {
        "next": (date(2026, 12, 8), date(2026, 12, 9)),
        "after": (date(2027, 12, 8), date(2027, 12, 9)),
    }


@pytest.mark.parametrize(
    ("now", "since"),
    [
        pytest.param(datetime(2026, 11, 21, 12, tzinfo=UTC), date(2026, 9, 1), id="in autumn"),
        pytest.param(datetime(2026, 3, 1, 12, tzinfo=UTC), date(2026, 3, 1), id="in spring"),
    ],
)
def test_tickets_for_the_next_edition_are_on_sale_when_the_site_is_made(now, since):
    tickets = Content(now).edition("next")["tickets"]

    assert [ticket["on_sale_from"].date() for ticket in tickets] == [since] * 3
    assert all(ticket["on_sale_until"].date() > now.date() for ticket in tickets)


def test_articles_of_the_next_edition_are_recent_and_none_is_of_the_future():
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    published = {article.fields["slug"]: article.fields["published"] for article in Content(now).articles()}

    assert published["programmet-2026-slappt"].date() == date(2026, 10, 28)
    assert [slug for slug, moment in published.items() if moment > now] == []
