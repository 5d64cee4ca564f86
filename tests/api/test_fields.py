"""Every field of every page type, in both of Wagtail's APIs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Page

import dvb_wagtail.api
from dvb_wagtail import api
from dvb_wagtail.models.article import ArticleIndexMixin, ArticleMixin
from dvb_wagtail.models.conference import ConferenceMixin
from dvb_wagtail.models.series import SeriesMixin
from dvb_wagtail.models.session import AbstractAppearance, SessionMixin
from dvb_wagtail.models.speaker import SpeakerIndexMixin, SpeakerMixin
from dvb_wagtail.pages import models as ready
from dvb_wagtail.publication.tables import PublishedSession
from tests.api import rich
from tests.api.conftest import APIS, V2, V3, needs_v3

pytestmark = pytest.mark.django_db

TYPES = {
    "series": (SeriesMixin, ready.SeriesPage),
    "conference": (ConferenceMixin, ready.ConferencePage),
    "session": (SessionMixin, ready.SessionPage),
    "speaker_index": (SpeakerIndexMixin, ready.SpeakerIndexPage),
    "speaker": (SpeakerMixin, ready.SpeakerPage),
    "article_index": (ArticleIndexMixin, ready.ArticleIndexPage),
    "article": (ArticleMixin, ready.ArticlePage),
}

ELSEWHERE = {
    "image_alt": "image",
    "image_caption": "image",
    "image_credit": "image",
    "portrait_alt": "portrait",
    "status_reason": "reason",
    "start_time": "starts_at",
    "end_time": "ends_at",
    "room": "place",
    "language": "spoken_language",
    "stream": "live_stream",
    "stream_access": "live_stream",
    "byline": "writers",
}
"""Fields of the models that stand in an API field of another name: see docs/reference/api.md."""

REFERENCE = Path(__file__).resolve().parents[2] / "docs/reference/api.md"


def lists() -> dict[str, list[str]]:
    return {name: [field.name for field in getattr(api, f"{name}_api_fields")] for name in TYPES}


@pytest.fixture(scope="module", autouse=True)
def pages(published):
    return rich.build()


def test_there_is_a_list_for_each_type_and_the_ready_types_have_it():
    assert {f"{name}_api_fields" for name in (*TYPES, "page")} == set(dvb_wagtail.api.__all__)
    for name, (_mixin, model) in TYPES.items():
        assert model.api_fields is getattr(api, f"{name}_api_fields")


@pytest.mark.parametrize("name", TYPES)
def test_every_field_of_a_mixin_has_an_api_field(name):
    own = {field.name for field in TYPES[name][0]._meta.local_fields}
    inherited = {field.name for field in TYPES[name][0]._meta.get_fields()}
    assert own
    missing = {each for each in own | inherited if ELSEWHERE.get(each, each) not in lists()[name]}
    assert missing == set()


def test_every_field_of_an_appearance_is_in_the_appearances(client, pages):
    (person,) = rich.shown(client, V2, pages["session"])["appearances"]
    own = {field.name for field in AbstractAppearance._meta.get_fields()}
    assert own - {"sort_order", "translation_key", "locale"} <= person.keys()


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize("name", TYPES)
def test_every_field_has_a_value_where_all_is_filled_in(client, pages, name, api):
    found = rich.shown(client, api, pages[name])
    assert list(found) == lists()[name]
    assert [field for field, value in found.items() if value in (None, "", [], {})] == []


@needs_v3
@pytest.mark.parametrize("name", TYPES)
def test_both_apis_show_the_same(client, pages, name):
    assert rich.shown(client, V2, pages[name]) == rich.shown(client, V3, pages[name])


@pytest.mark.parametrize("name", TYPES)
def test_lists_show_what_details_do(ask, client, pages, name):
    page = pages[name]
    items = ask(V2, "pages/", type=page._meta.label, fields="*", locale="sv").json()["items"]
    (item,) = (item for item in items if item["id"] == page.pk)
    detail = rich.shown(client, V2, page)
    assert {field: item[field] for field in detail} == detail


def test_what_a_session_has_in_common_with_programme_json_is_the_same(client, pages):
    programme = client.get("/dvb/v1/conferences/dv2020/sv/programme.json", headers={"host": "dvb.example"}).json()
    (expected,) = programme["sessions"]
    found = rich.shown(client, V2, pages["session"])
    common = ("url", "code", "kind", "abstract", "day", "start", "end", "status", "reason", "attendance", "place")
    common += ("track", "themes", "spoken_language", "captions", "sign_interpreted", "documents")
    assert {name: found[name] for name in common} == {name: expected[name] for name in common}
    assert found["identity"] == expected["id"]
    assert found["live_stream"] == {"url": expected["stream"], "access": expected["stream_access"]}
    (person,), (its,) = found["appearances"], expected["appearances"]
    assert person == {name: its[name] for name in person}
    for recording, other in zip(found["recordings"], expected["recordings"], strict=True):
        assert {name: value for name, value in recording.items() if name != "picture"} == other


def test_what_an_edition_has_in_common_with_programme_json_is_the_same(client, pages):
    programme = client.get("/dvb/v1/conferences/dv2020/sv/programme.json", headers={"host": "dvb.example"}).json()
    expected, found = programme["conference"], rich.shown(client, V2, pages["conference"])
    common = ("url", "acronym", "theme", "lead", "starts_at", "ends_at", "attendance", "status", "reason", "image")
    common += ("organiser", "hashtag", "tickets")
    assert {name: found[name] for name in common} == {name: expected[name] for name in common}
    assert (found["start_date"], found["end_date"]) == (expected["start"], expected["end"])
    assert [{"code": each["code"], "name": each["name"]} for each in found["tracks"]] == programme["tracks"]
    (venue,), (its,) = found["venues"], programme["venues"]
    assert its == {name: venue[name] for name in its}


def test_a_body_is_a_list_of_clean_blocks_with_absolute_addresses(client, pages):
    kinds = {part["type"]: part["value"] for part in rich.shown(client, V2, pages["article"])["body"]}
    speaker = rich.shown(client, V2, pages["speaker"])
    assert kinds["heading"] == {"text": "Rubrik", "level": 3}
    assert kinds["paragraph"] == f'<p>Läs om <a href="{speaker["url"]}">Anna</a> och alla.</p>'
    assert kinds["quote"] == {"quote": "Ja.", "source": "Anna"}
    assert (kinds["image"]["alt"], kinds["image"]["caption"]) == ("Salen", "Full")
    assert kinds["image"]["url"].startswith("http://dvb.example/")
    assert kinds["video"]["url"] == "https://video.example/2"
    assert kinds["document"]["title"] == "Läs"


def test_a_translation_has_the_facts_of_the_main_page_and_its_own_words(client, pages):
    english = pages["session"].get_translations().get().specific
    assert str(english.day) == "2020-12-09", "a script left another day there"
    found = rich.shown(client, V2, english)
    assert (found["day"], found["abstract"]) == ("2020-12-08", "What now?")
    assert found["identity"] == rich.shown(client, V2, pages["session"])["identity"]
    edition = rich.shown(client, V2, pages["conference"].get_translations().get())
    assert (edition["end_date"], edition["lead"]) == ("2020-12-09", "Two days.")


def test_other_pages_are_named_in_the_language_of_the_page(client, pages):
    english = pages["article"].get_translations().get()
    titles = {
        api: [each["title"] for each in rich.shown(client, V2, page)["about"]]
        for api, page in (
            ("sv", pages["article"]),
            ("en", english),
        )
    }
    assert titles == {"sv": ["Öppning", "Anna Andersson"], "en": ["Opening", "Anna Andersson"]}


@pytest.mark.parametrize("api", APIS)
def test_columns_filter_and_order(ask, pages, api):
    def titles(**parameters: str) -> list[str]:
        found = ask(api, "pages/", type="dvb_pages.SessionPage", locale="sv", **parameters).json()["items"]
        return [item["title"] for item in found]

    assert titles(kind="keynote", track="ledning", order="day") == ["Öppning"]
    assert titles(kind="lunch") == []


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize("field", ["stream", "stream_access", "status_reason"])
def test_what_is_not_always_public_neither_filters_nor_orders(ask, api, field):
    """Otherwise one could try addresses until one is found."""
    response = ask(api, "pages/", type="dvb_pages.SessionPage", **{field: "x"})
    ordered = ask(api, "pages/", type="dvb_pages.SessionPage", order=field)
    assert ordered.status_code in (400, 422)
    assert response.status_code == 400 or response.json()["count"] == 2


GREAT = "9" * 40
"""More than any database has room for in a number."""


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        ("SessionPage", "day", "imorgon"),
        ("SessionPage", "appearances", "abc"),
        ("SessionPage", "appearances", ""),
        ("SessionPage", "appearances", "é"),
        ("SessionPage", "appearances", GREAT),
        ("ConferencePage", "image", GREAT),
        ("SpeakerPage", "portrait", GREAT),
        ("SessionPage", "alias_of", GREAT),
        ("SessionPage", "child_of", GREAT),
    ],
)
def test_a_value_that_is_none_is_refused_in_words(ask, api, model, field, value):
    response = ask(api, "pages/", type=f"dvb_pages.{model}", **{field: value})
    # v3 takes an empty value for none, and does not filter by what is mirrored.
    ignored = api == V3 and (not value or field == "alias_of")
    # PostgreSQL compares with it, and finds nothing.
    nothing = value == GREAT and response.json().get("items") == []
    assert response.status_code in (400, 422) or ignored or nothing
    assert response.content.startswith(b"{")


@pytest.mark.parametrize("api", APIS)
def test_a_page_whose_number_is_none_is_refused_in_words(ask, api):
    for address, parameters in (
        (f"pages/{GREAT}/", {}),
        ("pages/find/", {"id": GREAT}),
        ("pages/find/", {"id": "abc"}),
    ):
        response = ask(api, address, **parameters)
        assert response.status_code in (400, 404, 422), (address, parameters)
        assert response.content.startswith(b"{")


def log_in(client: Client) -> None:
    """Give a browser an editor's token; v3 takes no session."""
    from wagtail.models import APIToken

    _token, plain = APIToken.create_token(user=User.objects.create_superuser("redaktör"), name="Förhandsvisning")
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {plain}"


