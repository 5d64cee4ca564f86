"""The closed vocabularies of `core.vocabulary` as choices, named for editors.

Functions, so that no migration holds the names: a corrected word is then no migration in anyone's project.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dvb_wagtail.core.vocabulary import (
    Attendance,
    ConferenceStatus,
    Kind,
    RecordingStatus,
    Role,
    SessionStatus,
    SpokenLanguage,
    StreamAccess,
)

Choices = list[tuple[str, str | Promise]]


def kinds() -> Choices:
    return [
        (Kind.OPENING.value, _("Opening")),
        (Kind.KEYNOTE.value, _("Keynote")),
        (Kind.LECTURE.value, _("Lecture")),
        (Kind.PANEL.value, _("Panel")),
        (Kind.SEMINAR.value, _("Seminar")),
        (Kind.WORKSHOP.value, _("Workshop")),
        (Kind.MINGLE.value, _("Mingle")),
        (Kind.BREAK.value, _("Break")),
        (Kind.LUNCH.value, _("Lunch")),
        (Kind.DINNER.value, _("Dinner")),
        (Kind.ENTERTAINMENT.value, _("Entertainment")),
        (Kind.REGISTRATION.value, _("Registration")),
        (Kind.CLOSING.value, _("Closing")),
        (Kind.OTHER.value, _("Other")),
    ]


def session_statuses() -> Choices:
    return [
        (SessionStatus.CONFIRMED.value, _("Confirmed")),
        (SessionStatus.TENTATIVE.value, _("Tentative")),
        (SessionStatus.CANCELLED.value, pgettext_lazy("said of a session or a conference", "Cancelled")),
    ]


def conference_statuses() -> Choices:
    return [
        (ConferenceStatus.SCHEDULED.value, _("Takes place as planned")),
        (ConferenceStatus.CANCELLED.value, pgettext_lazy("said of a session or a conference", "Cancelled")),
        (ConferenceStatus.POSTPONED.value, _("Postponed")),
        (ConferenceStatus.MOVED_ONLINE.value, _("Moved online")),
    ]


def attendances() -> Choices:
    return [
        (Attendance.ONSITE.value, _("On site")),
        (Attendance.ONLINE.value, _("Online")),
        (Attendance.MIXED.value, _("On site and online")),
    ]


def stream_accesses() -> Choices:
    return [
        (StreamAccess.PUBLIC.value, _("Anyone")),
        (StreamAccess.REGISTERED.value, _("Only the registered: the address is never published")),
    ]


def roles() -> Choices:
    return [
        (Role.SPEAKER.value, _("Speaker")),
        (Role.MODERATOR.value, _("Moderator")),
        (Role.PANELLIST.value, _("Panellist")),
        (Role.HOST.value, _("Host")),
        (Role.PERFORMER.value, _("Performer")),
    ]


def host_roles() -> Choices:
    return [(Role.HOST.value, _("Host")), (Role.MODERATOR.value, _("Moderator"))]


def recording_statuses() -> Choices:
    return [
        (RecordingStatus.PROMISED.value, _("Promised")),
        (RecordingStatus.PUBLISHED.value, _("Published")),
    ]


def languages() -> Choices:
    return [
        (SpokenLanguage.SWEDISH.value, _("Swedish")),
        (SpokenLanguage.ENGLISH.value, _("English")),
        (SpokenLanguage.NORTHERN_SAMI.value, _("Northern Sámi")),
        (SpokenLanguage.LULE_SAMI.value, _("Lule Sámi")),
        (SpokenLanguage.UME_SAMI.value, _("Ume Sámi")),
        (SpokenLanguage.SOUTHERN_SAMI.value, _("Southern Sámi")),
        (SpokenLanguage.FINNISH.value, _("Finnish")),
        (SpokenLanguage.MEANKIELI.value, _("Meänkieli")),
        (SpokenLanguage.ROMANI.value, _("Romani")),
        (SpokenLanguage.YIDDISH.value, _("Yiddish")),
        (SpokenLanguage.SWEDISH_SIGN_LANGUAGE.value, _("Swedish Sign Language")),
        (SpokenLanguage.NORWEGIAN.value, _("Norwegian")),
        (SpokenLanguage.DANISH.value, _("Danish")),
        (SpokenLanguage.GERMAN.value, _("German")),
        (SpokenLanguage.FRENCH.value, _("French")),
        (SpokenLanguage.SPANISH.value, _("Spanish")),
        (SpokenLanguage.ARABIC.value, _("Arabic")),
        (SpokenLanguage.SOMALI.value, _("Somali")),
        (SpokenLanguage.UKRAINIAN.value, _("Ukrainian")),
    ]
