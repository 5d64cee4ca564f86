"""The words of programme changes in Swedish, for tests that know no translation machinery."""

from __future__ import annotations

from dvb_wagtail.core.change_words import ChangeWords
from dvb_wagtail.core.changes import ChangeKind

SWEDISH = ChangeWords(
    headings={
        ChangeKind.NEW: "Nytt",
        ChangeKind.MOVED: "Flyttat",
        ChangeKind.OTHER_ROOM: "Annan plats",
        ChangeKind.MOVED_ONLINE: "Flyttat till nätet",
        ChangeKind.MOVED_ONSITE: "På plats",
        ChangeKind.SPEAKER_REPLACED: "Ändrad medverkan",
        ChangeKind.SPEAKER_ADDED: "Ändrad medverkan",
        ChangeKind.SPEAKER_REMOVED: "Ändrad medverkan",
        ChangeKind.CANCELLED: "Inställt",
        ChangeKind.POSTPONED: "Uppskjutet",
        ChangeKind.RESTORED: "Blir av ändå",
        ChangeKind.WITHDRAWN: "Utgår",
    },
    of_session={
        ChangeKind.NEW: "Programpunkten är ny i programmet.",
        ChangeKind.MOVED_ONLINE: "Programpunkten hålls bara på nätet.",
        ChangeKind.MOVED_ONSITE: "Programpunkten hålls bara på plats.",
        ChangeKind.SPEAKER_REPLACED: "Någon som skulle medverka har ersatts.",
        ChangeKind.SPEAKER_ADDED: "Fler medverkar än förut.",
        ChangeKind.SPEAKER_REMOVED: "Någon medverkar inte längre.",
        ChangeKind.CANCELLED: "Programpunkten är inställd.",
        ChangeKind.RESTORED: "Programpunkten blir av ändå.",
        ChangeKind.WITHDRAWN: "Programpunkten finns inte längre i programmet.",
    },
    of_edition={
        ChangeKind.MOVED_ONLINE: "Konferensen hålls bara på nätet.",
        ChangeKind.MOVED_ONSITE: "Konferensen hålls bara på plats.",
        ChangeKind.CANCELLED: "Konferensen är inställd.",
        ChangeKind.POSTPONED: "Konferensen är uppskjuten.",
        ChangeKind.RESTORED: "Konferensen blir av ändå.",
    },
    session_onsite_too="Programpunkten hålls också på plats.",
    edition_onsite_too="Konferensen hålls också på plats.",
    moved="Flyttat från {before} till {after}.",
    decided="Nu bestämt: {after}.",
    open_again="Inte längre bestämt; det var {before}.",
    new_end="Slutar kl. {after} i stället för kl. {before}.",
    a_time="kl. {time}",
    place_and_time="{place} kl. {time}",
    place_and_day="{place} {day}",
    facts="När och var: {facts}.",
    people="Nu medverkar: {people}.",
    a_session="en programpunkt",
    a_session_at="en programpunkt {when}",
    changes_of="{title}: programändringar",
)
