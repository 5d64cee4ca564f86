"""The news channel and its articles."""

from __future__ import annotations

from collections.abc import Callable

from wagtail.models import Page

from dvb_wagtail.pages.models import ArticleIndexPage, ArticlePage
from example_project.building.bodies import Library, body
from example_project.building.ground import Ground
from example_project.building.pages import add, translate
from example_project.reading import Article, Entry, in_swedish


def add_channel(ground: Ground, home: Page) -> Page:
    entry = ground.content.table("series.toml")["news"]
    fields = in_swedish(entry) | {"image": ground.images[entry["image"]]}
    page = add(ground, home, ArticleIndexPage(**fields, show_in_menus=True), entry["slug"])
    translate(ground, page, ArticleIndexPage(**fields | entry["en"] | {"key": "", "slug": ""}))
    return page


def add_articles(ground: Ground, channel: Page) -> None:
    for article in ground.content.articles():
        _add_article(ground, channel, article)


def _add_article(ground: Ground, channel: Page, article: Article) -> None:
    fields = dict(article.fields)
    draft, tags, about = fields.pop("draft", False), fields.pop("tags"), fields.pop("about")
    byline = [("writer", name) for name in fields.pop("writers")]
    byline += [("photographer", name) for name in fields.pop("photographers", [])]
    fields |= {"image": ground.images[fields["image"]], "byline": byline}
    linked = _linked(article.body, about, ground.swedish_library, ground.page)
    page = _tagged(ArticlePage(**fields | linked), tags)
    add(ground, channel, page, f"{channel.slug}/{page.slug}", draft=draft)
    if article.english is not None:
        linked = _linked(article.english_body, about, ground.english_library, ground.english_page)
        translate(ground, page, _tagged(ArticlePage(**fields | article.english | linked), tags))


def _tagged(page: ArticlePage, tags: list[str]) -> ArticlePage:
    page.tags.add(*tags)
    return page


def _linked(text: str, about: list[str], library: Library, page: Callable[[str], Page]) -> Entry:
    """Return what points to other pages, which are in the article's language where they can be."""
    return {"body": body(text, library), "about": [("page", page(path)) for path in about]}
