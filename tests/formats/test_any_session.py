"""Whatever an editor writes and whenever it is held, the calendar is valid and is read back as it was meant."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.conference import Conference, ConferenceTexts
from dvb_wagtail.core.effective import instants
from dvb_wagtail.core.localise import localise_session
from dvb_wagtail.core.localised import Stamp
from dvb_wagtail.core.people import Appearance, AppearanceTexts
from dvb_wagtail.core.places import Room, Venue
from dvb_wagtail.core.session import Session, SessionTexts
from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, Role, SessionStatus
from tests.formats import factories
from tests.formats.documents import calendar
from tests.formats.reading import events

LINES = st.text(max_size=200).map(clean_line)
TEXTS = st.text(max_size=1000).map(clean_text)
MOMENTS = st.datetimes(datetime(2019, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
DAYS = st.one_of(
    st.dates(date(2020, 1, 1), date(2029, 12, 31)),
    # The days on which clocks change somewhere, and their eves.
    st.sampled_from([date(2020, 3, 28), date(2020, 3, 29), date(2020, 10, 24), date(2020, 10, 25), date(2020, 4, 5)]),
)
TIMES = st.one_of(
    st.times().map(lambda each: each.replace(second=0, microsecond=0)),
    st.sampled_from([time(0, 0), time(1, 30), time(2, 0), time(2, 30), time(3, 0), time(23, 59)]),
)
ZONES = st.sampled_from(
    ["Europe/Stockholm", "UTC", "America/New_York", "Australia/Lord_Howe", "America/Nuuk", "Atlantic/Reykjavik"]
)


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Session, Conference]:
    """Return a session as the index stores it, and its edition."""
    timed = draw(st.booleans())
    start = draw(TIMES)
    end = draw(TIMES.filter(lambda each: each != start))
    session = Session(
        id=draw(st.uuids()).hex,
        code="K7MPQ2",
        kind=draw(st.sampled_from(Kind)),
        texts={draw(st.sampled_from(["sv", "en"])): SessionTexts(draw(LINES), abstract=draw(TEXTS))},
        day=draw(DAYS),
        start=start if timed else None,
        end=end if timed else None,
        status=draw(st.sampled_from(SessionStatus)),
        attendance=draw(st.sampled_from(Attendance)),
        room="sal",
        appearances=tuple(
            Appearance(id="", role=draw(st.sampled_from(Role)), texts={"sv": AppearanceTexts(draw(LINES))})
            for _ in range(draw(st.integers(0, 2)))
        ),
    )
    edition = Conference(
        id="edition",
        acronym="dv2020",
        main_language="sv",
        time_zone=draw(ZONES),
        start=date(2020, 12, 8),
        end=date(2020, 12, 9),
        texts={"sv": ConferenceTexts(title="Digitala Västerbotten")},
        status=draw(st.sampled_from(ConferenceStatus)),
        venues=(
            Venue(
                code="hus",
                names={"sv": draw(LINES)},
                latitude=draw(st.floats(-90, 90)),
                longitude=draw(st.floats(-180, 180)),
                rooms=(Room(code="sal", names={"sv": draw(LINES)}),),
            ),
        ),
    )
    return session, edition


@given(sessions(), MOMENTS, st.integers(0, 99), st.booleans())
def test_any_session_is_read_back_as_it_was_meant(pair, changed, sequence, keep_cancelled):
    session, edition = pair
    stamp = Stamp(created=changed, changed=changed, sequence=sequence)
    item = localise_session(session, edition, stamp, factories.SWEDISH)
    channel = factories.programme(time_zone=edition.time_zone)

    written = calendar(
        item,
        channel=channel,
        options=factories.options(asked=frozenset({Option.KEEP_CANCELLED}) if keep_cancelled else frozenset()),
    )

    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert written.count(b"\r\n") == written.count(b"\n") == written.count(b"\r")
    (event,) = events(written).values()
    assert event["UID"] == session.id
    assert event["SEQUENCE"] == sequence
    assert event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt == changed.replace(microsecond=0)
    assert event["SUMMARY"].endswith(item.title)
    assert event["LOCATION"] == item.place.location != ""
    assert item.abstract in str(event.get("DESCRIPTION", ""))
    moments = instants(session, edition.time_zone)
    if moments:
        assert (event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC)) == tuple(
            each.astimezone(UTC) for each in moments
        )
    else:
        assert (event["DTSTART"].dt, event["DTEND"].dt) == (session.day, session.day + timedelta(days=1))


@given(DAYS, TIMES, st.integers(1, 24 * 60), ZONES)
def test_any_period_is_read_back_as_the_same_instants(day, clock, minutes, zone):
    start = datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)
    end = start + timedelta(minutes=minutes)
    item = factories.session(day=day, start=start.astimezone(ZoneInfo(zone)), end=end, time_zone=zone)

    (event,) = events(calendar(item, channel=factories.programme(time_zone=zone))).values()

    assert (event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC)) == (start, end)
