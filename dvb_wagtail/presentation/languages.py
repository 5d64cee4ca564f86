"""What languages are called where one chooses among them."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_language_info, override
from wagtail.coreutils import get_content_languages

from dvb_wagtail.core.words import capitalised


def own_name(language: str) -> str:
    """Return what speakers of a language call it, with a capital letter.

    One that Django does not know is called what the project's settings call it, else by its code.
    """
    try:
        name: str = get_language_info(language)["name_local"]
    except KeyError:
        names = {**dict(settings.LANGUAGES), **get_content_languages()}
        if language not in names:
            return language
        with override(language):
            name = str(names[language])
    return capitalised(name)


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left; for one that Django does not know the settings say it."""
    try:
        return bool(get_language_info(language)["bidi"])
    except KeyError:
        return language in settings.LANGUAGES_BIDI
