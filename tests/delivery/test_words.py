"""Words from the translation catalogues: all in one language, and in the site's own where there is no translation."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from string import Formatter

import polib
import pytest
from django.conf import settings as project
from django.utils import translation

import dvb_wagtail
from dvb_wagtail.core.scope import Facet
from dvb_wagtail.core.vocabulary import Attendance, ConferenceStatus, Kind, Notice, Role, SpokenLanguage
from dvb_wagtail.delivery import words as module
from dvb_wagtail.delivery.words import digest, words

DAY = date(2020, 12, 8)
CATALOGUES = sorted(path.parts[-3] for path in Path(dvb_wagtail.__file__).parent.glob("locale/*/LC_MESSAGES/django.mo"))


@pytest.fixture
def fresh_words():
    """Words of what the catalogues are now, for a test that changes them."""

    def forget():
        for kept in (module.words, module.digest):
            kept.cache_clear()

    forget()
    yield
    forget()


@pytest.fixture
def catalogue(settings, tmp_path, fresh_words):
    """Add a translation of the package into a language, as a project does in LOCALE_PATHS."""

    def add(language, entries):
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        file = polib.POFile()
        file.metadata = {"Content-Type": "text/plain; charset=utf-8"}
        file.extend(polib.POEntry(msgctxt=context, msgid=msgid, msgstr=text) for context, msgid, text in entries)
        file.save_as_mofile(folder / "django.mo")
        settings.LOCALE_PATHS = [tmp_path]

    return add


CODE = "code of the language that this is translated into"


def test_words_in_english():
    english = words("en")
    assert english.language == "en"
    assert english.day(DAY) == "Tuesday 8 December 2020"
    assert english.titled.format(notice=english.notices[Notice.CANCELLED], title="Mingle") == "Cancelled: Mingle"
    assert (english.kinds[Kind.PANEL], english.roles[Role.PANELLIST]) == ("Panel", "Panellist")
    assert (english.languages["sv"], english.languages[SpokenLanguage.MEANKIELI]) == ("Swedish", "Meänkieli")


def test_words_in_swedish():
    swedish = words("sv")
    assert swedish.language == "sv"
    assert swedish.day(DAY) == "tisdag 8 december 2020"
    assert swedish.titled.format(notice=swedish.notices[Notice.CANCELLED], title="Mingel") == "Inställt: Mingel"
    assert (swedish.kinds[Kind.SEMINAR], swedish.roles[Role.PANELLIST]) == ("Seminarium", "Paneldeltagare")
    assert swedish.attendances[Attendance.ONSITE] == "På plats"


@pytest.mark.parametrize("language", ["en", *CATALOGUES])
def test_every_word_is_there_in_every_language(language):
    code = translation.to_language(language)
    spoken = words(code)
    assert (set(spoken.kinds), set(spoken.roles), set(spoken.notices)) == (set(Kind), set(Role), set(Notice))
    assert set(spoken.languages) >= {*SpokenLanguage, *dict(project.LANGUAGES)}
    assert (set(spoken.attendances), set(spoken.statuses)) == (set(Attendance), set(ConferenceStatus))
    assert (set(spoken.facets), all(spoken.interface.values())) == (set(Facet), True)
    assert (len(set(spoken.weekdays)), len(set(spoken.months))) == (7, 12)
    assert [notice for notice, word in spoken.notices.items() if not word] == [Notice.NONE]


@pytest.mark.parametrize("language", ["en", *CATALOGUES])
def test_patterns_name_the_fields_that_they_are_filled_with(language):
    spoken = words(translation.to_language(language))
    fields = {
        name: {field for _, field, _, _ in Formatter().parse(getattr(spoken, name)) if field is not None}
        for name in (
            *("day_pattern", "short_day_pattern", "date_pattern", "span_in_month", "span_in_year", "clock_pattern"),
            *("moment_pattern", "titled", "reason", "subscribe_to", "programme_of", "selection_of", "in_language"),
        )
    }
    assert fields == {
        "day_pattern": {"weekday", "day", "month", "year"},
        "short_day_pattern": {"weekday", "day", "month"},
        "date_pattern": {"day", "month", "year"},
        "span_in_month": {"first", "last", "last_month", "year"},
        "span_in_year": {"first", "first_month", "last", "last_month", "year"},
        "clock_pattern": {"hour", "minute"},
        "moment_pattern": {"day", "time"},
        "titled": {"notice", "title"},
        "reason": {"reason"},
        "subscribe_to": {"title"},
        "programme_of": {"title"},
        "selection_of": {"title", "filter"},
        "in_language": {"language"},
    }


@pytest.mark.parametrize("language", ["en", *CATALOGUES])
def test_a_catalogue_says_which_language_it_is_in(language):
    code = translation.to_language(language)
    with translation.override(code):
        assert translation.pgettext(CODE, "en") == code


def test_without_a_translation_words_are_in_the_sites_language(settings, catalogue):
    catalogue("de", [(CODE, "en", "de"), ("before a title", "Cancelled", "Abgesagt")])
    settings.LANGUAGE_CODE = "de"
    southern_sami = words("sma")
    assert southern_sami.language == "sma"
    assert southern_sami.notices[Notice.CANCELLED] == "Abgesagt"
    assert southern_sami.day(DAY) == "Dienstag 8 Dezember 2020"


def test_words_are_never_in_two_languages(settings, catalogue):
    """Django has Finnish names of days; the package is not translated into Finnish here."""
    catalogue("de", [(CODE, "en", "de")])
    settings.LANGUAGE_CODE = "de"
    assert words("fi").weekdays == words("de").weekdays


def test_a_project_can_translate_the_package(catalogue):
    catalogue("fi", [(CODE, "en", "fi"), (None, "Taking part", "Mukana")])
    finnish = words("fi")
    assert (finnish.speakers, finnish.weekdays[1]) == ("Mukana", "tiistai")


def test_the_digest_changes_with_a_translation_and_nothing_else(catalogue):
    before = digest("en"), digest("fi")
    module.digest.cache_clear()
    module.words.cache_clear()
    assert (digest("en"), digest("fi")) == before
    catalogue("fi", [(CODE, "en", "fi"), (None, "Online", "Verkossa")])
    module.digest.cache_clear()
    module.words.cache_clear()
    assert digest("en") == before[0]
    assert digest("fi") != before[1]


def test_words_do_not_depend_on_the_visitors_language(fresh_words):
    with translation.override("en"):
        asked_in_english = words("sv")
    module.words.cache_clear()
    with translation.override("sv"):
        assert words("sv") == asked_in_english
