"""What the page for web teams says is so: held against the frames themselves."""

from __future__ import annotations

import json
from datetime import date
from secrets import token_bytes
from urllib.parse import urljoin

import pytest
from django.utils import translation
from lxml import html

import dvb_wagtail
from dvb_wagtail.core.frames import PARAMETERS, FrameKind
from dvb_wagtail.core.scope import Facet
from dvb_wagtail.embed.contract_changes import ASSESSED, CONTRACT_CHANGES
from dvb_wagtail.embed.host_facts import SANDBOXES, _compressed_size, duration
from dvb_wagtail.embed.revision import AT_MOST, STYLE
from dvb_wagtail.formats.host_snippets import SANDBOX, height_listener, height_message
from tests import pages_factory as make
from tests.delivery.editing import unpublish
from tests.embed.reading import NEWS, PROGRAMME, SUBSCRIBE, code_after, links, page, texts

pytestmark = pytest.mark.usefixtures("sessions", "news")

ROOT = "http://dvb.example"
AT = f"{ROOT}/dvb/v1/"
SV, EN = "embed/sv/", "embed/en/"


@pytest.fixture(autouse=True)
def _before(settings):
    settings.DVB_WAGTAIL_NOW = "2020-12-01T12:00"


def test_the_html_to_paste_is_a_frame_that_answers(get):
    frame, fallback = html.fragments_fromstring(code_after(page(get(SV)), "html"))
    assert (frame.get("src"), frame.get("title")) == (AT + PROGRAMME, "Digitala Västerbotten 2020: program")
    assert fallback.cssselect("a")[0].get("href").startswith(f"{ROOT}/digitala-v")
    assert get(frame.get("src").removeprefix(AT)).status_code == 200


@pytest.mark.parametrize(
    ("static_url", "source"),
    [
        ("/static/", "http://dvb.example"),
        ("https://static.example/s/", "https://static.example"),
        ("//cdn.example/", "http://cdn.example"),
    ],
)
def test_what_is_loaded_is_what_a_frame_loads(get, settings, static_url, source):
    settings.STATIC_URL = static_url
    found = page(get(EN))
    shown, *files = texts(found, "#loads ~ .scroll code")
    frame = page(get(PROGRAMME))
    loaded = [each.get("href") or each.get("src") for each in frame.cssselect("link[rel=stylesheet], [src]")]
    assert [urljoin(f"{ROOT}/", each) for each in loaded] == files
    assert shown == ROOT
    assert all(each.startswith(f"{source}/") for each in files)
    servers = "dvb.example" if source == ROOT else f"dvb.example, {source.partition('//')[2]}"
    assert f"no other server than {servers}." in found.cssselect(".short")[0].text_content()
    assert (found.text_content().count(f"That holds for {source}") == 1) is (source != ROOT)


def test_sizes_are_what_the_files_are_held_to(get):
    said = [row.text_content() for row in page(get(EN)).cssselect("#loads ~ .scroll tr")]
    assert [f"at most {most} kB" in row for row, most in zip(said[2:], AT_MOST.values(), strict=True)] == [True, True]


def test_the_size_of_a_sites_own_style_sheet_is_told(get, settings, tmp_path):
    own = tmp_path / STYLE
    own.parent.mkdir(parents=True)
    own.write_bytes(token_bytes(7500))
    settings.STATICFILES_DIRS = [tmp_path]
    _compressed_size.cache_clear()
    try:
        assert "at most 8 kB" in texts(page(get(EN)), "#loads ~ .scroll tr")[2]
    finally:
        _compressed_size.cache_clear()


def test_the_contacts_are_on_the_page_of_the_conference(get, conference):
    address = f"{ROOT}/digitala-v%C3%A4sterbotten-2020/"
    found = page(get(SV))
    for where in ("#accessibility ~ dl", "#contact ~ p"):
        assert links(found, f"{where} a")[address] == f"{address}#contacts", where
    assert "docs/" not in found.text_content()
    unpublish(conference)
    assert links(page(get(SV)), "#contact ~ p a") == {ROOT: f"{ROOT}/"}


def test_examples_are_of_the_conference_that_comes_next(get, home):
    """Not of one after that, whose programme nobody has made yet."""
    later = {"start_date": date(2031, 5, 6), "end_date": date(2031, 5, 7)}
    make.make_conference(home, "dv2031", title="Om tio år", **later)
    found = page(get(SV))
    assert "/dv2020/" in code_after(found, "html")
    assert any("digitala-v" in address for address in links(found, "#contact ~ p a").values())


def test_of_conferences_that_are_over_the_newest_is_the_example(get, home, settings):
    make.make_conference(home, "dv2018", title="Förr", start_date=date(2018, 5, 6), end_date=date(2018, 5, 7))
    settings.DVB_WAGTAIL_NOW = "2021-03-01T12:00"
    assert "/dv2020/" in code_after(page(get(SV)), "html")


def test_the_policy_of_a_frame_is_the_one_it_is_sent_with(get, settings):
    settings.DVB_WAGTAIL_FRAME_ANCESTORS = ["https://kommun.example", "https://*.region.example"]
    found = page(get(SV))
    assert code_after(found, "loads") == get(PROGRAMME)["Content-Security-Policy"]
    assert texts(found, "#framing ~ ul code") == ["https://kommun.example", "https://*.region.example"]


def test_who_may_show_frames(get, settings):
    assert "Every site may" in page(get(EN)).text_content()
    settings.DVB_WAGTAIL_FRAME_ANCESTORS = ["*", "https://kommun.example"]
    assert "Every site may" in page(get(EN)).text_content()
    settings.DVB_WAGTAIL_FRAME_ANCESTORS = ["'self'"]
    assert "Every site may" not in page(get(EN)).text_content()


