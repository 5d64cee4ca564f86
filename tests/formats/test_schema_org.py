from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Notice, Role, SpokenLanguage
from dvb_wagtail.formats import schema_org
from dvb_wagtail.formats import schema_org_event as events
from tests.formats import factories
from tests.formats.factories import cancelled_session, local
from tests.formats.structured import (
    FREE,
    GOLD,
    ONLINE,
    OPEN,
    RECORDING,
    array,
    bare,
    channel,
    edition,
    everything,
    session,
)

PLACE = {
    "@type": "Place",
    "name": "Stora salen, Kulturhuset",
    "address": "Storgatan 1, Skellefteå",
    "latitude": 64.750244,
    "longitude": 20.950917,
    "geo": {"@type": "GeoCoordinates", "latitude": 64.750244, "longitude": 20.950917},
}


def event(item):
    (found,) = array(item)
    return found


def test_a_session_is_an_event_with_all_that_is_known_of_it():
    item = session(
        captions=True, sign_interpreted=True, spoken_language=SpokenLanguage.SWEDISH, recordings=(RECORDING,)
    )
    assert event(item) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"urn:uuid:{item.id}",
        "name": "Politiskt ledarskap i transformation",
        "description": "Vad krävs av den som leder?\n\nEtt samtal om mod, takt och tillit.",
        "url": "https://dvb.example/sv/dv2020/program/politiskt-ledarskap/",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [PLACE, {"@type": "VirtualLocation", "url": "https://play.example/stora-salen"}],
        "startDate": "2020-12-08T13:00:00+01:00",
        "endDate": "2020-12-08T14:15:00+01:00",
        "inLanguage": "sv",
        "keywords": [
            {"@type": "DefinedTerm", "name": "Politiskt ledarskap", "termCode": "politiskt-ledarskap"},
            {"@type": "DefinedTerm", "name": "Digital transformation", "termCode": "digital-transformation"},
            {"@type": "DefinedTerm", "name": "AI, etik", "termCode": "ai-etik"},
            {"@type": "DefinedTerm", "name": "Panelsamtal", "termCode": "panel"},
        ],
        "performer": [
            {
                "@type": "Person",
                "name": "Bo Berg",
                "jobTitle": "regionråd",
                "affiliation": [
                    {"@type": "Organization", "name": "Region Västerbotten"},
                    {"@type": "Organization", "name": "Inera"},
                ],
            },
            {"@type": "Person", "name": "Dalia Dahl"},
        ],
        "contributor": [
            {
                "@type": "Person",
                "name": "Eva Ek",
                "jobTitle": "sektionschef",
                "affiliation": [{"@type": "Organization", "name": "Sveriges Kommuner och Regioner"}],
            }
        ],
        "workPerformed": [
            {
                "@type": "CreativeWork",
                "name": "Politiskt ledarskap i transformation",
                "accessibilityFeature": ["captions", "signLanguage"],
            }
        ],
        "recordedIn": [
            {
                "@type": "CreativeWork",
                "name": "Se seminariet",
                "url": "https://video.example/1",
                "datePublished": "2021-01-12",
                "accessibilityFeature": ["captions"],
            }
        ],
        "eventSchedule": [
            {
                "@type": "Schedule",
                "startDate": "2020-12-08T13:00:00+01:00",
                "endDate": "2020-12-08T14:15:00+01:00",
                "scheduleTimezone": "Europe/Stockholm",
            }
        ],
        "superEvent": {
            "@type": "Event",
            "@id": "urn:uuid:d5b7b6a1-53f7-4a11-a4de-4c2a8a7f2d02",
            "name": "Digitala Västerbotten 2020",
            "url": "https://dvb.example/sv/dv2020/",
        },
        "organizer": {"@type": "Organization", "name": "Region Västerbotten"},
    }


