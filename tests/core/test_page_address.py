"""Addresses as people paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvb_wagtail.core import page_address
from dvb_wagtail.core.page_address import PageAddress
from dvb_wagtail.core.text import clean_url

PAGE = "http://dvb.example/digitala-v%C3%A4sterbotten/dv-2020/"


@pytest.mark.parametrize(
    "written",
    [
        PAGE,
        "https://dvb.example/digitala-v%C3%A4sterbotten/dv-2020/",
        "HTTP://DVB.Example/digitala-v%C3%A4sterbotten/dv-2020/",
        "http://dvb.example:80/digitala-v%C3%A4sterbotten/dv-2020/",
        "https://dvb.example:443/digitala-v%C3%A4sterbotten/dv-2020/",
        "http://dvb.example/digitala-västerbotten/dv-2020/",
        "http://dvb.example/digitala-v%c3%a4sterbotten/dv%2D2020/",
        f"  {PAGE}\n",
        f"{PAGE}#dag-ett",
        "http://anna:hemligt@dvb.example/digitala-v%C3%A4sterbotten/dv-2020/",
        "http://dvb.example/digitala-v%C3%A4sterbotten/dv-2020",
    ],
)
def test_what_does_not_matter_for_finding_a_page_is_gone(written: str) -> None:
    address = page_address.read(written)
    assert address is not None
    assert address.host == "dvb.example"
    assert address.query == ()
    assert PAGE in address.spellings()
    assert address.spellings() == {PAGE, PAGE[:-1], PAGE.replace("http", "https"), PAGE[:-1].replace("http", "https")}


@pytest.mark.parametrize(
    "nothing",
    [
        "",
        " ",
        "/digitala-vasterbotten/",
        "dvb.example/digitala-vasterbotten/",
        "//dvb.example/",
        "ftp://dvb.example/",
        "mailto:anna@dvb.example",
        "webcal://dvb.example/",
        "javascript:alert(1)",
        "http://",
        "http://dvb.example:99999999/",
        "http://dvb.example:x/",
        "http://[dvb.example/",
        "http://två ord.example/",
    ],
)
def test_what_is_no_address_of_a_page_is_none(nothing: str) -> None:
    assert page_address.read(nothing) is None


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("http://127.0.0.1:8000/", "127.0.0.1:8000"),
        ("https://dvb.example:8443/", "dvb.example:8443"),
        ("http://[::1]:8000/", "[::1]:8000"),
        ("https://digitalavästerbotten.example/", "xn--digitalavsterbotten-owb.example"),
        ("https://xn--digitalavsterbotten-owb.example/", "xn--digitalavsterbotten-owb.example"),
    ],
)
def test_a_host_is_named_as_a_request_names_it(written: str, host: str) -> None:
    address = page_address.read(written)
    assert address is not None
    assert address.host == host


def test_a_front_page_needs_no_slash() -> None:
    address = page_address.read("https://dvb.example")
    assert address is not None
    assert address.spellings() == {
        "http://dvb.example",
        "http://dvb.example/",
        "https://dvb.example",
        "https://dvb.example/",
    }
    assert "http://dv.example:8080/" in address.spellings("dv.example:8080")


def test_the_query_is_decoded_and_keeps_its_order_and_what_is_empty() -> None:
    address = page_address.read("https://dvb.example/?track=ai+och%20etik&day=&track=%C3%B6&x")
    assert address is not None
    assert address.query == (("track", "ai och etik"), ("day", ""), ("track", "ö"), ("x", ""))


@pytest.mark.parametrize(
    ("path", "before"),
    [
        ("/dv-2020/program/", "/dv-2020/"),
        ("/dv-2020/program", "/dv-2020/"),
        ("/program/", "/"),
        ("/dv-2020/", None),
        ("/dv-2020/mitt-program/", None),
        ("/dv-2020/program/fika/", None),
        ("/", None),
    ],
)
def test_a_route_stands_after_the_address_of_its_page(path: str, before: str | None) -> None:
    found = PageAddress("dvb.example", path, (("day", "2020-12-08"),)).before("program/")
    assert found == (PageAddress("dvb.example", before, (("day", "2020-12-08"),)) if before else None)


@given(st.text() | st.text().map(lambda text: f"https://dvb.example/{text}"))
def test_anything_can_be_pasted_and_what_is_made_of_it_is_plain_ascii(pasted: str) -> None:
    address = page_address.read(pasted)
    if address is not None:
        assert all(each.isascii() and each.isprintable() for each in address.spellings())


@given(st.text(st.characters(exclude_characters="?#%"), max_size=40))
def test_the_address_of_a_page_as_the_index_has_it_finds_itself(slug: str) -> None:
    url = clean_url(f"http://dvb.example/{slug}/")
    address = page_address.read(url)
    assert address is not None
    assert url.rstrip("/") in {each.rstrip("/") for each in address.spellings()}
