"""The words of programme changes, from the translation catalogues."""

from __future__ import annotations

from django.utils.translation import gettext, pgettext

from dvb_wagtail.core.change_words import ChangeWords
from dvb_wagtail.core.changes import ChangeKind


def change_words() -> ChangeWords:
    """Return the words in the active language."""
    return ChangeWords(
        headings=_headings(),
        of_session=_of_session(),
        of_edition=_of_edition(),
        session_onsite_too=gettext("The session is held on site too."),
        edition_onsite_too=gettext("The conference is held on site too."),
        # Translators: "Moved from Room A at 10:00 to Room B at 11:00." {before} and {after} are a place, a day, a time,
        # or several of them.
        moved=pgettext("a change of place or time", "Moved from {before} to {after}."),
        # Translators: of a place or a time: "Now decided: Room A."
        decided=pgettext("a change of place or time", "Now decided: {after}."),
        # Translators: of a place or a time: "No longer decided; it was Room A."
        open_again=pgettext("a change of place or time", "No longer decided; it was {before}."),
        # Translators: times of day.
        new_end=pgettext("a change of place or time", "Ends at {after} instead of {before}."),
        # Translators: a time of day after "from" or "to", as in "Moved from 10:00 to 11:00."
        a_time=pgettext("a time of day after from or to", "{time}"),
        # Translators: "Room A at 10:00", after "from" or "to".
        place_and_time=pgettext("a place after from or to", "{place} at {time}"),
        # Translators: "Room A on Tuesday 8 December at 10:00", after "from" or "to".
        place_and_day=pgettext("a place after from or to", "{place} on {day}"),
        # Translators: "When and where: Tuesday 8 December 2020 at 10:00, Room A."
        facts=gettext("When and where: {facts}."),
        # Translators: names of those who take part in a session, after somebody was replaced.
        people=gettext("Now taking part: {people}."),
        # Translators: what a session is called that is no longer public: "Withdrawn: a session".
        a_session=pgettext("instead of a title", "a session"),
        # Translators: what a session is called that is no longer public: "Withdrawn: a session on Tuesday 8 December".
        a_session_at=pgettext("instead of a title", "a session on {when}"),
        changes_of=pgettext("title of a feed", "{title}: programme changes"),
    )


def _headings() -> dict[ChangeKind, str]:
    speakers = pgettext("before a title", "Other people taking part")
    return {
        ChangeKind.NEW: pgettext("before a title", "New"),
        ChangeKind.MOVED: pgettext("before a title", "Moved"),
        ChangeKind.OTHER_ROOM: pgettext("before a title", "Another place"),
        ChangeKind.MOVED_ONLINE: pgettext("before a title", "Moved online"),
        ChangeKind.MOVED_ONSITE: pgettext("before a title", "Held on site"),
        ChangeKind.SPEAKER_REPLACED: speakers,
        ChangeKind.SPEAKER_ADDED: speakers,
        ChangeKind.SPEAKER_REMOVED: speakers,
        ChangeKind.CANCELLED: pgettext("before a title", "Cancelled"),
        ChangeKind.POSTPONED: pgettext("before a title", "Postponed"),
        ChangeKind.RESTORED: pgettext("before a title", "Takes place after all"),
        ChangeKind.WITHDRAWN: pgettext("before a title", "Withdrawn"),
    }


def _of_session() -> dict[ChangeKind, str]:
    return {
        ChangeKind.NEW: gettext("The session is new in the programme."),
        ChangeKind.MOVED_ONLINE: gettext("The session is held online only."),
        ChangeKind.MOVED_ONSITE: gettext("The session is held on site only."),
        ChangeKind.SPEAKER_REPLACED: gettext("Somebody who was to take part has been replaced."),
        ChangeKind.SPEAKER_ADDED: gettext("More people take part than before."),
        ChangeKind.SPEAKER_REMOVED: gettext("Somebody does not take part any more."),
        ChangeKind.CANCELLED: gettext("The session is cancelled."),
        ChangeKind.RESTORED: gettext("The session takes place after all."),
        ChangeKind.WITHDRAWN: gettext("The session is no longer in the programme."),
    }


def _of_edition() -> dict[ChangeKind, str]:
    return {
        ChangeKind.MOVED_ONLINE: gettext("The conference is held online only."),
        ChangeKind.MOVED_ONSITE: gettext("The conference is held on site only."),
        ChangeKind.CANCELLED: gettext("The conference is cancelled."),
        ChangeKind.POSTPONED: gettext("The conference is postponed."),
        ChangeKind.RESTORED: gettext("The conference takes place after all."),
    }
