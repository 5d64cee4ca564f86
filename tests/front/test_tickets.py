"""Tickets in words, at a moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from dvb_wagtail.delivery.words import words
from dvb_wagtail.front.tickets import TicketCard, ticket_cards

NOON = datetime(2020, 11, 2, 11, tzinfo=UTC)
"""Noon in Stockholm."""

ADDRESS = "https://example.org/anmalan"
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


def card(**fields: Any) -> TicketCard:
    block = SimpleNamespace(value=BLANK | fields)
    return ticket_cards([block], "Europe/Stockholm", NOON, words("en"))[0]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"price": Decimal(1000), "vat_included": False}, ("1,000 SEK", "excluding VAT")),
        ({"price": Decimal("1250.50"), "vat_included": True}, ("1,250.50 SEK", "including VAT")),
        ({"price": Decimal(0)}, ("Free of charge", "")),
        ({"price": None, "vat_included": True}, ("", "")),
    ],
)
def test_a_price_says_whether_vat_is_in_it(fields: dict[str, Any], said: tuple[str, str]) -> None:
    ticket = card(**fields)
    assert (ticket.price, ticket.vat) == said


def test_a_price_is_written_as_the_language_writes_numbers() -> None:
    with translation.override("sv"):
        assert card(price=Decimal("1250.50")).price == "1\N{NO-BREAK SPACE}250,50 SEK"


@pytest.mark.parametrize(
    ("fields", "state", "address"),
    [
        ({}, "", ADDRESS),
        ({"sold_out": True}, "Sold out", ""),
        ({"on_sale_from": at("2020-11-02T12:01")}, "On sale from Monday 2 November at 12:01", ""),
        ({"on_sale_from": at("2020-11-02T12:00")}, "", ADDRESS),
        ({"on_sale_until": at("2020-11-02T12:00")}, "No longer on sale", ""),
        ({"on_sale_until": at("2020-12-01T12:00")}, "On sale until Tuesday 1 December at 12:00", ADDRESS),
        ({"on_sale_until": at("2020-12-01T12:00+00:00")}, "On sale until Tuesday 1 December at 13:00", ADDRESS),
    ],
)
def test_whether_it_can_be_bought(fields: dict[str, Any], state: str, address: str) -> None:
    ticket = card(**fields)
    assert (ticket.state, ticket.on_sale, ticket.address) == (state, bool(address), address)
