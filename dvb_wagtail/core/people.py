"""Speakers, and their appearances in sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dvb_wagtail.core.media import Image
from dvb_wagtail.core.vocabulary import Role


@dataclass(frozen=True, slots=True)
class SpeakerTexts:
    name: str
    url: str = ""
    title: str = ""
    organisation: str = ""
    portrait_alt: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person with a public page, in every language of that page."""

    id: str
    code: str
    main_language: str
    texts: Mapping[str, SpeakerTexts]
    portrait: Image | None = None


@dataclass(frozen=True, slots=True)
class AppearanceTexts:
    """The person's title and organisations as they were that day, in one language."""

    name: str
    title: str = ""
    organisations: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in a session. `speaker` is the permanent code of a public speaker page, else empty."""

    id: str
    role: Role
    texts: Mapping[str, AppearanceTexts] = field(default_factory=dict)
    speaker: str = ""
    party: str = ""
    remote: bool = False
