"""Validators, and that every address handed out is of its own site, under the set-up's own prefixes."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin

import icalendar
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from tests.setups import serve
from tests.setups.build import LANGUAGES, MAIN, NAMES, base, translated_title

pytestmark = [pytest.mark.setup, pytest.mark.usefixtures("site")]


def of_the_edition(name, language=MAIN, end="programme.ics"):
    return f"{serve.mount(name)}conferences/{name}2020/{language}/{end}"


def test_documents_are_validated_and_answer_head():
    """Each kind of document once: the others are of another language or edition."""
    addresses = [each for each in serve.addresses(NAMES[-1]) if f"/{MAIN}/" in each and "2021" not in each]
    assert len(addresses) > 20
    for address, answer in ((address, serve.get(address)) for address in addresses):
        if answer.status_code == 200:
            again = serve.get(address, if_none_match=answer["ETag"])
            assert (again.status_code, again.content) == (304, b""), address
            head = serve.get(address, "HEAD")
            assert (head.status_code, head.content, head["ETag"]) == (200, b"", answer["ETag"]), address
            assert not answer.cookies, address
            assert answer["Vary"] == "Accept-Encoding", address


def front_page(language):
    """Return what the addresses of a language's pages begin with."""
    with translation.override(language):
        return reverse("wagtail_serve", args=("",))


def test_every_address_in_a_document_is_of_its_own_site():
    """And none is under another prefix than those of the set-up."""
    known = (
        reverse("dvb_wagtail:index").removesuffix("v1/index.json"),
        *map(front_page, LANGUAGES),
        reverse("wagtaildocs_serve", args=(1, "x")).removesuffix("1/x"),
        *(settings.MEDIA_URL, settings.STATIC_URL),
    )
    hosts = "|".join(re.escape(each) for each in serve.roots().values())
    for name, root in serve.roots().items():
        for address, answer in serve.documents(name).items():
            found = re.findall(rf"({hosts})(?![\w.:-])(/[^\s\"'<>)&]+)?", serve.text_of(answer))
            assert {own for own, _path in found} <= {root}, address
            assert [path for _own, path in found if path and not path.startswith(known)] == [], address


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_in_a_calendar_leads_to_the_page(language):
    for name in NAMES:
        calendar = icalendar.Calendar.from_ical(serve.get(of_the_edition(name, language)).content)
        [opening] = [each for each in calendar.walk("VEVENT") if "Öppning" in each["SUMMARY"]]
        answer = serve.get(str(opening["URL"]))
        assert answer.status_code == 200
        title = f"Öppning {name}" if language == MAIN else translated_title(f"Öppning {name}", language)
        assert title in answer.content.decode()
        page = base().objects.get(title=title, locale__language_code=language)
        assert str(opening["URL"]) == page.full_url


def test_a_page_links_to_its_own_documents():
    """The head of a page says where its calendar is; it is there."""
    for name in NAMES:
        page = base().objects.get(title=f"Konferens {name} 2020")
        head = serve.get(page.full_url).content.decode()
        links = re.findall(r'<link[^>]*rel="alternate"[^>]*href="([^"?]+)"', head)
        assert of_the_edition(name) in {urljoin(page.full_url, link) for link in links}


def test_the_catalogue_of_a_site_has_what_is_its_own():
    for name in NAMES:
        catalogue = json.loads(serve.get(f"{serve.mount(name)}index.json").content)
        text = json.dumps(catalogue)
        assert {each for each in NAMES if f"{each}2020" in text} == {name}
