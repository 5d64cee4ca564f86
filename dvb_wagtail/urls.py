"""The package's addresses. A site mounts them once, before Wagtail's own: `path("dvb/", include("dvb_wagtail.urls"))`.

Nothing under `v1/` changes; it may only get more. What is none of these is answered by a problem document as well, so
that a page elsewhere that asks gets to read why.
"""

from __future__ import annotations

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from dvb_wagtail.core.codes import ACRONYM, ALPHABET, KEY, LENGTH
from dvb_wagtail.delivery import site_views, views
from dvb_wagtail.embed import frames, host_page, oembed


class AcronymConverter(StringConverter):
    regex = ACRONYM.pattern


class KeyConverter(StringConverter):
    regex = KEY.pattern


class CodeConverter(StringConverter):
    regex = f"[{ALPHABET}]{{{LENGTH}}}"


class LanguageConverter(StringConverter):
    """A Wagtail language code, such as `sv`, `en-gb` or `zh-hans`; whether the site has it is seen later."""

    regex = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"


class NameConverter(StringConverter):
    """The name of a format, such as `programme`."""

    regex = "[a-z0-9-]{1,40}"


class ExtensionConverter(StringConverter):
    """The extension of a format, such as `ics` or `schema.json`."""

    regex = "[a-z0-9]{1,12}(?:[.][a-z0-9]{1,12})?"


for _name, _converter in {
    "acronym": AcronymConverter,
    "key": KeyConverter,
    "code": CodeConverter,
    "language": LanguageConverter,
    "name": NameConverter,
    "extension": ExtensionConverter,
}.items():
    register_converter(_converter, f"dvb_{_name}")

app_name = "dvb_wagtail"

urlpatterns = [
    path(
        "v1/conferences/<dvb_acronym:acronym>/<dvb_language:language>/<dvb_name:name>.<dvb_extension:extension>",
        views.programme,
        name="programme",
    ),
    path(
        "v1/conferences/<dvb_acronym:acronym>/<dvb_language:language>/sessions/<dvb_code:code>.ics",
        views.session,
        name="session",
    ),
    path(
        "v1/series/<dvb_key:key>/<dvb_language:language>/<dvb_name:name>.<dvb_extension:extension>",
        views.series,
        name="series",
    ),
    path(
        "v1/news/<dvb_key:key>/<dvb_language:language>/<dvb_name:name>.<dvb_extension:extension>",
        views.articles,
        name="articles",
    ),
    path(
        "v1/embed/conferences/<dvb_acronym:acronym>/<dvb_language:language>/programme/",
        frames.programme,
        name="programme_frame",
    ),
    path(
        "v1/embed/conferences/<dvb_acronym:acronym>/<dvb_language:language>/sessions/<dvb_code:code>/",
        frames.session,
        name="session_frame",
    ),
    path(
        "v1/embed/conferences/<dvb_acronym:acronym>/<dvb_language:language>/subscribe/",
        frames.subscribe,
        name="subscribe_frame",
    ),
    path("v1/embed/news/<dvb_key:key>/<dvb_language:language>/", frames.news, name="news_frame"),
    path("v1/embed/", host_page.host_page, name="host_page"),
    path("v1/embed/<dvb_language:language>/", host_page.host_page_in, name="host_page_in"),
    path("v1/oembed", oembed.oembed, name="oembed"),
    path("v1/index.json", site_views.index, name="index"),
    path("v1/api-info", site_views.api_info, name="api_info"),
    path("v1/openapi.json", site_views.openapi, name="openapi"),
    path("v1/schemas/<dvb_name:name>.<dvb_extension:extension>", site_views.schema, name="schema"),
    re_path("^v1/(?:[^/]+/[^/]+/(?P<language>[^/]+)/)?", views.unknown),
]
