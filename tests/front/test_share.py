"""Share links carry the page's address and title, whatever is in them, and nothing else."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from dvb_wagtail.front.share import share_links

ADDRESS = "https://dvb.example/talare/åsa/?a=1&b=2#c"
TITLE = 'Politik & "praktik": 100 % öppet\r\nBcc: alla@example.org'


@pytest.fixture
def addresses() -> list[str]:
    return [link.address for link in share_links(ADDRESS, TITLE)]


def test_each_service_gets_the_address(addresses: list[str]) -> None:
    mail, linkedin, facebook, mastodon = (urlsplit(address) for address in addresses)
    assert parse_qs(mail.query) == {"subject": [TITLE], "body": [ADDRESS]}
    assert parse_qs(linkedin.query) == {"url": [ADDRESS]}
    assert parse_qs(facebook.query) == {"u": [ADDRESS]}
    assert unquote(mastodon.fragment) == f"text={TITLE} {ADDRESS}"


def test_no_link_can_be_broken_by_a_title(addresses: list[str]) -> None:
    assert [address for address in addresses if any(character in address for character in '\r\n"<> ')] == []


def test_what_is_shared_by_mastodon_reaches_no_server(addresses: list[str]) -> None:
    assert urlsplit(addresses[-1])._replace(fragment="").geturl() == "https://share.joinmastodon.org/"
