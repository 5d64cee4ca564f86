"""The set-up itself: no check complains of it, and no migration is missing in it."""

from __future__ import annotations

from io import StringIO

import pytest
from django.conf import settings
from django.core.checks import WARNING, run_checks
from django.core.management import call_command
from wagtail.images import get_image_model

from dvb_wagtail.models.series import SeriesMixin
from tests.setups.build import base, image, page

pytestmark = [pytest.mark.setup, pytest.mark.usefixtures("site")]


def test_no_check_complains():
    """With those that read the database: the sites of the set-up are in it."""
    found = [each for each in run_checks(databases=["default"]) if each.is_serious(WARNING) and not each.is_silenced()]
    # Wagtail 7.4 is told by newer releases of treebeard what will hold for treebeard 6.
    assert [each for each in found if not str(each.id).startswith("treebeard.")] == []
    assert set(settings.SILENCED_SYSTEM_CHECKS) <= {"dvb_wagtail.W020", "models.W036"}, "none but those that are known"


def test_no_migration_is_missing():
    said = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=said)
    assert said.getvalue() == "No changes detected\n"


def test_pictures_are_of_the_sites_own_model():
    series = page(SeriesMixin, base().get_first_root_node(), "Med bild", key="med-bild", image=image("bild"))
    assert isinstance(series.image, get_image_model())