@needs_v3
def test_an_editor_sees_the_draft_and_nobody_else_does(ask, client, pages):
    session = ready.SessionPage.objects.get(pk=pages["session"].pk)
    session.abstract, session.day, session.stream_access = "Nytt", None, "registered"
    session.save_revision()
    article = ready.ArticlePage.objects.get(pk=pages["article"].pk)
    article.lead = "Ny ingress"
    article.save_revision()
    assert rich.shown(client, V3, session, version="draft")["abstract"] == "Vad händer nu?"
    log_in(client)
    assert rich.shown(client, V3, session)["abstract"] == "Vad händer nu?"
    draft = rich.shown(client, V3, session, version="draft")
    assert (draft["abstract"], draft["day"]) == ("Nytt", None)
    assert draft["live_stream"] == {"url": None, "access": "registered"}
    assert draft["code"] == PublishedSession.objects.get(identity=session.translation_key).code
    assert rich.shown(client, V3, article, version="draft")["lead"] == "Ny ingress"


@needs_v3
@pytest.mark.parametrize("name", TYPES)
def test_an_editor_sees_a_draft_that_has_nothing_yet(client, pages, name):
    parent = Page.objects.get(pk=pages[name].pk).get_parent()
    new = parent.add_child(instance=TYPES[name][1](title="Ny", live=False))
    new.save_revision(clean=False)
    log_in(client)
    assert list(rich.shown(client, V3, new, version="draft")) == lists()[name]


def test_the_reference_has_every_field_of_every_type():
    documented: dict[str, list[str]] = {}
    current = ""
    for text in REFERENCE.read_text(encoding="utf-8").splitlines():
        if text.startswith("#"):
            heading = re.search(r"`(\w+)_api_fields`", text)
            current = heading[1] if heading else ""
        elif current and (row := re.match(r"\| `(\w+)` \|", text)):
            documented.setdefault(current, []).append(row[1])
    assert documented.pop("page") == [field.name for field in dvb_wagtail.api.page_api_fields]
    assert documented == lists()
