"""The tags that page templates reach `front` by, and the one that a site's base template calls in its head."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dvb_wagtail.conf import conf
from dvb_wagtail.delivery import structured_data
from dvb_wagtail.delivery.words import words
from dvb_wagtail.front.conference import ConferenceView
from dvb_wagtail.front.news import ArticleIndexView, ArticleView
from dvb_wagtail.front.programme_page import ProgrammeView
from dvb_wagtail.front.series import SeriesView
from dvb_wagtail.front.session import SessionView
from dvb_wagtail.front.site import SiteView
from dvb_wagtail.front.speakers import SpeakerIndexView, SpeakerView
from dvb_wagtail.front.view import View
from dvb_wagtail.models.article import ArticleIndexMixin, ArticleMixin
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.models.session import SessionMixin
from dvb_wagtail.models.speaker import SpeakerIndexMixin, SpeakerMixin
from dvb_wagtail.publication.projection.media import alt_text

register = template.Library()

_VIEWS: tuple[tuple[type, type[View]], ...] = (
    (SeriesMixin, SeriesView),
    (ConferenceMixin, ConferenceView),
    (SessionMixin, SessionView),
    (SpeakerIndexMixin, SpeakerIndexView),
    (SpeakerMixin, SpeakerView),
    (ArticleIndexMixin, ArticleIndexView),
    (ArticleMixin, ArticleView),
)


@register.simple_tag(takes_context=True)
def dvb_view(context: template.Context) -> View | None:
    """Return what the page of this template shows of other pages; None for a page that is none of ours.

    The same object wherever a request asks: the head and the content then read everything once.
    """
    page: Any = context.get("page")
    request = context.get("request")
    kind = _kind(page, request)
    if kind is None:
        return None
    known = getattr(request, "dvb_view", None)
    if isinstance(known, View) and type(known) is kind and known.page is page:
        return known
    view = kind(page, words(page.locale.language_code), conf.now(), request)
    if request is not None:
        request.dvb_view = view
    return view


@register.simple_tag(takes_context=True)
def dvb_head(context: template.Context) -> SafeString:
    """Draw the links of a page's head: stylesheet, canonical address, translations, feeds. Nothing on other pages."""
    view = dvb_view(context)
    if view is None:
        return SafeString()
    with translation.override(view.said_in):
        return render_to_string("dvb_wagtail/parts/head.html", {"view": view})


@register.simple_tag(takes_context=True)
def dvb_structured_data(context: template.Context) -> SafeString:
    """Draw what search engines read of a page as data (JSON-LD). Nothing of a draft, or of what only some may see."""
    data = _about(dvb_view(context))
    return format_html('<script type="application/ld+json">{}</script>', SafeString(data)) if data else SafeString()


@register.simple_tag(takes_context=True)
def dvb_site(context: template.Context) -> SiteView:
    """Return what the package's own base template shows round a page: the site's name, its menu, the languages."""
    return SiteView(context.get("page"), context.get("request"), dvb_view(context))


@register.filter
def dvb_alt(image: Any, written: str | None) -> str:
    """Return what an image shows: what an editor wrote beside it, else the image's own description."""
    return alt_text(image, written)


def _about(view: View | None) -> str:
    """Return what a page is about, from the records that it is drawn from; "" for pages that are about many things."""
    if isinstance(view, ConferenceView) and view.record:
        return structured_data.conference(view.record, view.sessions, view.words)
    if isinstance(view, SessionView) and view.record:
        return structured_data.session(view.record[0], view.shown, view.words)
    if isinstance(view, ArticleView) and view.record:
        return structured_data.article(*view.record, view.language)
    return ""


def _kind(page: Any, request: Any) -> type[View] | None:
    """Return the view of a page's type, by the mixin that it is made of."""
    if isinstance(page, ConferenceMixin) and _route(request) == "programme":
        return ProgrammeView
    return next((view for mixin, view in _VIEWS if isinstance(page, mixin)), None)


def _route(request: Any) -> str | None:
    """Return the name of the page's route that the request came by; previews come by none."""
    match = getattr(request, "routable_resolver_match", None)
    return match.url_name if match else None
