"""What is stored of a text: cleaned, absolute, linking only to what everyone may see; and nothing of what is secret."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from dvb_wagtail.pages.models import ArticlePage, ConferencePage
from dvb_wagtail.publication.reconcile import check
from dvb_wagtail.publication.tables import PublishedArticle, PublishedSession
from tests.publication.site import SECRET_STREAM, body, page, session
from tests.publication.watching import agree, at, mentioned

pytestmark = pytest.mark.usefixtures("site")

OVERRIDE, BELL, LINE = "\N{RIGHT-TO-LEFT OVERRIDE}", "\a", "\N{LINE SEPARATOR}"


def publish(changed: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(changed, name, value)
    changed.save_revision().publish()
    agree()


def article(title: str = "En plats kvar") -> dict[str, Any]:
    identity = page(title, ArticlePage).translation_key
    return PublishedArticle.objects.get(identity=identity).document  # type: ignore[no-any-return]


def html(*paragraphs: str) -> str:
    """Return what is published of an article with these paragraphs."""
    written = [part for paragraph in paragraphs for part in body(paragraph)]
    publish(page("En plats kvar"), body=written)
    return str(article()["texts"]["sv"].get("html", ""))


# ---- secrets


def test_a_stream_for_the_registered_is_in_no_table() -> None:
    row = PublishedSession.objects.get(identity=session().translation_key)
    assert (row.document["has_stream"], row.document.get("stream")) == (True, None)
    assert mentioned(SECRET_STREAM, "only-for-the-registered") == set()


def test_a_stream_leaves_every_table_when_it_becomes_one_for_the_registered() -> None:
    publish(session(), stream_access="public")
    assert mentioned(SECRET_STREAM) == {SECRET_STREAM}
    publish(session(), stream_access="registered")
    assert mentioned(SECRET_STREAM) == set()


def test_a_promised_recording_has_no_address_yet() -> None:
    promised = {"title": "Allt", "status": "promised", "address": "https://video.example/hemlig", "service": "Video"}
    publish(session(), recordings=[("recording", promised)])
    assert mentioned("video.example") == set()
    publish(session(), recordings=[("recording", promised | {"status": "published"})])
    assert mentioned("https://video.example/hemlig") == {"https://video.example/hemlig"}


# ---- links


def test_links_are_absolute_and_lead_to_public_pages_alone() -> None:
    PageViewRestriction.objects.create(page=session("Panel"), restriction_type="login")
    session("Bara svenska").unpublish()
    targets = {
        "public": session(),
        "other site": page("Andras session"),
        "private": session("Panel"),
        "draft": session("Bara svenska"),
    }
    links = [f'<p><a linktype="page" id="{target.pk}">{name}</a></p>' for name, target in targets.items()]
    edition = "http://dvb.example/avdelning/digitala-v%C3%A4sterbotten/dv-2020"
    assert html(*links, '<p><a linktype="page" id="99999">lost</a></p>').split("\n") == [
        f'<p><a href="{edition}/%C3%B6ppning/">public</a></p>',
        '<p><a href="http://other.example/andras-konferens/andras-session/">other site</a></p>',
        "<p><a>private</a></p>",
        "<p><a>draft</a></p>",
        "<p><a>lost</a></p>",
    ]


@pytest.mark.parametrize("how", ["unpublished", "private", "deleted"])
@pytest.mark.parametrize("title", ["Panel", "Avdelning"], ids=["a session", "a page of the project's own"])
def test_a_link_goes_when_its_target_does(title: str, how: str) -> None:
    target = page(title)
    assert "href" in html(f'<p><a linktype="page" id="{target.pk}">hit</a></p>')
    if how == "unpublished":
        target.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=target, restriction_type="login")
    else:
        target.delete()
    agree()
    assert article()["texts"]["sv"]["html"] == "<p><a>hit</a></p>"


def test_a_link_comes_back_with_its_target() -> None:
    plain = page("Avdelning")
    plain.unpublish()
    assert html(f'<p><a linktype="page" id="{plain.pk}">hit</a></p>') == "<p><a>hit</a></p>"
    page("Avdelning").save_revision().publish()
    agree()
    assert article()["texts"]["sv"]["html"] == '<p><a href="http://dvb.example/avdelning/">hit</a></p>'


def test_what_an_article_tells_of_is_public() -> None:
    publish(page("En plats kvar"), about=[("page", session("Panel")), ("page", page("DV 2020", ConferencePage))])
    panel, edition = str(session("Panel").translation_key), str(page("DV 2020", ConferencePage).translation_key)
    assert article()["about"] == [panel, edition]
    session("Panel").unpublish()
    agree()
    assert article()["about"] == [edition]


# ---- hostile text


def test_titles_are_one_clean_line() -> None:
    changed = session("Panel")
    changed.title = f" Pa{BELL}nel{LINE}om\n{OVERRIDE}allt\t! "
    changed.abstract = f"Ett\r\nTvå{BELL}{LINE}Tre"
    changed.save_revision().publish()
    row = PublishedSession.objects.get(identity=changed.translation_key)
    texts = row.document["texts"]["sv"]
    assert (texts["title"], texts["abstract"]) == ("Panel om allt !", "Ett\nTvå\nTre")
    assert check() == []


def test_a_body_keeps_a_closed_list_of_elements() -> None:
    assert html(
        '<p onclick="steal()">Text<script>steal()</script> <a href="javascript:steal()">här</a> '
        '<a href="https://a.example/?b=1&amp;c=2">där</a> <a href="/relativ/">hit</a></p>'
    ) == (
        "<p>Text <a>här</a> "
        '<a href="https://a.example/?b=1&amp;c=2">där</a> <a href="http://dvb.example/relativ/">hit</a></p>'
    )


# ---- dates


def test_an_article_without_a_date_has_that_of_its_first_publication() -> None:
    found = page("En plats kvar", ArticlePage)
    row = PublishedArticle.objects.get(identity=found.translation_key)
    assert row.published == found.first_published_at.replace(microsecond=0)


def test_no_article_is_dated_in_the_future() -> None:
    row = PublishedArticle.objects.get(identity=page("En plats kvar").translation_key)
    publish(page("En plats kvar"), published=timezone.now() + timedelta(days=7))
    after = PublishedArticle.objects.get(pk=row.pk)
    assert (after.published, after.document["published"]) == (row.created, row.created.isoformat())


def test_an_editor_can_date_an_article_anew_once_the_day_has_come() -> None:
    day = datetime(2030, 5, 1, 9, tzinfo=UTC)
    with at(day + timedelta(hours=1)):
        publish(page("En plats kvar"), published=day)
    row = PublishedArticle.objects.get(identity=page("En plats kvar").translation_key)
    assert row.published == day
    publish(page("En plats kvar"), published=datetime(2019, 12, 24, tzinfo=UTC))
    row.refresh_from_db()
    assert row.published == datetime(2019, 12, 24, tzinfo=UTC)


def test_an_article_keeps_its_date_when_it_comes_back() -> None:
    before = PublishedArticle.objects.get(identity=page("En plats kvar").translation_key).published
    page("En plats kvar").unpublish()
    with at(datetime(2030, 5, 1, tzinfo=UTC)):
        publish(page("En plats kvar"))
    assert PublishedArticle.objects.get(identity=page("En plats kvar").translation_key).published == before
    assert Page.objects.filter(title="En plats kvar", live=True).exists()


def test_a_tag_is_renamed_everywhere() -> None:
    [tag] = page("Programmet är klart", ArticlePage).tags.all()
    tag.name = "Programmet"
    tag.save()
    agree()
    assert article("Programmet är klart")["tags"] == [{"code": "program", "name": "Programmet"}]
    tag.delete()
    agree()
    assert "tags" not in article("Programmet är klart")
