from __future__ import annotations

from dataclasses import replace

import pytest

from dvb_wagtail.formats import feeds, ical, json_feed, programme_rss, registry
from dvb_wagtail.formats.registry import Subject


def test_each_format_is_found_by_the_address_it_is_published_at():
    assert registry.find([Subject.PROGRAMME], "programme", "ics") is ical.ICALENDAR
    assert registry.find([Subject.NEWS], "articles", "rss") is feeds.RSS
    assert registry.find([Subject.NEWS], "articles", "atom") is feeds.ATOM_FEED
    assert registry.find([Subject.NEWS], "articles", "json") is json_feed.JSON_FEED
    assert registry.find(Subject, "programme", "rss") is programme_rss.PROGRAMME_RSS


@pytest.mark.parametrize(
    ("subject", "name", "extension"),
    [
        (Subject.NEWS, "programme", "ics"),
        (Subject.PROGRAMME, "articles", "rss"),
        (Subject.PROGRAMME, "programme", "atom"),
    ],
)
def test_a_format_is_not_found_elsewhere(subject, name, extension):
    assert registry.find([subject], name, extension) is None


def test_a_subject_has_its_formats_in_order_of_registration():
    news = registry.formats_for(Subject.NEWS)
    assert news.index(feeds.RSS) < news.index(feeds.ATOM_FEED)
    assert {each.subject for each in news} == {Subject.NEWS}
    assert ical.ICALENDAR in registry.formats_for(Subject.PROGRAMME)


@pytest.mark.parametrize(
    ("of", "file_name", "media_type"),
    [
        (ical.ICALENDAR, "programme.ics", "text/calendar; charset=utf-8"),
        (feeds.RSS, "articles.rss", "application/rss+xml"),
        (feeds.ATOM_FEED, "articles.atom", "application/atom+xml"),
    ],
)
def test_a_format_says_its_file_name_and_media_type(of, file_name, media_type):
    assert (of.file_name, of.media_type) == (file_name, media_type)


def test_another_version_of_ours_or_of_the_library_is_another_revision():
    newer = replace(ical.ICALENDAR, version=ical.ICALENDAR.version + 1)
    other = replace(ical.ICALENDAR, library="icalendar 99")
    assert len({ical.ICALENDAR.revision, newer.revision, other.revision}) == 3


def test_a_site_adds_a_format_of_its_own(monkeypatch):
    monkeypatch.setattr(registry, "_formats", dict(registry._formats))
    own = replace(ical.ICALENDAR, extension="txt", media_type="text/plain")

    assert registry.register(own) is own
    assert registry.find([Subject.PROGRAMME], "programme", "txt") is own


def test_registering_a_format_again_changes_nothing(monkeypatch):
    monkeypatch.setattr(registry, "_formats", dict(registry._formats))
    assert registry.register(ical.ICALENDAR) is ical.ICALENDAR


def test_a_taken_address_is_refused(monkeypatch):
    monkeypatch.setattr(registry, "_formats", dict(registry._formats))
    with pytest.raises(ValueError, match=r"programme has a programme\.ics already"):
        registry.register(replace(ical.ICALENDAR, media_type="text/plain"))
    assert registry.find([Subject.PROGRAMME], "programme", "ics") is ical.ICALENDAR
