"""Addresses of documents: one for each selection, answered where they lead, never too long to be subscribed to."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.urls import NoReverseMatch, resolve
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.delivery import addresses
from dvb_wagtail.delivery.addresses import AddressTooLong

FRIDAY = Scope.of({Facet.DAY: ["2020-12-11"]})
MANY = Scope.of({Facet.ROOM: [f"sal-{number}" for number in range(20)]})


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.programme("dv2020", "sv"), "/dvb/v1/conferences/dv2020/sv/programme.ics"),
        (
            addresses.programme("dv2020", "en-gb", FRIDAY, options=(Option.KEEP_CANCELLED,)),
            "/dvb/v1/conferences/dv2020/en-gb/programme.ics?day=2020-12-11&cancelled=keep",
        ),
        (
            addresses.programme("dv2020", "sv", options=(Option.KEEP_CANCELLED,)),
            "/dvb/v1/conferences/dv2020/sv/programme.ics?cancelled=keep",
        ),
        (
            addresses.programme("dv2020", "sv", extension="schema.json", root_url="https://dvb.example/"),
            "https://dvb.example/dvb/v1/conferences/dv2020/sv/programme.schema.json",
        ),
        (addresses.index(), "/dvb/v1/index.json"),
        (addresses.api_info(root_url="https://dvb.example/"), "https://dvb.example/dvb/v1/api-info"),
        (addresses.openapi(root_url="https://dvb.example"), "https://dvb.example/dvb/v1/openapi.json"),
        (addresses.schema("programme", "json"), "/dvb/v1/schemas/programme.json"),
        (
            addresses.session("dv2020", "sv", "ABC234", root_url="https://dvb.example"),
            "https://dvb.example/dvb/v1/conferences/dv2020/sv/sessions/ABC234.ics",
        ),
        (addresses.articles("nyheter", "sv"), "/dvb/v1/news/nyheter/sv/articles.rss"),
        (
            addresses.articles("nyheter", "sv", "atom", tag="ai & etik", root_url="https://dvb.example"),
            "https://dvb.example/dvb/v1/news/nyheter/sv/articles.atom?tag=ai+%26+etik",
        ),
    ],
)
def test_the_address_of_each_document(address, expected):
    assert address == expected


def test_an_address_is_answered_by_its_own_view():
    match = resolve(addresses.programme("dv2020", "zh-hans", name="schedule", extension="xml"))
    assert (match.view_name, match.kwargs) == (
        "dvb_wagtail:programme",
        {"acronym": "dv2020", "language": "zh-hans", "name": "schedule", "extension": "xml"},
    )


@pytest.mark.parametrize(
    "make",
    [
        lambda: addresses.programme("DV2020", "sv"),
        lambda: addresses.programme("dv2", "sv"),
        lambda: addresses.programme("dv2020", "svenska"),
        lambda: addresses.session("dv2020", "sv", "ABC10I"),
        lambda: addresses.articles("../nyheter", "sv"),
    ],
    ids=["capitals", "too short", "no language code", "letters that are no code's", "a path"],
)
def test_what_is_not_answered_gets_no_address(make):
    with pytest.raises(NoReverseMatch):
        make()


@given(st.sets(st.sampled_from(["a", "b", "sal-c", "å ä"])), st.sets(st.sampled_from(["keynote", "panel"])))
def test_equal_selections_have_one_address(rooms, kinds):
    one = Scope.of({Facet.ROOM: sorted(rooms), Facet.KIND: sorted(kinds)})
    other = Scope.of({Facet.KIND: sorted(kinds, reverse=True), Facet.ROOM: [*rooms, *rooms]})
    address = addresses.programme("dv2020", "sv", one)
    assert address == addresses.programme("dv2020", "sv", other)
    assert bool(urlsplit(address).query) == bool(rooms or kinds)


def test_the_address_of_any_session_becomes_that_of_one():
    # An acronym of digits is no place for a code.
    for acronym, root_url in (("dv2020", "https://dvb.example/"), ("222222", "")):
        pattern = addresses.sessions(acronym, "sv", root_url=root_url)
        assert pattern.replace("{code}", "K7MPQ2") == addresses.session(acronym, "sv", "K7MPQ2", root_url=root_url)


def test_a_site_of_a_long_name_can_be_described():
    root_url = f"https://{'a' * 60}.{'b' * 60}.{'c' * 60}.example"
    assert len(addresses.schema("programme", "json", root_url=root_url)) > 200
    assert len(addresses.series("digitala", "sv", root_url=root_url, any_length=True)) > 200
    with pytest.raises(AddressTooLong):
        addresses.series("digitala", "sv", root_url=root_url)


def test_an_address_that_google_would_refuse_is_not_handed_out():
    path = addresses.programme("dv2020", "sv", MANY, any_length=True)
    assert len(path) > 200
    with pytest.raises(AddressTooLong, match=r"^The address has \d+ characters and may have 200: choose fewer") as long:
        addresses.programme("dv2020", "sv", MANY)
    assert long.value.address == path


def test_the_length_counts_the_site():
    room = Scope.of({Facet.ROOM: ["r" * 60]})
    assert len(addresses.programme("dv2020", "sv", room)) < 200
    with pytest.raises(AddressTooLong):
        addresses.programme("dv2020", "sv", room, root_url=f"https://{'a' * 90}.example")
