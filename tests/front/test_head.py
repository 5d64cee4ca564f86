"""The links in a page's head: feeds that fit, one canonical address, the page's languages."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from django.template import Context, Template
from django.test import Client, RequestFactory
from wagtail.models import Page, PageViewRestriction

from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.tables import PublishedSession
from tests.front.reading import Document, only, preview, read, text
from tests.pages_factory import (
    make_article,
    make_news,
    make_session,
    make_speaker,
    make_speaker_index,
    make_translation,
)

ROOT = "http://testserver"
PROGRAMME = [
    ("text/calendar", "/dvb/v1/conferences/dv2020/sv/programme.ics"),
    ("application/vnd.c3voc.schedule+xml", f"{ROOT}/dvb/v1/conferences/dv2020/sv/schedule.xml"),
]
SERIES = [("text/calendar", "/dvb/v1/series/digitala-vasterbotten/sv/conferences.ics")]
EDITION = [
    ("application/rss+xml", "/dvb/v1/conferences/dv2020/sv/changes.rss"),
    ("application/atom+xml", "/dvb/v1/conferences/dv2020/sv/changes.atom"),
    ("application/feed+json", "/dvb/v1/conferences/dv2020/sv/changes.json"),
    ("application/rss+xml", "/dvb/v1/conferences/dv2020/sv/recordings.rss"),
    ("application/rss+xml", "/dvb/v1/conferences/dv2020/sv/programme.rss"),
    ("application/json", "/dvb/v1/conferences/dv2020/sv/programme.json"),
]
NEWS = [
    ("application/rss+xml", "/dvb/v1/news/nyheter/sv/articles.rss"),
    ("application/atom+xml", "/dvb/v1/news/nyheter/sv/articles.atom"),
    ("application/feed+json", "/dvb/v1/news/nyheter/sv/articles.json"),
]


FEED = "head link[rel=alternate][type]:not([type$='+oembed'])"
OEMBED = "head link[rel=alternate][type$='+oembed']"


def feeds(document: Document) -> list[tuple[str | None, str | None]]:
    return [(link.get("type"), link.get("href")) for link in document.cssselect(FEED)]


def languages(document: Document) -> dict[str | None, str | None]:
    return {link.get("hreflang"): link.get("href") for link in document.cssselect("head link[rel=alternate][hreflang]")}


def canonical(document: Document) -> str | None:
    return only(document, "head link[rel=canonical]").get("href")


def test_each_page_names_the_feeds_that_fit_it(client: Client, series: SeriesPage, conference: ConferencePage) -> None:
    session = make_session(conference)
    index = make_speaker_index(series)
    speaker = make_speaker(index)
    news = make_news(series)
    article = make_article(news)
    code = PublishedSession.objects.get().code
    own = ("text/calendar", f"/dvb/v1/conferences/dv2020/sv/sessions/{code}.ics")

    found = {
        page.url: feeds(read(client, page.url)) for page in (series, conference, session, index, speaker, news, article)
    }
    assert found == {
        series.url: [*SERIES, *PROGRAMME, *NEWS],
        conference.url: [*PROGRAMME, *EDITION],
        session.url: [own, *PROGRAMME],
        index.url: [],
        speaker.url: [],
        news.url: NEWS,
        article.url: NEWS,
    }
    assert feeds(read(client, conference.url + "program/")) == [*PROGRAMME, *EDITION]


def test_every_feed_named_is_there(client: Client, series: SeriesPage, conference: ConferencePage) -> None:
    session = make_session(conference)
    make_article(make_news(series))
    named = {address for page in (series, conference, session) for _type, address in feeds(read(client, page.url))}

    assert len(named) == 13
    assert {client.get(str(address)).status_code for address in named} == {200}


def test_feeds_say_what_they_are_of(client: Client, series: SeriesPage, conference: ConferencePage) -> None:
    make_news(series, title="Aktuellt")
    titles = [link.get("title") or "" for link in read(client, series.url).cssselect(FEED)]

    assert [conference.title in title for title in titles] == [False, True, True, False, False, False]
    assert titles[3:] == ["Aktuellt (RSS)", "Aktuellt (Atom)", "Aktuellt (JSON Feed)"]


def test_a_feed_that_has_a_title_of_its_own_is_named_by_it(client: Client, series: SeriesPage) -> None:
    news = make_news(series, seo_title="Nyheter från konferensen")
    titles = [link.get("title") for link in read(client, news.url).cssselect(FEED)]

    assert titles == [f"Nyheter från konferensen ({name})" for name in ("RSS", "Atom", "JSON Feed")]


def oembed(document: Document) -> dict[str | None, str]:
    """Return which page each of the two forms is asked about, by the link's type, at an absolute address."""
    asked = {}
    for link in document.cssselect(OEMBED):
        parts = urlsplit(link.get("href") or "")
        assert (parts.scheme, parts.netloc, parts.path) == ("http", "testserver", "/dvb/v1/oembed")
        query = dict(parse_qsl(parts.query, strict_parsing=True))
        asked[link.get("type")] = query.pop("url")
        assert link.get("type") == {"json": "application/json+oembed", "xml": "text/xml+oembed"}[query.pop("format")]
        assert query == {}
    return asked


