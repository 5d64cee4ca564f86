"""What attendees read of a programme change: in words, in their language, of nobody by name who is not public."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.article import Tag
from dvb_wagtail.core.change_items import _FOREMOST, EditionChange, SessionChange, localise_change
from dvb_wagtail.core.changes import ChangeKind, Snapshot, difference, edition_snapshot, snapshot
from dvb_wagtail.core.conference import ConferenceTexts
from dvb_wagtail.core.localised import Stamp
from dvb_wagtail.core.places import Room, Venue
from dvb_wagtail.core.session import SessionTexts
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, SessionStatus
from tests.core.change_words import SWEDISH as WORDS
from tests.core.records import ENGLISH, HOUSE, LIBRARY, SWEDISH, appearance, conference, session

TOLD = Stamp(created=datetime(2020, 11, 2, 9, 10, tzinfo=UTC), changed=datetime(2020, 11, 2, 9, 10, tzinfo=UTC))

FACTS = "När och var: tisdag 8 december 2020 kl. 13.00–14.15, Stora salen, Kulturhuset."  # noqa: RUF001


def change(before, after, *, now=None, note=None, edition=None):
    """A change of a session from some facts to others; `now` are its facts when it is read, None if it is gone."""
    edition = edition or conference()
    sides = [facts if facts is None else snapshot(session(**facts), edition) for facts in (before, after)]
    return SessionChange("id", *sides, TOLD, note or {}, None if now is None else session(**now))


def of_edition(before, after, note=None):
    return EditionChange("id", edition_snapshot(before), edition_snapshot(after), TOLD, note or {})


def item(changed, edition=None, words=SWEDISH):
    found = localise_change(changed, edition or conference(), words)
    assert found is not None
    return found


def told(before, after, **more):
    """Return title and text of a change of a session that is public still."""
    found = item(change(before, after, now=after or {}, **more), more.get("edition"))
    return found.title, found.lead


# --- sessions


def test_a_change_is_an_item_for_feeds():
    found = item(change({}, {"start": time(14), "end": time(15)}, now={}))
    assert found.title == "Flyttat: Tillit"
    assert (found.id, found.language, found.url) == ("id", "sv", "https://dvb.example/sv/tillit/")
    assert (found.published, found.stamp) == (TOLD.created, TOLD)
    assert found.tags == (Tag("moved", "Flyttat"),)
    assert found.html == (
        "<p>Flyttat från kl. 13.00 till kl. 14.00.</p>"
        "<p>När och var: tisdag 8 december 2020 kl. 14.00–15.00, Stora salen, Kulturhuset.</p>"  # noqa: RUF001
    )


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ({"start": time(14), "end": time(15)}, "Flyttat från kl. 13.00 till kl. 14.00."),
        ({"end": time(15)}, "Slutar kl. 15.00 i stället för kl. 14.15."),
        ({"room": "sal-a"}, "Flyttat från Stora salen till Sal A."),
        ({"room": "sal-a", "start": time(14)}, "Flyttat från Stora salen kl. 13.00 till Sal A kl. 14.00."),
        (
            {"day": date(2020, 12, 9)},
            "Flyttat från tisdag 8 december kl. 13.00 till onsdag 9 december kl. 13.00.",
        ),
        (
            {"day": date(2020, 12, 9), "room": "sal-a", "start": time(9)},
            "Flyttat från Stora salen tisdag 8 december kl. 13.00 till Sal A onsdag 9 december kl. 9.00.",
        ),
        (
            {"day": date(2020, 12, 9), "start": None, "end": None},
            "Flyttat från tisdag 8 december kl. 13.00 till onsdag 9 december.",
        ),
        ({"start": None, "end": None}, "Inte längre bestämt; det var kl. 13.00."),
        (
            {"day": None, "start": None, "end": None},
            "Inte längre bestämt; det var tisdag 8 december kl. 13.00.",
        ),
        (
            {"room": "sal-a", "end": time(15)},
            "Flyttat från Stora salen till Sal A. Slutar kl. 15.00 i stället för kl. 14.15.",
        ),
        (
            {"room": "sal-a", "start": None, "end": None},
            "Flyttat från Stora salen till Sal A. Inte längre bestämt; det var kl. 13.00.",
        ),
        ({"room": ""}, "Flyttat från Stora salen till Kulturhuset."),
    ],
    ids=str,
)
def test_a_move_says_from_where_and_when_to_where_and_when(after, sentence):
    assert told({}, after)[1].startswith(f"{sentence} När och var: " if after.get("day", 1) else sentence)


def test_what_was_open_is_decided():
    open_time, open_day = {"start": None, "end": None}, {"day": None, "start": None, "end": None}
    assert told(open_time, {})[1] == f"Nu bestämt: kl. 13.00. {FACTS}"
    assert told(open_day, {})[1] == f"Nu bestämt: tisdag 8 december kl. 13.00. {FACTS}"


def test_another_house_is_named_with_the_room():
    library = replace(LIBRARY, rooms=(Room("lasesalen", {"sv": "Läsesalen"}),))
    edition = conference(venues=(HOUSE, library))
    title, text = told({}, {"room": "lasesalen"}, edition=edition)
    assert title == "Annan plats: Tillit"
    assert text.startswith("Flyttat från Stora salen, Kulturhuset till Läsesalen, Biblioteket. När och var: ")


def test_a_room_without_a_name_is_named_by_its_house():
    assert told({}, {"room": "lasesalen"})[1].startswith("Flyttat från Stora salen, Kulturhuset till Biblioteket.")


def test_a_place_that_is_decided_and_open_again():
    """Of two rooms online one has no name at all."""
    nameless = Venue("nat", {}, rooms=(Room("rum", {}), Room("namn", {"sv": "Rum två"})))
    edition = conference(venues=(nameless,))
    online = {"attendance": Attendance.ONLINE, "room": "rum"}
    assert told(online, online | {"room": "namn"}, edition=edition)[1].startswith("Nu bestämt: Rum två. ")
    assert told(online | {"room": "namn"}, online, edition=edition)[1].startswith(
        "Inte längre bestämt; det var Rum två"
    )
    both = told(online, online | {"room": "x"}, edition=edition)
    assert both == ("Annan plats: Tillit", "När och var: tisdag 8 december 2020 kl. 13.00–14.15, På nätet.")  # noqa: RUF001


def test_former_names_are_still_known():
    former = replace(HOUSE, rooms=(*HOUSE.rooms[:1], Room("gamla", {"sv": "Gamla salen"}, former=True)))
    text = told({"room": "gamla"}, {}, edition=conference(venues=(former,)))[1]
    assert text.startswith("Flyttat från Gamla salen till Stora salen.")


def test_a_session_past_midnight_says_on_which_day_it_ends():
    late = {"start": time(22), "end": time(1)}
    assert "tisdag 8 december 2020 kl. 22.00–1.00 (onsdag), " in told({}, late)[1]  # noqa: RUF001


@pytest.mark.parametrize(
    ("before", "after", "title", "sentence"),
    [
        (None, {}, "Nytt", "Programpunkten är ny i programmet."),
        ({}, {"attendance": Attendance.ONLINE}, "Flyttat till nätet", "Programpunkten hålls bara på nätet."),
        ({"attendance": Attendance.ONLINE}, {}, "På plats", "Programpunkten hålls bara på plats."),
        (
            {"attendance": Attendance.ONLINE},
            {"attendance": Attendance.MIXED},
            "På plats",
            "Programpunkten hålls också på plats.",
        ),
        ({}, {"status": SessionStatus.CANCELLED}, "Inställt", "Programpunkten är inställd."),
        ({"status": SessionStatus.CANCELLED}, {}, "Blir av ändå", "Programpunkten blir av ändå."),
    ],
)
def test_other_changes_have_a_sentence_each(before, after, title, sentence):
    found = told(before, after)
    assert found[0] == f"{title}: Tillit"
    assert found[1].startswith(f"{sentence} När och var: tisdag 8 december 2020")


def test_several_kinds_are_all_said_and_the_foremost_stands_before_the_title():
    found = item(change({"status": SessionStatus.CANCELLED}, {"room": "sal-a"}, now={}))
    assert found.title == "Blir av ändå: Tillit"
    assert found.lead.startswith("Programpunkten blir av ändå. Flyttat från Stora salen till Sal A.")
    assert [tag.code for tag in found.tags] == ["other_room", "restored"]


def test_every_kind_can_stand_before_a_title():
    assert set(_FOREMOST) == set(ChangeKind) == WORDS.headings.keys()
    assert len(_FOREMOST) == len(ChangeKind)


def test_nothing_is_made_of_a_change_that_nobody_should_hear_of():
    assert localise_change(change({}, {"track": ""}, now={}), conference(), SWEDISH) is None


# --- people


def test_a_change_of_speakers_names_those_who_take_part_now_and_in_public():
    gone, here = appearance("1", "Borta Bergström"), appearance("2", "Eva Ek")
    hidden, plain = appearance("3", ""), appearance("4", "Ola Öst")
    changed = change({"appearances": (gone,)}, {"appearances": (here,)}, now={"appearances": (here, hidden, plain)})
    found = item(changed)
    assert found.title == "Ändrad medverkan: Tillit"
    assert found.lead == f"Någon som skulle medverka har ersatts. Nu medverkar: Eva Ek, Ola Öst. {FACTS}"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [((), ("1",), "Fler medverkar än förut."), (("1",), (), "Någon medverkar inte längre.")],
)
def test_who_comes_and_who_goes(before, after, sentence):
    people = [{"appearances": tuple(appearance(one, "Eva Ek") for one in each)} for each in (before, after)]
    assert told(*people)[1].startswith(sentence)
    assert ("Nu medverkar: Eva Ek." in told(*people)[1]) is bool(after)


def test_a_change_of_speakers_of_a_session_that_is_gone_names_nobody():
    people = {"appearances": (appearance("1", "Eva Ek"),)}
    assert "Ek" not in item(change({}, people)).html


# --- what is not public any more


def test_of_a_withdrawn_session_there_is_no_title():
    found = item(change({}, None))
    assert found.title == "Utgår: en programpunkt tisdag 8 december kl. 13.00"
    assert found.lead == f"Programpunkten finns inte längre i programmet. {FACTS}"
    assert found.url == "https://dvb.example/sv/"


def test_of_one_whose_day_was_open_there_is_not_even_that():
    found = item(change({"day": None, "start": None, "end": None, "room": "?"}, None), conference(venues=()))
    assert (found.title, found.lead) == ("Utgår: en programpunkt", "Programpunkten finns inte längre i programmet.")


def test_of_one_that_is_neither_before_nor_after_nothing_is_told():
    assert localise_change(change(None, None), conference(), SWEDISH) is None


def test_older_changes_of_a_withdrawn_session_have_no_title_either():
    assert item(change({}, {"start": time(14)})).title == "Flyttat: en programpunkt tisdag 8 december kl. 14.00"


# --- reasons and notes


@pytest.mark.parametrize(("reason", "said"), [("Sjukdom", "Orsak: Sjukdom."), ("Är du sjuk?", "Orsak: Är du sjuk?")])
def test_a_cancellation_gives_its_reason(reason, said):
    now = {"status": SessionStatus.CANCELLED, "texts": {"sv": SessionTexts("Tillit", status_reason=reason)}}
    assert item(change({}, {"status": SessionStatus.CANCELLED}, now=now)).lead == (
        f"Programpunkten är inställd. {said} {FACTS}"
    )


def test_the_reason_is_not_said_any_more_when_the_session_takes_place_after_all():
    now = {"texts": {"sv": SessionTexts("Tillit", status_reason="Sjukdom")}}
    assert "Sjukdom" not in item(change({}, {"status": SessionStatus.CANCELLED}, now=now)).lead


def test_what_is_not_translated_is_marked():
    texts = {"sv": SessionTexts("Tillit", "https://dvb.example/sv/", status_reason="Sjukdom")}
    now = {"status": SessionStatus.CANCELLED, "texts": texts}
    found = item(change({}, {"status": SessionStatus.CANCELLED}, now=now, note={"sv": "Kom\nändå"}), words=ENGLISH)
    assert (found.language, found.title, found.url) == ("en", "Inställt: Tillit", "https://dvb.example/sv/")
    assert '<p lang="sv">Orsak: Sjukdom.</p>' in found.html
    assert found.html.endswith('<p lang="sv">Kom<br>ändå</p>')


def test_the_note_stands_in_the_language_asked_for():
    changed = change({}, {"start": time(14)}, now={}, note={"sv": "Ta med fika", "en": "Bring coffee"})
    assert item(changed, words=ENGLISH).html.endswith("<p>Bring coffee</p>")
    assert item(changed).lead.endswith("Ta med fika")


def test_texts_of_editors_stay_texts():
    now = {"texts": {"sv": SessionTexts("<b>", status_reason="</p><script>")}, "status": SessionStatus.CANCELLED}
    found = item(change({}, {"status": SessionStatus.CANCELLED}, now=now, note={"sv": "<i> & {title}"}))
    assert found.title == "Inställt: <b>"
    assert "<p>Orsak: &lt;/p&gt;&lt;script&gt;.</p>" in found.html
    assert found.html.endswith("<p>&lt;i&gt; &amp; {title}</p>")


# --- the whole edition


@pytest.mark.parametrize(
    ("before", "after", "title", "text"),
    [
        (
            {},
            {"status": ConferenceStatus.CANCELLED},
            "Inställt",
            "Konferensen är inställd. Orsak: Pandemi. När och var: 8–9 december 2020, Kulturhuset.",  # noqa: RUF001
        ),
        (
            {},
            {"status": ConferenceStatus.POSTPONED, "start": date(2020, 12, 7)},
            "Uppskjutet",
            "Konferensen är uppskjuten. Flyttat från 8–9 december 2020 till 7–9 december 2020. Orsak: Pandemi. "  # noqa: RUF001
            "När och var: 7–9 december 2020, Kulturhuset.",  # noqa: RUF001
        ),
        (
            {},
            {"status": ConferenceStatus.MOVED_ONLINE},
            "Flyttat till nätet",
            "Konferensen hålls bara på nätet. Orsak: Pandemi. När och var: 8–9 december 2020, På nätet.",  # noqa: RUF001
        ),
        (
            {"status": ConferenceStatus.CANCELLED},
            {},
            "Blir av ändå",
            "Konferensen blir av ändå. När och var: 8–9 december 2020, Kulturhuset.",  # noqa: RUF001
        ),
        (
            {"attendance": Attendance.ONLINE},
            {},
            "På plats",
            "Konferensen hålls också på plats. När och var: 8–9 december 2020, Kulturhuset.",  # noqa: RUF001
        ),
        (
            {},
            {"attendance": Attendance.ONSITE},
            "På plats",
            "Konferensen hålls bara på plats. När och var: 8–9 december 2020, Kulturhuset.",  # noqa: RUF001
        ),
        (
            {},
            {"venues": (LIBRARY,)},
            "Annan plats",
            "Flyttat från Kulturhuset till Biblioteket. När och var: 8–9 december 2020, Biblioteket.",  # noqa: RUF001
        ),
    ],
)
def test_what_happens_to_the_edition(before, after, title, text):
    texts = {"sv": ConferenceTexts("Konferensen", "https://dvb.example/sv/", status_reason="Pandemi")}
    venues = (HOUSE, replace(LIBRARY, former=True))
    now = conference(**{"venues": venues, "texts": texts, **after})
    if "venues" in after:
        now = replace(now, venues=(*now.venues, replace(HOUSE, former=True)))
    found = item(of_edition(conference(**{"venues": venues, **before}), now), now)
    assert (found.title, found.lead) == (f"{title}: Konferensen", text)
    assert found.url == "https://dvb.example/sv/"


def test_a_reason_that_is_not_that_of_the_change_is_not_given():
    texts = {"sv": ConferenceTexts("Konferensen", status_reason="Ny pandemi")}
    cancelled = conference(status=ConferenceStatus.CANCELLED)
    online = conference(status=ConferenceStatus.MOVED_ONLINE, texts=texts)
    assert "pandemi" not in item(of_edition(conference(), cancelled), online).lead


# --- any change


SIDES = st.fixed_dictionaries(
    {},
    optional={
        "day": st.sampled_from([None, date(2020, 12, 8), date(2020, 12, 9)]),
        "start": st.sampled_from([None, time(0), time(13), time(23, 59)]),
        "end": st.sampled_from([None, time(0), time(14, 15)]),
        "room": st.sampled_from(["", "stora-salen", "sal-a", "lasesalen", "okänd"]),
        "attendance": st.sampled_from(Attendance),
        "status": st.sampled_from(SessionStatus),
        "appearances": st.sampled_from([(), (appearance("1"),), (appearance("2", "Ola Öst"),)]),
    },
)


@given(st.none() | SIDES, st.none() | SIDES, st.none() | SIDES)
def test_any_change_has_words_exactly_if_there_is_something_to_tell(before, after, now):
    changed = change(before, after, now=now)
    found = localise_change(changed, conference(), SWEDISH)
    assert (found is not None) is bool(difference(changed.before, changed.after))
    if found:
        assert all(part.strip() for part in (found.title, found.lead, found.html))
        assert "{" not in found.lead + found.title
        assert "None" not in found.lead + found.title


def test_what_selections_find_a_session_by_is_kept_and_is_no_change():
    kept = snapshot(session(), conference())
    assert ("track", "politik") in kept.facets
    assert ("room", "stora-salen") in kept.facets
    assert replace(kept, facets=()) == kept
    assert isinstance(kept, Snapshot)
