"""What the form of a session offers: its edition's days, rooms, tracks, themes and tickets, and no other's.

A code or day that is stored but no longer offered stays among the choices, marked: opening and saving a form loses
nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

Choice = tuple[str, str]
LONGEST_LIST = 14
"""Editions of more days offer a calendar in place of a list of days."""


def rooms(edition: Any, chosen: str) -> list[Choice | tuple[str, list[Choice]]]:
    """Return the rooms by venue; the blank one is the whole venue."""
    venues = [block.value for block in edition.venues] if edition else []
    groups = [(venue["name"] or "", _named(venue["rooms"])) for venue in venues if venue["rooms"]]
    offered = {code for _venue, choices in groups for code, _name in choices}
    return [("", _("The whole venue")), *groups, *_former([chosen], offered)]


def tracks(edition: Any, chosen: str) -> list[Choice]:
    offered = _named(block.value for block in edition.tracks) if edition else []
    return [("", _("No track")), *offered, *_former([chosen], dict(offered))]


def themes(edition: Any, chosen: Iterable[str]) -> list[Choice]:
    offered = _named(block.value for block in edition.themes) if edition else []
    return [*offered, *_former(chosen, dict(offered))]


def tickets(edition: Any, chosen: Iterable[str]) -> list[Choice]:
    offered = _named(block.value for block in edition.tickets) if edition else []
    return [*offered, *_former(chosen, dict(offered))]


def days(edition: Any, chosen: date | None) -> list[Choice]:
    """Return the edition's days, by weekday and date; empty while it has none, or too many for a list."""
    if not edition or not edition.start_date or not edition.end_date:
        return []
    length = (edition.end_date - edition.start_date).days + 1
    if not 0 < length <= LONGEST_LIST:
        return []
    offered = [edition.start_date + timedelta(days=number) for number in range(length)]
    choices = [(day.isoformat(), date_format(day, "l j E Y")) for day in offered]
    if chosen and chosen not in offered:
        label = _("%(day)s (outside the edition)") % {"day": date_format(chosen, "l j E Y")}
        choices.append((chosen.isoformat(), label))
    return [("", _("Not decided yet")), *choices]


def _named(entries: Iterable[Any]) -> list[Choice]:
    return [(entry["code"], entry["name"] or entry["code"]) for entry in entries]


def _former(chosen: Iterable[str], offered: Collection[str]) -> list[Choice]:
    return [
        (code, _("%(code)s (no longer listed)") % {"code": code}) for code in chosen if code and code not in offered
    ]
