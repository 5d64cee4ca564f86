"""Tickets in words, at a moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.vocabulary import ConferenceStatus
from dvb_wagtail.delivery.words import words
from dvb_wagtail.front.tickets import TicketCard, ticket_cards, where_to_register
from tests.core.records import conference

NOON = datetime(2020, 11, 2, 11, tzinfo=UTC)
"""Noon in Stockholm."""

ADDRESS = "https://example.org/anmalan"
EDITION_ADDRESS = "https://example.org/2020"
SPACE = "\N{NO-BREAK SPACE}"
BLANK = {
    "name": "Biljett",
    "code": "biljett",
    "price": None,
    "currency": "SEK",
    "vat_included": False,
    "includes": "",
    "on_sale_from": None,
    "on_sale_until": None,
    "sold_out": False,
    "address": ADDRESS,
}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def at(moment: str) -> datetime:
    """Return a moment as the form of a ticket gives it: without a zone, unless it names one."""
    return datetime.fromisoformat(moment)


def ticket(**fields: Any) -> Any:
    return SimpleNamespace(value=BLANK | fields)


def card(**fields: Any) -> TicketCard:
    return ticket_cards([ticket(**fields)], "Europe/Stockholm", NOON, words("en"), EDITION_ADDRESS)[0]


def edition_page(*tickets: Any, registration: str = EDITION_ADDRESS) -> Any:
    return SimpleNamespace(tickets=tickets, registration=registration)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"price": Decimal(1000), "vat_included": False}, (f"SEK{SPACE}1,000", "excluding VAT")),
        ({"price": Decimal("1250.50"), "vat_included": True}, (f"SEK{SPACE}1,250.50", "including VAT")),
        ({"price": Decimal(30), "currency": "EUR"}, (f"EUR{SPACE}30", "excluding VAT")),
        ({"price": Decimal(30), "currency": ""}, ("30", "excluding VAT")),
        ({"price": Decimal(0)}, ("Free of charge", "")),
        ({"price": None, "vat_included": True}, ("", "")),
    ],
)
def test_a_price_says_whether_vat_is_in_it(fields: dict[str, Any], said: tuple[str, str]) -> None:
    found = card(**fields)
    assert (found.price, found.vat) == said


@pytest.mark.parametrize(("currency", "said"), [("SEK", "kr"), ("EUR", "EUR")])
def test_a_price_is_written_as_the_language_writes_it(currency: str, said: str) -> None:
    with translation.override("sv"):
        assert card(price=Decimal("1250.50"), currency=currency).price == f"1{SPACE}250,50{SPACE}{said}"


@pytest.mark.parametrize(
    ("fields", "state", "address"),
    [
        ({}, "", ADDRESS),
        ({"address": ""}, "", EDITION_ADDRESS),
        ({"sold_out": True, "address": ""}, "Sold out", ""),
        ({"sold_out": True}, "Sold out", ""),
        ({"on_sale_from": at("2020-11-02T12:01")}, "On sale from Monday 2 November at 12:01", ""),
        ({"on_sale_from": at("2020-11-02T12:00")}, "", ADDRESS),
        ({"on_sale_until": at("2020-11-02T12:00")}, "No longer on sale", ""),
        ({"on_sale_until": at("2020-12-01T12:00")}, "On sale until Tuesday 1 December at 12:00", ADDRESS),
        ({"on_sale_until": at("2020-12-01T12:00+00:00")}, "On sale until Tuesday 1 December at 13:00", ADDRESS),
    ],
)
def test_whether_it_can_be_bought(fields: dict[str, Any], state: str, address: str) -> None:
    found = card(**fields)
    assert (found.state, found.on_sale, found.address) == (state, bool(address), address)


def test_a_ticket_that_has_no_name_yet_is_none() -> None:
    assert ticket_cards([ticket(name="")], "Europe/Stockholm", NOON, words("en")) == ()


SOLD_OUT = ticket(sold_out=True, address="https://example.org/guld")


def registered(page: Any, of: Conference, now: datetime = NOON) -> str:
    """Return where one registers for the edition of a page."""
    tickets = ticket_cards(page.tickets, "Europe/Stockholm", now, words("en"), page.registration)
    return where_to_register(tickets, page.registration, of, now)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        (edition_page(), EDITION_ADDRESS),
        (edition_page(registration=""), ""),
        (edition_page(SOLD_OUT), ""),
        (edition_page(SOLD_OUT, ticket()), ADDRESS),
        (edition_page(SOLD_OUT, ticket(address="")), EDITION_ADDRESS),
    ],
    ids=["no tickets", "nothing", "all sold out", "the first on sale", "one without an address of its own"],
)
def test_one_registers_for_what_is_on_sale_or_with_the_edition(page: Any, address: str) -> None:
    assert registered(page, conference()) == address


@pytest.mark.parametrize("status", [ConferenceStatus.CANCELLED, ConferenceStatus.POSTPONED])
def test_one_does_not_register_for_what_is_not_held(status: ConferenceStatus) -> None:
    assert registered(edition_page(), conference(status=status)) == ""


@pytest.mark.parametrize(("moment", "open_"), [("2020-12-09T23:59+01:00", True), ("2020-12-10T00:00+01:00", False)])
def test_one_registers_until_the_last_day_is_over(moment: str, *, open_: bool) -> None:
    assert bool(registered(edition_page(), conference(), at(moment))) is open_
