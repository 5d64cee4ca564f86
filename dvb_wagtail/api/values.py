"""The values of API fields, as Wagtail's v3 reads them for its OpenAPI document.

Properties have the names of `programme.json`, and mean the same. What is not known is null, and a list may be empty.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import Literal

from dvb_wagtail.core.vocabulary import RecordingStatus, Role, StreamAccess

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    # Pydantic, which reads these in v3, takes no other before Python 3.12.
    from typing_extensions import TypedDict


class PublicImage(TypedDict):
    """A picture of the site's own media, at a size that suits a page; `small` suits a list."""

    url: str
    type: str
    length: int
    width: int
    height: int
    alt: str
    caption: str | None
    credit: str | None
    small: str | None
    small_width: int | None


class PublicDocument(TypedDict):
    """A file for download; `length` in bytes."""

    title: str
    url: str
    type: str | None
    length: int | None


class PublicReference(TypedDict):
    """Another page that everyone may see, with its title in the language of the page that names it."""

    identity: str
    title: str
    url: str | None


class PublicNamed(TypedDict):
    """A track, theme, ticket or tag: its permanent code and its name."""

    code: str
    name: str


class PublicPlace(TypedDict):
    """Where a session is held."""

    location: str
    venue: str | None
    venue_code: str | None
    room: str | None
    room_code: str | None
    address: str | None
    latitude: float | None
    longitude: float | None


class PublicAppearance(TypedDict):
    """A person in a session, as they were that day. `speaker` and `url` are null without a public page."""

    name: str
    role: Role
    title: str | None
    organisations: list[str]
    party: str | None
    remote: bool
    speaker: str | None
    url: str | None


class PublicStream(TypedDict):
    """Where a session can be followed. One for the registered has no address here."""

    url: str | None
    access: StreamAccess


class PublicRecording(TypedDict):
    """A recording; one that is only promised has no address."""

    title: str
    url: str | None
    service: str | None
    status: RecordingStatus
    captioned: bool
    published: date | None
    picture: PublicImage | None


class PublicSharedRecording(PublicRecording):
    """A recording of several sessions, of a whole track (its code), or both."""

    track: str | None
    sessions: list[PublicReference]


class PublicHost(TypedDict):
    """A host or moderator of the whole edition."""

    name: str
    role: Role
    title: str | None
    speaker: str | None
    url: str | None


class PublicTheme(PublicNamed):
    """A theme or track with what it is about."""

    text: str | None


class PublicRoom(PublicNamed):
    """A room; `stream` is a public one."""

    capacity: int | None
    stream: str | None


class PublicVenue(PublicNamed):
    """A house with its rooms. Position in decimal degrees."""

    address: str | None
    latitude: float | None
    longitude: float | None
    directions: str | None
    step_free: bool
    hearing_loop: bool
    accessible_toilet: bool
    accessibility: str | None
    rooms: list[PublicRoom]


class PublicTicket(PublicNamed):
    """A ticket. `price` is a decimal number as text; null while it is not decided."""

    includes: str | None
    price: str | None
    currency: str | None
    vat_included: bool
    on_sale_from: datetime | None
    on_sale_until: datetime | None
    sold_out: bool
    url: str | None


class PublicContact(TypedDict):
    name: str
    role: str | None
    email: str | None
    phone: str | None


class PublicPartner(TypedDict):
    name: str
    logo: PublicImage | None
    url: str | None
    text: str | None


class PublicLink(TypedDict):
    text: str
    url: str


class HeadingValue(TypedDict):
    text: str
    level: int


class HeadingPart(TypedDict):
    id: str | None
    type: Literal["heading"]
    value: HeadingValue


class ParagraphPart(TypedDict):
    """Text as HTML: cleaned as in the feeds, every address absolute."""

    id: str | None
    type: Literal["paragraph"]
    value: str


class QuoteValue(TypedDict):
    quote: str
    source: str | None


class QuotePart(TypedDict):
    id: str | None
    type: Literal["quote"]
    value: QuoteValue


class ImagePart(TypedDict):
    id: str | None
    type: Literal["image"]
    value: PublicImage


class VideoValue(TypedDict):
    """A link to a video elsewhere, with a picture of the site's own."""

    title: str
    url: str
    service: str | None
    picture: PublicImage | None


class VideoPart(TypedDict):
    id: str | None
    type: Literal["video"]
    value: VideoValue


class DocumentPart(TypedDict):
    id: str | None
    type: Literal["document"]
    value: PublicDocument


class OtherPart(TypedDict):
    """A block that a project has added, as cleaned HTML."""

    id: str | None
    type: str
    value: str


BodyPart = HeadingPart | ParagraphPart | QuotePart | ImagePart | VideoPart | DocumentPart | OtherPart
