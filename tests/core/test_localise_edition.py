from __future__ import annotations

from dvb_wagtail.core.conference import Theme, Track
from dvb_wagtail.core.localise_edition import localise_conference, localise_speaker
from dvb_wagtail.core.localised import LocalisedSpeaker, LocalisedVenue, Named
from dvb_wagtail.core.media import Image
from dvb_wagtail.core.people import Speaker, SpeakerTexts
from dvb_wagtail.core.places import Room, Venue
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
