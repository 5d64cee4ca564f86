"""Tickets of an edition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from dvb_wagtail.models.blocks.facts import FactBlock
from dvb_wagtail.models.blocks.places import CodedBlock
from dvb_wagtail.models.blocks.rules import RuledBlock

CURRENCY = re.compile("[A-Z]{3}")
"""ISO 4217."""


class TicketBlock(CodedBlock, RuledBlock):
    price = blocks.DecimalBlock(
        label=_("Price"),
        required=False,
        min_value=0,
        decimal_places=2,
        max_digits=10,
        help_text=_("0 for a free ticket. Leave empty while it is not decided."),
    )
    currency = FactBlock(
        label=_("Currency"), required=False, max_length=3, default="SEK", help_text=_("Three letters, such as SEK.")
    )
    vat_included = blocks.BooleanBlock(
        label=_("The price includes VAT"), required=False, help_text=_("Otherwise the page says that VAT is added.")
    )
    includes = blocks.TextBlock(
        label=_("What is included"), required=False, default="", help_text=_("Such as lunch, dinner, the recordings.")
    )
    on_sale_from = blocks.DateTimeBlock(label=_("On sale from"), required=False, help_text=_("On your own clock."))
    on_sale_until = blocks.DateTimeBlock(label=_("On sale until"), required=False, help_text=_("On your own clock."))
    sold_out = blocks.BooleanBlock(
        label=_("Sold out"), required=False, help_text=_("The ticket stays listed, without a link.")
    )
    address = blocks.URLBlock(
        label=_("Where to register"),
        required=False,
        help_text=_("If it is another address than the edition's."),
    )

    texts = ("name", "includes")

    class Meta:
        icon = "dvb-ticket"
        label = _("Ticket")
        label_format = "{name}"
        description = _("What one can register for: on site, online, with dinner or without")
        preview_template = "dvb_wagtail/previews/ticket.html"
        preview_value = {
            "name": _("Golden ticket"),
            "price": Decimal(1000),
            "currency": "SEK",
            "includes": _("A seat in the hall, lunch and dinner."),
            "address": "https://tickets.example/",
        }

    def broken_rules(self, value: Mapping[str, Any]) -> dict[str, Any]:
        broken = super().broken_rules(value)
        currency = value.get("currency") or ""
        if (currency or value.get("price")) and not CURRENCY.fullmatch(currency):
            broken["currency"] = _("Write the currency as three capital letters, such as SEK.")
        opens, closes = value.get("on_sale_from"), value.get("on_sale_until")
        if opens and closes and closes <= opens:
            broken["on_sale_until"] = _("Sales cannot end before they begin.")
        return broken
