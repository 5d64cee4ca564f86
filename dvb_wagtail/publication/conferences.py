"""Conferences: their pages against their rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dvb_wagtail.core import serial
from dvb_wagtail.core.changes import edition_significance, edition_snapshot
from dvb_wagtail.core.codes import ACRONYM
from dvb_wagtail.core.conference import Conference
from dvb_wagtail.core.scope import Facet
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.publication import changes, codes
from dvb_wagtail.publication.channels import (
    claim,
    key_of,
    languages,
    main_language_of,
    organisers,
    pairs,
    save,
    withdraw,
)
from dvb_wagtail.publication.context import Run, stored
from dvb_wagtail.publication.pages import ChannelMap, Versions
from dvb_wagtail.publication.projection.conferences import project_conference, with_former
from dvb_wagtail.publication.tables import KeptOut, PublishedConference, PublishedSeries

Reason = KeptOut.Reason


def reconcile_conferences(run: Run, identities: Collection[UUID] | None) -> set[UUID]:
    """Write the conferences; return the identities of those whose sessions must be looked at too.

    That is where one opened or closed, in any language, or where its zone, its status or its venues reach each session.
    """
    turned: set[UUID] = set()
    if not (identities is None or identities):
        return turned
    series_map = ChannelMap.read(SeriesMixin, PublishedSeries, run.surroundings)
    organised_by = {row.pk: organisers(row) for row in PublishedSeries.objects.filter(gone_at=None)}
    for versions, found in pairs(run, ConferenceMixin, PublishedConference, identities):
        row = found
        was_open, was_in = languages(row), row.series_id if row else None
        before = stored(row.document, Conference) if row else None
        acronym = key_of(run, versions, row, "acronym", "acronym", ACRONYM)
        if acronym and _is_whole(run, versions, row):
            row = _write_conference(run, versions, row, before, acronym, series_map, organised_by)
        else:
            withdraw(run, row, versions)
        after = stored(row.document, Conference) if row else None
        if languages(row) != was_open or (before and after and _reaches_sessions(before) != _reaches_sessions(after)):
            turned.add(versions.identity)
        if was_open and not languages(row):
            changes.forget_notes([versions.identity])
        _touch_series(run, row, was_in)
    return turned


def _touch_series(run: Run, row: PublishedConference | None, was_in: int | None) -> None:
    """Renew the validator of the series that an edition is or was in, if the edition itself has changed.

    One query, none for an edition as it was.
    """
    if row is not None and run.has_touched(row):
        for series in PublishedSeries.objects.filter(pk__in=[pk for pk in (row.series_id, was_in) if pk]):
            run.touch(series)


def _write_conference(
    run: Run,
    versions: Versions,
    row: PublishedConference | None,
    before: Conference | None,
    acronym: str,
    series_map: ChannelMap,
    organised_by: Mapping[int, Mapping[str, str]],
) -> PublishedConference | None:
    main_language = main_language_of(run, versions, row)
    facts = versions.facts(main_language)
    above = series_map.nearest(facts.path)
    series = above if above and above.row else None
    conference = run.read(
        versions,
        lambda: project_conference(
            versions,
            acronym,
            main_language,
            run.surroundings,
            series=str(series.identity) if series else "",
            organisers=organised_by.get(series.row or 0) if series else None,
        ),
    )
    if conference is None:
        if not run.may_stay(row, versions):
            withdraw(run, row, versions)
        return row
    was_public = row is not None and row.gone_at is None
    row = claim(run, versions, row, PublishedConference, acronym)
    if before is not None:
        conference = with_former(conference, before)
    significance = serial.dump(edition_significance(conference))
    if row.significance and row.significance != significance:
        row.sequence += 1
    row.significance = significance
    row.series_id = series.row if series else None
    row.start, row.end = conference.start, conference.end
    if before is not None and _shown_in_sessions(before) != _shown_in_sessions(conference):
        row.names_changed = run.now
    if facts.programme_released and row.released_at is None:
        row.released_at = run.now
    snapshot = edition_snapshot(conference)
    if was_public and before is not None:
        changes.record(run, row, row.identity, edition_snapshot(before), snapshot)
    row.snapshot = serial.dump(snapshot)
    if save(run, row, conference):
        codes.remember(
            conference.id,
            [
                *((Facet.THEME, theme.code) for theme in conference.themes),
                *((Facet.TRACK, track.code) for track in conference.tracks),
                *((Facet.ROOM, room.code) for venue in conference.venues for room in venue.rooms),
            ],
        )
    return row


def _is_whole(run: Run, versions: Versions, row: PublishedConference | None) -> bool:
    """Tell whether the edition has what its calendar needs. The form asks for it; a script may not have."""
    facts = versions.facts(main_language_of(run, versions, row))
    if facts.start_date is None or facts.end_date is None or facts.end_date < facts.start_date:
        run.keep_out(versions, Reason.NO_DATES)
        return False
    try:
        ZoneInfo(facts.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        run.keep_out(versions, Reason.UNKNOWN_ZONE, facts.time_zone)
        return False
    return True


def _reaches_sessions(conference: Conference) -> tuple[Any, ...]:
    """Return what of an edition stands in its sessions' rows, or decides whether they are public."""
    places = [(venue.code, venue.former, [room.code for room in venue.rooms]) for venue in conference.venues]
    return conference.time_zone, conference.status, conference.main_language, sorted(conference.texts), places


def _shown_in_sessions(conference: Conference) -> tuple[Any, ...]:
    """Return what of an edition its sessions' documents show, although it stands only once, in the edition's."""
    reasons = {language: texts.status_reason for language, texts in conference.texts.items()}
    return (
        conference.time_zone,
        conference.status,
        conference.venues,
        conference.tracks,
        conference.themes,
        conference.recordings,
        reasons,
    )
