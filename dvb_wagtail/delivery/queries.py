"""The query of an address, strictly: a slip of the pen is told, not answered with everything or nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from http import HTTPStatus

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest

from dvb_wagtail.core.channel import Option
from dvb_wagtail.core.scope import (
    CODED,
    Facet,
    Scope,
    ScopeError,
    TooManyValues,
    UnknownParameter,
    UnknownValue,
    check,
    parse,
)
from dvb_wagtail.delivery.problems import Problem

TAG = "tag"
_LONGEST_TAG = 120


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
        asked, rest = _options(pairs(request), options)
    except ScopeError as error:
        raise problem_of(error) from error
    return ProgrammeQuery(scope_of(rest, known), asked)


def scope_of(asked: Iterable[tuple[str, str]], known: Callable[[], Collection[tuple[Facet, str]]]) -> Scope:
    """Return the selection that parameters ask for. As for `programme_query`."""
    try:
        scope = parse(asked)
        if any(facet in CODED for facet, _ in scope.values):
            check(scope, known())
    except ScopeError as error:
        raise problem_of(error) from error
    return scope


def options_query(request: HttpRequest, options: Collection[Option]) -> frozenset[Option]:
    """Return which of a format's options are asked for. Raises Problem for anything else."""
    try:
        asked, rest = _options(pairs(request), options)
    except ScopeError as error:
        raise problem_of(error) from error
    nothing_of(rest)
    return asked


def nothing_of(asked: Iterable[tuple[str, str]]) -> None:
    """Raise Problem if parameters ask for anything."""
    try:
        for facet, values in parse(asked).values:
            raise UnknownParameter(facet.value, values[0])
    except ScopeError as error:
        raise problem_of(error) from error


def _options(
    given: Iterable[tuple[str, str]], options: Collection[Option]
) -> tuple[frozenset[Option], list[tuple[str, str]]]:
    """Return the options asked for, and the other parameters. Raises UnknownValue."""
    taken = {option.parameter: option for option in options}
    asked: set[Option] = set()
    rest: list[tuple[str, str]] = []
    for name, value in given:
        if name not in taken:
            rest.append((name, value))
        elif value == taken[name].asked:
            asked.add(taken[name])
        else:
            raise UnknownValue(name, value)
    return frozenset(asked), rest


def tag_of(asked: Iterable[tuple[str, str]], known: Callable[[str], bool]) -> str:
    """Return the tag that parameters ask for, or "". Raises Problem for what is unknown.

    `known` tells whether an article ever had a tag; it is only called where one is asked for.
    """
    asked = list(asked)
    tags = sorted({value for name, value in asked if name == TAG})
    nothing_of(pair for pair in asked if pair[0] != TAG)
    try:
        for tag in tags:
            # PostgreSQL takes no NUL; the second of two tags is one that no article has a feed for.
            if not tag or "\0" in tag or len(tag) > _LONGEST_TAG or tag != tags[0]:
                raise UnknownValue(TAG, tag)
    except ScopeError as error:
        raise problem_of(error) from error
    if tags and not known(tags[0]):
        raise Problem(parameter=TAG, value=tags[0])
    return tags[0] if tags else ""


def no_query(request: HttpRequest) -> None:
    """Raise Problem if the query asks for anything."""
    options_query(request, ())


def pairs(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the parameters of the query as they were given. Raises Problem if they are too many."""
    try:
        return [(name, value) for name, values in request.GET.lists() for value in values]
    except TooManyFieldsSent as error:
        raise Problem(HTTPStatus.BAD_REQUEST) from error


def problem_of(error: ScopeError) -> Problem:
    """Return what a client is told of a selection that cannot be answered."""
    if isinstance(error, TooManyValues):
        return Problem(HTTPStatus.BAD_REQUEST)
    return Problem(parameter=error.name, value=error.value if isinstance(error, UnknownValue) else None)
