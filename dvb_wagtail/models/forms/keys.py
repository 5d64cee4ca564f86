"""Asking for an acronym or a key: unique, warned of, and only on the main page of an identity."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dvb_wagtail.models.forms.pages import PublishingForm
from dvb_wagtail.models.keys import holder_of, was_given
from dvb_wagtail.models.translations import language_of, main_page


class KeyForm(PublishingForm):
    """The form of a page with a key. A translation shows the main page's key and stores none."""

    key_help: str | Promise

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.key_page = main_page(self.instance)
        name = self.instance.key_field
        if name not in self.fields:
            return
        field = self.fields[name]
        field.help_text = self.key_help
        if self.key_page is not self.instance:
            field.disabled, field.required = True, False
            self.initial[name] = getattr(self.key_page, name)
            field.help_text = _("Set on the main page, in %(language)s.") % {"language": language_of(self.key_page)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        name = self.instance.key_field
        if self.key_page is not self.instance:
            cleaned[name] = ""
        elif key := cleaned.get(name):
            self._refuse_taken(name, key)
        return cleaned

    def _refuse_taken(self, name: str, key: str) -> None:
        if holder := holder_of(key, self.instance):
            self.add_error(name, _("“%(key)s” belongs to “%(title)s”.") % {"key": key, "title": holder})
        elif was_given(key, self.instance):
            self.add_error(
                name, _("“%(key)s” has stood in addresses of another page, which answer for ever.") % {"key": key}
            )


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
