"""What oEmbed shows of an address: a page of ours with its selection, and never what not everyone may see."""

from __future__ import annotations

import json
import socket

import pytest
from django.test.utils import override_script_prefix
from wagtail.models import Page, Site

from dvb_wagtail.core.frames import HEIGHTS, FrameKind
from dvb_wagtail.embed.oembed_target import target
from dvb_wagtail.publication.pending import flush
from dvb_wagtail.publication.tables import PublishedSpeaker
from tests import pages_factory as make
from tests.delivery.editing import code_of, delete, make_private, save_draft, unpublish
from tests.embed.asking import FRAMES, NEWS, PAGE, PROGRAMME, PROGRAMME_FRAME, ROOT, TRACK, frame, link

pytestmark = pytest.mark.usefixtures("sessions", "news")


# ---- what is shown


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (PAGE, PROGRAMME_FRAME),
        (PROGRAMME, PROGRAMME_FRAME),
        (f"{PAGE}?{TRACK}", PROGRAMME_FRAME),
        (f"{PROGRAMME}?{TRACK}&day=2020-12-09", f"{PROGRAMME_FRAME}?day=2020-12-09&{TRACK}"),
        (f"{PROGRAMME}?kind=panel&utm_source=brev&sida=2", f"{PROGRAMME_FRAME}?kind=panel"),
        (
            f"{PROGRAMME.removesuffix('/')}?room=sal-b&room=sal-a#day-2020-12-08",
            f"{PROGRAMME_FRAME}?room=sal-a&room=sal-b",
        ),
        (PAGE.replace("http:", "https:"), PROGRAMME_FRAME),
        (PAGE.replace("dvb.example", "testserver"), PROGRAMME_FRAME),
        (NEWS, f"{FRAMES}/news/nyheter/sv/"),
        (f"{NEWS}?tag=program&page=2", f"{FRAMES}/news/nyheter/sv/?tag=program"),
        (f"{NEWS}?tag=", f"{FRAMES}/news/nyheter/sv/"),
    ],
)
def test_a_page_gives_its_frame_with_its_selection(get, told, url, expected):
    found = frame(told(url))
    assert found == expected
    assert get(found.removeprefix(f"{ROOT}/dvb/v1/")).status_code == 200


def test_a_session_gives_its_frame(get, told, sessions):
    answer = told(sessions["Keynote"].full_url)
    expected = f"conferences/dv2020/sv/sessions/{code_of(sessions['Keynote'])}/"
    assert frame(answer) == f"{FRAMES}/{expected}"
    assert (answer["title"], answer["height"]) == ("Keynote", HEIGHTS[FrameKind.SESSION])
    assert link(answer) == (sessions["Keynote"].full_url, "Keynote")
    assert get(f"embed/{expected}").status_code == 200


@pytest.mark.parametrize(
    ("own", "expected", "height"),
    [
        ("conferences/dv2020/sv/programme.ics", "conferences/dv2020/sv/programme/", 700),
        (f"conferences/dv2020/en/programme.json?{TRACK}", f"conferences/dv2020/en/programme/?{TRACK}", 700),
        (
            f"conferences/dv2020/sv/programme.ics?cancelled=keep&{TRACK}",
            f"conferences/dv2020/sv/programme/?{TRACK}",
            700,
        ),
        ("conferences/dv2020/sv/schedule.xml", "conferences/dv2020/sv/programme/", 700),
        ("conferences/dv2020/sv/changes.atom?kind=panel", "conferences/dv2020/sv/programme/?kind=panel", 700),
        ("conferences/dv2020/sv/recordings.rss", "conferences/dv2020/sv/programme/", 700),
        ("news/nyheter/sv/articles.rss", "news/nyheter/sv/", 600),
        ("news/nyheter/sv/articles.json?tag=program&utm_medium=x", "news/nyheter/sv/?tag=program", 600),
        (
            f"embed/conferences/dv2020/en/programme/?heading=2&look=dark&{TRACK}&title=hidden&filters=hidden",
            f"conferences/dv2020/en/programme/?{TRACK}&look=dark&heading=2&title=hidden&filters=hidden",
            700,
        ),
        ("embed/conferences/dv2020/sv/subscribe/?kind=panel", "conferences/dv2020/sv/subscribe/?kind=panel", 500),
        ("embed/news/nyheter/sv/?limit=9&look=auto", "news/nyheter/sv/?look=auto&limit=9", 600),
    ],
)
def test_our_own_documents_and_frames_give_the_frame_of_the_same(get, told, own, expected, height):
    answer = told(f"{ROOT}/dvb/v1/{own}")
    assert (frame(answer), answer["height"]) == (f"{FRAMES}/{expected}", height)
    assert get(f"embed/{expected}").status_code == 200
    assert frame(told(f"https://testserver/dvb/v1/{own}")) == frame(answer)


