"""What other conference software got wrong, in every document that there is: the rows of the contract's table."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.http import parse_http_date
from lxml import etree
from wagtail.models import Page, PageViewRestriction

from dvb_wagtail.core.vocabulary import SessionStatus
from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.tables import PublishedSession
from tests import pages_factory as make
from tests.delivery import every_address
from tests.delivery.editing import make_private, republish, save_draft, unpublish
from tests.delivery.reading import PROGRAMME, calendar, events
from tests.publication import site as sample
from tests.publication.site import SECRET_NAME, SECRET_STREAM, page, session

NEVER = "Hemligt"
"""What no reader may ever see: it stands in the title, the text and the address of everything that is not public."""


@pytest.fixture(scope="module", autouse=True)
def _site(published):
    """A site with a series, sessions, people, news and files, some of them private; another site beside it."""
    sample.build()
    _hide_things()
    flush()


def _hide_things() -> None:
    """Add what may not be seen, in every way that something may not be seen."""
    edition = page("DV 2020", ConferencePage)
    text = {"abstract": f"{NEVER} i texten"}

    def hidden(name: str, **fields) -> SessionPage:
        return make.make_session(edition, f"{NEVER} {name}", **text, **fields)

    draft = edition.add_child(instance=SessionPage(title=f"{NEVER} utkast", live=False, **text))
    draft.save_revision()
    make_private(hidden("bakom inloggning"))
    unpublish(hidden("avpublicerat"))
    source = hidden("med alias")
    source.create_alias(parent=page("DV 2021", ConferencePage), update_slug=f"{NEVER.lower()}-alias")
    source.copy_for_translation(sample.english(), alias=True)
    make_private(source)
    parent = make.make_conference(page("Avdelning"), "hemlig2020", title=f"{NEVER} konferens")
    make.make_session(parent, f"{NEVER} under privat konferens")
    make_private(parent)
    expired = hidden("utgånget")
    expired.refresh_from_db()
    expired.expire_at = datetime.now(UTC) - timedelta(hours=1)
    expired.save_revision().publish()
    expired.unpublish(set_expired=True)
    planned = edition.add_child(instance=SessionPage(title=f"{NEVER} planerat", live=False, **text))
    planned.go_live_at = datetime.now(UTC) + timedelta(days=1)
    planned.save_revision().publish()
    article = make.make_article(page("Nyheter"), f"{NEVER} nyhet")
    make_private(article)
    draft = page("Programmet är klart", ArticlePage)
    draft.title = f"{NEVER} rubrik"
    draft.save_revision()


DESCRIPTIONS = ("api-info", "openapi.json", "embed/")
"""What says how things are, and not what there is: when that last changed, nobody knows."""


def addresses() -> list[str]:
    """Return every address of the site, in both languages, with selections, former and hidden things included."""
    found = []
    for language in ("sv", "en"):
        for acronym in ("dv2020", "dv2021"):
            found += every_address.of_an_edition(acronym, language, every_address.SELECTIONS)
        found += every_address.of_news("nyheter", language, ("", "?tag=program"))
        found += every_address.of_a_series("digitala-vasterbotten", language)
        found += every_address.of_sessions(language)
        found += every_address.frames("dv2020", "nyheter", language)
        found += every_address.frames("dv2021", "nyheter", language)
        found += every_address.frames_of_sessions(language)
    return [
        *found,
        *every_address.of_an_edition("hemlig2020", "sv"),
        *every_address.frames("hemlig2020", "x", "sv"),
        *every_address.of_the_site(),
    ]


@pytest.fixture(scope="module")
def answers(_site, django_db_blocker) -> dict[str, HttpResponse]:
    """Every answer of the site as it was built."""
    with django_db_blocker.unblock():
        return _answers()


@pytest.fixture(scope="module")
def documents(answers) -> dict[str, HttpResponse]:
    """The answers that hold a document."""
    return _documents(answers)


def _answers() -> dict[str, HttpResponse]:
    client = Client()
    return {address: client.get(f"/dvb/v1/{address}") for address in addresses()}


def _documents(answers: dict[str, HttpResponse]) -> dict[str, HttpResponse]:
    return {address: response for address, response in answers.items() if response.status_code == 200}


def changed(before: dict[str, HttpResponse]) -> list[str]:
    return [address for address, response in _answers().items() if response.content != before[address].content]


def test_the_site_has_what_could_leak(db, documents):
    """The tests below mean something: all of it is in the database, and every format is asked."""
    assert Page.objects.filter(title__contains=NEVER).count() >= 9
    assert SECRET_NAME in set(Page.objects.values_list("title", flat=True))
    assert len(documents) > 50


def test_send_back_exactly_the_received_etag_304(get, documents):
    for address, response in documents.items():
        assert get(address, if_none_match=response["ETag"]).status_code == 304, address


def test_two_fetches_an_hour_apart_are_byte_identical(db, settings):
    settings.DVB_WAGTAIL_NOW = "2019-01-01T10:00"
    before = _answers()
    settings.DVB_WAGTAIL_NOW = "2019-01-01T11:00"
    assert changed(before) == []


def test_a_moved_session_keeps_its_uid_and_sequence_rises_by_one(get):
    before = events(get(PROGRAMME))["Öppning"]
    republish(session(), start=time(8), end=time(9))
    after = events(get(PROGRAMME))["Öppning"]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after.decoded("DTSTART") != before.decoded("DTSTART")


def test_saving_a_draft_changes_no_byte_anywhere(db, answers):
    save_draft(session(), title=f"{NEVER} nytt namn", start=time(7))
    save_draft(page("DV 2020", ConferencePage), title=f"{NEVER} nytt namn")
    assert changed(answers) == []


def test_anonymous_get_and_head_work(get, documents):
    for address, response in documents.items():
        head = get(address, method="HEAD")
        assert (head.status_code, head.content) == (200, b""), address
        assert head["ETag"] == response["ETag"]


def test_what_is_not_public_is_absent_from_every_output_titles_included(answers):
    for address, response in answers.items():
        text = response.content.decode().casefold()
        assert NEVER.casefold() not in text.replace("hemlig2020", ""), address
        assert SECRET_NAME.casefold() not in text, address
        assert "andras" not in text, f"{address} shows another site's"


def test_what_is_private_is_the_same_404_as_what_never_was(get):
    def told(address: str) -> tuple[int, bytes, dict[str, str]]:
        response = get(address)
        return response.status_code, response.content, dict(response.items())

    private = PublishedSession.objects.filter(gone_reason="private").first()
    assert private is not None
    where = f"conferences/{private.conference.key}/sv/sessions/"
    assert told(f"{where}{private.code}.ics") == told(f"{where}ZZZZZZ.ics")
    for hidden, never in zip(
        every_address.of_an_edition("hemlig2020", "sv"), every_address.of_an_edition("never2020", "sv"), strict=True
    ):
        assert told(hidden) == told(never)
        assert told(hidden)[0] == 404


def test_documents_and_images_of_private_collections_are_linked_nowhere(db, answers):
    secret = sample.image("Hemlig").file.name.rpartition("/")[2].rpartition(".")[0] + "."
    files = [secret, sample.document("Hemlig").filename]
    for address, response in answers.items():
        assert not [name for name in files if name.encode() in response.content], address
    assert any(b"Bilder" in response.content for response in answers.values()), "public ones are"


def test_a_stream_for_the_registered_is_in_no_output(answers):
    for address, response in answers.items():
        assert SECRET_STREAM.encode() not in response.content, address


def test_tzid_is_the_name_of_the_zone_and_no_abbreviation(documents):
    named = set()
    for response in documents.values():
        if response["Content-Type"].startswith("text/calendar"):
            named |= {str(each["TZID"]) for each in calendar(response).walk("VTIMEZONE")}
            named |= set(re.findall(rb"TZID=([^:;]+)", response.content))
    assert {each.decode() if isinstance(each, bytes) else each for each in named} == {"Europe/Stockholm"}


def test_pubdate_is_never_later_than_now_for_a_session_next_year(db):
    edition = page("DV 2020", ConferencePage)
    republish(edition, start_date=date(2099, 12, 8), end_date=date(2099, 12, 9))
    republish(session(), day=date(2099, 12, 8))
    now = datetime.now(UTC) + timedelta(seconds=1)
    seen = 0
    for address, response in _documents(_answers()).items():
        if "rss" in response["Content-Type"] or "atom" in response["Content-Type"]:
            for entry in feedparser.parse(response.content).entries:
                assert datetime(*entry.published_parsed[:6], tzinfo=UTC) <= now, address
                seen += 1
    assert seen


def test_an_overlap_is_published(get):
    edition = page("DV 2020", ConferencePage)
    for title in ("Krock ett", "Krock två"):
        make.make_session(edition, title, room="sal-a", start=time(13), end=time(14))
    assert {"Krock ett", "Krock två"} <= events(get(PROGRAMME)).keys()


def test_location_is_always_present(db):
    edition = page("DV 2020", ConferencePage)
    make.make_session(edition, "Utan plats", room="")
    make.make_session(edition, "På nätet", room="", attendance="online")
    for response in _documents(_answers()).values():
        if response["Content-Type"].startswith("text/calendar"):
            for event in calendar(response).walk("VEVENT"):
                assert str(event["LOCATION"]).strip(), event["SUMMARY"]


def test_there_are_no_relative_addresses_in_feed_content(documents):
    seen = 0
    for address, response in documents.items():
        if "json" in response["Content-Type"] or "xml" in response["Content-Type"]:
            text = response.content.decode().replace("&quot;", '"').replace("&#34;", '"').replace('\\"', '"')
            for target in re.findall(r"""(?:href|src|srcset)=["']([^"']*)""", text.replace("&lt;", "<")):
                assert target.startswith(("http://", "https://", "mailto:", "tel:")), f"{address}: {target}"
                seen += 1
    assert seen


def test_last_modified_moves_forward_when_the_newest_item_is_withdrawn(get):
    feeds = every_address.of_news("nyheter", "sv") + every_address.of_an_edition("dv2020", "sv")
    before = {address: get(address)["Last-Modified"] for address in feeds}
    unpublish(page("Programmet är klart", ArticlePage))
    unpublish(session())
    for address, was in before.items():
        assert parse_http_date(get(address)["Last-Modified"]) >= parse_http_date(was), address


def test_a_withdrawn_session_is_a_calendar_without_a_title(get):
    code = PublishedSession.objects.get(identity=session("Bara svenska").translation_key).code
    unpublish(session("Bara svenska"))
    response = get(f"conferences/dv2020/sv/sessions/{code}.ics")
    assert response.status_code == 200
    assert calendar(response).walk("VEVENT") == []
    assert b"Bara svenska" not in response.content


def test_no_cookie_reaches_anyone(answers):
    for address, response in answers.items():
        assert not response.cookies, address
        assert response["Vary"] == "Accept-Encoding", address


def test_a_cancelled_session_stays_and_says_so_in_every_programme(get):
    republish(session("Bara svenska"), status=SessionStatus.CANCELLED, status_reason="Storm över fjället.")
    for address in every_address.of_an_edition("dv2020", "sv"):
        if "/changes." not in address and "/recordings." not in address:
            assert "Bara svenska" in get(address).content.decode(), address


def test_xml_is_well_formed_and_dates_of_answers_are_past(documents):
    now = datetime.now(UTC) + timedelta(seconds=1)
    for address, response in documents.items():
        if "xml" in response["Content-Type"]:
            etree.fromstring(response.content)
        if address in DESCRIPTIONS:
            assert "Last-Modified" not in response, address
        else:
            assert parsedate_to_datetime(response["Last-Modified"]) <= now, address


def test_a_restriction_taken_away_shows_it_again(get):
    hidden = SessionPage.objects.get(title=f"{NEVER} bakom inloggning")
    PageViewRestriction.objects.filter(page=hidden).delete()
    flush()
    assert f"{NEVER} bakom inloggning" in events(get(PROGRAMME))