def test_pages_that_can_stand_in_a_frame_say_where_it_is_asked_for(
    client: Client, series: SeriesPage, conference: ConferencePage
) -> None:
    session = make_session(conference)
    news = make_news(series)
    pages = [conference.url, f"{conference.url}program/", session.url, news.url]
    others = [series.url, make_speaker_index(series).url, make_article(news).url]

    assert {url: oembed(read(client, url)) for url in pages} == {
        url: {"application/json+oembed": ROOT + url, "text/xml+oembed": ROOT + url} for url in pages
    }
    assert [oembed(read(client, url)) for url in others] == [{}, {}, {}]


def test_what_oembed_is_asked_about_is_shown_by_it(
    client: Client, series: SeriesPage, conference: ConferencePage
) -> None:
    session = make_session(conference, kind="keynote", track="politik")
    news = make_news(series)
    make_article(news, tags=("Program",))
    pages = [
        conference.url,
        f"{conference.url}program/?track=politik&kind=keynote",
        session.url,
        f"{news.url}?tag=program",
    ]
    for page in pages:
        for link in read(client, page).cssselect(OEMBED):
            answer = client.get(link.get("href") or "")
            assert (answer.status_code, f"{link.get('type')}") == (
                200,
                f"{answer['Content-Type'].partition(';')[0]}+oembed",
            )


def test_the_selection_that_is_shown_is_the_one_that_is_asked_about(client: Client, conference: ConferencePage) -> None:
    make_session(conference, track="politik")
    shown = oembed(read(client, f"{conference.url}program/?utm_source=brev&track=politik&day=2020-12-08"))

    assert set(shown.values()) == {f"{ROOT}{conference.url}program/?day=2020-12-08&track=politik"}
    assert set(oembed(read(client, f"{conference.url}?track=politik")).values()) == {ROOT + conference.url}


def test_the_tag_that_is_shown_is_the_one_that_is_asked_about(client: Client, series: SeriesPage) -> None:
    news = make_news(series)
    for number in range(13):
        make_article(news, f"Nyhet {number}", tags=("program",))

    shown = oembed(read(client, f"{news.url}?tag=program&page=2"))
    assert set(shown.values()) == {f"{ROOT}{news.url}?tag=program"}
    assert set(oembed(read(client, f"{news.url}?page=2")).values()) == {ROOT + news.url}


def test_the_links_say_what_they_are_and_escape_it(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference, title='Fri & "öppen" <data>')
    links = read(client, session.url).cssselect(OEMBED)

    assert [link.get("title") for link in links] == [
        'Fri & "öppen" <data> (oEmbed, JSON)',
        'Fri & "öppen" <data> (oEmbed, XML)',
    ]


def test_each_language_asks_about_its_own_page(client: Client, conference: ConferencePage) -> None:
    english = make_translation(conference, title="Digital Västerbotten 2020")

    assert set(oembed(read(client, english.url)).values()) == {ROOT + english.url}
    assert set(oembed(read(client, conference.url)).values()) == {ROOT + conference.url}


def test_a_mirror_a_draft_and_what_only_some_may_see_ask_about_nothing(
    client: Client, conference: ConferencePage, admin_client: Client
) -> None:
    session = make_session(conference)
    make_translation(conference, title="Digital Västerbotten 2020")
    mirror = session.copy_for_translation(conference.get_translations()[0].locale, alias=True)
    flush()
    assert oembed(read(client, mirror.url)) == {}
    assert oembed(preview(session)) == oembed(preview(conference)) == {}

    PageViewRestriction.objects.create(page=conference, restriction_type="login")
    flush()
    for url in (conference.url, f"{conference.url}program/", session.url):
        assert oembed(read(admin_client, url)) == {}


