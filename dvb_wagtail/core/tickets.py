"""Tickets of an edition: what one can register for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Ticket:
    """Facts once, texts by language.

    `price` is in `currency` (ISO 4217): 0 is free, None not decided. `on_sale_from` and `on_sale_until` are UTC, or
    None where sales have no such limit. `address` is where one registers: the ticket's own, else the edition's.
    """

    code: str
    names: Mapping[str, str]
    includes: Mapping[str, str] = field(default_factory=dict)
    price: Decimal | None = None
    currency: str = ""
    vat_included: bool = False
    on_sale_from: datetime | None = None
    on_sale_until: datetime | None = None
    sold_out: bool = False
    address: str = ""
