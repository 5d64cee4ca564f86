"""What an API is asked that no database should be, by anyone: each is one line, and most have been a 500 in Wagtail."""

from __future__ import annotations

import pytest

from dvb_wagtail.api.asked import FARTHEST, MOST_TAGS, MOST_WORDS
from tests.api.conftest import APIS, V2
from tests.publication import site as sample

pytestmark = pytest.mark.django_db

ARTICLES = {"type": "dvb_pages.ArticlePage"}
SESSIONS = {"type": "dvb_pages.SessionPage"}
NINES = "9" * 30


@pytest.fixture(scope="module", autouse=True)
def _site(published):
    sample.build()


def tags(api, count):
    return {"tags": ",".join(["a"] * count)} if api == V2 else {"tags": ["a"] * count}


def words(count):
    return " ".join(["a"] * count)


@pytest.mark.parametrize("api", APIS)
def test_more_tags_than_a_join_can_bear_are_refused(ask, api):
    assert ask(api, "pages/", **ARTICLES, **tags(api, MOST_TAGS)).status_code == 200
    for count in (MOST_TAGS + 1, 31, 200):
        response = ask(api, "pages/", **ARTICLES, **tags(api, count))
        assert 400 <= response.status_code < 500
        assert f"at most {MOST_TAGS}" in response.content.decode()


@pytest.mark.parametrize("api", APIS)
def test_more_words_than_python_can_nest_are_refused(ask, api):
    assert ask(api, "pages/", **SESSIONS, search=words(MOST_WORDS)).status_code == 200
    for count in (MOST_WORDS + 1, 2000):
        response = ask(api, "pages/", **SESSIONS, search=words(count))
        assert 400 <= response.status_code < 500
        assert f"at most {MOST_WORDS}" in response.content.decode()


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize(
    "asked",
    [
        {"offset": str(FARTHEST + 1)},
        {"offset": NINES},
        {"search": "\0"},
        {"locale": "s\0"},
        {"slug": "\0", **SESSIONS},
        {"child_of": NINES},
        {"descendant_of": NINES},
        {"ancestor_of": NINES},
        {"translation_of": NINES},
        {"day": "9999-99-99", **SESSIONS},
    ],
    ids=str,
)
def test_what_a_database_cannot_take_is_refused(ask, api, asked):
    assert 400 <= ask(api, "pages/", **asked).status_code < 500


@pytest.mark.parametrize("api", APIS)
@pytest.mark.parametrize(
    "address", [f"pages/{NINES}/", f"pages/find/?id={NINES}", "pages/find/?html_path=%00", "pages/find/?id=%00"]
)
def test_no_page_has_such_an_address(ask, api, address):
    assert 400 <= ask(api, address).status_code < 500


@pytest.mark.parametrize("api", APIS)
def test_as_far_as_one_may_go_is_nothing(ask, api):
    assert ask(api, "pages/", **SESSIONS, offset=FARTHEST).json()["items"] == []


@pytest.mark.parametrize("api", APIS)
def test_a_number_that_no_edition_can_have_finds_none(ask, api):
    assert ask(api, "pages/", type="dvb_pages.ConferencePage", number=NINES).json()["items"] == []