def test_the_links_stand_early_in_the_head_however_long_the_page(client: Client, conference: ConferencePage) -> None:
    """WordPress reads 150 kB of a page, and nothing after its head."""
    for number in range(40):
        make_session(conference, f"Punkt {number}", abstract="Om tillit. " * 40)
    for url in (conference.url, f"{conference.url}program/"):
        content = client.get(url).content
        assert content.count(b"+oembed") == 2
        assert content.rindex(b"+oembed") < min(content.index(b"</head>"), 10_000)


def test_a_filtered_programme_points_to_the_whole_one(client: Client, conference: ConferencePage) -> None:
    make_session(conference, kind="keynote")
    whole = f"{ROOT}{conference.url}program/"

    for query in ("", "?kind=keynote", "?utm_source=brev&kind=keynote"):
        assert canonical(read(client, f"{conference.url}program/{query}")) == whole


def test_a_page_of_the_news_is_its_own_and_a_tag_is_the_whole_list(client: Client, series: SeriesPage) -> None:
    news = make_news(series)
    for number in range(13):
        make_article(news, f"Nyhet {number}", tags=("program",))

    assert canonical(read(client, f"{news.url}?utm_source=brev")) == ROOT + news.url
    assert canonical(read(client, f"{news.url}?page=2")) == f"{ROOT}{news.url}?page=2"
    assert canonical(read(client, f"{news.url}?tag=program&page=2")) == ROOT + news.url


def test_a_page_names_itself_in_every_language_it_is_public_in(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference)
    swedish = languages(read(client, session.url))
    english_conference = make_translation(conference, title="Digital Västerbotten 2020")
    english = make_translation(session, title="Opening")

    assert swedish == {}
    expected = {"sv": ROOT + session.url, "en": ROOT + english.url, "x-default": ROOT + session.url}
    assert languages(read(client, session.url)) == expected
    assert languages(read(client, english.url)) == expected
    assert languages(read(client, f"{english_conference.url}program/?kind=keynote")) == {
        "sv": f"{ROOT}{conference.url}program/",
        "en": f"{ROOT}{english_conference.url}program/",
        "x-default": f"{ROOT}{conference.url}program/",
    }


def test_an_index_of_speakers_knows_its_languages_though_it_has_no_feed(client: Client, series: SeriesPage) -> None:
    index = make_speaker_index(series)
    english = make_translation(index, title="Speakers")

    assert languages(read(client, index.url)) == {
        "sv": ROOT + index.url,
        "en": ROOT + english.url,
        "x-default": ROOT + index.url,
    }


def test_a_translation_that_only_mirrors_is_none(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference)
    make_translation(conference, title="Digital Västerbotten 2020")  # the session below it is mirrored by nothing yet
    mirror = session.copy_for_translation(conference.get_translations()[0].locale, alias=True)

    assert mirror.live
    assert languages(read(client, session.url)) == {}


def test_the_description_is_the_lead_in_one_line(client: Client, conference: ConferencePage) -> None:
    lead = "Två dagar\r\nom tillit. " + "Mer och mer " * 20
    session = make_session(conference, abstract=lead)
    description = only(read(client, session.url), "meta[name=description]").get("content") or ""

    assert description.startswith("Två dagar om tillit. Mer och")
    assert len(description) <= 160
    assert description.endswith("…")


def test_the_editors_own_description_goes_first(client: Client, conference: ConferencePage) -> None:
    session = make_session(conference, abstract="En lång text", search_description="Kort", seo_title="Rubrik i sök")
    document = read(client, session.url)

    assert only(document, "meta[name=description]").get("content") == "Kort"
    assert text(document.find("head/title")).startswith("Rubrik i sök ")


def test_the_tag_draws_nothing_on_pages_of_the_site_that_are_none_of_ours(home: Page) -> None:
    request = RequestFactory().get("/")
    template = Template("{% load dvb_wagtail %}[{% dvb_head %}]")

    assert template.render(Context({"page": home, "request": request})) == "[]"
    assert template.render(Context({})) == "[]"


def test_head_and_content_share_what_was_read(conference: ConferencePage) -> None:
    request = RequestFactory().get(conference.url)
    template = Template("{% load dvb_wagtail %}{% dvb_view as one %}{% dvb_view as two %}{{ one|stringformat:'r' }}")
    context = Context({"page": conference, "request": request})
    template.render(context)

    assert context["one"] is context["two"]
