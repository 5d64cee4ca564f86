"""What ought to be served, found out page by page with Wagtail's own means and nothing of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.test import TestCase
from wagtail.models import PageViewRestriction, Site

from dvb_wagtail.models.article import ArticleIndexMixin, ArticleMixin
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.models.session import SessionMixin
from tests.setups import serve
from tests.setups.build import LANGUAGES, MAIN, base


@dataclass(frozen=True)
class Thing:
    """The pages of one identity: `public` holds those that everybody may see, by language."""

    oldest: Any
    public: dict[str, Any]

    def title(self, language: str) -> str:
        return str((self.public.get(language) or self.public.get(MAIN) or next(iter(self.public.values()))).title)


_served: dict[str, serve.Titles] = {}
"""What is served now and what was at first: asked for once, since every test begins with the same sites."""


def begin() -> None:
    """Remember what is served before a test has done anything."""
    if "first" not in _served:
        _served["first"] = serve.titles()
    _served["now"] = _served["first"]


@contextmanager
def changes(hides: Iterable[str] = (), shows: Iterable[str] = ()) -> Iterator[None]:
    """Do what an editor does, commit it, and require that it hides and shows exactly these titles, in any document.

    Afterwards what is served must be what the pages say, and the package's own comparison find nothing.
    """
    before = _all(_served["now"])
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield
    after = _all(agree())
    assert (before - after, after - before) == (set(hides), set(shows))


def agree() -> serve.Titles:
    """Require that what is served is what the pages say, and that the package finds no difference either; return it."""
    served = serve.titles()
    assert served == expected()
    call_command("dvb_publication", "check", stdout=StringIO())
    _served["now"] = served
    return served


def expected() -> serve.Titles:
    """Return what `serve.titles` ought to find."""
    Site.clear_site_root_paths_cache()
    pages = [page.specific for page in base().objects.order_by("pk")]
    series, editions, sessions, channels, articles = (
        _public(pages, mixin) for mixin in (SeriesMixin, ConferenceMixin, SessionMixin, ArticleIndexMixin, ArticleMixin)
    )
    found: serve.Titles = {}
    for edition in editions:
        shown = [edition, *_below(edition, sessions, ConferenceMixin)]
        for language in LANGUAGES:
            end = f"conferences/{edition.oldest.acronym}/{language}/programme.ics"
            found[end] = frozenset(each.title(language) for each in shown)
    for one in series:
        shown = _below(one, editions, SeriesMixin)
        for language in LANGUAGES:
            end = f"series/{one.oldest.key}/{language}/conferences.ics"
            found[end] = frozenset(each.title(language) for each in shown)
    for channel in channels:
        shown = _below(channel, articles, ArticleIndexMixin)
        for language in channel.public:
            end = f"news/{channel.oldest.key}/{language}/articles.rss"
            found[end] = frozenset(each.public[language].title for each in shown if language in each.public)
    return found


def _public(pages: Iterable[Any], mixin: type) -> list[Thing]:
    """Return what everybody may see of the pages with a mixin. What mirrors another language's page is no version."""
    groups: dict[Any, Thing] = {}
    for page in pages:
        if isinstance(page, mixin) and not (page.alias_of and page.alias_of.locale != page.locale):
            thing = groups.setdefault(page.translation_key, Thing(page, {}))
            if _is_seen(page):
                thing.public[page.locale.language_code] = page
    return [thing for thing in groups.values() if thing.public]


def _is_seen(page: Any) -> bool:
    above = PageViewRestriction.objects.filter(page__in=page.get_ancestors(inclusive=True))
    hidden = above.exists() or page.get_view_restrictions().exists()
    return page.live and not hidden and page.get_url_parts() is not None


def _below(channel: Thing, items: Iterable[Thing], mixin: type) -> list[Thing]:
    """Return the items whose oldest public page has a page of the channel as the nearest one above with the mixin."""
    return [
        item for item in items if _nearest(next(iter(item.public.values())), mixin) == channel.oldest.translation_key
    ]


@cache
def _carriers(mixin: type) -> frozenset[int]:
    """Return the content types of the page types with a mixin."""
    return frozenset(ContentType.objects.get_for_model(model).pk for model in page_models_with(mixin))


def _nearest(page: Any, mixin: type) -> Any:
    """Return the identity of the nearest page above with a mixin; None if there is none."""
    above = page.get_ancestors().filter(content_type__in=_carriers(mixin)).order_by("-depth").first()
    return above and above.translation_key


def _all(titles: serve.Titles) -> set[str]:
    return {title for each in titles.values() for title in each}
