"""An edition's page: announced, before, during and after, and when it is not as planned."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext

from dvb_wagtail.delivery.words import words
from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from dvb_wagtail.presentation import dates
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.testing import publish
from tests.front.conftest import coded
from tests.front.reading import Document, links, only, preview, read, text, texts
from tests.front.whole_site import make_image
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_conference,
    make_news,
    make_session,
    make_speaker,
    make_speaker_index,
    make_translation,
)


def facts(document: Document) -> dict[str, str]:
    terms = document.cssselect(".dvb-facts dt")
    return {text(term): text(term.getnext()) for term in terms}


def test_when_where_and_how(client: Client, series: SeriesPage) -> None:
    page = make_conference(
        series,
        start_time=time(12),
        end_time=time(13),
        attendance="mixed",
        audience="Kommuner",
        hashtag="#dv",
        venues=[("venue", coded("Kulturhuset") | {"rooms": []})],
    )
    sv = words("sv")
    assert facts(read(client, page.url)) == {
        gettext("When"): dates.opening_hours(date(2020, 12, 8), date(2020, 12, 9), time(12), time(13), sv),
        gettext("Where"): "Kulturhuset",
        gettext("How to take part"): gettext("On site or online"),
        gettext("For whom"): "Kommuner",
        gettext("Hashtag"): "#dv",
    }


@pytest.mark.parametrize("status", ["cancelled", "postponed", "moved_online"])
def test_what_has_become_of_it_is_said_with_the_reason(client: Client, series: SeriesPage, status: str) -> None:
    page = make_conference(series, status=status, status_reason="Smittläget.", attendance="mixed", tickets=[_ticket()])
    document = read(client, page.url)

    assert text(only(document, ".dvb-banner")).endswith(" Smittläget.")
    online = gettext("Online") if status == "moved_online" else gettext("On site or online")
    assert facts(document)[gettext("How to take part")] == online
    assert bool(document.cssselect(".dvb-hero .dvb-button")) is (status == "moved_online")  # to register


def test_a_reason_left_behind_is_not_said(client: Client, series: SeriesPage) -> None:
    page = make_conference(series, status="scheduled", status_reason="Smittläget.")

    assert "Smittläget" not in text(read(client, page.url))


def _ticket(name: str = "Biljett", **fields: Any) -> tuple[str, dict[str, Any]]:
    usual = {"price": "1000", "currency": "SEK", "address": "https://example.org/anmalan"}
    return "ticket", coded(name) | usual | fields


def test_one_registers_for_the_first_ticket_that_is_on_sale(client: Client, series: SeriesPage) -> None:
    slut = _ticket("Guld", sold_out=True, address="https://example.org/guld")
    page = make_conference(series, tickets=[slut, _ticket("Digital", includes="Allt på nätet")])
    document = read(client, page.url)

    assert links(document, ".dvb-hero .dvb-button") == {gettext("Register"): "https://example.org/anmalan"}
    gold, digital = document.cssselect(".dvb-ticket")
    assert gettext("Sold out") in text(gold)
    assert gold.cssselect("a") == []
    assert links(digital) == {f"{gettext('Register')}: Digital": "https://example.org/anmalan"}
    assert "Allt på nätet" in text(digital)


def test_one_registers_with_the_edition_itself_where_no_ticket_says_otherwise(
    client: Client, series: SeriesPage
) -> None:
    address = "https://example.org/2020"
    page = make_conference(series, registration=address)
    assert links(read(client, page.url), ".dvb-hero .dvb-button") == {gettext("Register"): address}

    page = ConferencePage.objects.get(pk=page.pk)
    page.tickets = [_ticket("Digital", address="")]
    publish(page)
    document = read(client, page.url)
    assert set(links(document, ".dvb-hero .dvb-button, .dvb-ticket a").values()) == {address}


def test_after_it_one_can_no_longer_register(client: Client, series: SeriesPage, now: Any) -> None:
    page = make_conference(series, tickets=[_ticket()])
    now("2020-12-10T08:00")

    assert read(client, page.url).cssselect(".dvb-hero .dvb-button, .dvb-ticket, .dvb-subscribe") == []


def test_themes_are_shown_before_any_session_exists(client: Client, conference: ConferencePage) -> None:
    document = read(client, conference.url)

    assert texts(document, "#themes, .dvb-themes h3") == [gettext("Themes"), "Hållbarhet", "Etik"]
    assert document.cssselect(".dvb-session") == []
    assert len(document.cssselect(".dvb-subscribe")) == 1


def test_one_theme_is_called_one(client: Client, series: SeriesPage) -> None:
    page = make_conference(series, themes=[("theme", coded("Etik"))])

    assert texts(read(client, page.url), "#themes, .dvb-themes h3") == [gettext("Theme"), "Etik"]


def test_a_draft_with_rows_that_nobody_has_filled_in_has_no_headings_for_them(series: SeriesPage) -> None:
    page = ConferencePage(
        title="Nästa år",
        live=False,
        themes=[("theme", coded(""))],
        tickets=[_ticket("", price=None, address="")],
    )
    SeriesPage.objects.get(pk=series.pk).add_child(instance=page)

    assert preview(page).cssselect("#themes, #tickets") == []


def test_the_programme_is_advertised_with_keynotes(client: Client, conference: ConferencePage) -> None:
    make_session(conference, "Lunch", kind="lunch")
    make_session(conference, "Tillit", kind="keynote")
    document = read(client, conference.url)

    assert texts(document, "section[aria-labelledby=programme] .dvb-session-title") == ["Tillit"]
    assert links(document, ".dvb-hero .dvb-button") == {gettext("The programme"): f"{conference.url}program/"}


def test_hosts_have_their_public_page_or_their_plain_name(client: Client, series: SeriesPage) -> None:
    index = make_speaker_index(series)
    public, withdrawn = make_speaker(index, "Anna Andersson"), make_speaker(index, "Bo Berg")
    hosts = [
        ("person", {"speaker": public, "name": "", "role": "moderator", "title": ""}),
        ("person", {"speaker": withdrawn, "name": "Bosse", "role": "host", "title": "Radioröst"}),
        ("person", {"speaker": withdrawn, "name": "", "role": "host", "title": "Radioröst"}),
    ]
    page = make_conference(series, hosts=hosts)
    withdrawn.unpublish()
    flush()
    document = read(client, page.url)

    assert texts(document, "section[aria-labelledby=hosts] h3") == ["Anna Andersson", "Bosse"]
    assert links(document, "section[aria-labelledby=hosts] a") == {"Anna Andersson": public.url}


def test_everyone_who_appears_is_presented(client: Client, series: SeriesPage, conference: ConferencePage) -> None:
    index = make_speaker_index(series)
    anna, _bo = make_speaker(index, "Anna Andersson"), make_speaker(index, "Bo Berg")
    make_appearance(make_session(conference), anna)

    assert links(read(client, conference.url), ".dvb-people a") == {"Anna Andersson": anna.url}


def test_a_venue_says_what_everyone_can_reach(client: Client, series: SeriesPage) -> None:
    venue = coded("Kulturhuset") | {
        "address": "Storgatan 1",
        "directions": "Nära stationen.",
        "step_free": True,
        "hearing_loop": True,
        "accessible_toilet": False,
        "accessibility": "Fråga i receptionen.",
        "rooms": [coded("Sal A") | {"capacity": 80}],
    }
    said = text(only(read(client, make_conference(series, venues=[("venue", venue)]).url), ".dvb-venue"))

    for words_ in ("Storgatan 1", "Nära stationen.", gettext("Step-free access"), gettext("Hearing loop"), "80"):
        assert words_ in said
    assert gettext("Accessible toilet") not in said


def test_a_translation_says_of_a_venue_what_is_true_of_it_now(client: Client, series: SeriesPage) -> None:
    house = coded("Kulturhuset") | {"address": "Storgatan 1", "hearing_loop": True, "rooms": []}
    page = make_conference(series, venues=[("venue", house | {"directions": "Nära stationen."})])
    english = make_translation(page, venues=[("venue", house | {"directions": "Near the station."})])
    page = ConferencePage.objects.get(pk=page.pk)
    library = coded("Biblioteket") | {"step_free": True, "rooms": []}
    page.venues = [
        ("venue", house | {"address": "Nygatan 2", "hearing_loop": False, "directions": "Vid torget."}),
        ("venue", library),
    ]
    publish(page)
    document = read(client, english.url)

    said = [texts(venue, "h3, p:not(:empty), li") for venue in document.cssselect(".dvb-venue")]
    assert said == [["Kulturhuset", "Nygatan 2", "Near the station."], ["Biblioteket", "Step-free access"]]


def test_a_ticket_that_is_sold_out_is_so_in_every_language(client: Client, series: SeriesPage) -> None:
    ticket = {"name": "Guld", "code": "guld", "price": "1000", "currency": "SEK", "address": "https://a.example/"}
    page = make_conference(series, tickets=[("ticket", ticket)])
    english = make_translation(page, tickets=[("ticket", ticket | {"name": "Gold"})])
    page = ConferencePage.objects.get(pk=page.pk)
    page.tickets = [("ticket", ticket | {"sold_out": True})]
    publish(page)
    document = read(client, english.url)

    assert (texts(document, ".dvb-ticket h3"), texts(document, ".dvb-state")) == (["Gold"], ["Sold out"])
    assert document.cssselect('a[href="https://a.example/"]') == []


def test_afterwards_recordings_and_articles_are_what_is_left(
    client: Client, series: SeriesPage, conference: ConferencePage, now: Any
) -> None:
    recording = {"title": "Se den", "address": "https://video.example.org/1", "service": "Video", "captioned": True}
    session = make_session(conference, recordings=[("recording", recording | {"status": "published"})])
    make_session(conference, "Senare", recordings=[("recording", recording | {"title": "Snart", "status": "promised"})])
    article = make_article(make_news(series), about=[("page", conference)])
    conference = ConferencePage.objects.get(pk=conference.pk)
    conference.participants = 280
    publish(conference)
    now("2021-01-10T12:00")
    document = read(client, conference.url)

    assert "280" in text(only(document, ".dvb-figure-line"))
    published, promised = document.cssselect(".dvb-recording")
    assert links(published) == {"Se den (Video)": "https://video.example.org/1", session.title: session.url}
    assert gettext("Captioned") in text(published)
    assert (links(promised).keys(), gettext("Will be published here.") in text(promised)) == ({"Senare"}, True)
    assert links(document, "section[aria-labelledby=articles] h3 a") == {article.title: article.url}


def test_recordings_are_promised_from_the_end_of_what_they_are_of_for_a_year(
    client: Client, conference: ConferencePage, now: Any
) -> None:
    promise = {"address": "", "service": "Video", "status": "promised"}
    make_session(conference, recordings=[("recording", promise | {"title": "Punkten"})])
    make_session(conference, status="cancelled", recordings=[("recording", promise | {"title": "Den inställda"})])
    conference = ConferencePage.objects.get(pk=conference.pk)
    conference.recordings = [("recording", promise | {"title": "Hela dagen", "track": "", "sessions": []})]
    publish(conference)
    said = {}
    for moment in ("2020-12-08T13:59", "2020-12-08T14:00", "2020-12-10T00:00", "2021-12-09T12:00", "2021-12-10T00:00"):
        now(moment)
        said[moment[:13]] = texts(read(client, conference.url), ".dvb-recording h3")

    assert said == {
        "2020-12-08T13": [],
        "2020-12-08T14": ["Punkten"],
        "2020-12-10T00": ["Hela dagen", "Punkten"],
        "2021-12-09T12": ["Hela dagen"],
        "2021-12-10T00": [],
    }


def test_of_an_edition_that_was_not_held_no_recording_is_promised(
    client: Client, conference: ConferencePage, now: Any
) -> None:
    promise = {"title": "Hela dagen", "address": "", "service": "Video", "status": "promised"}
    conference.recordings = [("recording", promise | {"track": "", "sessions": []})]
    conference.status = "cancelled"
    publish(conference)
    now("2020-12-12T08:00")

    assert read(client, conference.url).cssselect(".dvb-recording") == []


def test_a_recording_whose_title_is_in_another_language_says_so(client: Client, conference: ConferencePage) -> None:
    recording = {"title": "Se den", "address": "https://video.example.org/1", "service": "Video"}
    make_session(conference, recordings=[("recording", recording | {"status": "published"})])
    english = make_translation(conference, title="Digital Västerbotten 2020")
    title = only(read(client, english.url), ".dvb-recording h3 a > span[lang]")

    assert (text(title), title.get("lang")) == ("Se den", "sv")
    assert read(client, conference.url).cssselect(".dvb-recording h3 [lang]") == []


def test_partners_and_contacts(client: Client, series: SeriesPage) -> None:
    page = make_conference(
        series,
        organiser="Regionen",
        partners=[
            ("partner", {"name": "Bolaget", "logo": make_image(), "address": "https://example.org/", "text": ""}),
            ("partner", {"name": "Föreningen", "logo": None, "address": "", "text": "Hjälper till"}),
        ],
        contacts=[("contact", {"name": "Kansliet", "role": "", "email": "hej@example.org", "phone": "090 00 00"})],
    )
    document = read(client, page.url)

    assert "Regionen" in text(only(document, "section[aria-labelledby=partners]"))
    assert links(document, ".dvb-partners a") == {"Bolaget": "https://example.org/"}
    assert only(document, ".dvb-partners img").get("alt") == ""  # its name stands below it
    assert links(document, ".dvb-contacts a") == {
        "hej@example.org": "mailto:hej@example.org",
        "090 00 00": "tel:0900000",
    }


def test_the_facts_are_those_of_the_main_language(client: Client, conference: ConferencePage) -> None:
    english = make_translation(conference, title="Digital Västerbotten", status="scheduled")
    conference = ConferencePage.objects.get(pk=conference.pk)
    conference.status = "cancelled"
    publish(conference)

    assert len(read(client, english.url).cssselect(".dvb-banner")) == 1


def test_a_draft_without_days_says_so(series: SeriesPage) -> None:
    page = ConferencePage(title="Nästa år", live=False)
    SeriesPage.objects.get(pk=series.pk).add_child(instance=page)

    assert facts(preview(page))[gettext("When")] == gettext("The days are not set yet")
