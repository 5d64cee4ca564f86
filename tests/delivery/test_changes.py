"""`changes.rss`, `.atom` and `.json`: what attendees hear of, when, and what they never hear of."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from pathlib import Path

import feedparser
import pytest
from django.utils import timezone

from dvb_wagtail.core.vocabulary import ConferenceStatus, SessionStatus
from dvb_wagtail.pages.models import Appearance, SessionPage
from dvb_wagtail.publication import announcing
from dvb_wagtail.publication.tables import ProgrammeChange, PublishedConference, PublishedSpeaker
from tests import pages_factory as make
from tests.delivery.editing import delete, make_private, republish, unpublish

RELEASED = datetime(2020, 11, 1, 12, tzinfo=UTC)
NOON = datetime(2020, 11, 2, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
QUIET = 10 * MINUTE

CHANGES = "conferences/dv2020/sv/changes.rss"
EVERY = [CHANGES, CHANGES.replace("rss", "atom"), CHANGES.replace("rss", "json")]


@pytest.fixture
def clock(settings, monkeypatch):
    """Set the time for those who publish and for those who read."""

    def at(moment):
        settings.DVB_WAGTAIL_NOW = moment.isoformat()
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return at


@pytest.fixture(autouse=True)
def released(clock, conference, sessions):
    """The programme is released, and it is noon on another day."""
    clock(RELEASED)
    republish(conference, programme_released=True)
    clock(NOON)


@pytest.fixture
def told(get, clock):
    """Return what has been told, title and text of each, `later` than noon."""

    def read(later=QUIET, address=CHANGES):
        clock(NOON + later)
        response = get(address)
        assert response.status_code == 200, response.content
        if address.split("?")[0].endswith("json"):
            return [(item["title"], item["summary"]) for item in json.loads(response.content)["items"]]
        return [(entry.title, entry.summary) for entry in feedparser.parse(response.content).entries]

    return read


def the_change():
    return ProgrammeChange.objects.get()


def titles(told):
    return [title for title, _text in told]


# ---- from a move to the feed


@pytest.mark.parametrize("address", EVERY)
def test_a_move_is_told_in_words_after_ten_quiet_minutes(told, sessions, address):
    assert told(0 * MINUTE, address) == []
    republish(sessions["Keynote"], start=time(15), end=time(16), room="sal-b")
    assert told(QUIET - timedelta(seconds=1), address) == []
    assert told(QUIET, address) == [
        (
            "Flyttat: Keynote",
            "Flyttat från Sal A kl.\xa014.00 till Sal B kl.\xa015.00. "
            "När och var: tisdag 8 december 2020 kl.\xa015.00–16.00, Sal B, Kulturhuset.",  # noqa: RUF001
        )
    ]


def test_before_the_release_nothing_is_told_and_the_feed_is_there(get, told, conference):
    make.make_session(make.make_conference(conference.get_parent(), "dv2021", title="Nästa"), "Nästa")
    republish(SessionPage.objects.get(title="Nästa"), start=time(9))
    assert told(QUIET, CHANGES.replace("dv2020", "dv2021")) == []


def test_a_slip_that_is_corrected_at_once_is_never_told(told, clock, sessions):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    clock(NOON + MINUTE)
    republish(sessions["Keynote"], start=time(14), end=time(15))
    assert told(timedelta(days=1)) == []


def test_on_the_days_of_the_conference_two_quiet_minutes_are_enough(told, clock, sessions):
    noon = datetime(2020, 12, 8, 12, tzinfo=UTC)
    clock(noon)
    republish(sessions["Keynote"], room="sal-b")
    assert told(noon - NOON + timedelta(seconds=119)) == []
    assert titles(told(noon - NOON + 2 * MINUTE)) == ["Ny plats: Keynote"]


def test_the_newest_is_first_and_fifty_are_enough(told, clock, sessions):
    for number in range(52):
        clock(NOON + number * QUIET)
        republish(sessions["Keynote"], start=time(9, number), end=time(16))
    republish(sessions["Panel"], status=SessionStatus.CONFIRMED)
    found = titles(told(timedelta(days=1)))
    assert len(found) == 50
    assert sorted(found[:2]) == ["Blir av ändå: Panel", "Flyttat: Keynote"]


def test_an_item_has_an_identity_of_its_own_in_each_language_and_no_date_in_the_future(get, told, sessions):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    assert len(told()) == len(told(QUIET, CHANGES.replace("/sv/", "/en/"))) == 1
    entries = [feedparser.parse(get(CHANGES.replace("sv", language)).content).entries[0] for language in ("sv", "en")]
    assert len({entry.id for entry in entries}) == 2
    assert all(entry.id.startswith("urn:uuid:") for entry in entries)
    assert datetime(*entries[0].published_parsed[:6], tzinfo=UTC) == NOON + QUIET
    assert entries[0].link == "http://dvb.example" + sessions["Keynote"].url
    assert [tag.term for tag in entries[0].tags] == ["Flyttat"]


# ---- kinds


def test_a_cancellation_with_its_reason_and_the_return(told, clock, sessions):
    republish(sessions["Keynote"], status=SessionStatus.CANCELLED, status_reason="Snöstorm")
    [(title, text)] = told()
    assert (title, text.split(" När")[0]) == ("Inställt: Keynote", "Programpunkten är inställd. Orsak: Snöstorm.")
    republish(sessions["Keynote"], status=SessionStatus.CONFIRMED)
    found = told(2 * QUIET)
    assert titles(found) == ["Blir av ändå: Keynote", "Inställt: Keynote"]
    assert "Snöstorm" not in str(found)


def test_a_new_session(told, conference):
    make.make_session(conference, "Extra", room="sal-a")
    assert told() == [
        (
            "Nytt: Extra",
            "Programpunkten är ny i programmet. "
            "När och var: tisdag 8 december 2020 kl.\xa013.00–14.00, Sal A, Kulturhuset.",  # noqa: RUF001
        )
    ]


def test_a_change_of_speakers_names_only_who_is_there_now(told, clock, sessions):
    make.make_appearance(sessions["Keynote"], name="Rut Reserv")
    assert [text.split(" När")[0] for _title, text in told()] == [
        "Fler medverkar än tidigare. Nu medverkar: Rut Reserv."
    ]
    changed = SessionPage.objects.get(pk=sessions["Keynote"].pk)
    changed.appearances.set([Appearance(name="Nya Nilsson", locale=changed.locale)])
    make.publish(changed)
    newest, older = told(2 * QUIET)
    assert newest[0] == "Ändrad medverkan: Keynote"
    assert newest[1].startswith("Någon som skulle medverka har ersatts. Nu medverkar: Nya Nilsson.")
    assert "Rut" not in older[1]


@pytest.mark.parametrize(
    ("fields", "title", "text"),
    [
        (
            {"status": ConferenceStatus.CANCELLED, "status_reason": "Pandemi"},
            "Inställt",
            "Konferensen är inställd. Orsak: Pandemi.",
        ),
        ({"status": ConferenceStatus.POSTPONED}, "Uppskjutet", "Konferensen är uppskjuten."),
        ({"status": ConferenceStatus.MOVED_ONLINE}, "Flyttat till nätet", "Konferensen hålls bara på nätet."),
        (
            {"start_date": date(2020, 12, 7)},
            "Flyttat",
            "Flyttat från 8–9 december 2020 till 7–9 december 2020.",  # noqa: RUF001
        ),
    ],
    ids=["cancelled", "postponed", "online", "moved"],
)
def test_the_whole_edition_is_told_once_and_in_every_selection(told, conference, fields, title, text):
    republish(conference, **fields)
    [found] = told()
    assert (found[0], found[1].split(" När")[0]) == (f"{title}: Digitala Västerbotten 2020", text)
    assert told(QUIET, f"{CHANGES}?room=sal-a&kind=keynote") == [found]


# ---- gone


@pytest.mark.parametrize("go", [unpublish, delete])
def test_of_a_withdrawn_session_time_and_place_are_told_and_of_older_changes_too(told, clock, sessions, go):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    assert len(told()) == 1
    go(sessions["Keynote"])
    found = told(2 * QUIET)
    assert found == [
        (
            "Utgår: en programpunkt tisdag 8 december kl.\xa015.00",
            "Programpunkten finns inte längre i programmet. "
            "När och var: tisdag 8 december 2020 kl.\xa015.00–16.00, Sal A, Kulturhuset.",  # noqa: RUF001
        ),
        (
            "Flyttat: en programpunkt tisdag 8 december kl.\xa015.00",
            "Flyttat från kl.\xa014.00 till kl.\xa015.00. "
            "När och var: tisdag 8 december 2020 kl.\xa015.00–16.00, Sal A, Kulturhuset.",  # noqa: RUF001
        ),
    ]


@pytest.mark.parametrize("address", EVERY)
def test_of_what_is_private_nothing_is_told_older_changes_included(get, told, sessions, address):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    republish(sessions["Seminarium"], room="sal-a")
    assert titles(told(QUIET, address)) == ["Ny plats: Seminarium", "Flyttat: Keynote"]
    make_private(sessions["Keynote"])
    assert titles(told(2 * QUIET, address)) == ["Ny plats: Seminarium"]
    assert b"15.00" not in get(address).content


def test_a_private_edition_has_no_feed(get, told, conference, sessions):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    assert told()
    make_private(conference)
    assert get(CHANGES).status_code == 404


def test_a_session_that_is_another_editions_now_has_left_this_one(told, conference, sessions):
    other = make.make_conference(conference.get_parent(), "dv2021", title="Nästa")
    SessionPage.objects.get(pk=sessions["Keynote"].pk).move(other, "last-child")
    make.publish(SessionPage.objects.get(pk=sessions["Keynote"].pk))
    assert titles(told()) == ["Utgår: en programpunkt tisdag 8 december kl.\xa014.00"]


# ---- what editors do


def test_a_held_change_is_told_when_it_is_let_go(get, told, clock, sessions):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    assert announcing.hold(the_change().pk, NOON)
    assert told(timedelta(days=1)) == []
    assert announcing.release(the_change().pk, NOON + timedelta(days=1))
    assert titles(told(timedelta(days=1))) == ["Flyttat: Keynote"]
    assert feedparser.parse(get(CHANGES).content).entries[0].published == "Tue, 03 Nov 2020 12:00:00 GMT"


def test_a_change_is_sent_at_once(get, told, sessions):
    before = get(CHANGES)["ETag"]
    republish(sessions["Keynote"], start=time(15), end=time(16))
    assert announcing.send(the_change().pk, NOON)
    assert titles(told(0 * MINUTE)) == ["Flyttat: Keynote"]
    assert get(CHANGES, If_None_Match=before).status_code == 200


def test_a_note_stands_in_its_language_and_goes_with_the_session(get, told, sessions):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    announcing.annotate(the_change().pk, {"sv": "Kaffe väntar.", "en": "Coffee is served."}, NOON)
    assert told()[0][1].endswith("Kaffe väntar.")
    assert told(QUIET, CHANGES.replace("/sv/", "/en/"))[0][1].endswith("Coffee is served.")
    unpublish(sessions["Keynote"])
    assert "Kaffe" not in str(told(3 * QUIET))


def test_a_note_that_is_changed_later_is_an_update_of_what_was_told(get, told, clock, sessions):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    told()
    announcing.annotate(the_change().pk, {"sv": "Kaffe"}, NOON + 2 * QUIET)
    told(2 * QUIET)
    entry = feedparser.parse(get(EVERY[1]).content).entries[0]
    assert (entry.published, entry.updated) == ("2020-11-02T12:10:00+00:00", "2020-11-02T12:20:00+00:00")


# ---- languages


def test_two_languages(told, conference, sessions):
    make.make_translation(conference, title="Digital Västerbotten 2020")
    make.make_translation(sessions["Keynote"], title="The keynote")
    republish(sessions["Keynote"], start=time(15), end=time(16), room="sal-b")
    republish(sessions["Seminarium"], start=time(12, 30))
    english = told(QUIET, CHANGES.replace("/sv/", "/en/"))
    assert english[1] == (
        "Moved: The keynote",
        "Moved from Sal A at 14:00 to Sal B at 15:00. "
        "When and where: Tuesday 8 December 2020 at 15:00–16:00, Sal B, Kulturhuset.",  # noqa: RUF001
    )
    assert english[0][0] == "Moved: Seminarium"


def test_the_example_of_the_documentation(get, told, sessions):
    republish(sessions["Keynote"], start=time(15), end=time(16), room="sal-b")
    told()
    [item] = json.loads(get(EVERY[2].replace("/sv/", "/en/")).content)["items"]
    document = (Path(__file__).parents[2] / "docs/reference/addresses.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```json\n(.*?)^```$", document, re.DOTALL | re.MULTILINE)
    (example,) = (each for each in map(json.loads, examples) if each.get("title") == item["title"])
    assert example | {"id": item["id"]} == item


# ---- selections


@pytest.mark.parametrize(
    "query", ["room=sal-a", "room=sal-b", "kind=keynote", "day=2020-12-08", "language=en", "room=sal-a&room=sal-b"]
)
def test_a_change_is_found_by_what_the_session_was_and_is(told, sessions, query):
    republish(sessions["Keynote"], room="sal-b")
    republish(sessions["Panel"], day=date(2020, 12, 9), start=time(16), end=time(17), status=SessionStatus.CONFIRMED)
    found = titles(told(QUIET, f"{CHANGES}?{query}"))
    assert found == ["Ny plats: Keynote"]


@pytest.mark.parametrize("query", ["room=sal-a&day=2020-12-09", "kind=panel", "track=politiskt-ledarskap"])
def test_what_it_never_was_does_not_find_it(told, sessions, query):
    republish(sessions["Keynote"], room="sal-b")
    assert told(QUIET, f"{CHANGES}?{query}") == []


def test_whoever_follows_a_track_hears_that_a_session_left_it_for_good(told, sessions):
    unpublish(sessions["Seminarium"])
    assert titles(told(QUIET, f"{CHANGES}?track=politiskt-ledarskap")) == [
        "Utgår: en programpunkt onsdag 9 december kl.\xa013.00"
    ]


def test_a_speaker_is_followed_out_of_a_session_but_not_into_privacy(told, clock, home, sessions):
    speaker = make.make_speaker(make.make_speaker_index(home))
    clock(RELEASED)
    make.make_appearance(sessions["Keynote"], speaker)
    code = PublishedSpeaker.objects.get(identity=speaker.translation_key).code
    clock(NOON)
    changed = SessionPage.objects.get(pk=sessions["Keynote"].pk)
    changed.appearances.set([])
    changed.start, changed.end = time(15), time(16)
    make.publish(changed)
    address = f"{CHANGES}?speaker={code}"
    assert titles(told(QUIET, address)) == ["Flyttat: Keynote"]
    make_private(speaker)
    assert told(QUIET, address) == []


def test_a_selection_is_named_in_the_title(get, sessions):
    heads = [feedparser.parse(get(f"{CHANGES}{query}").content).feed.title for query in ("", "?room=sal-a")]
    assert heads == [
        "Digitala Västerbotten 2020: programändringar",
        "Digitala Västerbotten 2020: Sal A: programändringar",
    ]


def test_what_never_was_is_not_found(get):
    assert get(f"{CHANGES}?room=sal-x").status_code == 404
    assert get(f"{CHANGES}?cancelled=keep").status_code == 404


# ---- validators


@pytest.mark.parametrize(("query", "queries"), [("", 1), ("?day=2020-12-08", 1), ("?room=sal-a", 2)])
def test_queries_of_a_304(get, told, sessions, django_assert_num_queries, query, queries):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    told()
    etag = get(CHANGES + query)["ETag"]
    with django_assert_num_queries(queries):
        assert get(CHANGES + query, If_None_Match=etag).status_code == 304


@pytest.mark.parametrize(("query", "queries"), [("", 3), ("?room=sal-a", 4)])
def test_queries_do_not_grow_with_the_number_of_changes(get, told, sessions, django_assert_num_queries, query, queries):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    told()
    with django_assert_num_queries(queries):
        assert len(feedparser.parse(get(CHANGES + query).content).entries) == 1
    for title in ("Öppning", "Seminarium"):
        republish(sessions[title], start=time(12, 30), room="sal-a")
    told(2 * QUIET)
    with django_assert_num_queries(queries):
        assert len(feedparser.parse(get(CHANGES + query).content).entries) == 3


@pytest.mark.parametrize("address", EVERY)
def test_when_time_alone_tells_a_change_validators_move(get, clock, sessions, address):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    PublishedConference.objects.update(updated=NOON)
    before = get(address)
    assert before["Last-Modified"] == format_datetime(NOON, usegmt=True)
    clock(NOON + QUIET)
    after = get(address, If_None_Match=before["ETag"], If_Modified_Since=before["Last-Modified"])
    assert (after.status_code, after["Last-Modified"]) == (200, format_datetime(NOON + QUIET, usegmt=True))
    clock(NOON + 2 * QUIET)
    assert get(address, If_None_Match=after["ETag"]).status_code == 304


def test_what_is_held_or_private_moves_no_validator_when_its_time_comes(get, clock, sessions):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    republish(sessions["Seminarium"], start=time(12, 30))
    announcing.hold(ProgrammeChange.objects.get(identity=sessions["Keynote"].translation_key).pk, NOON)
    make_private(sessions["Seminarium"])
    before = get(CHANGES)
    clock(NOON + QUIET)
    assert get(CHANGES, If_None_Match=before["ETag"]).status_code == 304


def test_the_same_bytes_whenever_it_is_read(get, told, clock, sessions):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    told()
    once = get(CHANGES)
    clock(NOON + timedelta(days=30))
    again = get(CHANGES)
    assert (once.content, dict(once.items())) == (again.content, dict(again.items()))


def test_a_programme_does_not_change_with_the_time(get, clock, sessions):
    programme = "conferences/dv2020/sv/programme.ics"
    republish(sessions["Keynote"], start=time(15), end=time(16))
    etag = get(programme)["ETag"]
    clock(NOON + QUIET)
    assert get(programme, If_None_Match=etag).status_code == 304


def test_one_change_that_cannot_be_read_takes_no_other_down(told, sessions, caplog):
    republish(sessions["Keynote"], start=time(15), end=time(16))
    republish(sessions["Seminarium"], start=time(12, 30))
    ProgrammeChange.objects.filter(identity=sessions["Keynote"].translation_key).update(after={"day": "x"})
    assert titles(told()) == ["Flyttat: Seminarium"]
    assert str(sessions["Keynote"].translation_key) in caplog.text
