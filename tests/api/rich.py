"""One page of every type with every field filled in, in Swedish; some of them in English, too."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from django.test import Client
from wagtail.models import Collection, Page

from dvb_wagtail.testing import publish
from tests import pages_factory as make
from tests.publication import site as sample

STREAM = "https://stream.example/alla"


def build() -> dict[str, Page]:
    """Publish the pages and return them by the name of their type."""
    home = make.make_site().root_page
    if not Collection.objects.filter(name="Hemligt").exists():
        Collection.get_first_root_node().add_child(instance=Collection(name="Hemligt"))
    picture, portrait = sample._image("Sal"), sample._image("Porträtt")
    slides = sample._document("Bilder")
    image = {"image": picture, "image_alt": "En full sal"}
    caption = {"image_caption": "Öppningen", "image_credit": "Ida"}
    speakers = make.make_speaker_index(home, lead="Alla som talar.")
    speaker = make.make_speaker(
        speakers,
        job_title="Rektor",
        organisation="Umeå universitet",
        biography='<p>Skriver på <a href="https://anna.example/">sin sida</a>.</p>',
        portrait=portrait,
        portrait_alt="Anna vid älven",
        links=[{"type": "link", "value": {"text": "Sidan", "address": "https://anna.example/"}}],
    )
    body = _body(picture, slides, speaker)
    contact = [{"type": "contact", "value": {"name": "Kansliet", "email": "a@dvb.example", "phone": "+46 90 1"}}]
    series = make.make_series(
        home,
        motto="Tillsammans",
        mission="Dela det vi lär.",
        organiser="Regionen",
        lead="Varje år.",
        body=body,
        contacts=contact,
        **image,
    )
    recording = {
        "title": "Hela dagen",
        "status": "published",
        "address": "https://video.example/1",
        "service": "Video",
        "picture": picture.pk,
        "captioned": True,
        "published": "2020-12-20",
    }
    conference = make.make_conference(
        series,
        number=3,
        theme="Hållbart",
        theme_text="Vad vi menar.",
        lead="Två dagar.",
        body=body,
        start_time=time(9),
        end_time=time(16),
        audience="Alla",
        attendance="mixed",
        status="moved_online",
        status_reason="Snö",
        registration="https://anmalan.example/",
        organiser="Regionen",
        hashtag="#dv2020",
        participants=400,
        hosts=[
            {"type": "person", "value": {"speaker": speaker.pk, "role": "host", "title": "Journalist"}},
            {"type": "person", "value": {"name": "Bo", "role": "moderator"}},
        ],
        themes=[{"type": "theme", "value": {"name": "AI och etik", "text": "Vem svarar?"}}],
        tracks=[{"type": "track", "value": {"name": "Ledning", "text": "För ledare."}}],
        venues=[{"type": "venue", "value": _venue()}],
        tickets=[{"type": "ticket", "value": {"name": "Guld", "price": "1000.50", "currency": "SEK"}}],
        contacts=contact,
        partners=[
            {
                "type": "partner",
                "value": {"name": "Banken", "logo": picture.pk, "address": "https://bank.example/", "text": "Stöd."},
            }
        ],
        **image,
        **caption,
    )
    conference.programme_released = True
    session = make.make_session(
        publish(conference),
        kind="keynote",
        abstract="Vad händer nu?",
        body=body,
        status="tentative",
        status_reason="Talaren väntar",
        attendance="mixed",
        room="sal-a",
        track="ledning",
        themes=["ai-och-etik"],
        tickets=["guld"],
        language="en",
        stream=STREAM,
        captions=True,
        sign_interpreted=True,
        recordings=[{"type": "recording", "value": recording}],
        documents=[{"type": "document", "value": {"title": "Bilderna", "document": slides.pk}}],
    )
    session = make.make_appearance(
        session, speaker, role="moderator", title="Rektor", organisations="Umeå; Luleå", party="C", remote=True
    )
    conference = Page.objects.get(pk=conference.pk).specific
    conference.recordings = [
        {"type": "recording", "value": recording | {"track": "ledning", "sessions": [session.pk]}},
    ]
    conference = publish(conference)
    news = make.make_news(home, description="Det senaste.", rights="Fritt", **image)
    article = make.make_article(
        news,
        tags=("Program",),
        lead="Klart.",
        byline=[{"type": "writer", "value": "Eva"}, {"type": "photographer", "value": "Ida"}],
        published=datetime(2020, 10, 1, 8, tzinfo=UTC),
        body=body,
        about=[{"type": "page", "value": session.pk}, {"type": "page", "value": speaker.pk}],
        **image,
        **caption,
    )
    make.make_translation(conference, title="DV in English", lead="Two days.", end_date=date(2021, 1, 1))
    make.make_translation(session, title="Opening", abstract="What now?", day=date(2020, 12, 9))
    make.make_translation(news, title="News")
    make.make_translation(article, title="The programme is ready", lead="Ready.")
    return {
        "series": series,
        "conference": conference,
        "session": session,
        "speaker_index": speakers,
        "speaker": speaker,
        "article_index": news,
        "article": article,
    }


def shown(client: Client, api: str, page: Page, **parameters: str) -> dict[str, Any]:
    """Return the fields that an API shows of a page, without those of Wagtail's own."""
    response = client.get(f"{api}/pages/{page.pk}/", parameters, headers={"host": "dvb.example"})
    assert response.status_code == 200, response.content
    return {name: value for name, value in response.json().items() if name not in ("id", "meta", "title", "detail_url")}


def _body(picture: Any, slides: Any, speaker: Page) -> list[dict[str, Any]]:
    text = f'<p>Läs om <a linktype="page" id="{speaker.pk}">Anna</a> och <script>alert(1)</script>alla.</p>'
    video = {"title": "Film", "address": "https://video.example/2", "service": "Video", "picture": picture.pk}
    return [
        {"type": "heading", "value": {"text": "Rubrik", "level": "3"}},
        {"type": "paragraph", "value": text},
        {"type": "quote", "value": {"quote": "Ja.", "source": "Anna"}},
        {"type": "image", "value": {"image": picture.pk, "alt": "Salen", "caption": "Full", "credit": "Ida"}},
        {"type": "video", "value": video},
        {"type": "document", "value": {"document": slides.pk, "text": "Läs"}},
    ]


def _venue() -> dict[str, Any]:
    return {
        "name": "Kulturhuset",
        "address": "Storgatan 1",
        "latitude": 63.8,
        "longitude": 20.2,
        "directions": "Buss 1.",
        "step_free": True,
        "hearing_loop": True,
        "accessible_toilet": True,
        "accessibility": "Fråga i dörren.",
        "rooms": [{"name": "Sal A", "capacity": 500, "stream": "https://stream.example/sal-a"}],
    }
