"""Public pages that name, show and link what nobody may see, in every way that there is."""

from __future__ import annotations

from typing import Any

from wagtail.images.models import Image
from wagtail.models import Page

from dvb_wagtail.pages.models import (
    ArticlePage,
    ConferencePage,
    SessionPage,
    SpeakerPage,
)
from dvb_wagtail.publication.pending import flush
from tests import pages_factory as make
from tests.delivery.editing import make_private, save_draft, unpublish
from tests.publication import site as sample

NEVER = "Aldrigsett"
"""What no reader may ever see: it stands in the title, the text and the address of everything that is not public."""

UNSEEN = "Osynligt"
"""What editors wrote of a private file on a public page. Wagtail's search knows it, and no field shows it."""

STREAM = f"https://stream.example/{NEVER.lower()}"


def build() -> None:
    """Publish the site of `tests.publication.site`, and add what may not be seen."""
    sample.build()
    home, edition = sample.page("Avdelning"), sample.page("DV 2020", ConferencePage)
    news, speakers = sample.page("Nyheter"), sample.page("Talare")
    image = sample._image(NEVER, sample.secret())
    document = sample._document(NEVER, sample.secret())

    draft_speaker = speakers.add_child(instance=SpeakerPage(title=f"{NEVER} talarutkast", live=False))
    private_speaker = make.make_speaker(speakers, f"{NEVER} privat talare")
    make_private(private_speaker)
    draft_article = news.specific.add_child(instance=ArticlePage(title=f"{NEVER} utkast", live=False))
    private_article = make.make_article(sample.page("Nyheter"), f"{NEVER} privat nyhet")
    make_private(private_article)

    hidden = [_draft(edition), _private(edition), _unpublished(edition), _with_aliases(edition), _below_private(home)]
    deleted = make.make_session(sample.page("DV 2020", ConferencePage), f"{NEVER} borttaget")
    named = [*hidden, deleted, draft_speaker, private_speaker, draft_article, private_article]
    body = _body(named, image, document)

    shown = _reread(edition)
    shown.hosts = [
        {"type": "person", "value": {"speaker": person.pk, "role": "host"}}
        for person in (draft_speaker, private_speaker)
    ]
    shown.recordings = [
        {
            "type": "recording",
            "value": {
                "title": "Dagen",
                "status": "promised",
                "address": STREAM,
                "picture": image.pk,
                "sessions": [each.pk for each in (*hidden, deleted)],
            },
        }
    ]
    shown.partners = [{"type": "partner", "value": {"name": "Banken", "logo": image.pk}}]
    _illustrate(shown, body, image)
    session = make.make_session(
        shown,
        "Visas",
        body=body,
        stream=STREAM,
        stream_access="registered",
        documents=[{"type": "document", "value": {"title": NEVER, "document": document.pk}}],
        recordings=[{"type": "recording", "value": {"title": "Löfte", "status": "promised", "address": STREAM}}],
    )
    for person in (draft_speaker, private_speaker):
        make.make_appearance(session, person)
    for title in ("Digitala Västerbotten", "Nyheter"):
        _illustrate(sample.page(title), body, image)
    links = "".join(f'<a linktype="page" id="{each.pk}">länk</a> ' for each in named)
    anna = sample.page("Anna Andersson", SpeakerPage)
    anna.biography, anna.portrait = f"<p>{links}</p>", image
    make.publish(anna)
    article = make.make_article(
        sample.page("Nyheter"), "Berättar", body=body, about=[{"type": "page", "value": each.pk} for each in named]
    )
    _illustrate(article, body, image)
    deleted = Page.objects.get(pk=deleted.pk)
    deleted.delete()

    parent = make.make_conference(sample.page("Avdelning"), "utkast2020", title=f"{NEVER} förälder", slug="grenen")
    make.make_session(parent, "Under ett utkast")
    unpublish(parent)
    for title in ("Visas", "Berättar"):
        save_draft(sample.page(title), title=f"{NEVER} nästa version")
    flush()


def _draft(edition: Page) -> Any:
    draft = _reread(edition).add_child(instance=SessionPage(title=f"{NEVER} sessionsutkast", live=False))
    draft.save_revision()
    return draft


def _private(edition: Page) -> Any:
    private = make.make_session(_reread(edition), f"{NEVER} bakom inloggning")
    make_private(private)
    return private


def _unpublished(edition: Page) -> Any:
    gone = make.make_session(_reread(edition), f"{NEVER} avpublicerat")
    unpublish(gone)
    return gone


def _with_aliases(edition: Page) -> Any:
    """Return a session made private after an alias of it was made, in its own language and in another."""
    source = make.make_session(_reread(edition), f"{NEVER} med alias", abstract=f"{NEVER} i texten")
    source.create_alias(parent=sample.page("DV 2021", ConferencePage), update_slug=f"{NEVER.lower()}-alias")
    source.copy_for_translation(sample.english(), alias=True)
    make_private(source)
    return source


def _below_private(home: Page) -> Any:
    parent = make.make_conference(home, "hemlig2020", title=f"{NEVER} konferens")
    session = make.make_session(parent, f"{NEVER} under privat konferens")
    make_private(parent)
    return session


def _reread(page: Page) -> Any:
    return Page.objects.get(pk=page.pk).specific


def _illustrate(page: Any, body: list[dict[str, Any]], image: Image) -> None:
    if hasattr(page, "body"):
        page.body = body
    page.image, page.image_alt = image, f"{UNSEEN} på bilden"
    make.publish(page)


def _body(named: list[Any], image: Image, document: Any) -> list[dict[str, Any]]:
    links = "".join(f'<a linktype="page" id="{each.pk}">länk</a> ' for each in named)
    file = f'<a linktype="document" id="{document.pk}">fil</a>'
    video = {"title": "Film", "address": "https://video.example/", "service": "Video", "picture": image.pk}
    return [
        {"type": "paragraph", "value": f"<p>{links}{file}</p>"},
        {"type": "image", "value": {"image": image.pk, "caption": f"{UNSEEN} bildtext"}},
        {"type": "document", "value": {"document": document.pk, "text": f"{UNSEEN} fil"}},
        {"type": "video", "value": video},
    ]
