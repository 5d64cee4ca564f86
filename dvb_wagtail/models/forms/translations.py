"""The form of a page that may be a translation: facts are shown there, and set on the main page alone."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from dvb_wagtail.models.forms.pages import PublishingForm
from dvb_wagtail.models.forms.texts import TextsField, TextsWidget, refuse_long
from dvb_wagtail.models.translated_people import TranslatedPeople
from dvb_wagtail.models.translations import facts_of, main_page

PEOPLE = "appearances"


class TranslatedForm(PublishingForm):
    """Shows on a translation the facts of the main page, as they are public, and lets none of them be changed.

    They are taken over when the translation is saved. What was copied when it was made may have been half-filled, and
    nobody could mend it here; and a preview shows what the public will see.
    """

    people: TextsWidget | None = None
    """In the place of a session's people, on a translation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.main_page = main_page(self.instance) if self.instance.pk else self.instance
        if self.is_translation:
            self._show_facts(facts_of(self.main_page))

    @property
    def is_translation(self) -> bool:
        return self.main_page is not self.instance

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.people:
            try:
                refuse_long(self.people.listed, self._posted_people())
            except ValidationError as error:
                self.add_error(None, error)
        return cleaned

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002
        if self.people:
            self._translated_people.write(self.instance, self._posted_people())
        return super().save(commit)

    def people_as_html(self) -> str:
        """Return the inputs for what is translated of people; call it where there are `people`."""
        posted = self._posted_people() if self.is_bound else None
        return self.people.render(PEOPLE, posted, {"id": f"id_{PEOPLE}"}) if self.people else ""

    def _show_facts(self, main: Any) -> None:
        for name in self.instance.facts:
            if name in self.fields:
                self.fields[name].disabled = True
                self.initial[name] = main._meta.get_field(name).value_from_object(main)
        for name in self.instance.fact_lists:
            if name in self.fields:
                old, field = self.fields[name], self.instance._meta.get_field(name)
                self.fields[name] = TextsField(field, main, self.instance, label=old.label, help_text=old.help_text)
                self.initial[name] = {}
        if self.formsets.pop(PEOPLE, None):
            self._translated_people = TranslatedPeople(self.instance, main)
            languages = (page.locale.language_code for page in (main, self.instance))
            self.people = TextsWidget(self._translated_people.entries(), *languages)

    def _posted_people(self) -> dict[str, str]:
        return self.people.value_from_datadict(self.data, self.files, PEOPLE) if self.people else {}
