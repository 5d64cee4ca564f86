"""What the page for web teams lists: the frames of all that is public on the site, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html
from wagtail.models import Site

from dvb_wagtail.embed.host_sections import SECTIONS
from dvb_wagtail.publication.tables import PublishedConference, PublishedNews
from tests import pages_factory as make
from tests.delivery.editing import delete, make_private, republish, save_draft, unpublish
from tests.embed.reading import NEWS, PROGRAMME, SUBSCRIBE, code_after, links, page, texts

pytestmark = pytest.mark.usefixtures("sessions", "news")

ROOT = "http://dvb.example"
AT = f"{ROOT}/dvb/v1/"
SV, EN = "embed/sv/", "embed/en/"
HOSTILE = """<script>alert('x')</script>"&amp;"""


@pytest.fixture(autouse=True)
def _before(settings):
    settings.DVB_WAGTAIL_NOW = "2020-12-01T12:00"


both = pytest.mark.parametrize("address", [SV, EN])


def test_frames_of_conferences_and_news_are_listed_in_the_language_of_the_page(get):
    found = page(get(SV))
    assert texts(found, ".frames strong") == ["Digitala Västerbotten 2020"]
    assert links(found, ".frames a") == {
        "Program": AT + PROGRAMME,
        "Sätt att prenumerera": AT + SUBSCRIBE,
        "Nyheter från regionen": AT + NEWS,
    }
    assert texts(found, ".frames code") == list(links(found, ".frames a").values())


def test_what_has_no_translation_is_listed_in_its_own_language_and_marked_so(get, conference, news):
    def listed() -> list[tuple[str | None, str]]:
        return [(each.get("lang"), each.text) for each in page(get(EN)).cssselect(".frames strong, .frames > li > a")]

    assert listed() == [("sv", "Digitala Västerbotten 2020"), ("sv", "Nyheter från regionen")]
    found = page(get(EN)).cssselect(".frames a")
    assert [(each.get("href").removeprefix(AT), each.get("hreflang")) for each in found] == [
        (PROGRAMME.replace("/sv/", "/en/"), "en"),
        (SUBSCRIBE.replace("/sv/", "/en/"), "en"),
        (NEWS, "sv"),
    ]
    make.make_translation(conference, title="Digital Västerbotten 2020")
    make.make_translation(news, title="News from the region")
    assert listed() == [(None, "Digital Västerbotten 2020"), (None, "News from the region")]


@both
def test_every_address_on_the_page_answers(get, address):
    found = page(get(address))
    ours = [each for each in links(found).values() if each.startswith(AT)]
    assert len(ours) == 7
    for each in ours:
        assert get(each.removeprefix(AT)).status_code == 200, each
    for each in found.cssselect(".frames a"):
        assert get(each.get("href").removeprefix(AT))["Content-Type"] == "text/html; charset=utf-8"


def test_a_link_to_a_frame_is_called_by_what_it_shows(get):
    found = page(get(SV))
    for link in found.cssselect(".frames ul a"):
        named = [found.get_element_by_id(each).text for each in link.get("aria-labelledby").split()]
        assert named == ["Digitala Västerbotten 2020", link.text]


def test_nobody_subscribes_to_what_is_over(get, settings):
    settings.DVB_WAGTAIL_NOW = "2020-12-10T12:00"
    assert list(links(page(get(SV)), ".frames ul a")) == ["Program"]


@pytest.mark.parametrize("hide", [unpublish, make_private, delete])
@both
def test_what_nobody_may_see_is_not_there(get, conference, news, address, hide):
    hide(conference)
    hide(news)
    response = get(address)
    assert page(response).cssselect(".frames, #html") == []
    for secret in ("Digitala Västerbotten 2020", "dv2020", "Nyheter från regionen", "/nyheter/"):
        assert secret not in response.content.decode()


def test_a_draft_shows_nowhere(get, home, conference):
    before = get(SV).content
    save_draft(conference, title="Hemlig titel")
    days = {"start_date": date(2021, 12, 7), "end_date": date(2021, 12, 8)}
    unpublish(make.make_conference(home, "dv2021", title="Nästa år", **days))
    assert get(SV).content == before


def test_another_sites_frames_are_not_here(get):
    other = make.make_site("annan.example", is_default_site=False)
    make.make_conference(other.root_page, "annan20", title="Annanstans")
    make.make_news(other.root_page, "annat")
    ours = get(SV).content.decode()
    assert [name for name in ("annan.example", "annan20", "Annanstans", "/annat/") if name in ours] == []
    theirs = get(SV, Host="annan.example").content.decode()
    assert "http://annan.example/dvb/v1/embed/conferences/annan20/sv/programme/" in theirs
    assert "dvb.example" not in theirs


def test_a_site_where_nothing_is_public_still_says_how_it_would_be(get):
    for table in (PublishedConference, PublishedNews):
        table.objects.all().delete()
    response = get(EN)
    found = page(response)
    assert (response.status_code, "Nothing is public here yet." in found.text_content()) == (200, True)
    assert len(found.cssselect("section > h2")) == len(SECTIONS)
    assert found.cssselect("#html, #oembed ~ p a") == []


def test_without_a_site_there_is_no_page(get):
    Site.objects.all().delete()
    assert get(SV).status_code == 404


def test_the_site_is_called_what_it_calls_itself(get):
    assert texts(page(get(EN)), "h1") == ["dvb.example on other sites"]
    Site.objects.update(site_name="Digitala Västerbotten")
    assert texts(page(get(EN)), "h1") == ["Digitala Västerbotten on other sites"]


def test_a_hostile_title_is_text(get, conference, news):
    republish(conference, title=HOSTILE)
    republish(news, title=HOSTILE)
    Site.objects.update(site_name=HOSTILE)
    found = page(get(EN))
    assert found.cssselect("script") == []
    assert texts(found, "h1") == [f"{HOSTILE} on other sites"]
    assert {each.text for each in found.cssselect(".frames strong, .frames > li > a")} == {HOSTILE}
    (frame,) = html.fragment_fromstring(code_after(found, "html"), create_parent=True).cssselect("iframe")
    assert frame.get("title") == f"{HOSTILE}: programme"
