"""Speakers: the index of them, and each one's sessions in every edition."""

from __future__ import annotations

from datetime import date

from django.test import Client

from dvb_wagtail.core.vocabulary import Role
from dvb_wagtail.delivery.words import words
from dvb_wagtail.pages.models import ConferencePage, SeriesPage
from tests.front.reading import links, only, read, text, texts
from tests.front.whole_site import make_image
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_conference,
    make_news,
    make_session,
    make_speaker,
    make_speaker_index,
)


def test_the_index_lists_everyone_by_name(client: Client, series: SeriesPage) -> None:
    index = make_speaker_index(series, lead="Alla som stått på scenen.")
    make_speaker(index, "Bo Berg", job_title="Direktör", organisation="Regionen", portrait=make_image())
    make_speaker(index, "Anna Andersson", organisation="Kommunen")
    document = read(client, index.url)

    assert texts(document, ".dvb-person h2") == ["Anna Andersson", "Bo Berg"]
    assert texts(document, ".dvb-person .dvb-small") == ["Kommunen", "Direktör, Regionen"]
    assert only(document, ".dvb-portrait img").get("alt") == ""  # the name stands beside it


def test_an_index_without_anyone_says_so(client: Client, series: SeriesPage) -> None:
    document = read(client, make_speaker_index(series).url)

    assert document.cssselect(".dvb-people") == []
    assert len(texts(document, ".dvb p")) == 1


def test_a_person_is_presented(client: Client, series: SeriesPage) -> None:
    page = make_speaker(
        make_speaker_index(series),
        job_title="Direktör",
        organisation="Regionen",
        biography="<p>Har <b>alltid</b> undrat.</p>",
        portrait=make_image(),
        portrait_alt="Anna ler",
        links=[("link", {"text": "Egen sida", "address": "https://example.org/"})],
    )
    document = read(client, page.url)

    assert text(only(document, ".dvb-lead")) == "Direktör, Regionen"
    assert text(only(document, ".dvb-prose b")) == "alltid"
    assert only(document, ".dvb-speaker-portrait img").get("alt") == "Anna ler"
    assert links(document, ".dvb-speaker a") == {"Egen sida": "https://example.org/"}


def test_a_persons_sessions_stand_by_edition_the_newest_first(
    client: Client, series: SeriesPage, conference: ConferencePage
) -> None:
    speaker = make_speaker(make_speaker_index(series))
    earlier = make_conference(
        series, "dv2019", title="DV 2019", start_date=date(2019, 11, 21), end_date=date(2019, 11, 21)
    )
    make_appearance(make_session(earlier, "Då"), speaker)
    make_appearance(make_session(conference, "Först"), speaker, role="moderator")
    make_appearance(make_session(conference, "Sedan", day=date(2020, 12, 9)), speaker)
    document = read(client, speaker.url)
    section = only(document, "section[aria-labelledby=sessions]")

    assert texts(section, "h3, h4") == ["Digitala Västerbotten 2020", "Först", "Sedan", "DV 2019", "Då"]
    assert texts(section, ".dvb-sessions > li > .dvb-role") == [words("sv").roles[Role.MODERATOR]]


def test_a_persons_sessions_name_the_others_alone(
    client: Client, series: SeriesPage, conference: ConferencePage
) -> None:
    index = make_speaker_index(series)
    anna, bo = make_speaker(index, "Anna Andersson"), make_speaker(index, "Bo Berg")
    together = make_appearance(make_appearance(make_session(conference, "Ihop"), anna), bo)
    make_appearance(together, name="Anna Andersson")  # another one of that name, without a page
    make_appearance(make_session(conference, "Ensam", day=date(2020, 12, 9)), anna)
    alone, with_others = read(client, anna.url).cssselect(".dvb-session")[::-1]

    assert texts(with_others, ".dvb-people-line li") == ["Bo Berg", "Anna Andersson"]
    assert links(with_others, ".dvb-people-line a") == {"Bo Berg": bo.url}
    assert alone.cssselect(".dvb-people-line") == []


def test_articles_that_tell_of_a_person(client: Client, series: SeriesPage) -> None:
    speaker = make_speaker(make_speaker_index(series))
    article = make_article(make_news(series), "Möt Anna", about=[("page", speaker)])

    assert links(read(client, speaker.url), "section[aria-labelledby=articles] h3 a") == {article.title: article.url}
