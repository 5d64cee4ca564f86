"""Asking for an acronym or a key: unique, warned of, and only on the main page of an identity."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dvb_wagtail.models.forms.translations import TranslatedForm
from dvb_wagtail.models.translations import language_of


class KeyForm(TranslatedForm):
    """The form of a page with a key. A translation shows the main page's key and stores none."""

    key_help: str | Promise

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = self.instance.key_field
        if name not in self.fields:
            return
        field = self.fields[name]
        field.help_text = self.key_help
        if self.is_translation:
            field.disabled, field.required = True, False
            self.initial[name] = getattr(self.main_page, name)
            field.help_text = _("Set on the main page, in %(language)s.") % {"language": language_of(self.main_page)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        name = self.instance.key_field
        if self.is_translation:
            cleaned[name] = ""
        elif not self.is_deferred_validation and (reason := self.instance.why_taken(cleaned.get(name))):
            self.add_error(name, reason)
        return cleaned


class SeriesForm(KeyForm):
    key_help = gettext_lazy(
        "Small letters, digits and hyphens, such as our-conference. The series' calendar has it in its address: "
        "do not change it once people subscribe."
    )


class ChannelForm(KeyForm):
    key_help = gettext_lazy(
        "Small letters, digits and hyphens, such as news. The feeds have it in their addresses: do not change it once "
        "people subscribe."
    )
