"""Page types that were there before: what they answer is published, cleaned, kept right and as private as any page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import feedparser
import pytest
from django.core.management import call_command
from django.test import Client
from icalendar import Calendar
from pytest_django import Settings
from wagtail.models import PageViewRestriction

from dvb_wagtail.core.article import ArticleTexts, NewsTexts
from dvb_wagtail.core.media import Document, Recording
from dvb_wagtail.core.people import Appearance, AppearanceTexts
from dvb_wagtail.core.vocabulary import Role
from dvb_wagtail.publication.reconcile import check
from dvb_wagtail.publication.tables import KeptOut, Pending, PublishedArticle, PublishedNews, PublishedSession
from tests.apps.joined.models import PressRelease, PressRoom, Talk
from tests.pages_factory import make_translation
from tests.publication.site import document, image, page, secret, session

pytestmark = pytest.mark.usefixtures("site")


def publish(parent: Any, added: Any) -> Any:
    type(parent).objects.get(pk=parent.pk).add_child(instance=added)
    return type(added).objects.get(pk=added.pk)


def at(hour: int) -> datetime:
    """Return an hour of the first day in Stockholm."""
    return datetime(2020, 12, 8, hour, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.fixture
def room(site: None) -> PressRoom:
    return publish(page("Avdelning").get_site().root_page, PressRoom(title="Pressrum"))


@pytest.fixture
def release(room: PressRoom) -> PressRelease:
    links = f'<a linktype="document" id="{document("Bilder").pk}">Bilder</a> <script>alert(1)</script>'
    return publish(
        room,
        PressRelease(
            title="Tio år\x0b sedan",
            date=date(2016, 3, 1),
            intro="Så var det då.",
            text=f'<p>{links} <a linktype="page" id="{session().pk}">Öppning</a> <a href="/mer/">Mer</a></p>',
            author="Ada",
            subjects="Bredband, Vård,",
            picture=image("Sal"),
        ),
    )


def talk(**fields: Any) -> Talk:
    usual = {"title": "Föredrag", "begins": at(10), "hall": "sal-a"}
    return publish(page("DV 2020"), Talk(**usual | fields))


def ask(client: Client, path: str) -> bytes:
    answer = client.get(f"/dvb/v1/{path}", headers={"host": "dvb.example"})
    assert answer.status_code == 200, answer.content
    return bytes(answer.content)


def events(client: Client) -> dict[str, Any]:
    calendar = Calendar.from_ical(ask(client, "conferences/dv2020/sv/programme.ics"))
    return {str(event["SUMMARY"]): event for event in calendar.events}


def test_old_articles_are_in_the_feed_of_the_old_channel(release: PressRelease, client: Client) -> None:
    feed = feedparser.parse(ask(client, "news/press/sv/articles.rss"))
    item = json.loads(ask(client, "news/press/sv/articles.json"))["items"][0]

    assert (feed.feed.title, feed.feed.rights) == ("Pressrum", "© Regionen")
    assert [entry.title for entry in feed.entries] == ["Tio år sedan"]
    assert item["url"] == "http://dvb.example/pressrum/tio-%C3%A5r-sedan/"
    assert item["date_published"] == "2016-03-01T07:00:00+00:00"
    assert item["summary"] == "Så var det då."
    assert [author["name"] for author in item["authors"]] == ["Ada"]
    assert item["tags"] == ["Bredband", "Vård"]
    assert item["image"].startswith("http://dvb.example/media/")
    assert json.loads(ask(client, "news/press/sv/articles.json?tag=vard"))["items"] == [item]
    assert check() == []


def test_their_text_is_cleaned_and_their_links_lead_somewhere(release: PressRelease) -> None:
    html = PublishedArticle.objects.get(identity=release.translation_key).document["texts"]["sv"]["html"]

    assert "<script" not in html
    assert session().full_url in html
    assert document("Bilder").url in html
    assert 'href="http://dvb.example/mer/"' in html


@pytest.mark.parametrize("how", ["unpublished", "private", "channel unpublished", "deleted"])
def test_what_is_withdrawn_is_gone(release: PressRelease, how: str, client: Client) -> None:
    if how == "unpublished":
        release.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=release, restriction_type="login")
    elif how == "deleted":
        release.delete()
    else:
        PressRoom.objects.get().unpublish()

    row = PublishedArticle.objects.get(identity=release.translation_key)
    assert (row.document, row.gone_at is None) == ({}, False)
    assert check() == []


def test_a_picture_of_a_private_collection_and_a_private_target_stay_out(release: PressRelease) -> None:
    PageViewRestriction.objects.create(page=session(), restriction_type="login")
    for file in (image("Sal"), document("Bilder")):
        file.collection = secret()
        file.save()

    article = PublishedArticle.objects.get(identity=release.translation_key).document
    assert "image" not in article
    assert "href" in article["texts"]["sv"]["html"]
    assert document("Bilder").url not in article["texts"]["sv"]["html"]
    assert session().url not in article["texts"]["sv"]["html"]


def test_a_date_in_the_future_is_a_slip(room: PressRoom) -> None:
    release = publish(room, PressRelease(title="Snart", date=date(2099, 1, 1)))

    row = PublishedArticle.objects.get(identity=release.translation_key)
    assert row.published == row.created


def test_languages_of_one_article_come_together(release: PressRelease, client: Client) -> None:
    make_translation(PressRoom.objects.get(), title="Press room")
    make_translation(release, title="Ten years ago", intro="That was then.")

    item = json.loads(ask(client, "news/press/en/articles.json"))["items"][0]
    assert (item["title"], item["summary"]) == ("Ten years ago", "That was then.")
    assert item["url"].startswith("http://dvb.example/en/")
    assert PublishedNews.objects.get(key="press").main_language == "sv"
    assert check() == []


def test_an_old_talk_is_in_the_calendar(client: Client) -> None:
    made = talk(about="Om allt.", lecturer="Ada")
    event = events(client)["Föredrag"]

    assert event["DTSTART"].dt.isoformat() == "2020-12-08T10:00:00+01:00"
    assert event["DTEND"].dt.isoformat() == "2020-12-08T11:00:00+01:00"
    assert "Sal A" in event["LOCATION"]
    assert "Om allt." in event["DESCRIPTION"]
    assert "Ada" in event["DESCRIPTION"]
    assert str(event["URL"]) == made.full_url.replace("ö", "%C3%B6").replace("ä", "%C3%A4")
    assert check() == []


def test_a_moved_talk_counts_on(client: Client) -> None:
    made = talk()
    made.begins = at(12)
    made.save_revision().publish()

    assert events(client)["Föredrag"]["SEQUENCE"] == 1
    assert PublishedSession.objects.get(identity=made.translation_key).sequence == 1


def test_a_stream_for_members_goes_nowhere(client: Client) -> None:
    talk(stream="https://stream.example/hemlig", for_members=True)

    assert b"hemlig" not in ask(client, "conferences/dv2020/sv/programme.json")


@pytest.mark.parametrize("fields", [{"kind": "föredrag"}, {"begins": at(23)}])
def test_what_an_adapter_raises_keeps_the_page_out_and_is_told(fields: dict[str, Any], client: Client) -> None:
    made = talk(**fields)

    kept_out = KeptOut.objects.get(identity=made.translation_key)
    assert kept_out.reason == KeptOut.Reason.BROKEN
    assert kept_out.title == "Föredrag"
    assert "ValueError" in kept_out.detail
    assert "Föredrag" not in events(client)
    assert "Öppning" in events(client)


def test_a_channel_that_cannot_say_its_key_stops_nobody(room: PressRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PressRoom, "get_news", lambda self: 1 / 0)
    PressRoom.objects.get().save_revision().publish()
    session().save_revision().publish()

    assert KeptOut.objects.get(identity=room.translation_key).reason == KeptOut.Reason.BROKEN


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"recordings": (Recording("Inspelning", published="2020-12-20"),)}, "recordings[0].published is '2020-12-20'"),  # type: ignore[arg-type]
        ({"documents": (Document("Bilder", "/b.pdf", length="12 kB"),)}, "documents[0].length is '12 kB', no int."),  # type: ignore[arg-type]
        ({"room": 7}, "Session.room is 7, no str."),
        ({"day": at(10)}, "Session.day is datetime.datetime("),
        ({"themes": ("x" * 121,)}, "has more than 120 characters"),
    ],
)
def test_a_wrong_type_keeps_only_that_page_out_and_is_told(
    wrong: dict[str, Any], told: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = talk()
    right = Talk.get_session
    monkeypatch.setattr(Talk, "get_session", lambda self: replace(right(self), **wrong))
    session("Panel").unpublish()
    made.save_revision().publish()
    call_command("dvb_publication", "rebuild", verbosity=0)

    kept_out = KeptOut.objects.get(identity=made.translation_key)
    assert (kept_out.reason, kept_out.title) == (KeptOut.Reason.BROKEN, "Föredrag")
    assert told in kept_out.detail
    assert not Pending.objects.exists()
    assert "Panel" not in events(client)
    assert "Öppning" in events(client)


@pytest.mark.parametrize("wrong", [{"rights": 2016}, {"title": None}])
def test_a_channel_or_an_article_of_a_wrong_type_is_kept_out_alone(
    wrong: dict[str, Any], room: PressRoom, release: PressRelease, monkeypatch: pytest.MonkeyPatch
) -> None:
    news, article = PressRoom.get_news, PressRelease.get_article
    if "title" in wrong:
        broken = release
        texts = {"sv": ArticleTexts(**wrong)}
        monkeypatch.setattr(PressRelease, "get_article", lambda self: replace(article(self), texts=texts))
    else:
        broken = room
        texts = {"sv": NewsTexts("Pressrum", **wrong)}
        monkeypatch.setattr(PressRoom, "get_news", lambda self: replace(news(self), texts=texts))
    call_command("dvb_publication", "rebuild", verbosity=0)

    [kept_out] = KeptOut.objects.filter(reason=KeptOut.Reason.BROKEN)
    assert (kept_out.identity, kept_out.title) == (broken.translation_key, broken.title)
    assert f"texts['sv'].{next(iter(wrong))} is {next(iter(wrong.values()))}, no str." in kept_out.detail


def test_who_has_no_name_does_not_appear(monkeypatch: pytest.MonkeyPatch) -> None:
    made = talk(lecturer="Ada")
    right = Talk.get_session
    nobody = Appearance("", Role.MODERATOR, {"sv": AppearanceTexts(" \x0b", title="Moderator")})
    monkeypatch.setattr(
        Talk, "get_session", lambda self: replace(right(self), appearances=(nobody, *right(self).appearances))
    )
    made.save_revision().publish()

    [appearance] = PublishedSession.objects.get(identity=made.translation_key).document["appearances"]
    assert appearance["texts"]["sv"]["name"] == "Ada"


@pytest.fixture
def english_room(room: PressRoom, monkeypatch: pytest.MonkeyPatch) -> PressRoom:
    """Return the public English page of a channel whose Swedish one is unpublished and cannot be read."""
    made = make_translation(room, title="Press room")
    room.unpublish()
    right = PressRoom.get_news
    monkeypatch.setattr(PressRoom, "get_news", lambda self: right(self) if self.locale.language_code == "en" else 1 / 0)
    return made


def test_a_draft_that_cannot_be_read_leaves_its_public_translation(english_room: PressRoom) -> None:
    english_room.save_revision().publish()

    assert set(PublishedNews.objects.get(key="press").document["texts"]) == {"en"}
    assert not KeptOut.objects.exists()


def test_a_draft_that_cannot_be_read_hinders_no_first_publication(english_room: PressRoom) -> None:
    PublishedNews.objects.filter(identity=english_room.translation_key).delete()
    call_command("dvb_publication", "rebuild", verbosity=0)

    assert set(PublishedNews.objects.get(key="press").document["texts"]) == {"en"}
    assert not KeptOut.objects.exists()


def test_the_api_shows_where_the_client_has_the_page(release: PressRelease, settings: Settings, client: Client) -> None:
    settings.DVB_WAGTAIL_CLIENT_URLS = {"dvb.example": "https://www.example"}
    answer = client.get(f"/api/v2/pages/{release.pk}/", headers={"host": "dvb.example"}).json()

    assert answer["url"] == "https://www.example/pressrum/tio-%C3%A5r-sedan/"
    assert answer["identity"] == str(release.translation_key)
