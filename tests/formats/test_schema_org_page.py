from __future__ import annotations

from dataclasses import replace

import pytest

from dvb_wagtail.core.article import Tag
from dvb_wagtail.core.vocabulary import ConferenceStatus
from dvb_wagtail.formats import schema_org_page
from dvb_wagtail.formats.json_parts import written
from tests.formats import factories
from tests.formats.factories import local
from tests.formats.structured import array, bare, edition, everything, pages, session

OPTIONS = factories.options()
POSITION = {"@type": "GeoCoordinates", "latitude": 64.750244, "longitude": 20.950917}
ADDRESS = {"@type": "PostalAddress", "streetAddress": "Storgatan 1, Skellefteå"}


def for_importers(item):
    """Return what the document for importers has of an item, without what only importers ask for."""
    (found,) = array(item)
    return {name: value for name, value in found.items() if name not in ("eventSchedule", "superEvent", "location")}


def test_a_session_is_what_importers_get_with_the_picture_of_its_edition():
    found = schema_org_page.session(session(), edition(), OPTIONS)
    assert found is not None
    assert found == for_importers(session()) | {
        "location": [
            {"@type": "Place", "name": "Stora salen, Kulturhuset", "address": ADDRESS, "geo": POSITION},
            {"@type": "VirtualLocation", "url": "https://play.example/stora-salen"},
        ],
        "image": array(edition())[0]["image"],
        "superEvent": found["superEvent"],
    }


def test_the_event_above_has_all_that_is_asked_of_an_event():
    found = schema_org_page.session(session(), edition(), OPTIONS)
    assert found is not None
    assert found["superEvent"] == {
        "@type": "Event",
        "@id": "urn:uuid:d5b7b6a1-53f7-4a11-a4de-4c2a8a7f2d02",
        "name": "Digitala Västerbotten 2020",
        "url": "https://dvb.example/sv/dv2020/",
        "startDate": "2020-12-08T12:00:00+01:00",
        "endDate": "2020-12-09T13:00:00+01:00",
        "location": [
            {
                "@type": "Place",
                "name": "Kulturhuset",
                "address": ADDRESS,
                "geo": POSITION,
                "amenityFeature": [
                    {"@type": "LocationFeatureSpecification", "name": "Tillgänglighet", "value": "Hiss från entrén."}
                ],
            },
            {"@type": "VirtualLocation", "url": "https://play.example/dv2020"},
        ],
    }


def test_a_session_whose_day_is_open_is_no_event_yet():
    assert schema_org_page.session(session(day=None, start=None, end=None), edition(), OPTIONS) is None


def test_of_a_session_and_an_edition_of_which_nothing_is_known_nothing_is_invented():
    above = factories.conference(
        place=bare().place, attendance=bare().attendance, stream="", image=None, lead="", theme=""
    )
    found = schema_org_page.session(bare(), above, OPTIONS)
    assert found is not None
    assert found.keys() == for_importers(bare()).keys() - {"organizer"} | {"superEvent"}
    assert found["superEvent"].keys() == {"@type", "@id", "name", "url", "startDate", "endDate"}


def test_the_page_of_an_edition_has_its_sessions_in_short():
    sessions = [
        session(1),
        session(2, start=None, end=None),
        session(3, day=None, start=None, end=None),
        session(4, start=local(2020, 12, 9, 9, 0), end=local(2020, 12, 9, 10, 0)),
    ]
    found = schema_org_page.conference(edition(), sessions, OPTIONS)
    assert {name: value for name, value in found.items() if name not in ("location", "subEvent")} == {
        name: value for name, value in for_importers(edition()).items() if name != "subEvent"
    }
    assert found["subEvent"] == [
        {
            "@type": "Event",
            "@id": f"urn:uuid:{each.id}",
            "name": "Politiskt ledarskap i transformation",
            "url": each.url,
            "startDate": start,
        }
        for each, start in (
            (sessions[0], "2020-12-08T13:00:00+01:00"),
            (sessions[1], "2020-12-08"),
            (sessions[3], "2020-12-09T09:00:00+01:00"),
        )
    ]
    assert "subEvent" not in schema_org_page.conference(edition(), (), OPTIONS)


def test_a_large_programme_costs_its_page_little():
    sessions = [session(number) for number in range(300)]
    small, large = (len(written(schema_org_page.conference(edition(), each, OPTIONS))) for each in ([], sessions))
    assert (large - small) / len(sessions) < 250


def test_an_edition_that_is_cancelled_says_so():
    found = schema_org_page.conference(edition(status=ConferenceStatus.CANCELLED, reason="Storm"), (), OPTIONS)
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert found["description"].startswith("Konferensen är inställd. Orsak: Storm")


# ---- what Google asks for (https://developers.google.com/search/docs/appearance/structured-data/event)


def test_every_event_whose_place_is_known_has_what_google_requires():
    for page in pages():
        if page["@type"] != "Event":
            continue
        for found in (page, page.get("superEvent", page)):
            assert found["name"]
            assert found["startDate"]
            for place in found.get("location", ()):
                if place["@type"] == "Place":
                    assert place["name"]
                    assert place["address"]["streetAddress"]
                else:
                    assert place["url"].startswith("https://")
    assert sum("location" in page for page in pages()) >= len(everything())


# ---- articles


def test_an_article_has_its_writers_picture_and_dates():
    assert schema_org_page.article(factories.article(), "Redaktionen") == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Nu är programmet släppt",
        "description": "Fem teman & ett spår: <allt> finns att läsa.",
        "url": "https://dvb.example/sv/nyheter/programmet/",
        "inLanguage": "sv",
        "author": [{"@type": "Person", "name": "Anna Andersson"}, {"@type": "Person", "name": "Olof Öberg"}],
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://dvb.example/media/scen.jpg",
                "caption": "Öppningen i Stora salen",
                "description": "En full sal",
                "creditText": "Bildbyrån",
            }
        ],
        "keywords": ["Program", "AI & etik"],
        "datePublished": "2020-10-05T07:30:00+00:00",
        "dateModified": "2020-11-02T13:45:30+00:00",
    }


@pytest.mark.parametrize(
    ("author", "expected"), [("Redaktionen", [{"@type": "Organization", "name": "Redaktionen"}]), ("", None)]
)
def test_an_article_without_writers_is_by_its_channel(author, expected):
    article = replace(factories.article(), writers=(), image=None, tags=(Tag("x", ""),), lead="", title="")
    found = schema_org_page.article(article, author)
    assert found.get("author") == expected
    assert found["headline"] == article.url
    assert {"description", "image", "keywords"}.isdisjoint(found)


def test_an_article_dated_in_the_future_was_published_when_it_last_changed():
    found = schema_org_page.article(factories.article(published=local(2031, 1, 1)), "")
    assert found["datePublished"] == found["dateModified"]
