"""A catalogue with one of everything, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dvb_wagtail.core.article import News, NewsTexts
from dvb_wagtail.core.conference import Series, SeriesTexts
from dvb_wagtail.publication.records import Catalogue, ConferenceRecord, NewsRecord, SeriesRecord
from tests.core.records import STAMP, conference

ROOT = "https://dvb.example"
CHANGED = datetime(2020, 11, 20, 9, tzinfo=UTC)

_SERIES = Series(
    id="1b0c5f0e-0d0a-4b64-9d8f-5a9c1f0f7d01",
    key="digitala-vasterbotten",
    main_language="sv",
    texts={"sv": SeriesTexts("Digitala Västerbotten", f"{ROOT}/sv/")},
)
_NEWS = News(
    id="7a3d1c55-0c53-4a0f-8c1f-0e4bb9a3f3c1",
    key="nyheter",
    main_language="sv",
    texts={"sv": NewsTexts("Nyheter", f"{ROOT}/sv/nyheter/", feed_title="Nyheter från Digitala Västerbotten")},
)


def edition(**changes: Any) -> ConferenceRecord:
    found = conference(series=_SERIES.id, **changes)
    return ConferenceRecord(
        pk=1,
        conference=found,
        stamp=STAMP,
        token="t",
        changed=CHANGED,
        names_changed=CHANGED,
        root_url=ROOT,
        languages=tuple(found.texts),
        released=True,
    )


_CATALOGUE = Catalogue(
    root_url=ROOT,
    name="Digitala Västerbotten",
    changed=CHANGED,
    series=(SeriesRecord(1, _SERIES, "t", CHANGED, ROOT),),
    editions=(edition(),),
    news=(NewsRecord(1, _NEWS, "t", CHANGED, ROOT, ("sv",)),),
)


def catalogue(**changes: Any) -> Catalogue:
    """Return the catalogue of a site with a series, one edition of it in two languages, and a news channel."""
    return replace(_CATALOGUE, **changes)


SHOWN = ("conferences.ics", "programme.ics", "programme.json", "articles.rss")


def shortened(found: dict[str, Any]) -> dict[str, Any]:
    """Return a catalogue with a few of its documents, since every format that is added makes it longer."""
    short = dict(found)
    for name in ("series", "conferences", "news"):
        short[name] = [
            {**each, "documents": [one for one in each["documents"] if one["name"] in SHOWN]} for each in found[name]
        ]
    return short
