"""What is not public stands in no answer of either API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test.utils import override_script_prefix
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page

from dvb_wagtail.pages.models import ConferencePage, SessionPage
from dvb_wagtail.publication.surroundings import Surroundings
from tests.api import leaky
from tests.api.conftest import APIS, V2, V3
from tests.api.leaky import NEVER
from tests.publication import site as sample

pytestmark = pytest.mark.django_db

TYPES = ("Series", "Conference", "Session", "SpeakerIndex", "Speaker", "ArticleIndex", "Article")


@pytest.fixture(scope="module", autouse=True)
def _site(published):
    leaky.build()


def asked(api: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield everything that one can ask, as an address and its parameters."""
    every = {"limit": 20}
    for offset in (0, 20, 40):
        yield "pages/", every | {"offset": offset}
        yield "images/", every | {"offset": offset}
        yield "documents/", every | {"offset": offset}
    for name in TYPES:
        of_type = every | {"type": f"dvb_pages.{name}Page"}
        for more in ({}, {"search": NEVER}, {"search": "alias"}, {"order": "title"}, {"locale": "en"}):
            yield "pages/", of_type | more
        if api == V2:
            for fields in ("*", "*,-body", "_,title,alias_of(*)", "alias_of(title)"):
                yield "pages/", of_type | {"fields": fields}
    for page in Page.objects.all():
        yield f"pages/{page.pk}/", {}
        yield f"pages/{page.pk}/", {"version": "draft"} if api == V3 else {"fields": "*,parent(*)"}
        yield "pages/find/", {"html_path": page.url_path.partition("/")[2].partition("/")[2]}
        for relation in ("child_of", "descendant_of", "ancestor_of", "translation_of"):
            yield "pages/", every | {relation: page.pk}
    for kind, model in (("images", Image), ("documents", Document)):
        for each in model.objects.all():
            yield f"{kind}/{each.pk}/", {}
    yield "pages/", every | {"search": NEVER}
    yield "images/", every | {"search": NEVER}
    yield "documents/", every | {"search": NEVER}
    yield "pages/", {"order": "-nonsense"}
    yield "pages/", {"type": "dvb_pages.Nonsense"}
    yield "pages/", {"type": "dvb_pages.SessionPage", "fields": "nonsense"}
    yield "pages/", {"type": "dvb_pages.SessionPage", "day": "nonsense"}


def test_the_site_has_what_could_leak():
    assert Page.objects.filter(title__contains=NEVER).count() >= 12
    private = Surroundings().private_paths
    aliases = [page for page in Page.objects.exclude(alias_of=None) if NEVER in page.title]
    assert len(aliases) == 2
    assert all(page.live and page.path.startswith(private) for page in aliases)
    assert sample.page("Under ett utkast").live


@pytest.mark.parametrize("api", APIS)
def test_nothing_that_is_not_public_is_in_any_answer(ask, api):
    secrets = {NEVER, leaky.UNSEEN, sample.SECRET_NAME, sample.SECRET_STREAM, leaky.STREAM, "Hemliga bilder"}
    secrets |= {sample.image("Hemlig").file.name, sample.document("Hemlig").filename}
    seen = 0
    for address, parameters in asked(api):
        response = ask(api, address, **parameters)
        assert response.status_code < 500, (address, parameters)
        text = response.content.decode().casefold() + response.get("Location", "").casefold()
        found = [secret for secret in secrets if secret.casefold() in text]
        if found == [NEVER] and parameters.get("search") == NEVER:
            found = []  # v2's links may repeat the question
        assert found == [], (address, parameters, text)
        seen += response.status_code == 200
    assert seen > 100


@pytest.mark.parametrize("api", APIS)
def test_a_search_for_it_finds_nothing(ask, api):
    for kind in ("pages/", "images/", "documents/"):
        found = ask(api, kind, search=NEVER).json()
        assert found["items"] == []
        assert found.get("count", found.get("meta", {}).get("total_count")) == 0


