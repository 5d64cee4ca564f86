"""The example site as it is built into a fresh database: what stands in it, and that every page is right."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.test import Client
from django.urls import resolve
from django.utils import translation
from django.utils.translation import gettext
from icalendar import Calendar
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site

from dvb_wagtail.conf import conf
from dvb_wagtail.core.frames import FrameOptions, Look
from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SeriesPage, SessionPage, SpeakerPage
from dvb_wagtail.publication.reconcile import check
from dvb_wagtail.publication.tables import KeptOut, ProgrammeChange, PublishedSession
from example_project.building import build, is_built
from example_project.gallery.embeds import handed_out
from example_project.management.commands.demo import description
from tests.front.reading import links, only, parse, text
from tests.front.rules import broken_rules

pytestmark = [
    pytest.mark.usefixtures("site", "swedish"),
    pytest.mark.django_db,
    # Wagtail leaves the file that it draws a rendition into to the garbage collector; Python 3.13 says so.
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]

SECRETS = ("deltagare.dvb.example", "Hemlig gäst", "hemliga gästen", "Alva Skymning")
"""What the public must never see: streams for the registered, and drafts."""


def _edition(acronym: str) -> ConferencePage:
    return ConferencePage.objects.get(acronym=acronym)


def _sessions(acronym: str) -> dict[str, SessionPage]:
    return {page.slug: page for page in SessionPage.objects.child_of(_edition(acronym)).live()}


def _names(stream: object) -> list[str]:
    return [block.value["name"] for block in stream]


def test_the_front_page_is_the_series():
    page = Site.objects.get(is_default_site=True).root_page.specific

    assert isinstance(page, SeriesPage)
    assert (page.key, page.title) == ("digitala-vasterbotten", "Digitala Västerbotten")
    assert (page.motto, page.mission) == ("Samverkan vår framgång", "Att säkra välfärden")
    assert page.organiser == "Region Västerbotten"


def test_the_editions_are_five():
    editions = ConferencePage.objects.filter(locale=Locale.get_default()).order_by("start_date")

    assert list(editions.values_list("acronym", "number", "start_date", "end_date", "programme_released")) == [
        ("dv2019", 2, date(2019, 11, 21), date(2019, 11, 21), True),
        ("dv2020", 3, date(2020, 12, 8), date(2020, 12, 9), True),
        ("dv2021", 4, date(2021, 12, 7), date(2021, 12, 8), False),
        ("dv2026", 9, date(2026, 12, 8), date(2026, 12, 9), True),
        ("dv2027", 10, date(2027, 12, 8), date(2027, 12, 9), False),
    ]
    assert {page.acronym: len(_sessions(page.acronym)) for page in editions} == {
        "dv2019": 12,
        "dv2020": 30,
        "dv2021": 0,
        "dv2026": 33,
        "dv2027": 0,
    }


def test_2019_was_a_day_with_280_people_and_a_minister_over_a_link():
    edition, sessions = _edition("dv2019"), _sessions("dv2019")
    opening = sessions["ministern-halsar"].appearances.get(name="Digitaliseringsministern")
    panel = sessions["lansledningen-svarar"]

    assert (edition.participants, edition.attendance) == (280, "onsite")
    assert opening.remote
    assert [block.value["role"] for block in edition.hosts] == ["moderator"]
    assert (panel.kind, panel.start) == ("panel", sessions["att-leda-det-man-inte-forstar"].end)
    assert [len(block.value["sessions"]) for block in edition.recordings] == [3]


def test_2020_had_five_themes_a_track_and_two_tickets_of_1000_kronor():
    edition = _edition("dv2020")
    tickets = [block.value for block in edition.tickets]

    assert edition.theme == "Det hållbara samhället i en digital tid"
    assert (edition.attendance, edition.start_time, edition.end_time) == ("mixed", time(12), time(13))
    assert _names(edition.themes) == [
        "Ett hållbart ledarskap i en snabbrörlig tid",
        "Digital transformation",
        "Innovation och mångfald",
        "Artificiell intelligens och etik",
        "Fokusera och organisera för ett hållbart liv",
    ]
    assert _names(edition.tracks) == ["Politiskt ledarskap i transformation"]
    assert [(ticket["name"], ticket["price"], ticket["vat_included"]) for ticket in tickets] == [
        ("Onlinebiljett", Decimal(1000), False),
        ("Guldbiljett", Decimal(1000), False),
    ]
    assert [(block.value["status"], block.value["service"]) for block in edition.recordings] == [
        ("promised", "YouTube")
    ]


def test_the_panel_of_2020_is_led_by_skr_and_names_offices_alone():
    people = _sessions("dv2020")["panelen-om-politiskt-ledarskap"].appearances.all()

    assert [(person.name, person.role, person.speaker) for person in people] == [
        ("Moderator från SKR", "moderator", None),
        ("Kommundirektör", "panellist", None),
        ("Digitaliserings- och teknikdirektör", "panellist", None),
        ("Regionala utvecklingsnämndens ordförande", "panellist", None),
        ("Oppositionsregionråd", "panellist", None),
    ]


def test_the_programme_of_2020_has_every_kind_of_state():
    sessions = _sessions("dv2020")
    dinner, night, later = sessions["middag"], sessions["polarnattens-storband"], sessions["oppet-hus-i-testlabbet"]

    assert Counter(page.status for page in sessions.values()) == {"confirmed": 28, "cancelled": 1, "tentative": 1}
    assert (dinner.tickets, dinner.attendance) == (["guldbiljett"], "onsite")
    assert (night.start, night.end) == (time(22, 15), time(0, 30))
    assert (later.day, later.start, later.end) == (date(2020, 12, 9), None, None)
    assert sessions["dronaren-i-snostormen"].status_reason.startswith("Talaren är inkallad")
    assert {page.stream_access for page in sessions.values() if page.stream} == {"registered"}


def test_what_was_moved_and_cancelled_is_recorded_as_changes():
    changed = {
        row.snapshot and Page.objects.get(translation_key=row.identity, locale=Locale.get_default()).slug: row.sequence
        for row in PublishedSession.objects.filter(sequence__gt=0)
    }

    assert changed == {
        "valfarden-nar-pengarna-tryter": 1,
        "sista-blanketten": 1,
        "dronaren-i-snostormen": 1,
        "algoritmen-i-namnden": 1,
        "data-om-vinter": 1,
        "kartan-som-ritar-sig-sjalv": 1,
    }
    assert ProgrammeChange.objects.count() == len(changed)
    [waits] = ProgrammeChange.objects.filter(visible_at__gt=conf.now())
    assert Page.objects.get(translation_key=waits.identity, locale=Locale.get_default()).slug == "algoritmen-i-namnden"


def test_2021_has_days_and_a_place_to_register_and_no_programme():
    edition = _edition("dv2021")

    assert edition.registration == "https://anmalan.dvb.example/2021"
    assert [len(stream) for stream in (edition.themes, edition.tracks, edition.tickets, edition.venues)] == [0] * 4


def test_where_nobody_speaks_no_language_is_spoken():
    silent = SessionPage.objects.filter(
        kind__in=["registration", "break", "lunch", "mingle", "dinner", "entertainment"]
    )

    assert {page.language for page in silent} == {""}
    assert {page.language for page in SessionPage.objects.filter(kind="keynote")} == {"sv", "en"}


def test_a_reason_does_not_repeat_what_stands_before_it():
    reasons = SessionPage.objects.exclude(status_reason="").values_list("status_reason", flat=True)

    assert len(reasons) == 4
    assert [each for each in reasons if each.lower().startswith(("inställ", "cancelled"))] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_edition_that_is_over_promises_nothing(language):
    page = ConferencePage.objects.get(slug="2021", locale__language_code=language)
    said = text(only(parse(Client().get(page.get_url()).content), "main")).lower()

    assert [word for word in ("anmälan är öppen", "registration is open", "inte satt", "not set") if word in said] == []
    with translation.override(language):
        assert gettext("Held %(days)s").partition(" ")[0].lower() in said


def test_the_editor_may_translate_pages():
    editor = get_user_model().objects.get(username="editor")

    assert not editor.is_superuser
    assert editor.has_perm("simple_translation.submit_translation")


def test_one_registers_for_the_next_edition_on_the_front_page():
    shown = parse(Client().get("/").content)

    assert links(shown, ".dvb-next .dvb-actions a")["Anmäl dig"] == "https://anmalan.dvb.example/2026/guld"


def test_the_next_edition_has_a_full_programme_in_parallel_rooms():
    sessions = _sessions("dv2026").values()
    at_once = Counter((page.day, page.start) for page in sessions if page.start)

    assert len(sessions) >= 20
    assert sorted(count for count in at_once.values() if count > 1) == [4, 4, 4, 4]
    assert len({page.track for page in sessions if page.track}) == 3


def test_six_or_more_articles_tell_of_editions_sessions_and_speakers():
    articles = ArticlePage.objects.filter(locale=Locale.get_default()).live()
    blocks = Counter(block.block_type for article in articles for block in article.body)
    about = {type(block.value.specific) for article in articles for block in article.about}

    assert articles.count() >= 6
    assert {"heading", "paragraph", "quote", "image", "video", "document"} == blocks.keys()
    assert about == {ConferencePage, SessionPage, SpeakerPage}
    assert all(article.image and article.byline and article.tags.exists() for article in articles)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_valid(language):
    pages = [page.specific for page in Page.objects.filter(locale__language_code=language, depth__gt=1)]

    assert len(pages) > 80
    for page in pages:
        page.full_clean()
        for field in page._meta.fields:
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_served_as_it_should_be_and_leaves_no_cookie(language):
    pages = Page.objects.filter(locale__language_code=language, depth__gt=1).live().specific()
    addresses = [page.get_url() for page in pages]
    addresses += [f"{page.get_url()}program/" for page in pages if isinstance(page, ConferencePage)]
    broken = {}
    for address in addresses:
        response = Client().get(address)
        assert response.status_code == 200, address
        document = parse(response.content)
        wrong = broken_rules(document)
        wrong += [secret for secret in SECRETS if secret in response.content.decode()]
        wrong += ["a cookie"] if response.cookies or "Cookie" in response.get("Vary", "") else []
        wrong += [] if "default-src 'none'" in response.get("Content-Security-Policy", "") else ["no policy"]
        wrong += [] if document.get("lang") == language else [f"lang={document.get('lang')}"]
        if wrong:
            broken[address] = wrong

    assert broken == {}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_index_says_what_the_pages_say_whoever_asks(language):
    with translation.override(language):
        assert check() == []


def test_nothing_that_is_live_is_kept_out():
    assert list(KeptOut.objects.all()) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_calendar_of_the_next_edition_has_every_session_and_no_secret(language):
    response = Client().get(f"/dvb/v1/conferences/dv2026/{language}/programme.ics")
    events = Calendar.from_ical(response.content).walk("VEVENT")

    assert len(events) == 1 + len(_sessions("dv2026"))
    assert [secret for secret in SECRETS if secret in response.content.decode()] == []


@pytest.mark.parametrize("document", ["articles.rss", "articles.atom"])
def test_the_feeds_answer_in_both_languages(document):
    answers = [Client().get(f"/dvb/v1/news/nyheter/{language}/{document}") for language in ("sv", "en")]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert [secret for secret in SECRETS for answer in answers if secret in answer.content.decode()] == []


def test_every_address_that_the_command_prints_answers():
    lines = description("http://testserver").split("\n")
    addresses = [word for line in lines for word in line.split() if word.startswith("http://testserver")]

    answers = {address: Client().get(address.removeprefix("http://testserver")).status_code for address in addresses}
    login = answers.pop("http://testserver/admin/")
    assert (login, set(answers.values()), len(answers)) == (302, {200}, 7)
    assert "http://testserver/dvb/v1/index.json" in answers


def test_the_command_prints_where_another_site_shows_this_one():
    said = description("http://testserver", "http://localhost:8001").split("\n")

    assert "  on another site http://localhost:8001/ (frames, as other web sites show them)" in said
    assert [line for line in description("http://testserver").split("\n") if line not in said] == []


def test_another_site_is_handed_the_next_edition_and_the_news(site):
    embeds = handed_out(("testserver", 80), site.date(), FrameOptions(look=Look.DARK))
    sessions = {page.title: page.full_url for page in _sessions("dv2026").values()}
    shown = [resolve(urlsplit(embed.address).path) for embed in embeds]

    assert [view.url_name for view in shown] == ["programme_frame", "session_frame", "subscribe_frame", "news_frame"]
    assert [view.kwargs.get("acronym") for view in shown] == ["dv2026", "dv2026", "dv2026", None]
    assert [urlsplit(embed.address).netloc for embed in embeds] == ["testserver"] * 4
    assert [urlsplit(embed.address).query for embed in embeds] == ["look=dark"] * 4
    assert [embed.language for embed in embeds] == ["sv"] * 4
    assert embeds[1].url == sessions[embeds[1].title]


@pytest.mark.parametrize(
    ("today", "acronym"), [("2019-01-01", "dv2019"), ("2020-12-31", "dv2026"), ("2099-01-01", "dv2026")]
)
def test_another_site_is_handed_the_next_programme_or_else_the_last(today, acronym):
    embeds = handed_out(("testserver", 80), date.fromisoformat(today), FrameOptions())

    assert resolve(urlsplit(embeds[0].address).path).kwargs["acronym"] == acronym


def test_without_debug_nobody_can_log_in_with_a_known_password():
    assert authenticate(username="admin", password="admin") is None
    assert authenticate(username="editor", password="editor") is None


def test_a_second_build_keeps_what_was_edited(site):
    page = _sessions("dv2020")["sista-blanketten"]
    page.start = time(8)
    page.save_revision().publish()

    build(site)

    assert _sessions("dv2020")["sista-blanketten"].start == time(8)


def test_a_build_that_was_stopped_is_taken_up_again(site):
    Site.objects.update(site_name="")
    page = _sessions("dv2020")["sista-blanketten"]
    page.start, page.end = time(9, 30), time(10, 15)
    page.save_revision().publish()
    before = Page.objects.count()

    assert not is_built()
    build(site)

    assert is_built()
    assert Page.objects.count() == before
    assert _sessions("dv2020")["sista-blanketten"].start == time(10, 40)