def test_the_edition_is_an_event_with_its_offers_and_sessions():
    whole, _session = array(edition(), session())
    assert whole == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "urn:uuid:d5b7b6a1-53f7-4a11-a4de-4c2a8a7f2d02",
        "name": "Digitala Västerbotten 2020",
        "description": "Lunch till lunch om digitaliseringens möjligheter.",
        "url": "https://dvb.example/sv/dv2020/",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            PLACE
            | {
                "name": "Kulturhuset",
                "amenityFeature": [
                    {"@type": "LocationFeatureSpecification", "name": "Tillgänglighet", "value": "Hiss från entrén."}
                ],
            },
            {"@type": "VirtualLocation", "url": "https://play.example/dv2020"},
        ],
        "startDate": "2020-12-08T12:00:00+01:00",
        "endDate": "2020-12-09T13:00:00+01:00",
        "about": {"@type": "Thing", "name": "Det hållbara samhället i en digital tid"},
        "keywords": [
            {"@type": "DefinedTerm", "name": "AI, etik", "termCode": "ai-etik"},
            {"@type": "DefinedTerm", "name": "Politiskt ledarskap", "termCode": "politiskt-ledarskap"},
        ],
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://dvb.example/media/scen.jpg",
                "caption": "Öppningen i Stora salen",
                "description": "En full sal",
                "creditText": "Bildbyrån",
            }
        ],
        "organizer": {"@type": "Organization", "name": "Region Västerbotten"},
        "offers": [
            {
                "@type": "Offer",
                "name": "Guldbiljett",
                "description": "En plats i salen och middag.",
                "price": 1000,
                "priceCurrency": "SEK",
                "priceSpecification": [
                    {
                        "@type": "PriceSpecification",
                        "name": "Guldbiljett",
                        "price": 1000,
                        "priceCurrency": "SEK",
                        "valueAddedTaxIncluded": False,
                    }
                ],
                "availability": "https://schema.org/InStock",
                "validFrom": "2020-09-01T09:00:00+02:00",
                "availabilityEnds": "2020-11-30T23:59:00+01:00",
                "url": "https://tickets.example/guld",
            }
        ],
        "isAccessibleForFree": False,
        "eventSchedule": [
            {
                "@type": "Schedule",
                "startDate": "2020-12-08T12:00:00+01:00",
                "endDate": "2020-12-09T13:00:00+01:00",
                "scheduleTimezone": "Europe/Stockholm",
            }
        ],
        "subEvent": [
            {
                "@type": "Event",
                "@id": f"urn:uuid:{session().id}",
                "name": "Politiskt ledarskap i transformation",
                "url": "https://dvb.example/sv/dv2020/program/politiskt-ledarskap/",
            }
        ],
    }


def test_of_a_session_of_which_nothing_is_known_nothing_is_invented():
    assert array(bare(), head=channel(edition=None)) == [
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "@id": f"urn:uuid:{bare().id}",
            "name": "Politiskt ledarskap i transformation",
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "startDate": "2020-12-08",
            "endDate": "2020-12-08",
            "keywords": [{"@type": "DefinedTerm", "name": "Panelsamtal", "termCode": "panel"}],
            "eventSchedule": [
                {
                    "@type": "Schedule",
                    "startDate": "2020-12-08T00:00:00+01:00",
                    "endDate": "2020-12-08T23:59:00+01:00",
                    "scheduleTimezone": "Europe/Stockholm",
                }
            ],
        }
    ]


def test_of_an_edition_of_which_nothing_is_known_nothing_is_invented():
    found = event(
        factories.conference(
            place=OPEN,
            attendance=Attendance.ONSITE,
            stream="",
            lead="",
            theme="",
            image=None,
            title="",
            url="https://a.b/",
        )
    )
    assert found.keys() == {
        *("@context", "@type", "@id", "name", "url", "eventStatus", "eventAttendanceMode", "startDate", "endDate"),
        "eventSchedule",
    }
    assert (found["name"], found["startDate"], found["endDate"]) == ("https://a.b/", "2020-12-08", "2020-12-09")


def test_events_are_in_the_order_of_the_programme_and_a_session_whose_day_is_open_is_in_none():
    found = array(*everything())
    assert [each["@id"] for each in found] == [
        f"urn:uuid:{item.id}" for item in everything() if getattr(item, "day", "an edition") is not None
    ]
    assert [each["@id"] for each in found[0]["subEvent"]] == [each["@id"] for each in found[1:]]
    assert {each["superEvent"]["@id"] for each in found[1:]} == {found[0]["@id"]}


def test_a_selection_without_anything_is_an_empty_array_and_one_without_the_edition_names_it_all_the_same():
    assert array() == []
    assert event(session())["superEvent"]["@id"] == f"urn:uuid:{edition().id}"


def test_an_edition_without_sessions_has_no_events_within():
    assert "subEvent" not in event(edition())


# ---- when


@pytest.mark.parametrize(
    ("changes", "start", "end"),
    [
        (
            {"start": local(2020, 12, 8, 23, 0), "end": local(2020, 12, 9, 1, 30)},
            "T23:00:00+01:00",
            "2020-12-09T01:30:00+01:00",
        ),
        ({"start": None, "end": None}, "", "2020-12-08"),
    ],
)
def test_a_moment_has_its_offset_and_a_day_whose_times_are_open_none(changes, start, end):
    found = event(session(**changes))
    assert (found["startDate"], found["endDate"]) == (f"2020-12-08{start}", end)


def test_an_offset_is_that_of_the_day():
    zone = ZoneInfo("America/New_York")
    found = event(
        session(
            start=local(2021, 3, 14, 1, 30, zone=zone),
            end=local(2021, 3, 14, 3, 30, zone=zone),
            time_zone="America/New_York",
        )
    )
    assert (found["startDate"], found["endDate"]) == ("2021-03-14T01:30:00-05:00", "2021-03-14T03:30:00-04:00")


