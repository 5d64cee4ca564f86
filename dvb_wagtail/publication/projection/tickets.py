"""Tickets: from an edition's pages to records."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from dvb_wagtail.core.text import clean_line, clean_text, clean_url
from dvb_wagtail.core.tickets import Ticket
from dvb_wagtail.publication.pages import Versions


def project_tickets(versions: Versions, facts: Any) -> tuple[Ticket, ...]:
    """Return the edition's tickets: facts and order from the main page, texts from each language's, by code."""
    names: dict[str, dict[str, str]] = {}
    includes: dict[str, dict[str, str]] = {}
    for language, page in versions.public.items():
        for ticket in page.tickets:
            # A script may have stored a ticket without all of its fields.
            code = ticket.value.get("code") or ""
            if name := clean_line(ticket.value.get("name") or ""):
                names.setdefault(code, {})[language] = name
            if included := clean_text(ticket.value.get("includes") or ""):
                includes.setdefault(code, {})[language] = included
    return tuple(
        _ticket(ticket.value, facts, names.get(code, {}), includes.get(code, {}))
        for ticket in facts.tickets
        for code in [ticket.value.get("code") or ""]
    )


def _ticket(value: Any, facts: Any, names: dict[str, str], includes: dict[str, str]) -> Ticket:
    asked = value.get("price")
    price = None if asked is None else Decimal(asked)
    return Ticket(
        code=value.get("code") or "",
        names=names,
        includes=includes,
        price=price if price is not None and price.is_finite() else None,
        currency=clean_line(value.get("currency") or ""),
        vat_included=bool(value.get("vat_included")),
        on_sale_from=_utc(value.get("on_sale_from"), facts.time_zone),
        on_sale_until=_utc(value.get("on_sale_until"), facts.time_zone),
        sold_out=bool(value.get("sold_out")),
        address=clean_url(value.get("address") or facts.registration),
    )


def _utc(moment: datetime | None, time_zone: str) -> datetime | None:
    """Return an editor's moment in UTC; one without a zone is meant in the edition's."""
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(time_zone))).astimezone(UTC)
