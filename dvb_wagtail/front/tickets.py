"""Tickets in words: price with its VAT, and whether they can be bought now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import number_format
from django.utils.translation import gettext

from dvb_wagtail.core.words import Words
from dvb_wagtail.front import dates


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


def ticket_cards(tickets: Iterable[Any], time_zone: str, now: datetime, words: Words) -> tuple[TicketCard, ...]:
    """Return the tickets of an edition's list, as they are at `now` (aware), in the active language."""
    zone = ZoneInfo(time_zone)
    return tuple(_card(block.value, zone, now, words) for block in tickets)


def _card(value: Any, zone: ZoneInfo, now: datetime, words: Words) -> TicketCard:
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
        address=(value["address"] or "") if on_sale else "",
    )


def _price(price: Decimal | None, currency: str) -> str:
    """Return a price as the active language writes numbers; whole amounts without decimals."""
    if price is None:
        return ""
    if not price:
        return gettext("Free of charge")
    amount = number_format(price, decimal_pos=0 if price == price.to_integral_value() else 2, force_grouping=True)
    return f"{amount} {currency}".strip()


def _moment(value: datetime | None, zone: ZoneInfo) -> datetime | None:
    """Return an editor's moment in the edition's zone; one without a zone is meant in it."""
    if value is None:
        return None
    return value.astimezone(zone) if value.tzinfo else value.replace(tzinfo=zone)


def _when(moment: datetime, words: Words) -> str:
    return dates.day_and_time(moment.date(), moment.time(), words)
