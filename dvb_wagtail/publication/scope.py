"""What a run of the reconcile looks at, by kind: so that publishing a session asks nothing about news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

import swapper
from django.contrib.contenttypes.models import ContentType

from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.indexed import IndexedArticle, IndexedNews, IndexedSession
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.models.speaker import SpeakerMixin


@dataclass
class Scope:
    """Which identities of each kind are to be looked at; None is all of them.

    `pages` are the ids of all pages in question, of the project's own types too: what links to them is looked at.
    """

    pages: set[int] | None
    series: set[UUID] | None
    conferences: set[UUID] | None
    speakers: set[UUID] | None
    sessions: set[UUID] | None
    news: set[UUID] | None
    articles: set[UUID] | None

    @classmethod
    def everything(cls) -> Scope:
        return cls(None, None, None, None, None, None, None)

    @classmethod
    def of(cls, identities: Collection[UUID]) -> Scope:
        """Sort identities by what their pages are. One without a page may have been anything. One query."""
        page_model = swapper.load_model("wagtailcore", "Page")
        found = page_model.objects.filter(translation_key__in=identities).order_by()
        pages: set[int] = set()
        types: dict[type, set[UUID]] = defaultdict(set)
        for pk, identity, content_type in found.values_list("pk", "translation_key", "content_type"):
            pages.add(pk)
            types[ContentType.objects.get_for_id(content_type).model_class() or page_model].add(identity)
        deleted = set(identities).difference(*types.values())

        def with_mixin(mixin: type) -> set[UUID]:
            return deleted.union(*(keys for model, keys in types.items() if issubclass(model, mixin)))

        return cls(
            pages=pages,
            series=with_mixin(SeriesMixin),
            conferences=with_mixin(ConferenceMixin),
            speakers=with_mixin(SpeakerMixin),
            sessions=with_mixin(IndexedSession),
            news=with_mixin(IndexedNews),
            articles=with_mixin(IndexedArticle),
        )
