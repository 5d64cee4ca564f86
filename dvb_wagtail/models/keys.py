"""Acronyms and keys: what the addresses of an edition, a series or a news channel begin with.

Unique over the installation, but by no constraint: copies start blank, and translations read the main page's, so the
column holds many blanks. A draft may have a taken one, and says so; the form refuses to publish it. In a race the
publication index keeps the second one out.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from dvb_wagtail.core.clashes import Severity
from dvb_wagtail.models.page_notes import Note
from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.models.publishing import PublishedPage
from dvb_wagtail.models.translations import main_page


class KeyHolder(PublishedPage):
    """A page with a key of its own in public addresses."""

    key_kind: str
    """As in the table of permanent codes."""
    key_field: str
    key_pattern: re.Pattern[str]
    key_pattern_message: str | Promise

    class Meta:
        abstract = True

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Ask for a key, but not of a translation, which reads the main page's, nor of a copy.

        Wagtail stores the copy of a live page as a live page at once. It has its key still to be given, and the
        publication index keeps it out until then.
        """
        if not getattr(self, self.key_field) and (self._state.adding or self.is_translation):
            exclude = {*(exclude or ()), self.key_field}
        super().clean_fields(exclude=exclude)

    def broken_rules(self) -> dict[str, Any]:
        broken = super().broken_rules()
        key = getattr(self, self.key_field)
        if key and not self.key_pattern.fullmatch(key):
            broken[self.key_field] = self.key_pattern_message
        return broken

    @property
    def is_translation(self) -> bool:
        """Whether the main page of this identity is another one."""
        return main_page(self) is not self

    def why_taken(self, key: str | None) -> str:
        """Return in words why the page cannot have this key; nothing if it can."""
        if not key:
            return ""
        if holder := holder_of(key, self):
            return _("“%(key)s” belongs to “%(title)s”.") % {"key": key, "title": holder}
        if was_given(key, self):
            return _("“%(key)s” has stood in addresses of another page, which answer for ever.") % {"key": key}
        return ""

    def key_notes(self) -> list[Note]:
        reason = self.why_taken(getattr(self, self.key_field))
        sentence = _("%(reason)s Choose another one before you publish.") % {"reason": reason}
        return [Note(Severity.WARN, sentence)] if reason else []


def holder_of(key: str, page: Any) -> models.Model | None:
    """Return a live page of another identity that has this key, if there is one. Aliases have none of their own.

    A draft holds nothing: else somebody else's slip would keep the true holder from being published.
    """
    for model in page_models_with(KeyHolder):
        if model.key_kind != page.key_kind:
            continue
        holders = model._default_manager.filter(**{model.key_field: key}, alias_of=None, live=True)
        if holder := holders.exclude(translation_key=page.translation_key).first():
            return holder
    return None


def was_given(key: str, page: Any) -> bool:
    """Tell whether the key has stood in public addresses of another identity: those answer for ever."""
    given = _permanent_codes().filter(kind=page.key_kind, scope="", code=key)
    return given.exclude(identity=page.translation_key).exists()


def codes_given(edition: Any) -> set[str]:
    """Return the codes of themes, tracks and rooms that have stood in public addresses of an edition."""
    return set(_permanent_codes().filter(scope=str(edition.translation_key)).values_list("code", flat=True))


def _permanent_codes() -> Any:
    """Return the publication index's table. By name: what editors write knows nothing of how it is published."""
    return apps.get_model("dvb_wagtail", "PermanentCode").objects
