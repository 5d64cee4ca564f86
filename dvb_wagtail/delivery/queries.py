"""The query of an address, strictly: a slip of the pen is told, not answered with everything or nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from http import HTTPStatus

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.scope import Facet, Scope, ScopeError, UnknownParameter, UnknownValue, check, parse
from dvb_wagtail.delivery.problems import Problem

TAG = "tag"
_LONGEST_TAG = 120
_CODED = frozenset({Facet.TRACK, Facet.THEME, Facet.ROOM, Facet.SPEAKER})


@dataclass(frozen=True, slots=True)
class ProgrammeQuery:
    scope: Scope
    options: frozenset[Option] = frozenset()


def programme_query(
    request: HttpRequest, known: Callable[[], Collection[tuple[Facet, str]]], options: Collection[Option]
) -> ProgrammeQuery:
    """Return what a programme address asks for. Raises Problem for what is unknown.

    `known` gives the codes that were ever public; it is only called where the query names one. `options` are those
    that the format takes.
    """
    try:
        asked, rest = _options(request, options)
        scope = parse(rest)
        if any(facet in _CODED for facet, _ in scope.values):
            check(scope, known())
    except ScopeError as error:
        raise _problem(error) from error
    return ProgrammeQuery(scope, asked)


def options_query(request: HttpRequest, options: Collection[Option]) -> frozenset[Option]:
    """Return which of a format's options are asked for. Raises Problem for anything else."""
    try:
        asked, rest = _options(request, options)
        for facet, values in parse(rest).values:
            raise UnknownParameter(facet.value, values[0])
    except ScopeError as error:
        raise _problem(error) from error
    return asked


def _options(request: HttpRequest, options: Collection[Option]) -> tuple[frozenset[Option], list[tuple[str, str]]]:
    """Return the options asked for, and the other parameters. Raises UnknownValue."""
    taken = {option.parameter: option for option in options}
    asked: set[Option] = set()
    rest: list[tuple[str, str]] = []
    for name, value in _pairs(request):
        if name not in taken:
            rest.append((name, value))
        elif value == taken[name].asked:
            asked.add(taken[name])
        else:
            raise UnknownValue(name, value)
    return frozenset(asked), rest


def news_query(request: HttpRequest) -> str:
    """Return the tag that a news address asks for, or "". Raises Problem for what is unknown.

    Whether the tag was ever public is not looked up here.
    """
    pairs = _pairs(request)
    tags = sorted({value for name, value in pairs if name == TAG})
    try:
        rest = parse([pair for pair in pairs if pair[0] != TAG])
        for facet, values in rest.values:
            raise UnknownParameter(facet.value, values[0])
        for tag in tags:
            # PostgreSQL takes no NUL; the second of two tags is one that no article has a feed for.
            if not tag or "\0" in tag or len(tag) > _LONGEST_TAG or tag != tags[0]:
                raise UnknownValue(TAG, tag)
    except ScopeError as error:
        raise _problem(error) from error
    return tags[0] if tags else ""


def no_query(request: HttpRequest) -> None:
    """Raise Problem if the query asks for anything."""
    options_query(request, ())


def _pairs(request: HttpRequest) -> list[tuple[str, str]]:
    try:
        return [(name, value) for name, values in request.GET.lists() for value in values]
    except TooManyFieldsSent as error:
        raise Problem(HTTPStatus.BAD_REQUEST) from error


def _problem(error: ScopeError) -> Problem:
    return Problem(parameter=error.name, value=error.value if isinstance(error, UnknownValue) else None)
