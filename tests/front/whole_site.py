"""One page of every type, filled in, each with what it can show of the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.images import get_image_model
from wagtail.models import Page

from dvb_wagtail.pages.models import (
    ArticleIndexPage,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from dvb_wagtail.testing import publish
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_news,
    make_session,
    make_speaker,
    make_speaker_index,
)


@dataclass
class WholeSite:
    series: SeriesPage
    conference: ConferencePage
    session: SessionPage
    speakers: SpeakerIndexPage
    speaker: SpeakerPage
    news: ArticleIndexPage
    article: ArticlePage

    @property
    def addresses(self) -> list[str]:
        """The paths of every page, the programme and what the queries of both lists can ask for."""
        programme = self.conference.url + "program/"
        pages = (self.series, self.conference, self.session, self.speakers, self.speaker, self.news, self.article)
        return [
            *(page.url for page in pages),
            programme,
            f"{programme}?kind=keynote&day=2020-12-08",
            f"{programme}?kind=lunch",
            f"{self.news.url}?tag=program",
        ]


def make_image(title: str = "Fjäll", size: tuple[int, int] = (64, 36)) -> Any:
    file = BytesIO()
    Picture.new("RGB", size, (20, 80, 100)).save(file, "PNG")
    file.seek(0)
    return get_image_model().objects.create(title=title, file=ImageFile(file, name="bild.png"))


def fill(conference: ConferencePage, title: str = "Det hållbara samhället") -> WholeSite:
    """Return a site round an edition, every text the title, as far as its field can hold it."""
    series = SeriesPage.objects.get(pk=conference.get_parent().pk)
    image = make_image(title)
    body = [
        ("heading", {"text": title, "level": "2"}),
        ("paragraph", "<p>Text med <b>fetstil</b>.</p>"),
        ("quote", {"quote": title, "source": title}),
        ("image", {"image": image, "alt": title, "caption": title, "credit": title}),
        ("video", {"title": title, "address": "https://video.example.org/1", "service": "Video", "picture": image}),
    ]
    contact = ("contact", {"name": title, "role": title, "email": "hej@example.org", "phone": "090 00 00"})
    for name in ("motto", "mission", "organiser", "lead", "image_alt"):
        setattr(series, name, title)
    series.title, series.image, series.body, series.contacts = title, image, body, [contact]
    series = publish(series)
    speakers = make_speaker_index(series, lead=title)
    speaker = make_speaker(
        speakers,
        title,
        job_title=title,
        organisation=title,
        biography="<p>Text</p>",
        portrait=image,
        portrait_alt=title,
        links=[("link", {"text": title, "address": "https://example.org/"})],
    )
    recording = {
        "title": title,
        "status": "published",
        "address": "https://video.example.org/2",
        "service": title[:60],
        "picture": image,
        "captioned": True,
        "published": datetime(2021, 1, 12, tzinfo=UTC).date(),
    }
    for name in ("title", "theme", "theme_text", "lead", "audience", "organiser", "status_reason"):
        setattr(conference, name, title)
    conference.image, conference.image_alt, conference.image_caption = image, title, title
    conference.image_credit, conference.hashtag, conference.body = title, title[:60], body
    conference.hosts = [
        ("person", {"speaker": speaker, "name": "", "role": "moderator", "title": title}),
        ("person", {"speaker": None, "name": title, "role": "host", "title": title}),
    ]
    conference.contacts = [contact]
    conference.partners = [
        ("partner", {"name": title, "logo": image, "address": "https://example.org/", "text": title}),
        ("partner", {"name": title, "logo": None, "address": "", "text": ""}),
    ]
    conference.recordings = [("recording", recording | {"track": "", "sessions": []})]
    conference = publish(conference)
    session = make_session(
        conference,
        title,
        kind="keynote",
        attendance="mixed",
        abstract=title,
        body=body,
        room="stora-salen",
        track="politik",
        themes=["etik"],
        tickets=["guldbiljett"],
        language="en",
        stream="https://stream.example.org/",
        captions=True,
        sign_interpreted=True,
        recordings=[("recording", recording)],
    )
    session = make_appearance(session, speaker, role="moderator", title=title, organisations=title, party=title[:60])
    session = make_appearance(session, name=title[:120], remote=True)
    make_session(conference, title, kind="lunch", start=time(13), end=time(15), room="sal-a", status="tentative")
    make_session(conference, title, status="cancelled", status_reason=title, start=time(22), end=time(1))
    make_session(conference, title, start=None, end=None)
    make_session(conference, title, day=None, start=None, end=None)
    news = make_news(series, description=title)
    article = make_article(
        news,
        title,
        tags=("program",),
        published=datetime(2020, 11, 1, 9, tzinfo=UTC),
        lead=title,
        image=image,
        image_alt=title,
        image_caption=title,
        image_credit=title,
        body=body,
        byline=[("writer", title[:120]), ("photographer", title[:120])],
        about=[("page", page) for page in (conference, session, speaker)],
    )
    return WholeSite(series, conference, session, speakers, speaker, news, article)


def show_in_menu(page: Page) -> Any:
    page = type(page).objects.get(pk=page.pk)
    page.show_in_menus = True
    return publish(page)
