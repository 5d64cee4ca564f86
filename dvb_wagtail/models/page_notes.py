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

    @property
    def status(self) -> str:
        """What Wagtail's help blocks call it."""
        return "info" if self.severity is Severity.NOTE else "warning"


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


def still_public_notes(page: Any) -> Iterator[Note]:
    """Say of a page that was taken back or made private where the same is public still: each language is by itself."""
    if not page.pk or not page.first_published_at:
        return
    if page.live and not _is_private(page):
        return
    for other in page.get_translations().filter(live=True, alias_of=None).select_related("locale").order_by("pk"):
        if _is_private(other):
            continue
        language = language_of(other)
        yield Note(
            Severity.WARN,
            (
                _(
                    "This page is private, but in %(language)s it is public still, so that it stands in lists, "
                    "calendars and feeds as before. Is it to be seen by nobody else? Change the privacy there, too."
                )
                if page.live
                else _(
                    "This page is taken back, but in %(language)s it is published still, so that it stands in lists, "
                    "calendars and feeds as before. Is it to be gone? Unpublish it there, too."
                )
            )
            % {"language": language},
            _("Open the page in %(language)s") % {"language": language},
            reverse("wagtailadmin_pages:edit", args=[other.pk]),
        )


def _is_private(page: Any) -> bool:
    """Tell whether a restriction holds for the page, its own or that of a page above it. One query, without those."""
    return bool(page.get_view_restrictions().exists())


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
