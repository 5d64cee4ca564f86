"""Sessions: from pages to records."""

from __future__ import annotations

from dvb_wagtail.core.session import Session, SessionTexts
from dvb_wagtail.core.text import clean_line, clean_text, clean_url
from dvb_wagtail.core.vocabulary import Attendance, Kind, SessionStatus, SpokenLanguage, StreamAccess
from dvb_wagtail.models.indexed import SessionAdapter
from dvb_wagtail.publication.pages import Versions
from dvb_wagtail.publication.projection.adapted import adapted_session
from dvb_wagtail.publication.projection.media import project_document, project_recording
from dvb_wagtail.publication.projection.people import PublicSpeakers, project_appearances
from dvb_wagtail.publication.surroundings import Surroundings


def project_session(
    versions: Versions, code: str, main_language: str, surroundings: Surroundings, speakers: PublicSpeakers
) -> Session:
    """Return the session. The address of a stream for the registered only goes no further than here."""
    facts = versions.facts(main_language)
    if isinstance(facts, SessionAdapter):
        return adapted_session(versions, code, main_language, surroundings)
    access = StreamAccess(facts.stream_access)
    has_times = facts.start is not None and facts.end is not None
    documents = (
        project_document(block.value["document"], block.value["title"], facts, surroundings)
        for block in facts.documents
    )
    return Session(
        id=str(versions.identity),
        code=code,
        kind=Kind(facts.kind),
        texts={
            language: SessionTexts(
                title=clean_line(page.title),
                url=surroundings.address(page),
                abstract=clean_text(page.abstract),
                status_reason=clean_line(page.status_reason),
            )
            for language, page in versions.public.items()
        },
        day=facts.day,
        start=facts.start if has_times else None,
        end=facts.end if has_times else None,
        status=SessionStatus(facts.status),
        attendance=Attendance(facts.attendance),
        room=facts.room,
        track=facts.track,
        themes=tuple(facts.themes or ()),
        tickets=tuple(facts.tickets or ()),
        language=SpokenLanguage(facts.language) if facts.language else None,
        stream=clean_url(facts.stream) if access is StreamAccess.PUBLIC else "",
        stream_access=access,
        has_stream=bool(facts.stream),
        captions=facts.captions,
        sign_interpreted=facts.sign_interpreted,
        appearances=project_appearances(versions.public, facts, speakers),
        recordings=tuple(project_recording(block) for block in facts.recordings),
        documents=tuple(document for document in documents if document),
    )