def test_the_documents_of_a_session_give_its_frame(told, sessions):
    where = f"conferences/dv2020/sv/sessions/{code_of(sessions['Panel'])}"
    assert frame(told(f"{ROOT}/dvb/v1/{where}.ics?utm_source=brev")) == f"{FRAMES}/{where}/"
    assert frame(told(f"{ROOT}/dvb/v1/embed/{where}/?look=dark")) == f"{FRAMES}/{where}/?look=dark"


def test_a_session_takes_no_selection(ask, sessions):
    where = f"conferences/dv2020/sv/sessions/{code_of(sessions['Panel'])}"
    for own in (f"{where}.ics?{TRACK}", f"embed/{where}/?look=dark&{TRACK}"):
        response = ask(f"{ROOT}/dvb/v1/{own}")
        assert (response.status_code, json.loads(response.content)["parameter"]) == (404, "track")


def test_a_site_below_a_path_of_its_server_knows_its_own_addresses():
    own = f"{ROOT}/konferens/dvb/v1/conferences/dv2020/sv/programme.ics"
    with override_script_prefix("/konferens/"):
        found = target(own, ("dvb.example", 80))
    assert found.shown.address == f"{ROOT}/konferens/dvb/v1/embed/conferences/dv2020/sv/programme/"


def test_the_language_is_that_of_the_page(ask, told, conference, sessions):
    make.make_translation(conference, title="Digital Västerbotten 2020", slug="dv-2020")
    session = make.make_translation(sessions["Öppning"], title="Opening", slug="opening")
    english = ask(f"{ROOT}/en/dv-2020/program/?kind=panel")
    assert english["Content-Language"] == "en"
    answer = json.loads(english.content)
    assert answer["title"] == "Digital Västerbotten 2020: Panel"
    assert frame(answer) == f"{FRAMES}/conferences/dv2020/en/programme/?kind=panel"
    assert link(answer)[0] == f"{ROOT}/en/dv-2020/program/?kind=panel"
    assert told(session.full_url)["title"] == "Opening"
    assert ask(PAGE)["Content-Language"] == "sv"
    assert ask(f"{ROOT}/dvb/v1/news/nyheter/en/articles.rss")["Content-Language"] == "en"


def test_a_selection_is_named_in_the_title_people_and_tags_too(told, home, conference, sessions):
    speaker = make.make_speaker(make.make_speaker_index(home), "Anna Andersson")
    make.make_appearance(sessions["Öppning"], speaker)
    code = PublishedSpeaker.objects.get(identity=speaker.translation_key).code
    titles = [
        told(url)["title"] for url in (f"{PROGRAMME}?speaker={code}", f"{PROGRAMME}?{TRACK}", f"{NEWS}?tag=program")
    ]
    assert titles == [
        "Digitala Västerbotten 2020: Anna Andersson",
        "Digitala Västerbotten 2020: Politiskt ledarskap",
        "Nyheter från regionen: Program",
    ]


def test_a_frame_that_would_have_too_long_an_address_to_hand_out_is_answered(told):
    days = "&".join(f"day=2020-12-{day:02}" for day in range(1, 31))
    assert frame(told(f"{PROGRAMME}?{days}")) == f"{PROGRAMME_FRAME}?{days}"


# ---- what is not shown


def nothing(response) -> tuple[object, ...]:
    """Return all that is told, which must be what is told of an address where nothing ever was."""
    return response.status_code, response.content, sorted(response.items())


@pytest.fixture
def never(ask):
    """The answer to an address where nothing ever was."""
    response = ask(f"{ROOT}/ingenting/")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    return nothing(response)


@pytest.mark.parametrize(
    "url",
    [
        f"{ROOT}/",
        f"{ROOT}/dvb/v1/index.json",
        f"{ROOT}/dvb/v1/oembed?url={PAGE}",
        f"{ROOT}/dvb/v1/embed/",
        f"{ROOT}/dvb/v1/embed/sv/",
        f"{ROOT}/dvb/v1/conferences/dv2020/sv/programme.xyz",
        f"{ROOT}/dvb/v1/conferences/dv2020/fi/programme.ics",
        f"{ROOT}/dvb/v1/conferences/none2020/sv/programme.ics",
        f"{ROOT}/dvb/v1/conferences/none2020/sv/programme.ics?track=x",
        f"{ROOT}/dvb/v1/conferences/dv2020/sv/sessions/ZZZZZZ.ics",
        f"{ROOT}/dvb/v1/embed/conferences/dv2020/sv/sessions/ZZZZZZ/",
        f"{ROOT}/dvb/v1/embed/conferences/dv2020/fi/programme/",
        f"{ROOT}/dvb/v1/news/none/sv/articles.rss",
        f"{ROOT}/dvb/v1/news/nyheter/sv/articles.csv",
        f"{ROOT}/dvb/v1/series/digitala/sv/conferences.ics",
        "https://evil.example/dvb/v1/conferences/dv2020/sv/programme.ics",
        "https://evil.example/dvb/v1/embed/conferences/dv2020/sv/programme/?look=pink",
        "https://evil.example/digitala-v%C3%A4sterbotten-2020/",
        "https://evil.example/?dvb.example",
        "https://dvb.example.evil.example/digitala-v%C3%A4sterbotten-2020/",
        "/digitala-v%C3%A4sterbotten-2020/",
        "javascript:alert(1)",
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
        "http://[",
        "\0",
        f"{ROOT}/\0",
        f"{ROOT}/%00",
        f"{ROOT}/dvb/v1/news/nyheter%0A/sv/articles.rss",
        f"{PAGE}?{'x' * 2000}",
        "http://" + "a" * 3000,
    ],
)
def test_what_is_not_ours_is_as_what_never_was(ask, never, url):
    assert nothing(ask(url)) == never


