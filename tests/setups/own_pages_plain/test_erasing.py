"""Erasing a person on a site with page types and an image model of its own, and without Wagtail's redirects."""

from __future__ import annotations

from datetime import time
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from PIL import Image as Picture
from wagtail.models import Page, Revision, Site

from dvb_wagtail.pages.models import SpeakerIndexPage, SpeakerPage
from dvb_wagtail.publication.tables import PublishedSpeaker
from dvb_wagtail.testing import publish
from tests.apps.own_images.models import OwnImage
from tests.apps.own_pages.models import ArticlePage, Seminar, SeminarAppearance, WinterConference

pytestmark = [pytest.mark.setup, pytest.mark.django_db]


@pytest.fixture
def home() -> Page:
    return Site.objects.get(is_default_site=True).root_page


def test_people_are_erased_from_the_sites_own_types(home: Page, capsys: pytest.CaptureFixture[str]) -> None:
    file = BytesIO()
    Picture.new("RGB", (64, 48), "white").save(file, "PNG")
    picture = OwnImage.objects.create(title="Anna", file=ContentFile(file.getvalue(), "anna.png"), width=64, height=48)
    index = home.add_child(instance=SpeakerIndexPage(title="Talare"))
    anna = publish(index.add_child(instance=SpeakerPage(title="Anna Andersson", portrait=picture)))
    edition = WinterConference(title="Vinter", acronym="vinter", start_date="2027-02-01", end_date="2027-02-02")
    edition.contacts = [("contact", {"name": "Anna Andersson", "role": "", "email": "", "phone": ""})]
    edition.hosts = [("person", {"speaker": Page.objects.get(pk=anna.pk), "name": "", "role": "host", "title": ""})]
    edition = publish(home.add_child(instance=edition))
    seminar = edition.add_child(instance=Seminar(title="Egen", day="2027-02-01", start=time(9), end=time(10)))
    seminar.appearances.add(
        SeminarAppearance(speaker=anna, locale=seminar.locale),
        SeminarAppearance(name="anna andersson", locale=seminar.locale),
    )
    seminar = publish(seminar)
    own = publish(home.add_child(instance=ArticlePage(title="Egen artikel", text="Anna Andersson talar.")))

    code = PublishedSpeaker.objects.get().code
    call_command("dvb_publication", "erase", code, "Anna Andersson")

    assert not SpeakerPage.objects.exists()
    assert not OwnImage.objects.exists()
    assert not SeminarAppearance.objects.exists()
    edition = WinterConference.objects.get()
    assert (len(edition.contacts), len(edition.hosts)) == (0, 0)
    mentioned = {line for line in capsys.readouterr().out.splitlines() if line.startswith("mention")}
    edit = f"http://localhost/admin/pages/{own.pk}/edit/"
    assert mentioned == {
        f"mention page {own.pk} text {edit}",
        f"mention revision {own.latest_revision_id} text {edit}",
    }
    assert ["Anna" in str(each.content) for each in Revision.objects.order_by("pk")] == [False, False, True]
