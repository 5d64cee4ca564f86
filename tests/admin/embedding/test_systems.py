"""What every system is given to paste, of everything that can be shared."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from lxml import html
from wagtail.models import Page

from dvb_wagtail.admin.embedding.systems import System
from dvb_wagtail.formats.host_snippets import Embed, iframe
from dvb_wagtail.pages.models import ArticleIndexPage, ConferencePage, SessionPage
from tests.admin.embedding.asking import FEEDS, FRAMES, ROOT, asked, copies, labels, preview, words
from tests.pages_factory import make_translation

pytestmark = pytest.mark.django_db

PROGRAMME = Embed(
    f"{FRAMES}/conferences/dv2020/sv/programme/",
    "Årets konferens: program",
    700,
    f"{ROOT}/%C3%A5rets-konferens/program/",
    "sv",
)
SUBSCRIBE = Embed(
    f"{FRAMES}/conferences/dv2020/sv/subscribe/",
    "Prenumerera på Årets konferens: program",
    500,
    f"{ROOT}/%C3%A5rets-konferens/program/",
    "sv",
)
NEWS = Embed(f"{FRAMES}/news/nyheter/sv/", "Nyheter", 600, f"{ROOT}/nyheter/", "sv")

FINDERS = """WAGTAILEMBEDS_FINDERS = [
    {"class": "wagtail.embeds.finders.oembed",
     "providers": [{"endpoint": "https://dvb.example/dvb/v1/oembed", "urls": [r"^https://dvb\\.example/"]}]},
    {"class": "wagtail.embeds.finders.oembed"},
]"""


def asks(address: str) -> Any:
    """Return what a stranger gets at an address of the site."""
    response = Client().get(address.removeprefix(ROOT), headers={"host": "dvb.example"}, secure=True)
    assert (address, response.status_code) == (address, 200)
    return response


def session_embed(code: str) -> Embed:
    address = f"{FRAMES}/conferences/dv2020/sv/sessions/{code}/"
    return Embed(address, "Makten", 400, f"{ROOT}/%C3%A5rets-konferens/makten/", "sv")


@pytest.fixture(params=["programme", "subscribe", "session", "news"])
def shown(
    request: Any, conference: ConferencePage, session: SessionPage, news: ArticleIndexPage, code: str
) -> tuple[Page, dict[str, str], Embed]:
    """A page, the query that asks for what can be shown of it, and what that is."""
    of: dict[str, tuple[Page, dict[str, str], Embed]] = {
        "programme": (conference, {}, PROGRAMME),
        "subscribe": (conference, {"what": "subscribe"}, SUBSCRIBE),
        "session": (session, {}, session_embed(code)),
        "news": (news, {}, NEWS),
    }
    return of[request.param]


def given(admin: Client, shown: tuple[Page, dict[str, str], Embed], system: str) -> dict[str, str]:
    """Return what can be copied besides what every website's team is told."""
    page, query, embed = shown
    document = asked(admin, page, system=system, **query)
    assert preview(document).get("src") == embed.address
    found = copies(document)
    assert found.pop("policy") == f"frame-src {ROOT}"
    assert embed.address in found.pop("letter")
    return found


def feeds_of(embed: Embed) -> dict[str, str]:
    """Return the RSS feeds that tell of it."""
    if embed is NEWS:
        return {"news-rss": f"{ROOT}/dvb/v1/news/nyheter/sv/articles.rss"}
    return {f"{name}-rss": f"{FEEDS}/sv/{name}.rss" for name in ("changes", "recordings", "programme")}


def test_municipio_gets_address_title_and_height_apart_and_feeds(admin: Client, shown: Any) -> None:
    embed = shown[2]
    found = given(admin, shown, "municipio")
    fields = {name: found.pop(name) for name in ("address", "title", "height")}
    assert fields == {"address": embed.address, "title": embed.title, "height": str(embed.height)}
    assert found == feeds_of(embed)


def test_wordpress_gets_the_address_of_the_page_where_that_says_all(admin: Client, shown: Any) -> None:
    embed = shown[2]
    found = given(admin, shown, "wordpress")
    address = {"address": embed.address} if embed is SUBSCRIBE else {"page": embed.url}
    feeds = {name: value for name, value in found.items() if name.endswith("-rss")}
    assert found == {**address, "html": iframe(embed), **feeds}
    assert feeds == feeds_of(embed)


