"""Programme changes: recorded from the release on, told after a while of quiet, silent about what is private."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from dvb_wagtail.core import serial
from dvb_wagtail.core.changes import EditionSnapshot, Snapshot, difference, edition_difference
from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication.tables import ProgrammeChange, PublishedConference
from tests.publication.site import page, session
from tests.publication.watching import agree, at, mentioned

pytestmark = pytest.mark.usefixtures("site")

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
"""Long after the release of the programme, and far from the edition's days."""
QUIET = timedelta(minutes=10)


def publish(changed: Any, moment: datetime = NOON, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(changed, name, value)
    with at(moment):
        changed.save_revision().publish()
    agree()


def told() -> list[tuple[str, ...]]:
    """Return what is recorded of sessions, oldest first, by what it will be told as."""
    found = []
    for change in ProgrammeChange.objects.order_by("created", "pk"):
        edition = PublishedConference.objects.filter(identity=change.identity).exists()
        kind, differ = (EditionSnapshot, edition_difference) if edition else (Snapshot, difference)
        before, after = (serial.load(side, kind) if side else None for side in (change.before, change.after))
        found.append(tuple(differ(before, after)))  # type: ignore[operator]
    return found


def test_nothing_is_recorded_of_the_programme_that_was_released() -> None:
    assert told() == []


def test_nothing_is_recorded_before_the_release() -> None:
    coming = page("DV 2021", ConferencePage)
    coming.add_child(instance=SessionPage(title="Nästa år", day=date(2021, 12, 7), start=time(9), end=time(10)))
    publish(session("Nästa år"), start=time(9, 30))
    session("Nästa år").unpublish()
    assert told() == []


def test_the_release_itself_is_no_change() -> None:
    """Not even with everything published in one go."""
    coming = page("DV 2021", ConferencePage)
    with at(NOON):
        coming.add_child(instance=SessionPage(title="Nästa år", day=date(2021, 12, 7)))
        coming.programme_released = True
        coming.save_revision().publish()
    assert PublishedConference.objects.get(key="dv2021").released_at == NOON
    assert told() == []
    publish(session("Nästa år"), NOON + timedelta(minutes=1), day=date(2021, 12, 8))
    assert told() == [("moved",)]


def test_the_first_release_counts() -> None:
    released = PublishedConference.objects.get(key="dv2020").released_at
    for ticked in (False, True):
        publish(page("DV 2020", ConferencePage), programme_released=ticked)
        assert PublishedConference.objects.get(key="dv2020").released_at == released


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"start": time(12)}, ("moved",)),
        ({"day": date(2020, 12, 9), "room": "sal-b"}, ("moved", "other_room")),
        ({"attendance": "online"}, ("moved_online",)),
        ({"status": "cancelled", "status_reason": "Sjukdom"}, ("cancelled",)),
    ],
    ids=lambda value: ", ".join(value),
)
def test_what_attendees_should_hear_of_is_recorded(fields: dict[str, Any], kinds: tuple[str, ...]) -> None:
    publish(session(), **fields)
    assert told() == [kinds]
    [change] = ProgrammeChange.objects.all()
    assert (change.created, change.visible_at, change.held, change.note) == (NOON, NOON + QUIET, False, {})


@pytest.mark.parametrize("fields", [{"abstract": "Text"}, {"track": ""}, {"kind": "opening"}], ids=str)
def test_what_they_need_not_hear_of_is_not(fields: dict[str, Any]) -> None:
    publish(session(), **fields)
    assert told() == []


def test_a_new_session_is_recorded() -> None:
    with at(NOON):
        page("DV 2020", ConferencePage).add_child(instance=SessionPage(title="Ny"))
    assert told() == [("new",)]


def test_a_speaker_is_replaced_without_a_name_being_stored() -> None:
    changed = session()
    changed.appearances.set([each for each in changed.appearances.all() if each.name])
    changed.appearances.create(name="Vera Vikarie", locale=changed.locale)
    publish(changed)
    assert told() == [("speaker_replaced",)]
    [change] = ProgrammeChange.objects.all()
    assert mentioned("Vera Vikarie") == {"Vera Vikarie"}
    assert not {"Vera", "Anna"} & set(str((change.before, change.after)).replace("'", " ").split())


def test_changes_of_the_same_session_are_joined_while_it_is_quiet() -> None:
    publish(session(), start=time(12))
    publish(session(), NOON + timedelta(minutes=9), room="sal-b")
    assert told() == [("moved", "other_room")]
    [change] = ProgrammeChange.objects.all()
    assert (change.created, change.visible_at) == (NOON, NOON + timedelta(minutes=9) + QUIET)


def test_what_was_told_stands_and_the_next_is_told_beside_it() -> None:
    publish(session(), start=time(12))
    publish(session(), NOON + QUIET, room="sal-b")
    assert told() == [("moved",), ("other_room",)]


def test_a_slip_that_is_corrected_at_once_is_never_told() -> None:
    publish(session(), start=time(12))
    publish(session(), NOON + timedelta(minutes=1), start=time(13))
    assert told() == []