@pytest.mark.parametrize("api", APIS)
def test_the_alias_of_a_page_made_private_later_is_not_there(ask, api):
    for alias in Page.objects.filter(title__startswith=f"{NEVER} med alias").exclude(alias_of=None):
        never = ask(api, f"pages/{10**6}/")
        response = ask(api, f"pages/{alias.pk}/")
        assert response.status_code == never.status_code == 404
        assert response.content == never.content
        assert ask(api, "pages/find/", id=alias.pk).status_code == 404


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize("urls", ["tests.urls", "tests.urls_api_alone"])
def test_nor_is_it_found_where_the_site_is_mounted_below_a_folder(ask, settings, api, urls):
    """Neither where Wagtail's own pages would be found at any address, nor where it serves none."""
    settings.ROOT_URLCONF = urls
    shown = sample.page("Visas", SessionPage)
    with override_script_prefix("/cms/"):
        found = ask(api, "pages/find/", id=shown.pk)
        assert (found.status_code, urlsplit(found["Location"]).path) == (302, f"/cms{api}/pages/{shown.pk}/")
        for alias in Page.objects.filter(title__startswith=f"{NEVER} med alias").exclude(alias_of=None):
            assert ask(api, "pages/find/", id=alias.pk).status_code == 404


@pytest.mark.parametrize("api", APIS)
def test_a_parent_that_is_a_draft_is_not_named(ask, api):
    page = sample.page("Under ett utkast")
    assert ask(api, f"pages/{page.pk}/").json()["meta"]["parent"] is None
    shown = sample.page("Visas", SessionPage)
    assert ask(api, f"pages/{shown.pk}/").json()["meta"]["parent"]["title"] == "DV 2020"


@pytest.mark.parametrize("api", APIS)
def test_what_is_left_is_shown(ask, api):
    """Nothing is empty only because all of the page is."""
    session = ask(api, f"pages/{sample.page('Visas', SessionPage).pk}/").json()
    assert [part["type"] for part in session["body"]] == ["paragraph", "video"]
    assert session["body"][1]["value"]["picture"] is None
    assert (session["appearances"], session["documents"]) == ([], [])
    assert session["live_stream"] == {"url": None, "access": "registered"}
    edition = ask(api, f"pages/{sample.page('DV 2020', ConferencePage).pk}/").json()
    assert (edition["hosts"], edition["image"]) == ([], None)
    assert [recording["sessions"] for recording in edition["recordings"]] == [[]]
    assert edition["partners"] == [{"name": "Banken", "logo": None, "url": None, "text": None}]
    article = ask(api, f"pages/{sample.page('Berättar').pk}/").json()
    assert article["about"] == []


def test_wagtails_own_endpoint_has_the_alias_but_none_of_our_fields(rf):
    """Whoever mounts that one shows its title and address, as Wagtail does; nothing of what is ours."""
    router = WagtailAPIRouter("wagtailapi")
    router.register_endpoint("pages", PagesAPIViewSet)
    request = rf.get("/", {"type": "dvb_pages.SessionPage", "fields": "*"}, headers={"host": "dvb.example"})
    request.wagtailapi_router, request.session, request.user = router, {}, AnonymousUser()
    view = PagesAPIViewSet.as_view({"get": "listing_view"})
    items = view(request).data["items"]
    aliases = [item for item in items if item["title"].startswith(NEVER)]
    ours = [field.name for field in SessionPage.api_fields]
    assert len(aliases) == 2
    for alias in aliases:
        assert {name: alias[name] for name in ours} == dict.fromkeys(ours)


@pytest.mark.parametrize("api", APIS)
def test_nothing_tells_whether_it_is_there(ask, api):
    """Not the number of what is found either, where one asks for what comes after it."""
    alias = next(page for page in Page.objects.exclude(alias_of=None) if page.title.startswith(f"{NEVER} med alias"))
    of_type = {"type": "dvb_pages.SessionPage"}
    for asked_for in ({"search": NEVER}, {"slug": alias.slug}, {"title": alias.title}):
        for offset in (0, 1, 50):
            found = ask(api, "pages/", **of_type, **asked_for, offset=offset).json()
            assert found["items"] == []
            assert found.get("count", found.get("meta", {}).get("total_count")) == 0
    for relation in ("child_of", "descendant_of", "ancestor_of", "translation_of"):
        never = ask(api, "pages/", **{relation: 10**6})
        response = ask(api, "pages/", **{relation: alias.pk})
        assert response.status_code == never.status_code
        assert response.content == never.content


@pytest.mark.parametrize("api", APIS)
def test_a_list_counts_what_is_there(ask, api):
    found = ask(api, "pages/", type="dvb_pages.SessionPage", limit=20).json()
    assert found.get("count", found.get("meta", {}).get("total_count")) == len(found["items"])