def test_wagtail_gets_it_too_and_a_setting_for_its_developer(admin: Client, shown: Any) -> None:
    embed = shown[2]
    found = given(admin, shown, "wagtail")
    address = {"address": embed.address} if embed is SUBSCRIBE else {"page": embed.url}
    assert found == {**address, "finders": FINDERS}


def test_sitevision_gets_fields_and_html(admin: Client, shown: Any) -> None:
    embed = shown[2]
    assert given(admin, shown, "sitevision") == {
        "address": embed.address,
        "title": embed.title,
        "height": str(embed.height),
        "html": iframe(embed),
    }


@pytest.mark.parametrize("system", ["drupal", "html"])
def test_other_websites_get_html(admin: Client, shown: Any, system: str) -> None:
    assert given(admin, shown, system) == {"html": iframe(shown[2])}


@pytest.mark.parametrize("system", ["sitevision", "drupal"])
def test_what_was_not_tried_is_said(admin: Client, conference: ConferencePage, system: str) -> None:
    document = asked(admin, conference, system=system)
    assert document.cssselect(".dvb-answer .help-warning")
    assert not asked(admin, conference, system="html").cssselect(".dvb-answer .help-warning")


def test_what_the_page_cannot_say_is_said_by_the_frame(admin: Client, news: ArticleIndexPage) -> None:
    address = f"{FRAMES}/news/nyheter/sv/?look=dark&heading=3&title=hidden&limit=8"
    for system in ("wordpress", "wagtail"):
        found = copies(
            asked(admin, news, system=system, look="dark", heading="3", hide_title="on", limit="8", height="600")
        )
        assert (found["address"], "page" in found) == (address, False)


@pytest.mark.parametrize("system", ["wordpress", "wagtail"])
def test_a_language_that_has_no_page_is_said_by_the_frame(
    admin: Client, conference: ConferencePage, session: SessionPage, system: str
) -> None:
    for page in (conference, session):
        document = asked(admin, page, system=system, lang="en")
        found = copies(document)
        assert "/en/" in found["address"]
        assert (found["address"], "page" in found) == (preview(document).get("src"), False)


def test_wagtail_decides_the_height_and_the_preview_says_so(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, system="wagtail", height="1500")
    assert preview(document).get("height") == str(PROGRAMME.height)
    assert f"{PROGRAMME.height} pixlar" in words(document.cssselect(".dvb-answer .help-info")[0])


def test_a_selection_is_said_by_the_page_as_well(admin: Client, conference: ConferencePage) -> None:
    found = copies(asked(admin, conference, system="wordpress", day="2020-12-08"))
    assert found["page"] == f"{ROOT}/%C3%A5rets-konferens/program/?day=2020-12-08"


def test_a_calendar_gets_the_ways_to_subscribe(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, system="calendar", track="politik")
    found = copies(document)
    address = f"{FEEDS}/sv/programme.ics?track=politik"
    coded = "https%3A%2F%2Fdvb.example%2Fdvb%2Fv1%2Fconferences%2Fdv2020%2Fsv%2Fprogramme.ics%3Ftrack%3Dpolitik"
    named = "%C3%85rets%20konferens%3A%20Politik"
    assert "webcal://dvb.example/dvb/v1/conferences/dv2020/sv/programme.ics?track=politik" in found.pop("letter")
    assert found == {
        "webcal": address.replace("https:", "webcal:"),
        "google": f"{address}&cancelled=keep",
        "outlook-work": f"https://outlook.office.com/calendar/0/addfromweb?url={coded}&name={named}",
        "outlook-com": f"https://outlook.live.com/calendar/0/addfromweb?url={coded}&name={named}",
        "address": address,
    }
    assert preview(document).get("src") == f"{FRAMES}/conferences/dv2020/sv/programme/?track=politik"


def test_a_calendar_has_no_looks(admin: Client, conference: ConferencePage) -> None:
    document = asked(admin, conference, system="calendar", what="subscribe", look="dark", hide_title="on")
    assert preview(document).get("src") == PROGRAMME.address


def test_a_calendar_gets_the_file_of_a_session(admin: Client, session: SessionPage, code: str) -> None:
    found = copies(asked(admin, session, system="calendar"))
    assert found.pop("file") == f"{FEEDS}/sv/sessions/{code}.ics"
    assert found.keys() == {"letter"}


