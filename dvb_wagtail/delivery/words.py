"""The interface's words in one language, from the translation catalogues, as data for formats and templates."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, pgettext

from dvb_wagtail.core import serial
from dvb_wagtail.core.scope import Facet
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, Notice, Role, SpokenLanguage
from dvb_wagtail.core.words import Words
from dvb_wagtail.delivery.change_words import change_words


@cache
def words(language: str) -> Words:
    """Return the words for a document in `language`, a Wagtail language code.

    If the package is not translated into it they are all in the site's main language (`LANGUAGE_CODE`), never some
    here and some there, and never in English for that reason. Kept for as long as the process lives.
    """
    said_in = spoken(language)
    with translation.override(said_in):
        return Words(
            language=language,
            said_in=said_in,
            kinds=_kinds(),
            roles=_roles(),
            notices={
                Notice.NONE: "",
                Notice.CANCELLED: pgettext("before a title", "Cancelled"),
                Notice.POSTPONED: pgettext("before a title", "Postponed"),
                Notice.TENTATIVE: pgettext("before a title", "Tentative"),
            },
            statuses=_statuses(),
            attendances=_attendances(),
            facets=_facets(),
            languages=_languages(),
            weekdays=_weekdays(),
            months=_months(),
            day_pattern=pgettext("a date in words", "{weekday} {day} {month} {year}"),
            # Translators: a day in a sentence, without its year.
            short_day_pattern=pgettext("day without year", "{weekday} {day} {month}"),
            # Translators: a date without its weekday.
            date_pattern=pgettext("date", "{day} {month} {year}"),
            # Translators: days of one month.
            span_in_month=pgettext("span of days", "{first}–{last} {last_month} {year}"),  # noqa: RUF001
            # Translators: days of one year that begin in one month and end in another.
            span_in_year=pgettext("span of days", "{first} {first_month} – {last} {last_month} {year}"),  # noqa: RUF001
            # Translators: a time of day. {hour} is 9, {hour:02} is 09; many languages write a full stop between.
            clock_pattern=pgettext("time of day", "{hour:02}:{minute:02}"),
            # Translators: "Tuesday 8 December at 12:00", in a sentence. Write a no-break space before the time, so that
            # no line ends before it.
            moment_pattern=pgettext("day and time", "{day} at {time}"),
            # Translators: "Tuesday 8 December at 13:00, Room A"
            when_and_where=pgettext("when and where a session is", "{when}, {where}"),
            # Translators: the title of a session in a feed: "Tuesday 8 December at 13:00, Room A: Opening"
            listed=pgettext("title of a session in a feed", "{when}: {title}"),
            day_open=gettext("The day is not decided yet"),
            time_open=gettext("The time is not decided yet"),
            titled=pgettext("a word such as Cancelled before a title", "{notice}: {title}"),
            online=gettext("Online"),
            place_open=gettext("The place is not decided yet"),
            via_link=pgettext("said of a person", "over a link"),
            speakers=gettext("Taking part"),
            watch=gettext("Watch"),
            stream_for_registered=gettext("The link to the stream is sent to those who have registered."),
            reason=pgettext("why it is cancelled", "Reason: {reason}"),
            more=gettext("Read more"),
            subscribe_to=pgettext("title of a frame", "Subscribe to {title}"),
            programme_of=pgettext("title of a calendar", "{title}: programme"),
            selection_of=pgettext("title of a calendar with some of the sessions", "{title}: {filter}"),
            accessibility=gettext("Accessibility"),
            in_language=pgettext("said of a text", "Language: {language}"),
            changes=change_words(),
            recordings_of=pgettext("title of a feed", "{title}: recordings"),
            # Translators: said of a recording; {title} is the title of a session, or several titles.
            recording_of=gettext("Recording of {title}."),
            # Translators: {service} is the name of a service, such as YouTube.
            watch_at=gettext("Watch the recording ({service})"),
            captioned=gettext("Captioned"),
            interface=_interface(),
        )


@cache
def digest(language: str) -> str:
    """Return a digest of `words(language)`: what changes when a translation does."""
    return serial.digest(words(language))


def spoken(language: str) -> str:
    """Return the language that the package's words are in when `language` is asked for.

    The catalogue says so itself: Django falls back to `LANGUAGE_CODE` for what a catalogue does not have.
    """
    with translation.override(language):
        return spoken_now()


def spoken_now() -> str:
    """Return the language that the package's words are in where none is asked for: as `spoken` for the active one."""
    # Translators: write the code of the language that you translate into, such as "sv".
    return pgettext("code of the language that this is translated into", "en")


@cache
def translated() -> frozenset[str]:
    """Return the languages that the package comes with words in, whatever languages the site has."""
    catalogues = files("dvb_wagtail").joinpath("locale").iterdir()
    return frozenset(
        {
            "en",  # which the words are written in
            *(
                translation.to_language(each.name)
                for each in catalogues
                if each.joinpath("LC_MESSAGES", "django.mo").is_file()
            ),
        }
    )


def _weekdays() -> tuple[str, ...]:
    """Return the days from Monday. Django knows them under the same messages in the languages that it knows."""
    return (
        gettext("Monday"),
        gettext("Tuesday"),
        gettext("Wednesday"),
        gettext("Thursday"),
        gettext("Friday"),
        gettext("Saturday"),
        gettext("Sunday"),
    )


