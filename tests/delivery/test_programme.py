"""`programme.ics` and `sessions/{code}.ics`: what is in them, and what they are for an address that asks for less."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.core.vocabulary import Role
from dvb_wagtail.delivery import addresses
from dvb_wagtail.publication.tables import FailedPart, PublishedSession, PublishedSpeaker
from tests import pages_factory as make
from tests.delivery.editing import code_of, make_private, republish, unpublish
from tests.delivery.reading import PROGRAMME, calendar, events

pytestmark = pytest.mark.usefixtures("sessions")

EDITION = "Digitala Västerbotten 2020"
STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.fixture(scope="module", autouse=True)
def _speaker(sessions):
    """A speaker with a page, in the keynote."""
    speaker = make.make_speaker(make.make_speaker_index(sessions["Keynote"].get_parent()), "Anna Andersson")
    make.make_appearance(sessions["Keynote"], speaker, role=Role.SPEAKER)


def found(response):
    """The titles of the sessions in a calendar, without what stands before them."""
    assert response.status_code == 200
    return [title.removeprefix("Inställt: ").removeprefix("Cancelled: ") for title in events(response)]


# ---- the whole


def test_the_whole_programme_has_the_edition_and_every_session(get):
    assert found(get(PROGRAMME)) == [EDITION, "Öppning", "Keynote", "Seminarium", "Panel"]


def test_the_edition_is_an_all_day_event_with_the_day_after_as_its_end(get):
    edition = events(get(PROGRAMME))[EDITION]
    assert (edition.decoded("DTSTART"), edition.decoded("DTEND")) == (date(2020, 12, 8), date(2020, 12, 10))


def test_times_are_the_wall_clock_where_it_is_held(get):
    keynote = events(get(PROGRAMME))["Keynote"]
    assert keynote["DTSTART"].params["TZID"] == "Europe/Stockholm"
    assert keynote.decoded("DTSTART").astimezone(STOCKHOLM).replace(tzinfo=None).isoformat() == "2020-12-08T14:00:00"


def test_the_head_of_the_calendar(get):
    head = calendar(get(PROGRAMME))
    assert str(head["X-WR-CALNAME"]).startswith(EDITION)
    assert (str(head["X-WR-CALDESC"]), str(head["URL"]), str(head["SOURCE"])) == (
        "Två dagar om det hållbara samhället.",
        "http://dvb.example/digitala-v%C3%A4sterbotten-2020/",
        f"http://dvb.example/dvb/v1/{PROGRAMME}",
    )


def test_an_edition_without_a_programme_is_a_calendar_of_itself(get, home):
    make.make_conference(home, "dv2021", title="Nästa år", start_date=date(2021, 12, 7), end_date=date(2021, 12, 8))
    assert found(get("conferences/dv2021/sv/programme.ics")) == ["Nästa år"]


# ---- selections

KEYNOTE, SEMINAR = ["Keynote"], ["Seminarium"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("day=2020-12-08", ["Öppning", "Keynote"]),
        ("day=2020-12-08&day=2020-12-09", ["Öppning", "Keynote", "Seminarium", "Panel"]),
        ("day=2019-01-01", []),
        ("room=sal-a", KEYNOTE),
        ("room=sal-a&room=sal-b", ["Keynote", "Seminarium"]),
        ("track=politiskt-ledarskap", SEMINAR),
        ("theme=ai-och-etik", SEMINAR),
        ("kind=opening&kind=keynote", ["Öppning", "Keynote"]),
        ("kind=dinner", []),
        ("language=en", KEYNOTE),
        ("place=online", KEYNOTE),
        ("place=onsite", ["Öppning", "Keynote", "Seminarium", "Panel"]),
        ("day=2020-12-09&room=sal-a", []),
        ("day=2020-12-09&kind=seminar&track=politiskt-ledarskap&place=onsite", SEMINAR),
    ],
)
def test_a_selection_has_its_sessions_and_not_the_edition(get, query, titles):
    assert found(get(f"{PROGRAMME}?{query}")) == titles


def test_a_speakers_sessions(get):
    code = PublishedSpeaker.objects.get().code
    response = get(f"{PROGRAMME}?speaker={code}")
    assert found(response) == KEYNOTE
    assert "Anna Andersson" in str(calendar(response)["X-WR-CALNAME"])


def test_an_empty_selection_is_a_whole_calendar(get):
    empty = calendar(get(f"{PROGRAMME}?kind=dinner"))
    assert [component.name for component in empty.subcomponents] == ["VTIMEZONE"]


def test_another_order_is_the_same_document(get):
    orders = [
        "room=sal-a&kind=keynote&day=2020-12-08&day=2020-12-09",
        "day=2020-12-09&day=2020-12-08&kind=keynote&room=sal-a",
        "kind=keynote&kind=keynote&room=sal-a&day=2020-12-09&day=2020-12-08&room=sal-a",
        "utm_source=brev&room=sal-a&fbclid=1&kind=keynote&day=2020-12-08&gclid=2&day=2020-12-09&_=3",
    ]
    responses = [get(f"{PROGRAMME}?{order}") for order in orders]
    assert [response.status_code for response in responses] == [200, 200, 200, 200]
    assert len({(response.content, response["ETag"]) for response in responses}) == 1


def test_the_source_of_a_selection_is_its_canonical_address(get):
    head = calendar(get(f"{PROGRAMME}?utm_medium=x&cancelled=keep&room=sal-b&day=2020-12-09&room=sal-a"))
    scope = Scope.of({Facet.DAY: ["2020-12-09"], Facet.ROOM: ["sal-a", "sal-b"]})
    expected = addresses.programme(
        "dv2020", "sv", scope, options=(Option.KEEP_CANCELLED,), root_url="http://dvb.example"
    )
    assert str(head["SOURCE"]) == expected


def test_a_selection_is_named_after_what_was_chosen(get):
    query = "track=politiskt-ledarskap&theme=ai-och-etik&room=sal-b&day=2020-12-09&kind=seminar&place=onsite"
    name = str(calendar(get(PROGRAMME.replace("/sv/", "/en/") + f"?{query}&language=sv"))["X-WR-CALNAME"])
    assert name == (
        "Digitala Västerbotten 2020: Wednesday 9 December · Politiskt ledarskap · AI och etik · Sal B · Seminar"
        " · Swedish · On site"
    )


def test_a_selection_longer_than_we_hand_out_is_answered(get):
    days = "&".join(f"day=2020-12-{day:02}" for day in range(1, 32))
    assert found(get(f"{PROGRAMME}?{days}")) == ["Öppning", "Keynote", "Seminarium", "Panel"]


def test_a_room_that_is_no_longer_used_stays_valid(get, conference):
    venue = {"name": "Kulturhuset", "code": "kulturhuset", "rooms": [{"name": "Sal B", "code": "sal-b"}]}
    republish(conference, venues=[("venue", venue)])
    assert found(get(f"{PROGRAMME}?room=sal-a")) == KEYNOTE


def test_a_speaker_who_is_withdrawn_stays_valid_and_has_no_name(get):
    code = PublishedSpeaker.objects.get().code
    unpublish(make.SpeakerPage.objects.get())
    response = get(f"{PROGRAMME}?speaker={code}")
    assert found(response) == []
    assert "Anna" not in response.content.decode()


# ---- cancelled sessions


def test_a_cancelled_session_stays_and_says_so(get):
    panel = next(event for title, event in events(get(PROGRAMME)).items() if title.endswith("Panel"))
    assert (str(panel["STATUS"]), str(panel["TRANSP"])) == ("CANCELLED", "TRANSPARENT")
    assert str(panel["SUMMARY"]) != "Panel"
    assert "Talaren är sjuk" in str(panel["DESCRIPTION"])


def test_cancelled_sessions_can_be_kept_for_google(get):
    plain, kept = get(PROGRAMME), get(f"{PROGRAMME}?cancelled=keep")
    statuses = [{str(event["STATUS"]) for event in events(response).values()} for response in (plain, kept)]
    assert statuses == [{"CONFIRMED", "CANCELLED"}, {"CONFIRMED"}]
    assert list(events(kept)) == list(events(plain))
    assert kept["ETag"] != plain["ETag"]


def test_keeping_cancelled_sessions_goes_with_every_selection(get):
    query = "kind=panel&cancelled=keep"
    (panel,) = events(get(f"{PROGRAMME}?{query}")).values()
    assert str(panel["STATUS"]) == "CONFIRMED"
    assert get(f"{PROGRAMME}?{query}")["ETag"] == get(f"{PROGRAMME}?cancelled=keep&kind=panel")["ETag"]


# ---- languages


def test_a_session_without_a_translation_is_in_every_language(get, conference, sessions):
    make.make_translation(conference, title="Digital Västerbotten 2020")
    make.make_translation(sessions["Keynote"], title="Keynote in English")
    response = get(PROGRAMME.replace("/sv/", "/en/"))
    languages = {title: event["SUMMARY"].params.get("LANGUAGE") for title, event in events(response).items()}
    assert languages == {
        "Digital Västerbotten 2020": None,
        "Öppning": "sv",
        "Keynote in English": None,
        "Seminarium": "sv",
        "Cancelled: Panel": "sv",
    }


def test_identity_and_time_are_the_same_in_every_language(get, conference, sessions):
    make.make_translation(conference)
    make.make_translation(sessions["Keynote"], title="In English", start=time(9), end=time(10))
    code = code_of(sessions["Keynote"])
    swedish, english = (events(get(f"conferences/dv2020/{lang}/sessions/{code}.ics")) for lang in ("sv", "en"))
    facts = ("UID", "DTSTART", "DTEND", "SEQUENCE")
    assert [english["In English"][name] for name in facts] == [swedish["Keynote"][name] for name in facts]


# ---- change


def test_a_moved_session_keeps_its_uid_and_its_sequence_rises_by_one(get, sessions):
    before = events(get(PROGRAMME))["Keynote"]
    republish(sessions["Keynote"], start=time(15), end=time(16))
    after = events(get(PROGRAMME))["Keynote"]
    assert (after["UID"], after["SEQUENCE"]) == (before["UID"], before["SEQUENCE"] + 1)
    assert after.decoded("DTSTART") != before.decoded("DTSTART")


def test_a_renamed_session_keeps_its_uid_and_its_sequence(get, sessions):
    before = events(get(PROGRAMME))["Keynote"]
    republish(sessions["Keynote"], title="Nyckeltal", slug="nyckeltal")
    after = events(get(PROGRAMME))["Nyckeltal"]
    assert (after["UID"], after["SEQUENCE"]) == (before["UID"], before["SEQUENCE"])


def test_an_acronym_that_is_changed_answers_at_its_old_address_for_ever(get, conference):
    republish(conference, acronym="dvb20")
    old, new = get(PROGRAMME), get("conferences/dvb20/sv/programme.ics")
    assert old.content == new.content
    assert old["ETag"] == new["ETag"]
    assert str(calendar(old)["SOURCE"]) == "http://dvb.example/dvb/v1/conferences/dvb20/sv/programme.ics"


# ---- one session


def test_one_session_is_the_same_event_as_in_the_programme(get, sessions):
    one = events(get(f"conferences/dv2020/sv/sessions/{code_of(sessions['Keynote'])}.ics"))
    assert list(one) == ["Keynote"]
    assert one["Keynote"].to_ical() == events(get(PROGRAMME))["Keynote"].to_ical()


def test_a_withdrawn_session_is_an_empty_calendar_without_a_title(get, sessions):
    address = f"conferences/dv2020/sv/sessions/{code_of(sessions['Keynote'])}.ics"
    unpublish(sessions["Keynote"])
    response = get(address)
    empty = calendar(response)
    assert response.status_code == 200
    assert [component.name for component in empty.subcomponents] == ["VTIMEZONE"]
    assert {"NAME", "X-WR-CALNAME", "DESCRIPTION", "URL"}.isdisjoint(empty)
    assert "Keynote" not in response.content.decode()
    assert get(address, If_None_Match=response["ETag"]).status_code == 304


def test_a_private_session_is_no_session(get, sessions):
    address = f"conferences/dv2020/sv/sessions/{code_of(sessions['Keynote'])}.ics"
    never = get("conferences/dv2020/sv/sessions/ZZZZZZ.ics")
    make_private(sessions["Keynote"])
    private = get(address)
    assert (private.status_code, private.content, dict(private.items())) == (404, never.content, dict(never.items()))


# ---- one bad session


def test_a_session_that_cannot_be_written_is_left_out_and_logged(get, sessions, caplog):
    row = PublishedSession.objects.get(identity=sessions["Keynote"].translation_key)
    row.document["texts"] = {}
    row.save()
    response = get(PROGRAMME)
    assert found(response) == [EDITION, "Öppning", "Seminarium", "Panel"]
    logged = [(entry.name, entry.getMessage(), entry.exc_info is not None) for entry in caplog.records]
    address = f"http://dvb.example/dvb/v1/{PROGRAMME}"
    assert logged == [("dvb_wagtail.delivery", f"Left out of {address}: {sessions['Keynote'].translation_key}", True)]
    (told,) = FailedPart.objects.all()
    assert (told.identity, told.document, told.language) == (row.identity, "programme.ics", "sv")
