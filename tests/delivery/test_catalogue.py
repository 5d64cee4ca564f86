"""`index.json`: what is on a site, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils.http import parse_http_date
from wagtail.models import Site

from dvb_wagtail.delivery import catalogue as module
from dvb_wagtail.publication.tables import PublishedConference, PublishedNews, PublishedSeries
from tests import pages_factory as make
from tests.delivery.catalogues import CHANGED, catalogue, edition, shortened
from tests.delivery.editing import delete, make_private, republish, save_draft, unpublish
from tests.formats.contract import closed, validator

SCHEMA = json.loads(module.SCHEMA)
CLOSED = validator(closed(SCHEMA))
INDEX = "index.json"
AT = "http://dvb.example/dvb/v1"


@pytest.fixture(scope="module")
def series(home):
    return make.make_series(home)


@pytest.fixture(scope="module")
def editions(series):
    """Two editions of the series, the second in two languages."""
    first = make.make_conference(series, "dv2019", title="DV 2019", start_date=date(2019, 11, 21))
    second = make.make_conference(series, "dv2020", title="DV 2020")
    make.make_translation(second, title="DV 2020 in English")
    return first, second


@pytest.fixture
def read(get, editions, news):
    """Ask for the catalogue, which the closed schema finds nothing wrong with."""

    def ask(**headers: str) -> dict[str, Any]:
        response = get(INDEX, **headers)
        assert (response.status_code, response["Content-Type"]) == (200, "application/json")
        return valid(response.content)

    return ask


def valid(document: bytes) -> dict[str, Any]:
    found = json.loads(document)
    assert [f"{error.json_path}: {error.message}" for error in CLOSED.iter_errors(found)] == []
    assert isinstance(found, dict)
    return found


# ---- what is in it


def test_the_head(read):
    found = read()
    assert {name: found[name] for name in ("$schema", "version", "address", "documentation", "title")} == {
        "$schema": f"{AT}/schemas/index.json",
        "version": 1,
        "address": f"{AT}/index.json",
        "documentation": f"{AT}/openapi.json",
        "title": None,
    }
    assert found["languages"] == [{"code": "sv", "name": "Svenska"}, {"code": "en", "name": "English"}]


def test_a_site_says_what_it_calls_itself(read):
    Site.objects.update(site_name="Digitala Västerbotten")
    assert read()["title"] == "Digitala Västerbotten"


def test_conferences_are_there_the_newest_first(read, editions):
    first, second = read()["conferences"][::-1]
    assert [first["acronym"], first["titles"], first["series"]] == [
        *("dv2019", {"sv": "DV 2019"}, "digitala-vasterbotten")
    ]
    assert {name: value for name, value in second.items() if name not in ("documents", "updated")} == {
        "id": str(editions[1].translation_key),
        "acronym": "dv2020",
        "series": "digitala-vasterbotten",
        "main_language": "sv",
        "titles": {"sv": "DV 2020", "en": "DV 2020 in English"},
        "urls": {
            language: page.full_url
            for language, page in (("sv", editions[1]), ("en", editions[1].get_translations().get()))
        },
        "start": "2020-12-08",
        "end": "2020-12-09",
        "time_zone": "Europe/Stockholm",
        "status": "scheduled",
        "attendance": "onsite",
    }


def test_series_and_news(read, series, news):
    found = read()
    (one,), (channel,) = found["series"], found["news"]
    assert (one["id"], one["key"], one["titles"]) == (
        *(str(series.translation_key), "digitala-vasterbotten", {"sv": "Digitala Västerbotten"}),
    )
    assert (channel["id"], channel["key"], channel["titles"], channel["urls"]) == (
        *(str(news.translation_key), "nyheter", {"sv": "Nyheter från regionen"}, {"sv": news.full_url}),
    )


def test_every_address_that_it_names_is_answered_as_it_says(get, read):
    found = read()
    named = [one for kind in ("series", "conferences", "news") for each in found[kind] for one in each["documents"]]
    assert len({one["address"] for one in named}) == len(named) > 20
    for one in named:
        response = get(one["address"].removeprefix(f"{AT}/"))
        assert (response.status_code, response["Content-Type"]) == (200, one["media_type"]), one
        assert response["Content-Language"] == one["language"]
        assert one["address"].endswith(f"/{one['language']}/{one['name']}")


def test_a_conference_is_in_every_language_and_news_in_its_own(read, news):
    def languages() -> list[list[str]]:
        found = read()
        kinds = [each for kind in ("series", "conferences", "news") for each in found[kind]]
        return [sorted({one["language"] for one in each["documents"]}) for each in kinds]

    assert languages() == [["en", "sv"], ["en", "sv"], ["en", "sv"], ["sv"]]
    make.make_translation(news, title="News")
    assert languages()[-1] == ["en", "sv"]


def test_a_conference_without_a_series(read, home):
    make.make_conference(home, "ensam2022", start_date=date(2022, 5, 4), end_date=date(2022, 5, 4))
    assert [(each["acronym"], each["series"]) for each in read()["conferences"]] == [
        ("ensam2022", None),
        ("dv2020", "digitala-vasterbotten"),
        ("dv2019", "digitala-vasterbotten"),
    ]


def test_a_former_acronym_is_not_named(get, read, editions):
    republish(editions[0], acronym="digital2019")
    assert [each["acronym"] for each in read()["conferences"]] == ["dv2020", "digital2019"]
    assert get("conferences/dv2019/sv/programme.json").status_code == 200


def test_a_site_where_nothing_ever_was(get, home):
    for table in (PublishedSeries, PublishedConference, PublishedNews):
        table.objects.all().delete()
    found = valid(get(INDEX).content)
    assert [found[name] for name in ("updated", "series", "conferences", "news")] == [None, [], [], []]
    assert "Last-Modified" not in get(INDEX)


# ---- what is not


@pytest.mark.parametrize("hide", [unpublish, make_private, delete])
def test_what_nobody_may_see_is_not_there(get, read, series, editions, news, hide):
    hide(editions[0])
    hide(news)
    found = read()
    assert ([each["acronym"] for each in found["conferences"]], found["news"]) == (["dv2020"], [])
    assert b"DV 2019" not in get(INDEX).content
    hide(series)
    assert (read()["series"], b"digitala-vasterbotten" in get(INDEX).content) == ([], False)


def test_an_edition_stays_when_only_its_series_is_withdrawn(read, series):
    unpublish(series)
    assert [each["series"] for each in read()["conferences"]] == [None, None]


def test_another_sites_things_are_not_here(get, read):
    other = make.make_site("annan.example", is_default_site=False)
    make.make_conference(other.root_page, "annan20", title="Annanstans")
    make.make_news(other.root_page, "annat")
    assert ([each["acronym"] for each in read()["conferences"]], len(read()["news"])) == (["dv2020", "dv2019"], 1)
    theirs = read(Host="annan.example")
    assert [each["acronym"] for each in theirs["conferences"]] == ["annan20"]
    assert theirs["address"] == "http://annan.example/dvb/v1/index.json"


def test_without_a_site_there_is_nothing(get, home):
    Site.objects.all().delete()
    for address in (INDEX, "api-info", "openapi.json"):
        response = get(address)
        assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


# ---- how it is answered


def test_validators(get, read, editions):
    read()
    before = get(INDEX)
    assert get(INDEX, If_None_Match=before["ETag"]).status_code == 304
    assert get(INDEX, If_Modified_Since=before["Last-Modified"]).status_code == 304
    save_draft(editions[1], title="Utkast")
    assert get(INDEX).content == before.content
    PublishedConference.objects.update(updated=CHANGED)
    earlier = get(INDEX)["ETag"]
    republish(editions[1], title="DV 2020 i Umeå")
    after = get(INDEX, If_None_Match=earlier)
    assert (after.status_code, "DV 2020 i Umeå" in after.content.decode()) == (200, True)


def test_it_is_compressed_for_those_who_ask(get, read):
    read()
    plain, zipped = get(INDEX), get(INDEX, Accept_Encoding="gzip")
    assert (zipped["Content-Encoding"], zipped["ETag"] != plain["ETag"]) == ("gzip", True)
    assert len(zipped.content) < len(plain.content)
    assert get(INDEX, Accept_Encoding="gzip", If_None_Match=zipped["ETag"]).status_code == 304


def test_head_and_preflight(get, read, django_assert_num_queries):
    read()
    got, asked = get(INDEX), get(INDEX, method="HEAD")
    assert (asked.status_code, asked.content, dict(asked.items())) == (200, b"", dict(got.items()))
    with django_assert_num_queries(0):
        assert get(INDEX, method="OPTIONS").status_code == 204
    assert get(INDEX, method="POST").status_code == 405
    assert got["Access-Control-Allow-Origin"] == "*"
    assert got["Cache-Control"] == "public, max-age=300, stale-while-revalidate=300, stale-if-error=86400"


@pytest.mark.parametrize("query", ["room=sal-a", "day=2020-12-08", "x=1", "tag=program"])
def test_it_takes_no_selection(get, read, query):
    read()
    response = get(f"{INDEX}?{query}")
    assert (response.status_code, json.loads(response.content)["parameter"]) == (404, query.partition("=")[0])
    assert response["Content-Language"] == "sv"
    assert get(f"{INDEX}?utm_source=brev&_=1").content == get(INDEX).content


def test_last_modified_moves_forward_when_the_newest_is_withdrawn(get, read, editions, news):
    """Its time stays in the row when nothing else does: without it the newest of what is left would be older."""
    read()
    old, new = datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC), datetime(2020, 6, 1, tzinfo=UTC)
    for table in (PublishedSeries, PublishedConference, PublishedNews):
        table.objects.update(updated=old)
    PublishedNews.objects.update(updated=new)
    before = get(INDEX)
    assert (before["Last-Modified"], read()["updated"]) == (
        *("Mon, 01 Jun 2020 00:00:00 GMT", "2020-06-01T00:00:00+00:00"),
    )
    unpublish(news)
    after = get(INDEX)
    assert parse_http_date(after["Last-Modified"]) > parse_http_date(before["Last-Modified"])
    assert after["Last-Modified"] == get(INDEX)["Last-Modified"]


def test_last_modified_moves_forward_when_something_moves_to_another_site(get, read, editions):
    read()
    before = get(INDEX)
    other = make.make_site("annan.example", is_default_site=False)
    PublishedConference.objects.filter(key="dv2020").update(site=other, updated=CHANGED + timedelta(days=9999))
    after = get(INDEX)
    assert [each["acronym"] for each in json.loads(after.content)["conferences"]] == ["dv2019"]
    assert parse_http_date(after["Last-Modified"]) > parse_http_date(before["Last-Modified"])


def test_queries_do_not_grow(get, read, home, django_assert_num_queries):
    with django_assert_num_queries(4):
        read()
    for number in range(3):
        series = make.make_series(home, f"serie-{number}")
        make.make_conference(series, f"mer{number}")
        make.make_news(home, f"kanal-{number}")
    with django_assert_num_queries(4):
        found = read()
    assert [len(found[kind]) for kind in ("series", "conferences", "news")] == [4, 5, 4]
    etag = get(INDEX)["ETag"]
    with django_assert_num_queries(4):
        assert get(INDEX, If_None_Match=etag).status_code == 304


# ---- without a database


def test_the_schema_ships_an_example_that_is_written_so():
    found = valid(module.index(catalogue()))
    assert [shortened(found)] == SCHEMA["examples"]


def test_every_property_is_required_and_described():
    definitions = {"index": SCHEMA, **SCHEMA["$defs"]}
    for name, each in definitions.items():
        assert each["required"] == list(each["properties"]), name
        assert all(says["description"].endswith(".") for says in each["properties"].values()), name


def test_the_published_schema_allows_more():
    document = json.loads(module.index(catalogue()))
    document["later"] = document["conferences"][0]["later"] = "added"
    assert list(validator(SCHEMA).iter_errors(document)) == []
    assert len(list(CLOSED.iter_errors(document))) == 2


def test_a_page_without_an_address_has_none():
    record = edition()
    texts = {language: replace(each, url="") for language, each in record.conference.texts.items()}
    nowhere = replace(record, conference=replace(record.conference, texts=texts))
    found = valid(module.index(catalogue(editions=(nowhere,), name="")))
    assert (found["conferences"][0]["urls"], found["title"]) == ({}, None)


def test_a_long_host_name_is_no_error():
    root = f"https://{'mycket-' * 30}lang.example"
    far = catalogue(root_url=root, editions=(replace(edition(), root_url=root),))
    assert valid(module.index(far))["address"] == f"{root}/dvb/v1/index.json"
