from __future__ import annotations

from datetime import UTC, datetime

import feedparser
import pytest
from lxml import etree

from dvb_wagtail.core.places import Place
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.core.vocabulary import Notice, SessionStatus
from dvb_wagtail.formats.feed_extensions import XCAL
from dvb_wagtail.formats.feeds import urn
from tests.formats.documents import programme_as_rss
from tests.formats.factories import cancelled_session, conference, local, session, stamp
from tests.formats.hostile import HOSTILE


def entry(item):
    (found,) = feedparser.parse(programme_as_rss(item)).entries
    return found


def xcal(item) -> dict[str, str | None]:
    (found,) = etree.fromstring(programme_as_rss(item))[0].findall("item")
    return {child.tag.rpartition("}")[2]: child.text for child in found if child.tag.startswith(f"{{{XCAL}}}")}


def test_day_time_and_place_stand_in_the_title_and_in_the_first_sentence():
    found = entry(session())
    assert found.title == (
        "Tisdag 8 december kl. 13.00–14.15, Stora salen: Politiskt ledarskap i transformation"  # noqa: RUF001
    )
    assert found.summary.startswith(
        "Tisdag 8 december 2020 kl. 13.00–14.15, "  # noqa: RUF001
        "Stora salen, Kulturhuset, Storgatan 1, Skellefteå. Vad krävs av den som leder?"
    )


def test_the_edition_itself_is_the_channel_and_no_item():
    read = feedparser.parse(programme_as_rss(conference(), session()))
    assert len(read.entries) == 1
    assert read.feed.title == "Program: Digitala Västerbotten 2020"


def test_the_items_are_in_the_order_of_the_programme():
    ids = ["c", "a", "b"]
    read = feedparser.parse(programme_as_rss(*(session(id=each) for each in ids)))
    assert [each.id for each in read.entries] == [urn(each, "sv") for each in ids]


def test_pubdate_is_when_it_was_published_and_no_date_of_the_session():
    found = entry(session(stamp=stamp(created=datetime(2020, 9, 1, 8, tzinfo=UTC))))
    assert found.published == "Tue, 01 Sep 2020 08:00:00 GMT"


def test_the_text_is_whole():
    (content,) = entry(session()).content
    assert content.value == (
        "<p>Tisdag 8 december 2020 kl. 13.00–14.15, Stora salen, Kulturhuset, Storgatan 1, Skellefteå.</p>"  # noqa: RUF001
        "<p>Vad krävs av den som leder?</p><p>Ett samtal om mod, takt och tillit.</p>"
        "<p>Medverkande:</p><ul><li>Eva Ek, sektionschef, Sveriges Kommuner och Regioner</li>"
        "<li>Bo Berg (S), regionråd, Region Västerbotten, Inera, via länk</li><li>Dalia Dahl</li></ul>"
        '<p><a href="https://play.example/stora-salen">Se sändningen</a></p>'
    )


def test_a_stream_for_the_registered_is_said_without_its_address():
    (content,) = entry(session(stream="", stream_for_registered=True)).content
    assert content.value.endswith("<p>Länken till sändningen skickas till anmälda.</p>")


def test_a_cancelled_session_says_so_first_and_why_and_has_no_stream():
    found = entry(cancelled_session())
    assert found.title.startswith("Inställt: Tisdag 8 december")
    assert "<p>Orsak: Talaren är sjuk.</p>" in found.content[0].value
    assert "play.example" not in found.content[0].value
    assert xcal(cancelled_session())["status"] == "CANCELLED"


def test_a_tentative_session_says_so():
    assert entry(session(status=SessionStatus.TENTATIVE, notice=Notice.TENTATIVE)).title.startswith("Preliminärt: ")


def test_what_is_not_decided_is_not_invented():
    open_time = session(start=None, end=None)
    open_day = session(day=None, start=None, end=None)
    assert entry(open_time).title == "Tisdag 8 december, Stora salen: Politiskt ledarskap i transformation"
    assert entry(open_day).title == ("Dagen är inte bestämd än, Stora salen: Politiskt ledarskap i transformation")
    assert xcal(open_time)["dtstart"] == "2020-12-08"
    assert not {"dtstart", "dtend"} & xcal(open_day).keys()


def test_programs_find_the_times_with_their_offset():
    assert xcal(session()) == {
        "uid": session().id,
        "location": "Stora salen, Kulturhuset, Storgatan 1, Skellefteå",
        "status": "CONFIRMED",
        "dtstart": "2020-12-08T13:00:00+01:00",
        "dtend": "2020-12-08T14:15:00+01:00",
    }


def test_a_session_past_midnight_says_when_it_ends():
    found = entry(session(start=local(2020, 12, 8, 22), end=local(2020, 12, 9, 1)))
    assert "22.00–01.00 (onsdag)" in found.title or "22.00–1.00 (onsdag)" in found.title  # noqa: RUF001


def test_without_a_room_the_title_has_the_venue_else_what_is_said_of_the_place():
    venue = Place(location="Kulturhuset, Storgatan 1", venue="Kulturhuset")
    assert ", Kulturhuset: " in entry(session(place=venue)).title
    assert ", På nätet: " in entry(session(place=Place(location="På nätet"))).title


def test_track_themes_and_kind_are_categories():
    found = entry(session(track_code="ledarskap", theme_codes=("digital", "ai")))
    assert [tag.term for tag in found.tags] == [
        *("Politiskt ledarskap", "Digital transformation", "AI, etik", "Panelsamtal")
    ]


def test_a_text_in_another_language_is_marked():
    found = entry(session(language="en", abstract="Trust."))
    assert (found.id, found.language) == (urn(session().id, "en"), "en")
    assert '<p lang="en">Trust.</p>' in found.content[0].value


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_breaks_nothing(name):
    title, abstract = clean_line(HOSTILE[name]), clean_text(HOSTILE[name])
    document = programme_as_rss(session(title=title, abstract=abstract, reason=abstract))
    read = feedparser.parse(document)
    assert read.bozo is False
    (item,) = etree.fromstring(document)[0].findall("item")
    assert item.findtext("title").endswith(f": {title}")
    assert "<script" not in read.entries[0].content[0].value
