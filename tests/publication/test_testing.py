"""In the tests of a project, where nothing is ever committed."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication.tables import Pending, PublishedConference
from dvb_wagtail.testing import publish
from tests.pages_factory import make_site

pytestmark = pytest.mark.django_db


def draft() -> ConferencePage:
    edition = ConferencePage(
        title="DV", acronym="dv2020", start_date=date(2020, 12, 8), end_date=date(2020, 12, 9), live=False
    )
    Page.objects.get(pk=make_site().root_page_id).add_child(instance=edition)
    return edition


def titles() -> list[str]:
    return [row.document["texts"]["sv"]["title"] for row in PublishedConference.objects.filter(gone_at=None)]


def test_publish_brings_the_index_up_to_date_and_returns_the_page_read_afresh() -> None:
    edition = draft()
    published = publish(edition)
    assert (published, published is edition, published.live) == (edition, False, True)
    assert titles() == ["DV"]
    assert not Pending.objects.exists()
    published.title = "DV 2020"
    publish(published)
    assert titles() == ["DV 2020"]


def test_what_comes_after_a_commit_can_be_captured_again_and_again(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    edition = publish(draft())
    for title in ("Ett", "Två"):
        edition.title = title
        with django_capture_on_commit_callbacks(execute=True):
            edition.save_revision().publish()
        assert titles() == [title]
