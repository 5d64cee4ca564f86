"""The form of an edition."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy

from dvb_wagtail.core.vocabulary import ConferenceStatus
from dvb_wagtail.models.codes import FALLBACKS, entries, restore_codes
from dvb_wagtail.models.editions import used_codes
from dvb_wagtail.models.forms.keys import KeyForm
from dvb_wagtail.models.forms.status import StatusForm
from dvb_wagtail.models.keys import codes_given


class ConferenceForm(KeyForm, StatusForm):
    """Keeps the codes of themes, tracks, venues, rooms and tickets, whatever a browser sends for them."""

    key_help = gettext_lazy(
        "4 to 20 small letters and digits, such as dv2026. Calendars and feeds have it in their addresses: do not "
        "change it once people subscribe."
    )
    needs_reason = frozenset({ConferenceStatus.CANCELLED, ConferenceStatus.POSTPONED, ConferenceStatus.MOVED_ONLINE})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_translation:  # it has the main page's, which are not filled in there
            restore_codes(
                {name: cleaned[name] for name in FALLBACKS if name in cleaned},
                {name: self.initial.get(name) for name in FALLBACKS},
                self._is_kept,
            )
        return cleaned

    def _is_kept(self, name: str, code: str) -> bool:
        """Tell whether a code was published or is in use."""
        return (name, code) in self._kept_codes or code in self._public_codes

    @cached_property
    def _public_codes(self) -> set[str]:
        return codes_given(self.instance)

    @cached_property
    def _kept_codes(self) -> set[tuple[str, str]]:
        kept = used_codes(self.instance)
        kept.update(("tracks", each.value["track"]) for each in self.initial.get("recordings") or ())
        if self.instance.live:
            public = type(self.instance)._default_manager.get(pk=self.instance.pk)
            kept.update((name, entry["code"]) for name in FALLBACKS for _id, entry in entries(getattr(public, name)))
        return kept
