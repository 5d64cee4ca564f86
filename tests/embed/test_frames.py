"""Frames: everything is there without a script, and links lead out of the frame or to another selection in it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from urllib.parse import parse_qs, urlsplit

import pytest
from django.template.loader import get_template

from dvb_wagtail.core.vocabulary import ConferenceStatus
from dvb_wagtail.embed.revision import TEMPLATES
from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication.tables import PublishedConference
from tests import pages_factory as make
from tests.delivery.editing import code_of, republish, unpublish
from tests.embed.reading import NEWS, PROGRAMME, SUBSCRIBE, links, page, texts

pytestmark = pytest.mark.usefixtures("sessions", "news")

ROOT = "http://dvb.example"
PAGE = f"{ROOT}/digitala-v%C3%A4sterbotten-2020/"
CALENDAR = f"{ROOT}/dvb/v1/conferences/dv2020/sv/programme.ics"


@pytest.fixture(autouse=True)
def _before(settings):
    settings.DVB_WAGTAIL_NOW = "2020-12-01T12:00"


# ---- the programme


def test_the_programme_by_day_and_time(get):
    found = page(get(PROGRAMME))
    assert texts(found, "h1") == ["Digitala Västerbotten 2020: program"]
    assert texts(found, ".dvb-day > h2") == ["Tisdag 8 december 2020", "Onsdag 9 december 2020"]
    assert texts(found, ".dvb-slot-time time") == ["13.00–14.00", "14.00–15.00", "13.00–14.00", "15.00–16.00"]  # noqa: RUF001
    assert texts(found, "h3.dvb-session-title") == ["Öppning", "Keynote", "Seminarium", "Panel"]
    assert found.cssselect("time")[0].get("datetime") == "2020-12-08T13:00:00+01:00"


def test_links_to_pages_are_absolute_and_open_outside_the_frame(get):
    found = page(get(PROGRAMME)).cssselect("h3 a, footer a[target]:not([href^=webcal])")
    assert len(found) == 5
    for link in found:
        assert link.get("href").startswith(f"{ROOT}/"), link.get("href")
        assert (link.get("target"), link.get("rel")) == ("_blank", "noopener")


def test_addresses_stand_as_text_too_for_hosts_that_let_no_link_out(get):
    found = page(get(f"{PROGRAMME}?kind=panel"))
    assert texts(found, ".dvb-address") == [f"{PAGE}program/?kind=panel", f"{CALENDAR}?kind=panel"]


def test_filters_lead_to_the_same_frame_with_another_selection(get):
    found = page(get(f"{PROGRAMME}?look=dark&day=2020-12-08"))
    (address,) = (href for words, href in links(found, ".dvb-filters a").items() if words.startswith("Onsdag"))
    assert address == f"/dvb/v1/{PROGRAMME}?day=2020-12-08&day=2020-12-09&look=dark"
    both = page(get(address.removeprefix("/dvb/v1/")))
    assert texts(both, "h3.dvb-session-title") == ["Öppning", "Keynote", "Seminarium", "Panel"]
    assert both.get("data-look") == "dark"


def test_a_selection_shows_its_own_and_says_so(get):
    found = page(get(f"{PROGRAMME}?room=sal-a"))
    assert texts(found, "h1") == ["Digitala Västerbotten 2020: Sal A"]
    assert texts(found, "h3.dvb-session-title") == ["Keynote"]
    assert texts(found, ".dvb-count") == ["Visar 1 av 4 programpunkter. Visa alla"]


def test_a_host_can_do_without_filters(get):
    found = page(get(f"{PROGRAMME}?filters=hidden&day=2031-01-01"))
    assert found.cssselect(".dvb-filters") == []
    assert [address for address in links(found).values() if PROGRAMME in address] == []
    assert "Ingen programpunkt" in found.text_content()


def test_a_hidden_title_is_still_there_for_screen_readers(get):
    (title,) = page(get(f"{PROGRAMME}?title=hidden")).cssselect("h1")
    assert "dvb-hidden" in title.get("class")
    assert title.text_content()


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_the_host_chooses_the_level_of_the_title(get, level):
    found = page(get(f"{PROGRAMME}?heading={level}"))
    levels = [int(each.tag[1]) for each in found.iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert levels[0] == level
    assert set(levels) == {level, level + 1, level + 2}


def test_what_is_cancelled_says_so_and_why(get):
    (panel,) = page(get(f"{PROGRAMME}?kind=panel")).cssselect(".dvb-session")
    assert "dvb-session-cancelled" in panel.get("class")
    assert texts(panel, ".dvb-notice") == ["Inställt. Talaren är sjuk"]


def test_a_cancelled_conference_says_so_in_every_frame(get, conference):
    republish(conference, status=ConferenceStatus.CANCELLED, status_reason="För få anmälda")
    for address in (PROGRAMME, SUBSCRIBE):
        assert texts(page(get(address)), ".dvb-banner") == ["Konferensen är inställd. För få anmälda"], address


def test_what_goes_on_now_is_marked(get, settings):
    settings.DVB_WAGTAIL_NOW = "2020-12-08T14:30"
    found = page(get(PROGRAMME))
    (running,) = (each for each in found.cssselect(".dvb-session") if each.cssselect(".dvb-tag-strong"))
    assert texts(running, "h3") == ["Keynote"]
    assert texts(running, ".dvb-tag-strong") == ["Pågår nu"]


def test_the_text_of_a_session_is_folded_and_in_its_own_language(get, conference, sessions):
    republish(sessions["Keynote"], abstract="Första stycket.\n\n<script>alert(1)</script>")
    found = page(get("embed/conferences/dv2020/en/programme/?kind=keynote"))
    (text,) = found.cssselect("details.dvb-abstract > div")
    assert text.get("lang") == "sv"
    assert [each.text for each in text.iter("p")] == ["Första stycket.", "<script>alert(1)</script>"]
    assert [each.get("lang") for each in found.cssselect("h3")] == ["sv"]
    assert found.get("lang") == "en"


def test_before_the_programme_is_there_the_calendar_is(get, home):
    make.make_conference(home, "dv2031", start_date=date(2031, 5, 6), end_date=date(2031, 5, 7))
    found = page(get("embed/conferences/dv2031/sv/programme/"))
    assert "Programmet är inte publicerat än" in found.text_content()
    assert found.cssselect("footer a[href^='webcal://dvb.example/']")


def test_a_conference_that_is_over_offers_no_calendar(get, settings):
    settings.DVB_WAGTAIL_NOW = "2021-03-01T12:00"
    assert not page(get(PROGRAMME)).cssselect("a[href^='webcal']")
    assert "Konferensen är över (8–9 december 2020)" in page(get(SUBSCRIBE)).text_content()  # noqa: RUF001


def test_a_day_does_not_say_the_year_of_the_title_again(get, conference):
    assert texts(page(get(f"{PROGRAMME}?day=2020-12-08")), "h1") == ["Digitala Västerbotten 2020: tisdag 8 december"]
    republish(conference, title="Årets konferens")
    assert texts(page(get(f"{PROGRAMME}?day=2020-12-08")), "h1") == ["Årets konferens: tisdag 8 december 2020"]


def test_calendars_open_outside_the_frame(get):
    """In it, a host's `frame-src` would put an error in the place of the programme."""
    for address in (PROGRAMME, SUBSCRIBE):
        found = page(get(address)).cssselect("a[href^='webcal:']")
        assert {(link.get("target"), link.get("rel")) for link in found} == {("_blank", "noopener")}, address


