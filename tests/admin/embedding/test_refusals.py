"""What is not public is not shared: why, and where that is mended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from dvb_wagtail.admin.embedding.refusals import NEXT
from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SessionPage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.tables import KeptOut, Pending, PublishedConference, PublishedSession
from tests.admin.embedding.asking import asked, copies, links, remarks
from tests.pages_factory import make_conference, make_news, make_site, make_translation

pytestmark = pytest.mark.django_db

BROKEN = KeptOut.Reason.BROKEN


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def refused(admin: Client, page: Page) -> tuple[str, str]:
    """Return what is said of a page that cannot be shared, and where it leads; nothing else is there."""
    document = asked(admin, page, system="html")
    assert copies(document) == {}
    assert document.cssselect("form.dvb-questions, iframe") == []
    [(status, text)] = remarks(document)
    assert status == "critical"
    assert admin.get(reverse("dvb_embed_qr", args=[page.pk, "page"]), {"system": "html"}).status_code == 404
    found = links(document)
    assert len(found) == 1
    return text, found[0]


@pytest.fixture(params=["conference", "session", "news"])
def page(request: Any, conference: ConferencePage, session: SessionPage, news: ArticleIndexPage) -> Page:
    of: dict[str, Page] = {"conference": conference, "session": session, "news": news}
    return of[request.param]


def again(page: Page) -> Any:
    return type(page).objects.get(pk=page.pk)


def test_a_draft(admin: Client, home: Page, conference: ConferencePage) -> None:
    drafts = [
        home.add_child(instance=ConferencePage(title="Utkast", acronym="dv2021", live=False)),
        home.add_child(instance=ArticleIndexPage(title="Utkast två", key="utkast", live=False)),
        conference.add_child(instance=SessionPage(title="Utkast tre", live=False)),
    ]
    said = {refused(admin, draft) for draft in drafts}
    texts = {text.partition(" Redigera")[0].partition(" Edit")[0] for text, _link in said}
    assert len(texts) == 1
    assert {link for _text, link in said} == {edit(draft) for draft in drafts}


def test_what_was_taken_back(admin: Client, page: Page) -> None:
    page.unpublish()
    flush()
    text, link = refused(admin, again(page))
    draft = page.get_parent().add_child(instance=type(page)(title="Utkast", live=False))
    assert link == edit(page)
    assert text.replace(page.title, "") != refused(admin, draft)[0].replace("Utkast", "")


def test_what_is_scheduled_says_when(admin: Client, page: Page) -> None:
    page.unpublish()
    page = again(page)
    page.go_live_at = timezone.now() + timedelta(days=300)
    page.save_revision().publish()
    flush()
    text, link = refused(admin, again(page))
    assert str(timezone.localtime(page.go_live_at).year) in text
    assert f"{timezone.localtime(page.go_live_at):%H:%M}" in text
    assert link == edit(page)


def test_what_should_have_been_public_says_so(admin: Client, page: Page) -> None:
    page.unpublish()
    page = again(page)
    page.go_live_at = timezone.now() + timedelta(days=300)
    page.save_revision().publish()
    flush()
    coming, _link = refused(admin, again(page))
    yesterday = timezone.now() - timedelta(days=1)
    page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=yesterday)
    late, _link = refused(admin, again(page))
    assert f"{timezone.localtime(yesterday):%Y-%m-%d %H:%M}" in late
    assert len(late) > len(coming)


def test_what_expired_says_when(admin: Client, page: Page) -> None:
    page.unpublish(set_expired=True)
    type(page).objects.filter(pk=page.pk).update(expire_at="2019-05-17T10:00:00Z")
    flush()
    text, link = refused(admin, again(page))
    assert "2019-05-17 12:00" in text
    assert link == edit(page)


def test_what_is_private(admin: Client, page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    flush()
    assert refused(admin, page)[1] == edit(page)


def test_what_stands_below_something_private(admin: Client, page: Page, home: Page) -> None:
    PageViewRestriction.objects.create(page=home, restriction_type="password", password="x")
    flush()
    text, link = refused(admin, page)
    assert home.title in text
    assert link == edit(home)


def test_what_stands_on_no_site(admin: Client, page: Page) -> None:
    Site.objects.all().delete()
    flush()
    assert refused(admin, page)[1] == reverse("wagtailadmin_pages:move", args=[page.pk])


def test_a_draft_in_a_private_place_is_told_both(admin: Client, home: Page) -> None:
    draft = home.add_child(instance=ConferencePage(title="Utkast", acronym="dv2021", live=False))
    PageViewRestriction.objects.create(page=home, restriction_type="login")
    document = asked(admin, draft)
    assert len(remarks(document)) == 2
    assert links(document) == [edit(draft), edit(home)]


# ---- what the index keeps out


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"acronym": "dv 2020"}, KeptOut.Reason.NO_CODE),
        ({"acronym": "dv2019"}, KeptOut.Reason.CODE_TAKEN),
        ({"start_date": None}, KeptOut.Reason.NO_DATES),
        ({"time_zone": "Mars/Olympus"}, KeptOut.Reason.UNKNOWN_ZONE),
    ],
)
def test_an_edition_that_is_kept_out(admin: Client, home: Page, fields: dict[str, Any], reason: KeptOut.Reason) -> None:
    """Made live by a script that asked no form."""
    make_conference(home, "dv2019")
    usual = {"acronym": "dv2021", "start_date": date(2021, 12, 7), "end_date": date(2021, 12, 8)}
    draft = ConferencePage(title="Fel", live=False, **(usual | fields))
    Page.objects.get(pk=home.pk).add_child(instance=draft)
    ConferencePage.objects.filter(pk=draft.pk).update(live=True)
    Pending.objects.create(identity=draft.translation_key)
    flush()
    assert KeptOut.objects.get().reason == reason
    text, link = refused(admin, again(draft))
    assert str(reason.label) in text
    assert link == edit(draft)


def test_an_edition_that_cannot_be_read(admin: Client, conference: ConferencePage) -> None:
    KeptOut.objects.create(
        identity=conference.translation_key, page=conference.pk, title="x", reason=BROKEN, detail="ValueError: <b>"
    )
    _forget(conference)
    text, _link = refused(admin, conference)
    assert str(BROKEN.label) in text
    assert "ValueError: <b>" in text


def _forget(page: Page) -> None:
    """Let the index not have a page, as if it had not been brought up to date."""
    PublishedConference.objects.filter(identity=page.translation_key).update(gone_at=timezone.now(), document={})


def test_what_waits_for_the_index(admin: Client, conference: ConferencePage) -> None:
    _forget(conference)
    first, link = refused(admin, conference)
    Pending.objects.create(identity=conference.translation_key, error="Disken är full.")
    second, _link = refused(admin, conference)
    assert link == reverse("dvb_publication_report")
    assert "Disken är full." not in first
    assert "Disken är full." in second


# ---- sessions and what stands above them


def test_a_session_of_an_edition_that_is_a_draft(
    admin: Client, conference: ConferencePage, session: SessionPage
) -> None:
    conference.unpublish()
    flush()
    text, link = refused(admin, again(session))
    assert "Årets konferens" in text
    assert link == edit(conference)


def test_a_session_of_an_edition_that_is_kept_out(
    admin: Client, conference: ConferencePage, session: SessionPage
) -> None:
    ConferencePage.objects.filter(pk=conference.pk).update(time_zone="Mars/Olympus")
    Pending.objects.create()
    flush()
    text, link = refused(admin, session)
    assert str(KeptOut.Reason.UNKNOWN_ZONE.label) in text
    assert link == edit(conference)


def test_a_session_that_cannot_be_read(admin: Client, session: SessionPage) -> None:
    KeptOut.objects.create(identity=session.translation_key, page=session.pk, title="x", reason=BROKEN, detail="Oj.")
    PublishedSession.objects.filter(identity=session.translation_key).update(gone_at=timezone.now(), document={})
    text, link = refused(admin, session)
    assert str(BROKEN.label) in text
    assert link == edit(session)


def test_a_session_below_no_conference(admin: Client, home: Page, session: SessionPage) -> None:
    again(session).move(Page.objects.get(pk=home.pk), pos="last-child")
    flush()
    assert refused(admin, again(session))[1] == reverse("wagtailadmin_pages:move", args=[session.pk])


# ---- copies


def test_a_mirror_leads_to_the_page_that_it_mirrors(admin: Client, page: Page, home: Page) -> None:
    english = make_translation(home, title="Home").locale
    mirror = page.copy_for_translation(english, copy_parents=True, alias=True)
    flush()
    text, link = refused(admin, mirror)
    assert page.title in text
    assert link == reverse("dvb_embed", args=[page.pk])
    assert copies(asked(admin, page, system="html"))


def test_a_copy_on_the_same_site_leads_to_its_source(admin: Client, page: Page, home: Page) -> None:
    alias = page.create_alias(
        parent=home if not isinstance(page, SessionPage) else page.get_parent(), update_slug="kopia"
    )
    flush()
    assert refused(admin, alias)[1] == reverse("dvb_embed", args=[page.pk])


def test_a_session_that_is_published_once_more_elsewhere_is_an_item_of_its_own(
    admin: Client, home: Page, session: SessionPage
) -> None:
    other = make_conference(home, "dv2021")
    alias = session.create_alias(parent=other)
    flush()
    document = asked(admin, alias, system="html")
    assert "/conferences/dv2021/sv/sessions/" in copies(document)["html"]


def test_a_translation_of_a_session_below_a_mirrored_edition_is_told_why(
    admin: Client, conference: ConferencePage, session: SessionPage
) -> None:
    english = make_translation(session, title="Power")
    document = asked(admin, english, system="html")
    assert [status for status, _text in remarks(document)] == ["warning", "warning"]
    assert "Årets konferens" in remarks(document)[0][1]
    assert copies(document)


# ---- other pages


def test_other_pages_are_not_shared(admin: Client, home: Page) -> None:
    assert admin.get(reverse("dvb_embed", args=[home.pk])).status_code == 404
    assert admin.get(reverse("dvb_embed", args=[10**6])).status_code == 404


def test_every_reason_says_what_to_do_next() -> None:
    assert NEXT.keys() == set(KeptOut.Reason)


def test_what_is_on_another_site_is_shared_from_its_own_address(admin: Client, home: Page) -> None:
    other = make_site("annan.example", 443, is_default_site=False).root_page
    channel = make_news(other, "andra")
    found = copies(asked(admin, channel, system="html"))
    assert 'src="https://annan.example/dvb/v1/embed/news/andra/sv/"' in found["html"]
    assert found["policy"] == "frame-src https://annan.example"
