"""What hosts may rely on, and since when: every change of the frames' contract, the newest first.

A change is what somebody could have to know who shows a frame: an address, an option, a header, a message, a promise.
Only additions stand here while the addresses begin with `v1`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class ContractChange:
    """One line of the list. `version` is that of the package; `what` is a sentence in the language of the page."""

    day: date
    version: str
    what: str | Promise


CONTRACT_CHANGES: Final = (
    ContractChange(
        date(2026, 11, 22),
        "0.1.0",
        _(
            "The first version, v1: frames of programmes, sessions, ways to subscribe and news; the height message; "
            "oEmbed."
        ),
    ),
)

ASSESSED: Final = date(2026, 11, 22)
"""The day on which the accessibility statement was last gone through: when frames look or work differently, and
whenever somebody has gone through them by hand."""
