"""The way to a locale file: the guide's own commands, and what is told of one that is missing or not whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from django.utils import translation
from django.utils.dates import MONTHS_ALT, WEEKDAYS
from pytest_django import Settings

import dvb_wagtail
from dvb_wagtail.delivery.words import words
from dvb_wagtail.language_checks import check_languages
from tests.setups_languages.conftest import CODE

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "tests/locale"
SWEDISH = Path(dvb_wagtail.__file__).parent / "locale/sv/LC_MESSAGES/django.po"
GUIDE = (ROOT / "docs/how-to/minority-languages.md").read_text(encoding="utf-8")

Locale = Callable[..., None]


def found() -> list[tuple[str | None, str]]:
    return [(each.id, each.msg) for each in check_languages()]


# ---- told at start


@pytest.mark.parametrize("name", ["default", "northern_sami", "finnish"])
def test_nothing_is_wrong(languages: Callable[[str], None], name: str) -> None:
    languages(name)
    assert found() == []


def test_a_language_without_a_locale_file(settings: Settings) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("se", "Davvisámegiella")]
    assert found() == [
        ("dvb_wagtail.E019", "Django finds no words in the language 'se', and none of its pages."),
    ]


def test_a_language_that_the_package_has_no_words_in(languages: Callable[[str], None]) -> None:
    languages("three_languages")
    assert found() == [
        ("dvb_wagtail.W020", "The package has no words in the language 'fi': they are in 'sv' there."),
    ]


def test_a_locale_file_without_a_month(settings: Settings, locale_file: Locale) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("se", "Davvisámegiella")]
    with translation.override(None):
        days = [(None, str(day), f"{day} in Sámi") for day in WEEKDAYS.values()]
        months = [("alt. month", str(month), f"{month} in Sámi") for month in MONTHS_ALT.values()]
    locale_file("se", (CODE, "en", "se"), *days, *(entry for entry in months if entry[1] != "May"))
    assert found() == [
        ("dvb_wagtail.W021", "Dates in the language 'se' have names in another language: May."),
    ]


def test_one_variant_of_a_language_takes_the_words_of_the_language(settings: Settings) -> None:
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("en-gb", "English"), ("en", "E")]
    assert found() == []


def test_without_translations_there_is_nothing_to_tell(settings: Settings) -> None:
    settings.USE_I18N = False
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("sv", "Svenska"), ("se", "Davvisámegiella")]
    assert found() == []


# ---- the guide


@pytest.mark.parametrize("language", ["fi", "se"])
def test_the_files_of_these_tests_are_compiled_and_translate_what_there_is(language: str) -> None:
    file = LOCALE / language / "LC_MESSAGES/django.po"
    written = {(each.msgctxt, each.msgid): each.msgstr for each in polib.pofile(str(file))}
    compiled = {(each.msgctxt, each.msgid): each.msgstr for each in polib.mofile(str(file.with_suffix(".mo")))}
    assert compiled == written
    assert written.keys() <= {(each.msgctxt, each.msgid) for each in polib.pofile(str(SWEDISH))}


def commands(heading: str) -> str:
    """Return the shell commands below a heading of the guide."""
    section = GUIDE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return "\n".join(re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL))


def run(script: str, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(["sh", "-ec", script], cwd=folder, check=True, env=environment | {"PATH": path})


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="needs gettext")
def test_the_guide_makes_a_file_of_what_the_public_reads_and_fills_it(tmp_path: Path) -> None:
    run(commands("Make the file"), tmp_path)
    path = tmp_path / "locale/se/LC_MESSAGES/django.po"
    gathered = {(each.msgctxt, each.msgid) for each in polib.pofile(str(path))}
    swedish = {(each.msgctxt, each.msgid): each.msgstr for each in polib.pofile(str(SWEDISH))}

    assert gathered < swedish.keys()
    assert gathered >= {(CODE, "en"), (None, "Monday"), ("alt. month", "December"), (None, "Skip to the content")}
    assert (None, "Share and embed") in swedish.keys() - gathered
    assert sorted(each.name for each in tmp_path.iterdir()) == ["locale"]

    text = path.read_text(encoding="utf-8").replace("#, fuzzy\n", "", 1)
    text = text.replace("nplurals=INTEGER; plural=EXPRESSION;", "nplurals=2; plural=(n != 1);")
    path.write_text(text.replace('msgid "Monday"\nmsgstr ""', 'msgid "Monday"\nmsgstr "vuossárga"'), encoding="utf-8")
    run(commands("As the only language"), tmp_path)
    filled = {(each.msgctxt, each.msgid): each.msgstr for each in polib.mofile(str(path.with_suffix(".mo")))}
    assert filled == swedish | {(None, "Monday"): "vuossárga"}


def test_the_code_alone_makes_the_words_the_projects_own(locale_file: Locale) -> None:
    locale_file("smj", (CODE, "en", "smj"))
    assert (words("smj").said_in, words("smj").weekdays) == ("smj", words("sv").weekdays)
