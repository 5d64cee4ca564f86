"""SEQUENCE, CREATED and the moments of change: what calendars and readers tell a new version by."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from dvb_wagtail.pages.models import ConferencePage
from dvb_wagtail.publication import records
from dvb_wagtail.publication.tables import PublishedConference, PublishedNews, PublishedSession
from tests.publication.site import page, session
from tests.publication.watching import agree, at

pytestmark = pytest.mark.usefixtures("site")

LATER = datetime(2030, 1, 1, 12, tzinfo=UTC)
HOST = ("dvb.example", 80)


def row(title: str = "Öppning") -> PublishedSession:
    return PublishedSession.objects.get(identity=session(title).translation_key)


def edition_row() -> PublishedConference:
    return PublishedConference.objects.get(key="dv2020")


def change(title: str = "Öppning", moment: datetime = LATER, **fields: Any) -> None:
    _publish(session(title), moment, fields)


def change_edition(moment: datetime = LATER, **fields: Any) -> None:
    _publish(page("DV 2020", ConferencePage), moment, fields)


def rename_room(name: str, moment: datetime = LATER) -> None:
    edition = page("DV 2020", ConferencePage)
    edition.venues[0].value["rooms"][0]["name"] = name
    _publish(edition, moment, {})


def _publish(changed: Any, moment: datetime, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(changed, name, value)
    with at(moment):
        changed.save_revision().publish()
    agree()


@pytest.mark.parametrize(
    "fields",
    [
        {"start": time(12, 30)},
        {"end": time(14, 15)},
        {"day": date(2020, 12, 9)},
        {"start": None, "end": None},
        {"day": None},
        {"room": "sal-b"},
        {"room": ""},
        {"attendance": "online"},
        {"status": "cancelled", "status_reason": "Sjukdom"},
        {"status": "tentative"},
    ],
    ids=lambda fields: ", ".join(f"{name} {value}" for name, value in fields.items()),
)
def test_what_attendees_must_act_on_raises_sequence(fields: dict[str, Any]) -> None:
    before = row()
    change(**fields)
    after = row()
    assert (after.identity, after.code, after.created) == (before.identity, before.code, before.created)
    assert (after.sequence, after.changed) == (before.sequence + 1, LATER)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Öppningen"},
        {"abstract": "Välkommen."},
        {"kind": "opening"},
        {"track": ""},
        {"themes": []},
        {"language": "sv"},
        {"captions": True},
    ],
    ids=lambda fields: ", ".join(fields),
)
def test_a_correction_does_not_raise_sequence_but_is_a_new_version(fields: dict[str, Any]) -> None:
    before = row()
    changed = session()
    _publish(changed, LATER, fields)
    after = PublishedSession.objects.get(pk=before.pk)
    assert (after.created, after.sequence, after.changed) == (before.created, before.sequence, LATER)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "cancelled", "status_reason": "Pandemi"},
        {"status": "postponed", "status_reason": "Pandemi"},
        {"status": "moved_online", "status_reason": "Pandemi"},
        {"time_zone": "Europe/Helsinki"},
    ],
    ids=lambda fields: next(iter(fields.values())),
)
def test_what_happens_to_the_edition_raises_sequence_of_each_session(fields: dict[str, Any]) -> None:
    before = {title: row(title).sequence for title in ("Öppning", "Panel", "Bara svenska")}
    change_edition(**fields)
    assert {title: row(title).sequence for title in before} == {title: n + 1 for title, n in before.items()}
    assert {row(title).changed for title in before} == {LATER}


@pytest.mark.parametrize(
    "fields",
    [
        {"start_date": date(2020, 12, 7)},
        {"end_date": date(2020, 12, 10)},
        {"attendance": "mixed"},
        {"status": "cancelled", "status_reason": "Pandemi"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_an_edition_has_a_sequence_of_its_own(fields: dict[str, Any]) -> None:
    before = edition_row()
    change_edition(**fields)
    after = edition_row()
    assert (after.created, after.sequence, after.changed) == (before.created, before.sequence + 1, LATER)


def test_a_correction_of_an_edition_raises_no_sequence() -> None:
    edition, opening = edition_row(), row()
    change_edition(lead="Digitalt", theme="Tillsammans", hashtag="dv2020", theme_text="Mer text")
    assert (edition_row().sequence, edition_row().changed) == (edition.sequence, LATER)
    assert (row().sequence, row().changed, edition_row().names_changed) == (
        opening.sequence,
        opening.changed,
        edition.names_changed,
    )


def test_a_renamed_room_is_a_new_version_of_each_session_without_touching_one() -> None:
    before, edition = row(), edition_row()
    rename_room("Stora salen")
    after = edition_row()
    assert (after.names_changed, after.sequence) == (LATER, edition.sequence)
    assert (row().changed, row().sequence, row().document) == (before.changed, before.sequence, before.document)
    record = records.conference("dv2020", HOST)
    assert record is not None
    shown = next(each for each in records.sessions(record) if each.session.code == before.code)
    assert (shown.stamp.changed, shown.stamp.sequence) == (LATER, before.sequence)


def test_a_room_that_is_removed_moves_nobody_and_keeps_its_name() -> None:
    before = row()
    edition = page("DV 2020", ConferencePage)
    del edition.venues[0].value["rooms"][0]
    _publish(edition, LATER, {})
    assert row().sequence == before.sequence
    [venue] = edition_row().document["venues"]
    assert [(room["names"]["sv"], room.get("former", False)) for room in venue["rooms"]] == [
        ("Sal B", False),
        ("Sal A", True),
    ]


def test_another_main_venue_moves_the_sessions_without_a_room() -> None:
    panel, opening = row("Panel").sequence, row().sequence
    new = {"name": "Folkets hus", "code": "folkets-hus", "rooms": []}
    edition = page("DV 2020", ConferencePage)
    edition.venues = [("venue", new), *((block.block_type, block.value) for block in edition.venues)]
    _publish(edition, LATER, {})
    assert (row("Panel").sequence, row().sequence) == (panel + 1, opening)


def test_a_room_that_turns_out_to_be_in_another_house_moves_its_sessions() -> None:
    panel, opening = row("Panel").sequence, row().sequence
    edition = page("DV 2020", ConferencePage)
    house = edition.venues[0].value
    rooms = house["rooms"]
    new = {"name": "Folkets hus", "code": "folkets-hus", "rooms": [dict(rooms[0])]}
    rooms.pop(0)
    edition.venues.append(("venue", new))
    _publish(edition, LATER, {})
    assert (row("Panel").sequence, row().sequence) == (panel, opening + 1)


@pytest.mark.parametrize("moved", [False, True], ids=["as it was", "moved"])
@pytest.mark.parametrize("private", [False, True], ids=["unpublished", "private"])
def test_a_session_that_comes_back_goes_on_counting(*, moved: bool, private: bool) -> None:
    change("Panel", start=time(14, 30))
    before = row("Panel")
    if private:
        PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")
    else:
        session("Panel").unpublish()
    gone = row("Panel")
    assert (gone.document, gone.sequence, gone.start) == ({}, before.sequence, before.start)
    PageViewRestriction.objects.filter(page=session("Panel")).delete()
    change("Panel", LATER + timedelta(days=1), **({"start": time(14)} if moved else {}))
    after = row("Panel")
    assert (after.created, after.sequence, after.gone_at) == (before.created, before.sequence + moved, None)


def test_a_channel_has_a_new_validator_exactly_when_its_content_changes() -> None:
    def validators() -> tuple[Any, ...]:
        edition, news = edition_row(), PublishedNews.objects.get(key="nyheter")
        return edition.token, edition.updated, news.token, news.updated

    before = validators()
    with at(LATER):
        session().save_revision().publish()
        draft = session()
        draft.title = "Utkast"
        draft.save_revision()
    assert validators() == before
    change(abstract="Välkommen.")
    after = validators()
    assert (after[0] != before[0], after[1], after[2:]) == (True, LATER, before[2:])
    with at(LATER):
        page("En plats kvar").unpublish()
    assert validators()[:2] == after[:2]
    assert validators()[2] != before[2]
    assert validators()[3] == LATER


def test_the_moment_of_change_never_goes_back() -> None:
    change(abstract="Ett")
    token = edition_row().token
    change(moment=LATER - timedelta(days=1), abstract="Två")
    assert edition_row().updated == LATER
    assert edition_row().token != token


def test_withdrawing_the_newest_moves_the_moment_of_change_forward() -> None:
    change(abstract="Nyast")
    with at(LATER + timedelta(minutes=1)):
        session().unpublish()
        session("Opening").unpublish()
    assert edition_row().updated == LATER + timedelta(minutes=1)
    record = records.conference("dv2020", HOST)
    assert record is not None
    assert record.changed == LATER + timedelta(minutes=1)
