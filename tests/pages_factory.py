"""Published pages for tests, made as an editor makes them: saved as a draft, then published, the index up to date.

Every function takes further fields by name and returns the page as it is in the database.
"""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page, Site

from dvb_wagtail.pages.models import (
    Appearance,
    ArticleIndexPage,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from dvb_wagtail.testing import publish

FIRST_DAY, LAST_DAY = date(2020, 12, 8), date(2020, 12, 9)


def make_site(hostname: str = "dvb.example", port: int = 80, *, is_default_site: bool = True) -> Site:
    """Return a site with a front page of its own, in the main language.

    Also where a test with transactions has emptied every table, those that Wagtail's migrations fill included.
    """
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    root = Page.get_first_root_node() or Page.add_root(title="Root")
    home = root.add_child(title=f"Hem på {hostname}", slug=f"{hostname.replace('.', '-')}-{port}")
    if is_default_site:
        Site.objects.filter(is_default_site=True).delete()
    return Site.objects.create(hostname=hostname, port=port, root_page=home, is_default_site=is_default_site)


def make_series(parent: Page, key: str = "digitala-vasterbotten", **fields: Any) -> SeriesPage:
    return _make(SeriesPage, parent, {"title": "Digitala Västerbotten", "key": key} | fields)


def make_conference(parent: Page, acronym: str = "dv2020", **fields: Any) -> ConferencePage:
    """Return an edition, the one of 8 and 9 December 2020 unless told otherwise."""
    usual = {"title": f"Digitala Västerbotten {acronym}", "start_date": FIRST_DAY, "end_date": LAST_DAY}
    return _make(ConferencePage, parent, usual | {"acronym": acronym} | fields)


def make_session(conference: ConferencePage, title: str = "Öppning", **fields: Any) -> SessionPage:
    """Return a session on the first day, from 13 to 14, unless told otherwise."""
    usual = {"day": conference.start_date, "start": time(13), "end": time(14)}
    return _make(SessionPage, conference, usual | {"title": title} | fields)


def make_speaker_index(parent: Page, **fields: Any) -> SpeakerIndexPage:
    return _make(SpeakerIndexPage, parent, {"title": "Talare"} | fields)


def make_speaker(index: Page, title: str = "Anna Andersson", **fields: Any) -> SpeakerPage:
    return _make(SpeakerPage, index, {"title": title} | fields)


def make_appearance(
    session: SessionPage, speaker: SpeakerPage | None = None, name: str = "", **fields: Any
) -> SessionPage:
    """Return the session with one appearance more, after those it has: of a speaker's page or of a plain name."""
    session = SessionPage.objects.get(pk=session.pk)
    # Its number, as the form gives it: rows without one are in whatever order a database likes.
    fields = {"sort_order": session.appearances.count()} | fields
    session.appearances.add(Appearance(speaker=speaker, name=name, locale=session.locale, **fields))
    return publish(session)


def make_news(parent: Page, key: str = "nyheter", **fields: Any) -> ArticleIndexPage:
    return _make(ArticleIndexPage, parent, {"title": "Nyheter", "key": key} | fields)


def make_article(
    news: ArticleIndexPage, title: str = "Programmet är klart", tags: tuple[str, ...] = (), **fields: Any
) -> ArticlePage:
    """Return an article with these tags."""
    page = _draft(ArticlePage, news, {"title": title} | fields)
    page.tags.set(tags)
    return publish(page)


def make_translation(page: Page, language: str = "en", **fields: Any) -> Any:
    """Return the page's translation with these texts; ancestors that have none are mirrored, as Wagtail does."""
    locale, _created = Locale.objects.get_or_create(language_code=language)
    mirror = page.get_translation_or_none(locale)
    translation = mirror.specific if mirror else page.specific.copy_for_translation(locale, copy_parents=True)
    translation.alias_of = None
    for name, value in fields.items():
        setattr(translation, name, value)
    return publish(translation)


def _make(model: type[Page], parent: Page, fields: dict[str, Any]) -> Any:
    return publish(_draft(model, parent, fields))


def _draft(model: type[Page], parent: Page, fields: dict[str, Any]) -> Any:
    page = model(live=False, **fields)
    # Afresh, since treebeard counts children in the instance.
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    return page