def _months() -> tuple[str, ...]:
    """Return the months from January as they stand in a date, such as the Finnish "8. joulukuuta".

    Many languages have another form there than in a calendar's heading; the context is Django's for it.
    """
    return (
        # Translators: the months as they stand in a date after or before the day.
        pgettext("alt. month", "January"),
        pgettext("alt. month", "February"),
        pgettext("alt. month", "March"),
        pgettext("alt. month", "April"),
        pgettext("alt. month", "May"),
        pgettext("alt. month", "June"),
        pgettext("alt. month", "July"),
        pgettext("alt. month", "August"),
        pgettext("alt. month", "September"),
        pgettext("alt. month", "October"),
        pgettext("alt. month", "November"),
        pgettext("alt. month", "December"),
    )


def _kinds() -> dict[Kind, str]:
    return {
        Kind.OPENING: gettext("Opening"),
        Kind.KEYNOTE: gettext("Keynote"),
        Kind.LECTURE: gettext("Lecture"),
        Kind.PANEL: gettext("Panel"),
        Kind.SEMINAR: gettext("Seminar"),
        Kind.WORKSHOP: gettext("Workshop"),
        Kind.MINGLE: gettext("Mingle"),
        Kind.BREAK: gettext("Break"),
        Kind.LUNCH: gettext("Lunch"),
        Kind.DINNER: gettext("Dinner"),
        Kind.ENTERTAINMENT: gettext("Entertainment"),
        Kind.REGISTRATION: gettext("Registration"),
        Kind.CLOSING: gettext("Closing"),
        Kind.OTHER: gettext("Other"),
    }


def _roles() -> dict[Role, str]:
    return {
        Role.SPEAKER: gettext("Speaker"),
        Role.MODERATOR: gettext("Moderator"),
        Role.PANELLIST: gettext("Panellist"),
        Role.HOST: gettext("Host"),
        Role.PERFORMER: gettext("Performer"),
    }


def _languages() -> dict[str, str]:
    """Return the languages that a session can be held in, and those of the project as it names them."""
    project = {code: str(name) for code, name in settings.LANGUAGES}
    return project | {
        SpokenLanguage.SWEDISH: gettext("Swedish"),
        SpokenLanguage.ENGLISH: gettext("English"),
        SpokenLanguage.NORTHERN_SAMI: gettext("Northern Sámi"),
        SpokenLanguage.LULE_SAMI: gettext("Lule Sámi"),
        SpokenLanguage.UME_SAMI: gettext("Ume Sámi"),
        SpokenLanguage.SOUTHERN_SAMI: gettext("Southern Sámi"),
        SpokenLanguage.FINNISH: gettext("Finnish"),
        SpokenLanguage.MEANKIELI: gettext("Meänkieli"),
        SpokenLanguage.ROMANI: gettext("Romani"),
        SpokenLanguage.YIDDISH: gettext("Yiddish"),
        SpokenLanguage.SWEDISH_SIGN_LANGUAGE: gettext("Swedish Sign Language"),
        SpokenLanguage.NORWEGIAN: gettext("Norwegian"),
        SpokenLanguage.DANISH: gettext("Danish"),
        SpokenLanguage.GERMAN: gettext("German"),
        SpokenLanguage.FRENCH: gettext("French"),
        SpokenLanguage.SPANISH: gettext("Spanish"),
        SpokenLanguage.ARABIC: gettext("Arabic"),
        SpokenLanguage.SOMALI: gettext("Somali"),
        SpokenLanguage.UKRAINIAN: gettext("Ukrainian"),
    }


def _statuses() -> dict[ConferenceStatus, str]:
    return {
        ConferenceStatus.SCHEDULED: "",
        ConferenceStatus.CANCELLED: gettext("The conference is cancelled."),
        ConferenceStatus.POSTPONED: gettext("The conference is postponed."),
        ConferenceStatus.MOVED_ONLINE: gettext("The conference is held online only."),
    }


def _attendances() -> dict[Attendance, str]:
    return {
        Attendance.ONSITE: gettext("On site"),
        Attendance.ONLINE: gettext("Online"),
        Attendance.MIXED: gettext("On site and online"),
    }


def _facets() -> dict[Facet, str]:
    return {
        Facet.DAY: gettext("Day"),
        Facet.TRACK: gettext("Track"),
        Facet.THEME: gettext("Theme"),
        Facet.ROOM: gettext("Room"),
        Facet.KIND: gettext("Kind"),
        Facet.LANGUAGE: gettext("Language"),
        Facet.PLACE: gettext("How to take part"),
        Facet.SPEAKER: gettext("Speaker"),
    }


def _interface() -> dict[str, str]:
    """Return what a programme shown elsewhere says round its sessions; who shows it fills in what is in braces."""
    return {
        "programme": gettext("Programme"),
        "programme_empty": gettext("The programme is not published yet."),
        "filter": gettext("Filter"),
        "shown": gettext("Showing {shown} of {total} sessions."),
        "no_match": gettext("No session fits all the filters."),
        "show_all": gettext("Show the whole programme"),
        "now": gettext("Going on now"),
        # Translators: {when} is a time, or a day and a time.
        "next": gettext("Next: {when}"),
        "subscribe": gettext("Subscribe in your calendar"),
        "add_to_calendar": gettext("Add to calendar"),
        # Translators: {language} is a language.
        "held_in": gettext("Held in {language}"),
        "captioned": gettext("Captioned"),
        "sign_interpreted": gettext("Sign interpreted"),
        "recordings": gettext("Recordings"),
        "recording_promised": gettext("Will be published here."),
        "documents": gettext("Documents"),
    }
