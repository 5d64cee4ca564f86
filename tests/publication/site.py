"""A small region's site in Swedish and English, with something in it that could go wrong in every way.

Built once a process; each test gets it as it was (see `stored`).
"""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction, Site

from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage
from dvb_wagtail.testing import publish
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_conference,
    make_news,
    make_series,
    make_session,
    make_site,
    make_speaker,
    make_speaker_index,
    make_translation,
)

DAY = date(2020, 12, 8)

SECRET_STREAM = "https://stream.example/only-for-the-registered"
SECRET_NAME = "Cecilia Hemlig"
"""A person whose page is not public and who stands in a session without a plain name."""


def build() -> None:
    """Publish the site.

    Home (sv, en) > Avdelning (a plain page) > Digitala Västerbotten (series) > dv2020 (sv, en) and dv2021.
    Talare > Anna (public), Bo and Cecilia (private). Nyheter (sv, en) > two articles. Another site with an edition
    and a channel.
    """
    _roots()
    home = make_site().root_page
    make_translation(home, title="Home", slug="home")
    section = _plain(home, "Avdelning")
    series = make_series(section)
    conference = make_conference(
        series,
        title="DV 2020",
        venues=[
            {
                "type": "venue",
                "value": {"name": "Kulturhuset", "rooms": [{"name": "Sal A"}, {"name": "Sal B"}]},
            }
        ],
        themes=[{"type": "theme", "value": {"name": "AI och etik"}}],
        tracks=[{"type": "track", "value": {"name": "Ledning"}}],
    )
    make_conference(series, "dv2021", title="DV 2021", start_date=date(2021, 12, 7), end_date=date(2021, 12, 8))
    make_translation(conference, title="DV 2020 in English")

    index = make_speaker_index(home)
    anna = make_speaker(index, "Anna Andersson", portrait=_image("Anna"))
    bo, cecilia = make_speaker(index, "Bo Bakom"), make_speaker(index, SECRET_NAME)
    for private in (bo, cecilia):
        PageViewRestriction.objects.create(page=private, restriction_type="login")

    opening = make_session(
        conference,
        "Öppning",
        room="sal-a",
        track="ledning",
        themes=["ai-och-etik"],
        stream=SECRET_STREAM,
        stream_access="registered",
        documents=[
            {"type": "document", "value": {"title": "Bilder", "document": _document("Bilder").pk}},
            {"type": "document", "value": {"title": "Hemliga bilder", "document": _document("Hemlig", secret()).pk}},
        ],
    )
    make_appearance(opening, anna)
    make_appearance(opening, bo, name="B. Bakom")
    opening = make_appearance(opening, cecilia)
    make_translation(opening, title="Opening")
    make_session(conference, "Bara svenska", start=time(14), end=time(15), room="sal-b")
    panel = make_session(conference, "Panel", start=time(15), end=time(16))
    panel.copy_for_translation(english(), alias=True)

    news = make_news(home)
    make_article(
        news,
        "Programmet är klart",
        tags=("Program",),
        image=_image("Sal"),
        body=body(
            f'<p>Se <a linktype="page" id="{opening.pk}">öppningen</a> och '
            f'<a linktype="document" id="{document("Bilder").pk}">bilderna</a>, inte '
            f'<a linktype="document" id="{document("Hemlig").pk}">de hemliga</a>.</p>',
            image("Sal"),
            _image("Hemlig", secret()),
        ),
    )
    make_article(news, "En plats kvar")
    make_translation(news, title="News")
    make_translation(page("Programmet är klart", ArticlePage), title="The programme is ready")

    other = make_site("other.example", is_default_site=False).root_page
    their_conference = make_conference(other, "other2020", title="Andras konferens")
    make_session(their_conference, "Andras session")
    make_article(make_news(other, "andras", title="Andras nyheter"), "Andras artikel")
    released = page("DV 2020", ConferencePage)
    released.programme_released = True
    publish(released)


def page(title: str, model: type[Page] = Page, language: str = "sv") -> Any:
    """Return the page with this title, read afresh; of its own class. There must be one alone, aliases left out."""
    return model.objects.get(title=title, locale__language_code=language, alias_of=None).specific


def session(title: str = "Öppning") -> SessionPage:
    return page(title, SessionPage, "en" if title == "Opening" else "sv")


def image(title: str) -> Image:
    return Image.objects.get(title=title)


def document(title: str) -> Document:
    return Document.objects.get(title=title)


def english() -> Locale:
    return Locale.objects.get(language_code="en")


def secret() -> Collection:
    """Return the collection that only those who are logged in may see."""
    return Collection.objects.get(name="Hemligt")


def body(html: str, *images: Image, alt: str | None = None) -> list[dict[str, Any]]:
    """Return a body text of a paragraph and figures, as a StreamField takes it; what they show is their title."""
    figures = [
        {"type": "image", "value": {"image": shown.pk, "alt": shown.title if alt is None else alt}} for shown in images
    ]
    return [{"type": "paragraph", "value": html}, *figures]


def _roots() -> None:
    """Give the database what migrations gave it: a test that commits leaves it without."""
    Site.objects.all().delete()
    Page.objects.all().delete()
    Collection.objects.all().delete()
    Locale.objects.exclude(language_code="sv").delete()
    Locale.objects.get_or_create(language_code="sv")
    Locale.objects.create(language_code="en")
    Page.add_root(instance=Page(title="Root", slug="root"))
    media = Collection.add_root(instance=Collection(name="Root"))
    hidden = media.add_child(instance=Collection(name="Hemligt"))
    media.add_child(instance=Collection(name="Öppet"))
    CollectionViewRestriction.objects.create(collection=hidden, restriction_type="login")


def _plain(parent: Page, title: str) -> Page:
    page = Page(title=title)
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    return page


def _image(title: str, collection: Collection | None = None) -> Image:
    file = BytesIO()
    Picture.new("RGB", (640, 480), "white").save(file, "PNG")
    made = Image(title=title, file=ContentFile(file.getvalue(), f"{title.lower()}.png"), width=640, height=480)
    made.collection = collection or Collection.get_first_root_node()
    made.save()
    return made


def _document(title: str, collection: Collection | None = None) -> Document:
    made = Document(title=title, file=ContentFile(title.encode(), f"{title.lower()}.pdf"))
    made.collection = collection or Collection.get_first_root_node()
    made.save()
    return made
