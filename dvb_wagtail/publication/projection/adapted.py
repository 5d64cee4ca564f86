"""Pages that join by an adapter: from what they answer to records, cleaned as strictly as what editors write.

What cannot be used, such as a text where a date belongs, raises: then that page alone is kept out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TypeVar
from uuid import uuid5

from django.utils import timezone
from django.utils.text import slugify

from dvb_wagtail.core.article import Article, ArticleTexts, News, NewsTexts, Tag
from dvb_wagtail.core.fitting import fitting
from dvb_wagtail.core.media import Document, Recording
from dvb_wagtail.core.people import Appearance, AppearanceTexts
from dvb_wagtail.core.session import Session, SessionTexts
from dvb_wagtail.core.text import clean_line, clean_text, clean_url
from dvb_wagtail.core.vocabulary import (
    Attendance,
    Kind,
    RecordingStatus,
    Role,
    SessionStatus,
    SpokenLanguage,
    StreamAccess,
)
from dvb_wagtail.publication.pages import Versions
from dvb_wagtail.publication.projection.bodies import project_rich_text
from dvb_wagtail.publication.projection.media import project_image
from dvb_wagtail.publication.surroundings import Surroundings

T = TypeVar("T")

LONGEST_CODE = 120
"""Characters of a code that something is found by, as many as the index has room for."""


def adapted_news(versions: Versions, key: str, main_language: str, surroundings: Surroundings) -> News:
    """Return the channel of pages with a NewsAdapter."""
    facts = versions.facts(main_language)
    return News(
        id=str(versions.identity),
        key=key,
        main_language=main_language,
        texts={
            language: NewsTexts(
                title=clean_line(said.title),
                url=surroundings.address(page),
                description=clean_text(said.description),
                rights=clean_line(said.rights),
                feed_title=clean_line(said.feed_title),
            )
            for language, page in versions.public.items()
            for said in [_texts(fitting(page.get_news(), News).texts, language)]
        },
        image=project_image(facts.get_image(), facts, surroundings),
    )


def adapted_article(versions: Versions, main_language: str, surroundings: Surroundings) -> Article:
    """Return the article of pages with an ArticleAdapter, dated as the page says."""
    facts = versions.facts(main_language)
    articles = {language: fitting(page.get_article(), Article) for language, page in versions.public.items()}
    said = articles[surroundings.language(facts)]
    texts = {language: _texts(article.texts, language) for language, article in articles.items()}
    shown = _texts(said.texts, surroundings.language(facts))
    return Article(
        id=str(versions.identity),
        main_language=main_language,
        published=_moment(said.published),
        texts={
            language: ArticleTexts(
                title=clean_line(written.title),
                url=surroundings.address(versions.public[language]),
                lead=clean_text(written.lead),
                html=project_rich_text(written.html, versions.public[language], surroundings),
                image_alt=clean_line(written.image_alt),
                image_caption=clean_line(written.image_caption),
            )
            for language, written in texts.items()
        },
        writers=_lines(said.writers),
        photographers=_lines(said.photographers),
        tags=tuple(sorted(_tags(said.tags), key=lambda tag: tag.name.casefold())),
        image=project_image(
            facts.get_image(),
            facts,
            surroundings,
            alt=shown.image_alt,
            caption=shown.image_caption,
            credit=said.image.credit if said.image else "",
        ),
        about=tuple(_code(str(identity)) for identity in said.about),
    )


def adapted_session(versions: Versions, code: str, main_language: str, surroundings: Surroundings) -> Session:
    """Return the session of pages with a SessionAdapter. Raises ValueError for a word that no vocabulary has."""
    facts = versions.facts(main_language)
    sessions = {language: fitting(page.get_session(), Session) for language, page in versions.public.items()}
    facts_language = surroundings.language(facts)
    said = sessions[facts_language]
    access = StreamAccess(said.stream_access)
    has_times = said.start is not None and said.end is not None
    return Session(
        id=str(versions.identity),
        code=code,
        kind=Kind(said.kind),
        texts={
            language: SessionTexts(
                title=clean_line(written.title),
                url=surroundings.address(versions.public[language]),
                abstract=clean_text(written.abstract),
                status_reason=clean_line(written.status_reason),
            )
            for language, session in sessions.items()
            for written in [_texts(session.texts, language)]
        },
        day=said.day,
        start=said.start if has_times else None,
        end=said.end if has_times else None,
        status=SessionStatus(said.status),
        attendance=Attendance(said.attendance),
        room=_code(said.room),
        track=_code(said.track),
        themes=tuple(map(_code, said.themes)),
        tickets=tuple(map(_code, said.tickets)),
        language=SpokenLanguage(said.language) if said.language else None,
        stream=clean_url(said.stream) if access is StreamAccess.PUBLIC else "",
        stream_access=access,
        has_stream=bool(said.has_stream or said.stream),
        captions=said.captions,
        sign_interpreted=said.sign_interpreted,
        appearances=tuple(_appearances(versions, facts_language, sessions)),
        recordings=tuple(_recording(recording) for recording in said.recordings),
        documents=tuple(_document(document) for document in said.documents),
    )


def _texts(texts: Mapping[str, T], language: str) -> T:
    """Return what a page says in its own language; whatever it has, if it names another. Raises ValueError for none."""
    found = texts.get(language) or next(iter(texts.values()), None)
    if found is None:
        raise ValueError("There are no texts.")
    return found


def _moment(published: datetime) -> datetime:
    aware = published if timezone.is_aware(published) else timezone.make_aware(published)
    return aware.replace(microsecond=0).astimezone(UTC)


def _code(code: str) -> str:
    """Return a code in one line. Raises ValueError for one that is too long to be found by."""
    cleaned = clean_line(code)
    if len(cleaned) > LONGEST_CODE:
        raise ValueError(f"The code {cleaned!r} has more than {LONGEST_CODE} characters.")
    return cleaned


def _lines(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in map(clean_line, names) if name)


def _tags(tags: Iterable[Tag]) -> set[Tag]:
    found = {Tag(_code(slugify(tag.code or tag.name)), clean_line(tag.name)) for tag in tags}
    return {tag for tag in found if tag.code and tag.name}


def _appearances(versions: Versions, facts_language: str, sessions: Mapping[str, Session]) -> Iterator[Appearance]:
    """Yield who appears by the main page, with each other language's words for the one at the same place.

    Who has no name on the main page is left out, as on the ready types.
    """
    for number, appearance in enumerate(sessions[facts_language].appearances):
        texts = {
            language: _texts(session.appearances[number].texts, language)
            for language, session in sessions.items()
            if number < len(session.appearances)
        }
        known_as = clean_line(texts[facts_language].name)
        if not known_as:
            continue
        yield Appearance(
            id=str(uuid5(versions.identity, str(number))),
            role=Role(appearance.role),
            texts={
                language: AppearanceTexts(
                    clean_line(person.name) or known_as, clean_line(person.title), _lines(person.organisations)
                )
                for language, person in texts.items()
            },
            party=clean_line(appearance.party),
            remote=appearance.remote,
        )


def _recording(recording: Recording) -> Recording:
    status = RecordingStatus(recording.status)
    return Recording(
        title=clean_line(recording.title),
        url=clean_url(recording.url) if status is RecordingStatus.PUBLISHED else "",
        service=clean_line(recording.service),
        status=status,
        captioned=recording.captioned,
        published=recording.published,
        id=clean_line(str(recording.id)),
    )


def _document(document: Document) -> Document:
    return Document(
        title=clean_line(document.title),
        url=clean_url(document.url),
        type=clean_line(document.type),
        length=document.length,
    )
