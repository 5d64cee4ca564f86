"""Articles: their pages against their rows, a batch at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from uuid import UUID

from dvb_wagtail.core.article import Article
from dvb_wagtail.models.indexed import IndexedArticle, IndexedNews
from dvb_wagtail.publication import codes
from dvb_wagtail.publication.context import Run
from dvb_wagtail.publication.pages import ChannelMap, Versions, read_versions
from dvb_wagtail.publication.projection.articles import project_article
from dvb_wagtail.publication.records import ABOUT, LANGUAGE, TAG
from dvb_wagtail.publication.tables import ArticleFacet, PublishedArticle, PublishedNews
from dvb_wagtail.publication.writing import Batch


class ArticleReconciler:
    """Writes articles. News channels must have been written before it in the same run."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._map = ChannelMap.read(IndexedNews, PublishedNews, run.surroundings)
        self._channels = {row.pk: row for row in PublishedNews.objects.all()}

    def reconcile(self, identities: Collection[UUID]) -> None:
        """Write the articles of these identities."""
        found = read_versions(IndexedArticle, identities, self._run.surroundings)
        rows = PublishedArticle.objects.filter(identity__in=identities).order_by("pk")
        by_identity = {row.identity: row for row in rows}
        batch = Batch(PublishedArticle, ArticleFacet, "article")
        for identity in dict.fromkeys([*by_identity, *found]):
            versions = found.get(identity) or Versions(identity, [], {})
            row = by_identity.get(identity)
            channel = self._run.place(versions, self._map)
            if channel is not None:
                self._write(versions, row, channel, batch)
            elif row is not None:
                self._withdraw(row, versions, batch)
        batch.save()

    def _write(self, versions: Versions, row: PublishedArticle | None, channel: int, batch: Batch) -> None:
        run = self._run
        if row is None:
            row = PublishedArticle(identity=versions.identity, created=run.now, changed=run.now)
        main_language = row.document.get("main_language") or versions.main_language(run.surroundings)
        first_public = row.created
        article = run.read(
            versions,
            lambda: project_article(versions, main_language, run.surroundings, first_public=first_public),
        )
        if article is None:
            if not run.may_stay(row, versions):
                self._withdraw(row, versions, batch)
            return
        moved_from = row.news_id if row.news_id not in (None, channel) else None
        if not run.settle(row, article) and not moved_from:
            return
        row.news_id, row.published = channel, article.published
        codes.remember(str(self._channels[channel].identity), [(TAG, tag.code) for tag in article.tags])
        batch.add(row, _facets(article))
        run.touch(self._channels[channel])
        if moved_from:
            run.touch(self._channels[moved_from])

    def _withdraw(self, row: PublishedArticle, versions: Versions, batch: Batch) -> None:
        if self._run.withdraw(row, versions):
            batch.add(row, ())
            self._run.touch(self._channels[row.news_id])


def _facets(article: Article) -> Iterator[tuple[str, str]]:
    yield from ((LANGUAGE, language) for language in article.texts)
    yield from ((TAG, tag.code) for tag in article.tags)
    yield from ((ABOUT, identity) for identity in article.about)
