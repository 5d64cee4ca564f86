"""Tickets as offers of schema.org (https://schema.org/Offer), as plain JSON values.

Formats have no clock: whether a ticket is on sale today is said by when sales begin (`validFrom`, which Google reads)
and end (`availabilityEnds`), not by `availability`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from dvb_wagtail.core.localised import LocalisedConference, LocalisedTicket
from dvb_wagtail.core.vocabulary import Notice
from dvb_wagtail.formats.json_parts import present

SOLD_OUT, IN_STOCK = "https://schema.org/SoldOut", "https://schema.org/InStock"


def offers(item: LocalisedConference) -> list[dict[str, Any]]:
    """Return an offer for each ticket; none for an edition that does not take place on its dates."""
    return [_offer(ticket) for ticket in item.tickets] if item.notice is Notice.NONE else []


def free_of_charge(tickets: Iterable[LocalisedTicket]) -> bool | None:
    """Tell whether one takes part for nothing; None where it depends on the ticket, or is not decided."""
    prices = [ticket.price for ticket in tickets]
    if not prices or None in prices:
        return None
    free = {not price for price in prices}
    return free.pop() if len(free) == 1 else None


def _offer(ticket: LocalisedTicket) -> dict[str, Any]:
    price = {} if ticket.price is None else _price(ticket.price, ticket.currency)
    tax = {"valueAddedTaxIncluded": ticket.vat_included} if ticket.price else {}
    # The name once more, since a list of prices is made of the specifications alone.
    specification = {"@type": "PriceSpecification", "name": ticket.name, **price, **tax}
    return {
        "@type": "Offer",
        "name": ticket.name,
        **present(description=ticket.includes),
        **price,
        **present(priceSpecification=[specification] if price else []),
        "availability": SOLD_OUT if ticket.sold_out else IN_STOCK,
        **present(
            validFrom=ticket.on_sale_from.isoformat(timespec="seconds") if ticket.on_sale_from else "",
            availabilityEnds=ticket.on_sale_until.isoformat(timespec="seconds") if ticket.on_sale_until else "",
            url="" if ticket.sold_out else ticket.address,
        ),
    }


def _price(price: Decimal, currency: str) -> dict[str, Any]:
    """Return a price as a number, whole where it is."""
    number = int(price) if price == price.to_integral_value() else float(price)
    return {"price": number, **present(priceCurrency=currency)}
