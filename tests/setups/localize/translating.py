"""Pages translated as with wagtail-localize's editor: string by string, then published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.test import TestCase
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from dvb_wagtail.publication.pending import flush
from tests.setups.build import base, translated_title


def translate_by_localize(page: Any, language: str, words: Mapping[str, str] | None = None) -> Any:
    """Return the page's translation, published: its title as `translated_title` has it, other texts by `words`."""
    locale = Locale.objects.get(language_code=language)
    source, _created = TranslationSource.update_or_create_from_instance(page.specific)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    known = {page.title: translated_title(page.title, language)} | dict(words or {})
    for segment in strings(page):
        if segment.string.data in known and not segment.context.path.startswith("slug"):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={"data": known[segment.string.data]},
            )
    # It publishes only after the commit.
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    flush()
    return base().objects.get(translation_key=page.translation_key, locale=locale).specific


def strings(page: Any) -> list[StringSegment]:
    """Return the texts that translators of a page are offered."""
    source = TranslationSource.objects.get_for_instance(page)
    return list(source.stringsegment_set.select_related("string", "context").order_by("order"))
