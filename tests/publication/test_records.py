"""The records: one query each, on the site that was asked, in the order that readers see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication import records
from dvb_wagtail.publication.records import ConferenceRecord, NewsRecord, Withdrawn, channels
from tests.publication.site import page, session

pytestmark = pytest.mark.usefixtures("site")

HOST = ("dvb.example", 80)
OTHER = ("other.example", 80)


def edition(acronym: str = "dv2020", host: tuple[str, int] = HOST) -> ConferenceRecord:
    found = records.conference(acronym, host)
    assert found is not None
    return found


def news(key: str = "nyheter", host: tuple[str, int] = HOST) -> NewsRecord:
    found = records.news(key, host)
    assert found is not None
    return found


def titles(found: list[Any]) -> list[str]:
    return [next(iter(record.session.texts.values())).title for record in found]


def code(title: str) -> str:
    found = records.session_of(session(title).translation_key)
    assert found is not None
    return found[1].session.code


# ---- queries


def _asked() -> dict[str, Callable[[], Any]]:
    conference, channel = edition(), news()
    series, anna = page("Digitala Västerbotten").translation_key, page("Anna Andersson").translation_key
    index, panel, opening = page("Talare").translation_key, code("Panel"), session().translation_key
    conference_key, news_key = page("DV 2020", ConferencePage).translation_key, page("Nyheter").translation_key
    article, scope = page("En plats kvar").translation_key, Scope.of({Facet.ROOM: ["sal-a"], Facet.TRACK: ["ledning"]})
    return {
        "conference": lambda: records.conference("dv2020", HOST),
        "news": lambda: records.news("nyheter", HOST),
        "conference_of": lambda: records.conference_of(conference_key),
        "series_of": lambda: records.series_of(series),
        "news_of": lambda: records.news_of(news_key),
        "news_channels": records.news_channels,
        "editions": lambda: records.editions(series),
        "sessions": lambda: records.sessions(conference),
        "sessions in a scope": lambda: records.sessions(conference, scope),
        "session": lambda: records.session(conference, panel),
        "session_of": lambda: records.session_of(opening),
        "appearances_of": lambda: records.appearances_of(anna),
        "ever_public": lambda: records.ever_public(conference),
        "speakers": lambda: records.speakers(index),
        "speakers_in": lambda: records.speakers_in(conference),
        "articles": lambda: records.articles(channel, "sv"),
        "articles with a tag": lambda: records.articles(channel, "sv", tag="program"),
        "count_articles": lambda: records.count_articles(channel, "sv"),
        "articles_about": lambda: records.articles_about(opening, "sv"),
        "article_of": lambda: records.article_of(article),
        "tags": lambda: records.tags(channel),
        "tag_known": lambda: records.tag_known(channel, "program"),
    }


def test_each_costs_one_query_and_finds_something() -> None:
    about = page("Programmet är klart")
    about.about = [("page", session())]
    about.save_revision().publish()
    counted = {}
    for name, ask in _asked().items():
        with CaptureQueriesContext(connection) as captured:
            assert ask(), name
        counted[name] = len(captured)
    assert counted == dict.fromkeys(counted, 1)


# ---- the site that was asked


@pytest.mark.parametrize(
    ("host", "found"),
    [
        (("dvb.example", 80), True),
        (("dvb.example", 8000), True),
        (("unknown.example", 80), True),
        (("127.0.0.1", 8000), True),
        (("other.example", 80), False),
        (("other.example", 8000), False),
    ],
    ids=str,
)
def test_a_channel_is_found_on_its_own_site_alone(host: tuple[str, int], *, found: bool) -> None:
    """As Wagtail finds sites: by name and port, by name alone if there is one, else the default site."""
    assert (records.conference("dv2020", host) is not None) is found
    assert (records.news("nyheter", host) is not None) is found


@pytest.mark.parametrize("default", [True, False], ids=["with a default site", "without one"])
def test_the_rule_for_hosts_is_that_of_wagtail(*, default: bool) -> None:
    Site.objects.create(hostname="dvb.example", port=8080, root_page=page("Avdelning"))
    Site.objects.create(hostname="third.example", port=8080, root_page=page("Digitala Västerbotten"))
    Site.objects.filter(hostname="dvb.example", port=80).update(is_default_site=default)
    for hostname in ("dvb.example", "other.example", "third.example", "unknown.example"):
        for port in (80, 8080, 9999):
            request = RequestFactory().get("/", SERVER_NAME=hostname, SERVER_PORT=str(port))
            assert channels.site_of((hostname, port)).first() == Site.find_for_request(request), (hostname, port)


def test_other_channels_on_the_other_site() -> None:
    assert edition("other2020", OTHER).root_url == "http://other.example"
    assert news("andras", OTHER).root_url == "http://other.example"
    assert records.conference("other2020", HOST) is None
    assert records.conference("nothing", HOST) is None


# ---- sessions


def test_sessions_stand_by_day_and_start_and_those_without_a_day_last() -> None:
    parent = page("DV 2020", ConferencePage)
    for title, day, start, end in (
        ("Dag två", date(2020, 12, 9), time(9), time(10)),
        ("Utan tid", date(2020, 12, 8), None, None),
        ("Utan dag", None, None, None),
        ("Tidig", date(2020, 12, 8), time(8), time(9)),
    ):
        parent.add_child(instance=SessionPage(title=title, day=day, start=start, end=end))
    expected = ["Utan tid", "Tidig", "Öppning", "Bara svenska", "Panel", "Dag två", "Utan dag"]
    found = records.sessions(edition())
    assert [record.session.texts["sv"].title for record in found] == expected


def test_a_scope_narrows_and_its_values_are_alternatives() -> None:
    conference = edition()

    def chosen(**facets: list[str]) -> set[str]:
        scope = Scope.of({Facet(name): values for name, values in facets.items()})
        return {record.session.texts["sv"].title for record in records.sessions(conference, scope)}

    assert chosen(room=["sal-a"]) == {"Öppning"}
    assert chosen(room=["sal-a", "sal-b"]) == {"Öppning", "Bara svenska"}
    assert chosen(room=["sal-a", "sal-b"], track=["ledning"]) == {"Öppning"}
    assert chosen(theme=["ai-och-etik"], day=["2020-12-08"]) == {"Öppning"}
    assert chosen(day=["2020-12-09"]) == set()


def test_a_session_that_was_withdrawn_is_told_from_one_that_is_private_or_never_was() -> None:
    panel, swedish = code("Panel"), code("Bara svenska")
    session("Panel").unpublish()
    PageViewRestriction.objects.create(page=session("Bara svenska"), restriction_type="login")
    conference = edition()
    assert isinstance(records.session(conference, panel), Withdrawn)
    assert records.session(conference, swedish) is None
    assert records.session(conference, "222222") is None
    assert records.session(edition("other2020", OTHER), panel) is None


def test_nothing_is_found_below_an_edition_that_is_not_public() -> None:
    anna, opening = page("Anna Andersson").translation_key, session().translation_key
    assert len(records.appearances_of(anna)) == 1
    for title, language in (("DV 2020", "sv"), ("DV 2020 in English", "en")):
        page(title, ConferencePage, language).unpublish()
    assert records.conference("dv2020", HOST) is None
    assert records.session_of(opening) is None
    assert records.appearances_of(anna) == []
    assert records.editions(page("Digitala Västerbotten").translation_key) == [edition("dv2021")]


def test_editions_stand_newest_first() -> None:
    found = records.editions(page("Digitala Västerbotten").translation_key)
    assert [record.conference.acronym for record in found] == ["dv2021", "dv2020"]
    assert [(record.released, record.languages) for record in found] == [(False, ("sv",)), (True, ("en", "sv"))]


# ---- articles and speakers


def test_articles_are_those_of_a_language_and_a_tag_newest_first() -> None:
    channel = news()
    found = [record.article.texts["sv"].title for record in records.articles(channel, "sv")]
    assert sorted(found) == ["En plats kvar", "Programmet är klart"]
    dates = [record.article.published for record in records.articles(channel, "sv")]
    assert dates == sorted(dates, reverse=True)
    [english] = records.articles(channel, "en")
    assert english.article.texts["en"].title == "The programme is ready"
    [tagged] = records.articles(channel, "sv", tag="program")
    assert tagged.article.texts["sv"].title == "Programmet är klart"
    assert records.articles(channel, "sv", limit=1) + records.articles(channel, "sv", limit=1, offset=1) == (
        records.articles(channel, "sv")
    )
    counts = [records.count_articles(channel, language) for language in ("sv", "en", "fi")]
    assert (counts, records.count_articles(channel, "sv", tag="program")) == ([2, 1, 0], 1)


def test_articles_tell_of_sessions_and_lose_them_when_they_are_private() -> None:
    about = page("En plats kvar")
    about.about = [("page", session("Panel")), ("page", session())]
    about.save_revision().publish()
    panel = session("Panel").translation_key
    [found] = records.articles_about(panel, "sv")
    assert found.article.texts["sv"].title == "En plats kvar"
    assert records.articles_about(panel, "en") == []
    PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")
    assert records.articles_about(panel, "sv") == []
    [left] = records.articles_about(session().translation_key, "sv")
    assert left.article.about == (str(session().translation_key),)


def test_speakers_are_found_by_their_index_and_by_the_edition() -> None:
    index = page("Talare").translation_key
    for found in (records.speakers(index), records.speakers_in(edition())):
        assert [next(iter(record.speaker.texts.values())).name for record in found] == ["Anna Andersson"]
    assert records.speakers(uuid4()) == []
    assert records.speakers_in(edition("dv2021")) == []


def test_an_unknown_identity_is_nothing() -> None:
    nobody = uuid4()
    assert records.conference_of(nobody) is None
    assert records.series_of(nobody) is None
    assert records.news_of(nobody) is None
    assert records.session_of(nobody) is None
    assert records.article_of(nobody) is None
    assert Page.objects.filter(translation_key=nobody).count() == 0
