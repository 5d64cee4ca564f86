"""What can be wrong with the languages of a project, told when it starts: see `checks`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.utils import translation
from django.utils.dates import MONTHS_ALT, WEEKDAYS
from django.utils.translation import trans_real
from wagtail.coreutils import get_content_languages

GUIDE = "docs/how-to/minority-languages.md says how."


@register(Tags.translation)
def check_languages(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Tell in which languages of the site pages are not found, our words are in another, or dates have no names."""
    return [problem for language in get_content_languages() if settings.USE_I18N for problem in _problems(language)]


def _problems(language: str) -> Iterator[CheckMessage]:
    """Yield what is wrong with one language; what follows from the first is not told."""
    from dvb_wagtail.delivery.words import spoken

    if not translation.check_for_language(language):
        hint = f"Put a locale file for it into a folder of LOCALE_PATHS, and compile it. {GUIDE}"
        message = f"Django finds no words in the language {language!r}, and none of its pages."
        yield Error(message, hint=hint, id="dvb_wagtail.E019")
        return
    if spoken(language) != language and not language.startswith(f"{spoken(language)}-"):
        hint = f"Translate the package's words in a locale file of your own. {GUIDE}"
        message = f"The package has no words in the language {language!r}: they are in {spoken(language)!r} there."
        yield Warning(message, hint=hint, id="dvb_wagtail.W020")
        return
    missing = _dates_without_names(language)
    if missing:
        hint = f"Add them to your locale file: days, and months with the context “alt. month”. {GUIDE}"
        message = f"Dates in the language {language!r} have names in another language: {', '.join(missing)}."
        yield Warning(message, hint=hint, id="dvb_wagtail.W021")


def _dates_without_names(language: str) -> list[str]:
    """Return the days and months, in English, that no catalogue of the language translates."""
    if language.partition("-")[0] == "en":
        return []
    with translation.override(None):
        # Their messages are their names in English; a context stands before a message, parted from it by EOT.
        messages = {str(day): str(day) for day in WEEKDAYS.values()}
        messages |= {f"alt. month\x04{month}": str(month) for month in MONTHS_ALT.values()}
    # What its own catalogues say, without what Django falls back on; there is no public way to ask that.
    found: Any = trans_real.translation(language)
    return [name for message, name in messages.items() if found._catalog.get(message) is None]
