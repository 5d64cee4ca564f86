"""The API fields of an edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dvb_wagtail.api import conference_lists as lists
from dvb_wagtail.api import parts
from dvb_wagtail.api.edition import edition, edition_record, shown_edition
from dvb_wagtail.api.shown import fields
from dvb_wagtail.api.values import PublicImage
from dvb_wagtail.core.text import clean_line
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus


def acronym(page: Any) -> str:
    return edition(page).acronym


def number(page: Any) -> int | None:
    return edition(page).number


def theme(page: Any) -> str | None:
    return shown_edition(page).theme or None


def theme_text(page: Any) -> str | None:
    return parts.text(page.theme_text)


def lead(page: Any) -> str | None:
    return shown_edition(page).lead or None


def start_date(page: Any) -> date | None:
    return edition(page).start


def end_date(page: Any) -> date | None:
    return edition(page).end


def starts_at(page: Any) -> datetime | None:
    """Return when it begins, with the offset of its own zone."""
    return shown_edition(page).starts


def ends_at(page: Any) -> datetime | None:
    return shown_edition(page).ends


def time_zone(page: Any) -> str:
    return edition(page).time_zone


def audience(page: Any) -> str | None:
    found = edition(page)
    return parts.in_page_language(found.texts, page, found.main_language).audience or None


def attendance(page: Any) -> Attendance:
    return shown_edition(page).attendance


def status(page: Any) -> ConferenceStatus:
    return shown_edition(page).status


def reason(page: Any) -> str | None:
    """Return why it is not as announced."""
    return shown_edition(page).reason or None


def programme_released(page: Any) -> bool:
    record = edition_record(page)
    return record.released if record else bool(page.programme_released)


def registration(page: Any) -> str | None:
    return parts.address(page.registration)


def organiser(page: Any) -> str | None:
    return shown_edition(page).organiser or None


def hashtag(page: Any) -> str | None:
    return shown_edition(page).hashtag or None


def participants(page: Any) -> int | None:
    found: int | None = page.participants
    return found


def image(page: Any) -> PublicImage | None:
    """Return the main page's picture, with the words of this one."""
    found = edition(page).image
    if found is None:
        return None
    alt, caption = clean_line(page.image_alt), clean_line(page.image_caption)
    return parts.image_value(replace(found, alt=alt or found.alt, caption=caption or found.caption))


conference_api_fields = fields(
    identity=parts.identity,
    url=parts.url,
    acronym=acronym,
    number=number,
    theme=theme,
    theme_text=theme_text,
    lead=lead,
    body=parts.body,
    start_date=start_date,
    end_date=end_date,
    starts_at=starts_at,
    ends_at=ends_at,
    time_zone=time_zone,
    audience=audience,
    attendance=attendance,
    status=status,
    reason=reason,
    programme_released=programme_released,
    registration=registration,
    organiser=organiser,
    hashtag=hashtag,
    participants=participants,
    image=image,
    hosts=lists.hosts,
    themes=lists.themes,
    tracks=lists.tracks,
    venues=lists.venues,
    tickets=lists.tickets,
    recordings=lists.recordings,
    contacts=parts.contacts,
    partners=lists.partners,
)
