"""The ready page types as an editor meets them: described, with help at every field, where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.html import escape
from lxml import html
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.admin.panels.group import PanelGroup
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, Block, ListBlock
from wagtail.models import Page

from dvb_wagtail.models.fields import ListField
from dvb_wagtail.pages.models import (
    ArticleIndexPage,
    ArticlePage,
    ConferencePage,
    SeriesPage,
    SessionPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from dvb_wagtail.wagtail_hooks import ICONS
from tests.models.editor import editor
from tests.pages_factory import (
    make_article,
    make_conference,
    make_news,
    make_series,
    make_session,
    make_site,
    make_speaker,
    make_speaker_index,
)

pytestmark = pytest.mark.django_db

PAGE_TYPES = [SeriesPage, ConferencePage, SessionPage, SpeakerIndexPage, SpeakerPage, ArticleIndexPage, ArticlePage]
GIVEN_BY_THE_FORM = {"acronym", "key", "day", "start", "language"}
"""Fields whose help says what this very page has; the forms' own tests ask for it."""
WAGTAILS_OWN = {"title", "slug", "seo_title", "search_description", "show_in_menus"}


def field_panels(panel: Any) -> Iterator[Any]:
    if isinstance(panel, PanelGroup):
        for child in panel.children:
            yield from field_panels(child)
    elif isinstance(panel, FieldPanel):
        yield panel
    elif isinstance(panel, InlinePanel):
        yield panel
        yield from field_panels(panel.child_edit_handler)


def listed_blocks(model: type[Page]) -> Iterator[tuple[str, Block]]:
    """Yield the blocks that an editor can add to a page, each with the name of its list."""
    for field in model._meta.get_fields():
        if isinstance(field, ListField):
            for block in field.stream_block.child_blocks.values():
                yield field.name, block


def parts(block: Block) -> Iterator[Block]:
    """Yield what is filled in within a block, at any depth."""
    if isinstance(block, ListBlock):
        yield from parts(block.child_block)
    elif isinstance(block, (BaseStructBlock, BaseStreamBlock)):
        for child in block.child_blocks.values():
            yield child
            yield from parts(child)


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_every_field_says_what_it_is_for(model: type[Page]) -> None:
    mute = [
        panel.clean_name
        for panel in field_panels(model.get_edit_handler())
        if not panel.help_text
        and panel.clean_name not in WAGTAILS_OWN | GIVEN_BY_THE_FORM | {"go_live_at", "expire_at"}
    ]
    assert mute == []


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_every_block_is_described_and_its_fields_say_what_they_are_for(model: type[Page]) -> None:
    described = {f"{name}.{block.name}": bool(block.get_description()) for name, block in listed_blocks(model)}
    helped = {
        f"{name}.{block.name}.{part.name}": bool(
            part.meta.help_text if hasattr(part.meta, "help_text") else getattr(part, "field", part.meta).help_text
        )
        for name, block in listed_blocks(model)
        for part in parts(block)
    }
    assert [name for name, is_there in (described | helped).items() if not is_there] == []


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_every_page_type_says_what_it_is_for(model: type[Page]) -> None:
    assert model.get_page_description()


@pytest.mark.parametrize("model", PAGE_TYPES)
def test_every_icon_is_known_to_the_admin(model: type[Page]) -> None:
    blocks = [block for _name, each in listed_blocks(model) for block in (each, *parts(each))]
    used = {block.meta.icon for block in blocks} | {panel.icon for panel in all_panels(model.get_edit_handler())}
    sprite = editor().get(reverse("wagtailadmin_sprite")).content.decode()
    assert [icon for icon in sorted(used) if icon and f'id="icon-{icon}"' not in sprite] == []


def all_panels(panel: Any) -> Iterator[Any]:
    yield panel
    for child in getattr(panel, "children", ()):
        yield from all_panels(child)


def previews() -> Iterator[Any]:
    for model in PAGE_TYPES:
        for name, block in listed_blocks(model):
            yield pytest.param(block, id=f"{model.__name__}.{name}.{block.name}")


@pytest.mark.parametrize("block", list(previews()))
def test_every_block_has_a_preview_with_its_example(block: Block) -> None:
    assert block.is_previewable
    response = editor().get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    page = response.content.decode()
    value = block.get_preview_value()
    shown = [
        text for text in (value.values() if isinstance(value, dict) else [value]) if isinstance(text, (str, Promise))
    ]
    with translation.override("en"):  # the editor's
        examples = [str(text) for text in shown if len(str(text)) > len("published") and "://" not in str(text)]
    assert [example for example in examples if escape(example) not in page] == []
    assert "<style" not in page
    assert "style=" not in page


