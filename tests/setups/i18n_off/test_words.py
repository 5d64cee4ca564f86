"""What a project is told that switches Django's translation off and is not in English."""

from __future__ import annotations

import json

import pytest
from django.test import override_settings

from dvb_wagtail.checks import check_settings
from tests.setups import serve
from tests.setups.build import MAIN, NAMES

pytestmark = [pytest.mark.setup, pytest.mark.usefixtures("site")]


def test_another_language_without_translation_is_told_of():
    assert check_settings() == []
    with override_settings(LANGUAGE_CODE="sv"):
        assert [each.id for each in check_settings()] == ["dvb_wagtail.W014"]


def test_pages_and_documents_are_in_the_language_of_the_site():
    [name] = NAMES
    programme = json.loads(serve.get(f"{serve.mount(name)}conferences/{name}2020/{MAIN}/programme.json").content)
    assert programme["language"] == MAIN
    page = serve.get(f"{serve.roots()[name]}/")
    assert page.status_code == 200
