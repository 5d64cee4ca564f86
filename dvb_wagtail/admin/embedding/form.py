"""The questions of the builder, as one GET form: its address can be kept and sent to somebody.

A question that was not asked has its usual answer, so an address with `?system=html` alone says everything.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dvb_wagtail.admin.embedding.names import KINDS, LOOKS, USUAL_HEIGHTS
from dvb_wagtail.admin.embedding.shareable import Chosen, Shared
from dvb_wagtail.admin.embedding.systems import NAMES, System
from dvb_wagtail.core.frames import (
    DEFAULT_LIMIT,
    HEADINGS,
    HEIGHTS,
    LIMITS,
    PARAMETERS,
    FrameKind,
    FrameOptions,
    Look,
)
from dvb_wagtail.core.scope import Facet, Scope
from dvb_wagtail.core.words import capitalised
from dvb_wagtail.delivery.words import words
from dvb_wagtail.presentation.filters import Choice

LOWEST, HIGHEST = 200, 3000
"""CSS pixels: WordPress gives no frame less, and higher than a few screens nobody finds what stands below it."""

OFFERED = tuple(facet for facet in Facet if facet is not Facet.SPEAKER)
"""What a programme can be narrowed by here. Speakers are too many to tick."""


def _number() -> forms.TextInput:
    """Return a field for a number that also shows what is none: an input of that type would be empty."""
    return forms.TextInput(attrs={"inputmode": "numeric", "size": 6})


class ShareForm(forms.Form):
    """What to show, where and how. `asked` is the query, None while nothing was asked; `language` that of the page."""

    system = forms.ChoiceField(
        label=_("Where will you paste it?"),
        help_text=_(
            "If you do not know what the website is made with, choose “Another website (HTML)”: the letter that you "
            "get there tells its web team what to do."
        ),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose where you will paste it."),
            "invalid_choice": _("Choose one of those that stand here."),
        },
    )
    what = forms.ChoiceField(
        label=_("What is to be shown?"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of those that stand here.")},
    )
    lang = forms.ChoiceField(
        label=_("In which language?"),
        required=False,
        error_messages={"invalid_choice": _("“%(value)s” is none of the languages that it can be shown in.")},
    )
    tag = forms.ChoiceField(
        label=_("Which articles?"),
        required=False,
        error_messages={
            "invalid_choice": _("No article has the tag “%(value)s”. Choose one of those that stand here.")
        },
    )
    limit = forms.IntegerField(
        label=_("How many articles?"),
        help_text=_("The newest come first. Feeds always have the newest 50."),
        required=False,
        widget=_number(),
        min_value=LIMITS[0],
        max_value=LIMITS[-1],
    )
    look = forms.ChoiceField(
        label=_("Colours"),
        help_text=_("Choose what goes with the page that it is pasted into. Most pages are light."),
        required=False,
        choices=[(look.value, name) for look, name in LOOKS.items()],
        error_messages={"invalid_choice": _("Choose one of those that stand here.")},
    )
    heading = forms.ChoiceField(
        label=_("Level of the heading"),
        help_text=_(
            "Those who have a page read aloud find their way by its headings, which have levels: 1 is the title of "
            "the page, 2 a section of it, 3 a part of a section. Choose the level that a heading would have in that "
            "place."
        ),
        required=False,
        error_messages={"invalid_choice": _("Choose one of those that stand here.")},
    )
    hide_title = forms.BooleanField(
        label=_("Do not show the title"),
        help_text=_("For a page that says the same right above. Who has the page read aloud still hears it."),
        required=False,
    )
    hide_filters = forms.BooleanField(
        label=_("Visitors cannot choose days, tracks and so on themselves"),
        help_text=_("They then see only what you chose. Without a tick they can narrow the programme, or widen it."),
        required=False,
    )
    height = forms.IntegerField(
        label=_("Height in pixels"),
        required=False,
        widget=_number(),
        min_value=LOWEST,
        max_value=HIGHEST,
    )
    usual = forms.CharField(required=False, widget=forms.HiddenInput)
    """The height that stood in the form when it was sent: one that nobody changed follows what is shown."""

    def __init__(self, shared: Shared, language: str, asked: QueryDict | None = None) -> None:
        self.shared = shared
        first = language if language in shared.languages else next(iter(shared.languages), language)
        self.usually = {
            "what": shared.kinds[0].value,
            "lang": first,
            "limit": str(DEFAULT_LIMIT),
            "look": Look.LIGHT.value,
            "heading": str(HEADINGS[0]),
        }
        height = self._usual_height(self.usually["what"])
        initial = {**self.usually, "height": height, "usual": height}
        super().__init__(self._completed(asked) if asked else None, initial=initial)
        self._offer(asked)

    def chosen(self) -> Chosen:
        """Return what was asked for, of a form that is valid."""
        clean = self.cleaned_data
        return Chosen(
            system=System(clean["system"]),
            kind=self._kind(clean.get("what", "")),
            language=clean["lang"],
            height=clean["height"],
            scope=Scope.of({facet: clean.get(facet.value, ()) for facet in OFFERED}),
            tag=clean.get("tag", ""),
            options=FrameOptions(
                look=Look(clean["look"]),
                heading=int(clean["heading"]),
                title=not clean["hide_title"],
                filters=not (clean.get("hide_filters") and self._kind(clean.get("what", "")) is FrameKind.PROGRAMME),
                limit=clean.get("limit") or DEFAULT_LIMIT,
            ),
        )

    @property
    def filters(self) -> list[BoundField]:
        """The questions that narrow a programme."""
        return [self[facet.value] for facet in OFFERED if facet.value in self.fields]

    @property
    def filtered(self) -> bool:
        """Whether any of them has an answer, or a wrong one."""
        return any(field.errors or field.value() for field in self.filters)

    @property
    def looks(self) -> list[BoundField]:
        """The questions on how a frame looks."""
        names = ("look", "heading", "hide_title", "hide_filters", "height")
        return [self[name] for name in names if name in self.fields]

    @property
    def styled(self) -> bool:
        """Whether any of them has an answer that is not the usual one, or a wrong one."""
        usually = {**self.usually, "height": self["usual"].value()}
        return any(
            field.errors or (field.value() and str(field.value()) != usually.get(field.name)) for field in self.looks
        )

    def _completed(self, asked: QueryDict) -> QueryDict:
        """Return a query with the usual answers where it has none."""
        data = asked.copy()
        for name, value in self.usually.items():
            if not data.get(name):
                data[name] = value
        height = data["usual"] = self._usual_height(str(data["what"]))
        if data.get("height", "") in ("", asked.get("usual")):
            data["height"] = height
        return data

    def _usual_height(self, what: str) -> str:
        return str(HEIGHTS[self._kind(what)])

    def _kind(self, value: str) -> FrameKind:
        return FrameKind(value) if value in self.shared.kinds else self.shared.kinds[0]

    def _offer(self, asked: QueryDict | None) -> None:
        """Leave only the questions that there is something to choose from, each with what there is."""
        shared, said = self.shared, words(get_language() or "")
        self._choices("system", [(system.value, NAMES[system]) for system in shared.systems])
        self._tell_what_is_over(asked)
        self._choices("heading", [(str(level), _("Level %(level)s") % {"level": level}) for level in HEADINGS])
        self._choices("lang", [(code, capitalised(said.languages.get(code, code))) for code in shared.languages])
        self._choices("what", [(kind.value, KINDS[kind]) for kind in shared.kinds if kind in KINDS])
        if len(shared.kinds) == 1 and not (shared.over and asked and asked.get("what") == FrameKind.SUBSCRIBE):
            del self.fields["what"]
        taken = frozenset[str]().union(*(PARAMETERS[kind] for kind in shared.kinds))
        if "filters" not in taken:
            del self.fields["hide_filters"]
        tags = [(tag.code, tag.name) for tag in shared.tags()]
        if "limit" in taken:
            self._choices("tag", [("", _("All articles")), *tags])
        else:
            del self.fields["tag"], self.fields["limit"]
        self._explain_height()
        self._explain_limits()
        named = asked if FrameKind.PROGRAMME in shared.kinds else None
        self._offer_filters(named)

    def _offer_filters(self, asked: QueryDict | None) -> None:
        """Add a question for each facet that narrows a programme; and for one that its query names in vain."""
        said = words(get_language() or "")
        found = {each.facet: each for each in self.shared.filters(said, _value)}
        for facet in OFFERED:
            if facet.value in found or (asked and any(asked.getlist(facet.value))):
                choices = found[facet.value].choices if facet.value in found else ()
                self.fields[facet.value] = forms.MultipleChoiceField(
                    label=said.facets[facet],
                    required=False,
                    choices=[(choice.address, _named(choice)) for choice in choices],
                    widget=forms.CheckboxSelectMultiple,
                    error_messages={
                        "invalid_choice": _(
                            "The programme cannot be narrowed to “%(value)s”. Tick something that stands here, "
                            "or nothing."
                        )
                    },
                )

    def _explain_height(self) -> None:
        usual = " ".join(
            str(text) % {"height": HEIGHTS[kind]} for kind, text in USUAL_HEIGHTS.items() if kind in self.shared.kinds
        )
        text = _(
            "How much of the page it is given, from %(lowest)s to %(highest)s. In Municipio and WordPress it grows "
            "with what is shown; elsewhere what does not fit is scrolled to."
        )
        self.fields["height"].help_text = f"{str(text) % {'lowest': LOWEST, 'highest': HIGHEST}} {usual}"

    def _explain_limits(self) -> None:
        """Say which numbers there are to whoever wrote something else."""
        for name, lowest, highest in (("limit", LIMITS[0], LIMITS[-1]), ("height", LOWEST, HIGHEST)):
            if field := self.fields.get(name):
                text = _("Write a whole number from %(lowest)s to %(highest)s.")
                said = str(text) % {"lowest": lowest, "highest": highest}
                field.error_messages |= dict.fromkeys(("invalid", "min_value", "max_value"), said)

    def _tell_what_is_over(self, asked: QueryDict | None) -> None:
        """Say why to whoever kept the address of something that is not offered any more."""
        kept = {"system": System.CALENDAR, "what": FrameKind.SUBSCRIBE}
        for name, value in kept.items():
            if self.shared.over and asked and asked.get(name) == value:
                text = _("What you share is over, so there is nothing left to put into a calendar.")
                self.fields[name].error_messages["invalid_choice"] = text

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices


def _named(choice: Choice) -> str:
    """Return the name of a choice, in its own language where that is another one."""
    return format_html('<span lang="{}">{}</span>', choice.language, choice.name) if choice.language else choice.name


def _value(scope: Scope) -> str:
    """Return the one value of a selection of one: what a box to tick sends, where a link would lead."""
    [(_facet, [value])] = scope.values
    return value
