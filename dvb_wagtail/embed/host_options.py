"""The options and selections in a frame's address, as rows of a table: from the grammar, so that none is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from dvb_wagtail.core.frames import HEADINGS, HIDDEN, LIMITS, PARAMETERS, FrameKind, FrameOptions, Look
from dvb_wagtail.core.scope import CODED, WORDS, Facet
from dvb_wagtail.core.words import Words

KINDS: Final[dict[FrameKind, str | Promise]] = {
    FrameKind.PROGRAMME: _("programme"),
    FrameKind.SESSION: _("session"),
    FrameKind.SUBSCRIBE: _("ways to subscribe"),
    FrameKind.NEWS: _("news"),
}
"""What the kinds of frames are called in a sentence."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A row of a table. `values` are written in the address as they stand, `form` says what they are where they are
    too many. What holds without it is the value `usual`, or said in words, `otherwise`. No `kinds` are all of them.
    """

    name: str
    meaning: str
    kinds: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    form: str = ""
    usual: str = ""
    otherwise: str = ""


def options() -> list[Parameter]:
    """Return how a frame can look and how much it can show, each with the kinds of frames that take it."""
    usual = FrameOptions()
    shown = pgettext("unless it is hidden", "shown")
    return [
        Parameter(
            "look",
            gettext("Colours; auto follows the visitor's device"),
            _taking("look"),
            tuple(Look),
            usual=usual.look,
        ),
        Parameter(
            "heading",
            gettext("Level of the frame's title among the headings of your page"),
            _taking("heading"),
            tuple(str(level) for level in HEADINGS),
            usual=str(usual.heading),
        ),
        Parameter("title", gettext("Title for screen readers only"), _taking("title"), (HIDDEN,), otherwise=shown),
        Parameter("filters", gettext("No filters for visitors"), _taking("filters"), (HIDDEN,), otherwise=shown),
        Parameter(
            "limit",
            gettext("How many articles"),
            _taking("limit"),
            form=gettext("{first} to {last}").format(first=LIMITS[0], last=LIMITS[-1]),
            usual=str(usual.limit),
        ),
        Parameter(
            "tag",
            gettext("Only articles with a tag"),
            (str(KINDS[FrameKind.NEWS]),),
            form=gettext("a code"),
            otherwise=gettext("all articles"),
        ),
    ]


def selections(words: Words) -> list[Parameter]:
    """Return what narrows a programme, or the ways to subscribe to it."""
    return [
        Parameter(facet.value, words.facets[facet], values=tuple(sorted(WORDS.get(facet, ()))), form=_form(facet))
        for facet in Facet
    ]


def _taking(name: str) -> tuple[str, ...]:
    """Return which kinds of frames take an option; nothing where all of them do."""
    kinds = [kind for kind in FrameKind if name in PARAMETERS[kind]]
    return () if len(kinds) == len(FrameKind) else tuple(str(KINDS[kind]) for kind in kinds)


def _form(facet: Facet) -> str:
    if facet is Facet.DAY:
        return gettext("a date, such as 2020-12-08")
    return gettext("a code") if facet in CODED else ""