def test_every_way_to_subscribe_is_one_step_away(get):
    """In the frame itself, since some sandboxes open no tab, and with what was chosen but the filters."""
    found = page(get(f"{PROGRAMME}?kind=panel&look=dark&filters=hidden"))
    address = links(found, "footer a")["Alla sätt att prenumerera"]
    assert address == f"/dvb/v1/{SUBSCRIBE}?kind=panel&look=dark"
    assert get(address.removeprefix("/dvb/v1/")).status_code == 200


# ---- the others


def test_one_session_with_its_text_and_its_file(get, sessions):
    republish(sessions["Keynote"], abstract="Vad det handlar om.")
    code = code_of(sessions["Keynote"])
    found = page(get(f"embed/conferences/dv2020/sv/sessions/{code}/"))
    assert texts(found, "h1") == ["Keynote"]
    assert "Tisdag 8 december 2020" in texts(found, ".dvb-session-line")[0]
    assert texts(found, ".dvb-abstract") == ["Vad det handlar om."]
    file = f"{ROOT}/dvb/v1/conferences/dv2020/sv/sessions/{code}.ics"
    assert file in links(found).values()
    assert file in texts(found, ".dvb-address")


def test_a_withdrawn_session_is_not_there_and_has_no_name(get, sessions):
    code = code_of(sessions["Keynote"])
    unpublish(sessions["Keynote"])
    response = get(f"embed/conferences/dv2020/sv/sessions/{code}/")
    assert response.status_code == 404
    assert "Keynote" not in response.content.decode()


