from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from dvb_wagtail.core.conference import Theme, Track
from dvb_wagtail.core.localise_edition import localise_conference, localise_speaker
from dvb_wagtail.core.localised import LocalisedSpeaker, LocalisedTicket, LocalisedVenue, Named
from dvb_wagtail.core.media import Image
from dvb_wagtail.core.people import Speaker, SpeakerTexts
from dvb_wagtail.core.places import Room, Venue
from dvb_wagtail.core.tickets import Ticket
from tests.core.records import ENGLISH, STAMP, SWEDISH, conference

PORTRAIT = Image("https://dvb.example/eva.jpg", "image/jpeg", 4821, 400, 400, alt="Porträtt")
EVA = Speaker(
    id="1c0b3e6f-7a54-4a0e-9d5e-2f4f8b1f6a10",
    code="EVAEK2",
    main_language="sv",
    texts={
        "sv": SpeakerTexts("Eva Ek", "https://dvb.example/sv/eva/", "sektionschef", "SKR"),
        "en": SpeakerTexts("Eva Ek", "https://dvb.example/en/eva/", "head of section", "SALAR", "Eva smiles"),
    },
    portrait=PORTRAIT,
)


def test_what_is_no_longer_in_use_is_left_out():
    edition = conference(
        themes=(Theme("ai", {"sv": "AI"}, former=True), Theme("etik", {"sv": "Etik"})),
        tracks=(Track("politik", {"sv": "Politik"}, former=True),),
        venues=(
            Venue("gammal", {"sv": "Gamla huset"}, former=True),
            Venue("ny", {"sv": "Nya huset"}, rooms=(Room("a", {"sv": "A"}, former=True),)),
        ),
    )

    found = localise_conference(edition, STAMP, SWEDISH)

    assert (found.themes, found.tracks) == ((Named("etik", "Etik"),), ())
    assert found.venues == (LocalisedVenue("ny", "Nya huset"),)


GOLD = Ticket(
    code="guld",
    names={"sv": "Guldbiljett", "en": "Golden ticket"},
    includes={"sv": "Middag."},
    price=Decimal(1000),
    currency="SEK",
    on_sale_from=datetime(2020, 9, 1, 7, tzinfo=UTC),
    address="https://tickets.example/",
)


def test_a_ticket_has_its_name_in_the_language_asked_for_and_its_sales_in_the_zone_of_the_edition():
    (swedish,) = localise_conference(conference(tickets=(GOLD,)), STAMP, SWEDISH).tickets
    (english,) = localise_conference(conference(tickets=(GOLD,)), STAMP, ENGLISH).tickets

    assert swedish == LocalisedTicket(
        code="guld",
        name="Guldbiljett",
        includes="Middag.",
        price=Decimal(1000),
        currency="SEK",
        on_sale_from=datetime(2020, 9, 1, 9, tzinfo=ZoneInfo("Europe/Stockholm")),
        address="https://tickets.example/",
    )
    assert (english.name, english.includes) == ("Golden ticket", "Middag.")
    assert swedish.on_sale_from is not None
    assert swedish.on_sale_from.hour == 9


def test_a_ticket_that_nobody_has_named_is_left_out():
    edition = conference(tickets=(replace(GOLD, names={}), replace(GOLD, code="silver")))

    assert [ticket.code for ticket in localise_conference(edition, STAMP, SWEDISH).tickets] == ["silver"]


def test_an_edition_says_when_it_begins_and_who_organises_it():
    edition = conference(start_time=time(12))
    texts = {language: replace(said, organiser=f"Regionen ({language})") for language, said in edition.texts.items()}

    found = localise_conference(replace(edition, texts=texts), STAMP, ENGLISH)

    assert found.starts == datetime(2020, 12, 8, 12, tzinfo=ZoneInfo("Europe/Stockholm"))
    assert (found.ends, found.organiser) == (None, "Regionen (en)")


def test_a_person_with_a_page_is_told_in_the_language_asked_for():
    assert localise_speaker(EVA, SWEDISH) == LocalisedSpeaker(
        "EVAEK2", "Eva Ek", "sv", "https://dvb.example/sv/eva/", "sektionschef", "SKR", PORTRAIT
    )
    english = localise_speaker(EVA, ENGLISH)
    assert (english.language, english.title) == ("en", "head of section")
    assert english.portrait is not None
    assert english.portrait.alt == "Eva smiles"


def test_a_person_without_a_translated_page_is_told_in_the_main_language_and_may_have_no_portrait():
    only_swedish = Speaker(EVA.id, EVA.code, "sv", {"sv": EVA.texts["sv"]})

    found = localise_speaker(only_swedish, ENGLISH)

    assert (found.language, found.url, found.portrait) == ("sv", "https://dvb.example/sv/eva/", None)
