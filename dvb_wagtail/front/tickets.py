"""Tickets in words: price with its VAT, and whether they can be bought now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import number_format
from django.utils.translation import gettext, pgettext

from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.words import Words
from dvb_wagtail.presentation import dates
from dvb_wagtail.presentation.past import edition_ended, is_over, takes_place

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class TicketCard:
    """A ticket. `state` says in words whether it can be bought; `vat` whether the price includes VAT."""

    code: str
    name: str
    price: str
    vat: str
    includes: str
    state: str
    on_sale: bool
    address: str


def ticket_cards(
    tickets: Iterable[Any], time_zone: str, now: datetime, words: Words, registration: str = ""
) -> tuple[TicketCard, ...]:
    """Return the tickets of an edition's list that have a name, as they are at `now` (aware), in the active language.

    `registration` is where one registers for a ticket that has no address of its own.
    """
    zone = ZoneInfo(time_zone)
    return tuple(_card(block.value, zone, now, words, registration) for block in tickets if block.value["name"])


def where_to_register(tickets: Collection[TicketCard], registration: str, conference: Conference, now: datetime) -> str:
    """Return where one registers for an edition at `now` (aware); empty where one cannot, or can no longer.

    The first ticket on sale says where, or `registration` while there are no tickets.
    """
    if not takes_place(conference) or is_over(edition_ended(conference), now):
        return ""
    if not tickets:
        return registration or ""
    return next((ticket.address for ticket in tickets if ticket.address), "")


def _card(value: Any, zone: ZoneInfo, now: datetime, words: Words, registration: str) -> TicketCard:
    opens, closes = _moment(value["on_sale_from"], zone), _moment(value["on_sale_until"], zone)
    on_sale = False
    if value["sold_out"]:
        state = gettext("Sold out")
    elif opens and now < opens:
        state = gettext("On sale from %(when)s") % {"when": _when(opens, words)}
    elif closes and now >= closes:
        state = gettext("No longer on sale")
    else:
        on_sale = True
        state = gettext("On sale until %(when)s") % {"when": _when(closes, words)} if closes else ""
    price = value["price"]
    return TicketCard(
        code=value["code"] or "",
        name=value["name"],
        price=_price(price, value["currency"] or ""),
        vat=(gettext("including VAT") if value["vat_included"] else gettext("excluding VAT")) if price else "",
        includes=value["includes"] or "",
        state=state,
        on_sale=on_sale,
        address=(value["address"] or registration) if on_sale else "",
    )


def _price(price: Decimal | None, currency: str) -> str:
    """Return a price as the active language writes it, in one piece; whole amounts without decimals."""
    if price is None:
        return ""
    if not price:
        return gettext("Free of charge")
    amount = number_format(price, decimal_pos=0 if price == price.to_integral_value() else 2, force_grouping=True)
    # Translators: a price. Only crowns have a name of their own here, the others are called by their ISO code.
    name = pgettext("currency", "SEK") if currency == "SEK" else currency
    # Translators: a price, such as "SEK 1,000"; the spaces become no-break spaces.
    pattern = pgettext("price", "{currency} {amount}")
    return pattern.format(currency=name, amount=amount).strip().replace(" ", NO_BREAK_SPACE)


def _moment(value: datetime | None, zone: ZoneInfo) -> datetime | None:
    """Return an editor's moment in the edition's zone; one without a zone is meant in it."""
    if value is None:
        return None
    return value.astimezone(zone) if value.tzinfo else value.replace(tzinfo=zone)


def _when(moment: datetime, words: Words) -> str:
    return dates.day_and_time(moment.date(), moment.time(), words)
