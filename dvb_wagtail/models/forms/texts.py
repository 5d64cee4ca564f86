"""The part of a translation's form where an entry's texts are filled in, beside those of the main page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dvb_wagtail.models.texts import Entry, Text, too_long
from dvb_wagtail.models.translated_lists import entries, in_translation, raw, with_texts


class TextsWidget(forms.Widget):
    """An input for each text. Its values come and go by the keys of the texts."""

    template_name = "dvb_wagtail/panels/texts.html"
    show_add_comment_button = False  # comments are on whole fields, and this is many

    def __init__(self, listed: Iterable[Entry], language: str = "", own_language: str = "") -> None:
        """`language` is the code of the main page's language, `own_language` that of the translation's."""
        super().__init__()
        self.listed = tuple(listed)
        self.language, self.own_language = language, own_language

    def id_for_label(self, id_: str | None) -> str:
        return ""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        shown = [
            (entry, [(text, f"{name}-{text.key}", (value or {}).get(text.key, text.text)) for text in entry.texts])
            for entry in self.listed
        ]
        return super().get_context(name, "", attrs) | {
            "entries": shown,
            "language": self.language,
            "own_language": self.own_language,
        }

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        """Return what was posted, without white space round it; nothing for a text that was not."""
        names = {text.key: f"{name}-{text.key}" for entry in self.listed for text in entry.texts}
        return {key: data[field].strip().replace("\r\n", "\n") for key, field in names.items() if field in data}


class TextsField(forms.Field):
    """A list of a translation: the main page's, of which only the texts can be filled in.

    Blank texts are valid, in drafts and in what is published: the translator leaves out what the language needs not.
    """

    def __init__(self, field: Any, main: Any, own: Any, **kwargs: Any) -> None:
        """`field` is the model's field, `main` and `own` are its values on the main page and on the translation."""
        self.block = field.stream_block
        source = raw(getattr(main, field.name))
        self.translated = in_translation(self.block.child_blocks, source, raw(getattr(own, field.name)))
        listed = entries(self.block.child_blocks, source, self.translated)
        widget = TextsWidget(listed, main.locale.language_code, own.locale.language_code)
        super().__init__(required=False, widget=widget, **kwargs)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to translate."""
        return not self.widget.listed

    def clean(self, value: Mapping[str, str]) -> Any:
        """Return the whole list. Raises ValidationError if a text is too long."""
        refuse_long(self.widget.listed, value)
        return self.block.to_python(with_texts(self.block.child_blocks, self.translated, value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        texts = {text.key: text.text for entry in self.widget.listed for text in entry.texts}
        return texts != texts | dict(data)


def refuse_long(listed: Iterable[Entry], posted: Mapping[str, str]) -> None:
    """Raise ValidationError if a text is longer than it may be."""
    if found := [_refusal(text) for text in too_long(listed, posted)]:
        raise ValidationError(found)


def _refusal(text: Text) -> str:
    return _("%(label)s for “%(source)s” may have %(number)s characters at most.") % {
        "label": text.label,
        "source": text.source,
        "number": text.max_length,
    }
