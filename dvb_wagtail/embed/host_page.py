"""The page for web teams of other sites: what a frame loads, from where, and what their site has to allow for it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.coreutils import get_content_languages

from dvb_wagtail.delivery import addresses, words
from dvb_wagtail.delivery.headers import PublicResponse
from dvb_wagtail.delivery.problems import Problem
from dvb_wagtail.delivery.queries import no_query
from dvb_wagtail.delivery.responses import respond_with
from dvb_wagtail.delivery.views import host, public, public_of_site
from dvb_wagtail.embed.headers import HTML, static_source
from dvb_wagtail.embed.host_facts import facts
from dvb_wagtail.embed.host_sections import SECTIONS
from dvb_wagtail.presentation.languages import is_right_to_left, own_name
from dvb_wagtail.publication import records

TEMPLATE = "dvb_wagtail/embed/host_page.html"


def languages() -> frozenset[str]:
    """Return the languages that the page is in: the site's, and all that the package's own words exist in.

    A web team reads Swedish or English, whatever the site is written in.
    """
    return words.translated() | get_content_languages().keys()


@public_of_site
def host_page(request: HttpRequest) -> PublicResponse:
    """The page in the site's main language."""
    return _respond(request, settings.LANGUAGE_CODE)


def _host_page_in(request: HttpRequest, language: str) -> PublicResponse:
    return _respond(request, language)


host_page_in = public(_host_page_in, languages)
"""The page in a language."""


def _respond(request: HttpRequest, language: str) -> PublicResponse:
    no_query(request)
    catalogue = records.catalogue(host(request))
    if catalogue is None:
        raise Problem
    spoken = words.spoken(language)
    with translation.override(spoken):
        context = {
            "language": spoken,
            "bidi": is_right_to_left(spoken),
            "canonical": addresses.host_page(language, root_url=catalogue.root_url),
            "translations": _translations(catalogue.root_url),
            "sections": SECTIONS,
            **facts(catalogue, language),
        }
        body = render_to_string(TEMPLATE, context).encode()
    return respond_with(request, body, media_type=HTML, language=spoken, headers=_headers())


def _headers() -> dict[str, str]:
    """Return the page's own policy: one style sheet, no script, no form, no frame, and in no frame."""
    policy = [
        "default-src 'none'",
        f"style-src {static_source()}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
    return {"Content-Security-Policy": "; ".join(policy)}


def _translations(root_url: str) -> list[dict[str, str]]:
    """Return the page in every language that its words exist in: in another of the site's it would say the same."""
    written = words.translated() | {each for each in get_content_languages() if words.spoken(each) == each}
    return [
        {"language": each, "name": own_name(each), "address": addresses.host_page(each, root_url=root_url)}
        for each in sorted(written, key=lambda each: (each != settings.LANGUAGE_CODE, each))
    ]
