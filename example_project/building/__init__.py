"""Makes the example site's content, once: later starts keep what was edited."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from wagtail.models import Locale, Page, Site

from dvb_wagtail.pages.models import ConferencePage, SeriesPage, SessionPage
from dvb_wagtail.publication import announcing
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.tables import ProgrammeChange
from example_project.building.blocks import entries
from example_project.building.bodies import body
from example_project.building.editions import add_edition, add_recordings
from example_project.building.ground import ACCOUNTS, Ground, prepare, recall
from example_project.building.news import add_articles, add_channel
from example_project.building.pages import add, save, translate
from example_project.building.people import add_speakers
from example_project.building.programme import add_programme, amend_programme
from example_project.reading import Content, Entry, in_english, in_swedish

__all__ = ["ACCOUNTS", "build", "is_built", "point_site_at"]

FINISHED = "Digitala Västerbotten"
"""The site's name, given when everything is there: a build that was stopped is taken up again."""


def is_built() -> bool:
    return Site.objects.filter(is_default_site=True, site_name=FINISHED).exists()


def build(now: datetime) -> None:
    """Make accounts, media and pages as of `now` (aware), in two steps that are each done or not at all.

    In between the first programme becomes public, so that what was moved and cancelled since is a change. Where all is
    there already nothing happens.
    """
    if is_built():
        return
    content = Content(now)
    if not SeriesPage.objects.exists():
        with transaction.atomic():
            _write(prepare(content))
    flush()
    with transaction.atomic():
        _amend(content)
        Site.objects.filter(is_default_site=True).update(site_name=FINISHED)
    flush()
    _announce(now)


def point_site_at(hostname: str, port: int) -> None:
    """Let all addresses be of this host. Saves only what differs: the whole index is written anew after it."""
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) != (hostname, port):
        site.hostname, site.port = hostname, port
        site.save()


def _write(ground: Ground) -> None:
    entry = ground.content.table("series.toml")
    home = _add_front_page(ground, entry)
    add_speakers(ground, home)
    channel = add_channel(ground, home)
    for folder in ground.content.editions():
        edition = add_edition(ground, home, folder)
        add_programme(ground, edition, folder)
        add_recordings(ground, edition, folder)
    add_articles(ground, channel)
    _write_front_page(ground, home, entry)
    _put_last(ground, "talare", channel.slug)


def _add_front_page(ground: Ground, entry: Entry) -> SeriesPage:
    """Put the series in the place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    lists = ("speakers", "news", "contacts", "body", "en")
    fields = {name: value for name, value in entry.items() if name not in lists}
    home = SeriesPage(**fields | {"image": ground.images[entry["image"]]}, locale=Locale.get_default())
    add(ground, root, home, "")
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.save()
    for welcome in root.get_children().exclude(pk=home.pk):
        welcome.delete()
    translate(ground, home, SeriesPage(**fields | {"image": home.image, "key": "", "slug": f"{home.slug}-en"}))
    return home


def _write_front_page(ground: Ground, home: SeriesPage, entry: Entry) -> None:
    """Fill the front page in both languages: its text links to pages below it."""
    english = home.get_translation(ground.english)
    for page, texts, library in (
        (home, {"body": entry["body"]}, ground.swedish_library),
        (english, entry["en"], ground.english_library),
    ):
        for name, text in texts.items():
            setattr(page, name, text)
        page.body = body(texts["body"], library)
        words = in_english if page is english else in_swedish
        page.contacts = entries(SeriesPage, "contacts", [in_swedish(words(each)) for each in entry["contacts"]])
        save(ground, page)


def _put_last(ground: Ground, *paths: str) -> None:
    """Move pages behind their siblings: they had to be there before the editions, and shall not stand before them."""
    for path in paths:
        for page in Page.objects.filter(translation_key=ground.page(path).translation_key):
            page.move(page.get_parent(), pos="last-child", user=ground.editor)


def _announce(now: datetime) -> None:
    """Tell at once what was changed since the release, all but the last: it waits, for an editor to hold or to send."""
    numbers = dict(ProgrammeChange.objects.values_list("identity", "pk"))
    changed = SessionPage.objects.filter(translation_key__in=numbers, locale=Locale.get_default()).order_by("path")
    for page in list(changed)[:-1]:
        announcing.send(numbers[page.translation_key], now)


def _amend(content: Content) -> None:
    ground = recall(content)
    for folder in content.editions():
        acronym = content.edition(folder)["acronym"]
        amend_programme(ground, ConferencePage.objects.get(acronym=acronym), folder)
