"""The form of a session."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from dvb_wagtail.core.vocabulary import SessionStatus
from dvb_wagtail.models import offers
from dvb_wagtail.models.editions import edition_of, latest_version
from dvb_wagtail.models.forms.status import StatusForm


class CheckboxesField(forms.MultipleChoiceField):
    """Left out of the form where there is nothing to tick (see `FilledPanel`)."""

    widget = forms.CheckboxSelectMultiple

    @property
    def is_empty(self) -> bool:
        return not self.choices


class SelectField(forms.ChoiceField):
    """Left out of the form where there is nothing to choose from but the blank choice."""

    @property
    def is_empty(self) -> bool:
        choices: Any = self.choices
        return len(list(choices)) < 2


class SessionForm(StatusForm):
    """Offers what the session's edition lists, as its editors last left it."""

    needs_reason = frozenset({SessionStatus.CANCELLED})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        edition = edition_of(self.parent_page) if self.parent_page else None
        edition = latest_version(edition) if edition else None
        self._offer("room", forms.ChoiceField, offers.rooms(edition, self.initial.get("room") or ""))
        self._offer("track", SelectField, offers.tracks(edition, self.initial.get("track") or ""))
        self._offer("themes", CheckboxesField, offers.themes(edition, self.initial.get("themes") or ()))
        self._offer("tickets", CheckboxesField, offers.tickets(edition, self.initial.get("tickets") or ()))
        self._offer_days(edition)
        self._offer_languages()
        self._name_clock(edition)

    def _offer(self, name: str, field_class: type[forms.ChoiceField], choices: list[Any]) -> None:
        if old := self.fields.get(name):
            self.fields[name] = field_class(
                choices=choices, required=False, label=old.label, help_text=old.help_text, disabled=old.disabled
            )

    def _offer_days(self, edition: Any) -> None:
        """Let the editor pick one of the edition's days. Any other day is valid, too: the form only warns of it."""
        if day := self.fields.get("day"):
            choices = offers.days(edition, self.initial.get("day"))
            day.help_text = _("Leave it empty while it is not decided.")
            if choices:
                day.widget = forms.Select(choices=choices)
                day.help_text = _("Choose “%(blank)s” while it is open.") % {"blank": choices[0][1]}

    def _offer_languages(self) -> None:
        if language := self.fields.get("language"):
            blank = _("No spoken language")
            language.choices = [("", blank), *(choice for choice in language.choices if choice[0])]
            language.help_text = _("What is spoken. Choose “%(blank)s” for a break or a meal.") % {"blank": blank}

    def _name_clock(self, edition: Any) -> None:
        if edition and (start := self.fields.get("start")):
            start.help_text = _("The clock at the conference (%(zone)s), wherever you are.") % {
                "zone": edition.time_zone
            }
