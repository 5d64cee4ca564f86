"""Every address of a site, from what is registered: a new format is in every test that asks for them all."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import URLPattern

from dvb_wagtail.core.channel import Option
from dvb_wagtail.delivery.documents.others import OF_AN_EDITION
from dvb_wagtail.delivery.offered import all_of
from dvb_wagtail.formats.registry import Subject
from dvb_wagtail.publication.tables import PublishedSession
from dvb_wagtail.urls import urlpatterns

SELECTIONS = ("", "?day=2020-12-08", "?day=2031-01-01", "?kind=keynote&place=online&cancelled=keep&detail=rich")


def of_an_edition(acronym: str, language: str, selections: Iterable[str] = ("",)) -> list[str]:
    """Return the addresses of an edition in every format, each with the selections that it takes."""
    return [
        f"conferences/{acronym}/{language}/{each.file_name}{selection}"
        for subject in OF_AN_EDITION
        for each in all_of(subject)
        for selection in selections
        if all(f"{option.parameter}=" not in selection or option in each.options for option in Option)
    ]


def of_news(key: str, language: str, selections: Iterable[str] = ("",)) -> list[str]:
    return [f"news/{key}/{language}/{each.file_name}{tag}" for each in all_of(Subject.NEWS) for tag in selections]


def of_a_series(key: str, language: str) -> list[str]:
    return [f"series/{key}/{language}/{each.file_name}" for each in all_of(Subject.SERIES)]


def of_sessions(language: str) -> list[str]:
    """Return the addresses of the files of every session that there is or was."""
    rows = PublishedSession.objects.select_related("conference").order_by("pk")
    return [f"conferences/{row.conference.key}/{language}/sessions/{row.code}.ics" for row in rows]


def frames(acronym: str, key: str, language: str) -> list[str]:
    """Return the addresses of frames of an edition and of a news channel, with what they take."""
    of_an_edition = f"embed/conferences/{acronym}/{language}"
    return [
        f"{of_an_edition}/programme/",
        f"{of_an_edition}/programme/?day=2020-12-08&look=dark&heading=2&title=hidden&filters=hidden",
        f"{of_an_edition}/programme/?kind=keynote&place=online&day=2031-01-01",
        f"{of_an_edition}/subscribe/",
        f"{of_an_edition}/subscribe/?kind=keynote&look=auto",
        f"embed/news/{key}/{language}/",
        f"embed/news/{key}/{language}/?tag=program&limit=1",
    ]


def frames_of_sessions(language: str) -> list[str]:
    """Return the addresses of the frames of every session that there is or was."""
    return [f"embed/{address.removesuffix('.ics')}/" for address in of_sessions(language)]


def of_the_site() -> list[str]:
    """Return the addresses that are of no edition, series or channel."""
    return [pattern.pattern._route.removeprefix("v1/") for pattern in urlpatterns if _is_whole(pattern)]


def _is_whole(pattern: URLPattern) -> bool:
    return bool(pattern.name) and not pattern.pattern.converters
