"""Tickets and organiser of an edition in the index: cleaned, by language, and no reason to tell anybody of a change."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from dvb_wagtail.core import serial
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.tickets import Ticket
from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from dvb_wagtail.publication.reconcile import reconcile
from dvb_wagtail.publication.tables import PublishedConference
from tests.publication.site import page
from tests.publication.watching import agree, at, changes_no_byte

pytestmark = pytest.mark.usefixtures("site")

TICKET = {"name": "Guldbiljett", "code": "guld", "price": Decimal("1000.00"), "currency": "SEK"}


def edition(language: str = "sv") -> ConferencePage:
    return page("DV 2020" if language == "sv" else "DV 2020 in English", ConferencePage, language)  # type: ignore[no-any-return]


def publish(changed: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(changed, name, value)
    changed.save_revision().publish()
    agree()


def row() -> PublishedConference:
    return PublishedConference.objects.get(key="dv2020")


def stored() -> Conference:
    return serial.load(row().document, Conference)


def tickets(*values: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [("ticket", TICKET | value) for value in values]


def test_a_ticket_is_stored_with_what_is_said_of_it() -> None:
    said = {
        "includes": "En plats i salen\u2028och middag.\a",
        "vat_included": True,
        "on_sale_from": datetime(2020, 9, 1, 7, tzinfo=UTC),
        "on_sale_until": datetime(2020, 11, 30, 23, 59, tzinfo=ZoneInfo("Asia/Kathmandu")),
        "sold_out": True,
        "address": "https://tickets.example/köp",
    }
    publish(edition(), tickets=tickets(said))

    assert stored().tickets == (
        Ticket(
            code="guld",
            names={"sv": "Guldbiljett"},
            includes={"sv": "En plats i salen\noch middag."},
            price=Decimal(1000),
            currency="SEK",
            vat_included=True,
            on_sale_from=datetime(2020, 9, 1, 7, tzinfo=UTC),
            on_sale_until=datetime(2020, 11, 30, 18, 14, tzinfo=UTC),
            sold_out=True,
            address="https://tickets.example/k%C3%B6p",
        ),
    )


def test_a_moment_without_a_zone_is_meant_in_that_of_the_edition() -> None:
    with timezone.override("Asia/Kathmandu"):
        publish(edition(), time_zone="America/New_York", tickets=tickets({"on_sale_from": "2020-09-01T09:00:00"}))

    assert stored().tickets[0].on_sale_from == datetime(2020, 9, 1, 13, tzinfo=UTC)


def test_names_are_by_language_and_facts_from_the_main_page() -> None:
    publish(edition(), tickets=tickets({"includes": "Middag."}, {"name": "Digital", "code": "digital", "price": None}))
    publish(
        edition("en"),
        tickets=tickets({"name": "Golden\tticket", "price": Decimal(1)}, {"name": "Lost", "code": "okand"}),
    )

    gold, digital = stored().tickets
    assert (gold.names, gold.includes) == ({"sv": "Guldbiljett", "en": "Golden ticket"}, {"sv": "Middag."})
    assert (gold.price, digital.price) == (Decimal(1000), None)
    assert digital.names == {"sv": "Digital"}


def test_a_ticket_that_nobody_has_named_is_stored_without_a_name() -> None:
    publish(edition(), tickets=tickets({"name": "\a", "includes": ""}))

    assert (stored().tickets[0].names, stored().tickets[0].includes) == ({}, {})


@pytest.mark.parametrize(
    ("own", "of_the_edition", "expected"),
    [
        ("", "", ""),
        ("", "https://anmalan.example/", "https://anmalan.example/"),
        ("https://tickets.example/", "https://anmalan.example/", "https://tickets.example/"),
        ("javascript:alert(1)", "", ""),
    ],
)
def test_one_registers_at_the_address_of_the_ticket_or_of_the_edition(
    own: str, of_the_edition: str, expected: str
) -> None:
    publish(edition(), registration=of_the_edition, tickets=tickets({"address": own}))

    assert stored().tickets[0].address == expected


def test_a_price_that_is_no_number_is_none() -> None:
    publish(edition(), tickets=tickets({"price": Decimal("NaN")}))

    assert stored().tickets[0].price is None


def test_a_ticket_is_no_reason_to_tell_attendees_of_a_change() -> None:
    before = row()
    publish(edition(), tickets=tickets({}))
    after = row()

    assert (after.sequence, after.names_changed) == (before.sequence, before.names_changed)
    assert after.token != before.token


def test_records_without_tickets_are_as_an_earlier_version_wrote_them() -> None:
    assert row().document.keys().isdisjoint({"tickets"})
    assert all("organiser" not in texts for texts in row().document["texts"].values())
    with changes_no_byte():
        reconcile()


def test_what_an_earlier_version_wrote_gets_its_tickets_when_it_is_built_anew() -> None:
    publish(edition(), tickets=tickets({}))
    earlier = row()
    del earlier.document["tickets"]
    earlier.digest = serial.digest(serial.load(earlier.document, Conference))
    earlier.save()

    with at(datetime(2031, 1, 1, tzinfo=UTC)):
        reconcile()

    assert [ticket.code for ticket in stored().tickets] == ["guld"]
    assert (row().changed, row().sequence) == (datetime(2031, 1, 1, tzinfo=UTC), earlier.sequence)


# ---- the organiser


def organisers() -> dict[str, str]:
    return {language: texts.organiser for language, texts in stored().texts.items()}


def test_an_edition_has_its_own_organiser_or_that_of_its_series() -> None:
    assert organisers() == {"sv": "", "en": ""}
    series = page("Digitala Västerbotten", SeriesPage)
    publish(series, organiser="Region\aVästerbotten")
    assert organisers() == {"sv": "RegionVästerbotten", "en": "RegionVästerbotten"}

    publish(edition("en"), organiser="Umeå kommun")
    assert organisers() == {"sv": "RegionVästerbotten", "en": "Umeå kommun"}


def test_an_edition_follows_when_its_series_has_another_organiser_or_is_gone() -> None:
    series = page("Digitala Västerbotten", SeriesPage)
    publish(series, organiser="Region Västerbotten")
    before = row()
    publish(series, organiser="Länsstyrelsen")
    assert (organisers()["sv"], row().token == before.token) == ("Länsstyrelsen", False)

    series.unpublish()
    agree()
    assert organisers() == {"sv": "", "en": ""}


def test_a_change_of_the_series_motto_leaves_its_editions_alone() -> None:
    before = row().token
    publish(page("Digitala Västerbotten", SeriesPage), motto="Samverkan vår framgång")

    assert row().token == before
