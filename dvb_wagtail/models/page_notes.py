"""What an editor should know of a page by itself, in words. It blocks nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dvb_wagtail.core.clashes import Severity
from dvb_wagtail.models.translations import language_of, main_page


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the editor, and how bad it is. `link` and `address` lead to where it can be mended."""

    severity: Severity
    text: str
    link: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a form says of a page. `clean` is set where all was compared and nothing clashes."""

    notes: tuple[Note, ...]
    clean: bool

    def __bool__(self) -> bool:
        return bool(self.notes) or self.clean


PAGE, KEY, CLASHES = "page", "key", "clashes"


def told(page: Any, of: Collection[str], parent: Any = None) -> Told:
    """Return what there is to say of a page by itself (PAGE in `of`), of its key (KEY) and beside others (CLASHES).

    `parent` is the page that a new one will stand under.
    """
    own = [*(page.page_notes() if PAGE in of else ()), *(page.key_notes() if KEY in of else ())]
    clashes = page.clash_notes(parent) if CLASHES in of else None
    return Told((*own, *(clashes or ())), clashes == [])


def translation_notes(page: Any) -> Iterator[Note]:
    """Say of a translation where its facts are kept."""
    if page.pk and (main := main_page(page)) is not page:
        language = language_of(main)
        yield Note(
            Severity.NOTE,
            _(
                "This is a translation. Here you translate the texts; all else is set on the page in %(language)s and "
                "holds for all languages."
            )
            % {"language": language},
            _("Open the page in %(language)s") % {"language": language},
            reverse("wagtailadmin_pages:edit", args=[main.pk]),
        )


def picture_notes(page: Any) -> Iterator[Note]:
    """Tell of pictures without a text for those who cannot see them, neither on the page nor in the image library."""
    for name, alt in page.pictures:
        image = getattr(page, name)
        # Without a description Wagtail says an image's title, which is mostly the name of a file.
        if image and not getattr(page, alt).strip() and image.default_alt_text in ("", image.title):
            field, own = (capfirst(page._meta.get_field(each).verbose_name) for each in (name, alt))
            yield Note(
                Severity.WARN,
                _("%(image)s: who cannot see it is told nothing. Say what it shows, under “%(field)s”.")
                % {"image": field, "field": own},
            )