def test_feed_readers_get_every_feed_of_an_edition(admin: Client, conference: ConferencePage) -> None:
    found = copies(asked(admin, conference, system="feeds", room="sal-b", lang="en"))
    letter = found.pop("letter")
    assert found == {
        f"{name}-{extension}": f"{FEEDS}/en/{name}.{extension}?room=sal-b"
        for name, extension in (
            ("changes", "rss"),
            ("changes", "atom"),
            ("changes", "json"),
            ("recordings", "rss"),
            ("programme", "rss"),
        )
    }
    assert all(address in letter for address in found.values())


def test_a_session_is_told_of_in_the_feeds_of_its_edition(admin: Client, session: SessionPage) -> None:
    found = copies(asked(admin, session, system="feeds"))
    assert found["changes-atom"] == f"{FEEDS}/sv/changes.atom"
    assert len(found) == 6


def test_feed_readers_get_every_feed_of_news(admin: Client, news: ArticleIndexPage) -> None:
    document = asked(admin, news, system="feeds", tag="programmet")
    found = copies(document)
    del found["letter"]
    address = f"{ROOT}/dvb/v1/news/nyheter/sv/articles"
    assert found == {f"news-{each}": f"{address}.{each}?tag=programmet" for each in ("rss", "atom", "json")}
    assert [name.rpartition(" ")[2] for name in labels(document).values()][:2] == ["(RSS)", "(Atom)"]


def test_what_is_handed_out_is_answered(admin: Client, shown: Any) -> None:
    """The address of the frame, and of all feeds, is one that the site has."""
    page, query, embed = shown
    feeds = copies(asked(admin, page, system="feeds", **query))
    del feeds["letter"]
    for address in (embed.address, embed.url, *feeds.values()):
        asks(address)


def test_everything_is_in_the_language_that_was_chosen(admin: Client, conference: ConferencePage) -> None:
    make_translation(conference, title="This year's conference", slug="this-year")
    english = Embed(
        f"{FRAMES}/conferences/dv2020/en/programme/",
        "This year's conference: programme",
        700,
        f"{ROOT}/en/this-year/program/",
        "en",
    )
    document = asked(admin, conference, system="html", lang="en")
    assert copies(document)["html"] == iframe(english)
    assert english.title in preview(document).get("title")


def test_the_preview_is_the_frame_as_a_stranger(admin: Client, conference: ConferencePage) -> None:
    frame = preview(asked(admin, conference, system="html", height="900", look="auto"))
    sandbox = set(frame.get("sandbox").split())
    assert frame.get("height") == "900"
    assert frame.get("src") == f"{PROGRAMME.address}?look=auto"
    assert "allow-scripts" in sandbox
    assert "allow-same-origin" not in sandbox


def test_every_system_says_how_soon_and_what_is_loaded(
    admin: Client, conference: ConferencePage, settings: Any
) -> None:
    settings.DVB_WAGTAIL_MAX_AGE = 900
    for system in System:
        document = asked(admin, conference, system=system.value)
        headings = [words(each) for each in document.cssselect(".dvb-answer h2, .dvb-answer h3")]
        assert len(headings) >= 6
        assert f"{ROOT}/dvb/v1/embed/sv/" in [each.get("href") for each in document.cssselect(".dvb-answer a")]
        assert ("15" in words(document.cssselect(".dvb-answer")[0]).split()) is system.shows_frames


@pytest.mark.parametrize("looks", [{}, {"look": "dark", "heading": "2"}])
def test_wordpress_finds_the_frame_at_the_address_that_it_is_given(
    admin: Client, shown: Any, looks: dict[str, str]
) -> None:
    """As it does it: it looks in the head of the page for where to ask, and asks there."""
    page, query, _embed = shown
    document = asked(admin, page, system="wordpress", **query, **looks)
    found = copies(document)
    head = html.fromstring(asks(found.get("page") or found["address"]).content)
    [link] = head.cssselect('link[type="application/json+oembed"]')
    [frame] = html.fragment_fromstring(asks(link.get("href")).json()["html"], create_parent="div").iter("iframe")
    assert frame.get("src") == preview(document).get("src")