def test_ways_to_subscribe_to_a_selection(get):
    found = page(get(f"{SUBSCRIBE}?room=sal-a"))
    ways = links(found, ".dvb-ways a")
    assert (
        ways["iPhone, iPad eller Mac"] == "webcal://dvb.example/dvb/v1/conferences/dv2020/sv/programme.ics?room=sal-a"
    )
    assert texts(found, ".dvb-address")[:2] == [f"{CALENDAR}?room=sal-a&cancelled=keep", f"{CALENDAR}?room=sal-a"]
    # Outlook calls the calendar so, for as long as it is subscribed to.
    assert parse_qs(urlsplit(ways["Outlook.com"]).query)["name"] == ["Digitala Västerbotten 2020: Sal A"]
    assert found.cssselect("svg.dvb-qr > title")[0].text == "Prenumerera på Digitala Västerbotten 2020: Sal A"


def test_the_newest_articles(get):
    found = page(get(NEWS))
    assert texts(found, "h2") == ["Anmälan är öppen", "Programmet är klart"]
    assert all(address.startswith(f"{ROOT}/") for address in links(found, "h2 a").values())
    assert f"{ROOT}/dvb/v1/news/nyheter/sv/articles.rss" in texts(found, ".dvb-address")


def test_articles_of_a_tag_and_no_more_than_asked(get):
    assert texts(page(get(f"{NEWS}?tag=program")), "h1, h2") == [
        "Nyheter från regionen: Program",
        "Programmet är klart",
    ]
    assert texts(page(get(f"{NEWS}?limit=1")), "h2") == ["Anmälan är öppen"]


def test_a_channel_without_articles_in_the_language_says_so(get):
    assert "There is no news yet." in page(get("embed/news/nyheter/en/")).text_content()


# ---- headers


def test_a_frame_may_load_its_own_style_and_script_and_nothing_else(get):
    assert get(PROGRAMME)["Content-Security-Policy"].split("; ") == [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors *",
    ]


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("/static/", "'self'"),
        ("static/", "'self'"),
        ("https://static.example/files/", "https://static.example"),
        ("//static.example:8443/", "https://static.example:8443"),
    ],
)
def test_static_files_may_be_elsewhere(get, settings, address, source):
    settings.STATIC_URL = address
    policy = get(PROGRAMME)["Content-Security-Policy"]
    assert f"style-src {source}; script-src {source};" in policy


def test_static_files_may_be_where_their_storage_says(get, settings):
    store = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"base_url": "https://cdn.example/"}}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": store}
    found = get(PROGRAMME)
    assert page(found).cssselect("link[rel=stylesheet]")[0].get("href").startswith("https://cdn.example/")
    assert "style-src https://cdn.example; script-src https://cdn.example;" in found["Content-Security-Policy"]


def test_a_site_says_who_may_frame_it(get, settings):
    settings.DVB_WAGTAIL_FRAME_ANCESTORS = ["https://kommun.example", "https://*.region.example:8443"]
    expected = "frame-ancestors https://kommun.example https://*.region.example:8443"
    assert get(PROGRAMME)["Content-Security-Policy"].endswith(expected)
    assert get("embed/news/none/sv/")["Content-Security-Policy"].endswith(expected)


def test_no_search_engine_keeps_a_frame_but_the_page_that_it_is_about(get):
    response = get(f"{PROGRAMME}?kind=panel")
    assert response["X-Robots-Tag"] == "noindex"
    (canonical,) = page(response).cssselect("link[rel=canonical]")
    assert canonical.get("href") == f"{PAGE}program/?kind=panel"


def test_documents_are_still_not_framed(get):
    assert get("conferences/dv2020/sv/programme.ics")["X-Frame-Options"] == "DENY"


# ---- cost and validators


@pytest.mark.parametrize(
    ("address", "full", "not_modified"),
    [
        (PROGRAMME, 2, 1),
        (f"{PROGRAMME}?room=sal-a", 3, 2),
        (SUBSCRIBE, 1, 1),
        (NEWS, 2, 1),
    ],
)
def test_queries_do_not_grow(get, conference, news, django_assert_num_queries, address, full, not_modified):
    with django_assert_num_queries(full):
        etag = get(address)["ETag"]
    with django_assert_num_queries(not_modified):
        assert get(address, If_None_Match=etag).status_code == 304
    for number in range(3):
        make.make_appearance(make.make_session(conference, f"Mer {number}", room="sal-a"), name="Anna Andersson")
        make.make_article(news, f"Mer {number}")
    with django_assert_num_queries(full):
        assert get(address, If_None_Match=etag).status_code == 200