@pytest.mark.parametrize(
    ("known", "start", "end", "schedule"),
    [
        ({"starts": None}, "2020-12-08", "2020-12-09T13:00:00+01:00", ("T00:00:00+01:00", "T13:00:00+01:00")),
        ({"ends": None}, "2020-12-08T12:00:00+01:00", "2020-12-09", ("T12:00:00+01:00", "T23:59:00+01:00")),
    ],
)
def test_what_is_known_of_an_edition_to_the_day_is_whole_days_in_its_schedule(known, start, end, schedule):
    found = event(edition(**known))
    assert (found["startDate"], found["endDate"]) == (start, end)
    (planned,) = found["eventSchedule"]
    assert (planned["startDate"], planned["endDate"]) == (f"2020-12-08{schedule[0]}", f"2020-12-09{schedule[1]}")


def test_a_session_whose_day_is_open_has_no_schedule():
    assert events.schedule(session(day=None, start=None, end=None)) == []


# ---- whether


@pytest.mark.parametrize(
    ("item", "status", "said"),
    [
        (session(), "EventScheduled", ""),
        (cancelled_session(), "EventCancelled", "Inställt. Orsak: Talaren är sjuk."),
        (cancelled_session(reason=""), "EventCancelled", "Inställt."),
        (cancelled_session(notice=Notice.POSTPONED, reason="Storm"), "EventPostponed", "Uppskjutet. Orsak: Storm"),
        (session(notice=Notice.TENTATIVE), "EventScheduled", "Preliminärt."),
        (
            session(moved_online=True, reason="Storm", attendance=Attendance.ONLINE, place=ONLINE),
            "EventMovedOnline",
            "Konferensen hålls bara på nätet. Orsak: Storm",
        ),
        (cancelled_session(moved_online=True), "EventCancelled", "Inställt. Orsak: Talaren är sjuk."),
        (edition(), "EventScheduled", ""),
        (
            edition(status=ConferenceStatus.CANCELLED, notice=Notice.CANCELLED, reason="Storm"),
            "EventCancelled",
            "Konferensen är inställd. Orsak: Storm",
        ),
        (
            edition(status=ConferenceStatus.POSTPONED, notice=Notice.POSTPONED),
            "EventPostponed",
            "Konferensen är uppskjuten.",
        ),
        (edition(status=ConferenceStatus.MOVED_ONLINE), "EventMovedOnline", "Konferensen hålls bara på nätet."),
    ],
)
def test_the_status_is_no_part_of_the_name_and_the_first_that_the_description_says(item, status, said):
    found = event(item)
    text = item.lead if hasattr(item, "lead") else item.abstract
    assert (found["eventStatus"], found["name"]) == (f"https://schema.org/{status}", item.title)
    assert found["description"] == "\n\n".join(filter(None, [said, text]))


# ---- where


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"attendance": Attendance.ONSITE}, [PLACE]),
        ({"attendance": Attendance.ONLINE, "place": ONLINE}, ["https://play.example/stora-salen"]),
        # Nothing is told of a stream for the registered but on the page.
        ({"stream": "", "stream_for_registered": True}, [PLACE, factories.session().url]),
        ({"stream": "", "url": "", "place": OPEN}, [None]),
        ({"place": OPEN}, ["https://play.example/stora-salen"]),
        ({"attendance": Attendance.ONSITE, "place": OPEN}, []),
        ({"notice": Notice.CANCELLED}, [PLACE, factories.session().url]),
        ({"notice": Notice.POSTPONED}, [PLACE, factories.session().url]),
        ({"notice": Notice.TENTATIVE}, [PLACE, "https://play.example/stora-salen"]),
        (
            {"attendance": Attendance.ONSITE, "place": replace(factories.PLACE, latitude=None)},
            [{name: PLACE[name] for name in ("@type", "name", "address")}],
        ),
        (
            {"attendance": Attendance.ONSITE, "place": replace(factories.PLACE, venue="", room="", longitude=181.0)},
            [{"@type": "Place", "name": "Storgatan 1, Skellefteå", "address": "Storgatan 1, Skellefteå"}],
        ),
        (
            {"attendance": Attendance.ONSITE, "place": replace(factories.PLACE, room="", address="", latitude=91.0)},
            [{"@type": "Place", "name": "Kulturhuset"}],
        ),
    ],
)
def test_the_place_comes_first_and_online_is_where_one_watches_or_reads_how(changes, expected):
    places = event(session(**changes)).get("location", [])
    assert [each.get("url") if each["@type"] == "VirtualLocation" else each for each in places] == expected


