"""A small site on whatever the set-up has: its page types, base page, image model, languages and host names.

Every function that publishes takes further fields by name and returns the page as it is in the database.
"""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from typing import Any

import swapper
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, Locale, Site

from dvb_wagtail.models.article import ArticleIndexMixin, ArticleMixin
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.page_types import page_models_with
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.models.session import SessionMixin
from dvb_wagtail.models.speaker import SpeakerIndexMixin, SpeakerMixin
from dvb_wagtail.testing import publish

MAIN = settings.LANGUAGE_CODE
LANGUAGES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
OTHERS = [code for code in LANGUAGES if code != MAIN]
NAMES = [host.partition(".")[0] for host, _port in settings.TEST_SITES]
"""What the keys and acronyms of each site begin with: `dvb` has the series `dvb`, the editions `dvb2020` and `dvb2021`
and the channel `dvb-news`."""

DAY = date(2020, 12, 8)


def base() -> Any:
    """Return the model that every page stands on."""
    return swapper.load_model("wagtailcore", "Page")


def sites() -> None:
    """Publish every site of the set-up, each in all languages."""
    for language in LANGUAGES:
        Locale.objects.get_or_create(language_code=language)
    Site.objects.all().delete()
    for host, port in settings.TEST_SITES:
        _site(host, port)


def _site(host: str, port: int) -> None:
    """Home > series > two editions with sessions; home > people > Anna; home > news > two articles.

    The second session, the second edition and the second article are in the main language alone.
    """
    name = host.partition(".")[0]
    root = base().get_first_root_node()
    home = root.add_child(instance=base()(title=f"Hem {name}", slug=name))
    Site.objects.create(hostname=host, port=port, root_page_id=home.pk, is_default_site=name == NAMES[0])
    series = page(SeriesMixin, home, f"Serien {name}", key=name)
    edition = page(
        ConferenceMixin,
        series,
        f"Konferens {name} 2020",
        acronym=f"{name}2020",
        start_date=DAY,
        end_date=DAY,
        venues=[("venue", {"name": "Kulturhuset", "rooms": [{"name": "Sal A"}]})],
        themes=[("theme", {"name": "AI och etik"})],
    )
    later = {"acronym": f"{name}2021", "start_date": date(2021, 12, 7), "end_date": date(2021, 12, 7)}
    page(ConferenceMixin, series, f"Konferens {name} 2021", **later)
    people = page(SpeakerIndexMixin, home, f"Talare {name}")
    anna = page(SpeakerMixin, people, f"Anna {name}", portrait=image("anna"))
    opening = session(edition, f"Öppning {name}", room="sal-a", themes=["ai-och-etik"], documents=[hand_out("bilder")])
    opening = appearance(opening, anna)
    session(edition, f"Panel {name}", start=time(15), end=time(16))
    news = page(ArticleIndexMixin, home, f"Nyheter {name}", key=f"{name}-news")
    article = page(
        ArticleMixin,
        news,
        f"Nyhet {name}",
        lead="Ingress",
        body=[paragraph(f'<a linktype="page" id="{opening.pk}">öppningen</a>'), figure(image("sal"))],
    )
    article.tags.add("Program")
    publish(article)
    page(ArticleMixin, news, f"Notis {name}")
    for language in OTHERS:
        for each in (home, series, edition, opening, anna, news, article):
            translate(each, language)


def page(mixin: type, parent: Any, title: str, *, live: bool = True, **fields: Any) -> Any:
    """Return a new page of the set-up's own type with the mixin, published unless it is to stay a draft."""
    new = page_models_with(mixin)[0](title=title, live=False, **fields)
    # Afresh, since treebeard counts children in the instance.
    base().objects.get(pk=parent.pk).add_child(instance=new)
    if live:
        return publish(new)
    new.save_revision()
    return new


def session(edition: Any, title: str, **fields: Any) -> Any:
    """Return a session on the edition's first day, from 13 to 14 unless told otherwise."""
    usual = {"day": edition.start_date, "start": time(13), "end": time(14)}
    return page(SessionMixin, edition, title, **usual | fields)


def appearance(session: Any, speaker: Any) -> Any:
    """Return the session with the speaker in it."""
    session.appearances.add(session.appearances.model(speaker_id=speaker.pk, locale=session.locale))
    return publish(session)


def translated_title(title: str, language: str) -> str:
    return f"{title} ({language})"


def translate(page: Any, language: str) -> Any:
    """Return the page's translation, published: made by wagtail-localize where the set-up has it, else by Wagtail."""
    if apps.is_installed("wagtail_localize"):
        from tests.setups.localize.translating import translate_by_localize

        return translate_by_localize(page, language)
    locale = Locale.objects.get(language_code=language)
    translation = page.specific.copy_for_translation(locale, copy_parents=True)
    translation.title = translated_title(page.title, language)
    return publish(translation)


def paragraph(html: str) -> dict[str, Any]:
    return {"type": "paragraph", "value": f"<p>{html}</p>"}


def figure(image: Any) -> dict[str, Any]:
    return {"type": "image", "value": {"image": image.pk, "alt": image.title}}


def hand_out(title: str, collection: Collection | None = None) -> dict[str, Any]:
    """Return a document as a session lists it."""
    document = get_document_model()(title=title, file=ContentFile(title.encode(), f"{title}.pdf"))
    document.collection = collection or Collection.get_first_root_node()
    document.save()
    return {"type": "document", "value": {"title": title, "document": document.pk}}


def image(title: str, collection: Collection | None = None) -> Any:
    """Return a picture of the set-up's own model."""
    file = BytesIO()
    Picture.new("RGB", (64, 48), "white").save(file, "PNG")
    made = get_image_model()(title=title, file=ContentFile(file.getvalue(), f"{title}.png"), width=64, height=48)
    made.collection = collection or Collection.get_first_root_node()
    made.save()
    return made


def private_collection() -> Collection:
    """Return a collection of files that only those who are logged in may see."""
    hidden = Collection.get_first_root_node().add_child(instance=Collection(name="Hemligt"))
    CollectionViewRestriction.objects.create(collection=hidden, restriction_type="login")
    return hidden


def find(title: str) -> Any:
    """Return the page with this title, read afresh, of its own class; there must be one alone, aliases left out."""
    return base().objects.get(title=title, alias_of=None).specific
