"""What editors do to published pages, and how their documents are then found."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page, PageViewRestriction

from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.tables import PublishedSession
from tests import pages_factory as make


def republish(page: Page, **fields: Any) -> Any:
    """Change fields of a page and publish it."""
    page = Page.objects.get(pk=page.pk).specific
    for name, value in fields.items():
        setattr(page, name, value)
    return make.publish(page)


def save_draft(page: Page, **fields: Any) -> None:
    """Change fields of a page in a draft only."""
    page = Page.objects.get(pk=page.pk).specific
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    flush()


def unpublish(page: Page) -> None:
    Page.objects.get(pk=page.pk).specific.unpublish()
    flush()


def delete(page: Page) -> None:
    Page.objects.get(pk=page.pk).delete()
    flush()


def make_private(page: Page) -> None:
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type=PageViewRestriction.LOGIN)
    flush()


def code_of(page: Page) -> str:
    """Return the permanent code of a session, public or not."""
    return PublishedSession.objects.get(identity=page.translation_key).code
