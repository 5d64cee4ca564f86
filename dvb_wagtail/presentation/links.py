"""Addresses as links, and the languages of what they lead to."""

from __future__ import annotations

from django.utils.encoding import iri_to_uri

from dvb_wagtail.core.words import Words

PROGRAMME = "program/"
"""The route of the programme under an edition's page, the same for every class made from `ConferenceMixin`."""

SUBSCRIBE = "subscribe-ways"
"""The id of the subscribe menu's content: browsers open the menu for a link to it."""


def programme_of(edition: str) -> str:
    """Return the address of an edition's programme; "" without one. The edition's may have no slash at its end."""
    return f"{edition.removesuffix('/')}/{PROGRAMME}" if edition else ""


def other(language: str, words: Words) -> str:
    """Return a text's language where it is not that of the page, else nothing: the value of a `lang` attribute."""
    return "" if language == words.language else language


def local(address: str, root_url: str) -> str:
    """Return an address of this site without scheme and host: right behind any proxy, on http and https alike."""
    return address.removeprefix(root_url) if root_url and address.startswith(root_url + "/") else address


def with_query(path: str, query: str) -> str:
    """Return a path with a query, and without a trailing `?` where there is none."""
    return iri_to_uri(f"{path}?{query}" if query else path)
