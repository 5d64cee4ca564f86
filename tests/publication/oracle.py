"""What ought to be public, found out page by page with Wagtail's own means and nothing of the index.

Simple on purpose: `expected` asks Wagtail about every page, one at a time and once, which `cache` sees to; `published`
reads the documents in the index's tables as plain JSON. Both give the same shape, so that a test can compare them
whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page, PageViewRestriction, Site

from dvb_wagtail.pages.models import (
    ArticleIndexPage,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
    SpeakerPage,
)
from dvb_wagtail.publication.tables import (
    PermanentCode,
    PublishedArticle,
    PublishedConference,
    PublishedNews,
    PublishedSeries,
    PublishedSession,
    PublishedSpeaker,
)

CHANNELS = {SeriesPage: "series", ConferencePage: "conference", ArticleIndexPage: "news"}
PARENTS = {SessionPage: ConferencePage, ArticlePage: ArticleIndexPage}
TABLES = {
    "series": PublishedSeries,
    "conference": PublishedConference,
    "news": PublishedNews,
    "session": PublishedSession,
    "speaker": PublishedSpeaker,
    "article": PublishedArticle,
}
PARENT_COLUMNS = {"conference": "series", "session": "conference", "article": "news"}


@dataclass(frozen=True)
class Public:
    """One thing that is public: its title and address in each language, and what it belongs to.

    `facts` are the first and last day of an edition, the start and end (UTC) of a session; `people` the names of those
    in a session, by language.
    """

    kind: str
    texts: dict[str, tuple[str, str]]
    parent: str = ""
    facts: tuple[Any, ...] = ()
    people: tuple[tuple[str, str], ...] = ()


def titles(found: dict[str, Public]) -> set[str]:
    """Return the titles of what is public, such as `sv session Öppning`: what a test says should come and go."""
    return {
        f"{language} {public.kind} {title}"
        for public in found.values()
        for language, (title, _address) in public.texts.items()
    }


# ---- what the pages say


def expected() -> dict[str, Public]:
    """Return what ought to be public, by identity."""
    Site.clear_site_root_paths_cache()
    for kept in (_tree, _is_public, _restricted, _languages, _main_locale):
        kept.cache_clear()
    pages = list(_tree().values())
    channels = {
        identity: public
        for model, kind in CHANNELS.items()
        for identity, public in _channels([page for page in pages if type(page) is model], kind)
    }
    speakers = dict(_speakers([page for page in pages if type(page) is SpeakerPage]))
    items = {
        identity: public
        for model, channel in PARENTS.items()
        for identity, public in _items([page for page in pages if type(page) is model], channel, channels)
    }
    return channels | speakers | items


@cache
def _tree() -> dict[str, Any]:
    """Return every page by its path, the oldest first."""
    return {page.path: page for page in Page.objects.order_by("pk").specific()}


@cache
def _restricted() -> tuple[str, ...]:
    """Return the paths of the pages that are restricted with all that is below them."""
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))


@cache
def _is_public(page: Any) -> bool:
    """Tell whether anybody may see the page: live, on a site, and private neither to Wagtail's pages nor its API.

    Where it or a page above it is an alias, Wagtail's pages ask about what is mirrored, and its API about the alias.
    """
    if not page.live or page.path.startswith(_restricted()):
        return False
    mirrors = any(each.alias_of_id for each in _lineage(page))
    return not (mirrors and page.get_view_restrictions().exists()) and _is_served(page)


def _lineage(page: Any) -> list[Any]:
    """Return the page and those above it, from the root."""
    return [_tree()[page.path[:end]] for end in range(Page.steplen, len(page.path) + 1, Page.steplen)]


def _is_served(page: Any) -> bool:
    """Tell whether Wagtail finds the page at its address: a language is served only while its front page is live."""
    parts = page.get_url_parts()
    if parts is None:
        return False
    site, root, path = parts
    if _main_locale(site) == page.locale_id:
        return True
    with translation.override(_language(page)):
        request = RequestFactory().get(path, headers={"host": urlsplit(root).netloc})
        found = Page.route_for_request(request, unquote(path).removeprefix(reverse("wagtail_serve", args=("",))))
        return found is not None and bool(found[0] == page)


@cache
def _main_locale(site: int) -> int:
    found: int = Site.objects.values_list("root_page__locale", flat=True).get(pk=site)
    return found


@cache
def _languages() -> dict[int, str]:
    return dict(Locale.objects.values_list("pk", "language_code"))


def _language(page: Any) -> str:
    return _languages()[page.locale_id]


def _texts(pages: list[Any]) -> dict[str, tuple[str, str]]:
    return {_language(page): (page.title, page.full_url) for page in pages}


def _by_identity(pages: list[Any]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = {}
    for page in pages:
        groups.setdefault(str(page.translation_key), []).append(page)
    return groups


def _main(pages: list[Any], public: list[Any]) -> Any:
    """Return the page that facts come from: the oldest that was written, or the oldest public one."""
    written = [page for page in pages if page.alias_of_id is None] or pages
    return next((page for page in public if page.locale_id == written[0].locale_id), public[0])


def _channels(pages: list[Any], kind: str) -> Any:
    """Yield channels. No alias is one, nor what has no acronym or key of its own, or an edition without days."""
    field = "acronym" if kind == "conference" else "key"
    for identity, versions in _by_identity(pages).items():
        public = [page for page in versions if page.alias_of_id is None and _is_public(page)]
        if not public:
            continue
        main = _main(versions, public)
        codes = PermanentCode.objects.filter(kind="acronym" if kind == "conference" else kind)
        given = codes.filter(identity=identity, current=True).values_list("code", flat=True)
        key = getattr(main, field) or getattr(versions[0], field) or next(iter(given), "")
        owner = codes.filter(code=key).first()
        if not key or owner is None or str(owner.identity) != identity:
            continue
        if kind == "conference":
            above = _above(main, SeriesPage)
            series = above if above and above.alias_of_id is None and _is_public(above) and above.key else None
            parent = str(series.translation_key) if series else ""
            yield identity, Public(kind, _texts(public), parent, (main.start_date, main.end_date))
        else:
            yield identity, Public(kind, _texts(public))


def _speakers(pages: list[Any]) -> Any:
    for identity, versions in _by_identity(pages).items():
        public = [page for page in versions if _is_public(page) and not _mirrors_language(page)]
        if public:
            yield identity, Public("speaker", _texts(public))


def _items(pages: list[Any], channel: type[Page], channels: dict[str, Public]) -> Any:
    """Yield sessions or articles: those under a public channel, that of their oldest page."""
    for identity, versions in _by_identity(pages).items():
        placed = [(page, _channel_of(page, channel, channels)) for page in versions]
        home = next((parent for _page, parent in placed if parent), "")
        public = [page for page, parent in placed if parent and parent == home]
        if not public:
            continue
        if channel is ArticleIndexPage:
            yield identity, Public("article", _texts(public), home)
        else:
            edition = list(ConferencePage.objects.filter(translation_key=home, alias_of=None).order_by("pk"))
            main = next((page for page in public if page.locale_id == edition[0].locale_id), public[0])
            zone = ZoneInfo(_main(edition, [page for page in edition if _is_public(page)]).time_zone)
            people = tuple(sorted(_people(main, public)))
            yield identity, Public("session", _texts(public), home, _times(main, zone), people)


def _channel_of(page: Any, channel: type[Page], channels: dict[str, Public]) -> str:
    """Return the identity of the public channel that a public page belongs to, or "" where it is not published."""
    above = _above(page, channel)
    if above is None or above.alias_of_id or _mirrors_language(page) or not _is_public(page):
        return ""
    if page.alias_of_id and _above(_mirrored(page), channel) == above:
        return ""
    identity = str(above.translation_key)
    return identity if identity in channels and _is_public(above) else ""


def _above(page: Any, model: type[Page]) -> Any:
    return next((each for each in reversed(_lineage(page)[:-1]) if isinstance(each, model)), None)


def _mirrored(page: Any) -> Any:
    return next(each for each in _tree().values() if each.pk == page.alias_of_id)


def _mirrors_language(page: Any) -> bool:
    return bool(page.alias_of_id and _mirrored(page).locale_id != page.locale_id)


def _times(page: Any, zone: ZoneInfo) -> tuple[Any, ...]:
    if not (page.day and page.start and page.end):
        return (page.day, None, None)
    end_day = page.day if page.end > page.start else page.day + timedelta(days=1)
    start, end = datetime.combine(page.day, page.start, zone), datetime.combine(end_day, page.end, zone)
    return (page.day, start.astimezone(UTC), end.astimezone(UTC))


def _people(main: Any, public: list[Any]) -> Any:
    """Yield language and name of each person: of the page if it is public, else the plain name, else nobody."""
    for appearance in main.appearances.all():
        pages = SpeakerPage.objects.filter(translation_key=_key_of(appearance.speaker)).order_by("pk")
        known = {_language(page): page.title for page in pages if _is_public(page) and not _mirrors_language(page)}
        for page in public:
            own = page.appearances.filter(translation_key=appearance.translation_key).first()
            if own is None:
                continue
            name = known.get(_language(page)) or next(iter(known.values()), "") or own.name or appearance.name
            if name:
                yield _language(page), name


def _key_of(speaker: Any) -> Any:
    return speaker.translation_key if speaker else None


# ---- what the index says


def published() -> dict[str, Public]:
    """Return what the tables of the index say is public, by identity."""
    return {
        str(row.identity): _public(kind, row)
        for kind, table in TABLES.items()
        for row in table.objects.filter(gone_at=None)
    }


def _public(kind: str, row: Any) -> Public:
    record = row.document
    name = "name" if kind == "speaker" else "title"
    texts = {language: (texts[name], texts["url"]) for language, texts in record["texts"].items()}
    parent = getattr(row, PARENT_COLUMNS[kind]) if kind in PARENT_COLUMNS else None
    facts = {"conference": ("start", "end"), "session": ("day", "start", "end")}.get(kind, ())
    people = [
        (language, shown["name"])
        for appearance in record.get("appearances", ())
        for language, shown in appearance["texts"].items()
    ]
    return Public(
        kind,
        texts,
        str(parent.identity) if parent else "",
        tuple(getattr(row, column) for column in facts),
        tuple(sorted(people)),
    )
