"""What the public gets of an edition: every document and page, asked for by nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

import icalendar
from django.utils.encoding import iri_to_uri

from dvb_wagtail.pages.models import ArticlePage, ConferencePage, SessionPage, SpeakerPage
from dvb_wagtail.publication.tables import PublishedSession
from tests.delivery.editing import republish
from tests.pages_factory import (
    make_appearance,
    make_article,
    make_conference,
    make_news,
    make_session,
    make_site,
    make_speaker,
    make_speaker_index,
    make_translation,
)
from tests.stored import put_back_result


@dataclass(frozen=True)
class Answer:
    status: int
    validators: tuple[str | None, str | None]
    """ETag and Last-Modified, where there are any."""
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def events(self) -> dict[str, icalendar.Event]:
        """The events of a calendar by SUMMARY."""
        return {str(event["SUMMARY"]): event for event in icalendar.Calendar.from_ical(self.body).walk("VEVENT")}


@dataclass(frozen=True)
class Edition:
    """A published edition, what tells of it, and its English mirrors."""

    conference: ConferencePage
    session: SessionPage
    speaker: SpeakerPage
    article: ArticlePage
    mirrors: tuple[ConferencePage, SessionPage]

    @property
    def originals(self) -> tuple[ConferencePage, SessionPage, ArticlePage]:
        return self.conference, self.session, self.article

    @property
    def programme(self) -> str:
        return self.documents[0]

    @property
    def documents(self) -> list[str]:
        """The addresses of what the edition is written in: Swedish and English programme and session."""
        code = PublishedSession.objects.get(identity=self.session.translation_key).code
        folders = [f"/dvb/v1/conferences/{self.conference.acronym}/{language}/" for language in ("sv", "en")]
        return [folder + name for name in ("programme.ics", f"sessions/{code}.ics") for folder in folders]

    @property
    def pages(self) -> list[str]:
        """The addresses of the edition's own pages, Swedish and English."""
        conferences = (self.conference, self.mirrors[0])
        return [
            *(page.url for page in (*conferences, self.session, self.mirrors[1])),
            *(f"{page.url}program/" for page in conferences),
        ]

    @property
    def neighbours(self) -> list[str]:
        """The addresses of what tells of the edition among other things."""
        feeds = [f"/dvb/v1/news/nyheter/sv/articles.{name}" for name in ("rss", "atom")]
        others = (self.article.get_parent(), self.article, self.speaker.get_parent(), self.speaker)
        return [*feeds, *(page.url for page in others)]


def put_back_edition(host: str, port: int) -> Edition:
    """Have an edition published and nothing else: as `publish_edition` does it, once a process."""
    return put_back_result(("edition", host, port), lambda: publish_edition(host, port))


def publish_edition(host: str, port: int) -> Edition:
    """Publish an edition, whose programme is then released, with one session, a speaker and an article about it."""
    home = make_site(host, port).root_page
    conference = make_conference(
        home,
        title="Digitala Västerbotten 2020",
        lead="Två dagar om det hållbara samhället.",
        venues=[("venue", {"name": "Kulturhuset", "rooms": [{"name": "Sal A"}, {"name": "Sal B"}]})],
    )
    speaker = make_speaker(make_speaker_index(home))
    session = make_appearance(make_session(conference, "Ledarskap i förändring", room="sal-a"), speaker)
    about = [("page", conference), ("page", session)]
    article = make_article(make_news(home), "Anmälan är öppen", lead="Nu kan du anmäla dig.", about=about)
    english = make_translation(home, title="Home").locale
    mirrors = tuple(page.copy_for_translation(english, alias=True) for page in (conference, session))
    conference = republish(conference, programme_released=True)
    return Edition(conference, session, speaker, article, mirrors)


def ask(root: str, address: str) -> Answer:
    """Return the answer of a server, redirects not followed."""
    connection = HTTPConnection(urlsplit(root).netloc, timeout=60)
    try:
        connection.request("GET", iri_to_uri(address))
        answer = connection.getresponse()
        validators = (answer.headers["ETag"], answer.headers["Last-Modified"])
        return Answer(answer.status, validators, answer.read())
    finally:
        connection.close()
