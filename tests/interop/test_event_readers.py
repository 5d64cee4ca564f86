"""Programs that know nothing of us find in our events and pages what was put there, in schema.org's own words."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from dvb_wagtail.core.text import clean_line, clean_text
from dvb_wagtail.core.vocabulary import Attendance
from dvb_wagtail.formats import schema_org
from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage
from tests.example.conftest import site  # noqa: F401 (a fixture)
from tests.formats import factories
from tests.formats.documents import document
from tests.formats.hostile import HOSTILE
from tests.formats.structured import ONLINE, array, bare, channel, edition, everything, pages, session
from tests.interop import municipio, schema_dts
from tests.interop.vocabulary import expanded, faults

with warnings.catch_warnings():
    # One of its readers, of another syntax, is written for an older Python.
    warnings.simplefilter("ignore")
    import extruct

pytestmark = pytest.mark.interop

Change = Callable[[dict[str, Any]], object]


def hostile() -> list[Any]:
    """Return a programme of texts that have broken a document somewhere."""
    items = []
    for number, raw in enumerate(HOSTILE.values()):
        line = clean_line(raw) or "-"
        place = replace(factories.PLACE, venue=line, room=line, address=line)
        person = replace(factories.PANELLIST, name=line, title=line, organisations=(line,))
        items.append(
            session(number, title=line, abstract=clean_text(raw), track=line, place=place, appearances=(person,))
        )
    return [edition(title=items[0].title), *items]


def as_written(*items: Any) -> bytes:
    return document(schema_org.PROGRAMME_SCHEMA, channel(), items, factories.options())


# ---- the vocabulary


@pytest.mark.parametrize("items", [everything(), hostile(), []], ids=["everything", "hostile", "empty"])
def test_importers_are_told_what_the_vocabulary_has_alone(items: list[Any]) -> None:
    assert faults(array(*items)) == []


def test_pages_tell_what_the_vocabulary_has_alone() -> None:
    assert [fault for page in pages() for fault in faults(page)] == []


def test_events_of_a_document_name_each_other() -> None:
    edition_, *sessions = expanded(array(*everything()))
    name = "http://schema.org/"
    assert {each[f"{name}superEvent"][0]["@id"] for each in sessions} == {edition_["@id"]}
    assert [each["@id"] for each in edition_[f"{name}subEvent"]] == [each["@id"] for each in sessions]


WRONG: dict[str, Change] = {
    "titel is no property": lambda event: event.update(titel="Tillit"),
    "Event has no accessibilityFeature": lambda event: event.update(accessibilityFeature=["captions"]),
    "Talare is no class": lambda event: event["performer"][0].update({"@type": "Talare"}),
    "performer is no Place": lambda event: event.update(performer=event["location"][:1]),
    "eventStatus is not 'https://schema.org/EventLost'": lambda event: event.update(
        eventStatus="https://schema.org/EventLost"
    ),
    "startDate is not 'i morgon'": lambda event: event.update(startDate="i morgon"),
    "latitude is not True": lambda event: event["location"][0]["geo"].update(latitude=True),
}


@pytest.mark.parametrize("fault", WRONG)
def test_the_vocabulary_refuses(fault: str) -> None:
    found = array(session())
    WRONG[fault](found[0])
    assert fault in [each.replace("http://schema.org/", "") for each in faults(found)]


# ---- its types


def test_its_types_take_all_that_there_is(tmp_path: Path) -> None:
    of_pages = pages()
    documents = {
        name: [*(array(*everything(), *hostile()) if name == "Event" else ()), *found]
        for name in ("Event", "NewsArticle")
        if (found := [page for page in of_pages if page["@type"] == name])
    }
    assert [len(found) for found in documents.values()] == [50, 2]
    assert schema_dts.errors(tmp_path, documents) == []


def test_its_types_refuse_what_they_do_not_have(tmp_path: Path) -> None:
    (event,) = array(session())
    wrong = [{**event, "titel": "Tillit"}, {**event, "eventStatus": "https://schema.org/EventLost"}]
    assert len(schema_dts.errors(tmp_path, {"Event": [event, *wrong]})) == len(wrong)


# ---- Municipio


def test_municipio_shows_an_edition_with_its_prices_and_where_to_register() -> None:
    post = municipio.read(as_written(*everything()))[f"urn:uuid:{edition().id}"]
    assert post == municipio.Post(
        origin=f"urn:uuid:{edition().id}",
        title="Digitala Västerbotten 2020",
        content="Lunch till lunch om digitaliseringens möjligheter.",
        url="https://dvb.example/sv/dv2020/",
        place="Kulturhuset / Storgatan 1, Skellefteå",
        position=(64.750244, 20.950917),
        dates=[(datetime.fromisoformat("2020-12-08T12:00+01:00"), datetime.fromisoformat("2020-12-09T13:00+01:00"))],
        tags=["AI, etik", "Politiskt ledarskap"],
        organisers=["Region Västerbotten"],
        prices=["Guldbiljett: 1000 kr"],
        booking="https://tickets.example/guld",
        images=["https://dvb.example/media/scen.jpg"],
    )


def test_municipio_shows_every_session_whose_day_is_decided_with_when_and_where_it_is() -> None:
    items = [each for each in everything() if getattr(each, "day", None)]
    posts = municipio.read(as_written(*items))
    assert list(posts.values()) == [posts[f"urn:uuid:{item.id}"] for item in items]
    for item in items:
        post = posts[f"urn:uuid:{item.id}"]
        assert (post.title, post.url) == (item.title, item.url)
        ((start, end),) = post.dates
        assert start.date() == item.day
        assert (item.start is None) == (end.strftime("%H:%M") == "23:59")
        assert bool(post.place) == bool(item.place.venue)


def test_municipio_says_that_a_session_is_cancelled_though_it_shows_no_status() -> None:
    (post,) = municipio.read(as_written(factories.cancelled_session())).values()
    assert (post.title, post.content.split("\n")[0]) == (factories.session().title, "Inställt. Orsak: Talaren är sjuk.")


def test_municipio_reads_online_and_open_places() -> None:
    online = session(1, attendance=Attendance.ONLINE, place=ONLINE)
    assert [post.place for post in municipio.read(as_written(online, bare(2))).values()] == ["", ""]


def test_municipio_finds_what_it_has_by_its_origin() -> None:
    before, after = (municipio.read(as_written(session(title=title))) for title in ("Tillit", "Mod"))
    assert before.keys() == after.keys()


REFUSED: dict[str, Change] = {
    "a kind of event": lambda event: event.update({"@type": "EducationEvent"}),
    "several kinds": lambda event: event.update({"@type": ["Event", "EducationEvent"]}),
    "one place": lambda event: event.update(location=event["location"][0]),
    "the net before the house": lambda event: event["location"].reverse(),
    "an address in parts": lambda event: event["location"][0].update(
        address={"@type": "PostalAddress", "streetAddress": "Storgatan 1"}
    ),
    "a name with its language": lambda event: event.update(name={"@value": "Tillit", "@language": "sv"}),
}


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
def test_municipio_refuses_what_we_do_not_write(change: Change) -> None:
    found = array(session())
    change(found[0])
    with pytest.raises(municipio.Refused):
        municipio.read(json.dumps(found).encode())


# ---- pages


def in_page(client: Client, page: Any) -> list[dict[str, Any]]:
    response = client.get(page.get_url())
    assert response.status_code == 200
    found = extruct.extract(response.content.decode(), page.full_url, syntaxes=["json-ld"])
    return found["json-ld"]  # type: ignore[no-any-return]


@pytest.mark.django_db
@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("model", [ConferencePage, SessionPage, ArticlePage])
def test_every_page_of_the_example_says_what_it_is_about(client: Client, model: type[Any]) -> None:
    seen = 0
    for page in model.objects.live():
        (found,) = in_page(client, page)
        assert faults(found) == []
        if found["@type"] == "Event":
            assert (found["@id"], found["name"]) == (f"urn:uuid:{page.translation_key}", clean_line(page.title))
            assert found["startDate"] <= found["endDate"] or len(found["endDate"]) == len("2020-12-08")
        else:
            assert found["headline"] == clean_line(page.title)
        seen += 1
    assert seen > 2
