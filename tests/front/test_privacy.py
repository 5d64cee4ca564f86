"""Of other pages a page shows what everyone may see, and nothing else: with data present that could leak."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.reconcile import reconcile
from tests.front.reading import links, read, text, texts
from tests.front.whole_site import show_in_menu
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_conference,
    make_news,
    make_series,
    make_session,
    make_speaker,
    make_speaker_index,
    make_translation,
)


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    flush()


def unpublish(page: Page) -> None:
    page.unpublish()
    flush()


@pytest.fixture(params=[restrict, unpublish], ids=["private", "withdrawn"])
def hide(request: pytest.FixtureRequest) -> Any:
    """Return a way to take a page from the public."""
    return request.param


def test_a_speaker(client: Client, series: SeriesPage, conference: ConferencePage, hide: Any) -> None:
    index = make_speaker_index(series)
    speaker = make_speaker(index, "Hemlig Person", job_title="Agent")
    conference.hosts = [("person", {"speaker": speaker, "name": "", "role": "host", "title": ""})]
    conference.save_revision().publish()
    session = make_appearance(make_session(conference), speaker)
    article = make_article(make_news(series), about=[("page", speaker)])
    shown = [page.url for page in (series, conference, session, index, article)] + [f"{conference.url}program/"]
    assert all("Hemlig Person" in text(read(client, address)) for address in shown[1:])

    hide(speaker)
    assert [address for address in shown if "Hemlig" in text(read(client, address))] == []
    assert [address for address in shown if speaker.url in str(links(read(client, address)))] == []


def test_a_speaker_whose_page_is_hidden_stands_under_the_plain_name(
    client: Client, series: SeriesPage, conference: ConferencePage, hide: Any
) -> None:
    speaker = make_speaker(make_speaker_index(series), "Anna Andersson")
    session = make_appearance(make_session(conference), speaker, name="Anna A.")
    hide(speaker)

    assert texts(read(client, session.url), ".dvb-appearances h3") == ["Anna A."]
    assert links(read(client, session.url), ".dvb-appearances a") == {}


def test_a_session(client: Client, series: SeriesPage, conference: ConferencePage, hide: Any) -> None:
    speaker = make_speaker(make_speaker_index(series))
    session = make_appearance(make_session(conference, "Hemlig punkt", kind="keynote"), speaker)
    article = make_article(make_news(series), about=[("page", session)])
    shown = [page.url for page in (conference, speaker, article)] + [f"{conference.url}program/"]
    assert all("Hemlig punkt" in text(read(client, address)) for address in shown)

    hide(session)
    assert [address for address in shown if "Hemlig" in text(read(client, address))] == []


def test_an_edition(client: Client, series: SeriesPage, hide: Any) -> None:
    conference = make_conference(series, title="Hemlig konferens")
    speaker = make_speaker(make_speaker_index(series))
    make_appearance(make_session(conference, "Hemlig punkt"), speaker)
    show_in_menu(ConferencePage.objects.get(pk=conference.pk))
    series_page, speaker_page = read(client, series.url), read(client, speaker.url)
    assert "Hemlig konferens" in text(series_page)
    assert "Hemlig punkt" in text(speaker_page)

    hide(ConferencePage.objects.get(pk=conference.pk))
    assert "Hemlig" not in text(read(client, series.url))
    assert "Hemlig" not in text(read(client, speaker.url))


def test_an_article(client: Client, series: SeriesPage, conference: ConferencePage, hide: Any) -> None:
    news = make_news(series)
    article = make_article(news, "Hemlig nyhet", tags=("hemligt",), about=[("page", conference)])
    shown = [page.url for page in (series, conference, news)]
    assert all("Hemlig nyhet" in text(read(client, address)) for address in shown)

    hide(article)
    assert [address for address in shown if "emlig" in text(read(client, address))] == []


def test_a_page_in_the_menu(client: Client, home: Page, hide: Any) -> None:
    page, other = (
        show_in_menu(make_series(home, key, title=title))
        for key, title in (("hemlig", "Hemlig serie"), ("annan", "Annan serie"))
    )
    assert "Hemlig serie" in links(read(client, other.url), "nav a")

    hide(page)
    assert links(read(client, other.url), "nav[aria-label] a").keys() == {"Annan serie"}


def test_a_translation_of_a_page_made_private(client: Client, conference: ConferencePage) -> None:
    """Wagtail's own rule shows mirrors of what was made private after they were made."""
    session = make_session(conference, "Hemlig punkt")
    english = make_translation(conference, title="Digital Västerbotten")
    session.copy_for_translation(english.locale, alias=True)
    flush()
    assert "Hemlig punkt" in text(read(client, f"{english.url}program/"))

    restrict(session)
    assert "Hemlig" not in text(read(client, f"{english.url}program/"))


def test_a_visitor_who_may_see_a_private_page_sees_it_whole(
    client: Client, series: SeriesPage, conference: ConferencePage, django_user_model: Any
) -> None:
    speaker = make_speaker(make_speaker_index(series), "Anna Andersson")
    session = make_appearance(make_session(conference, "För de inloggade", room="sal-a"), speaker)
    restrict(session)
    client.force_login(django_user_model.objects.create_user("gäst"))
    document = read(client, session.url)

    assert "Sal A" in texts(document, ".dvb-facts dd")[1]
    assert links(document, ".dvb-appearances a") == {"Anna Andersson": speaker.url}
    assert document.cssselect("head link[type]") == []


def test_the_programme_of_a_private_edition_is_shown_to_nobody(
    client: Client, conference: ConferencePage, django_user_model: Any
) -> None:
    """Sessions are other pages: what stands in no index is in no list, also for those who may open each."""
    make_session(conference, "Punkten")
    restrict(ConferencePage.objects.get(pk=conference.pk))
    client.force_login(django_user_model.objects.create_user("gäst"))
    document = read(client, f"{conference.url}program/?kind=keynote")

    assert document.cssselect(".dvb-session, .dvb-filters, .dvb-subscribe") == []
    assert document.cssselect("head link[type]") == []


def test_a_session_whose_edition_is_withdrawn_tells_nothing_of_it(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference, "Punkten", room="sal-a")
    conference = ConferencePage.objects.get(pk=conference.pk)
    conference.title = "Hemlig konferens"
    conference.save_revision().publish()
    Page.objects.filter(pk=conference.pk).update(live=False)
    reconcile()
    said = text(read(client, session.url))

    assert "Punkten" in said
    assert "Hemlig" not in said
    assert "Sal A" not in said