def test_a_host_needs_one_directive(get):
    assert code_after(page(get(EN)), "policy") == "frame-src http://dvb.example"


def test_sandboxes_stand_as_they_are_written(get):
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in page(get(EN)).cssselect("tr")]
    assert [f'sandbox="{SANDBOX}" (recommended)', "yes", "yes", "yes"] in rows
    assert ['sandbox=""', "no", "no", "no"] in rows
    assert ["none", "yes", "yes", "yes"] in rows
    assert [each.recommended for each in SANDBOXES].count(True) == 1


def test_the_height_message_is_json_and_the_listener_checks_who_sends_it(get):
    found = page(get(EN))
    message = json.loads(code_after(found, "height"))
    assert message == {
        "type": "dvb-embed",
        "v": 1,
        "message": "height",
        "value": 840,
        "height": 840,
        "secret": message["secret"],
    }
    assert message == height_message(840, message["secret"])
    listener = code_after(found, "height", 1)
    assert listener == height_listener(f"{ROOT}/x/")
    assert 'event.origin !== "http://dvb.example"' in listener
    assert "=== event.source" in listener


def test_oembed_answers_what_the_page_promises(get):
    found = page(get(SV))
    assert code_after(found, "oembed") == f"{AT}oembed"
    (example,) = found.cssselect("#oembed ~ p a")
    answer = json.loads(get(example.get("href").removeprefix(AT)).content)
    assert (answer["type"], f'src="{AT}{PROGRAMME}"' in answer["html"]) == ("rich", True)
    names: dict[str, list[dict[str, list[dict[str, object]]]]] = {}
    exec(code_after(found, "wagtail"), names)  # noqa: S102
    assert names["WAGTAILEMBEDS_FINDERS"][0]["providers"][0]["endpoint"] == f"{AT}oembed"


def test_every_option_is_in_the_table_and_every_value_answers(get):
    rows = page(get(EN)).cssselect("#options ~ .scroll")[0].cssselect("tbody tr")
    listed = {row.cssselect("th code")[0].text: row for row in rows}
    assert listed.keys() == {*frozenset().union(*PARAMETERS.values()), "tag"}
    for name, row in listed.items():
        values = [each.text for each in row[2].cssselect("code")]
        if name == "limit":
            values = row[2].text_content().split(" to ")
        kinds = row[4].text_content()
        for kind, address in {"programme": PROGRAMME, "ways to subscribe": SUBSCRIBE, "news": NEWS}.items():
            taken = kinds == "all kinds" or kind in kinds
            for value in values:
                answer = get(f"{address}?{name}={value}")
                assert (answer.status_code == 200) is taken, f"{address}?{name}={value}"
        usual = [each.text for each in row[3].cssselect("code")]
        assert set(usual) <= {*values, "5"}


def test_an_option_of_some_frames_says_which(get):
    rows = page(get(EN)).cssselect("#options ~ .scroll")[0].cssselect("tbody tr")
    kinds = {row.cssselect("th code")[0].text: row[4].text_content() for row in rows}
    assert kinds == {
        **dict.fromkeys(("look", "heading", "title"), "all kinds"),
        "filters": "programme",
        "limit": "news",
        "tag": "news",
    }
    assert set(PARAMETERS) == set(FrameKind)


def test_every_selection_is_in_the_table_and_every_value_answers(get):
    rows = page(get(EN)).cssselect("#options ~ .scroll")[1].cssselect("tbody tr")
    listed = {row.cssselect("th code")[0].text: [each.text for each in row[2].cssselect("code")] for row in rows}
    assert list(listed) == list(Facet)
    assert [name for name, values in listed.items() if not values] == ["day", "track", "theme", "room", "speaker"]
    for name, values in listed.items():
        for value in values:
            assert get(f"{PROGRAMME}?{name}={value}").status_code == 200


def test_a_wrong_option_is_told_as_the_page_says(get):
    assert get(f"{PROGRAMME}?look=pink").status_code == 404
    assert get(f"{PROGRAMME}?colour=red").status_code == 404


@pytest.mark.parametrize(
    ("seconds", "words", "swedish"),
    [
        (0, "0 seconds", "0 sekunder"),
        (1, "1 second", "1 sekund"),
        (60, "1 minute", "1 minut"),
        (90, "90 seconds", "90 sekunder"),
        (300, "5 minutes", "5 minuter"),
    ],
)
def test_a_time_in_words(seconds, words, swedish):
    with translation.override("en"):
        assert duration(seconds) == words
    with translation.override("sv"):
        assert duration(seconds) == swedish


def test_how_late_it_may_be_is_what_frames_are_sent_with(get, settings):
    settings.DVB_WAGTAIL_MAX_AGE = 420
    assert "max-age=420," in get(PROGRAMME)["Cache-Control"]
    assert "from a cache for 7 minutes, on the days of a conference for 1 minute" in page(get(EN)).text_content()


def test_the_statement_and_the_list_of_changes_have_dates(get):
    found = page(get(EN))
    assert f"version {dvb_wagtail.__version__} of dvb-wagtail" in found.text_content()
    rows = found.cssselect("#changes ~ .scroll tbody tr")
    assert [row.cssselect("time")[0].get("datetime") for row in rows] == [
        each.day.isoformat() for each in CONTRACT_CHANGES
    ]
    assert texts(rows[-1], "th, td")[:2] == ["22 November 2026", "0.1.0"]
    assert "22 november 2026" in page(get(SV)).text_content()


def test_changes_are_listed_the_newest_first_and_the_statement_is_no_older():
    days = [each.day for each in CONTRACT_CHANGES]
    assert days == sorted(days, reverse=True)
    assert date(2026, 11, 22) <= days[0] <= ASSESSED