@pytest.mark.parametrize(
    ("model", "parents"),
    [
        (SessionPage, {ConferencePage}),
        (SpeakerPage, {SpeakerIndexPage}),
        (ArticlePage, {ArticleIndexPage}),
    ],
)
def test_pages_belong_under_their_own_index(model: type[Page], parents: set[type[Page]]) -> None:
    assert set(model.allowed_parent_page_models()) == parents


@pytest.mark.parametrize(
    ("model", "parents"),
    [
        (SeriesPage, {Page}),
        (ConferencePage, {Page, SeriesPage}),
        (SpeakerIndexPage, {Page, SeriesPage}),
        (ArticleIndexPage, {Page, SeriesPage}),
    ],
)
def test_a_series_may_stand_anywhere_and_the_rest_below_it_too(model: type[Page], parents: set[type[Page]]) -> None:
    assert set(model.allowed_parent_page_models()) == parents


@pytest.mark.parametrize(
    ("make", "offered"),
    [
        (make_series, {ConferencePage, SpeakerIndexPage, ArticleIndexPage}),
        (make_conference, {SessionPage}),
        (make_speaker_index, {SpeakerPage}),
        (make_news, {ArticlePage}),
    ],
)
def test_an_editor_is_offered_what_belongs_below_a_page(make: Any, offered: set[type[Page]]) -> None:
    page = make(make_site().root_page)
    response = editor().get(reverse("wagtailadmin_pages:add_subpage", args=(page.pk,)))
    addresses = {
        reverse("wagtailadmin_pages:add", args=("dvb_pages", model._meta.model_name, page.pk)): model
        for model in PAGE_TYPES
    }
    if response.status_code == 302:  # one type alone: Wagtail goes straight to the form
        assert {addresses[response.url]} == offered
    else:
        links = html.fromstring(response.content).xpath("//a/@href")
        assert {addresses[link] for link in links if link in addresses} == offered


def test_a_site_may_name_what_stands_below_its_own_kind_of_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        SeriesPage, "subpage_types", ["dvb_pages.ConferencePage", "dvb_pages.SeriesPage"], raising=False
    )
    monkeypatch.setattr(SeriesPage, "_clean_subpage_models", None)
    assert set(SeriesPage.clean_subpage_models()) == {ConferencePage, SeriesPage}


def test_nothing_is_offered_below_a_session_a_speaker_and_an_article() -> None:
    home = make_site().root_page
    pages = [
        make_session(make_conference(home)),
        make_speaker(make_speaker_index(home)),
        make_article(make_news(home)),
    ]
    assert [type(page).creatable_subpage_models() for page in pages] == [[], [], []]


def test_every_page_type_can_be_edited_and_searched_for() -> None:
    home = make_site().root_page
    conference = make_conference(make_series(home))
    news, speakers = make_news(home), make_speaker_index(home)
    pages = [conference, make_session(conference), make_speaker(speakers), make_article(news), news, speakers]
    client = editor("sv")
    for page in pages:
        assert client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).status_code == 200
        assert list(type(page).objects.search(page.title)) == [page]


def test_sessions_can_be_searched_for_by_what_a_list_filters_on() -> None:
    conference = make_conference(make_site().root_page)
    keynote = make_session(conference, title="Keynote om etik", kind="keynote", room="salen", track="etik")
    make_session(conference, title="Lunch om etik", kind="lunch")
    found = SessionPage.objects.filter(
        kind="keynote",
        day=keynote.day,
        room="salen",
        track="etik",
        status="confirmed",
        attendance="onsite",
        language="",
    ).search("etik")
    assert list(found) == [keynote]


def test_every_icon_of_the_package_is_used() -> None:
    panels = {panel.icon for model in PAGE_TYPES for panel in all_panels(model.get_edit_handler())}
    blocks = {
        block.meta.icon
        for model in PAGE_TYPES
        for _name, each in listed_blocks(model)
        for block in (each, *parts(each))
    }
    rooms = {"dvb-room"}  # within a venue: the block of a list is not among its parts
    assert {f"dvb-{name}" for name in ICONS} == {icon for icon in panels | blocks | rooms if icon.startswith("dvb-")}
