"""The example's client site: whole without the CMS, and right after each publish, cancellation and withdrawal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote, urlencode, urlsplit
from urllib.request import urlopen

import pytest
from icalendar import Calendar

from tests.headless.built_site import BuiltSite
from tests.headless.running import Running, running, what_is_missing

pytestmark = [pytest.mark.interop, pytest.mark.xdist_group("headless")]

NEW_TITLE = """Ny punkt <img src=x onerror=alert(1)> & "citat" {{ site.title }} {% raw %}"""
NEW_NAME = "Åsa <b>Nyfors</b>"
NEW_TIME = "22.05\N{EN DASH}22.35"
REASON = "Isen bar inte"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if missing := what_is_missing():
        pytest.skip(f"{missing} is not installed")
    with running(tmp_path_factory.mktemp("headless")) as found:
        yield found


def place(address: str) -> str:
    """Return the file of the built site that an address of the client is."""
    path = unquote(urlsplit(address).path).lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def events(site: BuiltSite, address: str) -> list[Any]:
    return list(Calendar.from_ical((site.folder / place(address)).read_bytes()).events)


def heading(site: BuiltSite, address: str) -> str:
    return " ".join(site.document(place(address)).findtext(".//h1").split())


def row(site: BuiltSite, edition: str, title: str) -> str:
    """Return what stands at a session in the programme of an edition's page."""
    rows = site.document(place(edition)).xpath("//li[contains(@class, 'session-row')]")
    texts = [" ".join("".join(each.itertext()).split()) for each in rows]
    (found,) = [text for text in texts if title in text]
    return found


def test_a_reader_sees_at_once_what_editors_did(site: Running) -> None:
    before = site.site
    assert len(before.files) > 400
    assert before.problems() == []

    acronym = newest(site)
    programme = site.programme(acronym)
    edition = programme["url"]
    alone = [each for each in programme["sessions"] if each["calendar"] and each["status"] == "confirmed"]
    with_people = [each for each in alone if any(person["speaker"] for person in each["appearances"])]
    in_news = [before.text(before.name(path)) for path in before.folder.glob("nyheter/**/*.html")]
    moved, cancelled = alone[0], with_people[0]
    withdrawn = [each for each in with_people if not any(each["title"] in text for text in in_news)][-1]
    person = next(each for each in cancelled["appearances"] if each["speaker"])
    speaker = next(each for each in programme["speakers"] if each["code"] == person["speaker"])
    withdrawn_in = [
        next(each for each in site.programme(acronym, language)["sessions"] if each["id"] == withdrawn["id"])
        for language in ("sv", "en")
    ]
    assert before.files_with(withdrawn["title"])

    made = site.edit(
        do="edit",
        acronym=acronym,
        new_title=NEW_TITLE,
        cancelled=cancelled["id"],
        reason=REASON,
        moved=moved["id"],
        withdrawn=withdrawn["id"],
        renamed=identity_of(site, speaker["url"]),
        new_name=NEW_NAME,
    )
    new = next(each for each in site.programme(acronym)["sessions"] if each["id"] == made["new"])
    site.wait_for(lambda: heading(site.site, speaker["url"]) == NEW_NAME)
    after = site.site

    assert after.problems() == []
    # A new session stands in the programme, on its page and in the calendars, as it was written.
    assert heading(after, new["url"]) == " ".join(NEW_TITLE.split())
    assert row(after, edition, NEW_TITLE).startswith("21.10\N{EN DASH}21.40")
    assert [str(event["SUMMARY"]) for event in events(after, new["calendar"])] == [NEW_TITLE]
    # A cancelled one says so everywhere, with its reason.
    assert heading(after, cancelled["url"]) == f"Inställt: {cancelled['title']}"
    assert REASON in after.text(place(cancelled["url"]))
    assert REASON in row(after, edition, f"Inställt: {cancelled['title']}")
    assert [str(event["STATUS"]) for event in events(after, cancelled["calendar"])] == ["CANCELLED"]
    # A moved one has its new time, and only that.
    assert row(after, edition, moved["title"]).startswith(NEW_TIME)
    assert NEW_TIME in after.text(place(moved["url"]))
    assert moved["time_label"] not in after.text(place(moved["url"]))
    (event,) = events(after, moved["calendar"])
    assert event.start.isoformat()[11:16] == "22:05"
    # A withdrawn one is nowhere: its pages are gone, and its own calendar is an empty one without a title.
    for each in withdrawn_in:
        assert not (after.folder / place(each["url"])).exists()
        assert events(after, each["calendar"]) == []
        assert after.files_with(each["title"]) == []
    # A person has the new name wherever they take part.
    for address in (cancelled["url"], edition):
        assert NEW_NAME in after.text(place(address))
        assert person["name"] not in after.text(place(address))
    names = after.document("talare/index.html").xpath("//h2//text()")
    assert NEW_NAME in names
    assert person["name"] not in names


def identity_of(site: Running, address: str) -> str:
    slug = unquote(urlsplit(address).path).strip("/").rpartition("/")[2]
    query = urlencode({"type": "dvb_pages.SpeakerPage", "fields": "identity,url", "slug": slug})
    with urlopen(f"{site.cms}/api/v2/pages/?{query}") as answer:  # noqa: S310
        return next(each["identity"] for each in json.load(answer)["items"] if each["url"] == address)


def test_a_draft_is_shown_to_who_has_its_token_and_kept_by_nobody(site: Running) -> None:
    session = site.programme(newest(site))["sessions"][0]
    draft = site.edit(do="preview", page=session["id"], title="Bara ett <i>utkast</i>")
    with urlopen(f"{site.client}/preview/?{urlencode(draft)}") as answer:  # noqa: S310
        text, headers = answer.read().decode(), answer.headers

    assert "<h1>Bara ett &lt;i&gt;utkast&lt;/i&gt;</h1>" in text
    assert '<meta name="robots" content="noindex">' in text
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Robots-Tag"] == "noindex"
    assert f"frame-ancestors {site.cms}" in headers["Content-Security-Policy"]
    assert site.site.files_with("utkast</i>") == []
    for wrong in ({**draft, "token": draft["token"] + "x"}, {**draft, "content_type": "dvb_pages.articlepage"}, {}):
        assert refusal(f"{site.client}/preview/?{urlencode(wrong)}") == 404


def refusal(address: str, data: bytes | None = None) -> int:
    with pytest.raises(HTTPError) as refused:
        urlopen(address, data=data)  # noqa: S310
    refused.value.close()
    return refused.value.code


def newest(site: Running) -> str:
    """Return the acronym of the last edition that has a programme."""
    return max(path.parent.parent.name for path in site.folder.glob("dvb/v1/conferences/*/sv/sessions"))


def test_nobody_else_can_have_it_built(site: Running) -> None:
    assert refusal(f"{site.client}/rebuild", data=b"{}") == 403
