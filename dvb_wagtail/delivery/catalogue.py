"""`v1/index.json`: every series, conference and news channel of a site, with every address of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

from wagtail.coreutils import get_content_languages

from dvb_wagtail.core.channel import OtherDocument
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.documents.others import news_documents, other_documents, series_documents
from dvb_wagtail.formats.json_parts import in_utc, written
from dvb_wagtail.publication.records import Catalogue, ConferenceRecord, NewsRecord, SeriesRecord

VERSION: Final = 1
"""Raised only with the `v1` of the address."""

SCHEMA: Final = files("dvb_wagtail.delivery").joinpath("schemas", "index.json").read_text(encoding="utf-8")


def index(found: Catalogue) -> bytes:
    """Return the catalogue. Every property is always there; names and pages are by language, where there are any."""
    keys = {each.series.id: each.series.key for each in found.series}
    return written(
        {
            "$schema": addresses.schema("index", "json", root_url=found.root_url),
            "version": VERSION,
            "address": addresses.index(root_url=found.root_url),
            "documentation": addresses.openapi(root_url=found.root_url),
            "title": found.name or None,
            "updated": in_utc(found.changed) if found.changed else None,
            "languages": [{"code": code, "name": str(name)} for code, name in get_content_languages().items()],
            "series": [_series(each) for each in found.series],
            "conferences": [_conference(each, keys) for each in found.editions],
            "news": [_news(each) for each in found.news],
        }
    )


def _series(record: SeriesRecord) -> dict[str, Any]:
    series = record.series
    return {
        "id": series.id,
        "key": series.key,
        "main_language": series.main_language,
        "titles": {language: texts.title for language, texts in series.texts.items()},
        "urls": _urls(series.texts),
        "updated": in_utc(record.changed),
        "documents": _documents(get_content_languages(), lambda language: series_documents(record, language)),
    }


def _conference(record: ConferenceRecord, keys: Mapping[str, str]) -> dict[str, Any]:
    """Return an edition. What is not translated stands in its documents all the same, so they are in every language."""
    conference = record.conference
    return {
        "id": conference.id,
        "acronym": conference.acronym,
        "series": keys.get(conference.series),
        "main_language": conference.main_language,
        "titles": {language: texts.title for language, texts in conference.texts.items()},
        "urls": _urls(conference.texts),
        "start": conference.start.isoformat(),
        "end": conference.end.isoformat(),
        "time_zone": conference.time_zone,
        "status": conference.status,
        "attendance": conference.attendance,
        "updated": in_utc(record.changed),
        "documents": _documents(get_content_languages(), lambda language: other_documents(record, None, language)),
    }


def _news(record: NewsRecord) -> dict[str, Any]:
    """Return a news channel. An article is listed only where it was written, so its documents are in its languages."""
    news = record.news
    languages = [language for language in get_content_languages() if language in news.texts]
    return {
        "id": news.id,
        "key": news.key,
        "main_language": news.main_language,
        "titles": {language: texts.feed_title or texts.title for language, texts in news.texts.items()},
        "urls": _urls(news.texts),
        "updated": in_utc(record.changed),
        "documents": _documents(languages, lambda language: news_documents(record, language)),
    }


def _urls(texts: Mapping[str, Any]) -> dict[str, str]:
    return {language: each.url for language, each in texts.items() if each.url}


def _documents(languages: Iterable[str], in_language: Callable[[str], Iterable[OtherDocument]]) -> list[dict[str, str]]:
    return [
        {"name": each.name, "language": language, "address": each.address, "media_type": each.media_type}
        for language in languages
        for each in in_language(language)
    ]
