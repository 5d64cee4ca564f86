"""The forms in a project whose panels leave fields out."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from wagtail.admin.panels import FieldPanel, ObjectList

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from tests.pages_factory import make_conference, make_session, make_site, make_translation

pytestmark = pytest.mark.django_db


def test_a_form_without_the_fields_of_ours_works_and_changes_none_of_them() -> None:
    conference = make_conference(make_site().root_page, themes=[("theme", {"name": "Etik"})])
    session = make_session(conference, room="salen", themes=["etik"])
    english = make_translation(conference, title="In English")
    for page, parent in ((conference, conference.get_parent()), (session, conference), (english, english.get_parent())):
        panels = ObjectList([FieldPanel("title")], base_form_class=page.base_form_class)
        form_class = panels.bind_to_model(type(page)).get_form_class()
        form = form_class({"title": "Nytt"}, instance=page, parent_page=parent, for_user=User())
        assert form.is_valid(), form.errors
        form.save()
    stored, edition = SessionPage.objects.get(pk=session.pk), ConferencePage.objects.get(pk=conference.pk)
    assert (stored.title, stored.room, stored.themes, stored.day) == ("Nytt", "salen", ["etik"], session.day)
    assert (edition.title, edition.acronym, edition.themes[0].value["code"]) == ("Nytt", "dv2020", "etik")
    translated = ConferencePage.objects.get(pk=english.pk)
    assert (translated.title, translated.start_date) == ("Nytt", conference.start_date)
    assert translated.themes[0].value["name"] == "Etik"
