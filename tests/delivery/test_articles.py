"""`articles.rss` and `articles.atom`: what is in them, and for whom."""

from __future__ import annotations

from datetime import UTC, datetime

import feedparser
import pytest

from tests import pages_factory as make
from tests.delivery.editing import republish, unpublish
from tests.delivery.reading import NEWS, titles

pytestmark = pytest.mark.usefixtures("news")

BOTH = [NEWS, NEWS.replace("rss", "atom")]


def feed(response):
    assert response.status_code == 200
    return feedparser.parse(response.content).feed


@pytest.mark.parametrize("address", BOTH)
def test_the_newest_article_is_first(get, news, address):
    make.make_article(news, "Gammal", published=datetime(2019, 11, 21, 9, tzinfo=UTC))
    make.make_article(news, "Äldst", published=datetime(2018, 11, 21, 9, tzinfo=UTC))
    assert titles(get(address))[-2:] == ["Gammal", "Äldst"]
    assert sorted(titles(get(address))[:-2]) == ["Anmälan är öppen", "Programmet är klart"]


@pytest.mark.parametrize("address", BOTH)
def test_the_head_of_a_feed(get, news, address):
    republish(news, description="Om konferensen.", rights="© Regionen")
    head = feed(get(address))
    assert (head.title, head.subtitle, head.language, head.rights) == (
        "Nyheter från regionen",
        "Om konferensen.",
        "sv",
        "© Regionen",
    )
    links = {link.rel: link.href for link in head.links}
    assert links == {
        "self": f"http://dvb.example/dvb/v1/{address}",
        "alternate": "http://dvb.example/nyheter-fr%C3%A5n-regionen/",
    }


@pytest.mark.parametrize("address", BOTH)
def test_articles_with_a_tag(get, address):
    response = get(f"{address}?tag=program")
    assert titles(response) == ["Programmet är klart"]
    assert feed(response).title == "Nyheter från regionen: Program"


def test_a_tag_that_no_article_has_any_more_stays_valid(get):
    unpublish(make.ArticlePage.objects.get(title="Programmet är klart"))
    response = get(f"{NEWS}?tag=program")
    assert titles(response) == []
    assert feed(response).title == "Nyheter från regionen: program"


def test_a_tag_in_another_place_is_the_same_document(get):
    orders = ["tag=program", "utm_source=x&tag=program", "tag=program&_=1&tag=program"]
    responses = [get(f"{NEWS}?{order}") for order in orders]
    assert len({(response.content, response["ETag"]) for response in responses}) == 1


@pytest.mark.parametrize("address", BOTH)
def test_articles_are_only_in_the_languages_that_they_were_written_in(get, news, address):
    english = address.replace("/sv/", "/en/")
    assert titles(get(english)) == []
    make.make_translation(news, title="News from the region")
    make.make_translation(make.ArticlePage.objects.get(title="Anmälan är öppen"), title="Registration is open")
    assert titles(get(english)) == ["Registration is open"]
    assert (feed(get(english)).title, feed(get(english)).language) == ("News from the region", "en")


def test_at_most_fifty_articles(get, news):
    for number in range(49):
        make.make_article(news, f"Artikel {number}", published=datetime(2020, 1, 1, number % 24, number, tzinfo=UTC))
    assert len(titles(get(NEWS))) == 50


def test_no_article_is_published_in_the_future(get, news):
    make.make_article(news, "Nästa år", published=datetime(2099, 12, 8, tzinfo=UTC))
    published = [entry.published_parsed[:6] for entry in feedparser.parse(get(NEWS).content).entries]
    assert len(published) == 3
    assert max(datetime(*moment, tzinfo=UTC) for moment in published) <= datetime.now(UTC)


def test_a_key_that_is_changed_answers_at_its_old_address_for_ever(get, news):
    republish(news, key="senaste")
    old, new = get(NEWS), get("news/senaste/sv/articles.rss")
    assert (old.content, old["ETag"]) == (new.content, new["ETag"])
    assert {link.href for link in feed(old).links if link.rel == "self"} == {
        "http://dvb.example/dvb/v1/news/senaste/sv/articles.rss"
    }
