"""News: the list with its tags and pages, and an article with its byline and what it tells of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils.translation import gettext

from dvb_wagtail.delivery.words import words
from dvb_wagtail.front.news import ArticleView
from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SeriesPage
from dvb_wagtail.publication.pending import flush
from tests.front.reading import links, only, read, text, texts
from tests.front.whole_site import make_image
from tests.pages_factory import (
    make_article,
    make_news,
    make_session,
    make_speaker,
    make_speaker_index,
    make_translation,
)


@pytest.fixture
def news(series: SeriesPage) -> ArticleIndexPage:
    return make_news(series, description="Vad som händer.")


def day(number: int) -> datetime:
    return datetime(2020, 10, number, 9, tzinfo=UTC)


def test_the_newest_article_stands_first_with_its_date_and_lead(client: Client, news: ArticleIndexPage) -> None:
    make_article(news, "Gammal", published=day(1))
    make_article(news, "Ny", published=day(2), lead="Om det nya.", image=make_image(), image_alt="Fjäll")
    document = read(client, news.url)
    newest, _older = document.cssselect(".dvb-card")

    assert texts(document, ".dvb-card h2") == ["Ny", "Gammal"]
    assert texts(newest, "p") == [words("sv").plain_day(day(2)), "Om det nya."]
    assert only(newest, "time").get("datetime") == "2020-10-02T11:00:00+02:00"
    assert only(newest, "img").get("alt") == ""  # said by the article's own page


def test_a_long_list_is_turned_by_links(client: Client, news: ArticleIndexPage) -> None:
    for number in range(1, 14):
        make_article(news, f"Nyhet {number}", published=day(number), tags=("program",))
    first, second = read(client, news.url), read(client, f"{news.url}?page=2")

    assert (len(texts(first, ".dvb-card h2")), texts(second, ".dvb-card h2")) == (12, ["Nyhet 1"])
    assert links(first, ".dvb-pager a") == {gettext("Older"): f"{news.url}?page=2"}
    assert links(second, ".dvb-pager a") == {gettext("Newer"): news.url}
    tagged = read(client, f"{news.url}?tag=program&page=2")
    assert links(tagged, ".dvb-pager a") == {gettext("Newer"): f"{news.url}?tag=program"}


def test_tags_are_links_and_narrow_list_and_feeds(client: Client, news: ArticleIndexPage) -> None:
    make_article(news, "Om programmet", tags=("Program",))
    make_article(news, "Om biljetter", tags=("Biljetter", "Program"))
    make_article(news, "Om annat")
    document = read(client, news.url)
    tagged = read(client, f"{news.url}?tag=biljetter")

    assert links(document, ".dvb-choices a") == {
        "Biljetter": f"{news.url}?tag=biljetter",
        "Program": f"{news.url}?tag=program",
    }
    assert texts(tagged, ".dvb-card h2") == ["Om biljetter"]
    assert text(only(tagged, "h1")) == "Biljetter"
    assert only(tagged, ".dvb-choices [aria-current]").get("href") == news.url
    assert links(tagged, ".dvb-feeds a") == {
        "Nyheter (RSS)": "/dvb/v1/news/nyheter/sv/articles.rss?tag=biljetter",
        "Nyheter (Atom)": "/dvb/v1/news/nyheter/sv/articles.atom?tag=biljetter",
        "Nyheter (JSON Feed)": "/dvb/v1/news/nyheter/sv/articles.json?tag=biljetter",
    }


def test_a_tag_that_no_article_has_any_more_is_an_empty_list(client: Client, news: ArticleIndexPage) -> None:
    article = make_article(news, tags=("Program",))
    article.unpublish()
    flush()
    document = read(client, f"{news.url}?tag=program")

    assert document.cssselect(".dvb-card") == []
    assert text(only(document, "h1")) == "Program"


def test_the_list_of_a_tag_is_headed_with_a_capital(client: Client, news: ArticleIndexPage) -> None:
    make_article(news, tags=("nära vård",))
    document = read(client, f"{news.url}?tag=n%C3%A4ra-v%C3%A5rd")

    assert text(only(document, "h1")) == "Nära vård"
    assert texts(document, ".dvb-choices [aria-current]")[0].startswith("nära vård")


def test_articles_are_listed_in_the_languages_they_are_written_in(client: Client, news: ArticleIndexPage) -> None:
    article = make_article(news, "Bara på svenska")
    english_news = make_translation(news, title="News")
    assert read(client, english_news.url).cssselect(".dvb-card") == []

    english = make_translation(article, title="Now in English")
    assert links(read(client, english_news.url), ".dvb-card h2 a") == {"Now in English": english.url}


def test_an_article_says_who_wrote_it_and_when(client: Client, news: ArticleIndexPage) -> None:
    page = make_article(
        news,
        published=day(2),
        byline=[("writer", "Sven Skribent"), ("writer", "Stina Skribent"), ("photographer", "Fia Foto")],
    )
    published, writers, photographers = texts(read(client, page.url), ".dvb-byline li")

    assert published.endswith(words("sv").plain_day(day(2)))
    assert writers == gettext("Text by %(names)s") % {"names": "Sven Skribent, Stina Skribent"}
    assert photographers == gettext("Photo by %(names)s") % {"names": "Fia Foto"}


def test_an_articles_image_has_alt_caption_and_credit(client: Client, news: ArticleIndexPage) -> None:
    page = make_article(
        news, image=make_image(), image_alt="Fjäll", image_caption="I november", image_credit="Fia Foto"
    )
    figure = only(read(client, page.url), ".dvb-figure")

    assert only(figure, "img").get("alt") == "Fjäll"
    assert text(only(figure, "figcaption")) == "I november " + gettext("Photo: %(name)s") % {"name": "Fia Foto"}


def test_an_article_leads_to_what_it_tells_of_and_to_its_subjects(
    client: Client, series: SeriesPage, conference: ConferencePage, news: ArticleIndexPage
) -> None:
    session, speaker = make_session(conference), make_speaker(make_speaker_index(series))
    page = make_article(news, tags=("Program",), about=[("page", each) for each in (speaker, session, conference)])
    document = read(client, page.url)

    assert list(links(document, "section[aria-labelledby=related] a").items()) == [
        (speaker.title, speaker.url),
        (session.title, session.url),
        (conference.title, conference.url),
    ]
    assert links(document, "section[aria-labelledby=subjects] a") == {"Program": f"{news.url}?tag=program"}
    assert links(document, ".dvb-back a") == {"Nyheter": news.url}


def test_an_article_type_of_a_project_needs_no_tags(news: ArticleIndexPage) -> None:
    class Untagged:
        """As a page class made from the mixin, without a tag manager."""

        title = "Utan ämnen"

    assert ArticleView(Untagged(), words("sv"), day(1)).tags == ()


def test_sharing_names_the_pages_own_address(client: Client, news: ArticleIndexPage) -> None:
    page = make_article(news, "Å & Ö")
    addresses = links(read(client, f"{page.url}?utm_source=brev"), ".dvb-share a").values()

    assert [address.count("http%3A%2F%2Ftestserver%2F") for address in addresses] == [1, 1, 1, 1]
    assert not any("utm_source" in address for address in addresses)