def test_accessibility_is_that_of_the_house_where_the_edition_is():
    elsewhere = edition(place=replace(edition().place, venue_code="biblioteket"))
    online = edition(attendance=Attendance.ONLINE, place=ONLINE)
    assert "amenityFeature" not in event(elsewhere)["location"][0]
    assert [each["@type"] for each in event(online)["location"]] == ["VirtualLocation"]


# ---- who


@pytest.mark.parametrize(
    ("role", "listed"),
    [
        (Role.SPEAKER, "performer"),
        (Role.PANELLIST, "performer"),
        (Role.PERFORMER, "performer"),
        (Role.MODERATOR, "contributor"),
        (Role.HOST, "contributor"),
    ],
)
def test_those_who_lead_a_session_contribute_and_the_others_perform(role, listed):
    person = replace(factories.SPEAKER, role=role, url="https://dvb.example/sv/talare/dalia/")
    found = event(session(appearances=(person, replace(person, name=""))))
    assert found[listed] == [{"@type": "Person", "name": "Dalia Dahl", "url": "https://dvb.example/sv/talare/dalia/"}]
    assert {"performer", "contributor"} & found.keys() == {listed}


# ---- what it costs


def offers(**changes):
    return event(edition(tickets=(replace(GOLD, **changes),)))["offers"]


def test_a_ticket_that_is_sold_out_says_so_and_leads_nowhere():
    (found,) = offers(sold_out=True)
    assert found["availability"] == "https://schema.org/SoldOut"
    assert "url" not in found


@pytest.mark.parametrize(
    ("price", "written"),
    [("0", 0), ("1000.00", 1000), ("995.50", 995.5), ("0.10", 0.1), ("99999999.99", 99999999.99)],
)
def test_a_price_is_a_number(price, written):
    (found,) = offers(price=Decimal(price))
    (specification,) = found["priceSpecification"]
    assert found["price"] == specification["price"] == written
    assert type(found["price"]) is type(written)


def test_a_price_says_whether_it_includes_vat_and_one_that_is_none_does_not():
    assert offers(vat_included=True)[0]["priceSpecification"][0]["valueAddedTaxIncluded"] is True
    assert "valueAddedTaxIncluded" not in offers(price=Decimal(0))[0]["priceSpecification"][0]


def test_a_ticket_whose_price_and_sales_are_not_decided_is_offered_all_the_same():
    (found,) = offers(price=None, currency="", on_sale_from=None, on_sale_until=None, includes="", address="")
    assert found == {"@type": "Offer", "name": "Guldbiljett", "availability": "https://schema.org/InStock"}


@pytest.mark.parametrize(
    ("tickets", "free"),
    [
        ((), None),
        ((FREE,), True),
        ((FREE, FREE), True),
        ((GOLD,), False),
        ((GOLD, FREE), None),
        ((FREE, replace(FREE, price=None)), None),
    ],
)
def test_whether_one_takes_part_for_nothing_is_said_where_it_is_so_for_everyone(tickets, free):
    assert event(edition(tickets=tickets)).get("isAccessibleForFree") is free


@pytest.mark.parametrize("notice", [Notice.CANCELLED, Notice.POSTPONED])
def test_nothing_is_offered_for_an_edition_that_does_not_take_place(notice):
    assert "offers" not in event(edition(notice=notice))


# ---- the rest


def test_a_recording_that_is_only_promised_is_not_there_and_one_without_a_title_has_that_of_its_session():
    item = session(
        recordings=(replace(RECORDING, url=""), replace(RECORDING, title="", published=None, captioned=False))
    )
    assert event(item)["recordedIn"] == [
        {"@type": "CreativeWork", "name": item.title, "url": "https://video.example/1"},
    ]


def test_a_text_in_another_language_than_the_document_says_so_by_its_page():
    found = event(session(language="en"))
    assert found["mainEntityOfPage"] == {"@type": "WebPage", "url": found["url"], "inLanguage": "en"}
    assert event(session(language="en", url=""))["mainEntityOfPage"] == {"@type": "WebPage", "inLanguage": "en"}
    assert "mainEntityOfPage" not in event(session())


def test_the_identity_is_that_of_the_calendar_whatever_else_changes():
    moved = session(
        title="Annat", url="https://dvb.example/annat/", start=local(2020, 12, 9, 9), language="en", place=OPEN
    )
    assert event(moved)["@id"] == event(session())["@id"] == f"urn:uuid:{session().id}"


def test_parts_are_put_together_as_they_were_written():
    item, options = session(), factories.options()
    part = schema_org.part(item, options)
    document = schema_org.wrap(channel(), [(item, part), (item, b"")], options)
    assert document.startswith(b"[" + part[:-1])
    assert schema_org.wrap(channel(edition=None), [(item, part)], options) == b"[" + part + b"]"