def test_a_new_session_that_goes_at_once_is_never_told() -> None:
    with at(NOON):
        page("DV 2020", ConferencePage).add_child(instance=SessionPage(title="Ny"))
    with at(NOON + timedelta(minutes=1)):
        session("Ny").delete()
    assert told() == []


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        (datetime(2020, 12, 8, 9, tzinfo=UTC), timedelta(minutes=2)),
        (datetime(2020, 12, 9, 22, 59, tzinfo=UTC), timedelta(minutes=2)),
        (datetime(2020, 12, 9, 23, tzinfo=UTC), QUIET),
        (datetime(2020, 12, 7, 23, tzinfo=UTC), timedelta(minutes=2)),
        (datetime(2020, 12, 7, 22, 59, tzinfo=UTC), QUIET),
    ],
    ids=str,
)
def test_on_the_days_of_the_edition_two_quiet_minutes_are_enough(moment: datetime, quiet: timedelta) -> None:
    """Its days are those of its own zone, which is an hour before UTC."""
    PublishedConference.objects.filter(key="dv2020").update(released_at=datetime(2020, 11, 1, tzinfo=UTC))
    publish(session(), moment, start=time(12))
    [change] = ProgrammeChange.objects.all()
    assert change.visible_at - change.created == quiet


def test_a_change_goes_out_by_the_clock_that_readers_have(settings: Any) -> None:
    """One that a demonstration has set: there it is as quiet as on a real site."""
    settings.DVB_WAGTAIL_NOW = "2020-12-08T12:00:00Z"
    publish(session(), start=time(12))
    [change] = ProgrammeChange.objects.all()
    assert change.visible_at == datetime(2020, 12, 8, 12, 2, tzinfo=UTC)


# ---- gone and back


def test_a_withdrawal_is_recorded_and_the_return_is_a_restoration() -> None:
    with at(NOON):
        session("Panel").unpublish()
    assert told() == [("withdrawn",)]
    publish(session("Panel"), NOON + QUIET)
    assert told() == [("withdrawn",), ("restored",)]


def test_a_session_withdrawn_and_put_back_at_once_is_never_told() -> None:
    with at(NOON):
        session("Panel").unpublish()
    publish(session("Panel"), NOON + timedelta(minutes=1))
    assert told() == []


def test_of_what_is_private_nothing_is_recorded_neither_then_nor_when_it_is_back() -> None:
    with at(NOON):
        restriction = PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")
    with at(NOON + QUIET):
        restriction.delete()
    assert told() == []


def test_a_move_made_in_private_is_told_when_the_session_is_back() -> None:
    restriction = PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")
    publish(session("Panel"), start=time(12))
    assert told() == []
    with at(NOON + QUIET):
        restriction.delete()
    assert told() == [("moved",)]


def test_a_private_session_that_is_deleted_is_not_told_of() -> None:
    PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")
    with at(NOON):
        session("Panel").delete()
    assert told() == []


@pytest.mark.parametrize("private", [True, False], ids=["private", "unpublished"])
def test_sessions_go_and_come_in_silence_with_their_edition(*, private: bool) -> None:
    with at(NOON):
        page("DV 2020 in English", ConferencePage, "en").unpublish()
        if private:
            PageViewRestriction.objects.create(page=page("DV 2020", ConferencePage), restriction_type="login")
        else:
            page("DV 2020", ConferencePage).unpublish()
    assert PublishedConference.objects.get(key="dv2020").gone_at == NOON
    assert told() == []
    with at(NOON + QUIET):
        PageViewRestriction.objects.filter(page=page("DV 2020", ConferencePage)).delete()
    publish(page("DV 2020", ConferencePage), NOON + QUIET)
    assert PublishedConference.objects.get(key="dv2020").gone_at is None
    assert told() == []


def test_what_went_before_the_release_and_comes_after_it_is_new() -> None:
    coming = page("DV 2021", ConferencePage)
    coming.add_child(instance=SessionPage(title="Nästa år", day=date(2021, 12, 7)))
    session("Nästa år").unpublish()
    with at(NOON):
        publish(page("DV 2021", ConferencePage), programme_released=True)
    publish(session("Nästa år"), NOON + QUIET)
    assert told() == [("new",)]


def test_a_session_that_goes_to_another_edition_leaves_the_first() -> None:
    publish(page("DV 2021", ConferencePage), NOON - timedelta(days=1), programme_released=True)
    with at(NOON):
        session("Panel").move(page("DV 2021", ConferencePage), "last-child")
    found = ProgrammeChange.objects.values_list("conference__key", "before__public", "after__day")
    assert {key: (before is None, after) for key, before, after in found}.keys() == {"dv2020", "dv2021"}
    assert sorted(told()) == [("new",), ("withdrawn",)]


def test_what_editors_wrote_of_a_change_goes_with_the_session() -> None:
    publish(session("Panel"), start=time(12))
    ProgrammeChange.objects.update(note={"sv": "Anna är sjuk"})
    assert mentioned("Anna är sjuk") == {"Anna är sjuk"}
    with at(NOON + QUIET):
        session("Panel").unpublish()
    assert mentioned("Anna är sjuk") == set()


# ---- the edition


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ({"status": "cancelled", "status_reason": "Pandemi"}, ("cancelled",)),
        ({"status": "moved_online", "status_reason": "Pandemi"}, ("moved_online",)),
        ({"start_date": date(2020, 12, 7)}, ("moved",)),
    ],
    ids=lambda value: ", ".join(value),
)
def test_what_happens_to_the_whole_edition_is_told_once(fields: dict[str, Any], kinds: tuple[str, ...]) -> None:
    publish(page("DV 2020", ConferencePage), **fields)
    assert told() == [kinds]


def test_a_correction_of_the_edition_is_not_told() -> None:
    publish(page("DV 2020", ConferencePage), lead="Digitalt", title="DV 2020")
    assert told() == []
