"""What an editor writes first with the package: a conference with one session, and a news channel with an article."""

from __future__ import annotations

from datetime import date, time

import django

django.setup()

from home.models import HomePage  # noqa: E402

from dvb_wagtail.pages.models import (  # noqa: E402
    ArticleIndexPage,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
)
from dvb_wagtail.testing import publish  # noqa: E402


def under(parent, page):  # type: ignore[no-untyped-def]
    """Publish `page` below `parent` and return it."""
    parent.add_child(instance=page)
    return publish(page)


home = HomePage.objects.get()
series = under(home, SeriesPage(title="Digitala dagar", slug="digitala-dagar", key="digitala-dagar"))
conference = under(
    series,
    ConferencePage(
        title="Digitala dagar 2030",
        slug="2030",
        acronym="dd2030",
        start_date=date(2030, 12, 3),
        end_date=date(2030, 12, 4),
        time_zone="Europe/Stockholm",
    ),
)
under(
    conference,
    SessionPage(title="Öppning", slug="oppning", day=date(2030, 12, 3), start=time(13, 0), end=time(13, 45)),
)
channel = under(home, ArticleIndexPage(title="Nyheter", slug="nyheter", key="nyheter"))
under(channel, ArticlePage(title="Anmälan är öppen", slug="anmalan", lead="Platserna brukar ta slut."))
