"""The programme of an edition as its page shows it: cards by day and time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from dvb_wagtail.core import programme
from dvb_wagtail.core.localised import LocalisedSession
from dvb_wagtail.core.words import Words
from dvb_wagtail.presentation import dates
from dvb_wagtail.presentation.cards import SessionCard, SessionCards


@dataclass(frozen=True, slots=True)
class Slot:
    """Sessions that start together.

    `times` is what they have in common: "13.00-14.30", or "13.00" where they end apart, or nothing while it is open.
    `continuing` started earlier and still go on: one has to choose between them and these, too.
    """

    start: datetime | None
    times: str
    parallel: bool
    sessions: tuple[SessionCard, ...]
    continuing: tuple[SessionCard, ...] = ()

    @property
    def over(self) -> bool:
        return all(card.over for card in self.sessions)

    @property
    def same_end(self) -> bool:
        return len({card.times for card in self.sessions}) == 1


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the programme; `day` is None, and `name` empty, for what has no day yet."""

    day: date | None
    name: str
    slots: tuple[Slot, ...]

    @property
    def anchor(self) -> str:
        return f"day-{self.day.isoformat()}" if self.day else "day-open"


@dataclass(frozen=True, slots=True)
class NowAndNext:
    """What goes on, and what comes next and when: "13.00", with its day before it if that is another."""

    now: tuple[SessionCard, ...] = ()
    next: tuple[SessionCard, ...] = ()
    next_at: str = ""

    def __bool__(self) -> bool:
        return bool(self.now or self.next)


def days(sessions: Iterable[LocalisedSession], cards: SessionCards, words: Words) -> tuple[Day, ...]:
    return tuple(
        Day(day.day, words.long_day(day.day) if day.day else "", tuple(_slots(day, cards)))
        for day in programme.by_day(sessions)
    )


def _slots(day: programme.ProgrammeDay, cards: SessionCards) -> Iterable[Slot]:
    earlier: list[SessionCard] = []
    for slot in day.slots:
        shown = tuple(cards.of(session) for session in slot.sessions)
        start = slot.start
        times = {card.times for card in shown}
        yield Slot(
            start=start,
            times=(times.pop() if len(times) == 1 else cards.words.clock(start)) if start else "",
            parallel=slot.parallel and start is not None,
            sessions=shown,
            continuing=tuple(
                card for card in earlier if start and card.end and card.end > start and not card.cancelled
            ),
        )
        earlier += shown


def now_and_next(sessions: Iterable[LocalisedSession], cards: SessionCards, now: datetime, words: Words) -> NowAndNext:
    """Return what goes on at `now` (aware) and what comes after it."""
    found = programme.now_and_next(sessions, now)
    start = found.next[0].start if found.next else None
    if start is None:
        next_at = ""
    elif start.date() == now.astimezone(start.tzinfo).date():
        next_at = words.clock(start)
    else:
        next_at = dates.day_and_time(start.date(), start.time(), words)
    return NowAndNext(
        now=tuple(cards.of(session) for session in found.now),
        next=tuple(cards.of(session) for session in found.next),
        next_at=next_at,
    )