def test_in_the_days_of_the_conference_a_frame_is_fresh_by_the_minute(get, settings):
    PublishedConference.objects.update(updated=datetime(2020, 11, 1, tzinfo=UTC))
    settings.DVB_WAGTAIL_NOW = "2020-12-08T13:59:10"
    before = get(PROGRAMME)
    assert "max-age=60," in before["Cache-Control"]
    settings.DVB_WAGTAIL_NOW = "2020-12-08T13:59:50"
    assert get(PROGRAMME, If_None_Match=before["ETag"]).status_code == 304
    settings.DVB_WAGTAIL_NOW = "2020-12-08T14:00:05"
    after = get(PROGRAMME, If_None_Match=before["ETag"], If_Modified_Since=before["Last-Modified"])
    assert (after.status_code, after["Last-Modified"] > before["Last-Modified"]) == (200, True)


@pytest.mark.parametrize(("first", "second"), [("2020-12-01T10:00", "2020-12-07T23:59"), ("2020-12-12", "2031-01-01")])
def test_before_and_after_time_changes_nothing(get, settings, first, second):
    settings.DVB_WAGTAIL_NOW = f"{first}T00:00" if len(first) == 10 else first
    etag = get(PROGRAMME)["ETag"]
    settings.DVB_WAGTAIL_NOW = f"{second}T00:00" if len(second) == 10 else second
    assert get(PROGRAMME, If_None_Match=etag).status_code == 304


def test_what_goes_on_past_midnight_is_still_followed(get, settings, conference):
    make.make_session(conference, "Nattsudd", day=date(2020, 12, 9), start=time(23), end=time(2))
    settings.DVB_WAGTAIL_NOW = "2020-12-10T01:00"
    before = get(PROGRAMME)
    assert "Pågår nu" in before.content.decode()
    settings.DVB_WAGTAIL_NOW = "2020-12-10T02:01"
    assert "Pågår nu" not in get(PROGRAMME, If_None_Match=before["ETag"]).content.decode()


@pytest.mark.parametrize("day", [date(2020, 12, 1), date(2020, 12, 20)], ids=["before", "after"])
def test_a_session_on_another_day_than_the_conference_is_followed_too(get, settings, conference, day):
    make.make_session(conference, "Verkstad", day=day, start=time(10), end=time(12))
    validators = set()
    for clock, marked in (("08:00", False), ("10:30", True), ("12:00", False)):
        settings.DVB_WAGTAIL_NOW = f"{day}T{clock}"
        found = get(PROGRAMME)
        assert ("Pågår nu" in found.content.decode()) is marked
        validators.add(found["ETag"])
    assert len(validators) == 3


def test_the_ways_to_subscribe_are_others_only_when_it_is_over(get, settings):
    validators = {}
    for clock in ("2020-12-01T12:00", "2020-12-08T13:59", "2020-12-09T23:59", "2020-12-10T00:00", "2020-12-20T00:00"):
        settings.DVB_WAGTAIL_NOW = clock
        validators.setdefault(get(SUBSCRIBE)["ETag"], []).append(clock)
    assert list(map(len, validators.values())) == [3, 2]


def test_every_template_of_a_frame_decides_its_validator():
    found, waiting = set(), [each for each in TEMPLATES if each.count("/") == 2]
    while waiting:
        name = waiting.pop()
        found.add(name)
        source = get_template(name).template.source
        waiting += set(re.findall(r'{% (?:include|extends) "([^"]+)"', source)) - found
    assert {each for each in found if "host_page" not in each} == set(TEMPLATES)


def test_another_template_of_the_site_is_another_frame(get, settings, tmp_path):
    before = get(PROGRAMME)
    settings.DEBUG = True  # as for whoever writes it: not kept
    (tmp_path / "dvb_wagtail" / "embed" / "parts").mkdir(parents=True)
    (tmp_path / "dvb_wagtail" / "embed" / "parts" / "footer.html").write_text("<footer>Vår egen</footer>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    after = get(PROGRAMME, If_None_Match=before["ETag"])
    assert (after.status_code, texts(page(after), "footer")) == (200, ["Vår egen"])


def test_one_session_that_cannot_be_said_takes_no_frame_down(get, sessions, monkeypatch, caplog):
    from dvb_wagtail.embed import editions

    localise = editions.localise_session

    def breaks(session, *arguments, **named):
        if session.code == code_of(sessions["Panel"]):
            raise ValueError("unsayable")
        return localise(session, *arguments, **named)

    monkeypatch.setattr(editions, "localise_session", breaks)
    assert texts(page(get(PROGRAMME)), "h3.dvb-session-title") == ["Öppning", "Keynote", "Seminarium"]
    assert "Left out of a frame" in caplog.text


def test_the_former_address_of_an_edition_still_answers(get, conference):
    republish(ConferencePage.objects.get(pk=conference.pk), acronym="dv2020b")
    found = page(get(PROGRAMME))
    assert texts(found, "h3.dvb-session-title") == ["Öppning", "Keynote", "Seminarium", "Panel"]