@pytest.mark.parametrize(
    ("url", "parameter"),
    [
        (f"{PROGRAMME}?track=hemligt", "track"),
        (f"{PROGRAMME}?speaker=ZZZZZZ", "speaker"),
        (f"{PROGRAMME}?day=igår", "day"),
        (f"{PROGRAMME}?kind=", "kind"),
        (f"{NEWS}?tag=hemligt", "tag"),
        (f"{NEWS}?tag=%00", "tag"),
        (f"{ROOT}/dvb/v1/conferences/dv2020/sv/programme.ics?track=hemligt", "track"),
        (f"{ROOT}/dvb/v1/conferences/dv2020/sv/programme.ics?trakc=politiskt-ledarskap", "trakc"),
        (f"{ROOT}/dvb/v1/embed/conferences/dv2020/sv/programme/?look=pink", "look"),
        (f"{ROOT}/dvb/v1/embed/conferences/dv2020/sv/programme/?style=x", "style"),
        (f"{ROOT}/dvb/v1/embed/news/nyheter/sv/?limit=999", "limit"),
        (f"{ROOT}/dvb/v1/news/nyheter/sv/articles.rss?track=x", "track"),
    ],
)
def test_a_selection_of_what_never_was_is_told(ask, url, parameter):
    response = ask(url)
    assert (response.status_code, json.loads(response.content)["parameter"]) == (404, parameter)


def _to_another_site(page) -> None:
    other = Site.objects.filter(hostname="other.example").first()
    other = other or make.make_site("other.example", is_default_site=False)
    Page.objects.get(pk=page.pk).move(other.root_page, pos="last-child")
    flush()


HIDDEN = {"private": make_private, "withdrawn": unpublish, "deleted": delete, "of another site": _to_another_site}


@pytest.mark.parametrize("how", HIDDEN)
def test_what_is_not_public_is_as_what_never_was(ask, never, conference, sessions, news, how):
    session = code_of(sessions["Keynote"])
    documents = [
        "conferences/dv2020/sv/programme.ics",
        "embed/conferences/dv2020/sv/programme/",
        "embed/conferences/dv2020/sv/subscribe/?look=dark",
        f"conferences/dv2020/sv/sessions/{session}.ics",
        f"embed/conferences/dv2020/sv/sessions/{session}/",
        "news/nyheter/sv/articles.rss",
        "embed/news/nyheter/sv/",
    ]
    pages = [PAGE, PROGRAMME, f"{PROGRAMME}?{TRACK}", sessions["Keynote"].full_url, NEWS, f"{NEWS}?tag=program"]
    urls = [*pages, *(f"{ROOT}/dvb/v1/{document}" for document in documents)]
    assert [ask(url).status_code for url in urls] == [200] * len(urls)
    for page in (conference, news):
        HIDDEN[how](page)
    urls += [f"{PROGRAMME}?track=hemligt", f"{ROOT}/dvb/v1/conferences/dv2020/sv/programme.ics?track=hemligt"]
    assert {url: nothing(ask(url)) for url in urls} == dict.fromkeys(urls, never)


def test_a_session_that_is_not_public_is_as_what_never_was(ask, never, conference, sessions):
    private, withdrawn = sessions["Keynote"], sessions["Seminarium"]
    codes = [code_of(private), code_of(withdrawn)]
    make_private(private)
    unpublish(withdrawn)
    urls = [private.full_url, withdrawn.full_url]
    urls += [f"{ROOT}/dvb/v1/conferences/dv2020/sv/sessions/{each}.ics" for each in codes]
    urls += [f"{ROOT}/dvb/v1/embed/conferences/dv2020/sv/sessions/{each}/" for each in codes]
    assert {url: nothing(ask(url)) for url in urls} == dict.fromkeys(urls, never)


def test_a_draft_shows_in_no_answer(ask, conference, sessions):
    urls = (PAGE, NEWS, sessions["Keynote"].full_url)
    before = [ask(url).content for url in urls]
    save_draft(conference, title="Hemligt namn", slug="hemligt")
    save_draft(sessions["Keynote"], title="Hemligt namn")
    assert [ask(url).content for url in urls] == before
    assert ask(f"{ROOT}/hemligt/").status_code == 404


def test_nothing_is_fetched(ask, monkeypatch):
    """Neither a page nor a name: no connection is opened whatever is asked."""

    def refuse(*_args, **_more):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert [ask(url).status_code for url in (PAGE, "https://evil.example/", "http://127.0.0.1/")] == [200, 404, 404]
