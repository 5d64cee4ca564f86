"""What an editor gets: each value in the form in which the system that it is pasted into takes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _

from dvb_wagtail.admin.embedding.letter import Letter, finders, host_page, letter
from dvb_wagtail.admin.embedding.shareable import Chosen, Feed, Shared
from dvb_wagtail.admin.embedding.systems import System
from dvb_wagtail.conf import conf
from dvb_wagtail.core.frames import FrameKind, FrameOptions
from dvb_wagtail.delivery.addresses import AddressTooLong
from dvb_wagtail.formats import host_snippets, qr
from dvb_wagtail.formats.host_snippets import Embed
from dvb_wagtail.presentation.embeddable import Embeddable
from dvb_wagtail.presentation.links import SUBSCRIBE
from dvb_wagtail.presentation.subscribe import Subscription

PREVIEW_SANDBOX = " ".join(part for part in host_snippets.SANDBOX.split() if part != "allow-same-origin")
"""The admin has the frame's own origin: with `allow-same-origin` whatever went wrong in a frame could act there as the
editor, and take its sandbox away. Without it the frame is a stranger, as it is on another site."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code; `name` tells it apart in the address of its file."""

    name: str
    label: str
    address: str
    title: str

    @property
    def svg(self) -> str:
        """The code as an element, its title escaped."""
        return qr.svg(self.address, self.title)


@dataclass(frozen=True)
class Answer:
    """What was asked for of something public. Everything is made when it is asked for; see `answer`.

    `shown` is what the preview shows; `subscription` is None but for a calendar of several sessions.
    """

    shared: Shared
    chosen: Chosen
    shown: Embeddable
    feeds: tuple[Feed, ...]
    subscription: Subscription | None

    @property
    def system(self) -> System:
        return self.chosen.system

    @property
    def template(self) -> str:
        """The template of the fields of the system."""
        return f"dvb_wagtail/admin/embedding/systems/{self.system.value}.html"

    @cached_property
    def embed(self) -> Embed:
        """It as a host shows it. A Wagtail site asks for it by its address, which says no height."""
        return self.shown.embed(None if self.system is System.WAGTAIL else self.chosen.height)

    @property
    def html(self) -> str:
        return host_snippets.iframe(self.embed)

    @property
    def page(self) -> str:
        """The address that people read it at: what oEmbed is asked about."""
        return self.embed.url

    @property
    def by_page(self) -> bool:
        """Whether the page's address alone says what was asked for, its language too; else the frame's has to."""
        usual = not self.chosen.options.query() and self.chosen.kind is not FrameKind.SUBSCRIBE
        return usual and bool(self.shown.url) and self.shown.language == self.chosen.language

    @property
    def rss(self) -> tuple[Feed, ...]:
        return tuple(feed for feed in self.feeds if feed.form == "RSS")

    @property
    def calendar_file(self) -> str:
        return self.shared.calendar_file(self.chosen)

    @property
    def of_session(self) -> bool:
        return self.chosen.kind is FrameKind.SESSION

    @property
    def of_news(self) -> bool:
        return self.chosen.kind is FrameKind.NEWS

    @property
    def finders(self) -> str:
        """The setting with which a Wagtail site asks this one."""
        return finders(self.embed)

    @property
    def policy(self) -> str:
        return host_snippets.frame_policy(self.embed.address)

    @property
    def host_page(self) -> str:
        return host_page(self.embed)

    @property
    def minutes(self) -> int:
        """For how long a frame may show what was; at least a minute."""
        return max(1, -(-conf.max_age // 60))

    @cached_property
    def letter(self) -> Letter:
        """The letter to the web team of the site, in the language of the editor who sends it."""
        return letter(
            self.system,
            self.embed,
            calendar=self.subscription.webcal if self.subscription else "",
            file=self.calendar_file if self.system is System.CALENDAR else "",
            feeds=self.feeds,
            feeds_of=self.shared.feeds_of(self.chosen),
        )

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """The QR codes: of the page, and for a calendar first of what a telephone subscribes to."""
        title = self.embed.title
        page = Code("page", _("The page"), self.page, title)
        if self.shown.url and (self.subscription or self.chosen.kind is FrameKind.SUBSCRIBE):
            page = Code("page", _("The page with every way to subscribe"), f"{self.page}#{SUBSCRIBE}", title)
        if self.subscription:
            return Code("calendar", _("The calendar, for iPhone and iPad"), self.subscription.webcal, title), page
        if self.system is System.CALENDAR:
            return Code("calendar", _("The calendar file"), self.calendar_file, title), page
        return (page,)


def answer(shared: Shared, chosen: Chosen) -> Answer:
    """Return what was asked for. Raises AddressTooLong where an address of it is one that some systems refuse."""
    if chosen.system.shows_frames:
        shown = shared.embeddable(chosen)
    else:
        # A calendar and a feed have no looks; what they hold is previewed as any site would show it.
        chosen = replace(chosen, kind=shared.kinds[0], options=FrameOptions())
        shown = shared.embeddable(chosen, any_length=True)
    subscription = shared.subscription(chosen) if chosen.system is System.CALENDAR else None
    if subscription and subscription.too_long:
        raise AddressTooLong(shown.address)
    feeds = shared.feeds(chosen) if chosen.system in (System.MUNICIPIO, System.WORDPRESS, System.FEEDS) else ()
    return Answer(shared, chosen, shown, feeds, subscription)
