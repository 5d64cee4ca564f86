"""The report "Publication" names what is not as it should be, in the reader's language, with a link to mend it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from dvb_wagtail.publication import pending
from dvb_wagtail.publication.tables import Pending
from tests.pages_factory import make_conference, make_series, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chef"))
    return client


def rows(client: Client) -> list[list[str]]:
    """Return the cells of the report's table, without its head."""
    page = html.fromstring(client.get(reverse("dvb_publication_report")).content)
    cells = [row.findall("td") for table in page.find_class("listing") for row in table.iter("tr")]
    return [[" ".join(cell.text_content().split()) for cell in row] for row in cells if row]


def test_all_well(admin: Client) -> None:
    make_conference(make_site().root_page)
    assert rows(admin) == []


def test_a_conference_whose_acronym_is_taken_is_named_with_the_reason(admin: Client) -> None:
    home = make_site().root_page
    make_conference(home, "dv2020")
    day = date(2021, 1, 1)
    second = ConferencePage(title="En annan", acronym="dv2020", start_date=day, end_date=day)
    Page.objects.get(pk=home.pk).add_child(instance=second)
    pending.flush()
    [[title, state, reason, _since]] = rows(admin)
    assert (title, state) == ("En annan", "Inte publicerad")
    assert reason == "Dess akronym eller nyckel tillhör en annan sida. (dv2020)"


def test_what_waits_stands_with_its_error(admin: Client) -> None:
    series = make_series(make_site().root_page)
    Pending.objects.create(identity=series.translation_key, error="OSError: disken är full")
    [[title, state, reason, _since]] = rows(admin)
    assert (title, state, reason) == (series.title, "Väntar", "OSError: disken är full")


def test_planned_publishing_that_nobody_runs_is_told_after_five_minutes(admin: Client) -> None:
    series = SeriesPage.objects.get(pk=make_series(make_site().root_page).pk)
    series.unpublish()
    now = datetime.now(tz=UTC)
    series.go_live_at = now + timedelta(hours=1)
    revision = series.save_revision()
    revision.publish()
    pending.flush()
    assert [row[1] for row in rows(admin)] == []
    revision.approved_go_live_at = now - timedelta(minutes=6)
    revision.save(update_fields=["approved_go_live_at"])
    pending.flush()
    assert [row[1] for row in rows(admin)] == ["Ännu inte publicerad"]


def test_who_may_not_edit_pages_does_not_see_it(client: Client) -> None:
    client.force_login(User.objects.create_user("besökare"))
    response = client.get(reverse("dvb_publication_report"))
    assert response.status_code == 302
