"""A site's own format: registered by a hook, answered as ours are."""

from __future__ import annotations

import pytest
from wagtail import hooks

from dvb_wagtail.core.channel import Channel, Options
from dvb_wagtail.core.feed_item import FeedItem
from dvb_wagtail.core.localised import LocalisedConference, LocalisedSession
from dvb_wagtail.core.vocabulary import Kind
from dvb_wagtail.delivery.offered import HOOK, offered, register_formats
from dvb_wagtail.formats import registry
from dvb_wagtail.formats.registry import Format, Subject, register
from tests.delivery.reading import PROGRAMME

pytestmark = pytest.mark.usefixtures("sessions", "news")

TEXT = PROGRAMME.replace("ics", "txt")


def line(item: LocalisedSession | LocalisedConference | FeedItem, options: Options) -> bytes:
    if isinstance(item, LocalisedSession) and item.kind is Kind.OPENING:
        return b""
    if isinstance(item, LocalisedSession) and item.kind is Kind.PANEL:
        raise ValueError("no panels")
    return f"{item.title} ({options.language})\n".encode()


def lines(channel: Channel, parts, options: Options) -> bytes:
    return f"{channel.address}\n".encode() + b"".join(part for _, part in parts)


@pytest.fixture(autouse=True)
def _formats_of_the_site():
    """A programme and news as plain text, until the test is over."""
    formats = [
        Format(Subject.PROGRAMME, "programme", "txt", "text/plain; charset=utf-8", line, lines, version=1),
        Format(Subject.NEWS, "articles", "schema.txt", "text/plain; charset=utf-8", line, lines, version=1),
    ]
    known = dict(registry._formats)
    register_formats.cache_clear()
    with hooks.register_temporarily(HOOK, lambda: formats):
        yield
    registry._formats.clear()
    registry._formats.update(known)
    register_formats.cache_clear()


def test_it_is_answered_at_its_own_address(get):
    response = get(TEXT)
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert response["Content-Disposition"] == 'inline; filename="dv2020-programme.txt"'
    assert response.content.decode() == (
        f"http://dvb.example/dvb/v1/{TEXT}\nDigitala Västerbotten 2020 (sv)\nKeynote (sv)\nSeminarium (sv)\n"
    )


def test_it_has_every_selection(get):
    assert get(f"{TEXT}?room=sal-a").content.decode() == f"http://dvb.example/dvb/v1/{TEXT}?room=sal-a\nKeynote (sv)\n"
    assert get(f"{TEXT}?room=none").status_code == 404


def test_it_has_validators_and_compression(get):
    response = get(TEXT, Accept_Encoding="gzip")
    assert response["Content-Encoding"] == "gzip"
    assert get(TEXT, Accept_Encoding="gzip", If_None_Match=response["ETag"]).status_code == 304
    assert response["ETag"] != get(PROGRAMME, Accept_Encoding="gzip")["ETag"]


def test_what_is_only_for_calendars_is_not_for_it(get):
    assert get(f"{TEXT}?cancelled=keep").status_code == 404


def test_a_part_that_it_fails_on_is_left_out_and_logged(get, caplog):
    get(TEXT)
    (entry,) = [entry for entry in caplog.records if entry.name == "dvb_wagtail.delivery"]
    assert str(entry.exc_info[1]) == "no panels"


def test_an_extension_of_two_parts(get):
    response = get("news/nyheter/sv/articles.schema.txt?tag=program")
    assert response.content.decode().splitlines()[1:] == ["Programmet är klart (sv)"]


def test_a_format_is_offered_for_its_subject_only():
    assert offered([Subject.PROGRAMME], "programme", "txt")
    assert offered([Subject.NEWS], "programme", "txt") is None


def test_another_format_at_the_same_address_is_refused():
    offered([Subject.PROGRAMME], "programme", "txt")
    with pytest.raises(ValueError, match=r"programme has a programme\.txt already"):
        register(Format(Subject.PROGRAMME, "programme", "txt", "text/html", line, lines, version=1))
