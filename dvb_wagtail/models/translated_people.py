"""The people of a session, on a translation of it (see `models.texts`). A row names what is translated in `texts`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from typing import Any

from django.utils.text import capfirst
from modelcluster.fields import ParentalKey

from dvb_wagtail.models.texts import Entry, Text


class TranslatedPeople:
    """The appearances of the session `main` as rows of its translation `page`: hers keep their ids and their texts."""

    def __init__(self, page: Any, main: Any) -> None:
        own = {row.translation_key: row for row in page.appearances.all()}
        sources = sorted(main.appearances.all(), key=lambda row: (row.sort_order or 0, row.pk or 0))
        self._rows = [(source, _row(source, own.get(source.translation_key), page)) for source in sources]

    def entries(self) -> Iterator[Entry]:
        """Yield what there is to translate: the texts that the main page has."""
        for source, row in self._rows:
            texts = tuple(
                Text(
                    key=_key(row, name),
                    label=capfirst(row._meta.get_field(name).verbose_name),
                    source=text,
                    text=getattr(row, name),
                    max_length=row._meta.get_field(name).max_length,
                )
                for name in row.texts
                if (text := getattr(source, name))
            )
            if texts:
                yield Entry(source.get_role_display(), source.speaker.title if source.speaker else source.name, texts)

    def write(self, page: Any, posted: Mapping[str, str]) -> None:
        """Make the rows those of `page`, with the texts that were posted, by their keys; what was not posted stays."""
        for source, row in self._rows:
            for number, name in enumerate(row.texts):
                text = posted.get(_key(row, name), getattr(row, name))
                setattr(row, name, text or ("" if number else getattr(source, name)))
        page.appearances.set([row for _source, row in self._rows])


def _row(source: Any, own: Any, page: Any) -> Any:
    row = copy(own) if own else type(source)(locale=page.locale)
    kept = {"locale", *(source.texts if own else ())}
    for field in source._meta.concrete_fields:
        if not field.primary_key and not isinstance(field, ParentalKey) and field.name not in kept:
            setattr(row, field.attname, getattr(source, field.attname))
    return row


def _key(row: Any, name: str) -> str:
    return f"{row.translation_key}-{name}"
