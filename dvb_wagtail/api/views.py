"""Wagtail's v2 endpoint for pages, without the aliases of private pages, and in few queries."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError
from wagtail.api.v2.serializers import PageAliasOfField, PageSerializer
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet

from dvb_wagtail.api.asked import refusal
from dvb_wagtail.api.shown import read_together, reading_of
from dvb_wagtail.publication.aliases import without_private
from dvb_wagtail.publication.surroundings import Surroundings


@contextmanager
def _refusing() -> Generator[None]:
    """Refuse a value that the database can do nothing with. Wagtail has no answer for `?day=tomorrow`.

    For `?appearances=abc` Django raises ValueError; for a number of forty digits SQLite raises OverflowError, and
    PostgreSQL DataError.
    """
    try:
        yield
    except (ValidationError, ValueError, OverflowError, DataError) as error:
        raise BadRequestError("field filter error. This is not a valid value.") from error


class PublicAliasOfField(PageAliasOfField):
    """The page that an alias mirrors, if everyone may see that, too. Wagtail asks so of a parent alone."""

    def get_attribute(self, instance: Any) -> Any:
        if instance.alias_of_id is None:
            return None
        visible = reading_of(instance).mirrored_among(self.context["base_queryset"])
        return instance.alias_of if instance.alias_of_id in visible else None


class PublicPageSerializer(PageSerializer):
    alias_of = PublicAliasOfField(read_only=True)


class PublicPagesAPIViewSet(PagesAPIViewSet):
    """Shows what everyone may see, whoever asks: neither a login nor a password opens more, so answers can be cached.

    Wagtail's own shows an alias of a page that was made private after the alias was made.
    """

    base_serializer_class = PublicPageSerializer

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if why := refusal(request.GET):
            raise BadRequestError(why)

    @cached_property
    def surroundings(self) -> Surroundings:
        return Surroundings()

    def get_base_queryset(self) -> Any:
        return without_private(super().get_base_queryset(), self.surroundings)

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("locale", "alias_of")

    def filter_queryset(self, queryset: Any) -> Any:
        with _refusing():
            return super().filter_queryset(queryset)

    def paginate_queryset(self, queryset: Any) -> Any:
        with _refusing():
            pages = list(super().paginate_queryset(queryset))
        read_together(pages, self.surroundings)
        return pages

    def get_object(self) -> Any:
        return self._page

    @cached_property
    def _page(self) -> Any:
        with _refusing():
            page = super().get_object()
        read_together([page], self.surroundings)
        return page

    def find_object(self, queryset: Any, request: Any) -> Any:
        with _refusing():
            return super().find_object(queryset, request)
